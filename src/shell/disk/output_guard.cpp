#include "shell/disk/output_guard.hpp"

#include <care/book_format.hpp>
#include <care/reading.hpp>
#include <care/text_ascii.hpp>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <optional>
#include <tuple>
#include <utility>

#include "shell/disk/book_sources.hpp"
#include "shell/disk/draft.hpp"
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
  const auto place = [&](const std::string& path) {
    return fs::weakly_canonical(fs::absolute(path, error), error);
  };
  return place(file) == place(there) && !error;
}

/// Whether the path is a link to a place where nothing stands yet.
bool leads_to_nothing(const std::string& path) {
  std::error_code error;
  return fs::is_symlink(path, error) && fs::status(path, error).type() == fs::file_type::not_found;
}

/// Whether what is written there would be a file of the book, which may be a link of a directory
/// that leads nowhere yet.
bool is_place_of(const std::string& file, const std::string& book) {
  if (is_same_place(file, book)) return true;
  if (!is_directory(book)) return false;
  std::error_code ignored;
  return std::ranges::any_of(book_files(book, ignored), [&](const std::string& name) {
    const std::string entry = directory_entry(book, name);
    return leads_to_nothing(entry) && is_same_place(file, entry);
  });
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

/// With line feeds for line ends, and one byte a letter where it has two: all that the format of a
/// book is written in.
std::string plain(std::string_view text) {
  std::string plain;
  for (const std::string_view mark : {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"}) {
    if (text.starts_with(mark)) text.remove_prefix(mark.size());
  }
  plain.reserve(text.size());
  for (const char c : text) {
    if (c != '\0') plain += c == '\r' ? '\n' : c;
  }
  return plain;
}

/// Whether one of its tables begins like one of a book, however damaged the rest is.
bool begins_like_book(std::string_view text) {
  const std::vector<TableFormat> format = book_format();
  const TableFormat* table = nullptr;
  while (!text.empty()) {
    const std::string_view said = trimmed(take_line(text));
    if (said.empty() || said.starts_with('#')) continue;
    if (table != nullptr && is_key_of(*table, said)) return true;
    table = said.starts_with('[') ? table_at(format, said) : nullptr;
  }
  return false;
}

/// Whether there is anything of a book in it, however TOML lets one write that.
bool reads_as_book(std::string text) {
  std::vector<Source> sources;
  sources.push_back({{}, std::move(text)});
  const Reading reading = read_book(sources);
  const Book& book = reading.book;
  const auto has_any = [](const auto&... lists) { return (!lists.all.empty() || ...); };
  const auto is_about_others = [](const Problem& problem) {
    return problem.code == "no-such-customer";
  };
  return !book.at.empty() || !book.policy.at.empty() || !book.customers.empty() ||
         !book.staff.empty() || !book.plans.empty() || !book.messages.empty() ||
         std::apply(has_any, record_lists(book)) ||
         std::ranges::any_of(reading.problems, is_about_others);
}

bool is_book(const std::string& file) {
  const auto status = status_of(file);
  if (!status || !S_ISREG(status->st_mode)) return false;
  std::string text = plain(read_regular(file));
  return begins_like_book(text) || reads_as_book(std::move(text));
}

void require_own(const std::string& link, const struct stat& status) {
  if (status.st_uid == 0 || status.st_uid == ::geteuid()) return;
  fail(link, "is a link that another user made; name what it leads to");
}

}  // namespace

void OutputGuard::check(const std::string& file) const {
  for (const std::string& book : books_) {
    if (book == "-" ? is_standard_input(file)
                    : belongs_to_book(file, book) || is_place_of(file, book)) {
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
  clear_dead_drafts(path);
}

}  // namespace care
