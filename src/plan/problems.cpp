#include <fmt/format.h>

#include <care/text.hpp>

#include "plan/customer_day.hpp"

namespace care {
namespace {

void add_future(std::vector<Problem>& problems, Position at, std::string_view what, Date day) {
  problems.push_back({Severity::note, "future-record", at,
                      fmt::format("this {} is dated {}, which is still to come", what, iso(day)),
                      "nothing, if it was meant; it counts from that day on"});
}

template <class Record>
void future_records(const Records<Record>& records, std::string_view what, Date today,
                    std::vector<Problem>& problems) {
  for (const Record& record : records.all) {
    if (record.on.day > today) add_future(problems, record.at, what, record.on.day);
  }
}

void future_records(const Book& book, Date today, std::vector<Problem>& problems) {
  future_records(book.purchases, "purchase", today, problems);
  future_records(book.touches, "touch", today, problems);
  future_records(book.snoozes, "snooze", today, problems);
  future_records(book.readies, "ready record", today, problems);
  for (const Request& request : book.requests.all) {
    if (request.asked && request.asked->day > today) {
      add_future(problems, request.at, "request", request.asked->day);
    } else if (request.closed && *request.closed > today) {
      add_future(problems, request.at, "closing", *request.closed);
    }
  }
  for (const Promise& promise : book.promises.all) {
    if (promise.made && *promise.made > today) {
      add_future(problems, promise.at, "promise", *promise.made);
    } else if (promise.kept && *promise.kept > today) {
      add_future(problems, promise.at, "keeping", *promise.kept);
    }
  }
}

void refused_snoozes(const CustomerDay& today, std::vector<Problem>& problems) {
  CustomerPlan plan;
  plan_mood(today, plan);
  static_cast<void>(snoozes_in_force(today, plan));
  const std::string who = neutralised(today.customer.id);
  for (const Snooze* snooze : plan.refused_snoozes) {
    problems.push_back(
        {Severity::error, "snooze-not-allowed", snooze->at,
         plan.strained
             ? fmt::format(
                   "{} is strained: one snooze of at most 2 working days, so this one is ignored",
                   who)
             : fmt::format("{} was snoozed 3 times since the last talk: this one is ignored", who),
         "talk to them; nobody is put off for ever"});
  }
}

void open_of_former(const CustomerDay& today, std::vector<Problem>& problems) {
  CustomerPlan plan;
  plan_requests(today, plan);
  plan_promises(today, plan);
  for (const Item& item : plan.items) {
    const Position at = item.kind == Kind::promise ? today.book.promises.all[item.record].at
                                                   : today.book.requests.all[item.record].at;
    problems.push_back({Severity::warning, "former-but-open", at,
                        fmt::format("{} is a former customer, but this {} is open: \"{}\"",
                                    neutralised(today.customer.id), word(item.kind),
                                    shortened(neutralised(item.what), 60)),
                        "end it, or set the customer's status to \"active\""});
  }
}

}  // namespace

std::vector<Problem> problems_on(const Book& book, Moment now) {
  std::vector<Problem> problems;
  future_records(book, day_of(now), problems);
  for (CustomerIndex i = 0; i < book.customers.size(); ++i) {
    if (book.customers[i].status == Status::former) {
      open_of_former(gather(book, i, now), problems);
    } else if (!book.snoozes.of(i).empty()) {
      refused_snoozes(gather(book, i, now), problems);
    }
  }
  return problems;
}

}  // namespace care
