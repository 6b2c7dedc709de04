#include "books.hpp"

using namespace care;
using namespace care::test;

namespace {

/// The order of a page on 23 November: the customers, each with its first item.
std::string order(std::string_view text, std::string_view now = "2026-11-23") {
  const Reading reading = read_text(text);
  return ids(agenda_of_today(reading.book, at(now), {}));
}

/// A customer with nothing to do but what the records say.
template <class... Rows>
std::string quiet(std::string_view id, const Rows&... rows) {
  return customer(id, no_follow_up, rows...);
}
std::string promise_of(std::string_view id, std::string_view due) {
  return table("[[promise]]", "customer = '" + std::string{id} + "'", "what = 'report'",
               "due = " + std::string{due});
}
std::string request_of(std::string_view id, std::string_view asked, std::string_view more = "") {
  return table("[[request]]", "customer = '" + std::string{id} + "'", "what = 'key'",
               "asked = " + std::string{asked}, more);
}
/// A customer with a cadence in days and the day of the last talk.
std::string talked(std::string_view id, int days, std::string_view last,
                   std::string_view more = "") {
  return customer(id, "every = '" + std::to_string(days) + "d'", more) + of(id, "[[touch]]", last);
}

const std::string all_days =
    policy("workdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']", "per_day = 0");

}  // namespace

TEST_CASE("R10: the classes stand in their order, whatever the order of the file") {
  const Reading reading =
      book(policy("anniversaries = 'none'") + quiet("h-coming", "birthday = '11-25'") +
           talked("g-plain", 30, "2026-10-01") + quiet("f-thanks") +
           of("f-thanks", "[[purchase]]", "2026-11-20", "what = 'order'") +
           quiet("f-belated", "birthday = '11-20'") +
           talked("e-strained", 30, "2026-11-06", "mood = 'strained'") +
           quiet("d-birthday", "birthday = '11-23'") + quiet("c-promise") +
           promise_of("c-promise", "2026-11-23") + quiet("c-request") +
           request_of("c-request", "2026-11-23T08:00") + quiet("b-promise") +
           promise_of("b-promise", "2026-11-19") + quiet("b-request") +
           request_of("b-request", "2026-11-18") + quiet("a-emergency") +
           request_of("a-emergency", "2026-11-23T08:50", "urgent = true"));
  CHECK(entries(agenda_of_today(reading.book, at("2026-11-23"), {})) ==
        Shown{
            "a-emergency: 1 emergency key today, due Mon 23 Nov 09:20",
            "b-request: 2 request key overdue, due Wed 18 Nov 14:00, 5 late",
            "b-promise: 2 promise report overdue, due Thu 19 Nov, 4 late",
            "c-request: 3 request key today, due Mon 23 Nov 14:00",
            "c-promise: 3 promise report today, due Mon 23 Nov",
            "d-birthday: 4 birthday d-birthday today, due Mon 23 Nov",
            "e-strained: 5 follow_up overdue, due Sat 21 Nov, act Fri 20 Nov, 3 late",
            "f-belated: 6 birthday f-belated overdue, due Fri 20 Nov, 3 late",
            "f-thanks: 6 thanks order today, due Tue 24 Nov",
            "g-plain: 7 follow_up overdue, due Sat 31 Oct, act Mon 2 Nov, 21 late",
            "h-coming: 8 birthday h-coming coming, due Wed 25 Nov",
        });
}

TEST_CASE("R10: belated occasions stand before thanks, whatever their dates") {
  CHECK(order(policy("anniversaries = 'none'") + quiet("thanks") +
              of("thanks", "[[purchase]]", "2026-11-02", "what = 'order'") +
              quiet("belated", "birthday = '11-22'")) == "belated thanks");
}

TEST_CASE("R10: customers with no next touch stand first among the plain follow-ups") {
  CHECK(order(talked("late", 1, "2026-01-01") + customer("undecided", "every = 'never'") +
              customer("undecided2", "every = 'never'")) == "undecided undecided2 late");
}

TEST_CASE("R10: things to prepare and occasions of today stand together, by due") {
  CHECK(order(policy("anniversaries = 'none'") + quiet("today", "birthday = '11-23'") +
              quiet("prepare") +
              table("[[customer.event]]", "what = 'gala'", "date = '12-01'", "heads_up = '0d'",
                    "prepare = '10d'")) == "prepare today");
}

TEST_CASE("R10: follow-ups stand by ratio, days late, oldest base, then by place in the file") {
  struct Row {
    std::string name;
    std::string customers;
    std::string expected;
  };
  const Row rows[] = {
      {"the greater ratio, though fewer days late",
       talked("month", 30, "2026-10-14") + talked("week", 7, "2026-11-09"), "week month"},
      {"the same ratio: more days late",
       talked("week", 7, "2026-11-09") + talked("fortnight", 14, "2026-10-26"), "fortnight week"},
      {"nearly the same ratio", talked("a", 30, "2026-10-23") + talked("b", 29, "2026-10-24"),
       "b a"},
      {"the same ratio and days late: the oldest base",
       policy("holidays = [2026-11-20]") + talked("later", 7, "2026-11-13") +
           talked("older", 8, "2026-11-13") + talked("oldest", 7, "2026-11-12"),
       "oldest later older"},
      {"the same ratio of 1: more days late, though of a newer base",
       customer("old", "every = '30d'") + of("old", "[[touch]]", "2026-09-24") +
           customer("new", "every = '30d'", "since = 2026-10-14"),
       "new old"},
      {"all the same: the place in the file",
       talked("second", 30, "2026-10-20") + talked("first", 30, "2026-10-20"), "second first"},
      {"never contacted: no more than 1",
       policy("every = '10d'") + customer("new", "since = 2026-06-01") +
           talked("old", 10, "2026-11-02"),
       "old new"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const bool has_policy = row.customers.starts_with("[policy]");
    CHECK(order((has_policy ? "" : all_days) + row.customers) == row.expected);
  }
}

TEST_CASE("R10: the strained stand by ratio, too") {
  CHECK(order(all_days + talked("plain", 1, "2026-01-01") +
              talked("less", 20, "2026-11-09", "mood = 'strained'") +
              talked("more", 10, "2026-11-09", "mood = 'strained'")) == "more less plain");
}

TEST_CASE("R10: all others stand by due, and a date sorts as its 23:59") {
  CHECK(order(quiet("promise") + promise_of("promise", "2026-11-20") + quiet("request") +
              request_of("request", "2026-11-20T16:00", "due = 2026-11-20T16:30") +
              quiet("earlier") + promise_of("earlier", "2026-11-19")) == "earlier request promise");
}

TEST_CASE("R10: ties are broken by the place in the book, then the kind, then the file") {
  // Two items of class 2 with the very same moment.
  const auto both = [](std::string_view id) {
    return promise_of(id, "2026-11-20") +
           request_of(id, "2026-11-20T10:00", "due = 2026-11-20T23:59") +
           of(id, "[[touch]]", "2026-11-20", "request = '" + std::string{id} + "-2026-11-20'");
  };
  const Reading reading = book(quiet("zen") + quiet("acme") + both("acme") + both("zen"));
  CHECK(entries(agenda_of_today(reading.book, at("2026-11-23"), {})) ==
        Shown{
            "zen: 2 request key overdue, due Fri 20 Nov 23:59, 3 late | "
            "2 promise report overdue, due Fri 20 Nov, 3 late",
            "acme: 2 request key overdue, due Fri 20 Nov 23:59, 3 late | "
            "2 promise report overdue, due Fri 20 Nov, 3 late",
        });
}

TEST_CASE("R10: within one customer, the order of kinds, then of the file") {
  const Reading reading =
      book(acme(no_follow_up, "birthday = '11-23'", "since = 2021-11-23") +
           table("[[customer.contact]]", "name = 'Maria'", "birthday = '11-23'") +
           table("[[customer.contact]]", "name = 'Ann'", "birthday = '11-23'") +
           table("[[customer.event]]", "what = 'show'", "date = '11-30'", "heads_up = '0d'",
                 "prepare = '1w'") +
           table("[[customer.event]]", "what = 'gala'", "date = '11-23'") +
           table("[[customer.event]]", "what = 'fair'", "date = '11-23'"));
  CHECK(entries(agenda_of_today(reading.book, at("2026-11-23"), {})) ==
        Shown{"acme: 4 birthday acme today, due Mon 23 Nov | "
              "4 birthday Maria today, due Mon 23 Nov | "
              "4 birthday Ann today, due Mon 23 Nov | "
              "4 anniversary (5) today, due Mon 23 Nov | "
              "4 event gala today, due Mon 23 Nov | "
              "4 event fair today, due Mon 23 Nov | "
              "4 prepare show today, due Mon 23 Nov"});
}

TEST_CASE("R10: unreadable entries stand before all, in the order of the book") {
  const Reading reading =
      read_text(quiet("acme") + request_of("acme", "2026-11-23", "urgent = true") +
                "[[customer]]\nid = 'lost'\nname = \n" + "[[customer]]\nname = 'nobody'\n");
  const Agenda agenda = agenda_of_today(reading.book, at("2026-11-23"), {});
  CHECK(ids(agenda) == "? ? acme");
  CHECK(agenda.entries[0].items.at(0).urgency == Urgency::unreadable);
  CHECK(agenda.entries[0].items.at(0).kind == Kind::unreadable);
  CHECK(agenda.entries[0].unreadable->at < agenda.entries[1].unreadable->at);
  CHECK(anything_due(agenda));
}

TEST_CASE("R10: the order is total: no two items of a full agenda are equal") {
  const Reading reading =
      book(quiet("a", "birthday = '11-23'") + quiet("b", "birthday = '11-23'") +
           promise_of("a", "2026-11-23") + promise_of("b", "2026-11-23") +
           talked("c", 30, "2026-10-20") + talked("d", 30, "2026-10-20") + customer("e") +
           customer("f") + promise_of("a", "2026-11-23") + quiet("g", "birthday = '11-23'") +
           table("[[customer.contact]]", "name = 'Ann'", "birthday = '11-23'") +
           table("[[customer.contact]]", "name = 'Joe'", "birthday = '11-23'"));
  std::vector<Item> items;
  for (const Entry& entry : agenda_of_today(reading.book, at("2026-11-23"), {}).entries) {
    items.insert(items.end(), entry.items.begin(), entry.items.end());
  }
  REQUIRE(items.size() == 12);
  for (const Item& a : items) {
    for (const Item& b : items) {
      const bool same = a.customer == b.customer && a.kind == b.kind && a.record == b.record;
      CHECK(comes_before(a, b) + comes_before(b, a) == (same ? 0 : 1));
    }
  }
}
