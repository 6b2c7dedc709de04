#include <care/calendar_typed.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include <array>

#include "shell/files.hpp"
#include "shell/store.hpp"
#include "shell/usage.hpp"
#include "shell/writing.hpp"

namespace care {
namespace {

/// Asks one question after the other; after the end of the answers every one is empty.
class Questions {
 public:
  explicit Questions(World& world) : world_{world} {}

  [[nodiscard]] bool ended() const { return ended_; }

  void tell(const std::string& text) const {
    if (!world_.write_out(text)) {
      throw FileError{fmt::format("standard output: {}", last_error())};
    }
  }

  std::string answer(const std::string& question) {
    if (ended_) return {};
    tell(question + " ");
    const auto line = world_.read_line();
    if (!line) {
      ended_ = true;
      tell("\n");
      return {};
    }
    const auto first = line->find_first_not_of(" \t\r");
    if (first == std::string::npos) return {};
    return line->substr(first, line->find_last_not_of(" \t\r") + 1 - first);
  }

 private:
  World& world_;
  bool ended_ = false;
};

std::optional<Mood> ask_mood(Questions& questions) {
  constexpr std::array moods{Mood::delighted, Mood::content, Mood::strained};
  std::string question = "How are they - delighted, content, strained?";
  while (true) {
    const std::string typed = questions.answer(question);
    if (typed.empty()) return std::nullopt;
    std::vector<std::string_view> known;
    for (const Mood mood : moods) {
      if (word(mood).starts_with(folded(typed))) return mood;
      known.push_back(word(mood));
    }
    question = fmt::format("\"{}\" is none of these{}", shown(typed), suggestion(typed, known));
    if (!question.ends_with('?')) question += ": delighted, content or strained?";
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
        fmt::format("\"{}\" is no day to come; write it like fri, 28 Nov or +3d:", shown(typed));
  }
}

}  // namespace

std::vector<Arguments> ask(const Arguments& arguments, World& world) {
  const Loaded loaded = load(arguments, world);
  const Book& book = loaded.reading.book;
  const CustomerIndex who = who_wanted(book, arguments.who);
  const Customer& customer = book.customers[who];
  Questions questions{world};
  questions.tell(fmt::format("{}, {} - Enter skips a question\n",
                             neutralised(address_of(customer, day_of(loaded.now))),
                             neutralised(customer.name)));
  Arguments log = arguments;
  log.text = questions.answer("What was said or done?");
  log.touch.heard = questions.answer("What did they say, in their words?");
  log.touch.thanks = ask_thanks(questions, book, who, loaded.now);
  log.touch.mood = ask_mood(questions);
  Arguments promise = arguments;
  promise.command = Command::promise;
  promise.text = questions.answer("Next step - what did you promise?");
  if (!promise.text.empty()) promise.due = ask_due(questions, book, loaded.now);
  if (questions.ended()) {
    questions.tell("Nothing was written.\n");
    return {};
  }
  std::vector<Arguments> records{log};
  if (!promise.due.empty()) records.push_back(promise);
  return records;
}

}  // namespace care
