#include <care/record.hpp>

#include <ostream>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include <care/text_blank.hpp>
#include "reading/support.hpp"

using namespace care;
using namespace care::test;
using std::chrono::minutes;

namespace {

/// What the records below refer to.
constexpr std::string_view base = R"([policy]
tiers = { "Größte" = "1w" }
[[staff]]
id = "nick"
name = "Nick"
[[customer]]
id = "acme"
name = "Acme"
[[customer.contact]]
name = "María"
[[customer.event]]
what = "Opening day"
date = "06-12"
[[request]]
customer = "acme"
what = "key"
asked = 2026-11-20
[[promise]]
customer = "acme"
what = "report"
due = 2026-11-24
)";

Date day(std::string_view text) {
  const auto when = parse_iso(text);
  REQUIRE(when.has_value());
  return when->day;
}

When moment(std::string_view text) {
  const auto when = parse_iso(text);
  REQUIRE(when.has_value());
  return *when;
}

/// The text is what is expected, and reads as the record and nothing else.
void check(const Record& record, std::string_view expected) {
  const Reading before = read_text(base);
  REQUIRE(told(before) == "");
  const std::string text = record_text(before.book, record);
  CHECK(text == expected);
  const Addition addition = addition_to(base, text);
  const Reading after = read_text(std::string{base} + addition.text);
  CHECK(told(after) == "");
  CHECK(difference(before, after, record, {0, addition.line, 1}).value_or("") == "");
}

/// The text that stands in a book as this TOML string.
std::string read_back(const std::string& toml) {
  const Reading reading =
      read_text("[[customer]]\nid = \"a\"\nname = \"A\"\nnotes = " + toml + "\n");
  CHECK(told(reading) == "");
  REQUIRE(reading.book.customers.size() == 1);
  return std::string{reading.book.customers.front().notes};
}

}  // namespace

TEST_CASE("a record's keys stand in the order of the format: customer") {
  Customer one{};
  one.id = "zen";
  one.name = "Zen & \"Söhne\"";
  one.call_me = "Zé";
  one.sounds_like = "zeh";
  one.company = "Zen Ltd";
  one.phone = {"+1 602 555 0101"};
  one.email = {"zen@example.com"};
  one.address = "1 Road\nTown";
  one.tags = {"west", "ö"};
  one.owner = 0;
  one.tier = 0;
  one.every = Cadence{Duration{2, Unit::working_day}};
  one.because = "they call";
  one.since = day("2021-03-01");
  one.birthday = YearlyDate{std::chrono::year{1984}, std::chrono::February / 29};
  one.referred_by = 0;
  one.notes = "tea";
  Contact contact{};
  contact.name = "Ana";
  one.contacts = {contact, contact};
  one.contacts.back().name = "李";
  check(one, R"([[customer]]
id = "zen"
name = "Zen & \"Söhne\""
call_me = "Zé"
sounds_like = "zeh"
company = "Zen Ltd"
phone = "+1 602 555 0101"
email = "zen@example.com"
address = "1 Road\nTown"
tags = ["west", "ö"]
owner = "nick"
tier = "Größte"
every = "2wd"
because = "they call"
since = 2021-03-01
birthday = 1984-02-29
referred_by = "acme"
notes = "tea"

[[customer.contact]]
name = "Ana"

[[customer.contact]]
name = "李"
)");
  Customer least{};
  least.id = "zen";
  least.name = "Zen";
  least.every = Cadence{std::nullopt};
  least.because = "x";
  least.birthday = YearlyDate{std::nullopt, std::chrono::June / 3};
  check(least, R"([[customer]]
id = "zen"
name = "Zen"
every = "never"
because = "x"
birthday = "06-03"
)");
}

TEST_CASE("a record's keys stand in the order of the format: touch") {
  Touch one{};
  one.customer = 0;
  one.contact = 0;
  one.on = moment("2026-11-22T08:05");
  one.by = "nick";
  one.how = Channel::call;
  one.reached = false;
  one.from_them = true;
  one.said = "hello";
  one.heard = "no";
  one.thanked = "the spring order";
  one.greeted = {"birthday", "Opening day"};
  one.wow = "card";
  one.mood = Mood::strained;
  one.request = 0;
  one.outcome = Outcome::alternative;
  one.offered = "a loan key";
  one.answer = Answer::refused;
  one.promise = 0;
  check(one, R"([[touch]]
customer = "acme"
contact = "María"
on = 2026-11-22T08:05:00
by = "nick"
how = "call"
reached = false
from = "them"
said = "hello"
heard = "no"
thanked = "the spring order"
greeted = ["birthday", "Opening day"]
wow = "card"
mood = "strained"
request = "acme-2026-11-20"
outcome = "alternative"
offered = "a loan key"
answer = "refused"
promise = "acme-2026-11-24"
)");
  Touch least{};
  least.customer = 0;
  least.on = moment("2026-11-22");
  least.greeted = {"birthday"};
  check(least, R"([[touch]]
customer = "acme"
on = 2026-11-22
greeted = "birthday"
)");
}

TEST_CASE("a record's keys stand in the order of the format: the others") {
  Purchase purchase{};
  purchase.customer = 0;
  purchase.on = moment("2026-11-22");
  purchase.what = "two door sensors";
  purchase.amount = 1250.5;
  purchase.currency = "€";
  purchase.by = "nick";
  check(purchase, R"([[purchase]]
customer = "acme"
on = 2026-11-22
what = "two door sensors"
amount = 1250.5
currency = "€"
by = "nick"
)");

  Request request{};
  request.customer = 0;
  request.what = "second key";
  request.asked = moment("2026-11-22T00:00");
  request.id = "acme-2026-11-22";
  request.by = "nick";
  request.urgent = true;
  request.due = moment("2026-11-23");
  check(request, R"([[request]]
customer = "acme"
what = "second key"
asked = 2026-11-22T00:00:00
id = "acme-2026-11-22"
by = "nick"
urgent = true
due = 2026-11-23
)");

  Promise promise{};
  promise.customer = 0;
  promise.what = "the report, again";
  promise.due = moment("2026-11-30");
  promise.made = day("2026-11-22");
  promise.id = "acme-2026-11-30";
  promise.by = "nick";
  promise.replaces = 0;
  check(promise, R"([[promise]]
customer = "acme"
what = "the report, again"
due = 2026-11-30
made = 2026-11-22
id = "acme-2026-11-30"
by = "nick"
replaces = "acme-2026-11-24"
)");

  Snooze snooze{};
  snooze.customer = 0;
  snooze.on = moment("2026-11-22");
  snooze.until = day("2026-12-01");
  snooze.because = "away";
  snooze.by = "nick";
  snooze.all = true;
  check(snooze, R"([[snooze]]
customer = "acme"
on = 2026-11-22
until = 2026-12-01
because = "away"
by = "nick"
all = true
)");

  Ready ready{};
  ready.customer = 0;
  ready.what = "Opening day";
  ready.on = moment("2026-11-22");
  ready.by = "nick";
  check(ready, R"([[ready]]
customer = "acme"
what = "Opening day"
on = 2026-11-22
by = "nick"
)");
}

TEST_CASE("amounts read back as the same number") {
  for (const double amount : {0.0, 1.0, -3.0, 0.1, 12.5, 1250.0, 99999.99, 1e15, 1e16, 1e22, 5e-324,
                              1.7976931348623157e308, 123456789012345.67, -0.5}) {
    CAPTURE(amount);
    Purchase one{};
    one.customer = 0;
    one.on = moment("2026-11-22");
    one.what = "x";
    one.amount = amount;
    const Reading before = read_text(base);
    const Addition addition = addition_to(base, record_text(before.book, one));
    const Reading after = read_text(std::string{base} + addition.text);
    CHECK(difference(before, after, one, {0, addition.line, 1}).value_or("") == "");
  }
}

TEST_CASE("a record knows its table and whom it is about") {
  const Reading reading = read_text(base);
  Customer zen{};
  zen.id = "zen";
  CHECK(table_of(zen) == "customer");
  CHECK(customer_of(reading.book, zen) == "zen");
  CHECK(table_of(Touch{}) == "touch");
  CHECK(customer_of(reading.book, Touch{}) == "acme");
  CHECK(table_of(Purchase{}) == "purchase");
  CHECK(table_of(Request{}) == "request");
  CHECK(table_of(Promise{}) == "promise");
  CHECK(table_of(Snooze{}) == "snooze");
  CHECK(table_of(Ready{}) == "ready");
}

TEST_CASE("texts are basic strings of one line in which nothing misleads") {
  struct Row {
    std::string text, expected;
  };
  using namespace std::string_literals;
  const Row rows[] = {
      {"", "\"\""},
      {"plain", "\"plain\""},
      {"say \"yes\"", "\"say \\\"yes\\\"\""},
      {"C:\\new", "\"C:\\\\new\""},
      {"a\nb\r\nc\td", R"("a\nb\r\nc\td")"},
      {"\b\f", R"("\b\f")"},
      {"\0\x01\x1b\x1f\x7f"s, R"("\u0000\u0001\u001B\u001F\u007F")"},
      {"\u0080\u0085\u009b\u009f\u00a0", "\"\\u0080\\u0085\\u009B\\u009F\u00a0\""},
      {"\u2027\u2028\u2029\u202f", "\"\u2027\\u2028\\u2029\u202f\""},
      {"\u202a\u202b\u202c\u202d\u202e", R"("\u202A\u202B\u202C\u202D\u202E")"},
      {"\u200d\u200e\u200f\u061c", "\"\u200d\\u200E\\u200F\\u061C\""},
      {"\u2065\u2066\u2067\u2068\u2069\u206a", "\"\u2065\\u2066\\u2067\\u2068\\u2069\u206a\""},
      {"\ufeff", R"("\uFEFF")"},
      {"María ß 東京 שלום 👩‍🔧 \U0010ffff",
       "\"María ß 東京 שלום 👩‍🔧 \U0010ffff\""},
      {"it's, # [x] = {y}", "\"it's, # [x] = {y}\""},
      {"''", "\"''\""},
      {"'''", R"("''\u0027")"},
      {"''''''a'''", R"("''\u0027''\u0027a''\u0027")"},
      {"\"\"\"", R"("\"\"\"")"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(toml_string(row.text) == row.expected);
    // Of which nobody sees anything is as if it were not there.
    CHECK(read_back(row.expected) == (is_blank(row.text) ? std::string{} : row.text));
  }
}

TEST_CASE("every character of the Basic Latin and Latin-1 blocks reads back") {
  for (char32_t c = 0; c < 0x100; ++c) {
    std::string text = "a";
    if (c < 0x80) {
      text += static_cast<char>(c);
    } else {
      text += static_cast<char>(0xc0 + (c >> 6U));
      text += static_cast<char>(0x80 + (c & 0x3fU));
    }
    const std::string toml = toml_string(text);
    CAPTURE(toml);
    CHECK(toml.find('\n') == std::string::npos);
    CHECK(read_back(toml) == text);
  }
}
