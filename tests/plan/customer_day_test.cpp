#include "plan/customer_day.hpp"

#include "books.hpp"

using namespace care;
using namespace care::test;

TEST_CASE("a customer's day knows what has happened by then, and nothing later") {
  const Reading reading =
      book(acme() + touch("2026-11-25") + touch("2026-11-20", "thanked = 'it'") +
           attempt("2026-11-22", "thanked = 'it'") + touch("2026-11-21"));
  const auto last_on = [&](std::string_view now) {
    const CustomerDay today = gather(reading.book, 0, at(now));
    return std::to_string(today.touches.size()) + " touches, " + std::to_string(today.reached) +
           " reached, " + (today.last != nullptr ? iso(today.last->on) : "never") +
           (today.thanked_since(day("2026-11-20")) ? ", thanked" : "");
  };
  CHECK(last_on("2026-11-19") == "0 touches, 0 reached, never");
  CHECK(last_on("2026-11-20") == "1 touches, 1 reached, 2026-11-20, thanked");
  CHECK(last_on("2026-11-23") == "3 touches, 2 reached, 2026-11-21, thanked");
  CHECK(last_on("2026-11-25") == "4 touches, 3 reached, 2026-11-25, thanked");
  CHECK_FALSE(gather(reading.book, 0, at("2026-11-23")).thanked_since(day("2026-11-21")));
}

TEST_CASE("the touches from a day on begin with the first of that day") {
  const Reading reading = book(acme() + touch("2026-11-20") + touch("2026-11-22", "said = 'a'") +
                               touch("2026-11-22", "said = 'b'"));
  const CustomerDay today = gather(reading.book, 0, at("2026-11-23"));
  CHECK((*today.touches_from(day("2026-11-21")))->said == "a");
  CHECK((*today.touches_from(day("2026-11-22")))->said == "a");
  CHECK(today.touches_from(day("2026-11-23")) == today.touches.end());
}
