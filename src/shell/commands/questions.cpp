#include "shell/commands/questions.hpp"

#include <care/calendar_typed.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>

#include "shell/commands/asking.hpp"
#include "shell/commands/greetings.hpp"
#include "shell/commands/plans.hpp"

namespace care {
namespace {

bool is_no(std::string_view typed) {
  return typed.empty() || equal_ignoring_case(typed, "n") || equal_ignoring_case(typed, "no");
}
bool is_yes(std::string_view typed) {
  return equal_ignoring_case(typed, "y") || equal_ignoring_case(typed, "yes");
}

/// Asks about one customer, each thing only where it applies.
class Conversation {
 public:
  Conversation(const Session& session, RecordContext context)
      : questions_{session}, context_{std::move(context)}, plan_{context_.plan()} {}

  [[nodiscard]] std::optional<Answers> held() {
    const Date today = day_of(context_.now);
    const std::string name = neutralised(context_.customer().name);
    const std::string address = neutralised(address_of(context_.customer(), today));
    const bool is_said = (name + ' ').starts_with(address + ' ');
    questions_.print(
        fmt::format("{}{} - Enter skips a question\n", is_said ? "" : address + ", ", name));
    answers_.contact.missed = !questions_.yes("Did you reach them? y (Enter) or n:", true);
    ask_channel();
    answers_.said = questions_.answer("What was said or done?");
    if (!answers_.contact.missed) ask_what_was_said();
    if (!questions_.ended()) return answers_;
    questions_.print("Nothing was written.\n");
    return std::nullopt;
  }

 private:
  void ask_channel() {
    const auto known = choices<Channel>();
    const std::string how =
        questions_.word(fmt::format("How - {}?", fmt::join(known, ", ")), known);
    if (!how.empty()) answers_.contact.channels.push_back(how);
  }

  void ask_what_was_said() {
    answers_.contact.heard = questions_.answer("What did they say, in their words?");
    ask_greeted();
    ask_thanks();
    answers_.request = ask_settled("request", requests_of(book(), context_.who, context_.now));
    answers_.is_solved = answers_.request.is_given;
    answers_.promise = ask_settled("promise", promises_of(book(), context_.who, context_.now));
    ask_plans();
    if (plan_.strained) {
      const auto moods = choices<Mood>();
      answers_.contact.mood = questions_.word(
          fmt::format("They were strained; how are they now - {}?", fmt::join(moods, ", ")), moods);
    }
    answers_.promised = questions_.answer("Next step - what did you promise?");
    // Behind all the y or n, people say so of nothing, too.
    if (is_no(answers_.promised)) answers_.promised.clear();
    if (!answers_.promised.empty()) ask_due();
  }

  void ask_greeted() {
    const auto visible = greetable(context_);
    if (visible.empty()) return;
    std::string question =
        fmt::format("Greeted for {}? {}", listed_with_days(visible, day_of(context_.now)),
                    visible.size() == 1 ? "y or n:" : "y for all, or which:");
    while (true) {
      const std::string typed = questions_.answer(question);
      if (is_no(typed)) return;
      ImpliedList greeted{true, {}};
      if (!is_yes(typed)) greeted.value.push_back(typed);
      try {
        Touch trial = context_.begun<Touch>();
        greet(context_, greeted, trial);
        answers_.contact.greeted = std::move(greeted);
        return;
      } catch (const UsageError& error) {
        question = fmt::format("{}:", error.what());
      }
    }
  }

  void ask_thanks() {
    if (!plan_.thank_for) return;
    constexpr std::string_view yours = "your ";  // as one says it to them
    std::string what = neutralised(to_string(*plan_.thank_for));
    if (what.starts_with(yours)) what.replace(0, yours.size(), "their ");
    const std::string typed =
        questions_.answer(fmt::format("Thanked for {}? y, or for what:", what));
    if (is_no(typed)) return;
    answers_.contact.thanks = {true, is_yes(typed) ? std::string{} : typed};
  }

  /// The first that it settles: a contact names one.
  Implied ask_settled(std::string_view noun, const std::vector<OpenRecord>& records) {
    for (const OpenRecord& record : still_open(records)) {
      // Nothing can refer to one of several that go by the same id.
      if (std::ranges::count(records, record.id, &OpenRecord::id) > 1) continue;
      std::string what = neutralised_lines(record.what);
      std::ranges::replace(what, '\n', ' ');
      const std::string question =
          fmt::format("Does this settle the {} \"{}\"? y or n:", noun, shown(what));
      if (questions_.yes(question, false)) return {true, std::string{record.id}};
    }
    return {};
  }

  void ask_plans() {
    for (const Item& item : plans_shown(context_)) {
      const std::string question = fmt::format("Does this do \"{}\"? y or n:", shown(item.what));
      if (!questions_.yes(question, false)) continue;
      answers_.plan.is_given = true;
      answers_.plan.value.emplace_back(plan_name(item));
    }
  }

  /// The day, or the moment, by which the promise is kept.
  void ask_due() {
    std::string question = "By when?";
    while (true) {
      const std::string typed = questions_.answer(question);
      if (typed.empty()) return;
      const auto due = parse_typed_day(typed, context_.now, book().policy.calendar, Lean::future);
      const bool is_past = due && due->time && due->moment() <= context_.now;
      if (due && !is_past && due->day >= day_of(context_.now)) {
        answers_.due = typed;
        return;
      }
      question = fmt::format("\"{}\" is not a day to come; write it like fri, 28 Nov or +3d:",
                             shown(typed));
    }
  }

  [[nodiscard]] const Book& book() const { return context_.book; }

  Questions questions_;
  RecordContext context_;
  CustomerPlan plan_;
  Answers answers_;
};

}  // namespace

std::optional<Answers> ask(const Session& session, std::string_view who) {
  const Loaded loaded = session.load(session.sources());
  Book& book = loaded.reading.book;
  const Moment now = loaded.now;
  const When on{day_of(now), now - day_of(now)};
  Conversation conversation{session, {book, customer_named(book, who), now, on, {}}};
  return conversation.held();
}

}  // namespace care
