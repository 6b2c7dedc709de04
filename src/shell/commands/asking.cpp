#include "shell/commands/asking.hpp"

#include <care/calendar_typed.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include "shell/command_line/usage.hpp"
#include "shell/commands/lookup.hpp"

namespace care {
namespace {

/// Asks one question after the other; after the end of the answers every one is empty.
class Questions {
 public:
  explicit Questions(const Session& session) : session_{session} {}

  [[nodiscard]] bool ended() const { return ended_; }

  void print(const std::string& text) const { session_.print(text); }

  std::string answer(const std::string& question) {
    if (ended_) return {};
    print(question + " ");
    const auto line = session_.world.read_line();
    if (!line) {
      ended_ = true;
      print("\n");
      return {};
    }
    const auto first = line->find_first_not_of(" \t\r");
    if (first == std::string::npos) return {};
    return line->substr(first, line->find_last_not_of(" \t\r") + 1 - first);
  }

 private:
  const Session& session_;
  bool ended_ = false;
};

std::string ask_mood(Questions& questions) {
  const std::vector<std::string_view> known = mood_names();
  std::string question = fmt::format("How are they - {}?", fmt::join(known, ", "));
  while (true) {
    const std::string typed = questions.answer(question);
    if (typed.empty()) return {};
    for (const std::string_view mood : known) {
      if (mood.starts_with(folded(typed))) return std::string{mood};
    }
    question = fmt::format("\"{}\" is not one of these{}", shown(typed), suggestion(typed, known));
    if (!question.ends_with('?')) question += fmt::format(": {}?", either(known));
  }
}

Implied ask_thanks(Questions& questions, const Book& book, CustomerIndex who, Moment now) {
  const auto cause = plan_customer(book, who, now).thank_for;
  if (!cause) return {};
  const std::string what = neutralised(to_string(*cause));
  const std::string typed = questions.answer(fmt::format("Thanked for {}? y, or for what:", what));
  const std::string small = folded(typed);
  if (typed.empty() || small == "n" || small == "no") return {};
  return {true, small == "y" || small == "yes" ? std::string{} : typed};
}

/// The day by which a promise is kept.
std::string ask_due(Questions& questions, const Book& book, Moment now) {
  std::string question = "By when?";
  while (true) {
    std::string typed = questions.answer(question);
    if (typed.empty()) return {};
    const auto due = parse_typed_day(typed, now, book.policy.calendar, Lean::future);
    if (due && !due->time && due->day >= day_of(now)) return typed;
    question =
        fmt::format("\"{}\" is not a day to come; write it like fri, 28 Nov or +3d:", shown(typed));
  }
}

}  // namespace

std::optional<Answers> ask(const Session& session, std::string_view who) {
  const Loaded loaded = session.load(session.sources());
  const Book& book = loaded.book();
  const CustomerIndex index = customer_named(book, who);
  const Customer& customer = book.customers[index];
  Questions questions{session};
  questions.print(fmt::format("{}, {} - Enter skips a question\n",
                              neutralised(address_of(customer, day_of(loaded.now))),
                              neutralised(customer.name)));
  Answers answers;
  answers.said = questions.answer("What was said or done?");
  answers.contact.heard = questions.answer("What did they say, in their words?");
  answers.contact.thanks = ask_thanks(questions, book, index, loaded.now);
  answers.contact.mood = ask_mood(questions);
  answers.promise = questions.answer("Next step - what did you promise?");
  if (!answers.promise.empty()) answers.due = ask_due(questions, book, loaded.now);
  if (!questions.ended()) return answers;
  questions.print("Nothing was written.\n");
  return std::nullopt;
}

}  // namespace care
