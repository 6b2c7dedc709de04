#include "render/escape.hpp"

#include <care/render_exports.hpp>
#include <care/text.hpp>

#include <string>
#include <string_view>

#include "books.hpp"
#include "render/calendar/items.hpp"

using namespace care;
using namespace care::test;

namespace {

/// The lines of all items that begin with one of these, without line ends; a blank line between
/// two items.
std::string lines_of(std::string_view book, std::initializer_list<std::string_view> names,
                     std::string_view now = "2026-11-23T09:00",
                     std::optional<StaffIndex> owner = std::nullopt) {
  const Reading reading = read_text(book);
  REQUIRE(told(reading) == "");
  std::string out;
  for (const CalendarItem& item : calendar_items(reading.book, parse_iso(now)->moment(), owner)) {
    std::string_view rest = item.component;
    while (!rest.empty()) {
      const std::string_view line = rest.substr(0, rest.find("\r\n"));
      rest.remove_prefix(line.size() + 2);
      for (const std::string_view name : names) {
        if (line.starts_with(name)) out += std::string{line} + "\n";
      }
    }
  }
  return out;
}

/// First days and rules of what a customer with these lines has in the calendar.
template <class... Rows>
std::string rules(const Rows&... rows) {
  return lines_of(acme("every = 'never'", "because = 'x'", rows...),
                  {"DTSTART", "RRULE", "EXDATE", "SUMMARY"});
}

}  // namespace

TEST_SUITE("icalendar") {
  TEST_CASE("whatever stands in a text stays text") {
    struct Row {
      std::string_view text, expected;
    };
    const Row rows[] = {
        {"plain", "plain"},
        {"a,b;c\\d:e\"f", "a\\,b\\;c\\\\d:e\"f"},
        {"one\ntwo\r\nthree\rfour", "one\\ntwo\\nthree\\nfour"},
        {"\r\r\n\n", "\\n\\n\\n"},
        {"\r", "\\n"},
        {"x\nEND:VEVENT\nBEGIN:VALARM", "x\\nEND:VEVENT\\nBEGIN:VALARM"},
        {"\x1b[31m\x7f", "\\\\x1b[31m\\\\x7f"},
        {"\xe2\x80\xae", "\xe2\x80\xae"},
        {"\xc2\x85", "\\\\x85"},
    };
    for (const Row& row : rows) CHECK(text_value(row.text) == row.expected);
  }

  TEST_CASE("no line is longer than 75 octets, and none ends within a letter") {
    for (const std::string_view letter : {"x", "é", "€", "🎂"}) {
      for (std::size_t shift = 0; shift < 80; ++shift) {
        std::string value(shift, 'a');
        for (int i = 0; i < 60; ++i) value += letter;
        std::string_view rest;
        const std::string line = content_line("SUMMARY", value);
        rest = line;
        std::string unfolded;
        while (!rest.empty()) {
          const std::string_view part = rest.substr(0, rest.find("\r\n"));
          CHECK(part.size() <= 75);
          CHECK_FALSE(find_invalid_utf8(part));
          unfolded += unfolded.empty() ? part : part.substr(1);
          rest.remove_prefix(part.size() + 2);
        }
        CHECK(unfolded == "SUMMARY:" + value);
      }
    }
    CHECK(content_line("A", std::string(73, 'x')) == "A:" + std::string(73, 'x') + "\r\n");
  }

  TEST_CASE("dates as rules that every program knows") {
    CHECK(rules("birthday = '06-07'") ==
          "DTSTART;VALUE=DATE:20000607\nRRULE:FREQ=YEARLY\nSUMMARY:acme's birthday\n");
    CHECK(rules("birthday = 1931-05-04") ==
          "DTSTART;VALUE=DATE:20000504\nRRULE:FREQ=YEARLY\n"
          "SUMMARY:acme's birthday (born 1931)\n");
    CHECK(rules("birthday = 2004-02-29") ==
          "DTSTART;VALUE=DATE:20050228\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1\n"
          "SUMMARY:acme's birthday (born 2004)\n");
    const std::string on_march = rules("birthday = 2004-02-29", "leap_day = '03-01'");
    CHECK(
        on_march.starts_with("DTSTART;VALUE=DATE:20080229\nRRULE:FREQ=YEARLY;INTERVAL=4\n"
                             "SUMMARY:acme's birthday (born 2004)\n"
                             "DTSTART;VALUE=DATE:20050301\nRRULE:FREQ=YEARLY\n"
                             "EXDATE;VALUE=DATE:20080301,20120301,"));
    CHECK(rules("since = 2022-05-02") ==
          "DTSTART;VALUE=DATE:20230502\nSUMMARY:acme: a customer for 1 year\n"
          "DTSTART;VALUE=DATE:20270502\nRRULE:FREQ=YEARLY;INTERVAL=5\n"
          "SUMMARY:acme: a customer since 2 May 2022\n");
    CHECK(rules("since = 1988-05-02") ==
          "DTSTART;VALUE=DATE:20030502\nRRULE:FREQ=YEARLY;INTERVAL=5\n"
          "SUMMARY:acme: a customer since 2 May 1988\n");
  }

  TEST_CASE("events begin with the book and end with their last day") {
    CHECK(rules("[[customer.event]]", "what = 'fair'", "date = 2025-04-01", "until = 2028-04-01") ==
          "DTSTART;VALUE=DATE:20250401\nRRULE:FREQ=YEARLY;UNTIL=20280331\n"
          "SUMMARY:fair\\, acme (since 2025)\n");
    CHECK(rules("[[customer.event]]", "what = 'fair'", "date = '04-01'", "until = 2026-11-01") ==
          "");
    CHECK(rules("[[customer.event]]", "what = 'fair'", "date = 2026-12-04", "yearly = false") ==
          "DTSTART;VALUE=DATE:20261204\nSUMMARY:fair\\, acme\n");
    const std::string started = table("[book]", "started = 2026-06-08");
    CHECK(lines_of(started + acme("every = 'never'", "because = 'x'", "birthday = 1990-06-07"),
                   {"DTSTART"}) == "DTSTART;VALUE=DATE:20270607\n");
  }

  TEST_CASE("alarms by the heads-up, none where nobody is to call") {
    const auto trigger = [](std::string_view heads_up, std::string_view status) {
      return lines_of(policy("heads_up = '" + std::string{heads_up} + "'") +
                          acme("every = 'never'", "because = 'x'", "birthday = '06-07'",
                               "status = '" + std::string{status} + "'"),
                      {"TRIGGER"});
    };
    CHECK(trigger("0d", "active") == "TRIGGER:PT9H\n");
    CHECK(trigger("1d", "active") == "TRIGGER:-PT15H\n");
    CHECK(trigger("2w", "active") == "TRIGGER:-P13DT15H\n");
    CHECK(trigger("5wd", "active") == "TRIGGER:-P6DT15H\n");
    CHECK(trigger("1w", "do-not-contact") == "");
    CHECK(trigger("1w", "former") == "");
  }

  TEST_CASE("alike records have names of their own, and keep them") {
    const std::string event = table("[[customer.event]]", "what = 'fair'", "date = '04-01'");
    const std::string book = acme("every = 'never'", "because = 'x'") + event + event;
    const std::string uids = lines_of(book, {"UID"});
    CHECK(uids.substr(0, uids.find('\n')) != uids.substr(uids.find('\n') + 1, uids.find('\n')));
    CHECK(lines_of(customer("zen", "birthday = '06-07'") + book, {"UID"}).find(uids) !=
          std::string::npos);
  }

  TEST_CASE("a follow-up stands on the day on which a snooze or the wait ends") {
    const std::string book = acme("every = '30d'") + touch("2026-10-01", "how = 'call'");
    CHECK(lines_of(book, {"DTSTART"}) == "DTSTART;VALUE=DATE:20261102\n");
    const std::string snoozed =
        book + of("acme", "[[snooze]]", "2026-11-20", "until = 2026-12-15", "because = 'away'");
    CHECK(lines_of(snoozed, {"DTSTART"}) == "DTSTART;VALUE=DATE:20261215\n");
    const std::string missed = book + touch("2026-11-23", "how = 'call'", "reached = false");
    CHECK(lines_of(missed, {"DTSTART"}) == "DTSTART;VALUE=DATE:20261125\n");
  }

  TEST_CASE("a fact that moves an item counts in its SEQUENCE") {
    const std::string book =
        acme("every = '30d'", "birthday = '06-07'") + touch("2026-10-01", "how = 'call'");
    CHECK(lines_of(book, {"SEQUENCE"}) == "SEQUENCE:1\n");
    const std::string moved =
        book + of("acme", "[[fact]]", "2026-11-20", "every = '40d'", "birthday = '06-08'");
    CHECK(lines_of(moved, {"SEQUENCE"}) == "SEQUENCE:1\nSEQUENCE:2\n");
  }

  TEST_CASE("what was asked on a Saturday is not for the Friday before") {
    const std::string book = acme("every = 'never'", "because = 'x'") +
                             table("[[request]]", "id = 'r'", "customer = 'acme'", "what = 'stuck'",
                                   "urgent = true", "asked = 2026-11-21T22:00");
    CHECK(lines_of(book, {"DTSTART", "DUE", "PRIORITY", "STATUS"}) ==
          "DTSTART;VALUE=DATE:20261121\nDUE:20261121T223000\nPRIORITY:1\nSTATUS:NEEDS-ACTION\n");
  }
}
