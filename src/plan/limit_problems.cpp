#include <fmt/format.h>

#include "plan/problems.hpp"

namespace care {
namespace {

/// `at_most` shorter than `every`, both from one day.
bool is_too_short(const Book& book, Duration at_most, const Cadence& every) {
  constexpr Date from{std::chrono::local_days{std::chrono::year{2001} / 1 / 1}};
  const WorkCalendar& calendar = book.policy.calendar;
  return every.period && calendar.plus(from, at_most) < calendar.plus(from, *every.period);
}

void add_too_short(const Book& book, Position at, std::optional<Duration> at_most,
                   const Cadence& every, std::vector<Problem>& problems) {
  if (!at_most || !is_too_short(book, *at_most, every)) return;
  problems.push_back({Severity::error, "at-most-too-short", at,
                      fmt::format("at most {} is shorter than every {}", to_string(*at_most),
                                  to_string(*every.period)),
                      "an `at_most` of at least that"});
}

}  // namespace

void problems_of_policy(const Book& book, std::vector<Problem>& problems) {
  const Policy& policy = book.policy;
  add_too_short(book, position_of(policy.at, "at_most"), policy.at_most, policy.every, problems);
  for (const Tier& tier : policy.tiers)
    add_too_short(book, tier.at, tier.at_most, tier.every, problems);
  if (policy.escalate && !book.owner) {
    problems.push_back({Severity::note, "escalates-to-nobody", position_of(policy.at, "escalate"),
                        "the book has no owner who could be told, so `escalate` does nothing",
                        "owner = \"…\" in [book]"});
  }
}

void too_short_of(const Book& book, const Customer& customer, std::vector<Problem>& problems) {
  add_too_short(book, place_of(book, customer.at, customer.lines.at_most), customer.at_most,
                cadence_of(book, customer), problems);
}

}  // namespace care
