#include "shell/commands/record.hpp"

namespace care {
namespace {

/// `care request WHO WHAT…`
struct Requesting {
  static constexpr auto precision = Precision::minute;
  std::string who, due;
  std::vector<std::string> what;
  bool urgent = false;
  RecordOptions record;

  void declare(Options& options) {
    options.summary("They ask for something");
    options.who(who);
    options.argument("WHAT...", &what, "What they ask for, in their words");
    options.flag("--urgent", &urgent, "An emergency: the clock runs nights and weekends too");
    options.value("--due", "DATE", &due, "The day by which it must be solved").day(Lean::future);
    options.value("--asked", "WHEN", &record.asked, "When they asked; default: now")
        .day(Lean::past);
    record.declare_on(options, "The same as --asked");
    record.declare(options);
    options.example("care request acme price for new doors");
    options.example("care request acme car 2 is stuck --urgent --asked 8:05");
  }

  void check() const {
    if (what.empty()) {
      refuse("request wants what they ask for: care request acme \"price for new doors\"");
    }
    if (!record.asked.empty() && !record.on.empty()) {
      refuse("--on and --asked say the same here; one of them is enough");
    }
  }

  [[nodiscard]] Request made(const RecordContext& context) const {
    context.refuse_former("request");
    auto request = context.begun<Request>();
    request.what = context.keep(joined(what));
    request.asked = context.on;
    request.urgent = urgent;
    request.due = context.due_typed(due);
    request.id = context.keep(free_request_id(context.book, context.customer().id, context.on.day));
    return request;
  }
};

}  // namespace

CommandRow request_command() { return row<Writing<Requesting>>("request"); }

}  // namespace care
