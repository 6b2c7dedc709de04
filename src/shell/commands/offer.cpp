#include "shell/commands/touch.hpp"

namespace care {
namespace {

/// `care offer WHO WHAT…`, and later `care offer WHO --accepted`
struct Offering {
  static constexpr auto precision = Precision::minute;
  std::string who;
  std::vector<std::string> words;
  bool accepted = false, refused = false;
  Implied request;
  TouchOptions contact;
  RecordOptions record;

  void declare(Options& options) {
    options.summary("An alternative for what they asked, and their word on it");
    options.who(who);
    options.argument("WHAT...", &words, "What is offered");
    options.flag("--accepted", &accepted, "They take what was offered");
    options.flag("--refused", &refused, "They do not: find another");
    options.implied("--request", "[ID]", request,
                    "For which request; default: the only one that is open", {Wanted::request});
    record.declare_on(options);
    contact.declare(options);
    record.declare(options);
    options.example("care offer acme four Sundays instead of a weekend");
    options.example("care offer acme --accepted");
  }

  void check() const {
    if (accepted && refused) refuse("--accepted does not go with --refused");
    refuse_no(joined(words), who);
    check_words(words);
    contact.check();
  }

  void check_words(const std::vector<std::string>& typed) const {
    if (!typed.empty() || accepted || refused) return;
    refuse("offer wants what you offer: care offer acme \"a weekend slot\"");
  }

  [[nodiscard]] Touch made(const RecordContext& context) const {
    check_words(context.words);
    Touch touch = contact.touch(context);
    auto requests = still_open(requests_of(context.book, context.who, context.now));
    if (accepted) touch.answer = Answer::accepted;
    if (refused) touch.answer = Answer::refused;
    touch.offered = context.keep(joined(context.words));
    if (!touch.offered.empty()) {
      touch.outcome = Outcome::alternative;
    } else {
      std::erase_if(requests, [](const OpenRecord& open) { return !open.has_offer; });
      if (requests.empty()) {
        refuse(
            "nothing offered to {0} waits for a word; offer something: care offer {0} \"what you "
            "can do\"",
            {context.id()});
      }
    }
    touch.request = one_meant(context, "--request", request.value, requests);
    return touch;
  }
};

}  // namespace

CommandRow offer_command() { return row<Writing<Offering>>("offer"); }

}  // namespace care
