#include <fmt/format.h>

#include <algorithm>

#include "plan/facts.hpp"

namespace care {
namespace {

constexpr Duration time_to_think{3, Unit::working_day};

/// An alternative that was offered, and the customer's last word on it.
struct Offer {
  Date day;
  Position at;
  std::optional<Answer> answer;
  Date answered_on;
};

/// What happened to one request, in the order in which it did.
struct History {
  std::uint32_t request;
  bool reached = false;  ///< a touch of ours that reached them named it
  bool own_closing_read = false;
  std::optional<Ending> closing;  ///< the first outcome done or withdrawn
  std::vector<Offer> offers;
};

void close(History& history, Date day, Outcome outcome) {
  if (!history.closing) history.closing = Ending{day, outcome};
}

/// The request's own `closed` counts before the touches of its day.
void read_own_closing(History& history, const Request& request, Date up_to) {
  if (history.own_closing_read || !request.closed || *request.closed > up_to) return;
  history.own_closing_read = true;
  if (!request.outcome) return;
  if (*request.outcome == Outcome::alternative) {
    history.offers.push_back({*request.closed, request.at, std::nullopt, {}});
  } else {
    close(history, *request.closed, *request.outcome);
  }
}

void read_touch(History& history, const Request& request, const Touch& touch) {
  read_own_closing(history, request, touch.on.day);
  if (touch.reached && !touch.from_them) history.reached = true;
  if (touch.outcome == Outcome::alternative) {
    history.offers.push_back({touch.on.day, touch.at, std::nullopt, {}});
  } else if (touch.outcome) {
    close(history, touch.on.day, *touch.outcome);
  }
  if (touch.answer && !history.offers.empty()) {
    history.offers.back().answer = touch.answer;
    history.offers.back().answered_on = touch.on.day;
  }
}

std::vector<History> read_histories(const Facts& facts) {
  std::vector<History> histories;
  for (const std::uint32_t i : facts.book.requests.of(facts.index)) {
    const Request& request = facts.book.requests.all[i];
    if (request.asked && request.asked->day > facts.today) continue;
    histories.push_back({i, false, false, {}, {}});
  }
  if (histories.empty()) return histories;
  std::ranges::sort(histories, {}, &History::request);
  for (const Touch* touch : facts.touches) {
    if (!touch->request) continue;
    const auto found = std::ranges::lower_bound(histories, *touch->request, {}, &History::request);
    if (found == histories.end() || found->request != *touch->request) continue;
    read_touch(*found, facts.book.requests.all[found->request], *touch);
  }
  for (History& history : histories) {
    read_own_closing(history, facts.book.requests.all[history.request], facts.today);
  }
  return histories;
}

std::optional<Ending> ending_of(const History& history) {
  std::optional<Ending> ending = history.closing;
  for (const Offer& offer : history.offers) {
    if (offer.answer != Answer::accepted) continue;
    if (!ending || offer.answered_on < ending->day) {
      ending = Ending{offer.answered_on, Outcome::alternative};
    }
  }
  return ending;
}

/// When the clock of a request starts, and the day from which working days count.
struct Start {
  Date day;
  Moment moment;
};

Start start_of(const Facts& facts, const Request& request) {
  const WorkCalendar& calendar = facts.calendar();
  if (!request.asked) return {facts.today, calendar.opening(facts.today)};
  const Date day = request.asked->day;
  if (request.asked->time) return {day, request.asked->moment()};
  return {day, request.urgent ? calendar.opening(day) : calendar.next_opening(day)};
}

Moment deadline(const Facts& facts, const Request& request, const Start& start, Duration duration) {
  const WorkCalendar& calendar = facts.calendar();
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

void set_target(const Facts& facts, const Request& request, const History& history,
                RequestState& state) {
  const Policy& policy = facts.book.policy;
  const WorkCalendar& calendar = facts.calendar();
  const Start start = start_of(facts, request);
  state.respond_by =
      deadline(facts, request, start, request.urgent ? policy.emergency_respond : policy.respond);
  if (request.due) {
    state.solve_by = request.due->time ? request.due->moment() : calendar.close(request.due->day);
  } else {
    state.solve_by =
        deadline(facts, request, start, request.urgent ? policy.emergency_solve : policy.solve);
  }
  state.answered = history.reached || !history.offers.empty();
  if (!history.offers.empty()) {
    const Offer& offer = history.offers.back();
    if (offer.answer == Answer::refused) {
      state.aim = Aim::other_offer;
      state.target = std::min(state.solve_by, calendar.close(offer.answered_on));
    } else {
      state.aim = Aim::word_on_offer;
      state.target = calendar.close(calendar.plus(offer.day, time_to_think));
    }
  } else if (state.answered) {
    state.aim = Aim::solution;
    state.target = state.solve_by;
  } else {
    state.aim = state.respond_by <= state.solve_by ? Aim::answer : Aim::solution;
    state.target = std::min(state.respond_by, state.solve_by);
  }
}

std::string_view standing(const RequestState& state) {
  if (state.aim == Aim::word_on_offer) return "offer without an answer";
  if (state.aim == Aim::other_offer) return "offer refused";
  return state.answered ? "answered" : "not answered";
}

void explain(const Facts& facts, const Request& request, const History& history,
             const RequestState& state, const Item& item) {
  note(facts, "R7", request.at, [&] {
    return fmt::format(
        "{} \"{}\": asked {}", word(item.kind), request.what,
        request.asked ? iso(*request.asked) : "no one knows when: counts from today");
  });
  const auto respond = facts.policy_at(request.urgent ? "emergency_respond" : "respond");
  const Policy& policy = facts.book.policy;
  note(facts, "R7", respond, [&] {
    const Duration time = request.urgent ? policy.emergency_respond : policy.respond;
    return fmt::format("answer by {}: within {}{}", iso(state.respond_by), to_string(time),
                       default_note(respond));
  });
  const auto solve =
      request.due ? request.at : facts.policy_at(request.urgent ? "emergency_solve" : "solve");
  note(facts, "R7", solve, [&] {
    if (request.due) return fmt::format("solve by {}: its own due", iso(state.solve_by));
    const Duration time = request.urgent ? policy.emergency_solve : policy.solve;
    return fmt::format("solve by {}: within {}{}", iso(state.solve_by), to_string(time),
                       default_note(solve));
  });
  for (const Offer& offer : history.offers) {
    note(facts, "R7", offer.at, [&] {
      if (!offer.answer) {
        return fmt::format("alternative offered {}, no answer yet", spoken(offer.day));
      }
      return fmt::format("alternative offered {}, {} {}", spoken(offer.day), word(*offer.answer),
                         spoken(offer.answered_on));
    });
  }
  note(facts, "R7", request.at, [&] {
    return fmt::format("{}, so it is due {}, to do on {}: {}", standing(state), iso(item.due),
                       spoken(item.act), word(item.when));
  });
}

Item item_of(const Facts& facts, const Request& request, const RequestState& state) {
  Item item;
  item.customer = facts.index;
  item.kind = request.urgent ? Kind::emergency : Kind::request;
  const Date target_day = day_of(state.target);
  item.due = {target_day, state.target - Moment{target_day}};
  item.act = facts.calendar().before(target_day);
  item.days_late = std::max(0, days_between(target_day, facts.today));
  item.what = request.what;
  item.id = request.id;
  item.record = state.request;
  item.aim = state.aim;
  item.answered = state.answered;
  if (facts.now > state.target || state.aim == Aim::other_offer) {
    item.when = State::overdue;
    item.urgency = Urgency::overdue;
  } else if (state.answered && !request.urgent && facts.today < item.act) {
    item.when = State::coming;
    item.urgency = Urgency::coming;
  } else {
    item.when = State::today;
    item.urgency = Urgency::open;
  }
  if (request.urgent) item.urgency = Urgency::emergency;
  return item;
}

}  // namespace

void plan_requests(const Facts& facts, CustomerPlan& plan) {
  for (const History& history : read_histories(facts)) {
    const Request& request = facts.book.requests.all[history.request];
    RequestState state;
    state.request = history.request;
    state.ending = ending_of(history);
    if (state.ending) {
      note(facts, "R7", request.at, [&] {
        return fmt::format("request \"{}\": {} on {}", request.what,
                           state.ending->outcome == Outcome::alternative
                               ? "alternative accepted"
                               : word(state.ending->outcome),
                           spoken(state.ending->day));
      });
    } else {
      set_target(facts, request, history, state);
      const Item item = item_of(facts, request, state);
      explain(facts, request, history, state, item);
      plan.emergency_open = plan.emergency_open || request.urgent;
      plan.items.push_back(item);
    }
    plan.requests.push_back(state);
  }
}

}  // namespace care
