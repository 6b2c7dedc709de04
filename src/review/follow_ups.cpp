#include <fmt/format.h>

#include <algorithm>

#include "review/cases.hpp"

namespace care {
namespace {

/// The days on which an emergency ended, as it stood at the end of them.
std::vector<Date> ends_of_emergencies(const Past& past) {
  std::vector<Date> days;
  for (const RequestPast& request : past.requests) {
    const auto& asked = past.book.requests.all[request.state.request].asked;
    for (const Date day : request.ended_on) {
      if (!asked || asked->day <= day) days.push_back(day);
    }
  }
  std::ranges::sort(days);
  return days;
}

/// Where the next contact was to follow.
struct Base {
  Date day;
  bool is_first = false;  ///< they were never contacted before
  Position at;
  std::optional<Date> next;  ///< the contact that followed
};

class FollowUps {
 public:
  FollowUps(const Past& past, Cases& cases)
      : past_{past}, cases_{cases}, emergency_ends_{ends_of_emergencies(past)} {}

  void add(const Base& base) {
    if (base.day > past_.end() || (base.next && *base.next < past_.view.period.from)) return;
    const auto act = act_of(base);
    if (!act) return;
    const bool is_good = (base.next && *base.next <= *act) || was_tried(base, *act);
    const Date last = base.next ? std::min(*act, *base.next) : *act;
    cases_.add(Measure::follow_ups, last, is_good, base.at, [&] {
      return fmt::format("{} {}, to follow up by {}",
                         base.is_first ? "never contacted, from" : "contact on",
                         spelled_day(base.day), spelled_day(*act));
    });
  }

 private:
  /// By R4, as it stood at the end of that day.
  [[nodiscard]] std::optional<Date> act_of(const Base& base) const {
    const Book& book = past_.book;
    const Cadence& cadence = cadence_of(book, as_of(book, past_.who, base.day));
    LastContact last{.day = base.day, .is_first_base = base.is_first};
    if (!base.is_first) {
      last.strained = past_.is_strained_at_end_of(base.day);
      if (std::ranges::binary_search(emergency_ends_, base.day)) last.emergency_ended = base.day;
    }
    const auto days = follow_up_days(book.policy, cadence, last);
    return days ? std::optional{days->act} : std::nullopt;
  }

  [[nodiscard]] bool was_tried(const Base& base, Date act) const {
    const Date from = base.is_first ? base.day : base.day + std::chrono::days{1};
    const auto attempt = std::ranges::lower_bound(past_.attempts, from);
    return attempt != past_.attempts.end() && *attempt <= act;
  }

  const Past& past_;
  Cases& cases_;
  std::vector<Date> emergency_ends_;
};

}  // namespace

void add_follow_ups(const Past& past, Cases& cases) {
  FollowUps follow_ups{past, cases};
  const auto& contacts = past.contacts;
  const auto day_of_place = [&](std::size_t i) {
    return i < contacts.size() ? std::optional{contacts[i].day} : std::nullopt;
  };
  const auto first = first_base(past.book, past.customer);
  if (first && (contacts.empty() || first->day <= contacts.front().day)) {
    follow_ups.add({first->day, true, first->at, day_of_place(0)});
  }
  for (std::size_t i = 0; i < contacts.size(); ++i) {
    follow_ups.add({contacts[i].day, false, contacts[i].at, day_of_place(i + 1)});
  }
}

}  // namespace care
