#include <care/book_fields.hpp>
#include <care/plan_courses.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "plan/customer_day.hpp"
#include "plan/problems.hpp"

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
/// What was learned is not something that happens, and may lie ahead.
template <class Record>
requires std::same_as<decltype(Record::on), std::optional<When>> Dated
dated_of(const Record& /*record*/, Date /*today*/) {
  return {};
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
    problems.push_back(
        {Severity::warning, "former-but-open", at,
         fmt::format("{} is a former customer, but this {} is open: \"{}\"",
                     neutralised(today.customer.id), word(item.kind), short_text(item.what)),
         fmt::format("end it, or: care set {} --status active", neutralised(today.customer.id))});
  }
}

/// How many years somebody may live.
constexpr std::chrono::years oldest{120};

/// A birthday on which nobody who lives was born: what programs write that do not know the year.
void impossible_birthday(Position at, Text whose, Date birthday, Date today,
                         std::vector<Problem>& problems) {
  const auto date = civil(birthday);
  const bool is_past = birthday <= today;
  if (is_past && date.year() + oldest >= civil(today).year()) return;
  problems.push_back(
      {Severity::note, "impossible-birthday", at,
       is_past
           ? fmt::format("{} would be more than {} years old", neutralised(whose), oldest.count())
           : fmt::format("{} would be born only on {}", neutralised(whose), iso(birthday)),
       fmt::format("birthday = \"{:02}-{:02}\", where the year is not known",
                   static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()))});
}

void impossible_birthdays(const Book& book, const Customer& customer,
                          const std::chrono::year_month_day& today,
                          std::vector<Problem>& problems) {
  const auto look = [&](const auto& person, std::uint32_t line) {
    if (!person.birthday || !person.birthday->year) return;
    const std::chrono::year born = *person.birthday->year;
    if (born < today.year() && born + oldest >= today.year()) return;
    const Date day = in_year(person.birthday->day, born, LeapDay::march_1);
    impossible_birthday(place_of(book, person.at, line), person.name, day, Date{today}, problems);
  };
  look(customer, customer.lines.birthday);
  for (const Contact& contact : customer.contacts) look(contact, contact.birthday_line);
}

/// The names of plans, as `name_key`.
using PlanNames = std::set<std::string>;

PlanNames names_of_plans(const Book& book) {
  PlanNames names;
  for (const Plan& plan : book.plans) names.insert(name_key(plan.name));
  return names;
}

/// A plan is renamed or ends; what was done of it stays in the book.
void unknown_plans(const Book& book, CustomerIndex customer, const PlanNames& of_book,
                   std::vector<Problem>& problems) {
  PlanNames own;
  for (const OwnPlan& plan : book.customers[customer].plans) own.insert(name_key(plan.what));
  for (const std::uint32_t i : book.touches.of(customer)) {
    const Touch& touch = book.touches.all[i];
    for (const Text name : touch.plans) {
      const std::string key = name_key(name);
      if (of_book.contains(key) || own.contains(key)) continue;
      problems.push_back({Severity::note, "no-such-plan", touch.at,
                          fmt::format("neither the book nor {} has a plan called \"{}\"",
                                      neutralised(book.customers[customer].id), short_text(name)),
                          "nothing, if there was one; else the name of a plan, or the `what` of "
                          "their own"});
    }
  }
}

/// A slip in what was greeted leaves the occasion open (R3). An event may have been renamed,
/// though, and what was greeted once stays in the book.
void unknown_greetings(const Book& book, CustomerIndex customer, std::vector<Problem>& problems) {
  constexpr std::size_t most_meant = 64;  // what was meant is looked for among so many
  std::set<std::string> keys;
  std::vector<std::string_view> known;
  for (const std::uint32_t i : book.touches.of(customer)) {
    const Touch& touch = book.touches.all[i];
    if (!touch.greeted.empty() && keys.empty()) {
      known = {"birthday", "anniversary"};
      for (const Event& event : book.customers[customer].events) known.push_back(event.what);
      for (const std::string_view one : known) keys.insert(name_key(one));
      known.resize(std::min(known.size(), most_meant));
    }
    for (const Text what : touch.greeted) {
      if (keys.contains(name_key(what))) continue;
      const auto near = nearest(what, known);
      problems.push_back({near ? Severity::warning : Severity::note, "no-such-event", touch.at,
                          fmt::format("no occasion of {} is called \"{}\"",
                                      neutralised(book.customers[customer].id), short_text(what)),
                          near ? fmt::format("greeted = \"{}\"", neutralised(*near))
                               : "nothing, if there was one; else birthday, anniversary or the "
                                 "`what` of an event"});
    }
  }
}

void plans_for_nobody(const Book& book, Date today, std::vector<Problem>& problems) {
  for (const Plan& plan : book.plans) {
    const bool is_limited = !plan.tiers.empty() || !plan.tags.empty();
    if (!is_limited) continue;
    bool fits_any = false;
    for (CustomerIndex who = 0; who < book.customers.size() && !fits_any; ++who) {
      fits_any = fits(book, plan, as_of(book, who, today));
    }
    if (fits_any) continue;
    problems.push_back({Severity::note, "plan-fits-nobody", plan.at,
                        fmt::format("the plan \"{}\" fits no customer", short_text(plan.name)),
                        "tiers and tags that customers have"});
  }
}

/// What a message is for: a kind of item, or a plan of the book.
void unknown_purposes(const Book& book, const PlanNames& names, std::vector<Problem>& problems) {
  constexpr std::string_view of_plan = "plan:";
  for (const Message& message : book.messages) {
    for (const Text purpose : message.purposes) {
      const bool names_plan = purpose.starts_with(of_plan);
      const auto kind = parse_kind(purpose);
      const bool is_known = names_plan ? names.contains(name_key(purpose.substr(of_plan.size())))
                                       : kind && kind != Kind::unreadable;
      if (is_known) continue;
      problems.push_back({Severity::error, names_plan ? "no-such-plan" : "bad-value",
                          message.purposes_at,
                          fmt::format("\"{}\" is neither a kind of item nor a plan of the book",
                                      short_text(purpose)),
                          "for = \"birthday\", or \"plan:\" and the name of a plan"});
    }
  }
}

void no_next_touch(const Book& book, const Customer& customer, std::vector<Problem>& problems) {
  if (!customer.every || customer.every->period || !customer.because.empty()) return;
  problems.push_back({Severity::warning, "no-next-touch",
                      place_of(book, customer.at, customer.lines.every),
                      "nobody will be in touch with this customer, and nothing says why",
                      "because = \"…\" beside it, or every = \"1y\""});
}

}  // namespace

std::string short_text(std::string_view text) {
  constexpr std::size_t most_columns = 60;
  return shortened(neutralised(text), most_columns);
}

Position place_of(const Book& book, Position table, std::uint32_t line) {
  if (line == 0) return table;
  Position at = position_of(book, table, line);
  at.column = 1;
  return at;
}

std::vector<Problem> problems_on(const Book& book, Moment now) {
  std::vector<Problem> problems;
  const std::chrono::year_month_day today = civil(day_of(now));
  future_records(book, day_of(now), problems);
  const PlanNames plans = names_of_plans(book);
  plans_for_nobody(book, day_of(now), problems);
  unknown_purposes(book, plans, problems);
  problems_of_policy(book, problems);
  surprises_again(book, problems);
  for (CustomerIndex i = 0; i < book.customers.size(); ++i) {
    const Customer& customer = as_of(book, i, day_of(now));
    impossible_birthdays(book, customer, today, problems);
    no_next_touch(book, customer, problems);
    too_short_of(book, customer, problems);
    unknown_plans(book, i, plans, problems);
    unknown_greetings(book, i, problems);
    if (customer.status == Status::former) {
      open_of_former(gather(book, i, now), problems);
    } else if (!book.snoozes.of(i).empty()) {
      refused_snoozes(gather(book, i, now), problems);
    }
  }
  return problems;
}

}  // namespace care
