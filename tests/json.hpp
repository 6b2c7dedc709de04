#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace care::test {

/// A JSON value as it stands in a text. Strings keep their escapes: two that were written alike
/// are the same text.
struct Json {
  using List = std::vector<Json>;
  using Members = std::vector<std::pair<std::string, Json>>;
  std::variant<std::nullptr_t, bool, double, std::string, List, Members> value;

  /// The member of this name; nothing where there is none.
  [[nodiscard]] const Json* member(std::string_view name) const;
  /// The text of a member that is one; empty where there is none.
  [[nodiscard]] std::string_view text(std::string_view name) const;
  /// The elements of a member that is a list; none where there is none.
  [[nodiscard]] const List& list(std::string_view name) const;
  /// The number of a member that is one; 0 where there is none.
  [[nodiscard]] double number(std::string_view name) const;
};

/// One value of RFC 8259 at the beginning of `text`, with the blanks behind it, which is taken off.
/// Stricter than the RFC: no name stands twice in an object, and nothing is deeper than 64 levels.
[[nodiscard]] std::optional<Json> take_json(std::string_view& text);

}  // namespace care::test
