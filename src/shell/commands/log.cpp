#include <care/calendar_typed.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include "shell/commands/touch.hpp"

namespace care {
namespace {

// --- Questions ----------------------------------------------------------------------------------

/// What somebody answered who typed `care log WHO` alone.
struct Answers {
  std::string said;
  TouchOptions contact;
  std::string promise, due;  ///< a promise was made where both are there
};

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

/// Asks on the terminal what else there is to say; nothing where the answers ended before the last
/// question.
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

// --- The command --------------------------------------------------------------------------------

/// `care log WHO [TEXT…]`
struct Logging {
  std::string who;
  std::vector<std::string> text;
  TouchOptions contact;
  Implied request, promise;
  std::string waiting;
  RecordOptions record;

  void declare(Options& options) {
    options.summary("A contact with a customer, as it was");
    options.who(who);
    options.argument("[TEXT...]", &text, "What was said and done");
    record.declare_on(options);
    contact.declare(options);
    options.implied("--request", "[ID]", request,
                    "It answers this request; without a value: the only one that is open",
                    {Wanted::request});
    options.value("--waiting", "WHAT", &waiting,
                  "We cannot go on with the request until they give us this");
    options.implied("--promise", "[ID]", promise,
                    "It keeps this promise; without a value: the only one that is open",
                    {Wanted::promise});
    record.declare(options);
    options.example("care log acme talked about the doors --call --thanks");
    options.example("care log acme --missed --call --on yesterday 15:30");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    if (record.on.empty()) refuse_day_in_text("log", text);
    contact.check();
    if (!waiting.empty() && contact.from_them) refuse("--waiting does not go with --from-them");
    const bool is_terminal = session.world.in_is_terminal && session.world.out_is_terminal;
    if (says_nothing() && is_terminal) return run_asking(session);
    return write(session, contact, joined(text));
  }

 private:
  [[nodiscard]] bool says_nothing() const {
    return text.empty() && record.on.empty() && contact.are_absent() && !request.is_given &&
           !promise.is_given && waiting.empty() && !record.dry_run;
  }

  [[nodiscard]] ExitCode run_asking(const Session& session) const {
    const std::optional<Answers> answers = ask(session, who);
    if (!answers) return ExitCode::done;
    const ExitCode code = write(session, answers->contact, answers->said);
    if (code != ExitCode::done || answers->due.empty()) return code;
    return write_record(session, record, who, Precision::day, [&](const RecordContext& context) {
      return promised(context, answers->promise, answers->due);
    });
  }

  [[nodiscard]] ExitCode write(const Session& session, const TouchOptions& options,
                               const std::string& said) const {
    return write_record(session, record, who, Precision::minute, [&](const RecordContext& context) {
      Touch touch = options.touch(context);
      touch.said = context.keep(said);
      const auto& [book, customer, now, on, by] = context;
      touch.waiting = context.keep(waiting);
      if (request.is_given || !waiting.empty()) {
        touch.request =
            one_meant(context, "--request", request.value, requests_of(book, customer, now));
      }
      if (promise.is_given) {
        touch.promise =
            one_meant(context, "--promise", promise.value, promises_of(book, customer, now));
      }
      return touch;
    });
  }
};

}  // namespace

CommandRow log_command() { return row<Logging>("log"); }

}  // namespace care
