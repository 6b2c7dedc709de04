#include <fmt/format.h>

#include "shell/command_line/command.hpp"
#include "shell/command_line/usage.hpp"
#include "shell/commands/record.hpp"
#include "shell/commands/touch.hpp"

namespace care {
namespace {

/// `care done WHO [TEXT…]`
struct Finishing {
  std::string who;
  std::vector<std::string> text;
  Implied request, promise;
  bool withdrawn = false, refused = false;
  TouchOptions contact;
  RecordOptions record;

  void declare(Options& options) {
    options.summary("A request is solved, or a promise kept");
    options.who(who);
    options.argument("TEXT", "[TEXT...]", &text, "How it ended");
    declare_request(options, request, "Which request; default:");
    declare_promise(options, promise, "Which promise; default:");
    options.flag("--withdrawn", &withdrawn, "They no longer want what they asked for");
    options.flag("--declined,--refused,--rejected,--no", &refused, "").hide();
    record.declare_on(options);
    contact.declare(options);
    record.declare(options);
    options.example("care done acme the doors are ordered --call");
    options.example("care done acme --request doors --withdrawn");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    check();
    return write_record(session, record, who, Precision::minute,
                        [&](const RecordContext& context) { return made(context); });
  }

 private:
  void check() const {
    refuse_no(joined(text), who);
    if (refused) refuse_no("refused", who);
    if (request.is_given && promise.is_given) {
      throw UsageError{"done ends one thing: --request or --promise"};
    }
    if (withdrawn && promise.is_given) {
      throw UsageError{
          "a promise is kept or replaced, not withdrawn: care promise WHO WHAT --due DAY "
          "--replaces ID"};
    }
    if (record.on.empty()) refuse_day_in_text("done", text);
    contact.check();
  }

  [[nodiscard]] Touch made(const RecordContext& context) const {
    Touch touch = contact.touch(context);
    touch.said = context.keep(joined(text));
    const auto requests = still_open(requests_of(context.book, context.who, context.now));
    const auto promises = still_open(promises_of(context.book, context.who, context.now));
    const bool of_request = request.is_given || withdrawn;
    if (promise.is_given || (!of_request && requests.empty() && promises.size() == 1)) {
      touch.promise = promise_meant(context, promise, promises);
      return touch;
    }
    if (!of_request && requests.empty() && promises.empty()) {
      throw UsageError{
          fmt::format("nothing of {0} is open; to log a contact: care log {0}", context.id())};
    }
    if (!of_request && !promises.empty()) {
      throw UsageError{fmt::format("which of these is done?{}{}", choices("--request", requests),
                                   choices("--promise", promises))};
    }
    touch.request = request_meant(context, request, requests);
    touch.outcome = withdrawn ? Outcome::withdrawn : Outcome::done;
    return touch;
  }
};

}  // namespace

CommandRow done_command() { return row<Finishing>("done"); }

}  // namespace care
