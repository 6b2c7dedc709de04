#include "reading/support.hpp"

#include <ostream>
#include <string_view>

#include <doctest/doctest.h>

#include <fmt/format.h>

using namespace care;
using namespace care::test;
using std::chrono::minutes;

namespace {

Date date(int year, unsigned month, unsigned day) { return make_date(year, month, day).value(); }

/// Every table and key, each once.
constexpr std::string_view everything = R"([book]
name = "Petra Elevator Service"
started = 2026-11-01
owner = "nick"
value = ["24/7 phone answered by a person", "No shutdown over 4 h in 2026"]

[policy]
every = "6w"
tiers = { gold = "1w", never = "never", "Ü" = "2 months" }
first_contact = "1wd"
heads_up = "0d"
belated = "5d"
leap_day = "03-01"
anniversaries = "all"
thank_within = "3wd"
thank_window = "60d"
respond = "45min"
solve = "2wd"
emergency_respond = "15min"
emergency_solve = "2h"
retry = "1wd"
per_day = 0
wow_every = "6m"
workdays = ["mon", "Tuesday", "sat"]
hours = ["13:00-24:00", "08:00-12:00"]
holidays = [2026-11-26, "12-25", { from = 2026-12-28, to = 2026-12-31 }, "4th thu nov", "easter-2"]

[[staff]]
id = "nick"
name = "Nick Petra"
email = "nick@example.com"
per_day = 12
away = [{ from = 2026-12-21, to = 2027-01-02 }]
backup = "ana"

[[staff]]
id = "ana"
name = "Ana"

[[customer]]
id = "acme"
name = "Acme Tower"
call_me = "Maria"
sounds_like = "mah-REE-ah"
company = "Acme Inc."
phone = "+1 602 555 0101"
email = "maria@example.com"
address = "1 Tower Road"
tags = ["west", "tower"]
owner = "ana"
tier = "gold"
every = "never"
because = "they call us"
since = 2021-03-01
birthday = 1984-02-29
leap_day = "02-28"
mood = "delighted"
referred_by = "zenith"
status = "do-not-contact"
value = ["the night shift"]
likes = ["orchids"]
notes = """
Two lines:
the second."""

[[customer.contact]]
name = "Maria Alvarez"
call_me = "Mari"
sounds_like = "MAH-ri"
role = "manager"
phone = "1"
email = "m@example.com"
birthday = "02-03"
likes = ["tea"]
notes = "calls back"
left = 2025-06-30

[[customer.event]]
what = "Tower's opening day"
date = 2010-06-12
until = 2030-01-01
heads_up = "14d"
belated = "0d"
prepare = "3wd"
gift = "a cake"

[[customer.event]]
what = "Fair"
date = 2026-12-01
yearly = false

[customer.extra]
coffee = "black"
floors = 12
height = 61.5
roof = true
built = 1999-05-01
lift = { maker = "Otis", keys = [1, "b"] }
opens = 08:30
seen = 2026-11-20T15:00

[[customer]]
id = "zenith"
name = "Zenith"
status = "former"

[[purchase]]
customer = "acme"
on = 2026-11-03
what = "door sensors"
amount = 1250
currency = "USD"
by = "nick"

[[touch]]
customer = "acme"
contact = "Maria Alvarez"
on = 2026-11-21 15:04:59
by = "nick"
how = "video"
reached = false
from = "them"
said = "hello"
heard = "goodbye"
thanked = "the spring order"
greeted = ["birthday", "Fair"]
wow = "hand-written card"
mood = "content"
request = "acme-2026-11-20"
outcome = "alternative"
offered = "a second key"
answer = "accepted"
promise = "acme-2026-11-24"

[[request]]
customer = "acme"
asked = 2026-11-20T15:00
what = "a key"
by = "ana"
urgent = true
due = 2026-11-30

[[request]]
customer = "zenith"
asked = 2026-11-20
what = "a lock"
id = "lock"
closed = 2026-11-21
outcome = "withdrawn"

[[promise]]
customer = "acme"
what = "the report"
due = 2026-11-24
made = 2026-11-20
by = "nick"

[[promise]]
customer = "acme"
what = "the better report"
due = 2026-12-01
id = "better"
kept = 2026-12-02
replaces = "acme-2026-11-24"

[[snooze]]
customer = "acme"
on = 2026-11-22
until = 2026-12-01
because = "on holiday"
by = "nick"
all = true

[[ready]]
customer = "acme"
on = 2026-11-22T08:00
what = "fair"
by = "ana"
)";

}  // namespace

TEST_CASE("a book with every key is read without a problem") {
  const Reading reading = read_text(everything);
  CHECK(told(reading) == "");
  CHECK(left(reading.book) ==
        "acme zenith staff=2 purchases=1 touches=1 requests=2 promises=2 snoozes=1 readies=1");
}

TEST_CASE("[book] and [[staff]]") {
  const Book book = read_text(everything).book;
  CHECK(book.name == "Petra Elevator Service");
  CHECK(book.started == date(2026, 11, 1));
  CHECK(book.owner == StaffIndex{0});
  CHECK(book.value.size() == 2);
  CHECK(book.at.at("started").line == 3);
  CHECK(book.staff[0].email == "nick@example.com");
  CHECK(book.staff[0].per_day == 12);
  CHECK(book.staff[0].backup == StaffIndex{1});
  REQUIRE(book.staff[0].away.size() == 1);
  CHECK(book.staff[0].away[0] == DaySpan{date(2026, 12, 21), date(2027, 1, 2)});
  CHECK_FALSE(book.staff[1].per_day.has_value());
}

TEST_CASE("[policy]") {
  const Book book = read_text(everything).book;
  const Policy& policy = book.policy;
  CHECK(policy.every == Cadence{Duration{6, Unit::week}});
  REQUIRE(policy.tiers.size() == 3);
  CHECK(policy.tiers[0].name == "gold");
  CHECK(policy.tiers[1].every == Cadence{});
  CHECK(policy.tiers[2].every == Cadence{Duration{2, Unit::month}});
  CHECK(policy.first_contact == Duration{1, Unit::working_day});
  CHECK(policy.heads_up.count == 0);
  CHECK(policy.belated == Duration{5, Unit::day});
  CHECK(policy.leap_day == LeapDay::march_1);
  CHECK(policy.anniversaries == Anniversaries::all);
  CHECK(policy.thank_within == Duration{3, Unit::working_day});
  CHECK(policy.thank_window == Duration{60, Unit::day});
  CHECK(policy.respond == Duration{45, Unit::minute});
  CHECK(policy.solve == Duration{2, Unit::working_day});
  CHECK(policy.emergency_respond == Duration{15, Unit::minute});
  CHECK(policy.emergency_solve == Duration{2, Unit::hour});
  CHECK(policy.retry == Duration{1, Unit::working_day});
  CHECK(policy.per_day == 0);
  CHECK(policy.wow_every == Duration{6, Unit::month});
  CHECK(policy.at.size() == 19);
  CHECK(policy.at.at("respond") == Position{0, 17, 1});
  const Date saturday = date(2026, 11, 21);
  CHECK(policy.calendar.is_working(saturday));
  CHECK_FALSE(policy.calendar.is_working(date(2026, 11, 18)));
  CHECK_FALSE(policy.calendar.is_working(date(2026, 12, 28)));
  CHECK(policy.calendar.opening(saturday) == Moment{saturday} + minutes{8 * 60});
}

TEST_CASE("[[customer]] with its people, events and facts") {
  const Book book = read_text(everything).book;
  const Customer& acme = book.customers[0];
  CHECK(acme.at == Position{0, 40, 1});
  CHECK(acme.call_me == "Maria");
  CHECK(acme.sounds_like == "mah-REE-ah");
  CHECK(acme.company == "Acme Inc.");
  CHECK(first_of(acme.phone) == "+1 602 555 0101");
  CHECK(first_of(acme.email) == "maria@example.com");
  CHECK(acme.address == "1 Tower Road");
  CHECK(acme.tags.size() == 2);
  CHECK(acme.owner == StaffIndex{1});
  CHECK(acme.tier == 0U);
  CHECK(acme.every == Cadence{});
  CHECK(acme.because == "they call us");
  CHECK(acme.since == date(2021, 3, 1));
  CHECK(acme.birthday == YearlyDate{std::chrono::year{1984}, std::chrono::February / 29});
  CHECK(acme.leap_day == LeapDay::february_28);
  CHECK(acme.mood == Mood::delighted);
  CHECK(acme.referred_by == CustomerIndex{1});
  CHECK(acme.status == Status::do_not_contact);
  CHECK(acme.value.front() == "the night shift");
  CHECK(acme.likes.front() == "orchids");
  CHECK(acme.notes == "Two lines:\nthe second.");
  CHECK(acme.lines.owner == 50);
  CHECK(acme.lines.tier == 51);
  CHECK(acme.lines.every == 52);
  CHECK(acme.lines.since == 54);
  CHECK(acme.lines.birthday == 55);
  CHECK(acme.lines.mood == 57);
  CHECK(acme.lines.status == 59);
  CHECK(book.customers[1].lines.every == 0);
  CHECK(book.customers[1].status == Status::former);

  REQUIRE(acme.contacts.size() == 1);
  const Contact& maria = acme.contacts[0];
  CHECK(maria.name == "Maria Alvarez");
  CHECK(maria.call_me == "Mari");
  CHECK(maria.role == "manager");
  CHECK(maria.birthday == YearlyDate{std::nullopt, std::chrono::February / 3});
  CHECK(maria.birthday_line == 73);
  CHECK(maria.left == date(2025, 6, 30));
  CHECK(maria.likes.front() == "tea");

  REQUIRE(acme.events.size() == 2);
  CHECK(acme.events[0].what == "Tower's opening day");
  CHECK(acme.events[0].yearly);
  CHECK(acme.events[0].until == date(2030, 1, 1));
  CHECK(acme.events[0].heads_up == Duration{14, Unit::day});
  CHECK(acme.events[0].belated == Duration{0, Unit::day});
  CHECK(acme.events[0].prepare == Duration{3, Unit::working_day});
  CHECK(acme.events[0].gift == "a cake");
  CHECK_FALSE(acme.events[1].yearly);
  CHECK(acme.events[1].date.year == std::chrono::year{2026});
}

TEST_CASE("facts of [customer.extra] read as a person writes them, in the order of the book") {
  const Book book = read_text(everything).book;
  std::string all;
  for (const Extra& fact : book.customers[0].extra)
    all += std::string{fact.key} + ": " + std::string{fact.value} + "\n";
  CHECK(all ==
        "coffee: black\nfloors: 12\nheight: 61.5\nroof: true\nbuilt: 1999-05-01\n"
        "lift.maker: Otis\nlift.keys: 1, b\nopens: 08:30\nseen: 2026-11-20T15:00\n");
}

TEST_CASE("an amount reads in every notation that TOML has for numbers") {
  struct Row {
    std::string_view written;
    double amount;
  };
  constexpr Row rows[] = {{"12", 12},
                          {"12.50", 12.5},
                          {"0.1", 0.1},
                          {"1_250.75", 1250.75},
                          {"1e2", 100},
                          {"12.5E-1", 1.25},
                          {"0x10", 16},
                          {"0x1.8p3", 12},
                          {"0x1p-2", 0.25},
                          {"0x1p0", 1},
                          {"0x1p1023", 0x1p1023},
                          {"0x1p-1022", 0x1p-1022},
                          {"123456789.123456789", 123456789.123456789}};
  for (const Row& row : rows) {
    CAPTURE(row.written);
    const Reading read = read_text(fmt::format(
        "[[customer]]\nid = \"rosa\"\nname = \"Rosa\"\n[[purchase]]\ncustomer = \"rosa\"\n"
        "on = 2026-11-03\nwhat = \"a door\"\namount = {}\n",
        row.written));
    CHECK(read.problems.empty());
    REQUIRE(read.book.purchases.all.size() == 1);
    CHECK(read.book.purchases.all[0].amount == row.amount);
  }
}

TEST_CASE("records") {
  const Book book = read_text(everything).book;
  const Purchase& purchase = book.purchases.all[0];
  CHECK(purchase.customer == 0);
  CHECK(purchase.on == When{date(2026, 11, 3), std::nullopt});
  CHECK(purchase.what == "door sensors");
  CHECK(purchase.amount == 1250.0);
  CHECK(purchase.currency == "USD");
  CHECK(purchase.by == "nick");

  const Touch& touch = book.touches.all[0];
  CHECK(touch.on == When{date(2026, 11, 21), minutes{15 * 60 + 4}});
  CHECK(touch.contact == 0U);
  CHECK(touch.by == "nick");
  CHECK(touch.how == Channel::video);
  CHECK_FALSE(touch.reached);
  CHECK(touch.from_them);
  CHECK(touch.said == "hello");
  CHECK(touch.heard == "goodbye");
  CHECK(touch.thanked == "the spring order");
  REQUIRE(touch.greeted.size() == 2);
  CHECK(touch.greeted[1] == "Fair");
  CHECK(touch.wow == "hand-written card");
  CHECK(touch.mood == Mood::content);
  CHECK(touch.request == 0U);
  CHECK(touch.outcome == Outcome::alternative);
  CHECK(touch.offered == "a second key");
  CHECK(touch.answer == Answer::accepted);
  CHECK(touch.promise == 0U);

  CHECK(book.requests.all[0].id == "acme-2026-11-20");
  CHECK(book.requests.all[0].asked == When{date(2026, 11, 20), minutes{15 * 60}});
  CHECK(book.requests.all[0].urgent);
  CHECK(book.requests.all[0].due == When{date(2026, 11, 30), std::nullopt});
  CHECK(book.requests.all[1].id == "lock");
  CHECK(book.requests.all[1].closed == date(2026, 11, 21));
  CHECK(book.requests.all[1].outcome == Outcome::withdrawn);
  CHECK(book.promises.all[0].made == date(2026, 11, 20));
  CHECK(book.promises.all[1].replaces == 0U);
  CHECK(book.promises.all[1].kept == date(2026, 12, 2));
  CHECK(book.snoozes.all[0].until == date(2026, 12, 1));
  CHECK(book.snoozes.all[0].all);
  CHECK(book.readies.all[0].what == "fair");
  CHECK(book.readies.all[0].by == "ana");
}

TEST_CASE("an empty book is sound") {
  for (const char* text : {"", "# nothing yet\n", "\n\n", "[book]\n", "\xef\xbb\xbf"}) {
    CAPTURE(text);
    const Reading reading = read_text(text);
    CHECK(told(reading) == "");
    CHECK(left(reading.book) == "");
    CHECK(reading.book.policy.tiers.size() == 3);
    CHECK(reading.book.policy.tiers[1].name == "B");
    CHECK(reading.book.policy.calendar.is_working(date(2026, 11, 20)));
  }
  CHECK(told(read_book({})) == "");
}

TEST_CASE("an empty text counts as absent") {
  const Reading reading = read_text(
      "[[customer]]\nid = \"acme\"\nname = \"Acme\"\nsince = \"\"\nmood = \"\"\nstatus = \"\"\n"
      "every = \"\"\ntags = [\"\"]\n");
  CHECK(told(reading) == "");
  const Customer& acme = reading.book.customers[0];
  CHECK_FALSE(acme.mood.has_value());
  CHECK(acme.status == Status::active);
  CHECK(acme.tags.empty());
}
