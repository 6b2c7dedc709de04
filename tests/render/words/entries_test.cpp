#include "render/words/entries.hpp"

#include <care/render_formats.hpp>

#include "books.hpp"

using namespace care;
using namespace care::test;

namespace {

Shown hints(std::string_view text, std::string_view now = "2026-11-23") {
  const Today one{text, now};
  REQUIRE(one.agenda.entries.size() == 1);
  const Lines all = hints_of(one.reading.book, one.agenda.entries[0]);
  return {all.begin(), all.end()};
}

const std::string due = promise("2026-11-23");
const std::string quiet = acme(no_follow_up);

}  // namespace

TEST_CASE("the hints of an entry") {
  const std::string talked = acme() + touch("2026-10-23");
  const std::string three = attempt("2026-11-02", "how = 'call'") +
                            attempt("2026-11-03", "how = 'email'") +
                            attempt("2026-11-04", "how = 'call'");
  const auto mail = [](std::string_view on) { return touch(on, "how = 'email'"); };
  CHECK(hints(talked) == Shown{});
  CHECK(hints(acme(no_follow_up, "status = 'do-not-contact'") + due) ==
        Shown{"do not contact: answer what was asked, nothing else"});
  CHECK(hints(acme(no_follow_up, "mood = 'strained'") + due) ==
        Shown{"strained: listen, do not sell"});
  CHECK(hints(talked, "2026-12-09") == Shown{"more than half an interval late: high time"});
  CHECK(hints(quiet + touch("2026-11-02") +
              request("2026-11-18", "urgent = true", "closed = 2026-11-19", "outcome = 'done'")) ==
        Shown{"after-care: ask how it went"});
  CHECK(hints(acme("every = 'never'")) ==
        Shown{"never, and no reason given: decide when to be in touch"});
  CHECK(hints(quiet + request("2026-11-20") +
              touch("2026-11-20", "request = 'key'", "outcome = 'alternative'",
                    "offered = 'a lock'", "answer = 'refused'")) ==
        Shown{"offer refused: find another"});
  CHECK(hints(quiet + due + mail("2026-11-02") + mail("2026-11-03") + mail("2026-11-04")) ==
        Shown{"heard nothing since 2 Nov: call"});
  CHECK(hints(acme(no_follow_up, "since = 2024-01-01") + due) ==
        Shown{"WOW: nothing yet; what would delight them?"});
  CHECK(hints(talked + three) ==
        Shown{"try another way: nothing else on file, so ask around or drop by"});
  CHECK(hints(acme("mood = 'strained'") + touch("2026-10-01")) ==
        Shown{"strained: listen, do not sell", "more than half an interval late: high time"});
  CHECK(hints(quiet + request("2026-11-17") +
              touch("2026-11-17", "request = 'key'", "waiting = 'their drawing'")) ==
        Shown{"ask again: their drawing"});
}

TEST_CASE("R4: after three attempts, the hint names the channels on file that were not tried") {
  struct Row {
    std::string name;
    std::string on_file;
    Shown attempts;
    std::string expected;
  };
  constexpr std::string_view all = "phone = '1'\nemail = 'a@b'\naddress = 'Main St'";
  const std::string own{all};
  const std::string of_a_contact =
      table("", "[[customer.contact]]", "name = 'Maria'", "phone = '1'", "email = 'a@b'");
  const Row rows[] = {
      {"calls", own, {"call", "call", "call"}, "email, address"},
      {"text and video are of the phone", own, {"text", "video", "text"}, "email, address"},
      {"mails", own, {"email", "email", "email"}, "phone, address"},
      {"letters", own, {"letter", "letter", "letter"}, "phone, email"},
      {"visits", own, {"visit", "visit", "visit"}, "phone, email"},
      {"gifts", own, {"gift", "gift", "gift"}, "phone, email"},
      {"others", own, {"other", "meeting", "other"}, "phone, email, address"},
      {"everything was tried",
       own,
       {"call", "email", "letter"},
       "nothing else on file, so ask around or drop by"},
      {"a contact's are on file, too",
       of_a_contact,
       {"letter", "letter", "letter"},
       "phone, email"},
      {"only what is on file", "phone = '1'", {"email", "email", "email"}, "phone"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    std::string text = acme(row.on_file) + touch("2026-10-23");
    for (const std::string& how : row.attempts) {
      text += attempt("2026-11-02", "how = '" + how + "'");
    }
    CHECK(hints(text) == Shown{"try another way: " + row.expected});
  }
}

TEST_CASE("R4: attempts before the last talk, or still to come, are not ways tried") {
  const std::string text = acme("phone = '1'", "email = 'a@b'") + touch("2026-10-23") +
                           attempt("2026-11-02", "how = 'other'") +
                           attempt("2026-11-03", "how = 'other'") +
                           attempt("2026-11-04", "how = 'other'");
  const Shown both = {"try another way: phone, email"};
  CHECK(hints(text) == both);
  CHECK(hints(text + attempt("2026-10-22", "how = 'call'")) == both);
  CHECK(hints(text + attempt("2026-10-23", "how = 'call'")) == both);
  CHECK(hints(text + attempt("2026-11-24", "how = 'call'")) == both);
  CHECK(hints(text + touch("2026-11-05", "how = 'call'", "reached = false", "from = 'them'")) ==
        both);
  CHECK(hints(text + attempt("2026-11-05", "how = 'call'")) == Shown{"try another way: email"});
}

TEST_CASE("R9: a WOW says since when there was none, and what they like") {
  const std::string contact = table("[[customer.contact]]", "name = 'Maria'", "likes = ['lilies']");
  const std::string since = "since = 2020-01-01";
  const auto wow = [](std::string_view text) { return hints(std::string{text} + due); };
  CHECK(wow(acme(no_follow_up, since, "likes = ['orchids', 'jazz']")) ==
        Shown{"WOW: nothing yet; acme likes orchids, jazz"});
  CHECK(wow(acme(no_follow_up, since) + contact) == Shown{"WOW: nothing yet; Maria likes lilies"});
  CHECK(wow(acme(no_follow_up, since) + touch("2023-03-05", "wow = 'a cake'")) ==
        Shown{"WOW: nothing since Mar 2023; what would delight them?"});
}

TEST_CASE(
    "R9, R11, R15: every format gives the caller the same advice, and none that another lacks") {
  struct Row {
    std::string name, text;
    Shown said, unsaid;
  };
  const std::string years = "since = 2020-01-01\nvalue = ['our new hours']\nlikes = ['orchids']";
  const Row rows[] = {
      {"strained",
       acme(no_follow_up, years, "mood = 'strained'") + due,
       {"strained: listen, do not sell"},
       {"likes orchids", "our new hours"}},
      {"do not contact",
       acme(no_follow_up, years, "status = 'do-not-contact'") + due,
       {"do not contact"},
       {"likes orchids", "our new hours", "with us"}},
      {"an emergency",
       acme(no_follow_up, years) + request("2026-11-23", "urgent = true"),
       {},
       {"likes orchids", "our new hours", "with us"}},
      {"a WOW",
       acme(no_follow_up, years) + due,
       {"nothing yet; acme likes orchids", "our new hours"},
       {"do not"}},
      {"a WOW for somebody with nothing due",
       acme(no_follow_up, years, "birthday = 1985-11-28"),
       {"nothing yet; acme likes orchids"},
       {"do not"}},
  };
  const Envelope envelope{{{}, "a@example.com"}, {{{}, "b@example.com"}}, "s", {}};
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Today one{row.text, "2026-11-23"};
    const AgendaPage page{one.agenda, {}, {}};
    std::vector<std::pair<std::string, std::string>> pages;
    for (const Format& format : formats()) {
      if (format.name == "ics" || format.name == "remind")
        continue;  // they have room for items alone
      pages.emplace_back(format.name, format.message != nullptr ? format.message(page, envelope, {})
                                                                : format.page(page, {}));
    }
    pages.emplace_back(
        "show", find_format("text")->sheet(call_sheet(one.reading.book, 0, one.agenda.now), {}));
    for (const auto& page_of : pages) {
      const auto& name = page_of.first;
      const auto& text = page_of.second;
      CAPTURE(name);
      CAPTURE(text);
      for (const std::string& said : row.said) CHECK(text.find(said) != std::string::npos);
      for (const std::string& unsaid : row.unsaid) {
        // The call sheet has a line of its own for what they like.
        if (name != "show" || unsaid != "likes orchids")
          CHECK(text.find(unsaid) == std::string::npos);
      }
    }
  }
}
