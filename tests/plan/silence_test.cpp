#include "books.hpp"

using namespace care;
using namespace care::test;

namespace {

std::string silent(std::string_view text) {
  const Reading reading = book(text);
  const auto since = heard_nothing_since(reading.book, 0, day("2026-11-23"));
  return since ? day_words(*since) : "";
}

std::string mail(std::string_view on, std::string_view more = "") {
  return touch(on, "how = 'email'", more);
}

}  // namespace

TEST_CASE("R4: heard nothing since the first of three or more letters of ours without an answer") {
  struct Row {
    std::string name;
    std::string touches;
    std::string expected;
  };
  const std::string two = mail("2026-11-02") + mail("2026-11-03");
  const Row rows[] = {
      {"two letters", two, ""},
      {"three", two + mail("2026-11-04"), "Mon 2 Nov"},
      {"four: since the first", two + mail("2026-11-04") + mail("2026-11-01"), "Sun 1 Nov"},
      {"email, letter and text",
       mail("2026-11-02") + touch("2026-11-03", "how = 'letter'") +
           touch("2026-11-04", "how = 'text'"),
       "Mon 2 Nov"},
      {"a call among them", two + touch("2026-11-04", "how = 'call'"), ""},
      {"a gift among them", two + touch("2026-11-04", "how = 'gift'"), ""},
      {"a touch of no known channel", two + touch("2026-11-04"), ""},
      {"a letter of theirs", two + mail("2026-11-04", "from = 'them'"), ""},
      {"an answer was heard", two + mail("2026-11-04", "heard = 'fine'"), ""},
      {"only those after the answer count",
       mail("2026-10-01", "heard = 'fine'") + two + mail("2026-11-04"), "Mon 2 Nov"},
      {"one that did not arrive neither counts nor breaks",
       two + mail("2026-11-03", "reached = false") + mail("2026-11-04"), "Mon 2 Nov"},
      {"one that did not arrive is not the third", two + mail("2026-11-03", "reached = false"), ""},
      {"one that is still to come", two + mail("2026-11-24"), ""},
      {"one of today", two + mail("2026-11-23"), "Mon 2 Nov"},
      {"an answer that is still to come",
       two + mail("2026-11-04") + mail("2026-11-24", "heard = 'fine'"), "Mon 2 Nov"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(silent(acme() + row.touches) == row.expected);
  }
}
