#include <care/render_formats.hpp>

#include <set>

#include "books.hpp"

using namespace care;
using namespace care::test;

TEST_CASE("each format has a name of its own, and shows an agenda") {
  std::set<std::string_view> names;
  for (const Format& format : formats()) {
    CAPTURE(format.name);
    CHECK(names.insert(format.name).second);
    CHECK(find_format(format.name) == &format);
    CHECK((format.page == nullptr) != (format.message == nullptr));
    // Only what is read as prose has a place for when the next thing is.
    CHECK((!format.shows_weeks || format.says_next));
  }
  CHECK(formats().front().name == "text");
  CHECK(find_format("pdf") == nullptr);
  CHECK(find_format("") == nullptr);
}

TEST_CASE("R16: all formats speak of a later day from the moment on which it was planned") {
  // Asked on Wednesday at 7:00; on Tuesday, Wednesday's page is that of its opening at 9:00.
  const Reading reading =
      read_text(acme(no_follow_up) + table("[[request]]", "customer = 'acme'", "what = 'stuck'",
                                           "urgent = true", "asked = 2026-11-25T07:00"));
  const Date wednesday = day("2026-11-25");
  const Agenda agenda = agenda_of_range(reading.book, at("2026-11-24"), wednesday, wednesday, {});
  REQUIRE(agenda.entries.size() == 1);
  CHECK(agenda.entries[0].items[0].when == State::overdue);
  const AgendaPage page{agenda, {}, {}};
  const Envelope envelope{{{}, "a@example.com"}, {{{}, "b@example.com"}}, "s", {}};
  for (const Format& format : formats()) {
    CAPTURE(format.name);
    std::string text =
        format.message != nullptr ? format.message(page, envelope, {}) : format.page(page, {});
    for (std::size_t at = 0; (at = text.find("\u00a0")) != std::string::npos;)
      text.replace(at, 2, " ");
    CAPTURE(text);
    const bool is_for_programs =
        format.name == "json" || format.name == "jsonl" || format.name == "csv";
    CHECK(text.find(is_for_programs ? "overdue" : "1 h 30 min late") != std::string::npos);
    CHECK(text.find("min left") == std::string::npos);
  }
}
