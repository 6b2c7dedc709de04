#include "shell/disk/draft.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "shell/disk/attributes.hpp"

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

/// What may be given to another group instead, so that nobody may do more than before.
mode_t without_group(mode_t mode) {
  constexpr int of_group = 3;  // bits, behind those of all others
  const mode_t of_both = (mode >> of_group) & mode & S_IRWXO;
  return (mode & ~mode_t{S_IRWXG | S_IRWXO}) | of_both << of_group | of_both;
}

/// Locks it, so that nobody takes it for dead. False where somebody did just before.
bool is_kept(const File& draft) {
  if (::flock(draft.get(), LOCK_EX | LOCK_NB) != 0) return errno != EWOULDBLOCK;
  struct stat status {};
  return ::fstat(draft.get(), &status) != 0 || status.st_nlink > 0;
}

/// Opens a new file; the name ends as no other does.
File open_draft(std::string& name) {
  constexpr std::string_view letters = "XXXXXX";
  const std::string wanted = name + std::string{letters};
  while (true) {
    name = wanted;
    File draft{::mkostemp(name.data(), O_CLOEXEC)};
    if (!draft.is_open() || is_kept(draft)) return draft;
    ::unlink(name.c_str());
  }
}

bool is_old(const struct stat& status) {
  constexpr std::chrono::hours one_day{24};
  const std::chrono::seconds saved{status.st_mtim.tv_sec};
  return std::chrono::system_clock::now().time_since_epoch() - saved > one_day;
}

void clear_if_dead(const std::string& path) {
  struct stat status {};
  if (::lstat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return;
  const File draft{::open(path.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY)};
  const bool is_locked = draft.is_open() && ::flock(draft.get(), LOCK_EX | LOCK_NB) == 0;
  const bool is_live = draft.is_open() && !is_locked && errno == EWOULDBLOCK;
  // Who may not lock it goes by its age. Whoever has just made it notices that it is gone.
  if (is_locked || (!is_live && is_old(status))) ::unlink(path.c_str());
}

}  // namespace

void clear_dead_drafts(const std::string& directory) {
  std::error_code ignored;
  for (const std::string& name : names_in(directory, ignored)) {
    if (name.starts_with(draft_beginning)) clear_if_dead(directory_entry(directory, name));
  }
}

Draft::Draft(std::string path, std::string target, std::string_view consequence)
    : path_{std::move(path)},
      target_{std::move(target)},
      name_{directory_entry(directory_of(target_), std::string{draft_beginning})},
      consequence_{consequence},
      file_{open_draft(name_)},
      lock_{file_.is_open() ? ::fcntl(file_.get(), F_DUPFD_CLOEXEC, 0) : -1} {
  if (lock_.is_open()) return;
  const std::string why = last_error();
  if (file_.is_open()) ::unlink(name_.c_str());
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

void Draft::allow_like(const File& other, mode_t mode) const {
  struct stat status {};
  struct stat own {};
  if (::fstat(other.get(), &status) != 0 || ::fstat(file_.get(), &own) != 0) refuse(last_error());
  // The group first: giving a file to another one may take permissions off it.
  constexpr auto same_owner = static_cast<uid_t>(-1);
  if (own.st_gid != status.st_gid && ::fchown(file_.get(), same_owner, status.st_gid) != 0) {
    mode = without_group(mode);
  }
  // Then the list: of a file with one, the group's permissions are the most that it may give.
  if (const auto why = copy_access_list(other, file_)) refuse(*why);
  allow(mode);
}

void Draft::belong_like(const File& other) const {
  struct stat status {};
  struct stat own {};
  if (::fstat(other.get(), &status) != 0 || ::fstat(file_.get(), &own) != 0) refuse(last_error());
  // The owner first: giving a file away may take permissions off it.
  if ((own.st_uid != status.st_uid || own.st_gid != status.st_gid) &&
      ::fchown(file_.get(), status.st_uid, status.st_gid) != 0) {
    refuse(
        fmt::format("it belongs to another user, and could not be kept so: {}. A directory as a "
                    "book gives each person a file of their own",
                    last_error()));
  }
  allow_like(other, status.st_mode & every_permission);
  if (const auto why = copy_attributes(other, file_)) refuse(*why);
}

void Draft::add(std::string_view text) const {
  if (!write_all(file_.get(), text)) refuse(last_error());
}

void Draft::overwrite(std::size_t at, std::string_view text) const {
  if (::lseek(file_.get(), static_cast<off_t>(at), SEEK_SET) < 0) refuse(last_error());
  add(text);
}

void Draft::begin_on_disk() const {
#ifdef SYNC_FILE_RANGE_WRITE
  (void)::sync_file_range(file_.get(), 0, 0, SYNC_FILE_RANGE_WRITE);
#endif
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
