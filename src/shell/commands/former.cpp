#include "shell/commands/learning.hpp"

namespace care {
namespace {

/// `care former WHO [BECAUSE…]`
struct Leaving {
  static constexpr auto precision = Precision::day;
  std::string who, died;
  std::vector<std::string> words;
  RecordOptions record;

  void declare(Options& options) {
    options.summary("They are customers no more: on no agenda, kept on file");
    options.who(who);
    options.argument("[BECAUSE...]", &words, "Why");
    options.value("--died", "DAY", &died, "The day on which they died").day(Lean::past);
    record.declare_on_ahead(options, "The day from which on; default: today");
    record.declare(options);
    options.example("care former acme sold the tower");
    options.example("care former odile --died \"20 Nov\"");
  }

  void check() const {}

  [[nodiscard]] Fact made(const RecordContext& context) const {
    refuse_open(context);
    Fact fact = leaving(context, Status::former, joined(context.words));
    if (!died.empty()) {
      fact.died = day_typed(context.book, context.now, "--died", died, Lean::past);
      if (*fact.died > day_of(context.now)) {
        refuse("--died: {} is still to come", {iso(*fact.died)});
      }
    }
    return fact;
  }
};

}  // namespace

CommandRow former_command() { return row<Writing<Leaving>>("former"); }

}  // namespace care
