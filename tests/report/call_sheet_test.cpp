#include <care/book_fields.hpp>
#include <care/report.hpp>

#include "books.hpp"

using namespace care;
using namespace care::test;

namespace {

/// A call sheet with its book.
struct Sheet {
  Reading reading;
  CallSheet sheet;

  explicit Sheet(std::string_view text)
      : reading{read_text(text)}, sheet{call_sheet(reading.book, 0, at("2026-11-23"))} {}
  Sheet(const Sheet&) = delete;
  Sheet& operator=(const Sheet&) = delete;
};

std::string items(std::string_view text) { return words(Sheet{text}.sheet.entry.items); }

std::string next(std::string_view text) {
  const Sheet one{text};
  if (!one.sheet.next) return "";
  return day_words(one.sheet.next->day) + ": " + words(one.sheet.next->item);
}

std::string ahead(std::string_view text) {
  std::string all;
  for (const Item& item : Sheet{text}.sheet.ahead) {
    all +=
        (all.empty() ? "" : ", ") + std::string{word(item.kind)} + " " + day_words(item.occurrence);
  }
  return all;
}

std::string history(std::string_view text) {
  std::string all;
  for (const Happening& happening : Sheet{text}.sheet.history) {
    all += all.empty() ? "" : ", ";
    all += std::visit([]<class One>(const One*) { return table_head<One>.name; }, happening.record);
    all += ' ';
    all += day_words(happening.on.day);
  }
  return all;
}

const std::string none = policy("anniversaries = 'none'");

}  // namespace

TEST_CASE("a call sheet has what the agenda has, and what is snoozed or waits") {
  const std::string talked = acme() + touch("2026-10-23");
  CHECK(items(talked) == "7 follow_up today, due Sun 22 Nov, act Mon 23 Nov");
  CHECK(items(talked + snooze("2026-11-20", "2026-12-01")) ==
        "7 follow_up today, due Sun 22 Nov, act Mon 23 Nov [snoozed]");
  CHECK(items(talked + attempt("2026-11-23")) ==
        "7 follow_up today, due Sun 22 Nov, act Mon 23 Nov [waiting]");
  CHECK(items(acme() + touch("2026-11-20")) == "");
  CHECK(items(acme(no_follow_up) + promise("2027-03-01")) ==
        "8 promise report coming, due Mon 1 Mar 2027 [later]");
}

TEST_CASE("a call sheet says what is next, besides what is due already") {
  CHECK(next(acme() + touch("2026-11-20")) ==
        "Mon 21 Dec: 7 follow_up today, due Sun 20 Dec, act Mon 21 Dec");
  CHECK(next(none + acme("birthday = '12-01'") + touch("2026-10-23")) ==
        "Tue 1 Dec: 4 birthday acme today, due Tue 1 Dec");
  CHECK(next(acme() + touch("2026-10-23")) == "");
  CHECK(next(acme() + touch("2026-10-23") + snooze("2026-11-20", "2026-11-26")) ==
        "Thu 26 Nov: 7 follow_up overdue, due Sun 22 Nov, act Mon 23 Nov, 3 late");
  CHECK(next(acme(no_follow_up)) == "");
}

TEST_CASE("a call sheet looks a year ahead for occasions, by their day") {
  CHECK(ahead(policy("anniversaries = 'all'") +
              acme(no_follow_up, "birthday = '03-05'", "since = 2020-01-15") +
              table("[[customer.contact]]", "name = 'Maria'", "birthday = '11-22'") +
              table("[[customer.event]]", "what = 'gala'", "date = '11-30'")) ==
        "event Mon 30 Nov, anniversary Fri 15 Jan 2027, birthday Fri 5 Mar 2027, "
        "birthday Mon 22 Nov 2027");
  CHECK(ahead(acme(no_follow_up)) == "");
}

TEST_CASE("a call sheet tells what happened, the latest first") {
  CHECK(history(acme(no_follow_up) + touch("2026-11-02") + touch("2026-11-04") +
                purchase("2026-11-03") + request("2026-11-05T10:00") +
                promise("2026-12-01", "made = 2026-11-01") + promise("2026-12-02") +
                touch("2026-11-24")) ==
        "request Thu 5 Nov, touch Wed 4 Nov, purchase Tue 3 Nov, touch Mon 2 Nov, "
        "promise Sun 1 Nov");
  CHECK(history(acme(no_follow_up) + touch("2026-11-02") + purchase("2026-11-02")) ==
        "touch Mon 2 Nov, purchase Mon 2 Nov");
}

TEST_CASE("R14: a call sheet says on whose agenda they stand, and for whom") {
  const Sheet away{table("[[staff]]", "id = 'nick'", "name = 'Nick'", "backup = 'ana'",
                         "away = [{ from = 2026-11-23, to = 2026-11-23 }]") +
                   table("[[staff]]", "id = 'ana'", "name = 'Ana'") + acme("owner = 'nick'")};
  CHECK(away.sheet.entry.owner == StaffIndex{1});
  CHECK(away.sheet.entry.stands_for == StaffIndex{0});
  const Sheet here{table("[[staff]]", "id = 'nick'", "name = 'Nick'") + acme("owner = 'nick'")};
  CHECK(here.sheet.entry.owner == StaffIndex{0});
  CHECK_FALSE(here.sheet.entry.stands_for.has_value());
}

TEST_CASE("a call sheet has the entry's facts: what to thank for, a value point, a WOW") {
  const Sheet one{acme(no_follow_up, "since = 2019-11-01", "value = ['first']")};
  REQUIRE(one.sheet.entry.thank_for.has_value());
  CHECK(to_string(*one.sheet.entry.thank_for) == "7 years with us");
  CHECK(one.sheet.entry.value == "first");
  CHECK(one.sheet.entry.wow.has_value());
}
