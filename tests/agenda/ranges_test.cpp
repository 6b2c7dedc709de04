#include "books.hpp"

using namespace care;
using namespace care::test;

namespace {

Shown pages(std::string_view text, std::string_view from, std::string_view to,
            std::string_view now = "2026-11-23", const Selection& selection = {}) {
  const Reading reading = read_text(text);
  return entries(agenda_of_range(reading.book, at(now), day(from), day(to), selection));
}

/// The week that starts on Monday 23 November.
Shown week(std::string_view text) { return pages(text, "2026-11-23", "2026-11-29"); }

const std::string none = policy("anniversaries = 'none'");

}  // namespace

TEST_CASE("R16: the pages of a week hold what is due on each day, each thing once") {
  const Shown expected = {
      "Mon 23 Nov a: 7 follow_up today, due Sun 22 Nov, act Mon 23 Nov",
      "Tue 24 Nov b: 7 follow_up today, due Tue 24 Nov",
      "Wed 25 Nov c: 4 birthday c today, due Wed 25 Nov",
      "Fri 27 Nov d: 3 promise report today, due Sun 29 Nov, act Fri 27 Nov",
      "Fri 27 Nov c: 7 follow_up today, due Fri 27 Nov",
  };
  CHECK(week(none + customer("a") + of("a", "[[touch]]", "2026-10-23") + customer("b") +
             of("b", "[[touch]]", "2026-10-25") + customer("c", "birthday = '11-25'") +
             of("c", "[[touch]]", "2026-10-28") + customer("d", no_follow_up) +
             table("[[promise]]", "customer = 'd'", "what = 'report'", "due = 2026-11-29")) ==
        expected);
}

TEST_CASE("R16: today's page is today's agenda less what is coming") {
  CHECK(pages(none + acme(no_follow_up, "birthday = '11-25'") + promise("2026-11-23") +
                  customer("zen", no_follow_up, "birthday = '11-25'"),
              "2026-11-23",
              "2026-11-23") == Shown{"Mon 23 Nov acme: 3 promise report today, due Mon 23 Nov"});
}

TEST_CASE("R16: what is of class 8 stands on no page, be it today's") {
  CHECK(week(none + acme(no_follow_up, "birthday = '11-23'", "status = 'do-not-contact'")) ==
        Shown{});
}

TEST_CASE("R16: class, when and days_late are those of the page's day") {
  // Snoozed until Thursday, and an answered request that is to be solved on Wednesday.
  CHECK(week(acme() + touch("2026-10-23") + snooze("2026-11-23", "2026-11-26") +
             request("2026-11-23T08:00", "due = 2026-11-25") +
             touch("2026-11-23T08:10", "request = 'key'", "reached = true", "from = 'us'")) ==
        Shown{"Wed 25 Nov acme: 3 request key today, due Wed 25 Nov 17:00"});
  CHECK(week(acme() + touch("2026-10-23") + snooze("2026-11-23", "2026-11-26")) ==
        Shown{"Thu 26 Nov acme: 7 follow_up overdue, due Sun 22 Nov, act Mon 23 Nov, 3 late"});
}

TEST_CASE("R16: an item that stood on an earlier page stands on no later one") {
  // The request is due today and overdue tomorrow; the birthday belated from tomorrow on.
  CHECK(week(none + acme(no_follow_up, "birthday = '11-23'") + request("2026-11-23T08:00")) ==
        Shown{"Mon 23 Nov acme: 3 request key today, due Mon 23 Nov 14:00 | "
              "4 birthday acme today, due Mon 23 Nov"});
}

TEST_CASE("R16: two contacts' birthdays are two items, as are two promises and two events") {
  CHECK(week(none + acme(no_follow_up) +
             table("[[customer.contact]]", "name = 'Ann'", "birthday = '11-23'") +
             table("[[customer.contact]]", "name = 'Joe'", "birthday = '11-24'") +
             table("[[customer.event]]", "what = 'gala'", "date = '11-25'") +
             table("[[customer.event]]", "what = 'fair'", "date = '11-26'") +
             promise("2026-11-23") + promise("2026-11-24")) ==
        Shown{"Mon 23 Nov acme: 3 promise report today, due Mon 23 Nov | "
              "4 birthday Ann today, due Mon 23 Nov",
              "Tue 24 Nov acme: 3 promise report today, due Tue 24 Nov | "
              "4 birthday Joe today, due Tue 24 Nov",
              "Wed 25 Nov acme: 4 event gala today, due Wed 25 Nov",
              "Thu 26 Nov acme: 4 event fair today, due Thu 26 Nov"});
}

TEST_CASE("R16: one occasion's next occurrence is another item") {
  const Shown found =
      pages(none + acme(no_follow_up, "birthday = '11-23'"), "2026-11-23", "2027-11-23");
  CHECK(found == Shown{"Mon 23 Nov acme: 4 birthday acme today, due Mon 23 Nov",
                       "Tue 23 Nov 2027 acme: 4 birthday acme today, due Tue 23 Nov 2027"});
}

TEST_CASE("R16: another cause of thanks is another item") {
  CHECK(week(acme(no_follow_up) + purchase("2026-11-20") + purchase("2026-11-25")) ==
        Shown{"Mon 23 Nov acme: 6 thanks spring order today, due Tue 24 Nov",
              "Wed 25 Nov acme: 6 thanks spring order today, due Fri 27 Nov"});
}

TEST_CASE("R16: a purchase and a referral that share a place and a day are two causes") {
  const std::string text =
      acme(no_follow_up) +
      customer("zen", "referred_by = 'acme'", "since = 2026-11-24", no_follow_up) +
      purchase("2026-11-20") + purchase("2026-11-24");
  const Shown found = week(text);
  CHECK(found == Shown{"Mon 23 Nov acme: 6 thanks spring order today, due Tue 24 Nov",
                       "Tue 24 Nov acme: 6 thanks zen today, due Thu 26 Nov"});
}

TEST_CASE("R16: the follow-up and no_plan are one per customer, on the first page alone") {
  CHECK(pages(acme("every = '1d'") + touch("2026-11-20"), "2026-11-23", "2026-12-20") ==
        Shown{"Mon 23 Nov acme: 7 follow_up today, due Sat 21 Nov, act Mon 23 Nov"});
  CHECK(pages(acme("every = 'never'"), "2026-11-23", "2026-12-20") ==
        Shown{"Mon 23 Nov acme: 7 no_plan today, due Mon 23 Nov"});
}

TEST_CASE("R16: a later page is that of the opening of its first window") {
  // Asked on Tuesday at 08:00 with an answer due at 09:30: at 09:00 it is not overdue yet.
  CHECK(pages(acme(no_follow_up) + request("2026-11-24T08:00", "due = 2026-11-24T09:30"),
              "2026-11-24", "2026-11-24", "2026-11-23T16:00") ==
        Shown{"Tue 24 Nov acme: 3 request key today, due Tue 24 Nov 09:30"});
  CHECK(pages(policy("hours = ['10:00-17:00']") + acme(no_follow_up) +
                  request("2026-11-24T08:00", "due = 2026-11-24T09:30"),
              "2026-11-24", "2026-11-24", "2026-11-23T16:00") ==
        Shown{"Tue 24 Nov acme: 2 request key overdue, due Tue 24 Nov 09:30"});
  CHECK(pages(acme(no_follow_up) + request("2026-11-28T08:00", "due = 2026-11-28T09:30"),
              "2026-11-28", "2026-11-28", "2026-11-23T16:00") ==
        Shown{"Sat 28 Nov acme: 3 request key today, due Sat 28 Nov 09:30, act Fri 27 Nov"});
  CHECK(pages(acme(no_follow_up) + request("2026-11-23T08:00", "due = 2026-11-23T09:30"),
              "2026-11-23", "2026-11-23", "2026-11-23T16:00") ==
        Shown{"Mon 23 Nov acme: 2 request key overdue, due Mon 23 Nov 09:30"});
}

TEST_CASE("R16: later pages know no cap, and what today's cap left out stands on none of them") {
  const auto last = [](std::string_view id, std::string_view date) {
    return customer(id) + of(id, "[[touch]]", date);
  };
  const std::string text = policy("per_day = 1") + last("a", "2026-10-01") +
                           last("b", "2026-10-02") + last("c", "2026-10-25") +
                           last("d", "2026-10-25");
  const Reading reading = book(text);
  const Agenda agenda =
      agenda_of_range(reading.book, at("2026-11-23"), day("2026-11-23"), day("2026-11-29"), {});
  CHECK(ids(agenda) == "a c d");
  CHECK(words(agenda.hidden) == "capped 1");
}

TEST_CASE("R16: what the cap left out on another's agenda stands on no later page either") {
  // Nick is over his limit today and away from tomorrow on; Ana stands in.
  const std::string text =
      table("[[staff]]", "id = 'nick'", "name = 'Nick'", "per_day = 1", "backup = 'ana'",
            "away = [{ from = 2026-11-24, to = 2026-11-29 }]") +
      table("[[staff]]", "id = 'ana'", "name = 'Ana'") + customer("a", "owner = 'nick'") +
      of("a", "[[touch]]", "2026-10-01") + customer("b", "owner = 'nick'") +
      of("b", "[[touch]]", "2026-10-02");
  Selection ana;
  ana.owner = 1;
  // The one that Nick saw today comes to Ana's page tomorrow; the other does not.
  CHECK(pages(text, "2026-11-23", "2026-11-29", "2026-11-23", ana) ==
        Shown{"Tue 24 Nov ana's for nick a: 7 follow_up overdue, due Sat 31 Oct, act Mon 2 Nov, "
              "22 late"});
}

TEST_CASE("R16: a range from a later day is a part of the range that starts today") {
  const std::string text = none + acme(no_follow_up) + promise("2026-11-23") +
                           promise("2026-11-25") + promise("2026-11-27");
  CHECK(pages(text, "2026-11-25", "2026-11-26") ==
        Shown{"Wed 25 Nov acme: 3 promise report today, due Wed 25 Nov"});
}

TEST_CASE("R16: what was hidden is today's count, whatever pages are asked for") {
  const Reading reading = book(acme() + touch("2026-10-23") + snooze("2026-11-23", "2026-11-24"));
  const Agenda agenda =
      agenda_of_range(reading.book, at("2026-11-23"), day("2026-11-25"), day("2026-11-26"), {});
  CHECK(words(agenda.hidden) == "snoozed 1");
  CHECK(agenda.range);
  CHECK(agenda.from == day("2026-11-25"));
  CHECK(agenda.to == day("2026-11-26"));
}

TEST_CASE("R16: what could not be read stands on today's page alone") {
  CHECK(week("[[customer]]\nid = 'lost'\nname = \n").size() == 1);
}

TEST_CASE("R16: entries of later pages say what is so on their day") {
  const Reading reading = book(acme(no_follow_up, "since = 2016-11-25") + promise("2026-11-23") +
                               promise("2026-11-25"));
  const Agenda agenda =
      agenda_of_range(reading.book, at("2026-11-23"), day("2026-11-23"), day("2026-11-25"), {});
  REQUIRE(agenda.entries.size() == 2);
  REQUIRE(agenda.entries[0].thank_for.has_value());
  CHECK(agenda.entries[0].thank_for->years == 9);
  CHECK(agenda.entries[1].thank_for->years == 10);
}

TEST_CASE("R16: the entries of later pages carry the opening of their day") {
  const Reading reading = book(acme(no_follow_up) + promise("2026-11-23") + promise("2026-11-25"));
  const Agenda agenda = agenda_of_range(reading.book, at("2026-11-23T14:10"), day("2026-11-23"),
                                        day("2026-11-25"), {});
  REQUIRE(agenda.entries.size() == 2);
  CHECK(iso(agenda.entries[0].now) == "2026-11-23T14:10");
  CHECK(iso(agenda.entries[1].now) == "2026-11-25T09:00");
}

TEST_CASE("R16: the pages of 60 days agree with the agenda of each of them") {
  const Reading reading =
      book(none + acme(no_follow_up, "birthday = '12-05'") + promise("2026-12-24") +
           customer("zen", "every = '9d'") + of("zen", "[[touch]]", "2026-11-20") +
           of("zen", "[[snooze]]", "2026-11-23", "until = 2026-12-15", "because = 'move'"));
  const Agenda range =
      agenda_of_range(reading.book, at("2026-11-23"), day("2026-11-23"), day("2027-01-21"), {});
  for (const Entry& entry : range.entries) {
    const Agenda then = agenda_of_today(reading.book, at(iso(entry.day)), {});
    std::string all;
    for (const std::string& line : entries(then)) all += line + "\n";
    for (const Item& item : entry.items) CHECK(all.find(words(item)) != std::string::npos);
  }
  CHECK(range.entries.size() == 3);
}

TEST_CASE("the next thing that is due is looked for on later days, for a year") {
  const auto next = [](std::string_view text, const Selection& selection = {}) {
    const Reading reading = book(text);
    const auto found = next_due(reading.book, at("2026-11-23"), selection);
    return found ? day_words(found->day) + " " +
                       std::string{reading.book.customers[found->customer].id}
                 : "";
  };
  CHECK(next(acme() + touch("2026-11-20")) == "Mon 21 Dec acme");
  CHECK(next(none + acme(no_follow_up, "birthday = '11-23'") + promise("2026-11-23")) ==
        "Tue 24 Nov acme");
  CHECK(next(none + acme(no_follow_up, "birthday = '11-22'") +
             touch("2026-11-22", "greeted = 'birthday'")) == "Mon 22 Nov 2027 acme");
  CHECK(next(acme(no_follow_up)) == "");
  Selection west;
  west.tags = {"west"};
  CHECK(next(acme() + touch("2026-11-20") + customer("zen", "tags = ['west']") +
                 of("zen", "[[touch]]", "2026-11-21"),
             west) == "Mon 21 Dec zen");
}
