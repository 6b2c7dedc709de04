#include <care/plan.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "plan/facts.hpp"

namespace care {
namespace {

struct KindWord {
  Kind kind;
  std::string_view word;
  std::string_view rule;
};
constexpr std::array<KindWord, 11> kinds{{
    {Kind::emergency, "emergency", "R7"},
    {Kind::request, "request", "R7"},
    {Kind::promise, "promise", "R6"},
    {Kind::birthday, "birthday", "R3"},
    {Kind::anniversary, "anniversary", "R3"},
    {Kind::event, "event", "R3"},
    {Kind::prepare, "prepare", "R3"},
    {Kind::thanks, "thanks", "R8"},
    {Kind::no_plan, "no_plan", "R10"},
    {Kind::follow_up, "follow_up", "R4"},
    {Kind::unreadable, "unreadable", ""},
}};

const KindWord& entry_of(Kind kind) { return *std::ranges::find(kinds, kind, &KindWord::kind); }

Facts gather(const Book& book, CustomerIndex index, Moment now, Account* account) {
  Facts facts{book, book.customers[index], index, now, day_of(now), {}, account};
  const auto order = book.touches.of(index);
  facts.touches.reserve(order.size());
  for (const std::uint32_t i : order) {
    const Touch& touch = book.touches.all[i];
    if (touch.on.day > facts.today) break;  // sorted by day: the rest has not happened yet
    facts.touches.push_back(&touch);
  }
  return facts;
}

/// Belated occasions stand before thanks in class 6, customers without a plan first in class 7.
int place_in_class(const Item& item) {
  if (item.urgency == Urgency::belated) return item.kind == Kind::thanks ? 1 : 0;
  if (item.urgency == Urgency::routine) return item.kind == Kind::no_plan ? 0 : 1;
  return 0;
}

std::strong_ordering by_lateness(const FollowUp& a, const FollowUp& b) {
  const auto left = static_cast<std::int64_t>(a.ratio.late) * b.ratio.interval;
  const auto right = static_cast<std::int64_t>(b.ratio.late) * a.ratio.interval;
  return right <=> left;
}

}  // namespace

Position Facts::policy_at(std::string_view key) const {
  const auto found = book.policy.at.find(key);
  return found == book.policy.at.end() ? Position{} : found->second;
}

std::string spoken(Date day) {
  constexpr std::array<std::string_view, 7> weekdays{"Mon", "Tue", "Wed", "Thu",
                                                     "Fri", "Sat", "Sun"};
  return fmt::format("{} {}", weekdays[std::chrono::weekday{day}.iso_encoding() - 1], iso(day));
}

std::string_view default_note(Position at) { return at.line == 0 ? " (default)" : ""; }

CustomerPlan plan_customer(const Book& book, CustomerIndex customer, Moment now, Account* account) {
  CustomerPlan plan;
  Facts facts = gather(book, customer, now, account);
  for (const Touch* touch : facts.touches) {
    if (!touch->reached) continue;
    plan.last = touch;
    ++plan.reached;
  }
  plan_mood(facts, plan);
  plan_requests(facts, plan);
  plan_promises(facts, plan);
  if (facts.customer.status == Status::former) {
    note(facts, "R15", facts.line_of(facts.customer.lines.status),
         [] { return std::string{"status \"former\": on no agenda"}; });
    for (Item& item : plan.items) item.hiding = Hiding::former;
    facts.account = nullptr;  // nothing is thanked for, but `show` says what could be
    plan_thanks(facts, plan);
    return plan;
  }
  plan_occasions(facts, plan);
  plan_thanks(facts, plan);
  plan_follow_up(facts, plan);
  hide_what_is_not_for_today(facts, plan);
  return plan;
}

std::string_view word(Kind kind) { return entry_of(kind).word; }

std::string_view rule_of(Kind kind) { return entry_of(kind).rule; }

std::string_view word(State state) {
  switch (state) {
    case State::overdue: return "overdue";
    case State::today: return "today";
    case State::coming: break;
  }
  return "coming";
}

std::optional<Kind> parse_kind(std::string_view word) {
  const auto found = std::ranges::find(kinds, word, &KindWord::word);
  if (found == kinds.end()) return std::nullopt;
  return found->kind;
}

bool comes_before(const Item& a, const Item& b) {
  if (a.urgency != b.urgency) return number_of(a.urgency) < number_of(b.urgency);
  if (const int x = place_in_class(a), y = place_in_class(b); x != y) return x < y;
  if (a.follow_up && b.follow_up) {
    if (const auto order = by_lateness(*a.follow_up, *b.follow_up); order != 0) return order < 0;
    if (a.days_late != b.days_late) return a.days_late > b.days_late;
    if (a.follow_up->base != b.follow_up->base) return a.follow_up->base < b.follow_up->base;
  } else if (const Moment x = a.due.moment(), y = b.due.moment(); x != y) {
    return x < y;
  }
  if (a.customer != b.customer) return a.customer < b.customer;
  if (a.kind != b.kind) return a.kind < b.kind;
  if (a.record != b.record) {
    // The customer's own birthday stands before those of the contacts.
    if (a.record == Item::own || b.record == Item::own) return a.record == Item::own;
    return a.record < b.record;
  }
  return a.occurrence < b.occurrence;
}

}  // namespace care
