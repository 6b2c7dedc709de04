#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>

#include "shell/commands/plans.hpp"
#include "shell/commands/questions.hpp"

namespace care {
namespace {

/// What people write who reached nobody.
constexpr std::string_view in_vain[] = {
    "voicemail",       "left voicemail",  "left a voicemail", "left message",
    "left a message",  "no answer",       "no reply",         "nobody answered",
    "no one answered", "nobody there",    "not reached",      "did not answer",
    "didn't answer",   "did not pick up", "didn't pick up",   "mailbox"};

/// `care log WHO [TEXT…]`
struct Logging {
  std::string who;
  std::vector<std::string> words;
  TouchOptions contact;
  Implied request, promise;
  ImpliedList plan;
  std::string waiting;
  RecordOptions record;

  void declare(Options& options) {
    options.summary("A contact with a customer, as it was");
    options.who(who);
    options.argument("[TEXT...]", &words, "What was said and done");
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
    options.implied("--plan", "[NAME]", plan,
                    "It does the step of this plan that is next; without a value: of those that "
                    "the agenda shows; may be given again",
                    {Wanted::plan});
    record.declare(options);
    options.example("care log acme talked about the doors --call --thanks");
    options.example("care log acme --missed --call --on yesterday 15:30");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    if (record.on.empty()) refuse_day_in_text("log", words);
    contact.check();
    if (!waiting.empty() && contact.from_them) refuse("--waiting does not go with --from-them");
    if (plan.is_given && (contact.missed || contact.from_them)) {
      refuse("--plan: a step is done once we have reached them; it does not go with {}",
             {contact.missed ? "--missed" : "--from-them"});
    }
    const bool is_terminal = session.world.in_is_terminal && session.world.out_is_terminal;
    if (says_nothing() && is_terminal) return run_asking(session);
    return write(session, {{}, contact, request, promise, plan, {}, {}, false}, words);
  }

 private:
  [[nodiscard]] bool says_nothing() const {
    return words.empty() && record.on.empty() && contact.are_absent() && !request.is_given &&
           !promise.is_given && !plan.is_given && waiting.empty() && !record.dry_run;
  }

  [[nodiscard]] ExitCode run_asking(const Session& session) const {
    const std::optional<Answers> answers = ask(session, who);
    if (!answers) return ExitCode::done;
    const std::vector<std::string> none;
    const ExitCode code = write(session, *answers, none);
    if (code != ExitCode::done || answers->due.empty()) return code;
    return write_record(session, record, {who, none}, Precision::day,
                        [&](const RecordContext& context) {
                          return promised(context, answers->promised, answers->due);
                        });
  }

  /// A text that describes an attempt in vain, which would count as a talk.
  static void remark_missed(const RecordContext& context, const Touch& touch) {
    if (!touch.reached || touch.from_them || !touch.heard.empty()) return;
    const std::string text = folded(touch.said);
    if (std::ranges::none_of(in_vain, [&](auto start) { return text.starts_with(start); })) return;
    context.remark("If nobody was reached, that is --missed: care undo, and log it again with it");
  }

  [[nodiscard]] ExitCode write(const Session& session, const Answers& answers,
                               const std::vector<std::string>& text) const {
    const auto make = [&](const RecordContext& context) {
      Touch touch = answers.contact.touch(context);
      touch.said = context.keep(answers.said.empty() ? joined(context.words) : answers.said);
      remark_missed(context, touch);
      do_plans(context, answers.plan, touch);
      touch.waiting = context.keep(waiting);
      const Book& book = context.book;
      if (answers.request.is_given || !waiting.empty()) {
        touch.request = one_meant(context, "--request", answers.request.value,
                                  requests_of(book, context.who, context.now),
                                  fmt::format("; if they ask for that now: care request {} \"{}\"",
                                              context.id(), shown(answers.request.value)));
        if (answers.is_solved) touch.outcome = Outcome::done;
      }
      if (answers.promise.is_given) {
        touch.promise =
            one_meant(context, "--promise", answers.promise.value,
                      promises_of(book, context.who, context.now),
                      fmt::format("; if you promise that now: care promise {} \"{}\" --due DAY",
                                  context.id(), shown(answers.promise.value)));
      }
      return touch;
    };
    return write_record(session, record, {who, text}, Precision::minute, make);
  }
};

}  // namespace

CommandRow log_command() { return row<Logging>("log"); }

}  // namespace care
