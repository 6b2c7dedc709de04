#include "shell/commands/touch.hpp"

#include <algorithm>

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
    options.argument("WHAT...", &words,
                     "What is offered; of an offer that waits for their word: what was said");
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
    if (accepted) touch.answer = Answer::accepted;
    if (refused) touch.answer = Answer::refused;
    const Text typed = context.keep(joined(context.words));
    const auto requests = still_open(requests_of(context.book, context.who, context.now));
    touch.request = one_meant(context, "--request", request.value, meant_among(context, requests));
    const auto meant = std::ranges::find(requests, *touch.request, &OpenRecord::index);
    if (touch.answer && !meant->offered.empty()) {
      touch.said = typed;
    } else if (!typed.empty()) {
      touch.offered = typed;
      touch.outcome = Outcome::alternative;
    }
    return touch;
  }

  /// A word is on the offer that waits for one (R7): what is typed beside it was said. Where none
  /// waits, that is offered now, and the word is on it.
  [[nodiscard]] std::vector<OpenRecord> meant_among(const RecordContext& context,
                                                    std::vector<OpenRecord> requests) const {
    if (!accepted && !refused) return requests;
    auto waiting = requests;
    std::erase_if(waiting, [](const OpenRecord& open) { return open.offered.empty(); });
    if (!waiting.empty() && request.value.empty()) return waiting;
    if (!context.words.empty()) return requests;
    std::erase_if(requests, [](const OpenRecord& open) { return !open.has_offer; });
    if (!requests.empty()) return requests;
    refuse(
        "nothing offered to {0} waits for a word; offer something: care offer {0} \"what you can "
        "do\"",
        {context.id()});
  }
};

}  // namespace

CommandRow offer_command() { return row<Writing<Offering>>("offer"); }

}  // namespace care
