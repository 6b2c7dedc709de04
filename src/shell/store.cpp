#include "shell/store.hpp"

#include <care/text.hpp>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>
#include <utility>

namespace care {
namespace {

namespace fs = std::filesystem;

constexpr std::uintmax_t largest_file = std::uintmax_t{1} << 30;
constexpr mode_t only_mine = 0600;

/// A file descriptor that is closed when it goes out of scope.
class File {
 public:
  explicit File(int descriptor) : descriptor_(descriptor) {}
  ~File() {
    if (descriptor_ >= 0) ::close(descriptor_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  [[nodiscard]] int get() const { return descriptor_; }
  [[nodiscard]] bool is_open() const { return descriptor_ >= 0; }
  /// Closes it now, to learn whether the last bytes arrived.
  [[nodiscard]] bool close() { return ::close(std::exchange(descriptor_, -1)) == 0; }

 private:
  int descriptor_;
};

std::string shown(std::string_view path) { return neutralised(path); }

[[noreturn]] void fail(const std::string& path, std::string_view why) {
  throw FileError{fmt::format("{}: {}", shown(path), why)};
}

std::string read_all(const File& file, const std::string& path, std::uintmax_t size) {
  std::string text(size, '\0');
  std::size_t used = 0;
  while (true) {
    if (used == text.size()) text.resize(text.size() + 4096);
    const ssize_t got = ::read(file.get(), text.data() + used, text.size() - used);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) fail(path, last_error());
    if (got == 0) break;
    used += static_cast<std::size_t>(got);
    if (used > largest_file) fail(path, "larger than 1 GiB; keep several files in a directory");
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
  const auto size = static_cast<std::uintmax_t>(status.st_size);
  if (size > largest_file) fail(path, "larger than 1 GiB; keep several files in a directory");
  return read_all(file, path, size + 1);
}

bool is_book_file(const std::string& name) {
  return name.ends_with(".toml") && !name.starts_with('.') && !name.starts_with('#');
}

std::vector<Source> read_directory(const std::string& path) {
  std::vector<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry{path, error}, end; !error && entry != end;
       entry.increment(error)) {
    if (is_book_file(entry->path().filename().string())) {
      names.push_back(entry->path().filename().string());
    }
  }
  if (error) fail(path, error.message());
  if (names.empty()) {
    fail(path, "no *.toml in this directory; `care init` makes a book in it to start from");
  }
  std::ranges::sort(names);
  std::vector<Source> sources;
  for (const std::string& name : names) {
    const std::string file = (fs::path{path} / name).string();
    sources.push_back({file, read_regular(file)});
  }
  return sources;
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
  const fs::path parent = fs::path{path}.parent_path();
  return parent.empty() ? "." : parent.string();
}

/// A temporary file beside its target, removed unless it was put in place.
class Draft {
 public:
  explicit Draft(std::string target)
      : target_(std::move(target)),
        name_((fs::path{directory_of(target_)} / ".care-XXXXXX").string()),
        file_(::mkostemp(name_.data(), O_CLOEXEC)) {
    if (!file_.is_open()) {
      const std::string why = last_error();
      name_.clear();
      fail(target_, why);
    }
  }
  ~Draft() {
    if (!name_.empty()) ::unlink(name_.c_str());
  }
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  void fill(std::string_view text) {
    if (!write_all(file_.get(), text) || ::fchmod(file_.get(), only_mine) != 0 ||
        ::fsync(file_.get()) != 0 || !file_.close()) {
      fail(target_, last_error());
    }
  }
  void replace_target() {
    if (::rename(name_.c_str(), target_.c_str()) != 0) fail(target_, last_error());
    name_.clear();
    sync_directory();
  }
  void become_target() {
    if (::link(name_.c_str(), target_.c_str()) != 0) {
      fail(target_,
           errno == EEXIST ? "is there already; care never overwrites a book" : last_error());
    }
    sync_directory();
  }

 private:
  void sync_directory() const {
    const File directory{::open(directory_of(target_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (directory.is_open()) ::fsync(directory.get());
  }

  std::string target_;
  std::string name_;
  File file_;
};

}  // namespace

std::string last_error() { return std::error_code{errno, std::generic_category()}.message(); }

bool exists(const std::string& path) {
  std::error_code error;
  return fs::exists(fs::symlink_status(path, error));
}

bool is_directory(const std::string& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

std::vector<Source> read_sources(const std::string& path) {
  if (is_directory(path)) return read_directory(path);
  std::error_code error;
  if (!fs::exists(fs::status(path, error))) {
    if (error && error != std::errc::no_such_file_or_directory) fail(path, error.message());
    fail(path, "no book is there; `care init` makes one to start from, --book names another");
  }
  std::vector<Source> sources;
  sources.push_back({path, read_regular(path)});
  return sources;
}

bool belongs_to_book(const std::string& path, const std::string& book) {
  std::error_code error;
  if (!is_directory(book)) return fs::equivalent(path, book, error);
  for (fs::directory_iterator entry{book, error}, end; !error && entry != end;
       entry.increment(error)) {
    std::error_code ignored;
    if (is_book_file(entry->path().filename().string()) &&
        fs::equivalent(path, entry->path(), ignored)) {
      return true;
    }
  }
  return is_book_file(fs::path{path}.filename().string()) &&
         fs::equivalent(directory_of(path), book, error);
}

void write_file(const std::string& path, std::string_view text) {
  std::error_code error;
  const auto status = fs::status(path, error);
  if (fs::is_directory(status)) fail(path, "is a directory; name a file in it");
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    File device{::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY)};
    if (!device.is_open() || !write_all(device.get(), text) || !device.close()) {
      fail(path, last_error());
    }
    return;
  }
  // A link stays a link: what it points to is replaced.
  const fs::path target = fs::exists(status) ? fs::canonical(path, error) : fs::path{path};
  Draft draft{target.string()};
  draft.fill(text);
  draft.replace_target();
}

void create_file(const std::string& path, std::string_view text) {
  if (exists(path)) fail(path, "is there already; care never overwrites a book");
  std::error_code error;
  fs::create_directories(directory_of(path), error);
  if (error) fail(directory_of(path), error.message());
  Draft draft{path};
  draft.fill(text);
  draft.become_target();
}

}  // namespace care
