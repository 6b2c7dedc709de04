#include "render/words/open_items.hpp"
#include <care/text_shell.hpp>
#include "render/words/items.hpp"
#include "render/words/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>

namespace care {
namespace {

/// `care log rosa`: of whom this is.
std::string command(const Outlook& outlook, std::string_view name) {
  const Customer& customer = outlook.book->customers[outlook.customer];
  return fmt::format("care {} {}", name, shell_word(customer.id));
}

/// ` --request ID`, where it takes that to say which of several is meant. Of two with the same id
/// neither can be named before it has one of its own.
std::string named(std::string_view option, Text id, std::ptrdiff_t of_its_kind) {
  return of_its_kind < 2 ? fmt::format(" --{}", option) : shell_option(option, id);
}

bool has_shared_id(const Outlook& outlook, const Item& item) {
  return std::ranges::binary_search(outlook.repeated_ids,
                                    std::pair{item.kind == Kind::promise, item.id});
}

std::string wants_an_id(const Outlook& outlook) {
  return command(outlook, "edit") + " gives it an id";
}

/// What is to be written once that is done by which a request is due.
std::string settled_by(const Outlook& outlook, const Item& item) {
  if (has_shared_id(outlook, item)) return wants_an_id(outlook);
  const std::string request = named("request", item.id, outlook.requests);
  const std::string of_several = outlook.requests > 1 ? request : "";
  switch (item.aim) {
    case Aim::answer: return command(outlook, "log") + request;
    case Aim::word_on_offer:
      return command(outlook, "offer") + " --accepted or --refused" + of_several;
    case Aim::other_offer: return command(outlook, "offer") + of_several;
    case Aim::their_part: return command(outlook, "log") + request + " --from-them";
    case Aim::solution: break;
  }
  return command(outlook, "done") + (outlook.promises > 0 ? request : of_several);
}

std::string kept_by(const Outlook& outlook, const Item& item) {
  if (has_shared_id(outlook, item)) return wants_an_id(outlook);
  const bool is_only = outlook.requests == 0 && outlook.promises == 1;
  return command(outlook, "done") + (is_only ? "" : named("promise", item.id, outlook.promises));
}

/// Without a word, `--greeted` is all of today; `birthday` is the customer's own before all others.
std::string greeted_by(const Outlook& outlook, const Item& item) {
  const std::string log = command(outlook, "log");
  if (outlook.occasions < 2) return log + " --greeted";
  const bool is_contact = item.kind == Kind::birthday && item.record != Item::own;
  return log + shell_option("greeted", item.kind == Kind::event ? item.what
                                       : is_contact             ? item.person
                                                                : word(item.kind));
}

std::string prepared_by(const Outlook& outlook, const Item& item) {
  const std::string ready = command(outlook, "ready");
  return outlook.preparations > 1 ? ready + " " + shell_word(item.what) : ready;
}

/// Without a word, `--plan` is all that are due.
std::string done_by(const Outlook& outlook, const Item& item) {
  const std::string log = command(outlook, "log");
  const bool is_only = outlook.plans == 1 && is_due(item);
  return log +
         (is_only ? " --plan" : shell_option("plan", item.plan.empty() ? item.what : item.plan));
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
    case Kind::prepare:
      return fmt::format("prepare {} ({})", words.line, prepared_by(outlook, item));
    case Kind::thanks:
      return fmt::format("thanks {} ({} --thanks)", words.line, command(outlook, "log"));
    case Kind::plan: return fmt::format("{} ({})", words.line, done_by(outlook, item));
    case Kind::no_plan:
      return fmt::format("no plan: {} ({} --every or --because)", advice_on(item).state,
                         command(outlook, "set"));
    case Kind::follow_up:
      return fmt::format("{} ({})", follow_up_words(*item.follow_up, words),
                         command(outlook, "log"));
    case Kind::unreadable: break;
  }
  return fmt::format("{} {}", word(item.kind), words.line);
}

}  // namespace care
