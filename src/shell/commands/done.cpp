#include "shell/commands/touch.hpp"

namespace care {
namespace {

/// `care done WHO [TEXT…]`
struct Finishing {
  static constexpr auto precision = Precision::minute;
  std::string who;
  std::vector<std::string> words;
  Implied request, promise;
  bool withdrawn = false, refused = false, no_contact = false;
  TouchOptions contact;
  RecordOptions record;

  void declare(Options& options) {
    options.summary("A request is solved, or a promise kept");
    options.who(who);
    options.argument("[TEXT...]", &words, "How it ended");
    options.implied("--request", "[ID]", request,
                    "Which request; default: the only one that is open", {Wanted::request});
    options.implied("--promise", "[ID]", promise,
                    "Which promise; default: the only one that is open", {Wanted::promise});
    options.flag("--withdrawn", &withdrawn, "They no longer want what they asked for");
    options.flag("--no-contact", &no_contact,
                 "Nobody was spoken to: it has settled itself, and moves no follow-up");
    options.flag("--declined,--refused,--rejected,--no", &refused, "").hide();
    record.declare_on(options);
    contact.declare(options);
    record.declare(options);
    options.example("care done acme the doors are ordered --call");
    options.example("care done acme --request doors --withdrawn");
  }

  void check() const {
    refuse_no(joined(words), who);
    if (refused) refuse_no("refused", who);
    if (request.is_given && promise.is_given) refuse("done ends one thing: --request or --promise");
    if (withdrawn && promise.is_given) {
      refuse(
          "a promise is kept or replaced, not withdrawn: care promise WHO WHAT --due DAY "
          "--replaces ID");
    }
    if (record.on.empty()) refuse_day_in_text("done", words);
    contact.check();
    if (no_contact && !contact.are_absent()) {
      refuse("--no-contact: nobody was spoken to, so nothing of a contact goes with it");
    }
  }

  /// Neither a contact nor an attempt at one (R4).
  static void mark_no_contact(Touch& touch) {
    touch.reached = false;
    touch.from_them = true;
  }

  [[nodiscard]] Touch made(const RecordContext& context) const {
    Touch touch = contact.touch(context);
    touch.said = context.keep(joined(context.words));
    refuse_no(touch.said, context.id());
    if (no_contact) mark_no_contact(touch);
    const auto requests = still_open(requests_of(context.book, context.who, context.now));
    const auto promises = still_open(promises_of(context.book, context.who, context.now));
    const bool of_request = request.is_given || withdrawn;
    if (promise.is_given || (!of_request && requests.empty() && promises.size() == 1)) {
      touch.promise = one_meant(context, "--promise", promise.value, promises);
      return touch;
    }
    if (!of_request && requests.empty() && promises.empty()) {
      refuse("nothing of {0} is open; to log a contact: care log {0}", {context.id()});
    }
    if (!of_request && !promises.empty()) {
      refuse("which of these is done?{}{}",
             {choices("--request", requests), choices("--promise", promises)});
    }
    touch.request = one_meant(context, "--request", request.value, requests);
    touch.outcome = withdrawn ? Outcome::withdrawn : Outcome::done;
    return touch;
  }
};

}  // namespace

CommandRow done_command() { return row<Writing<Finishing>>("done"); }

}  // namespace care
