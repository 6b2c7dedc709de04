#include "shell/commands/open_records.hpp"

namespace care {
namespace {

/// `care request WHO WHAT…`
struct Requesting {
  static constexpr auto precision = Precision::minute;
  std::string who, due;
  std::vector<std::string> words;
  bool urgent = false;
  RecordOptions record;

  void declare(Options& options) {
    options.summary("They ask for something");
    options.who(who);
    options.argument("WHAT...", &words, "What they ask for, in their words");
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
    check_words(words);
    if (!record.asked.empty() && !record.on.empty()) {
      refuse("--on and --asked say the same here; one of them is enough");
    }
  }

  static void check_words(const std::vector<std::string>& typed) {
    if (!typed.empty()) return;
    refuse("request wants what they ask for: care request acme \"price for new doors\"");
  }

  [[nodiscard]] Request made(const RecordContext& context) const {
    context.refuse_former("request");
    check_words(context.words);
    auto request = context.begun<Request>();
    request.what = context.keep(joined(context.words));
    remark_same(context, "request", request.what,
                requests_of(context.book, context.who, context.now));
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
