#include "shell/command_line/command.hpp"
#include "shell/command_line/usage.hpp"
#include "shell/commands/asking.hpp"
#include "shell/commands/promise.hpp"
#include "shell/commands/record.hpp"
#include "shell/commands/touch.hpp"

namespace care {
namespace {

/// `care log WHO [TEXT…]`
struct Logging {
  std::string who;
  std::vector<std::string> text;
  TouchOptions contact;
  Implied request, promise;
  RecordOptions record;

  void declare(Options& options) {
    options.summary("A contact with a customer, as it was");
    options.who(who);
    options.argument("TEXT", "[TEXT...]", &text, "What was said and done");
    record.declare_on(options);
    contact.declare(options);
    declare_request(options, request, "It answers this request; without a value:");
    declare_promise(options, promise, "It keeps this promise; without a value:");
    record.declare(options);
    options.example("care log acme talked about the doors --call --thanks");
    options.example("care log acme --missed --call --on yesterday 15:30");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    if (record.on.empty()) refuse_day_in_text("log", text);
    contact.check();
    const bool is_terminal = session.world.in_is_terminal && session.world.out_is_terminal;
    if (says_nothing() && is_terminal) return run_asking(session);
    return write(session, contact, joined(text));
  }

 private:
  [[nodiscard]] bool says_nothing() const {
    return text.empty() && record.on.empty() && contact.are_absent() && !request.is_given &&
           !promise.is_given && !record.dry_run;
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
      if (request.is_given) {
        touch.request = request_meant(context, request, requests_of(book, customer, now));
      }
      if (promise.is_given) {
        touch.promise = promise_meant(context, promise, promises_of(book, customer, now));
      }
      return touch;
    });
  }
};

}  // namespace

CommandRow log_command() { return row<Logging>("log"); }

}  // namespace care
