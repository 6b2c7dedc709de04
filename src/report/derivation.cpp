#include <care/agenda_escalation.hpp>
#include <care/report.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace care {
namespace {

/// Whose customer it is, and on whose agenda the entry stands today (R14).
void explain_owner(const Book& book, const Customer& customer, Date today, Account& steps) {
  const auto owner = owner_of(book, customer);
  if (!owner) {
    steps.push_back({"R14", "owner: nobody, so it is on everybody's agenda", {}});
    return;
  }
  const bool own = customer.owner.has_value();
  const Position at =
      own ? position_of(book, customer.at, customer.lines.owner) : position_of(book.at, "owner");
  steps.push_back({"R14",
                   fmt::format("owner: {}, from {}", book.staff[*owner].id,
                               own ? "the customer's own `owner`" : "the book's `owner`"),
                   at});
  const auto stands_in = agenda_owner(book, customer, today);
  if (stands_in != owner) {
    steps.push_back({"R14",
                     fmt::format("{} is away today: {} stands in", book.staff[*owner].id,
                                 book.staff[*stands_in].id),
                     book.staff[*owner].at});
  }
}

/// Who else sees it, as it is so late (R14).
void explain_escalation(const Book& book, std::span<const Item> items, Date today,
                        std::optional<StaffIndex> on_whose, Account& steps) {
  const auto who = escalated_to(book, items, today);
  if (!who || who == on_whose) return;
  steps.push_back(
      {"R14", fmt::format("later than it may be: on the agenda of {}, too", book.staff[*who].id),
       position_of(book.policy.at, "escalate")});
}

std::string late_words(const Item& item) {
  if (item.days_late == 0) return {};
  return fmt::format(", {} {} late", item.days_late, item.days_late == 1 ? "day" : "days");
}

/// `follow_up: class 7, overdue, 3 days late, ratio 3/14`.
std::string place_words(const Item& item) {
  std::string words =
      fmt::format("class {}, {}{}", number_of(item.urgency), word(item.when), late_words(item));
  if (item.follow_up) {
    words +=
        fmt::format(", ratio {}/{}", item.follow_up->ratio.late, item.follow_up->ratio.interval);
  }
  return words;
}

void explain_item(const Item& item, Account& steps) {
  std::string_view rule = "R15";
  std::string words;
  switch (item.hiding) {
    case Hiding::none:
      rule = "R10";
      words = place_words(item);
      break;
    case Hiding::later:
      rule = "R10";
      words = "not yet";
      break;
    case Hiding::snoozed: words = "left out, snoozed"; break;
    case Hiding::waiting: words = "left out, waits for the next try"; break;
    case Hiding::do_not_contact: words = "left out, do not contact"; break;
    default: return;
  }
  steps.push_back({rule, fmt::format("{}: {}", word(item.kind), words), {}});
}

/// Where the entry stands on the whole agenda of today, or why it does not (R10, R12).
void explain_place(const Book& book, CustomerIndex customer, Moment now, Account& steps) {
  const PagePlace place = place_on_page(book, customer, now);
  if (place.capped) {
    const auto owner = agenda_owner(book, as_of(book, customer, day_of(now)), day_of(now));
    const int per_day =
        owner ? book.staff[*owner].per_day.value_or(book.policy.per_day) : book.policy.per_day;
    steps.push_back({"R12",
                     fmt::format("over today's limit of {} plain entries: left out until it has "
                                 "grown more urgent",
                                 per_day),
                     owner ? book.staff[*owner].at : Position{}});
  }
  if (!place.place) {
    steps.push_back({"R10", "so it is not on today's agenda", {}});
    return;
  }
  steps.push_back({"R10",
                   fmt::format("so it is entry {} of {} on today's agenda of everybody",
                               *place.place, place.of),
                   {}});
}

}  // namespace

Derivation derive(const Book& book, CustomerIndex customer, Moment now) {
  Derivation derivation{&book, customer, now, {}};
  Account& steps = derivation.steps;
  CustomerPlan plan = plan_customer(book, customer, now, &steps);
  const Customer& who = as_of(book, customer, day_of(now));
  if (who.status == Status::former) return derivation;
  std::ranges::sort(plan.items, comes_before);
  for (const Item& item : plan.items) explain_item(item, steps);
  explain_owner(book, who, day_of(now), steps);
  explain_escalation(book, plan.items, day_of(now), agenda_owner(book, who, day_of(now)), steps);
  explain_place(book, customer, now, steps);
  return derivation;
}

}  // namespace care
