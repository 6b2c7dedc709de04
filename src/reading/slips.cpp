#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include <care/calendar.hpp>
#include <care/text_ascii.hpp>

#include "reading/diagnosis.hpp"
#include "reading/line_signs.hpp"
#include "reading/problems.hpp"

namespace care::reading {
namespace {

bool is_letter(char c) { return care::is_letter(c) || c < '\0'; }

std::string_view without_comment(std::string_view value) {
  return trimmed(value.substr(0, value.find('#')));
}

/// Whether the text looks like `pattern`, in which 9 stands for any digit.
bool looks_like(std::string_view text, std::string_view pattern) {
  return text.size() >= pattern.size() &&
         std::ranges::equal(text.substr(0, pattern.size()), pattern,
                            [](char c, char p) { return p == '9' ? is_digit(c) : c == p; });
}

std::string text_line(std::string_view key, std::string_view value) {
  if (value.find('"') == npos && value.find('\\') == npos)
    return fmt::format("{} = {}", shown(key), in_quotes(value));
  if (value.find('\'') == npos) return fmt::format("{} = '{}'", shown(key), shown(value));
  return fmt::format("{} = \"…\"", shown(key));
}

Slip needs_quotes(std::string_view key, std::string_view value, std::size_t offset) {
  return {offset, fmt::format("the text {} needs quotes", in_quotes(value)), text_line(key, value)};
}

/// The first quote from a word processor, outside of all straight ones.
std::size_t curly_quote(std::string_view value) {
  char open = '\0';
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (open != '\0') {
      if (value[i] == open) open = '\0';
      continue;
    }
    if (value[i] == '#') break;
    if (value[i] == '"' || value[i] == '\'') open = value[i];
    for (const std::string_view quote : {"“", "”", "„", "‘", "’", "‚", "«", "»"})
      if (value.substr(i).starts_with(quote)) return i;
  }
  return npos;
}

std::string without_curly_quotes(std::string_view value) {
  std::string plain;
  for (std::size_t i = 0; i < value.size();) {
    const auto quotes = {"“", "”", "„", "‘", "’", "‚", "«", "»"};
    const auto quote = std::ranges::find_if(
        quotes, [&](std::string_view one) { return value.substr(i).starts_with(one); });
    if (quote == quotes.end()) plain += value[i];
    i += quote == quotes.end() ? 1 : std::string_view{*quote}.size();
  }
  return plain;
}

bool has_second_key(std::string_view rest) {
  const std::size_t equals = rest.find(" = ");
  return equals != npos && equals > 0 && rest.find('#') > equals;
}

Slip two_keys(std::size_t offset) {
  return {offset, "a second key stands in this line", "each key on a line of its own"};
}

/// A text in straight quotes that does not end, or goes on behind its end.
std::optional<Slip> slip_in_text(std::string_view key, std::string_view value, std::size_t offset) {
  const char quote = value.front();
  std::size_t end = 1;
  while (end < value.size() && value[end] != quote)
    end += value[end] == '\\' && quote == '"' ? 2 : 1;
  if (end >= value.size())
    return Slip{offset, "this text has no closing quote", text_line(key, trimmed(value.substr(1)))};
  const std::string_view rest = trimmed(value.substr(end + 1));
  if (has_second_key(rest)) return two_keys(offset + end + 1);
  if (!rest.empty() && rest.front() != '#') {
    const bool has_quote = rest.find(quote) != npos;
    return Slip{offset + end + 1,
                fmt::format("something stands behind the closing quote: {}", in_quotes(rest)),
                has_quote ? "\\\" for a quote within a text, or '…' around it"
                          : "nothing but a comment behind a value"};
  }
  const std::size_t backslash = value.substr(0, end).find('\\');
  if (quote == '"' && backslash != npos) {
    return Slip{offset + backslash, "a backslash in a text begins an escape such as \\n",
                "\\\\ for a backslash, or '…' around the text"};
  }
  return std::nullopt;
}

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// A date that no calendar has, and a time that no day has.
std::optional<Slip> slip_in_date(std::string_view key, std::string_view value, std::size_t offset) {
  const std::string_view date = value.substr(0, 10);
  const int year = number(value.substr(0, 4));
  const auto month = static_cast<unsigned>(number(value.substr(5, 2)));
  if (!make_date(year, month, static_cast<unsigned>(number(value.substr(8, 2))))) {
    const bool is_month = month >= 1 && month <= 12;
    const std::chrono::year_month_day_last last{
        std::chrono::year{year}, std::chrono::month{is_month ? month : 12} / std::chrono::last};
    return Slip{offset, fmt::format("{} is not a day of the calendar", date),
                fmt::format("{} = {}", shown(key), iso(Date{std::chrono::local_days{last}}))};
  }
  if (value.size() == 10) return std::nullopt;
  if (has_second_key(value.substr(10))) return two_keys(offset + 10);
  if (value[10] == 'T' || value[10] == ' ') {
    return Slip{offset, fmt::format("{} is not a moment", in_quotes(value)),
                fmt::format("{} = {}T15:00", shown(key), date)};
  }
  return needs_quotes(key, value, offset);
}

/// `12,50` and `1.250,00` with a point, and nothing between the thousands.
std::string with_point(std::string_view value) {
  const std::size_t last = value.find_last_of(".,");
  const bool is_decimal = value.size() - last != 4;
  std::string plain;
  for (std::size_t i = 0; i < value.size(); ++i) {
    if (value[i] != '.' && value[i] != ',') plain += value[i];
    if (i == last && is_decimal) plain += '.';
  }
  return plain;
}

std::optional<Slip> slip_in_number(std::string_view key, std::string_view value,
                                   std::size_t offset) {
  if (looks_like(value, "9999-99-99")) return slip_in_date(key, value, offset);
  if (looks_like(value, "99-99") && value.size() == 5) return needs_quotes(key, value, offset);
  const std::size_t end = value.find_first_not_of("0123456789.,/-");
  const std::string_view digits = value.substr(0, std::min(end, value.size()));
  const auto marks = [&](char mark) { return std::ranges::count(digits, mark); };
  const bool is_whole = digits.size() == value.size();
  if (is_whole && (marks('-') == 2 || marks('.') == 2 || marks('/') == 2)) {
    return Slip{offset, fmt::format("a date is not written {}", in_quotes(value)),
                fmt::format("{} = 2026-11-20 (year, month, day)", shown(key))};
  }
  const bool has_sign = value.front() == '+' || value.front() == '-';
  const std::string_view unsigned_part = value.substr(has_sign ? 1 : 0);
  if (unsigned_part.find(',') != npos && unsigned_part.find_first_not_of("0123456789.,") == npos) {
    return Slip{offset, fmt::format("a number is not written {}", in_quotes(value)),
                fmt::format("{} = {}", shown(key), with_point(value))};
  }
  return needs_quotes(key, value, offset);
}

std::optional<Slip> slip_in_word(std::string_view key, std::string_view value, std::size_t offset) {
  const std::string lower = in_small_letters(std::string{value});
  if (value == "true" || value == "false" || value == "inf" || value == "nan") return std::nullopt;
  const bool is_yes = lower == "true" || lower == "yes" || lower == "on";
  const bool is_no = lower == "false" || lower == "no" || lower == "off";
  if (is_yes || is_no) {
    return Slip{offset, fmt::format("{} is neither true nor false", in_quotes(value)),
                fmt::format("{} = {}", shown(key), is_yes ? "true" : "false")};
  }
  return needs_quotes(key, value, offset);
}

/// `name: Maria` as it should be.
std::string with_equals(std::string_view key, std::string_view value) {
  const std::string_view bare = without_comment(value);
  const bool is_word =
      !bare.empty() && is_letter(bare.front()) && bare != "true" && bare != "false";
  if (is_word || bare.empty()) return text_line(key, bare.empty() ? "…" : bare);
  return fmt::format("{} = {}", shown(key), shown(bare));
}

std::string_view example_list(std::string_view key) {
  if (key == "hours") return "hours = [\"09:00-12:30\", \"13:30-17:00\"]";
  if (key == "holidays") return "holidays = [\"12-25\", 2026-11-26]";
  return "[\"west\", \"north\"]";
}

}  // namespace

std::optional<Slip> slip_in_value(std::string_view key, std::string_view value,
                                  std::size_t offset) {
  if (const std::size_t curly = curly_quote(value); curly != npos) {
    return Slip{offset + curly, "these quotes come from a word processor",
                value.starts_with('[')
                    ? std::string{example_list(key)}
                    : text_line(key, without_curly_quotes(without_comment(value)))};
  }
  const std::string_view bare = without_comment(value);
  if (bare.empty()) {
    return Slip{offset, fmt::format("no value stands behind {} =", shown(key)),
                fmt::format("{} = \"…\"", shown(key))};
  }
  const char first = bare.front();
  if (key == "hours" && is_digit(first)) {
    return Slip{offset, "a list of windows needs brackets and quotes",
                std::string{example_list(key)}};
  }
  if (value.starts_with("\"\"\"") || value.starts_with("'''")) return std::nullopt;
  if (first == '"' || first == '\'') return slip_in_text(key, value, offset);
  if (first == '=' || first == '>' || first == ':') {
    return Slip{offset, "one = stands between a key and its value",
                fmt::format("{} = \"…\"", shown(key))};
  }
  if (first == '[') {
    return Slip{offset, "this is not a list: a quote, comma or bracket is missing",
                std::string{example_list(key)}};
  }
  if (first == '{') {
    return Slip{offset, "this is not a table: an =, a quote, comma or brace is missing",
                "{ from = 2026-12-28, to = 2026-12-31 }"};
  }
  if (is_digit(first) || first == '+' || first == '-') return slip_in_number(key, bare, offset);
  if (is_letter(first)) return slip_in_word(key, bare, offset);
  return needs_quotes(key, bare, offset);
}

std::optional<Slip> slip_in_line(std::string_view line) {
  const std::size_t first = line.find_first_not_of(" \t\r");
  if (first == npos || line[first] == '#' || line[first] == '[') return std::nullopt;
  const std::size_t equals = line.find('=');
  if (equals == npos) {
    const std::size_t colon = line.find(':');
    const std::string_view key = trimmed(line.substr(0, std::min(colon, line.size())));
    const bool is_key = colon != npos && key.find_first_of(" \t\"'") == npos && !key.empty();
    if (is_key) {
      return Slip{colon, "a key and its value have an = between them",
                  with_equals(key, line.substr(colon + 1))};
    }
    return Slip{first, fmt::format("{} has no =", in_quotes(without_comment(line))),
                "`key = \"…\"`, or # before a remark of your own"};
  }
  const std::string_view key = trimmed(line.substr(0, equals));
  if (key.empty()) return Slip{equals, "no key stands before the =", "name = \"…\""};
  const bool is_quoted = key.front() == '"' || key.front() == '\'';
  if (!is_quoted && key.find_first_of(" \t") != npos && key.find('.') == npos) {
    std::string joined{key};
    std::ranges::replace(joined, ' ', '_');
    return Slip{first, fmt::format("{} is not a key: a key is one word", in_quotes(key)),
                fmt::format("{} = …", shown(joined))};
  }
  const std::size_t start = line.find_first_not_of(" \t\r", equals + 1);
  return slip_in_value(key, start == npos ? std::string_view{} : line.substr(start),
                       start == npos ? equals : start);
}

}  // namespace care::reading
