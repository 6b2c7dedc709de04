#include "shell/commands/learning.hpp"

namespace care {
namespace {

/// `care no-contact WHO BECAUSE…`
struct Avoiding {
  static constexpr auto precision = Precision::day;
  std::string who;
  std::vector<std::string> words;
  RecordOptions record;

  void declare(Options& options) {
    options.summary("They asked not to be contacted; what they ask for stays");
    options.who(who);
    options.argument("BECAUSE...", &words, "Why");
    record.declare_on_ahead(options, "The day from which on; default: today");
    record.declare(options);
    options.example("care no-contact acme they asked for it by letter");
    options.example("care no-contact acme until the case is closed --on 1 Dec");
  }

  void check() const { check_words(words); }

  static void check_words(const std::vector<std::string>& typed) {
    if (!typed.empty()) return;
    refuse("no-contact wants a reason: care no-contact acme \"they asked for it by letter\"");
  }

  [[nodiscard]] Fact made(const RecordContext& context) const {
    check_words(context.words);
    return leaving(context, Status::do_not_contact, joined(context.words));
  }
};

}  // namespace

CommandRow no_contact_command() { return row<Writing<Avoiding>>("no-contact"); }

}  // namespace care
