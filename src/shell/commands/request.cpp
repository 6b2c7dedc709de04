#include "shell/command_line/command.hpp"
#include "shell/command_line/usage.hpp"
#include "shell/commands/record.hpp"

namespace care {
namespace {

/// `care request WHO WHAT…`
struct Requesting {
  std::string who, due;
  std::vector<std::string> what;
  bool urgent = false;
  RecordOptions record;

  void declare(Options& options) {
    options.summary("They ask for something");
    options.who(who);
    options.argument("WHAT", "WHAT...", &what, "What they ask for, in their words");
    options.flag("--urgent", &urgent, "An emergency: the clock runs nights and weekends too");
    options.value("--due", "DATE", &due, "The day by which it must be solved").day(Lean::future);
    options.value("--asked", "WHEN", &record.asked, "When they asked; default: now")
        .day(Lean::past);
    record.declare_on(options, "The same as --asked");
    record.declare(options);
    options.example("care request acme price for new doors");
    options.example("care request acme car 2 is stuck --urgent --asked 8:05");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    if (what.empty()) {
      throw UsageError{
          "request wants what they ask for: care request acme \"price for new doors\""};
    }
    if (!record.asked.empty() && !record.on.empty()) {
      throw UsageError{"--on and --asked say the same here; one of them is enough"};
    }
    return write_record(session, record, who, Precision::minute,
                        [&](const RecordContext& context) { return made(context); });
  }

 private:
  [[nodiscard]] Request made(const RecordContext& context) const {
    refuse_former(context, "request");
    Request request{};
    request.customer = context.who;
    request.what = context.keep(joined(what));
    request.asked = context.on;
    request.by = context.by;
    request.urgent = urgent;
    if (const auto day = due_typed(context, due)) request.due = When{*day, std::nullopt};
    request.id = context.keep(free_request_id(context.book, context.customer().id, context.on.day));
    return request;
  }
};

}  // namespace

CommandRow request_command() { return row<Requesting>("request"); }

}  // namespace care
