#include <care/book_fields.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include "plan/customer_day.hpp"

namespace care {
namespace {

void add_future(std::vector<Problem>& problems, Position at, std::string_view what, Date day) {
  problems.push_back({Severity::note, "future-record", at,
                      fmt::format("this {} is dated {}, which is still to come", what, iso(day)),
                      "nothing, if it was meant; it counts from that day on"});
}

/// What a record is called, and its day that may be still to come.
using Dated = std::pair<std::string_view, std::optional<Date>>;
template <class Record>
Dated dated_of(const Record& record, Date /*today*/) {
  return {table_head<Record>.noun, record.on.day};
}
Dated dated_of(const Request& request, Date today) {
  if (request.asked && request.asked->day > today) return {"request", request.asked->day};
  return {"closing", request.closed};
}
Dated dated_of(const Promise& promise, Date today) {
  if (promise.made && *promise.made > today) return {"promise", promise.made};
  return {"keeping", promise.kept};
}

void future_records(const Book& book, Date today, std::vector<Problem>& problems) {
  const auto add = [&](const auto& records) {
    for (const auto& record : records.all) {
      const auto& [what, day] = dated_of(record, today);
      if (day && *day > today) add_future(problems, record.at, what, *day);
    }
  };
  std::apply([&](const auto&... lists) { (add(lists), ...); }, record_lists(book));
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

/// A birthday on which nobody who lives was born: what programs write who do not know the year.
void impossible_birthday(const Customer& customer, Text whose, Date birthday, Date today,
                         std::uint32_t line, std::vector<Problem>& problems) {
  constexpr int oldest = 120;
  const auto date = civil(birthday);
  const bool is_past = birthday <= today;
  if (is_past && date.year() + std::chrono::years{oldest} >= civil(today).year()) return;
  const Position at = line == 0 ? customer.at : Position{customer.at.file, line, 1};
  problems.push_back(
      {Severity::note, "impossible-birthday", at,
       is_past ? fmt::format("{} would be more than {} years old", neutralised(whose), oldest)
               : fmt::format("{} would be born only on {}", neutralised(whose), iso(birthday)),
       fmt::format("birthday = \"{:02}-{:02}\", where the year is not known",
                   static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()))});
}

void impossible_birthdays(const Customer& customer, Date today, std::vector<Problem>& problems) {
  const auto look = [&](const auto& person, std::uint32_t line) {
    if (!person.birthday || !person.birthday->year) return;
    const Date day = in_year(person.birthday->day, *person.birthday->year, LeapDay::march_1);
    impossible_birthday(customer, person.name, day, today, line, problems);
  };
  look(customer, customer.lines.birthday);
  for (const Contact& contact : customer.contacts) look(contact, contact.birthday_line);
}

}  // namespace

std::vector<Problem> problems_on(const Book& book, Moment now) {
  std::vector<Problem> problems;
  future_records(book, day_of(now), problems);
  for (CustomerIndex i = 0; i < book.customers.size(); ++i) {
    impossible_birthdays(book.customers[i], day_of(now), problems);
    if (book.customers[i].status == Status::former) {
      open_of_former(gather(book, i, now), problems);
    } else if (!book.snoozes.of(i).empty()) {
      refused_snoozes(gather(book, i, now), problems);
    }
  }
  return problems;
}

}  // namespace care
