#include "books.hpp"

using namespace care;
using namespace care::test;

TEST_CASE("R9: it is time for a WOW once a year has passed without one") {
  struct Row {
    std::string name;
    std::string text;
    bool expected;
  };
  const std::string known = acme("since = 2024-01-01");
  const Row rows[] = {
      {"never one", known, true},
      {"a WOW within the year", known + touch("2025-11-24", "wow = 'card'"), false},
      {"a WOW a year ago to the day", known + touch("2025-11-23", "wow = 'card'"), true},
      {"a WOW of today", known + touch("2026-11-23", "wow = 'card'"), false},
      {"a WOW that is still to come", known + touch("2026-11-24", "wow = 'card'"), true},
      {"a talk without one", known + touch("2026-11-20"), true},
      {"known for a year to the day", acme("since = 2025-11-23"), false},
      {"known for longer", acme("since = 2025-11-22"), true},
      {"known from the first touch", acme() + touch("2025-11-22"), true},
      {"known from the first touch, a year ago", acme() + touch("2025-11-23"), false},
      {"the earlier of since and the first touch", acme("since = 2026-06-01") + touch("2025-11-22"),
       true},
      {"since before the first touch", acme("since = 2025-11-22") + touch("2026-06-01"), true},
      {"not known at all", acme(), false},
      {"the policy's wow_every", policy("wow_every = '1m'") + acme("since = 2026-10-22"), true},
      {"the policy's wow_every, not yet", policy("wow_every = '1m'") + acme("since = 2026-10-23"),
       false},
      {"former", acme("since = 2024-01-01", "status = 'former'"), false},
      {"do not contact", acme("since = 2024-01-01", "status = 'do-not-contact'"), false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Reading reading = book(row.text);
    CHECK(wow_due(reading.book, 0, day("2026-11-23")).has_value() == row.expected);
  }
}

namespace {

/// Who of the page gets the hint, and of when their last WOW was.
std::string wow_on(std::string_view text, const Selection& selection = {}) {
  const Today one{text, "2026-11-23", selection};
  std::string all;
  for (const Entry& entry : one.agenda.entries) {
    if (!entry.wow) continue;
    if (!all.empty()) all += ", ";
    all += one.reading.book.customers[*entry.customer].id;
    all += entry.wow->last ? " " + iso(*entry.wow->last) : " nothing yet";
  }
  return all;
}

/// A customer with something to do today, and nothing else.
template <class... Rows>
std::string due(std::string_view id, const Rows&... rows) {
  return customer(id, no_follow_up, rows...) + table("[[promise]]",
                                                     "customer = '" + std::string{id} + "'",
                                                     "what = 'report'", "due = 2026-11-23");
}
std::string wow(std::string_view id, std::string_view on) {
  return of(id, "[[touch]]", on, "wow = 'card'");
}

}  // namespace

TEST_CASE("R9: a WOW that is due is a hint on an entry, never an item of its own") {
  CHECK(planned(acme("since = 2024-01-01", no_follow_up), "2026-11-23") == "");
  CHECK(wow_on(due("acme", "since = 2024-01-01")) == "acme nothing yet");
}

TEST_CASE("R9: one WOW a page, for whom it is longest ago") {
  const std::string ann = due("ann", "since = 2024-01-01");
  const std::string joe = due("joe", "since = 2023-01-01");
  const std::string zen = due("zen", "since = 2020-01-01") + wow("zen", "2023-03-05");
  CHECK(wow_on(ann + zen) == "zen 2023-03-05");
  CHECK(wow_on(ann + joe) == "joe nothing yet");
  CHECK(wow_on(ann + joe + zen) == "joe nothing yet");
  CHECK(wow_on(ann + joe + wow("joe", "2026-01-01")) == "ann nothing yet");
  CHECK(wow_on(ann + due("bob", "since = 2024-01-01")) == "ann nothing yet");
  CHECK(wow_on(due("bob", "since = 2024-01-01") + ann) == "bob nothing yet");
}

TEST_CASE("R9: no WOW for the strained, in an emergency, or for do-not-contact") {
  const std::string ann = due("ann", "since = 2024-01-01");
  CHECK(wow_on(ann + due("joe", "since = 2023-01-01", "mood = 'strained'")) == "ann nothing yet");
  CHECK(wow_on(ann + due("joe", "since = 2023-01-01", "status = 'do-not-contact'")) ==
        "ann nothing yet");
  CHECK(wow_on(ann + due("acme", "since = 2023-01-01") + request("2026-11-23", "urgent = true")) ==
        "ann nothing yet");
}

TEST_CASE("R9: the page is what was asked for, and each day of a range has its own") {
  const std::string tagged = due("ann", "since = 2024-01-01", "tags = ['west']");
  CHECK(wow_on(tagged + due("joe", "since = 2023-01-01"), {std::nullopt, {"west"}, {}}) ==
        "ann nothing yet");
  const Reading reading =
      book(due("ann", "since = 2024-01-01") + due("joe", "since = 2023-01-01") +
           table("[[promise]]", "customer = 'ann'", "what = 'call'", "due = 2026-11-24"));
  const Agenda week =
      agenda_of_range(reading.book, at("2026-11-23"), day("2026-11-23"), day("2026-11-24"), {});
  REQUIRE(week.entries.size() == 3);
  CHECK_FALSE(week.entries[0].wow.has_value());
  CHECK(week.entries[1].wow.has_value());
  CHECK(week.entries[2].wow.has_value());
}
