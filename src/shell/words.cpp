#include "shell/words.hpp"

#include <care/calendar_typed.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "shell/raw.hpp"
#include "shell/usage.hpp"

namespace care {
namespace {

/// `-2d` is a day, and no option.
bool is_day(const std::string& word) { return is_option(word) && word[1] >= '0' && word[1] <= '9'; }

}  // namespace

bool is_option(const std::string& word) { return word.size() > 1 && word.starts_with('-'); }

std::optional<std::size_t> command_place(const std::vector<std::string>& words,
                                         const ArityOf& arity_of) {
  bool list = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_option(words[i])) {
      list = words[i] == "--only";
      if (!list && arity_of(words[i]) == Arity::needed) ++i;
    } else if (!list || (find_command(words[i]) && !parse_kind(words[i]))) {
      return i;  // `request` and `promise` are kinds, too
    }
  }
  return std::nullopt;
}

void join_days(std::vector<std::string>& words) {
  constexpr std::array<std::string_view, 8> options{"--on",   "--asked", "--due",      "--since",
                                                    "--from", "--to",    "--birthday", "--today"};
  constexpr std::size_t most = 4;
  for (std::size_t i = 0; i + 2 < words.size(); ++i) {
    if (std::ranges::find(options, words[i]) == options.end()) continue;
    std::string joined = words[i + 1];
    std::size_t used = 1;
    std::string day = joined;
    for (std::size_t n = 2; n <= most && i + n < words.size() && !is_option(words[i + n]); ++n) {
      joined += " " + words[i + n];
      if (!parse_typed_day(joined, Moment{}, WorkCalendar{}, Lean::future)) continue;
      day = joined;
      used = n;
    }
    const auto first = words.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    *first = day;
    words.erase(first + 1, first + static_cast<std::ptrdiff_t>(used));
  }
}

void check_values(const std::vector<std::string>& words, const ArityOf& arity_of) {
  std::size_t plain = 0;  // words that are neither options nor values, the command among them
  for (std::size_t i = 0; i < words.size(); ++i) {
    const Arity arity = is_option(words[i]) ? arity_of(words[i]) : Arity::unknown;
    const bool has_next =
        i + 1 < words.size() && (!is_option(words[i + 1]) || is_day(words[i + 1]));
    if (arity == Arity::needed) {
      if (!has_next && i + 1 < words.size() && words[i + 1].find(' ') != std::string::npos) {
        throw UsageError{
            fmt::format("{0}: write {0}=\"...\" where the value begins with -", words[i])};
      }
      if (!has_next) throw UsageError{fmt::format("{} wants a value behind it", words[i])};
      ++i;
    } else if (arity == Arity::optional && has_next) {
      const bool is_text = words[i] == "--thanks" || words[i] == "--greeted";
      const bool goes_on = i + 2 < words.size() && !is_option(words[i + 2]);
      if (is_text && (goes_on || plain < 2)) {
        throw UsageError{
            fmt::format("{0}: does \"{1}\" belong to it? Put WHO and the text before {0}, or write "
                        "{0}=\"{1} ...\"",
                        words[i], shown(words[i + 1]))};
      }
      ++i;
    } else if (!is_option(words[i])) {
      ++plain;
    }
  }
}

}  // namespace care
