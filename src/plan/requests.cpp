#include <care/plan_past.hpp>

#include <fmt/format.h>

#include <algorithm>

#include "plan/request_history.hpp"

namespace care {
namespace {

/// How long they have for their word on an offer, or for their part.
constexpr Duration patience{3, Unit::working_day};

/// When the clock of a request starts, and the day from which working days count.
struct Start {
  Date day;
  Moment moment;
};

Start start_of(const CustomerDay& today, const Request& request) {
  const WorkCalendar& calendar = today.calendar();
  if (!request.asked) {
    today.watch(today.date + std::chrono::days{1});
    return {today.date, calendar.opening(today.date)};
  }
  const Date day = request.asked->day;
  if (request.asked->time) return {day, request.asked->moment()};
  return {day, request.urgent ? calendar.opening(day) : calendar.next_opening(day)};
}

Moment deadline(const CustomerDay& today, const Request& request, const Start& start,
                Duration duration) {
  const WorkCalendar& calendar = today.calendar();
  switch (duration.unit) {
    case Unit::minute:
    case Unit::hour: {
      const auto minutes = duration.unit == Unit::hour
                               ? std::chrono::minutes{std::chrono::hours{duration.count}}
                               : std::chrono::minutes{duration.count};
      return request.urgent ? start.moment + minutes
                            : calendar.add_working_time(start.moment, minutes);
    }
    case Unit::working_day: return calendar.close(calendar.plus(start.day, duration));
    default: break;
  }
  const Date day = day_of(start.moment);
  return Moment{add_calendar(day, duration)} + (start.moment - Moment{day});
}

/// Their own `due`, or `solve` later; the working time that was waited for them comes on top.
Moment solve_by(const CustomerDay& today, const Request& request, const Start& start,
                const RequestHistory& history) {
  const Policy& policy = today.book.policy;
  const WorkCalendar& calendar = today.calendar();
  if (request.due) {
    return request.due->time ? request.due->moment() : calendar.close(request.due->day);
  }
  const Moment by =
      deadline(today, request, start, request.urgent ? policy.emergency_solve : policy.solve);
  return history.waited.count() > 0 ? calendar.add_working_time(by, history.waited) : by;
}

/// What comes next, and by when: from the answer to what was offered last, or from what we wait
/// for, or from whether they have heard from us.
void set_aim(const CustomerDay& today, const Request& request, const RequestHistory& history,
             RequestState& state) {
  const WorkCalendar& calendar = today.calendar();
  const auto in_three_days = [&](Date day) { return calendar.close(calendar.plus(day, patience)); };
  const Offer* offer = history.offers.empty() ? nullptr : &history.offers.back();
  if (offer != nullptr && offer->answer == Answer::refused) {
    state.aim = Aim::other_offer;
    state.target = std::min(state.solve_by, calendar.close(offer->answered_on));
  } else if (offer != nullptr) {
    state.aim = Aim::word_on_offer;
    state.offered = offer->what;
    state.target = request.urgent ? state.solve_by : in_three_days(offer->on.day);
  } else if (history.waiting != nullptr) {
    state.aim = Aim::their_part;
    state.waiting_for = history.waiting->waiting;
    state.target = in_three_days(history.waiting->on.day);
  } else if (state.answered) {
    state.aim = Aim::solution;
    state.target = state.solve_by;
  } else {
    state.aim = state.respond_by <= state.solve_by ? Aim::answer : Aim::solution;
    state.target = std::min(state.respond_by, state.solve_by);
  }
}

void set_target(const CustomerDay& today, const Request& request, const RequestHistory& history,
                RequestState& state) {
  const Policy& policy = today.book.policy;
  const Start start = start_of(today, request);
  state.respond_by =
      deadline(today, request, start, request.urgent ? policy.emergency_respond : policy.respond);
  state.solve_by = solve_by(today, request, start, history);
  state.answered = history.reached || !history.offers.empty() || history.waiting != nullptr;
  set_aim(today, request, history, state);
}

std::string_view standing(const RequestState& state) {
  if (state.aim == Aim::word_on_offer) return "offer without an answer";
  if (state.aim == Aim::other_offer) return "offer refused";
  if (state.aim == Aim::their_part) return "waiting for them";
  return state.answered ? "answered" : "not answered";
}

void explain(const CustomerDay& today, const Request& request, const RequestHistory& history,
             const RequestState& state, const Item& item) {
  if (today.account == nullptr) return;
  const Policy& policy = today.book.policy;
  const bool urgent = request.urgent;
  note(today, "R7", request.at, "{} \"{}\": asked {}", word(item.kind), request.what,
       request.asked ? iso(*request.asked) : "no one knows when: counts from today");
  const auto within = [&](std::string_view what, Moment by, std::string_view key, Duration time) {
    const Position at = today.policy_at(key);
    note(today, "R7", at, "{} by {}: within {}{}", what, by, time, default_note(at));
  };
  within("answer", state.respond_by, urgent ? "emergency_respond" : "respond",
         urgent ? policy.emergency_respond : policy.respond);
  if (request.due) {
    note(today, "R7", request.at, "solve by {}: its own due", state.solve_by);
  } else {
    within("solve", state.solve_by, urgent ? "emergency_solve" : "solve",
           urgent ? policy.emergency_solve : policy.solve);
  }
  if (!request.due && history.waited.count() > 0) {
    note(today, "R7", request.at, "of which {} minutes of working time were waited for them",
         static_cast<int>(history.waited.count()));
  }
  if (history.waiting != nullptr) {
    note(today, "R7", history.waiting->at, "waiting since {} for \"{}\"", *history.waiting_since,
         state.waiting_for);
  }
  for (const Offer& offer : history.offers) {
    const std::string answer =
        offer.answer ? fmt::format("{} {}", word(*offer.answer), spoken(offer.answered_on))
                     : "no answer yet";
    note(today, "R7", offer.at, "alternative offered {}, {}", offer.on.day, answer);
  }
  note(today, "R7", request.at, "{}, so it is due {}, to do on {}: {}", standing(state), item.due,
       item.act, word(item.when));
}

Item item_of(const CustomerDay& today, const Request& request, const RequestState& state) {
  const Date day = day_of(state.target);
  const Date act = today.calendar().before(day);
  const bool late = today.now > state.target || state.aim == Aim::other_offer;
  const bool can_wait = state.answered && !request.urgent && !today.has_come(act);
  Item item =
      today.item(request.urgent ? Kind::emergency : Kind::request,
                 late ? State::overdue : (can_wait ? State::coming : State::today), day, act);
  item.due.time = state.target - Moment{day};
  item.what = request.what;
  item.id = request.id;
  item.record = state.request;
  item.aim = state.aim;
  item.waiting_for = state.waiting_for;
  item.answered = state.answered;
  return item;
}

}  // namespace

void plan_requests(const CustomerDay& today, CustomerPlan& plan) {
  for (const RequestHistory& history : request_histories(today)) {
    const Request& request = today.book.requests.all[history.request];
    RequestState state;
    state.request = history.request;
    state.ending = ending_of(history);
    if (state.ending) {
      note(today, "R7", request.at, "request \"{}\": {} on {}", request.what,
           state.ending->outcome == Outcome::alternative ? "alternative accepted"
                                                         : word(state.ending->outcome),
           state.ending->day);
    } else {
      set_target(today, request, history, state);
      const Item item = item_of(today, request, state);
      explain(today, request, history, state, item);
      plan.emergency_open = plan.emergency_open || request.urgent;
      plan.items.push_back(item);
    }
    plan.requests.push_back(state);
  }
}

std::vector<RequestPast> request_pasts(const Book& book, CustomerIndex customer, Moment now) {
  std::vector<RequestPast> pasts;
  if (book.requests.of(customer).empty()) return pasts;
  const CustomerDay today = gather(book, customer, now);
  for (RequestHistory& history : request_histories(today)) {
    RequestPast past{.state = {}, .answered = history.answered};
    past.state.request = history.request;
    if (history.waiting != nullptr) {
      // The minute that runs is waited, too: until it is over, all can still turn out well.
      const Moment until = today.now + std::chrono::minutes{1};
      history.waited += today.calendar().working_time(history.waiting_since->moment(), until);
    }
    set_target(today, book.requests.all[history.request], history, past.state);
    past.state.ending = ending_of(history);
    past.ended_on = std::move(history.ended_on);
    if (past.state.ending) {
      const Offer* accepted = accepted_offer(history);
      const bool is_alternative = past.state.ending->outcome == Outcome::alternative;
      past.ended = is_alternative ? When{past.state.ending->day, std::nullopt} : history.closed_on;
      if (is_alternative) past.solved = accepted->on;
      if (past.state.ending->outcome == Outcome::done) past.solved = history.closed_on;
      past.withdrawn_unanswered =
          past.state.ending->outcome == Outcome::withdrawn && history.closed_unanswered;
    }
    pasts.push_back(std::move(past));
  }
  return pasts;
}

}  // namespace care
