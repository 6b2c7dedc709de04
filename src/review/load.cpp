#include <algorithm>

#include "review/groups.hpp"

namespace care {
namespace {

constexpr double days_in_month = 30;

int days_between(Date from, Date to) { return static_cast<int>((to - from).count()); }

/// How many contacts the customer's cadence asks for in 30 days.
double asked_of(const Past& past) {
  const auto& period = cadence_of(past.book, past.customer).period;
  if (!period) return 0;
  const Date next = past.book.policy.calendar.plus(past.end(), *period);
  return days_in_month / std::max(1, days_between(past.end(), next));
}

bool is_worse(const Forgotten& a, const Forgotten& b) {
  return std::int64_t{a.days_late} * b.interval_days > std::int64_t{b.days_late} * a.interval_days;
}

}  // namespace

void LoadCount::add(const Past& past) {
  add_endings(past);
  if (!past.is_active()) return;
  const int contacts = past.contacts_between(view_.period.from, view_.period.to);
  Group& group = past.is_strained_at_end_of(past.end()) ? strained_ : others_;
  ++group.customers;
  group.contacts += contacts;
  const Load load{asked_of(past), static_cast<double>(contacts)};
  load_.asked += load.asked;
  load_.done += load.done;
  if (past.owner) {
    owners_[*past.owner].asked += load.asked;
    owners_[*past.owner].done += load.done;
  }
  add_forgotten(past);
}

void LoadCount::add_forgotten(const Past& past) {
  const auto item = follow_up_item(past.book, past.who, view_.then);
  if (!item || item->days_late <= item->follow_up->ratio.interval) return;
  forgotten_.push_back(
      {past.who, past.owner, item->due.day, item->days_late, item->follow_up->ratio.interval});
}

void LoadCount::add_endings(const Past& past) {
  for (const RequestPast& request : past.requests) {
    const auto& ending = request.state.ending;
    if (!ending) {
      if (request.state.aim == Aim::other_offer) ++endings_.refused;
      continue;
    }
    if (!view_.has(ending->day)) continue;
    switch (ending->outcome) {
      case Outcome::done: ++endings_.done; break;
      case Outcome::alternative: ++endings_.alternative; break;
      case Outcome::withdrawn: ++endings_.withdrawn; break;
    }
  }
}

double LoadCount::in_thirty_days(double count) const {
  return count * days_in_month / (days_between(view_.period.from, view_.period.to) + 1);
}

std::optional<double> LoadCount::mean(const Group& group) const {
  if (group.customers == 0) return std::nullopt;
  return in_thirty_days(static_cast<double>(group.contacts) / group.customers);
}

void LoadCount::finish(Review& review) const {
  review.attention = {mean(strained_), mean(others_), std::nullopt};
  if (strained_.customers > 0 && others_.contacts > 0) {
    review.attention.ratio = *review.attention.strained / *review.attention.others;
  }
  review.barred_contacts = review.contacts - static_cast<int>(load_.done);
  review.load = {load_.asked, in_thirty_days(load_.done)};
  review.owner_loads = owners_;
  for (Load& load : review.owner_loads) load.done = in_thirty_days(load.done);
  review.forgotten = forgotten_;
  std::ranges::stable_sort(review.forgotten, is_worse);
  review.endings = endings_;
}

}  // namespace care
