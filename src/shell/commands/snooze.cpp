#include <care/calendar_typed.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>

#include "shell/commands/record.hpp"

namespace care {
namespace {

/// How many of the words, from the first on, are a day.
std::size_t words_of_day(const RecordContext& context, const std::vector<std::string>& words,
                         std::optional<When>& day) {
  constexpr std::size_t most = 4;
  for (std::size_t count = std::min(most, words.size()); count > 0; --count) {
    const auto end = words.begin() + static_cast<std::ptrdiff_t>(count);
    std::string text = fmt::format("{}", fmt::join(words.begin(), end, " "));
    for (const std::string_view lead : {"until ", "for ", "till "}) {
      if (equal_ignoring_case(std::string_view{text}.substr(0, lead.size()), lead)) {
        text.erase(0, lead.size());
      }
    }
    day = parse_typed_day(text, context.now, context.book.policy.calendar, Lean::future);
    if (day) return count;
  }
  return 0;
}

/// `care snooze WHO UNTIL BECAUSE…`: not now, because …
struct Snoozing {
  static constexpr auto precision = Precision::day;
  std::string who;
  std::vector<std::string> words;  ///< the day and the reason
  bool all = false;
  RecordOptions record;

  void declare(Options& options) {
    options.summary("Not now, because ...: put off follow-up and thanks");
    options.who(who);
    options.argument("UNTIL BECAUSE...", &words,
                     "A day, as fri, 2w or 28 Nov; behind it the reason",
                     days_offered(Lean::future));
    options.flag("--all", &all, "Occasions and things to prepare too");
    record.declare_on(options);
    record.declare(options);
    options.example("care snooze acme 2w away until then");
    options.example("care snooze acme 28 Nov the owner is ill --all");
  }

  void check() const { check_words(words); }

  static void check_words(const std::vector<std::string>& typed) {
    if (!typed.empty()) return;
    refuse("snooze wants a day and a reason: care snooze acme 2w \"away until then\"");
  }

  [[nodiscard]] Snooze made(const RecordContext& context) const {
    check_words(context.words);
    const std::vector<std::string>& typed = context.words;
    std::optional<When> until;
    const std::size_t used = words_of_day(context, typed, until);
    if (!until || until->time) {
      refuse(
          "snooze: \"{}\" is not a day; write care snooze {} 2w \"away until then\" (or fri, 28 "
          "Nov, 2026-12-01)",
          {shown(typed.front()), context.id()});
    }
    auto reason = typed.begin() + static_cast<std::ptrdiff_t>(used);
    if (reason != typed.end() && equal_ignoring_case(*reason, "because")) ++reason;
    auto snooze = context.begun<Snooze>();
    snooze.until = until->day;
    snooze.because = context.keep(fmt::format("{}", fmt::join(reason, typed.end(), " ")));
    snooze.all = all;
    if (snooze.because.empty()) {
      refuse("snooze wants a reason: care snooze {} {} \"away until then\"",
             {context.id(), iso(snooze.until)});
    }
    if (snooze.until <= context.on.day) {
      refuse("snooze: {} is not after {}", {iso(snooze.until), iso(context.on.day)});
    }
    return snooze;
  }
};

}  // namespace

CommandRow snooze_command() { return row<Writing<Snoozing>>("snooze"); }

}  // namespace care
