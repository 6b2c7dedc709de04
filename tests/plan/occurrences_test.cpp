#include <care/plan_occasions.hpp>

#include "books.hpp"

using namespace care;
using namespace care::test;

namespace {

/// `2026-11-24 birthday (42), greeted 2026-11-20`, of each from November 2026 to January 2027.
std::string seen(std::string_view text) {
  const Reading reading = read_text(text);
  std::string all;
  for (const SeenOccurrence& one : occurrences_between(reading.book, 0, at("2026-11-23"),
                                                       day("2026-11-01"), day("2027-01-31"))) {
    all += all.empty() ? "" : ", ";
    all += iso(one.day) + ' ' + std::string{word(one.occasion.kind)};
    if (one.years) all += " (" + std::to_string(*one.years) + ")";
    if (one.marked) all += ", greeted " + iso(*one.marked);
  }
  return all;
}

const std::string only{occasions_only};

}  // namespace

TEST_CASE("R3: occurrences of past and coming days, with the touch that greeted each") {
  const std::string text = only + acme("birthday = 1984-11-24");
  CHECK(seen(text) == "2026-11-24 birthday (42)");
  CHECK(seen(text + touch("2026-11-20", "greeted = 'birthday'")) ==
        "2026-11-24 birthday (42), greeted 2026-11-20");
  CHECK(seen(text + touch("2026-03-20", "greeted = 'birthday'")) == "2026-11-24 birthday (42)");
}

TEST_CASE("R3: what has ended, or was before the book began, does not occur") {
  const std::string event = "[[customer.event]]\nwhat = 'fair'\ndate = '01-10'\n";
  CHECK(seen(only + acme(event)) == "2027-01-10 event");
  CHECK(seen(only + acme(event + "until = 2027-01-10")).empty());
  CHECK(seen("[book]\nstarted = 2026-11-10\n" + only + acme("birthday = '11-05'")).empty());
  CHECK(seen(only + acme("[[customer.event]]", "what = 'fair'", "date = 2026-12-01",
                         "yearly = false")) == "2026-12-01 event");
}
