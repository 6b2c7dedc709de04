#include "books.hpp"

using namespace care;
using namespace care::test;

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

TEST_CASE("the place of an entry is counted on the page of everybody") {
  const Reading reading = book(policy("per_day = 1") + acme() + customer("zen", no_follow_up) +
                               customer("joe") + customer("bob") + promise("2026-11-23"));
  const auto place = [&](CustomerIndex who) {
    const PagePlace found = place_on_page(reading.book, who, at("2026-11-23"));
    return (found.place ? std::to_string(*found.place) : "none") + " of " +
           std::to_string(found.of) + (found.capped ? ", capped" : "");
  };
  CHECK(place(0) == "1 of 2");
  CHECK(place(1) == "none of 2");
  CHECK(place(2) == "2 of 2");
  CHECK(place(3) == "none of 2, capped");
}

TEST_CASE("what is due is counted by its kind, and each customer once") {
  const Today one{acme(no_follow_up) + request("2026-11-20") + promise("2026-11-20") +
                      promise("2026-11-19", "id = 'p2'") + due("zen") + due("ann") +
                      customer("bob", no_follow_up, "birthday = '11-26'"),
                  "2026-11-23"};
  const DueCounts counts = count_due(one.agenda);
  CHECK(counts.emergencies == 0);
  CHECK(counts.late_requests == 1);
  CHECK(counts.late_promises == 2);
  CHECK(counts.customers == 3);
  CHECK(counts.others == 2);
  const Agenda week =
      agenda_of_range(one.reading.book, at("2026-11-23"), day("2026-11-23"), day("2026-11-29"), {});
  CHECK(count_due(week).customers == 4);
}
