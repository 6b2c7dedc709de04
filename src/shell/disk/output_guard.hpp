#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace care {

/// Where output may go: nowhere that is a customer book.
class OutputGuard {
 public:
  /// `books` are those that the command line and the environment name, also where they are not
  /// there yet; `-` is standard input. `is_forced`: what reads as a book may be replaced, unless it
  /// is one of these.
  OutputGuard(std::vector<std::string> books, bool is_forced)
      : books_{std::move(books)}, is_forced_{is_forced} {}

  /// Throws FileError where the file, which is not a link, is a book or would become part of one.
  void check(const std::string& file) const;

  /// The file that a path leads to, checked. Throws FileError, also where a link on the way belongs
  /// to another user, who would choose what is written to.
  [[nodiscard]] std::string file_at(const std::string& path) const;

  /// The same of a directory for several files, which is made, for its owner alone, unless it is
  /// there, and cleared of dead drafts; `wanted` says what for.
  static void make_directory_at(const std::string& path, std::string_view wanted);

 private:
  std::vector<std::string> books_;
  bool is_forced_;
};

}  // namespace care
