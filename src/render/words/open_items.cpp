#include "render/words/open_items.hpp"
#include <care/text.hpp>
#include "render/words/items.hpp"
#include "render/words/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace care {
namespace {

/// ` --request ID`, where it takes that to say which is meant; what a book gives the same id is
/// called by its words.
std::string named(std::string_view option, const Outlook& outlook, const Item& item,
                  std::ptrdiff_t of_its_kind) {
  if (of_its_kind < 2) return fmt::format(" {}", option);
  const bool is_shared = std::ranges::binary_search(outlook.repeated_ids, item.id);
  return fmt::format(" {} {}", option, is_shared ? short_quote(item.what) : neutralised(item.id));
}

/// What is to be written once that is done by which a request is due.
std::string settled_by(const Outlook& outlook, const Item& item) {
  const std::string request = named("--request", outlook, item, outlook.requests);
  const std::string of_several = outlook.requests > 1 ? request : "";
  switch (item.aim) {
    case Aim::answer: return "care log" + request;
    case Aim::word_on_offer: return "care offer --accepted or --refused" + of_several;
    case Aim::other_offer: return "care offer" + of_several;
    case Aim::their_part: return "care log" + request + " --from-them";
    case Aim::solution: break;
  }
  return "care done" + (outlook.promises > 0 ? request : of_several);
}

std::string kept_by(const Outlook& outlook, const Item& item) {
  const bool is_only = outlook.requests == 0 && outlook.promises == 1;
  return "care done" + (is_only ? "" : named("--promise", outlook, item, outlook.promises));
}

/// Without a word, `--greeted` is all of today.
std::string greeted_by(const Outlook& outlook, const Item& item) {
  if (outlook.occasions < 2) return "care log --greeted";
  return fmt::format("care log --greeted {}", item.kind == Kind::event
                                                  ? short_quote(item.what)
                                                  : std::string{word(item.kind)});
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
                         settled_by(outlook, item));
    case Kind::promise:
      return fmt::format("promise {}, {} ({})", short_quote(item.what), words.line,
                         kept_by(outlook, item));
    case Kind::birthday:
    case Kind::anniversary:
    case Kind::event:
      return fmt::format("{} ({})", occasion_words(outlook, item), greeted_by(outlook, item));
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
