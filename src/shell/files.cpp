#include "shell/files.hpp"

#include <care/text.hpp>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <system_error>

#include "shell/store.hpp"

namespace care {
namespace {

constexpr std::uintmax_t largest_file = std::uintmax_t{1} << 30;
constexpr std::string_view too_large = "larger than 1 GiB; keep several files in a directory";

}  // namespace

File::~File() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

bool File::close() { return ::close(std::exchange(descriptor_, -1)) == 0; }

std::string last_error() { return std::error_code{errno, std::generic_category()}.message(); }

void fail(const std::string& path, std::string_view why) {
  throw FileError{fmt::format("{}: {}", neutralised(path), why)};
}

std::string read_all(const File& file, const std::string& path, const struct stat& status) {
  const auto size = static_cast<std::uintmax_t>(status.st_size);
  if (size > largest_file) fail(path, too_large);
  // With room behind it: a record appended to a large book shall not move all of it.
  constexpr std::size_t room = std::size_t{1} << 16;
  std::string text(size + room, '\0');
  std::size_t used = 0;
  while (true) {
    if (used == text.size()) text.resize(text.size() + 4096);
    const ssize_t got = ::read(file.get(), text.data() + used, text.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(path, last_error());
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
    if (used > largest_file) fail(path, too_large);
  }
  text.resize(used);
  return text;
}

std::string read_regular(const std::string& path) {
  // Not blocking: opening a fifo must not wait for somebody who writes.
  const File file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)};
  if (!file.is_open()) fail(path, last_error());
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) fail(path, last_error());
  if (!S_ISREG(status.st_mode)) {
    fail(path, "no regular file; a book is a file, a directory, or - for standard input");
  }
  return read_all(file, path, status);
}

bool write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(descriptor, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

std::string directory_of(const std::string& path) {
  const std::filesystem::path parent = std::filesystem::path{path}.parent_path();
  return parent.empty() ? "." : parent.string();
}

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

bool sync_directory(const std::string& path) {
  const File directory{::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  return directory.is_open() && ::fsync(directory.get()) == 0;
}

}  // namespace care
