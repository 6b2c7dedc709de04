#include <care/calendar_typed.hpp>

#include <fmt/format.h>

#include <algorithm>

#include "shell/commands/open_records.hpp"

namespace care {
namespace {

/// Offers what stands at the end of the text, where that is a day.
[[noreturn]] void refuse_no_due(const std::string& who, const std::vector<std::string>& words) {
  constexpr std::size_t most = 3;
  const std::size_t size = words.size();
  for (std::size_t count = std::min(most, size - 1); count > 0; --count) {
    const auto cut = words.end() - static_cast<std::ptrdiff_t>(count);
    const std::string day = fmt::format("{}", fmt::join(cut, words.end(), " "));
    if (!parse_typed_day(day, Moment{}, WorkCalendar{}, Lean::future)) continue;
    auto what = fmt::format("{}", fmt::join(words.begin(), cut, " "));
    if (what.ends_with(" by") || what.ends_with(" on")) what.resize(what.size() - 3);
    refuse("promise wants the day behind --due: care promise {} \"{}\" --due {}",
           {shown(who), shown(what), shown(day)});
  }
  refuse("promise wants the day by which it is kept: --due fri, --due 2026-12-01");
}

/// `care promise WHO WHAT… --due DATE`
struct Promising {
  static constexpr auto precision = Precision::day;
  std::string who, due, replaces;
  std::vector<std::string> words;
  RecordOptions record;

  void declare(Options& options) {
    options.summary("You promised something");
    options.who(who);
    options.argument("WHAT...", &words, "What was promised");
    options.value("--due", "DATE", &due, "The day or moment by which it is kept").day(Lean::future);
    options.value("--replaces", "ID", &replaces, "The promise that it takes the place of",
                  {Wanted::promise});
    record.declare_on(options, "When it was promised; default: today");
    record.declare(options);
    options.example("care promise acme the revised contract --due fri");
    options.example("care promise acme a call back --due \"fri 15:00\"");
    options.example(
        "care promise acme the contract, by courier --due 3wd --replaces acme-2026-11-27");
  }

  void check() const {
    check_words(words);
    if (due.empty()) refuse_no_due(who, words);
  }

  static void check_words(const std::vector<std::string>& typed) {
    if (!typed.empty()) return;
    refuse("promise wants what you promised: care promise acme \"the contract\" --due fri");
  }

  [[nodiscard]] Promise made(const RecordContext& context) const {
    check_words(context.words);
    Promise promise = promised(context, joined(context.words), due);
    if (!replaces.empty()) {
      const auto among = still_open(promises_of(context.book, context.who, context.now));
      promise.replaces = one_meant(context, "--replaces", replaces, among);
    }
    return promise;
  }
};

}  // namespace

CommandRow promise_command() { return row<Writing<Promising>>("promise"); }

}  // namespace care
