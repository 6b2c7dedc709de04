#include "json.hpp"

#include <algorithm>
#include <cstdlib>

namespace care::test {
namespace {

constexpr std::string_view digits = "0123456789";

/// Reads one value; each `take_` moves on behind what it read, or returns false.
class Parser {
 public:
  explicit Parser(std::string_view text) : rest_{text} {}

  [[nodiscard]] std::string_view rest() const { return rest_; }

  bool take_value(Json& json) {
    constexpr int deepest = 64;
    if (depth_ == deepest || rest_.empty()) return false;
    ++depth_;
    const bool is_one = take_any(json);
    --depth_;
    skip_blanks();
    return is_one;
  }

 private:
  bool take_any(Json& json) {
    switch (rest_[0]) {
      case '{': return take_object(json.value.emplace<Json::Members>());
      case '[': return take_list(json.value.emplace<Json::List>());
      case '"': return take_string(json.value.emplace<std::string>());
      case 't': json.value = true; return take("true");
      case 'f': json.value = false; return take("false");
      case 'n': json.value = nullptr; return take("null");
      default: return take_number(json);
    }
  }

  void skip_blanks() {
    rest_.remove_prefix(std::min(rest_.find_first_not_of(" \t\r\n"), rest_.size()));
  }

  bool take(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  bool take_string(std::string& text) {
    const std::string_view start = rest_;
    if (!take("\"")) return false;
    while (!rest_.empty() && rest_[0] != '"') {
      if (static_cast<unsigned char>(rest_[0]) < ' ') return false;
      const bool is_escape = rest_[0] == '\\';
      rest_.remove_prefix(1);
      if (is_escape && !take_escaped()) return false;
    }
    if (!take("\"")) return false;
    text = start.substr(1, start.size() - rest_.size() - 2);
    return true;
  }

  bool take_escaped() {
    constexpr std::size_t hex_digits = 4;
    if (rest_.empty() || std::string_view{"\"\\/bfnrtu"}.find(rest_[0]) == std::string_view::npos) {
      return false;
    }
    const bool is_code = rest_[0] == 'u';
    rest_.remove_prefix(1);
    if (!is_code) return true;
    const std::string_view hex = rest_.substr(0, hex_digits);
    if (hex.size() != hex_digits ||
        hex.find_first_not_of("0123456789abcdefABCDEF") != std::string_view::npos) {
      return false;
    }
    rest_.remove_prefix(hex_digits);
    return true;
  }

  /// How many digits stand here, which are passed.
  std::size_t take_digits() {
    const std::size_t count = std::min(rest_.find_first_not_of(digits), rest_.size());
    rest_.remove_prefix(count);
    return count;
  }

  bool take_number(Json& json) {
    const std::string text{rest_.substr(0, rest_.find_first_of(",]} \n\r\t"))};
    (void)take("-");
    if (!take("0") && take_digits() == 0) return false;
    if (take(".") && take_digits() == 0) return false;
    if (take("e") || take("E")) {
      if (!take("-")) (void)take("+");
      if (take_digits() == 0) return false;
    }
    json.value = std::strtod(text.c_str(), nullptr);
    return true;
  }

  bool take_list(Json::List& list) {
    (void)take("[");
    skip_blanks();
    if (take("]")) return true;
    do {
      skip_blanks();
      if (!take_value(list.emplace_back())) return false;
    } while (take(","));
    return take("]");
  }

  bool take_object(Json::Members& members) {
    (void)take("{");
    skip_blanks();
    if (take("}")) return true;
    do {
      skip_blanks();
      std::string name;
      if (!take_string(name)) return false;
      if (std::ranges::find(members, name, &Json::Members::value_type::first) != members.end()) {
        return false;
      }
      skip_blanks();
      if (!take(":")) return false;
      skip_blanks();
      if (!take_value(members.emplace_back(std::move(name), Json{}).second)) return false;
    } while (take(","));
    return take("}");
  }

  std::string_view rest_;
  int depth_ = 0;
};

}  // namespace

const Json* Json::member(std::string_view name) const {
  const auto* members = std::get_if<Members>(&value);
  if (members == nullptr) return nullptr;
  const auto found = std::ranges::find(*members, name, &Members::value_type::first);
  return found == members->end() ? nullptr : &found->second;
}

std::string_view Json::text(std::string_view name) const {
  const Json* found = member(name);
  const auto* text = found == nullptr ? nullptr : std::get_if<std::string>(&found->value);
  return text == nullptr ? std::string_view{} : *text;
}

const Json::List& Json::list(std::string_view name) const {
  static const List none;
  const Json* found = member(name);
  const auto* list = found == nullptr ? nullptr : std::get_if<List>(&found->value);
  return list == nullptr ? none : *list;
}

double Json::number(std::string_view name) const {
  const Json* found = member(name);
  const auto* number = found == nullptr ? nullptr : std::get_if<double>(&found->value);
  return number == nullptr ? 0 : *number;
}

std::optional<Json> take_json(std::string_view& text) {
  Parser parser{text};
  Json json;
  if (!parser.take_value(json)) return std::nullopt;
  text = parser.rest();
  return json;
}

}  // namespace care::test
