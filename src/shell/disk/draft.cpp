#include "shell/disk/draft.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>

namespace care {
namespace {

/// Puts `from` in the place of `to`, which must not be there yet: in one step where the file
/// system can. False where it failed; `errno` says why.
bool rename_new(const std::string& from, const std::string& to) {
  if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return true;
  if (errno != EINVAL && errno != ENOSYS) return false;
  struct stat status {};
  if (::lstat(to.c_str(), &status) == 0) {
    errno = EEXIST;
    return false;
  }
  return errno == ENOENT && ::rename(from.c_str(), to.c_str()) == 0;
}

}  // namespace

Draft::Draft(std::string path, std::string target, std::string_view beginning,
             std::string_view consequence)
    : path_{std::move(path)},
      target_{std::move(target)},
      name_{directory_entry(directory_of(target_), fmt::format("{}{}", beginning, draft_letters))},
      consequence_{consequence},
      file_{::mkostemp(name_.data(), O_CLOEXEC)} {
  if (file_.is_open()) return;
  const std::string why = last_error();
  name_.clear();
  refuse(why);
}

Draft::~Draft() {
  if (!name_.empty()) ::unlink(name_.c_str());
}

void Draft::refuse(std::string_view why) const {
  fail(path_, fmt::format("{}{}", why, consequence_));
}

void Draft::allow(mode_t mode) const {
  if (::fchmod(file_.get(), mode) != 0) refuse(last_error());
}

void Draft::belong_like(const struct stat& status) const {
  struct stat own {};
  if (::fstat(file_.get(), &own) != 0) refuse(last_error());
  // The owner first: giving a file away may take permissions off it.
  if ((own.st_uid != status.st_uid || own.st_gid != status.st_gid) &&
      ::fchown(file_.get(), status.st_uid, status.st_gid) != 0) {
    refuse(
        fmt::format("it belongs to another user, and could not be kept so: {}. A directory as a "
                    "book gives each person a file of their own",
                    last_error()));
  }
  allow(status.st_mode & 07777);
}

void Draft::add(std::string_view text) const {
  if (!write_all(file_.get(), text)) refuse(last_error());
}

void Draft::close() {
  if (!file_.close()) refuse(last_error());
}

void Draft::close_on_disk() {
  // After a failed fsync the pages may count as clean: never try again, give up the file.
  if (::fsync(file_.get()) != 0) refuse(last_error());
  close();
}

void Draft::replace_target() {
  if (::rename(name_.c_str(), target_.c_str()) != 0) {
    refuse(errno == EBUSY ? "it is mounted by itself, so it cannot be replaced; mount its directory"
                          : last_error());
  }
  name_.clear();
}

void Draft::become_target(std::string_view taken) {
  if (!rename_new(name_, target_)) refuse(errno == EEXIST ? std::string{taken} : last_error());
  name_.clear();
}

}  // namespace care
