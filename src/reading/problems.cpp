#include "reading/problems.hpp"

#include <algorithm>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include <care/text.hpp>

namespace care::reading {
namespace {

constexpr std::size_t widest_shown = 60;
/// No text has to be looked at further than this to fill the columns.
constexpr std::size_t most_bytes = 600;

}  // namespace

void Problems::error(std::string_view code, Position at, std::string what, std::string instead) {
  all_.push_back({Severity::error, code, at, std::move(what), std::move(instead)});
}

void Problems::warning(std::string_view code, Position at, std::string what, std::string instead) {
  all_.push_back({Severity::warning, code, at, std::move(what), std::move(instead)});
}

std::vector<Problem> Problems::sorted() && {
  std::ranges::stable_sort(all_, [](const Problem& a, const Problem& b) {
    return std::tie(a.at, a.code, a.what) < std::tie(b.at, b.code, b.what);
  });
  return std::move(all_);
}

std::string in_quotes(std::string_view text) { return fmt::format("\"{}\"", shown(text)); }

std::string shown(std::string_view text) {
  if (text.size() > most_bytes) {
    text = text.substr(0, most_bytes);
    while (!text.empty() && (text.back() & '\xc0') == '\x80') text.remove_suffix(1);
    if (!text.empty() && (text.back() & '\x80') != 0) text.remove_suffix(1);
  }
  return shortened(neutralised(text), widest_shown);
}

std::optional<std::string_view> nearest_of(std::string_view typed,
                                           std::span<const std::string_view> known) {
  constexpr std::size_t most_typed = 100;
  if (typed.size() > most_typed) return std::nullopt;
  return nearest(typed, known);
}

}  // namespace care::reading
