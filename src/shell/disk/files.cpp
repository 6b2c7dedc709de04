#include "shell/disk/files.hpp"

#include <care/text.hpp>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <thread>

namespace care {
namespace {

constexpr std::string_view too_large = "larger than 1 GiB; keep several files in a directory";

/// Memory that is not cleared first: in a large book that takes as long as reading some of it.
struct Buffer {
  std::unique_ptr<char[]> bytes;
  std::size_t size = 0;

  explicit Buffer(std::size_t room)
      : bytes{std::make_unique_for_overwrite<char[]>(room)}, size{room} {}
  void grow_to(std::size_t room, std::size_t used) {
    Buffer larger{room};
    std::copy_n(bytes.get(), used, larger.bytes.get());
    *this = std::move(larger);
  }
};

FileText read_to_end(const File& file, const std::string& path, const struct stat& status) {
  constexpr std::size_t room = 4096;  // to see the end, and a little that was added meanwhile
  const auto size = static_cast<std::size_t>(status.st_size);
  if (size > largest_file) fail(path, too_large);
  Buffer buffer{size + room};
  std::size_t used = 0;
  while (true) {
    if (used == buffer.size) buffer.grow_to(2 * used, used);
    const ssize_t got = ::read(file.get(), buffer.bytes.get() + used, buffer.size - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(path, last_error());
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
    if (used > largest_file) fail(path, too_large);
  }
  const std::string_view text{buffer.bytes.get(), used};
  return {std::shared_ptr<const void>{std::shared_ptr<char[]>{std::move(buffer.bytes)}}, text};
}

/// Two saves in one tick of the file system's clock, of 1 to 10 ms, have the same time.
constexpr std::chrono::milliseconds rest{10};

}  // namespace

bool has_rested(const struct stat& status) {
  using namespace std::chrono;
  const system_clock::time_point saved{duration_cast<system_clock::duration>(
      seconds{status.st_mtim.tv_sec} + nanoseconds{status.st_mtim.tv_nsec})};
  const auto age = system_clock::now() - saved;
  return age >= rest || age < -rest;
}

void fail(const std::string& path, std::string_view why) {
  throw FileError{fmt::format("{}: {}", neutralised(path), why), why};
}

std::string last_error() { return std::error_code{errno, std::generic_category()}.message(); }

File::~File() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

bool File::close() { return ::close(std::exchange(descriptor_, -1)) == 0; }

bool is_same_state(const struct stat& a, const struct stat& b) {
  const auto is_same_moment = [](const timespec& x, const timespec& y) {
    return x.tv_sec == y.tv_sec && x.tv_nsec == y.tv_nsec;
  };
  return a.st_dev == b.st_dev && a.st_ino == b.st_ino && a.st_size == b.st_size &&
         is_same_moment(a.st_mtim, b.st_mtim) && is_same_moment(a.st_ctim, b.st_ctim);
}

FileText read_all(const File& file, const std::string& path, struct stat& status) {
  constexpr int most_tries = 20;
  for (int tries = 0; tries < most_tries; ++tries) {
    FileText text = read_to_end(file, path, status);
    const struct stat before = status;
    if (::fstat(file.get(), &status) != 0) fail(path, last_error());
    if (is_same_state(before, status) && has_rested(status)) return text;
    std::this_thread::sleep_for(rest);
    if (::fstat(file.get(), &status) != 0 || ::lseek(file.get(), 0, SEEK_SET) != 0) {
      fail(path, last_error());
    }
  }
  fail(path, "somebody keeps saving it; try again");
}

File open_to_read(const std::string& path) {
  return File{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)};
}

File open_regular(const std::string& path, struct stat& status) {
  File file = open_to_read(path);
  if (!file.is_open()) fail(path, last_error());
  if (::fstat(file.get(), &status) != 0) fail(path, last_error());
  if (!S_ISREG(status.st_mode)) {
    fail(path, "not a regular file; a book is a file, a directory, or - for standard input");
  }
  return file;
}

std::optional<std::string> read_to_end(int descriptor) {
  constexpr std::size_t chunk = 1 << 16;
  std::string text;
  std::size_t used = 0;
  while (true) {
    text.resize(used + chunk);
    const ssize_t got = ::read(descriptor, text.data() + used, chunk);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return std::nullopt;
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
    if (used > largest_file) {
      errno = EFBIG;
      return std::nullopt;
    }
  }
  text.resize(used);
  return text;
}

std::string read_pipe(const std::string& path) {
  const File file{::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY)};
  if (!file.is_open()) fail(path, last_error());
  auto text = read_to_end(file.get());
  if (!text) fail(path, last_error());
  return *std::move(text);
}

FileText read_regular(const std::string& path) {
  struct stat status {};
  const File file = open_regular(path, status);
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

std::string directory_entry(const std::string& directory, const std::string& name) {
  return (std::filesystem::path{directory} / name).string();
}

bool exists(const std::string& path) {
  std::error_code error;
  return std::filesystem::exists(std::filesystem::symlink_status(path, error));
}

bool is_directory(const std::string& path) {
  std::error_code error;
  return std::filesystem::is_directory(path, error);
}

std::vector<std::string> names_in(const std::string& directory, std::error_code& error) {
  std::vector<std::string> names;
  for (std::filesystem::directory_iterator entry{directory, error}, end; !error && entry != end;
       entry.increment(error)) {
    names.push_back(entry->path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

void make_directory(const std::string& path, std::string_view wanted) {
  if (is_directory(path)) return;
  if (exists(path)) fail(path, fmt::format("is not a directory; {}", wanted));
  constexpr mode_t only_mine = 0700;
  if (::mkdir(path.c_str(), only_mine) != 0 && errno != EEXIST) fail(path, last_error());
}

bool sync_directory(const std::string& path) {
  const File directory{::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
  return directory.is_open() && ::fsync(directory.get()) == 0;
}

}  // namespace care
