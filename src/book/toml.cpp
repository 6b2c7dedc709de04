#include <care/book_toml.hpp>
#include <care/text.hpp>

#include <cstdint>
#include <iterator>

#include <fmt/format.h>

namespace care {
namespace {

/// What must not stand in a string as it is, beside the controls that TOML forbids: it could
/// mislead the eye of whoever reads the book.
bool is_misleading(std::int32_t value) {
  const auto within = [&](std::int32_t first, std::int32_t last) {
    return value >= first && value <= last;
  };
  return within(0x7f, 0x9f) || value == 0x61c || within(0x200e, 0x200f) || within(0x2028, 0x202e) ||
         within(0x2066, 0x2069) || value == 0xfeff;
}

void append_escaped(std::string& out, std::int32_t value) {
  switch (value) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\b': out += "\\b"; return;
    case '\t': out += "\\t"; return;
    case '\n': out += "\\n"; return;
    case '\f': out += "\\f"; return;
    case '\r': out += "\\r"; return;
    default: fmt::format_to(std::back_inserter(out), "\\u{:04X}", value);
  }
}

}  // namespace

std::string toml_string(std::string_view text) {
  std::string out = "\"";
  while (!text.empty()) {
    const CodePoint point = first_code_point(text);
    const bool is_control = point.value >= 0 && point.value < ' ';
    // Three in a row would close a text of several lines that somebody left open further up.
    const bool is_third = point.value == '\'' && out.ends_with("''");
    if (is_control || is_third || point.value == '"' || point.value == '\\' ||
        is_misleading(point.value)) {
      append_escaped(out, point.value);
    } else {
      out += text.substr(0, point.size);
    }
    text.remove_prefix(point.size);
  }
  return out + '"';
}

std::string toml_value(const std::vector<Text>& texts) {
  std::string list;
  for (const Text text : texts) list += (list.empty() ? "" : ", ") + toml_string(text);
  return fmt::format("[{}]", list);
}

std::string toml_value(Date day) { return iso(day); }

std::string toml_value(const When& when) { return when.time ? iso(when) + ":00" : iso(when); }

std::string toml_value(const YearlyDate& date) {
  const std::string day = fmt::format("{:02}-{:02}", static_cast<unsigned>(date.day.month()),
                                      static_cast<unsigned>(date.day.day()));
  return date.year ? fmt::format("{:04}-{}", static_cast<int>(*date.year), day) : toml_string(day);
}

std::string toml_value(Duration length) { return toml_string(spelled(length)); }

std::string toml_value(const Cadence& every) {
  return toml_string(every.period ? spelled(*every.period) : "never");
}

std::string toml_value(double number) { return fmt::format("{}", number); }

std::string toml_value(int number) { return fmt::format("{}", number); }

std::string toml_value(bool truth) { return truth ? "true" : "false"; }

}  // namespace care
