#include "plan/request_history.hpp"

#include <algorithm>

namespace care {
namespace {

void close(RequestHistory& history, Date day, Outcome outcome) {
  if (!history.closing) history.closing = Ending{day, outcome};
}

void stop_waiting(const CustomerDay& today, RequestHistory& history, const When& on) {
  if (history.waiting == nullptr) return;
  history.waited += today.calendar().working_time(history.waiting_since->moment(), on.moment());
  history.waiting = nullptr;
  history.waiting_since.reset();
}

/// The request's own `closed` counts before the touches of its day.
void read_own_closing(const CustomerDay& today, RequestHistory& history, Date up_to) {
  const Request& request = today.book.requests.all[history.request];
  if (history.own_closing_read || !request.closed || *request.closed > up_to) return;
  history.own_closing_read = true;
  if (!request.outcome) return;
  if (*request.outcome == Outcome::alternative) {
    history.offers.push_back({*request.closed, request.at, request.offered, std::nullopt, {}});
    stop_waiting(today, history, {*request.closed, std::nullopt});
  } else {
    close(history, *request.closed, *request.outcome);
  }
}

/// Emergencies do not wait, nor does what was offered something for.
void read_waiting(const CustomerDay& today, RequestHistory& history, const Touch& touch) {
  const bool waits = !touch.from_them && !touch.waiting.empty() && history.offers.empty() &&
                     !today.book.requests.all[history.request].urgent;
  if (!waits) {
    stop_waiting(today, history, touch.on);
    return;
  }
  if (!history.waiting_since) history.waiting_since = touch.on;
  history.waiting = &touch;
}

void read_touch(const CustomerDay& today, RequestHistory& history, const Touch& touch) {
  read_own_closing(today, history, touch.on.day);
  if (touch.reached && !touch.from_them) history.reached = true;
  if (touch.outcome == Outcome::alternative) {
    history.offers.push_back({touch.on.day, touch.at, touch.offered, std::nullopt, {}});
  } else if (touch.outcome) {
    close(history, touch.on.day, *touch.outcome);
  }
  if (touch.answer && !history.offers.empty()) {
    history.offers.back().answer = touch.answer;
    history.offers.back().answered_on = touch.on.day;
  }
  read_waiting(today, history, touch);
}

}  // namespace

std::vector<RequestHistory> request_histories(const CustomerDay& today) {
  std::vector<RequestHistory> histories;
  for (const std::uint32_t i : today.book.requests.of(today.index)) {
    const Request& request = today.book.requests.all[i];
    if (request.asked && !today.has_come(request.asked->day)) continue;
    histories.push_back({.request = i});
  }
  if (histories.empty()) return histories;
  std::ranges::sort(histories, {}, &RequestHistory::request);
  for (const Touch* touch : today.touches) {
    if (!touch->request) continue;
    const auto found =
        std::ranges::lower_bound(histories, *touch->request, {}, &RequestHistory::request);
    if (found == histories.end() || found->request != *touch->request) continue;
    read_touch(today, *found, *touch);
  }
  for (RequestHistory& history : histories) {
    const auto& closed = today.book.requests.all[history.request].closed;
    if (closed) today.watch(*closed);
    read_own_closing(today, history, today.date);
  }
  return histories;
}

std::optional<Ending> ending_of(const RequestHistory& history) {
  std::optional<Ending> ending = history.closing;
  for (const Offer& offer : history.offers) {
    if (offer.answer != Answer::accepted) continue;
    if (!ending || offer.answered_on < ending->day) {
      ending = Ending{offer.answered_on, Outcome::alternative};
    }
  }
  return ending;
}

}  // namespace care
