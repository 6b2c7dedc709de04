#include <care/render_formats.hpp>

#include "render/words/page.hpp"

#include "books.hpp"

using namespace care;
using namespace care::test;

TEST_CASE("R15: the last line counts what is left out, by reason") {
  const auto due = [](std::string_view id, std::string_view more = "") {
    return customer(id, more) + of(id, "[[touch]]", "2026-10-23");
  };
  const Today one{
      policy("per_day = 1") + due("a") + due("b") + due("c") +
          of("c", "[[touch]]", "2026-11-22", "reached = false") + due("d") +
          of("d", "[[snooze]]", "2026-11-20", "until = 2026-12-01", "because = 'move'") +
          due("e", "status = 'do-not-contact'"),
      "2026-11-23"};
  CHECK(hidden_words(one.agenda) ==
        "Left out: 1 over today's limit, 1 waiting for the next try, 1 snoozed, 1 not to contact");
  CHECK(hidden_words(Today{due("a"), "2026-11-23"}.agenda) == "");
}

TEST_CASE("R15: the last line says whose other entries there are") {
  const auto of_staff = [](std::string_view id, std::string_view name) {
    return table("[[staff]]", "id = '" + std::string{id} + "'",
                 "name = '" + std::string{name} + "'") +
           customer("c-" + std::string{id}, "owner = '" + std::string{id} + "'");
  };
  Selection nick;
  nick.owner = 0;
  const std::string two = of_staff("nick", "Nick Petra") + of_staff("ana", "Ana Ruiz");
  CHECK(hidden_words(Today{two, "2026-11-23", nick}.agenda) == "Left out: 1 entry of Ana");
  CHECK(
      hidden_words(Today{two + of_staff("tom", "Tom") + of_staff("eve", "Eve"), "2026-11-23", nick}
                       .agenda) == "Left out: 3 entries of Ana, Tom and Eve");
}

TEST_CASE("the head of a page counts what is urgent, then the rest") {
  const auto summary_of = [](std::string_view text) {
    return summary_words(Today{text, "2026-11-23"}.agenda);
  };
  const auto with = [](std::string_view id, std::string_view header, std::string_view rows) {
    return customer(id, no_follow_up) +
           table(header, "customer = '" + std::string{id} + "'", "what = 'it'", rows);
  };
  CHECK(summary_of(customer("a")) == "1 customer to care for");
  CHECK(summary_of(customer("a") + customer("b")) == "2 customers to care for");
  CHECK(summary_of(with("a", "[[request]]", "asked = 2026-11-23\nurgent = true") +
                   with("b", "[[request]]", "asked = 2026-11-19") +
                   with("c", "[[promise]]", "due = 2026-11-19") +
                   with("d", "[[promise]]", "due = 2026-11-20") + customer("e") +
                   "[[customer]]\nid = 'lost'\nname = \n") ==
        "1 entry could not be read, 1 emergency, 1 late request, 2 late promises, 1 more");
}

TEST_CASE("pages of the first working day of a month end with a look back") {
  const auto ends = [](std::string_view now, std::string_view more = "") {
    const Today one{std::string{more} + customer("acme"), now};
    return words_of(AgendaPage{one.agenda, {}, {}}, false).new_month;
  };
  // November 2026 begins on a Sunday.
  CHECK(ends("2026-11-02") == "A new month: `care review --last month` shows how October went.");
  CHECK(ends("2026-11-01") == "");
  CHECK(ends("2026-11-03") == "");
  CHECK(ends("2027-01-01") == "A new month: `care review --last month` shows how December went.");
  CHECK(ends("2027-01-01", policy("holidays = ['01-01']")) == "");
  CHECK(ends("2027-01-04", policy("holidays = ['01-01']")) != "");
  // There was no October for a book that began in November, nor for one without customers.
  CHECK(ends("2026-11-02", "[book]\nstarted = 2026-11-01\n") == "");
  CHECK(ends("2026-11-02", "[book]\nstarted = 2026-10-31\n") != "");
  CHECK(words_of(AgendaPage{Today{"", "2026-11-02"}.agenda, {}, {}}, false).new_month == "");
}

TEST_CASE("what is read as prose says so, and what is for programs does not") {
  const Reading reading = book(customer("acme"));
  const Agenda today = agenda_of_today(reading.book, at("2026-11-02"), {});
  const Agenda week =
      agenda_of_range(reading.book, at("2026-11-02"), day("2026-11-02"), day("2026-11-08"), {});
  const Agenda later =
      agenda_of_range(reading.book, at("2026-11-02"), day("2026-11-03"), day("2026-11-08"), {});
  const Envelope envelope{{{}, "a@example.com"}, {{{}, "b@example.com"}}, "s", {}};
  for (const Format& format : formats()) {
    CAPTURE(format.name);
    const auto says = [&](const Agenda& agenda) {
      const AgendaPage page{agenda, {}, {}};
      const std::string text =
          format.message != nullptr ? format.message(page, envelope, {}) : format.page(page, {});
      return text.find("A new month") != std::string::npos;
    };
    const bool prose = format.name == "text" || format.name == "markdown" ||
                       format.name == "html" || format.name == "email";
    CHECK(says(today) == prose);
    CHECK(says(week) == prose);
    CHECK(!says(later));
  }
}
