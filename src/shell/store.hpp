#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include <care/reading.hpp>

namespace care {

/// A file that could not be read or written; `what` says which, why, and what helps.
struct FileError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// Reads the files of a book: one file, or each `*.toml` of a directory in byte order of name.
/// Throws FileError where there is no book, or it is no regular file, or over 1 GiB.
[[nodiscard]] std::vector<Source> read_sources(const std::string& path);

/// Throws FileError where there is no book.
void require_book(const std::string& path);

/// The path of a file in a directory book, as `read_sources` names it.
[[nodiscard]] std::string directory_entry(const std::string& directory, const std::string& name);

/// Whether writing to `path` would write into the book: one of its files, or a new one that a
/// directory book would take in.
[[nodiscard]] bool belongs_to_book(const std::string& path, const std::string& book);

/// Writes the file whole or not at all, readable only by its owner; devices are written in place.
/// Throws FileError.
void write_file(const std::string& path, std::string_view text);

/// The same for a file that must not exist yet; makes the folders above it.
void create_file(const std::string& path, std::string_view text);

/// Whether something stands at the path, and whether that is a directory.
[[nodiscard]] bool exists(const std::string& path);
[[nodiscard]] bool is_directory(const std::string& path);

}  // namespace care
