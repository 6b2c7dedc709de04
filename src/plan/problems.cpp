#include <fmt/format.h>

#include <care/text.hpp>

#include "plan/facts.hpp"

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

void snoozes(const Book& book, CustomerIndex index, const CustomerPlan& plan,
             std::vector<Problem>& problems) {
  const Customer& customer = book.customers[index];
  for (const Snooze* snooze : plan.refused_snoozes) {
    problems.push_back(
        {Severity::error, "snooze-not-allowed", snooze->at,
         plan.strained
             ? fmt::format(
                   "{} is strained: one snooze of at most 2 working days, so this one is ignored",
                   neutralised(customer.id))
             : fmt::format("{} was snoozed 3 times since the last talk: this one is ignored",
                           neutralised(customer.id)),
         "talk to them; nobody is put off for ever"});
  }
}

void open_of_former(const Book& book, CustomerIndex index, Moment now,
                    std::vector<Problem>& problems) {
  for (const Item& item : plan_customer(book, index, now).items) {
    const Position at = item.kind == Kind::promise ? book.promises.all[item.record].at
                                                   : book.requests.all[item.record].at;
    problems.push_back({Severity::warning, "former-but-open", at,
                        fmt::format("{} is a former customer, but this {} is open: \"{}\"",
                                    neutralised(book.customers[index].id), word(item.kind),
                                    shortened(neutralised(item.what), 60)),
                        "end it, or set the customer's status to \"active\""});
  }
}

}  // namespace

std::vector<Problem> problems_on(const Book& book, Moment now) {
  std::vector<Problem> problems;
  const Date today = day_of(now);
  future_records(book, today, problems);
  for (CustomerIndex i = 0; i < book.customers.size(); ++i) {
    if (book.customers[i].status == Status::former) {
      open_of_former(book, i, now, problems);
    } else if (!book.snoozes.of(i).empty()) {
      snoozes(book, i, plan_customer(book, i, now), problems);
    }
  }
  return problems;
}

}  // namespace care
