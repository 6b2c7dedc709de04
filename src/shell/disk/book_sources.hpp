#pragma once

#include <functional>
#include <string>
#include <system_error>
#include <vector>

#include <care/reading.hpp>

namespace care {

/// Reads the files of a book: one file, or each `*.toml` of a directory in byte order of name.
/// Throws FileError where there is no book, or it is not a regular file, or over 1 GiB.
[[nodiscard]] std::vector<Source> read_sources(const std::string& path);
/// The same with another way to read a file.
using ReadFile = std::function<FileText(const std::string& path)>;
[[nodiscard]] std::vector<Source> read_sources(const std::string& path, const ReadFile& read);

/// The names of those files of a directory, in that order; `error` says where they could not all be
/// read. The second throws FileError then.
[[nodiscard]] std::vector<std::string> book_files(const std::string& directory,
                                                  std::error_code& error);
[[nodiscard]] std::vector<std::string> book_files(const std::string& directory);

/// For whoever writes to it: throws FileError where a file that cannot be read may hold a part of
/// the book.
void require_whole(const std::vector<Source>& sources);

/// Throws FileError where there is no book.
void require_book(const std::string& path);

/// Whether writing to `path` would write into the book: one of its files, or a new one that a
/// directory book would take in.
[[nodiscard]] bool belongs_to_book(const std::string& path, const std::string& book);

}  // namespace care
