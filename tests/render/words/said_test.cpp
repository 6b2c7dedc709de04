#include <care/render_formats.hpp>
#include <care/text.hpp>

#include "books.hpp"

using namespace care;
using namespace care::test;

// What pages say, sentence by sentence; the whole of a page stands in the transcripts.

namespace {

/// The page of a day, a line each, without what is at its right edge.
std::string page(const Agenda& agenda, std::string_view format = "text") {
  Style style;
  style.width = 100;
  return find_format(format)->page({agenda, {}, next_due(*agenda.book, agenda.now, {})}, style);
}
std::string page(const std::string& text, std::string_view now = "2026-11-23",
                 std::string_view format = "text") {
  return page(Today{text, now}.agenda, format);
}
bool says(const std::string& page, std::string_view words) {
  CAPTURE(page);
  return page.find(words) != std::string::npos;
}

const std::string due = promise("2026-11-23");
const std::string staff =
    table("[[staff]]", "id = 'nick'", "name = 'Nick Petra'", "backup = 'chris'",
          "away = [{ from = 2026-11-20, to = 2026-12-04 }]") +
    table("[[staff]]", "id = 'chris'", "name = 'Chris'");

}  // namespace

TEST_CASE("R11: what was last heard stays said, with what came after it") {
  const std::string ill =
      acme() + due + touch("2026-11-05", "how = 'visit'", "heard = 'my mother is ill'");
  CHECK(says(page(ill), "heard   5 Nov  my mother is ill\n"));
  const std::string letter = ill + touch("2026-11-06", "how = 'letter'", "said = 'all the best'");
  CHECK(says(page(letter),
             "heard   5 Nov  my mother is ill\n"
             "               last    6 Nov  letter: all the best\n"));
  const std::string tried = letter + attempt("2026-11-20", "how = 'call'");
  CHECK(says(page(tried),
             "last    6 Nov  letter: all the best\n"
             "               tried   20 Nov  call\n"));
  CHECK_FALSE(says(page(tried + touch("2026-11-21", "how = 'call'")), "tried"));
  CHECK(says(page(acme(no_follow_up) + due), "last    never contacted\n"));
  CHECK(
      says(page(acme(no_follow_up, "since = 2020-01-01") + due), "last    no contact on record\n"));
  // Where a line says so already, it is not said again.
  CHECK(says(page(acme() + due), "FOLLOW UP  first contact, due today\n"));
  CHECK_FALSE(says(page(acme() + due), "last  "));
  CHECK(says(page(acme("since = 2020-01-01") + due), "FOLLOW UP  no contact on record, due "));
  CHECK_FALSE(says(page(acme("since = 2020-01-01") + due), "last  "));
}

TEST_CASE("R11: what was offered is said while it waits for their word") {
  const std::string offered =
      acme(no_follow_up) + request("2026-11-18T10:00") +
      touch("2026-11-18T11:00", "request = 'key'", "outcome = 'alternative'", "offered = 'a lock'",
            "heard = 'let me think'");
  CHECK(says(page(offered), "hear their word on the offer by"));
  CHECK(says(page(offered), "offered a lock\n"));
  CHECK(says(page(offered), "Wed 11:00  let me think\n"));
}

TEST_CASE("R15: that somebody is not to be contacted is said first, and nothing is sold to them") {
  const std::string text = acme(no_follow_up, "status = 'do-not-contact'", "since = 2016-01-01",
                                "value = ['a new price']", "likes = ['tea']") +
                           purchase("2026-11-20") + due;
  for (const std::string_view format : {"text", "markdown", "html", "org"}) {
    CAPTURE(format);
    const std::string all = page(text, "2026-11-23", format);
    const auto caution = all.find("do not contact: answer what was asked, nothing else");
    CHECK(caution < all.find("PROMISE"));
    for (const std::string_view sold : {"a new price", "with us", "spring order", "tea"}) {
      CHECK_FALSE(says(all, sold));
    }
  }
}

TEST_CASE("the head counts items by their kind, and the others as customers, each once") {
  const std::string busy =
      acme(no_follow_up) + request("2026-11-17") + promise("2026-11-18") + promise("2026-11-19");
  CHECK(says(page(busy), "1 late request, 2 late promises\n"));
  CHECK(says(page(busy + customer("zen")), "1 late request, 2 late promises, 1 more\n"));
  const Reading reading = read_text(acme(no_follow_up) + promise("2026-11-24") +
                                    promise("2026-11-26") + customer("zen"));
  CHECK(says(page(agenda_of_range(reading.book, at("2026-11-23"), day("2026-11-23"),
                                  day("2026-11-29"), {})),
             "2 customers to care for\n"));
}

TEST_CASE("page and list say the same of lateness") {
  const auto both = [](const std::string& text, std::string_view now, std::string_view words,
                       std::string_view in_list) {
    CHECK(says(page(text, now), words));
    const Reading reading = read_text(text);
    const Listing listing = list_customers(reading.book, at(now), {});
    CHECK(says(find_format("text")->listing(listing, {}), in_list));
  };
  const std::string urgent = acme(no_follow_up) + request("2026-11-23T10:00", "urgent = true");
  both(urgent, "2026-11-23T15:30", ", 5 h late", ", 5 h late");
  both(urgent, "2026-11-24T09:00", ", 22 h 30 min late", ", 22 h late");
  both(urgent, "2026-11-27T08:00", ", 4 days late", ", 4 d late");
  const std::string asked = acme(no_follow_up) + request("2026-11-23T09:00");
  both(asked, "2026-11-23T14:20", ", 20 min late", ", 20 min late");
  both(asked, "2026-11-24T08:00", ", 1 day late", ", 1 d late");
}

TEST_CASE("R4: what was due before the book began is said without its day") {
  const std::string text = "[book]\nstarted = 2026-11-22\n" + acme("every = '2w'") +
                           touch("2025-12-23") + customer("new", "since = 2025-01-01");
  CHECK(says(page(text), "every 2 weeks, last 11 months ago, 1 day late since this book began"));
}

TEST_CASE("a day more than 300 days off has its year") {
  const std::string since_january = acme("every = '1y'") + touch("2026-01-05", "heard = 'hm'");
  CHECK(says(page(since_january + due), "heard   5 Jan 2026  hm\n"));
  CHECK(says(page(acme() + touch("2026-03-05", "heard = 'hm'") + due), "heard   5 Mar  hm\n"));
}

TEST_CASE("the pages of coming days never say today") {
  const std::string text = "[policy]\nanniversaries = 'all'\n" +
                           acme("every = '30d'", "since = 2020-11-25") + touch("2026-10-26") +
                           promise("2026-11-25") + request("2026-11-25T08:00") +
                           customer("zen", no_follow_up, "birthday = '11-28'") +
                           of("zen", "[[purchase]]", "2026-11-24", "what = 'a bell'");
  const Reading reading = read_text(text);
  const std::string week = page(
      agenda_of_range(reading.book, at("2026-11-23"), day("2026-11-24"), day("2026-11-29"), {}));
  CHECK_FALSE(says(week, "today"));
  CHECK(says(week, "due Wed 25 Nov"));
  CHECK(says(week, "a customer since 25 Nov 2020\n"));
  CHECK(says(week, "zen, Sat 28 Nov: greet by Fri 27\n"));
}

TEST_CASE("R3: anniversaries, events and what is prepared for them") {
  CHECK(says(page(acme(no_follow_up, "since = 2016-11-19")),
             "10 YEARS   with us, Thu 19 Nov, 4 days ago: belated wishes\n"));
  const auto event = [](std::string_view more) {
    return acme(no_follow_up) + table("[[customer.event]]", "what = 'the renewal'", more);
  };
  CHECK(says(page(event("date = 2025-11-20")),
             "the renewal (1 year), Fri 20 Nov, 3 days ago: not marked yet\n"));
  CHECK(says(page(event("date = '11-28'") + due), "the renewal, mark by Fri 27\n"));
  const std::string gala = event("date = '11-27'\nprepare = '5d'\ngift = 'a cake'") + due;
  const std::string once = page(gala);
  CHECK(says(once, "gift: a cake"));
  CHECK(once.find("a cake") == once.rfind("a cake"));
  CHECK(says(page(gala + of("acme", "[[ready]]", "2026-11-22", "what = 'the renewal'")),
             "the renewal; gift ready: a cake\n"));
}

TEST_CASE("an emergency has the address and the note; patience is thanked for in quotes") {
  const std::string text = acme(no_follow_up, "address = 'Dock 4'", "notes = 'ring twice'") +
                           request("2026-11-20T10:00", "urgent = true");
  CHECK(says(page(text), "at      Dock 4\n               note    ring twice\n"));
  CHECK_FALSE(says(page(acme(no_follow_up, "address = 'Dock 4'") + due), "Dock 4"));
  CHECK(
      says(page(acme(no_follow_up) + due +
                request("2026-11-02", "urgent = true", "closed = 2026-11-03", "outcome = 'done'")),
           "thank   for their patience with \"key\"\n"));
}

TEST_CASE("whoever is away reads so, and who stands in; an empty book how to begin") {
  Selection nick;
  nick.owner = 0;
  const std::string away = "You are away until Fri 4 Dec; Chris looks after yours.";
  CHECK(says(page(Today{staff + acme("owner = 'nick'"), "2026-11-23", nick}.agenda), away));
  CHECK_FALSE(says(page(Today{staff, "2026-12-07", nick}.agenda), "away"));
  CHECK(says(page("[book]\nname = 'new'\n"),
             "No customers yet: care add NAME, or care import contacts.vcf\n"));
}

TEST_CASE("line ends of a text are line ends of the page") {
  const std::string text =
      acme(no_follow_up) +
      table("[[request]]", "customer = 'acme'", "asked = 2026-11-20", "what = \"one\\ntwo\"") +
      touch("2026-11-05", "heard = \"first\\r\\nsecond\"");
  CHECK(says(page(text), "               one\n               two\n"));
  CHECK(says(page(text), "heard   5 Nov  first\n                       second\n"));
  CHECK(says(page(text, "2026-11-23", "markdown"), "*heard* 5 Nov first\\\n    second\n"));
  CHECK(says(page(text, "2026-11-23", "html"), "&quot;first\nsecond&quot;</span>"));
  CHECK(says(page(text, "2026-11-23", "csv"), "\"one\ntwo\""));
  CHECK(says(page(text, "2026-11-23", "org"), "one two"));
  // Within a sentence they are blanks.
  const std::string within =
      acme(no_follow_up, "value = [\"one\\ntwo\"]") +
      table("[[customer.event]]", "what = 'gala'", "date = '11-25'", "prepare = '3wd'",
            "gift = \"a\\nb\"") +
      table("[[promise]]", "customer = 'acme'", "due = 2026-11-27", "what = \"call\\nback\"");
  CHECK(says(page(within), "gift: a b\n"));
  CHECK(says(page(within), "promised: call back\n"));
  CHECK(says(page(within), "value   one\n                       two\n"));
}

TEST_CASE("a date is never torn, nor a number from its unit") {
  const auto lines = [](std::string_view text, std::size_t width) {
    const auto parts = wrapped(text, width);
    return Shown(parts.begin(), parts.end());
  };
  CHECK(lines("answer by Tue 24 Nov 2026", 18) == Shown{"answer by", "Tue 24 Nov 2026"});
  CHECK(lines("it is 5 h 50 min late", 14) == Shown{"it is", "5 h 50 min", "late"});
  CHECK(lines("one two (every 2 months).", 15) == Shown{"one two (every", "2 months)."});
}
