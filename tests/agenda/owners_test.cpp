#include "books.hpp"

using namespace care;
using namespace care::test;

namespace {

std::string staff(std::string_view id, std::string_view more = "") {
  const std::string quoted = "'" + std::string{id} + "'";
  return table("[[staff]]", "id = " + quoted, "name = " + quoted, more);
}
/// Away on 23 November alone.
std::string away(std::string_view id, std::string_view backup = "") {
  return staff(id, "away = [{ from = 2026-11-23, to = 2026-11-23 }]" +
                       (backup.empty() ? "" : "\nbackup = '" + std::string{backup} + "'"));
}
std::string owned(std::string_view id, std::string_view owner, std::string_view more = "") {
  return customer(id, "owner = '" + std::string{owner} + "'", more);
}

Shown page(std::string_view text, std::optional<StaffIndex> owner = {},
           std::string_view now = "2026-11-23") {
  Selection selection;
  selection.owner = owner;
  return entries(Today(text, now, selection).agenda);
}

const std::string due = "7 follow_up today, due Mon 23 Nov";
constexpr StaffIndex nick = 0;
constexpr StaffIndex ana = 1;

}  // namespace

TEST_CASE("R14: the owner is the customer's, else the book's, else nobody") {
  const std::string two = staff("nick") + staff("ana");
  CHECK(page(two + owned("acme", "ana")) == Shown{"ana's acme: " + due});
  CHECK(page("[book]\nowner = 'nick'\n" + two + owned("acme", "ana")) ==
        Shown{"ana's acme: " + due});
  CHECK(page("[book]\nowner = 'nick'\n" + two + acme()) == Shown{"nick's acme: " + due});
  CHECK(page(two + acme()) == Shown{"acme: " + due});
}

TEST_CASE("R14: --owner keeps the entries of that owner and of nobody, and all emergencies whole") {
  const std::string all =
      staff("nick") + staff("ana") + owned("a", "nick") + owned("b", "ana") + customer("c") +
      owned("d", "ana") +
      table("[[request]]", "customer = 'd'", "what = 'key'", "asked = 2026-11-23", "urgent = true");
  const std::string emergency = "ana's d: 1 emergency key today, due Mon 23 Nov 09:30 | " + due;
  CHECK(page(all, nick) == Shown{emergency, "nick's a: " + due, "c: " + due});
  CHECK(page(all, ana) == Shown{emergency, "ana's b: " + due, "c: " + due});
  CHECK(page(all) == Shown{emergency, "nick's a: " + due, "ana's b: " + due, "c: " + due});
}

TEST_CASE("R14: while an owner is away, their entries are the backup's, marked with the owner") {
  const std::string acme_of_nick = owned("acme", "nick");
  CHECK(page(away("nick", "ana") + staff("ana") + acme_of_nick) ==
        Shown{"ana's for nick acme: " + due});
  CHECK(page(away("nick", "ana") + staff("ana") + acme_of_nick, ana) ==
        Shown{"ana's for nick acme: " + due});
  CHECK(page(away("nick", "ana") + staff("ana") + acme_of_nick, nick) == Shown{});
  CHECK(page(staff("nick", "backup = 'ana'") + staff("ana") + acme_of_nick) ==
        Shown{"nick's acme: " + due});
}

TEST_CASE("R14: along `backup` to the first who is here; none, or a circle: the owner's own") {
  const std::string acme_of_nick = owned("acme", "nick");
  CHECK(page(away("nick", "ana") + away("ana", "tom") + staff("tom") + acme_of_nick) ==
        Shown{"tom's for nick acme: " + due});
  CHECK(page(away("nick") + staff("ana") + acme_of_nick) == Shown{"nick's acme: " + due});
  CHECK(page(away("nick", "ana") + away("ana") + acme_of_nick) == Shown{"nick's acme: " + due});
  CHECK(page(away("nick", "ana") + away("ana", "nick") + acme_of_nick) ==
        Shown{"nick's acme: " + due});
  CHECK(page(away("nick", "ana") + away("ana", "tom") + away("tom", "ana") + acme_of_nick) ==
        Shown{"nick's acme: " + due});
  CHECK(page(away("nick", "nick") + acme_of_nick) == Shown{"nick's acme: " + due});
}

TEST_CASE("R14: away means from the first day through the last") {
  const Reading reading =
      book(staff("nick", "away = [{ from = 2026-11-24, to = 2026-11-26 }]\nbackup = 'ana'") +
           staff("ana") + owned("acme", "nick"));
  const Customer& customer = reading.book.customers[0];
  CHECK(agenda_owner(reading.book, customer, day("2026-11-23")) == nick);
  CHECK(agenda_owner(reading.book, customer, day("2026-11-24")) == ana);
  CHECK(agenda_owner(reading.book, customer, day("2026-11-26")) == ana);
  CHECK(agenda_owner(reading.book, customer, day("2026-11-27")) == nick);
}

TEST_CASE("R14: nobody owns a customer without an owner, also while all are away") {
  const Reading reading = book(away("nick", "ana") + staff("ana") + acme());
  CHECK_FALSE(agenda_owner(reading.book, reading.book.customers[0], day("2026-11-23")).has_value());
}

TEST_CASE("what could not be read stands on everybody's agenda") {
  CHECK(page(staff("nick") + "[[customer]]\nid = 'lost'\nname = \n", nick).size() == 1);
}

TEST_CASE("a page can be asked for by tag, and by kind of item") {
  const std::string text = policy("anniversaries = 'none'") +
                           customer("a", "tags = ['west', 'vip']", "birthday = '11-23'") +
                           customer("b", "tags = ['east']") + customer("c");
  Selection west;
  west.tags = {"west", "north"};
  CHECK(ids(Today(text, "2026-11-23", west).agenda) == "a");
  west.tags = {"su\u0308d"};
  CHECK(ids(Today(customer("a", "tags = ['süd']") + customer("b"), "2026-11-23", west).agenda) ==
        "a");
  Selection follow_ups;
  follow_ups.only = {Kind::follow_up};
  CHECK(entries(Today(text, "2026-11-23", follow_ups).agenda) ==
        Shown{"a: " + due, "b: " + due, "c: " + due});
  Selection birthdays;
  birthdays.only = {Kind::birthday};
  CHECK(entries(Today(text, "2026-11-23", birthdays).agenda) ==
        Shown{"a: 4 birthday a today, due Mon 23 Nov"});
}
