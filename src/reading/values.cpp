#include "reading/values.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <care/text.hpp>
#include <care/text_blank.hpp>

namespace care::reading {
namespace {

/// `"a", "b" or "c"`, the one that was most likely meant first.
std::string list_of(std::span<const std::string_view> words, std::string_view typed) {
  std::vector<std::string_view> order{words.begin(), words.end()};
  if (const auto near = nearest_of(typed, words)) {
    std::stable_partition(order.begin(), order.end(),
                          [&](std::string_view word) { return word == *near; });
  }
  std::string list;
  for (std::size_t i = 0; i < order.size(); ++i) {
    if (i > 0) list += i + 1 == order.size() ? " or " : ", ";
    list += fmt::format("\"{}\"", order[i]);
  }
  return list;
}

/// `wd`: what stands behind a count.
std::string sign_of(Duration duration) {
  const std::string text = spelled(duration);
  return text.substr(text.find_first_not_of("-0123456789"));
}

std::vector<std::string_view> signs_of(const LengthRow& row) {
  std::vector<std::string_view> signs;
  for (std::string_view rest = row.units; !rest.empty();) {
    const std::size_t end = std::min(rest.find(','), rest.size());
    signs.push_back(rest.substr(0, end));
    rest.remove_prefix(std::min(rest.size(), end + 2));
  }
  return signs;
}

/// `"2w" (or d, m, y, wd)`.
std::string example_of(Lengths lengths) {
  const LengthRow& row = row_of(lengths);
  std::vector<std::string_view> others = signs_of(row);
  std::erase(others, row.example.substr(row.example.find_first_not_of("0123456789")));
  return fmt::format("\"{}\" (or {}{})", row.example, fmt::join(others, ", "),
                     row.may_be_zero ? "; \"0d\" for none" : "");
}

/// `days, weeks or months`.
std::string units_in_words(Lengths lengths) {
  std::string words;
  const auto signs = signs_of(row_of(lengths));
  for (const std::string_view sign : signs) {
    const auto two = parse_duration(fmt::format("2{}", sign));
    if (!words.empty()) words += sign == signs.back() ? " or " : ", ";
    if (two) words += to_string(*two).substr(2);
  }
  return words;
}

bool takes(Lengths lengths, Duration duration) {
  const LengthRow& row = row_of(lengths);
  const auto signs = signs_of(row);
  return duration.count >= (row.may_be_zero ? 0 : 1) &&
         std::ranges::find(signs, sign_of(duration)) != signs.end();
}

}  // namespace

std::string written(const Node& value, std::string_view example) {
  if (value.key_at.line == 0) return std::string{example};
  return fmt::format("{} = {}", shown(value.key), example);
}

std::string described(const Node& value) {
  switch (value.kind) {
    case ValueKind::text: return fmt::format("the text {}", in_quotes(value.text));
    case ValueKind::integer: return fmt::format("the number {}", value.integer);
    case ValueKind::real: return fmt::format("the number {}", value.real);
    case ValueKind::boolean: return value.truth ? "true" : "false";
    case ValueKind::date: return fmt::format("the date {}", iso(value.when.day));
    case ValueKind::moment:
    case ValueKind::offset_moment: return fmt::format("the moment {}", iso(value.when));
    case ValueKind::time: return "a time";
    case ValueKind::list: return "a list";
    case ValueKind::table: return "a table";
  }
  return {};
}

void Values::wrong_type(const Node& value, std::string_view wanted, std::string_view example) {
  problems_.error("wrong-type", value.at,
                  fmt::format("{} takes {}, not {}", shown(value.key), wanted, described(value)),
                  written(value, example));
}

bool Values::is_reference(const Node& value) {
  if (value.kind == ValueKind::text) return true;
  wrong_type(value, "an id or a name", "\"…\"");
  return false;
}

bool Values::is_staff(const Node& value) {
  if (value.kind == ValueKind::text) return true;
  wrong_type(value, "the id of one of the staff", "\"nick\"");
  return false;
}

Text Values::other_text(const Node& value) {
  switch (value.kind) {
    case ValueKind::text: return texts_.keep(value.text);
    case ValueKind::integer:
      wrong_type(value, "a text", fmt::format("\"{}\"", value.integer));
      break;
    case ValueKind::list: wrong_type(value, "one text", "\"…\""); break;
    default: wrong_type(value, "a text", "\"…\"");
  }
  return {};
}

Texts Values::texts(const Node& value) {
  if (value.kind == ValueKind::list) return one_or_more_texts(value);
  const bool is_text = value.kind == ValueKind::text;
  wrong_type(value, "a list of texts",
             is_text ? fmt::format("[{}]", in_quotes(value.text)) : "[\"…\", \"…\"]");
  return {};
}

Texts Values::one_or_more_texts(const Node& value) {
  const Node* const first = value.kind == ValueKind::list ? value.first : &value;
  if (first == nullptr) return {};
  if (first == &value || first->next == nullptr) {
    const Text only = text(*first);
    return is_blank(only) ? Texts{} : Texts{only};
  }
  std::vector<Text> all;
  for (const Node& element : value)
    if (const Text kept = text(element); !is_blank(kept)) all.push_back(kept);
  return Texts{all};
}

std::optional<bool> Values::truth(const Node& value) {
  if (value.kind == ValueKind::boolean) return value.truth;
  wrong_type(value, "true or false", "true");
  return std::nullopt;
}

std::optional<int> Values::count(const Node& value) {
  constexpr int most = 100'000;
  if (value.kind != ValueKind::integer) {
    wrong_type(value, "a whole number", "10");
    return std::nullopt;
  }
  if (value.integer < 0 || value.integer > most) {
    problems_.error("bad-value", value.at,
                    fmt::format("{} cannot be {}", shown(value.key), value.integer),
                    fmt::format("a number from 0 to {}", most));
    return std::nullopt;
  }
  return static_cast<int>(value.integer);
}

std::optional<double> Values::number(const Node& value) {
  if (value.kind == ValueKind::integer) return static_cast<double>(value.integer);
  if (value.kind != ValueKind::real) {
    wrong_type(value, "a number", "1250.00");
    return std::nullopt;
  }
  if (!std::isfinite(value.real)) {
    problems_.error("bad-value", value.at,
                    fmt::format("{} cannot be {}", shown(value.key), value.real),
                    written(value, "1250.00"));
    return std::nullopt;
  }
  return value.real;
}

void Values::wrong_date(const Node& value, std::string_view wanted) {
  const auto bad = [&](std::string what, std::string instead) {
    problems_.error("bad-date", value.at, std::move(what), std::move(instead));
  };
  switch (value.kind) {
    case ValueKind::text: {
      const std::optional<When> meant = parse_iso(value.text);
      wrong_type(value, fmt::format("{} without quotes", wanted),
                 meant ? iso(*meant) : "2026-11-20");
      break;
    }
    case ValueKind::moment:
      bad(fmt::format("{} takes {} without a time", shown(value.key), wanted),
          written(value, iso(value.when.day)));
      break;
    case ValueKind::offset_moment:
      bad(fmt::format("{} has a time zone", shown(value.key)),
          fmt::format("write local time: {}", written(value, iso(value.when))));
      break;
    case ValueKind::time:
      bad(fmt::format("{} has a time, but no day", shown(value.key)),
          written(value, iso(When{Date{std::chrono::days{20777}}, value.when.time})));
      break;
    default: wrong_type(value, wanted, "2026-11-20");
  }
}

std::optional<Date> Values::date(const Node& value) {
  if (value.kind == ValueKind::date) return value.when.day;
  wrong_date(value, "a date");
  return std::nullopt;
}

std::optional<When> Values::when(const Node& value) {
  if (value.kind == ValueKind::date || value.kind == ValueKind::moment) return value.when;
  wrong_date(value, "a date");
  return std::nullopt;
}

std::optional<YearlyDate> Values::yearly(const Node& value) {
  if (value.kind == ValueKind::date) {
    const std::chrono::year_month_day day = civil(value.when.day);
    return YearlyDate{day.year(), day.month() / day.day()};
  }
  if (value.kind != ValueKind::text || parse_iso(value.text)) {
    wrong_date(value, "a date");
    return std::nullopt;
  }
  if (const auto day = parse_month_day(value.text)) return YearlyDate{std::nullopt, *day};
  problems_.error("bad-date", value.at,
                  fmt::format("{} is not a day of the year", in_quotes(value.text)),
                  fmt::format("{}, or \"02-29\" without a year", written(value, "1984-02-29")));
  return std::nullopt;
}

void Values::bad_duration(const Node& value, Lengths lengths) {
  const auto parsed = parse_duration(value.text);
  std::string what = fmt::format("{} is not a length of time", in_quotes(value.text));
  if (parsed && parsed->count < 1) {
    what = fmt::format("{} is too short for {}", in_quotes(value.text), shown(value.key));
  } else if (parsed) {
    what = fmt::format("{} takes {}, not {}", shown(value.key), units_in_words(lengths),
                       in_quotes(value.text));
  }
  problems_.error("bad-duration", value.at, std::move(what), written(value, example_of(lengths)));
}

std::optional<Duration> Values::duration(const Node& value, Lengths lengths) {
  if (value.kind != ValueKind::text) {
    const bool is_count = value.kind == ValueKind::integer && value.integer > 0;
    wrong_type(value, "a length of time",
               is_count ? fmt::format("\"{}d\"", value.integer) : example_of(lengths));
    return std::nullopt;
  }
  const std::optional<Duration> parsed = parse_duration(value.text);
  if (parsed && takes(lengths, *parsed)) return parsed;
  bad_duration(value, lengths);
  return std::nullopt;
}

std::optional<Cadence> Values::cadence(const Node& value) {
  if (value.kind == ValueKind::text && value.text == "never") return Cadence{};
  if (const auto period = duration(value, Lengths::interval)) return Cadence{*period};
  return std::nullopt;
}

std::optional<std::size_t> Values::word(const Node& value,
                                        std::span<const std::string_view> words) {
  if (value.kind != ValueKind::text) {
    wrong_type(value, "a word", list_of(words, {}));
    return std::nullopt;
  }
  for (std::size_t i = 0; i < words.size(); ++i)
    if (words[i] == value.text) return i;
  problems_.error("bad-value", value.at,
                  fmt::format("{} cannot be {}", shown(value.key), in_quotes(value.text)),
                  written(value, list_of(words, value.text)));
  return std::nullopt;
}

}  // namespace care::reading
