#include "text/units.hpp"

#include <algorithm>
#include <iterator>
#include <string>

#include <care/calendar.hpp>
#include <care/text_ascii.hpp>
#include <care/text_units.hpp>

namespace care {
namespace {

/// What stands behind a number and means nothing without it.
constexpr std::string_view units[] = {
    "min",  "h",     "d",      "s",       "w",       "m",    "y",     "wd",   "day",
    "days", "week",  "weeks",  "month",   "months",  "year", "years", "YEAR", "YEARS",
    "hour", "hours", "minute", "minutes", "working", "%",    "am",    "pm"};
/// What says how a time is meant, behind its unit.
constexpr std::string_view directions[] = {"left", "late", "ago"};

bool is_one_of(std::string_view word, const auto& words) {
  return std::ranges::find(words, word) != std::ranges::end(words);
}

/// `November` or `Nov`.
bool names_one_of(std::string_view word, const auto& names) {
  return std::ranges::any_of(
      names, [&](std::string_view name) { return word == name || word == short_name(name); });
}

std::string_view without_signs_behind(std::string_view word) {
  return word.substr(0, word.find_first_of(".,;:)\""));
}

/// `3`, `1,480`, `9.3`, `+2`.
bool is_amount(std::string_view word) {
  if (!word.empty() && (word.front() == '+' || word.front() == '-' || word.front() == '~'))
    word.remove_prefix(1);
  return !word.empty() && is_digit(word.front()) && is_digit(word.back()) &&
         word.find_first_not_of("0123456789.,") == std::string_view::npos;
}

/// `USD`: three capitals.
bool is_currency(std::string_view word) {
  constexpr std::size_t letters = 3;
  return word.size() == letters && std::ranges::all_of(word, is_capital);
}

/// `2026`, `2026-11-24`: what a time of day may follow.
bool may_end_date(std::string_view word) {
  constexpr std::size_t year_digits = 4;
  constexpr std::size_t iso_size = 10;
  return (word.size() == year_digits && is_number(word)) ||
         (word.size() == iso_size && word[year_digits] == '-' && is_digit(word.back()));
}

bool is_clock(std::string_view word) {
  const std::size_t colon = word.find(':');
  return colon + 2 < word.size() && is_number(word.substr(0, colon)) && is_digit(word[colon + 1]);
}

/// Whether a line is not to end between two words: `Fri 20`, `20 Nov`, `November 2026`, `3 days`,
/// `5 h`, `min left`, `(82 %)`, `9.3 of 14`, `8 (100`; nor before the mark of what was cut off.
bool belong_together(std::string_view word, std::string_view next) {
  if (word.empty() || next.empty()) return false;
  if (word.size() > 1 && word.front() == '(') word.remove_prefix(1);
  if (next.starts_with("…")) return true;
  if (is_digit(next.front())) {
    return names_one_of(word, weekday_names) || names_one_of(word, month_names) || word == "h" ||
           word == "of" || (may_end_date(word) && is_clock(next));
  }
  const bool opens_share = next.size() > 1 && next.front() == '(' && is_digit(next[1]);
  if (next == "of" || opens_share) return is_amount(word);
  next = without_signs_behind(next);
  if (is_one_of(word, units)) {
    return is_one_of(next, directions) || (word == "working" && next.starts_with("day"));
  }
  return is_amount(word) &&
         (is_one_of(next, units) || names_one_of(next, month_names) || is_currency(next));
}

std::size_t end_of_word(std::string_view text, std::size_t from) {
  return std::min(text.find_first_of(" \n", from), text.size());
}

}  // namespace

std::size_t end_of_unit(std::string_view text, std::size_t from, std::size_t most) {
  std::size_t end = end_of_word(text, from);
  const std::size_t last = most < text.size() ? from + most : text.size();
  while (end < text.size() && text[end] == ' ') {
    const std::size_t next = end_of_word(text, end + 1);
    if (next > last ||
        !belong_together(text.substr(from, end - from), text.substr(end + 1, next - end - 1)))
      break;
    from = end + 1;
    end = next;
  }
  return end;
}

std::size_t end_of_command(std::string_view text, std::size_t from, char before) {
  const std::string_view rest = text.substr(from);
  // In brackets it is seen where it ends.
  const int most_words = rest.starts_with('(') ? 9 : 3;
  std::size_t end = from;
  const bool may_begin = std::string_view{":,(\0", 4}.find(before) != std::string_view::npos;
  const bool begins = may_begin && rest.starts_with("care ");
  if (!begins && !rest.starts_with("(care ") && !rest.starts_with("`care ")) return end;
  for (int words = 0; words < most_words && end < text.size(); ++words) {
    const std::size_t next =
        std::min(text.find_first_of(" \n", words == 0 ? end : end + 1), text.size());
    const bool is_last = next < text.size() && text[next] == '\n';
    end = next;
    if (is_last || std::string_view{".,;:)`"}.find(text[end - 1]) != std::string_view::npos) break;
  }
  return end;
}

std::string with_whole_units(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t size = std::max<std::size_t>(end_of_unit(text, 0), 1);
    for (const char c : text.substr(0, size)) {
      if (c == ' ' && size > 1) {
        out += "\u00a0";
      } else {
        out += c;
      }
    }
    text.remove_prefix(size);
  }
  return out;
}

}  // namespace care
