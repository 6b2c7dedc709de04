#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <care/book.hpp>

namespace care::reading {

/// Collects what is wrong. Codes are those of `problem_codes`.
class Problems {
 public:
  void error(std::string_view code, Position at, std::string what, std::string instead);
  void warning(std::string_view code, Position at, std::string what, std::string instead);

  [[nodiscard]] bool empty() const { return all_.empty(); }
  void clear() { all_.clear(); }

  /// By position; several at one place in the order of their codes.
  [[nodiscard]] std::vector<Problem> sorted() &&;

 private:
  std::vector<Problem> all_;
};

/// Text of the book as a message shows it: one short line in quotes that drives no terminal.
[[nodiscard]] std::string in_quotes(std::string_view text);
/// The same without the quotes.
[[nodiscard]] std::string shown(std::string_view text);

/// The one that was most likely meant; nothing for what is too long to be a slip of the finger.
[[nodiscard]] std::optional<std::string_view> nearest_of(std::string_view typed,
                                                         std::span<const std::string_view> known);

}  // namespace care::reading
