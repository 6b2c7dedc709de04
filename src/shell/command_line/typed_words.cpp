#include "shell/command_line/typed_words.hpp"

#include <care/calendar_typed.hpp>
#include <care/plan.hpp>
#include <care/text_ascii.hpp>
#include <care/text_blank.hpp>

#include <fmt/format.h>

#include <algorithm>

#include "shell/command_line/amounts.hpp"
#include "shell/command_line/command.hpp"

namespace care {
namespace {

/// How many values the option wants; none for a word that is not known.
ValueCount values_behind(const std::string& word, const KnownOptions& known) {
  const Option* const option = is_option(word) ? known.find(word) : nullptr;
  return option == nullptr ? ValueCount::none : option->count;
}

/// The option of a word as people write it: behind `--contact`, `--contact-phone` is `--phone`.
std::string as_written(std::string_view word, const KnownOptions& known) {
  const std::string_view name = word.substr(0, word.find('='));
  const Option* const option = known.find(name);
  const std::size_t dash = name.find('-', 2);
  const bool is_of_part = option != nullptr && option->is_hidden &&
                          dash != std::string_view::npos &&
                          known.find(name.substr(0, dash)) != nullptr;
  return is_of_part ? fmt::format("-{}", name.substr(dash)) : std::string{name};
}

}  // namespace

const Option* KnownOptions::find(std::string_view name) const {
  const Option* const own = command.find(name);
  return own != nullptr ? own : global.find(name);
}

bool is_option(std::string_view word) { return word.size() > 1 && word.starts_with('-'); }

bool is_typed_day(std::string_view word) { return is_option(word) && is_digit(word[1]); }

std::optional<std::size_t> command_place(const std::vector<std::string>& words,
                                         const KnownOptions& known) {
  bool is_list = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (is_option(words[i])) {
      const ValueCount count = values_behind(words[i], known);
      is_list = count == ValueCount::list;
      if (count == ValueCount::one) ++i;
    } else if (!is_list || (find_command(words[i]) != nullptr && !parse_kind(words[i]))) {
      return i;  // `request` and `promise` are kinds, too
    }
  }
  return std::nullopt;
}

namespace {

/// How many words from there on are a day together; 1 where none are.
std::size_t words_of_day(const std::vector<std::string>& words, std::size_t begin) {
  constexpr std::size_t most = 4;
  std::size_t used = 1;
  std::string typed = words[begin];
  for (std::size_t n = 1; n < most && begin + n < words.size(); ++n) {
    if (is_option(words[begin + n])) break;
    typed += " " + words[begin + n];
    const auto day = parse_typed_day(typed, Moment{}, WorkCalendar{}, Lean::future);
    if (day || is_day_of_no_month(typed)) used = n + 1;
  }
  return used;
}

/// Throws UsageError where an option that takes one value, or none, stands there twice.
void refuse_twice(const std::vector<std::string>& words, const KnownOptions& known) {
  std::vector<const Option*> seen;
  for (const std::string& word : words) {
    const Option* const option =
        is_option(word) ? known.find(word.substr(0, word.find('='))) : nullptr;
    if (option == nullptr || option->may_come_again || option->count == ValueCount::none ||
        option->count == ValueCount::list) {
      continue;
    }
    if (std::ranges::find(seen, option) != seen.end()) {
      refuse("{0}: there are two; one record takes one", {as_written(word, known)});
    }
    seen.push_back(option);
  }
}

}  // namespace

void join_values(std::vector<std::string>& words, const KnownOptions& known) {
  for (std::size_t i = 0; i + 2 < words.size(); ++i) {
    const Option* const option = known.find(words[i]);
    if (option == nullptr) continue;
    std::size_t used = 1;
    if (option->is_day) used = words_of_day(words, i + 1);
    if (option->is_amount && is_currency(words[i + 2])) used = 2;
    const auto first = words.begin() + static_cast<std::ptrdiff_t>(i) + 1;
    for (std::size_t n = 1; n < used; ++n) *first += " " + first[static_cast<std::ptrdiff_t>(n)];
    words.erase(first + 1, first + static_cast<std::ptrdiff_t>(used));
  }
}

void check_values(const std::vector<std::string>& words, const KnownOptions& known) {
  refuse_twice(words, known);
  std::size_t plain = 0;  // words that are neither options nor values
  for (std::size_t i = 0; i < words.size(); ++i) {
    const ValueCount count = values_behind(words[i], known);
    const bool has_next =
        i + 1 < words.size() && (!is_option(words[i + 1]) || is_typed_day(words[i + 1]));
    if (count == ValueCount::one || count == ValueCount::list) {
      if (!has_next && i + 1 < words.size() && words[i + 1].find(' ') != std::string::npos) {
        refuse("{0}: write {0}=\"...\" where the value begins with -",
               {as_written(words[i], known)});
      }
      if (!has_next) refuse("{} wants a value behind it", {as_written(words[i], known)});
      ++i;
    } else if (count == ValueCount::at_most_one && has_next) {
      const bool is_text = known.find(words[i])->offered.wanted == Wanted::words;
      const bool goes_on = i + 2 < words.size() && !is_option(words[i + 2]);
      if (is_text && (goes_on || plain == 0)) {
        refuse(
            "{0}: does \"{1}\" belong to it? Put WHO and the text before {0}, or write {0}=\"{1} "
            "...\"",
            {words[i], shown(words[i + 1])});
      }
      ++i;
    } else if (!is_option(words[i])) {
      ++plain;
    }
  }
}

void refuse_unseen(const KnownOptions& known) {
  const auto says_nothing = [](const std::string& value) {
    return !value.empty() && is_blank(value);
  };
  for (const Options* options : {&known.command, &known.global}) {
    for (const Option& option : options->options) {
      const auto* const one = std::get_if<std::string*>(&option.target);
      const auto* const several = std::get_if<std::vector<std::string>*>(&option.target);
      const bool is_unseen = (one != nullptr && says_nothing(**one)) ||
                             (several != nullptr && std::ranges::any_of(**several, says_nothing));
      if (is_unseen) {
        refuse("{0}: there is nothing to be seen in what stands behind it; leave {0} out",
               {as_written(option.names.back(), known)});
      }
    }
  }
}

}  // namespace care
