#include "books.hpp"

using namespace care;
using namespace care::test;

namespace {

/// What to thank the first customer for, on 23 November.
std::string thanks(std::string_view text) {
  const Reading reading = book(text);
  const auto gratitude = plan_customer(reading.book, 0, at("2026-11-23")).thank_for;
  return gratitude ? to_string(*gratitude) : "";
}

const std::string long_known = acme("since = 2019-11-23");

std::string closed(std::string_view what, std::string_view on, std::string_view more) {
  return table("[[request]]", "customer = 'acme'", "what = '" + std::string{what} + "'",
               "asked = " + std::string{on}, "closed = " + std::string{on}, more);
}
std::string emergency(std::string_view what, std::string_view on,
                      std::string_view outcome = "done") {
  return closed(what, on, "urgent = true\noutcome = '" + std::string{outcome} + "'");
}
/// A request of 16 November whose alternative they took on the given day.
std::string accepted(std::string_view on) {
  return table("[[request]]", "customer = 'acme'", "what = 'the bell'", "id = 'bell'",
               "asked = 2026-08-01") +
         touch(on, "request = 'bell'", "outcome = 'alternative'", "offered = 'a horn'",
               "answer = 'accepted'");
}

struct Row {
  std::string name;
  std::string text;
  std::string expected;
};

template <std::size_t N>
void check_thanks(const Row (&rows)[N]) {
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(thanks(row.text) == row.expected);
  }
}

}  // namespace

TEST_CASE("R11: what to thank for is first of all what R8 would thank for") {
  check_thanks({
      {"a purchase", long_known + purchase("2026-11-20") + emergency("the lift", "2026-11-22"),
       "spring order"},
      {"a referral", long_known + customer("zen", "referred_by = 'acme'", "since = 2026-11-20"),
       "sending us zen"},
      {"a purchase that was thanked for",
       long_known + purchase("2026-11-20") + touch("2026-11-21", "thanked = 'it'"), ""},
      {"a purchase of long ago", long_known + purchase("2026-08-24"), "7 years with us"},
      {"a purchase of 90 days ago", long_known + purchase("2026-08-25"), "spring order"},
      {"a thanks that is snoozed is still what to thank for",
       long_known + purchase("2026-11-20") + snooze("2026-11-20", "2026-12-01"), "spring order"},
      {"somebody not to be contacted is thanked for nothing",
       acme("since = 2019-11-23", "status = 'do-not-contact'") + purchase("2026-11-20"), ""},
  });
}

TEST_CASE("R11: else the latest emergency solved, or alternative accepted") {
  check_thanks({
      {"an emergency", long_known + emergency("the lift", "2026-11-20"),
       "your patience with the lift"},
      {"an emergency that was withdrawn",
       long_known + emergency("the lift", "2026-11-20", "withdrawn"), "7 years with us"},
      {"a request that was no emergency",
       long_known + closed("the lift", "2026-11-20", "outcome = 'done'"), "7 years with us"},
      {"an alternative", long_known + accepted("2026-11-20"), "your patience with the bell"},
      {"the latest of them",
       long_known + accepted("2026-11-20") + emergency("the lift", "2026-11-19"),
       "your patience with the bell"},
      {"the latest of them, the other way round",
       long_known + accepted("2026-11-19") + emergency("the lift", "2026-11-20"),
       "your patience with the lift"},
      {"of one day the later in the file",
       long_known + emergency("the lift", "2026-11-20") + emergency("the door", "2026-11-20"),
       "your patience with the door"},
      {"thanked on its day",
       long_known + emergency("the lift", "2026-11-20") + touch("2026-11-20", "thanked = 'it'"),
       ""},
      {"thanked before",
       long_known + emergency("the lift", "2026-11-20") + touch("2026-11-19", "thanked = 'it'"),
       "your patience with the lift"},
      {"thanks that did not reach them",
       long_known + emergency("the lift", "2026-11-20") + attempt("2026-11-21", "thanked = 'it'"),
       "your patience with the lift"},
      {"90 days ago", long_known + accepted("2026-08-25"), "your patience with the bell"},
      {"91 days ago", long_known + accepted("2026-08-24"), "7 years with us"},
      {"it ends in the future", long_known + emergency("the lift", "2026-11-24"),
       "7 years with us"},
  });
}

TEST_CASE("R11: else the years with us, from the first") {
  check_thanks({
      {"the day before the first year", acme("since = 2025-11-24"), ""},
      {"the first year", acme("since = 2025-11-23"), "the first year with us"},
      {"the second", acme("since = 2024-11-23"), "2 years with us"},
      {"not yet the second", acme("since = 2024-11-24"), "the first year with us"},
      {"nobody knows since when", acme(), ""},
      {"since is still to come", acme("since = 2027-01-01"), ""},
      {"thanked 90 days ago", long_known + touch("2026-08-25", "thanked = 'it'"), ""},
      {"thanked 91 days ago", long_known + touch("2026-08-24", "thanked = 'it'"),
       "7 years with us"},
      {"thanked in vain", long_known + attempt("2026-11-20", "thanked = 'it'"), "7 years with us"},
      {"thanked before a talk that thanked for nothing",
       long_known + touch("2026-11-19", "thanked = 'it'") + touch("2026-11-20"), ""},
  });
}

TEST_CASE("R11: the years of one who came on 29 February grow on leap_day") {
  const auto years = [](std::string_view leap_day, std::string_view today) {
    const Reading reading = book(acme("since = 2020-02-29", leap_day));
    return plan_customer(reading.book, 0, at(today)).thank_for->years;
  };
  CHECK(years("leap_day = '02-28'", "2026-02-27") == 5);
  CHECK(years("leap_day = '02-28'", "2026-02-28") == 6);
  CHECK(years("leap_day = '03-01'", "2026-02-28") == 5);
  CHECK(years("leap_day = '03-01'", "2026-03-01") == 6);
}

TEST_CASE("R11: nothing is thanked for while an emergency of theirs is open") {
  check_thanks({
      {"an emergency", long_known + purchase("2026-11-20") + request("2026-11-22", "urgent = true"),
       ""},
      {"a request that is none", long_known + purchase("2026-11-20") + request("2026-11-22"),
       "spring order"},
      {"an emergency that is still to come",
       long_known + purchase("2026-11-20") + request("2026-11-24", "urgent = true"),
       "spring order"},
  });
}
