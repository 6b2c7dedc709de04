#include "shell/disk/book_sources.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "shell/disk/files.hpp"

namespace care {
namespace {

namespace fs = std::filesystem;

bool is_book_file(const std::string& name) {
  return name.ends_with(".toml") && !name.starts_with('.') && !name.starts_with('#');
}

bool is_lost(const Source& source) { return !source.lost.empty(); }

/// A name that is not a file and leads to none: it never held a part of the book.
bool is_no_file(const std::string& path) {
  std::error_code error;
  return exists(path) && !fs::is_regular_file(path, error);
}

/// What cannot be read as long as things are as they are.
bool is_closed(const std::string& path) {
  return is_no_file(path) || (::access(path.c_str(), R_OK) != 0 && errno == EACCES);
}

/// Such a file costs itself alone, where there are others. What fails for a moment costs the run:
/// the next one can do better.
std::vector<Source> read_directory(const std::string& path, const ReadFile& read) {
  const std::vector<std::string> names = book_files(path);
  if (names.empty()) {
    fail(path, "no *.toml in this directory; `care init` makes a book in it to start from");
  }
  std::vector<Source> sources;
  for (const std::string& name : names) {
    Source& source = sources.emplace_back(Source{directory_entry(path, name), {}});
    try {
      source.text = read(source.name);
    } catch (const FileError& error) {
      if (!is_closed(source.name)) throw;
      source.lost = error.why;
      if (std::ranges::all_of(sources, is_lost) && sources.size() == names.size()) throw;
    }
  }
  return sources;
}

}  // namespace

std::vector<std::string> book_files(const std::string& directory, std::error_code& error) {
  std::vector<std::string> names = names_in(directory, error);
  std::erase_if(names, [](const std::string& name) { return !is_book_file(name); });
  return names;
}

std::vector<std::string> book_files(const std::string& directory) {
  std::error_code error;
  std::vector<std::string> names = book_files(directory, error);
  if (error) fail(directory, error.message());
  return names;
}

void require_book(const std::string& path) {
  std::error_code error;
  if (fs::exists(fs::status(path, error))) return;
  if (error && error != std::errc::no_such_file_or_directory) fail(path, error.message());
  fail(path, "no book is there; `care init` makes one to start from, --book names another");
}

void require_whole(const std::vector<Source>& sources) {
  for (const Source& source : sources) {
    if (is_lost(source) && !is_no_file(source.name)) {
      fail(source.name, source.lost + "; nothing was written");
    }
  }
}

std::vector<Source> read_sources(const std::string& path) {
  return read_sources(path, read_regular);
}

std::vector<Source> read_sources(const std::string& path, const ReadFile& read) {
  if (is_directory(path)) return read_directory(path, read);
  require_book(path);
  std::vector<Source> sources;
  sources.push_back({path, read(path)});
  return sources;
}

bool belongs_to_book(const std::string& path, const std::string& book) {
  std::error_code error;
  if (!is_directory(book)) return fs::equivalent(path, book, error);
  for (const std::string& name : book_files(book, error)) {
    std::error_code ignored;
    if (fs::equivalent(path, directory_entry(book, name), ignored)) return true;
  }
  return is_book_file(fs::path{path}.filename().string()) &&
         fs::equivalent(directory_of(path), book, error);
}

}  // namespace care
