#include "render/words/open_items.hpp"
#include "render/words/items.hpp"
#include "render/words/phrases.hpp"

#include <fmt/format.h>

#include <string_view>

namespace care {
namespace {

/// What is to be written once that is done by which a request is due.
std::string_view settled_by(Aim aim) {
  switch (aim) {
    case Aim::answer: return "care log --request";
    case Aim::word_on_offer: return "care offer --accepted or --refused";
    case Aim::other_offer: return "care offer";
    case Aim::their_part: return "care log --request --from-them";
    case Aim::solution: break;
  }
  return "care done";
}

/// `Joe Tran's birthday on Sat 28 Nov is not greeted yet`.
std::string occasion_words(const Outlook& outlook, const Item& item) {
  const Date today = day_of(outlook.now);
  const std::string day =
      item.occurrence == today ? "today" : "on " + short_day(item.occurrence, today);
  if (item.kind == Kind::event)
    return fmt::format("{} {} is not marked yet", short_quote(item.what), day);
  Item named = item;
  named.act = named.occurrence;  // when to greet is not what this is about
  return fmt::format("{} {} is not greeted yet", coming_words(*outlook.book, named, today), day);
}

std::string follow_up_words(const FollowUp& follow_up, const ItemWords& words) {
  return fmt::format("{}, {}", follow_up.first ? "first contact" : "follow-up",
                     words.brief.empty() ? words.line : words.brief);
}

}  // namespace

std::string open_words(const Outlook& outlook, const Item& item) {
  const ItemWords words = words_of(*outlook.book, item, outlook.now);
  switch (item.kind) {
    case Kind::emergency:
    case Kind::request:
      return fmt::format("{} {}, {} ({})", word(item.kind), short_quote(item.what), words.line,
                         settled_by(item.aim));
    case Kind::promise:
      return fmt::format("promise {}, {} (care done)", short_quote(item.what), words.line);
    case Kind::birthday:
    case Kind::anniversary:
    case Kind::event: return occasion_words(outlook, item) + " (care log --greeted)";
    case Kind::prepare: return fmt::format("prepare {} (care ready)", words.line);
    case Kind::thanks: return fmt::format("thanks {} (care log --thanks)", words.line);
    case Kind::plan: return fmt::format("{} (care log --plan)", words.line);
    case Kind::no_plan:
      return fmt::format("no plan: {} (care set --every or --because)", advice_on(item).state);
    case Kind::follow_up: return follow_up_words(*item.follow_up, words) + " (care log)";
    case Kind::unreadable: break;
  }
  return fmt::format("{} {}", word(item.kind), words.line);
}

}  // namespace care
