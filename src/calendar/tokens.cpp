#include "calendar/tokens.hpp"

#include <algorithm>
#include <charconv>

#include <care/calendar_work.hpp>

namespace care {
namespace {

using std::chrono::minutes;

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_blank(char c) { return c == ' ' || c == '\t'; }

/// The place of a name that `text` spells out or cuts to its first three letters.
template <std::size_t N>
std::optional<unsigned> index_of(const std::array<std::string_view, N>& names,
                                 std::string_view text) {
  const std::string low = lowered(text);
  for (unsigned i = 0; i < N; ++i) {
    if (low == lowered(names[i]) || low == lowered(short_name(names[i]))) return i;
  }
  return std::nullopt;
}

}  // namespace

std::string lowered(std::string_view text) {
  std::string low{text};
  for (char& c : low) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return low;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<std::string_view> words(std::string_view text) {
  std::vector<std::string_view> found;
  while (!(text = trimmed(text)).empty()) {
    const std::size_t end = std::min(text.find_first_of(" \t"), text.size());
    found.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return found;
}

std::optional<int> number(std::string_view text) {
  int value = 0;
  if (text.empty() || !is_digit(text.front())) return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<std::chrono::month> parse_month(std::string_view text) {
  const auto index = index_of(month_names, text);
  if (!index) return std::nullopt;
  return std::chrono::month{*index + 1};
}

std::optional<minutes> parse_clock(std::string_view text) {
  if (text.size() != 5 || text[2] != ':') return std::nullopt;
  const auto hour = number(text.substr(0, 2));
  const auto minute = number(text.substr(3));
  if (!hour || !minute || *minute > 59 || *hour > 24 || (*hour == 24 && *minute > 0)) {
    return std::nullopt;
  }
  return std::chrono::hours{*hour} + minutes{*minute};
}

std::optional<unsigned> parse_weekday(std::string_view text) {
  return index_of(weekday_names, text);
}

}  // namespace care
