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

#include "shell/files.hpp"

namespace care {
namespace {

namespace fs = std::filesystem;

constexpr mode_t only_mine = 0600;

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
    const std::string file = directory_entry(path, name);
    sources.push_back({file, read_regular(file)});
  }
  return sources;
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
    (void)sync_directory(directory_of(target_));
  }
  void become_target() {
    if (!rename_new(name_, target_)) {
      fail(target_,
           errno == EEXIST ? "is there already; care never overwrites a book" : last_error());
    }
    name_.clear();
    (void)sync_directory(directory_of(target_));
  }

 private:
  std::string target_;
  std::string name_;
  File file_;
};

}  // namespace

bool exists(const std::string& path) {
  std::error_code error;
  return fs::exists(fs::symlink_status(path, error));
}

bool is_directory(const std::string& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

std::string directory_entry(const std::string& directory, const std::string& name) {
  return (fs::path{directory} / name).string();
}

void require_book(const std::string& path) {
  std::error_code error;
  if (fs::exists(fs::status(path, error))) return;
  if (error && error != std::errc::no_such_file_or_directory) fail(path, error.message());
  fail(path, "no book is there; `care init` makes one to start from, --book names another");
}

std::vector<Source> read_sources(const std::string& path) {
  if (is_directory(path)) return read_directory(path);
  require_book(path);
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
