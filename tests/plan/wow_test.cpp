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
