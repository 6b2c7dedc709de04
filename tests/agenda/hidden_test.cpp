#include "books.hpp"

using namespace care;
using namespace care::test;

namespace {

/// Somebody whose follow-up is due, with a record of their own.
std::string due(std::string_view id, std::string_view more = "") {
  return customer(id, more) + of(id, "[[touch]]", "2026-10-23");
}
std::string snoozed(std::string_view id, std::string_view more = "") {
  return of(id, "[[snooze]]", "2026-11-20", "until = 2026-12-01", "because = 'move'", more);
}
std::string tried(std::string_view id) {
  return of(id, "[[touch]]", "2026-11-23", "reached = false");
}
constexpr std::string_view no_contact = "status = 'do-not-contact'";

std::string hidden(std::string_view text, const Selection& selection = {}) {
  return words(Today(text, "2026-11-23", selection).agenda.hidden);
}

}  // namespace

TEST_CASE("R15: each customer with something left out counts once, under the first reason") {
  struct Row {
    std::string name;
    std::string text;
    std::string expected;
  };
  const std::string none = policy("anniversaries = 'none'");
  const Row rows[] = {
      {"nothing", due("a"), ""},
      {"do not contact", due("a", no_contact), "do_not_contact 1"},
      {"snoozed", due("a") + snoozed("a"), "snoozed 1"},
      {"waiting", due("a") + tried("a"), "waiting 1"},
      {"one of each", due("a") + tried("a") + due("b", no_contact) + due("c") + snoozed("c"),
       "do_not_contact 1, snoozed 1, waiting 1"},
      {"two of one", due("a") + snoozed("a") + due("b") + snoozed("b"), "snoozed 2"},
      {"do not contact before snoozed", due("a", no_contact) + snoozed("a"), "do_not_contact 1"},
      {"do not contact before waiting", due("a", no_contact) + tried("a"), "do_not_contact 1"},
      {"snoozed before waiting", due("a") + snoozed("a") + tried("a"), "snoozed 1"},
      {"a snoozed thanks before a waiting follow-up",
       due("a") + tried("a") + snoozed("a") +
           of("a", "[[purchase]]", "2026-11-20", "what = 'order'"),
       "snoozed 1"},
      {"waiting before capped",
       policy("per_day = 1") + due("b") + due("a") +
           of("a", "[[purchase]]", "2026-11-20", "what = 'order'") +
           of("a", "[[touch]]", "2026-11-22", "reached = false"),
       "waiting 1, capped 1"},
      {"two items of one customer",
       due("a") + snoozed("a") + of("a", "[[purchase]]", "2026-11-20", "what = 'order'"),
       "snoozed 1"},
      {"also where the customer is shown for another reason",
       none + due("a", "birthday = '11-23'") + snoozed("a"), "snoozed 1"},
      {"a follow-up that is only coming does not count",
       customer("a") + of("a", "[[touch]]", "2026-11-19") + snoozed("a"), ""},
      {"nor one of somebody not to be contacted",
       customer("a", no_contact) + of("a", "[[touch]]", "2026-11-20"), ""},
      {"thanks alone of somebody not to be contacted",
       customer("a", no_follow_up, no_contact) +
           of("a", "[[purchase]]", "2026-11-20", "what = 'order'"),
       "do_not_contact 1"},
      {"things to prepare alone",
       none + customer("a", no_follow_up, no_contact) +
           table("[[customer.event]]", "what = 'gala'", "date = '12-01'", "heads_up = '0d'",
                 "prepare = '6wd'"),
       "do_not_contact 1"},
      {"nothing of theirs is left out",
       customer("a", no_follow_up, no_contact, "birthday = '11-25'"), ""},
      {"a promise that comes later is not left out",
       customer("a", no_follow_up) +
           table("[[promise]]", "customer = 'a'", "what = 'it'", "due = 2027-03-01"),
       ""},
      {"an occasion that is only coming does, with `all`",
       none + customer("a", no_follow_up, "birthday = '11-25'") + snoozed("a", "all = true"),
       "snoozed 1"},
      {"something to prepare",
       none + customer("a", no_follow_up) +
           table("[[customer.event]]", "what = 'gala'", "date = '12-01'", "heads_up = '0d'",
                 "prepare = '6wd'") +
           snoozed("a", "all = true"),
       "snoozed 1"},
      {"the belated occasion of one not to be contacted does not count",
       none + customer("a", no_follow_up, no_contact, "birthday = '11-22'"), ""},
      {"former customers do not count", due("a", "status = 'former'") + snoozed("a"), ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(hidden(row.text) == row.expected);
  }
}

TEST_CASE("R15: no_plan is a follow-up here") {
  CHECK(hidden(customer("a", "every = 'never'", no_contact)) == "do_not_contact 1");
  CHECK(hidden(customer("a", "every = 'never'") + snoozed("a")) == "snoozed 1");
}

TEST_CASE("R15: with an owner, the counts are of that owner's customers and of nobody's") {
  const std::string text = table("[[staff]]", "id = 'nick'", "name = 'Nick'") +
                           table("[[staff]]", "id = 'ana'", "name = 'Ana'") +
                           due("a", "owner = 'nick'") + snoozed("a") + due("b", "owner = 'ana'") +
                           snoozed("b") + due("c") + snoozed("c") + due("d", "owner = 'ana'") +
                           due("e", "owner = 'ana'") + due("f", "owner = 'nick'");
  Selection nick;
  nick.owner = 0;
  Selection ana;
  ana.owner = 1;
  CHECK(hidden(text) == "snoozed 3");
  CHECK(hidden(text, nick) == "snoozed 2, other_owners 2");
  CHECK(hidden(text, ana) == "snoozed 2, other_owners 1");
}

TEST_CASE("R15: they are those of the one who stands in") {
  const std::string text = table("[[staff]]", "id = 'nick'", "name = 'Nick'", "backup = 'ana'",
                                 "away = [{ from = 2026-11-23, to = 2026-11-23 }]") +
                           table("[[staff]]", "id = 'ana'", "name = 'Ana'") +
                           due("a", "owner = 'nick'") + snoozed("a");
  Selection nick;
  nick.owner = 0;
  Selection ana;
  ana.owner = 1;
  CHECK(hidden(text, nick) == "");
  CHECK(hidden(text, ana) == "snoozed 1");
}

TEST_CASE("R15: other owners' entries are counted after the cap, and without emergencies") {
  const std::string text =
      policy("per_day = 1") + table("[[staff]]", "id = 'nick'", "name = 'Nick'") +
      table("[[staff]]", "id = 'ana'", "name = 'Ana'") + due("a", "owner = 'ana'") +
      due("b", "owner = 'ana'") + due("c", "owner = 'ana'") + customer("d", "owner = 'ana'") +
      table("[[request]]", "customer = 'd'", "what = 'key'", "asked = 2026-11-23", "urgent = true");
  Selection nick;
  nick.owner = 0;
  CHECK(hidden(text, nick) == "other_owners 1");
}

TEST_CASE("R15: by tag, only customers with that tag are counted") {
  Selection west;
  west.tags = {"west"};
  CHECK(hidden(due("a", "tags = ['west']") + snoozed("a") + due("b") + snoozed("b"), west) ==
        "snoozed 1");
}
