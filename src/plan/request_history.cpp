#include "plan/request_history.hpp"

#include <algorithm>

namespace care {
namespace {

/// Of two on one day, one without a time is kindly read.
bool is_earlier(const When& a, const When& b) {
  if (a.day != b.day) return a.day < b.day;
  return b.time && (!a.time || *a.time < *b.time);
}

void answer(RequestHistory& history, const When& on) {
  if (!history.answered || is_earlier(on, *history.answered)) history.answered = on;
}

void offer(RequestHistory& history, const When& on, Position at, Text what) {
  if (!history.accepted_before && accepted_offer(history) != nullptr) {
    history.accepted_before = history.offers.size() - 1;
  }
  history.offers.push_back({on, at, what, std::nullopt, {}, 0});
  answer(history, on);
}

/// Notes whether at the end of the day, as far as it has been read, it is an emergency that ended
/// that day.
void note_end(const CustomerDay& today, RequestHistory& history, Date day) {
  if (!today.book.requests.all[history.request].urgent) return;
  const auto ending = ending_of(history);
  const bool ended = ending && ending->day == day;
  const bool is_noted = !history.ended_on.empty() && history.ended_on.back() == day;
  if (ended && !is_noted) history.ended_on.push_back(day);
  if (!ended && is_noted) history.ended_on.pop_back();
}

void stop_waiting(const CustomerDay& today, RequestHistory& history, const When& on) {
  if (history.waiting == nullptr) return;
  history.waited += today.calendar().working_time(history.waiting_since->moment(), on.moment());
  history.waiting = nullptr;
  history.waiting_since.reset();
}

void close(const CustomerDay& today, RequestHistory& history, const When& on, Outcome outcome) {
  if (history.closing) return;
  history.closed_unanswered = !history.answered;
  history.closing = Ending{on.day, outcome};
  history.closed_at = history.steps;
  history.closed_on = on;
  if (outcome == Outcome::done) answer(history, on);
  stop_waiting(today, history, on);
}

/// The request's own `closed` counts before the touches of its day.
void read_own_closing(const CustomerDay& today, RequestHistory& history, Date up_to) {
  const Request& request = today.book.requests.all[history.request];
  if (history.own_closing_read || !request.closed || *request.closed > up_to) return;
  history.own_closing_read = true;
  ++history.steps;
  if (!request.outcome) return;
  const When closed{*request.closed, std::nullopt};
  if (*request.outcome == Outcome::alternative) {
    offer(history, closed, request.at, request.offered);
    stop_waiting(today, history, closed);
  } else {
    close(today, history, closed, *request.outcome);
  }
  note_end(today, history, closed.day);
}

/// Emergencies do not wait, nor does what was offered something for, or what has ended.
void read_waiting(const CustomerDay& today, RequestHistory& history, const Touch& touch) {
  const bool waits = !touch.from_them && !touch.waiting.empty() && history.offers.empty() &&
                     !history.closing && !today.book.requests.all[history.request].urgent;
  if (!waits) {
    stop_waiting(today, history, touch.on);
    return;
  }
  if (!history.waiting_since) history.waiting_since = touch.on;
  history.waiting = &touch;
  answer(history, touch.on);
}

void read_touch(const CustomerDay& today, RequestHistory& history, const Touch& touch) {
  read_own_closing(today, history, touch.on.day);
  ++history.steps;
  if (touch.reached && !touch.from_them) {
    history.reached = true;
    answer(history, touch.on);
  }
  if (touch.outcome == Outcome::alternative) {
    offer(history, touch.on, touch.at, touch.offered);
  } else if (touch.outcome) {
    close(today, history, touch.on, *touch.outcome);
  }
  if (touch.answer && !history.offers.empty()) {
    history.offers.back().answer = touch.answer;
    history.offers.back().answered_on = touch.on.day;
    history.offers.back().answered_at = history.steps;
  }
  read_waiting(today, history, touch);
  note_end(today, history, touch.on.day);
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

const Offer* accepted_offer(const RequestHistory& history) {
  // Only the last may still be answered in another way.
  if (history.accepted_before) return &history.offers[*history.accepted_before];
  if (history.offers.empty() || history.offers.back().answer != Answer::accepted) return nullptr;
  return &history.offers.back();
}

std::optional<Ending> ending_of(const RequestHistory& history) {
  const Offer* accepted = accepted_offer(history);
  const bool comes_first =
      accepted != nullptr && (!history.closing || accepted->answered_at < history.closed_at);
  if (comes_first) return Ending{accepted->answered_on, Outcome::alternative};
  return history.closing;
}

}  // namespace care
