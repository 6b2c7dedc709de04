#include "shell/disk/output_guard.hpp"

#include <care/book_format.hpp>
#include <care/text_ascii.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <optional>

#include "shell/disk/book_sources.hpp"
#include "shell/disk/files.hpp"

namespace care {
namespace {

namespace fs = std::filesystem;

bool is_link(const struct stat& status) { return S_ISLNK(status.st_mode); }

/// What stands at the path itself; nothing where nothing does.
std::optional<struct stat> status_of(const std::string& path) {
  struct stat status {};
  return ::lstat(path.c_str(), &status) == 0 ? std::optional{status} : std::nullopt;
}

/// Goes from link to link; `take` is shown each of them.
template <class Take>
std::string followed(std::string path, Take take) {
  constexpr int most = 40;
  for (int links = 0; links < most; ++links) {
    const auto status = status_of(path);
    if (!status || !is_link(*status)) return path;
    take(path, *status);
    std::error_code error;
    const fs::path next = fs::path{path}.parent_path() / fs::read_symlink(path, error);
    // Links in /proc lead to what is open, whatever they say.
    const bool is_of_kernel = !status_of(next.string()) && fs::exists(path, error);
    if (is_of_kernel) return path;
    path = next.string();
  }
  errno = ELOOP;
  fail(path, last_error());
}

/// Whether both lead to the same place, where nothing may stand yet.
bool is_same_place(const std::string& file, const std::string& book) {
  std::error_code error;
  const std::string there = followed(book, [](const auto&...) {});
  return fs::weakly_canonical(file, error) == fs::weakly_canonical(there, error) && !error;
}

bool is_standard_input(const std::string& file) {
  struct stat input {};
  struct stat status {};
  return ::fstat(STDIN_FILENO, &input) == 0 && ::stat(file.c_str(), &status) == 0 &&
         S_ISREG(status.st_mode) && input.st_dev == status.st_dev && input.st_ino == status.st_ino;
}

/// `[[customer]]`, as care's own format has it; nothing where it is not a table of a book.
const TableFormat* table_at(const std::vector<TableFormat>& format, std::string_view line) {
  std::string header{line};
  std::erase_if(header, [](char c) { return c == ' ' || c == '\t'; });
  const auto found = std::ranges::find_if(
      format, [&](const TableFormat& table) { return header.starts_with(table.header); });
  return found == format.end() ? nullptr : &*found;
}

bool is_key_of(const TableFormat& table, std::string_view line) {
  const std::size_t sign = std::min(line.find('='), line.size());
  const std::string_view value = trimmed(line.substr(std::min(sign + 1, line.size())));
  return std::ranges::find(table.keys, trimmed(line.substr(0, sign)), &KeyFormat::name) !=
             table.keys.end() &&
         value.find_first_of("\"'[{0123456789tf") == 0;
}

/// Whether one of its tables begins like one of a book, however damaged the rest is.
bool reads_as_book(std::string_view text) {
  const std::vector<TableFormat> format = book_format();
  const TableFormat* table = nullptr;
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  while (!text.empty()) {
    const std::string_view said = trimmed(take_line(text));
    if (said.empty() || said.starts_with('#')) continue;
    if (table != nullptr && is_key_of(*table, said)) return true;
    table = said.starts_with('[') ? table_at(format, said) : nullptr;
  }
  return false;
}

bool is_book(const std::string& file) {
  const auto status = status_of(file);
  return status && S_ISREG(status->st_mode) && reads_as_book(read_regular(file));
}

void require_own(const std::string& link, const struct stat& status) {
  if (status.st_uid == 0 || status.st_uid == ::geteuid()) return;
  fail(link, "is a link that another user made; name what it leads to");
}

}  // namespace

void OutputGuard::check(const std::string& file) const {
  for (const std::string& book : books_) {
    if (book == "-" ? is_standard_input(file)
                    : belongs_to_book(file, book) || is_same_place(file, book)) {
      fail(file, book == "-" ? "is what standard input comes from; write to another file"
                             : "is part of the book; write to another file");
    }
  }
  if (!is_forced_ && is_book(file)) {
    fail(file, "is a customer book; write to another file, or replace it with --force");
  }
}

std::string OutputGuard::file_at(const std::string& path) const {
  std::string file = followed(path, require_own);
  check(file);
  return file;
}

void OutputGuard::make_directory_at(const std::string& path, std::string_view wanted) {
  (void)followed(path, require_own);
  make_directory(path, wanted);
}

}  // namespace care
