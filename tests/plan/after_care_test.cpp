#include "books.hpp"

using namespace care;
using namespace care::test;

namespace {

/// An emergency of Wednesday 18 November that ended that day: 2 working days later is Friday.
template <class... Rows>
std::string emergency(const Rows&... rows) {
  return request("2026-11-18T10:00", "urgent = true", rows...);
}
const std::string ended = emergency("closed = 2026-11-18", "outcome = 'done'");

/// Somebody with the last talk on the day of the emergency, or before.
const std::string recent = acme("every = '30d'") + touch("2026-11-16");

const std::string earlier =
    table("[[request]]", "customer = 'acme'", "what = 'door'", "asked = 2026-11-17",
          "urgent = true", "closed = 2026-11-17", "outcome = 'done'");

constexpr const char* due = "5 follow_up today, due Fri 20 Nov";
constexpr const char* regular = "7 follow_up coming, due Wed 16 Dec [later]";

std::string ratio(std::string_view text, std::string_view now) {
  const Reading reading = book(text);
  const CustomerPlan plan = plan_customer(reading.book, 0, at(now));
  REQUIRE(plan.items.size() == 1);
  REQUIRE(plan.items[0].follow_up.has_value());
  const FollowUp& follow_up = *plan.items[0].follow_up;
  CHECK(follow_up.after_care);
  return std::to_string(follow_up.ratio.late) + "/" + std::to_string(follow_up.ratio.interval);
}

}  // namespace

TEST_CASE("R4: an emergency that ended calls for after-care within 2 working days") {
  check_planned({
      {"the day before", recent + ended, "2026-11-19",
       "5 follow_up coming, due Fri 20 Nov [later]"},
      {"on its day", recent + ended, "2026-11-20", due},
      {"late", recent + ended, "2026-11-23", "5 follow_up overdue, due Fri 20 Nov, 3 late"},
      {"ended on a Saturday", recent + emergency("closed = 2026-11-21", "outcome = 'done'"),
       "2026-11-24", "5 follow_up today, due Tue 24 Nov"},
      {"withdrawn", recent + emergency("closed = 2026-11-18", "outcome = 'withdrawn'"),
       "2026-11-20", due},
      {"ended by a touch that reached nobody",
       recent + emergency() + attempt("2026-11-18", "request = 'key'", "outcome = 'done'"),
       "2026-11-20", due},
      {"ended by an alternative that they took",
       recent + emergency() +
           touch("2026-11-18", "request = 'key'", "outcome = 'alternative'", "offered = 'a lock'",
                 "answer = 'accepted'"),
       "2026-11-20", due},
      {"the earliest of two", recent + ended + earlier, "2026-11-20",
       "5 follow_up overdue, due Thu 19 Nov, 1 late"},
      {"the earliest of two, first in the file", recent + earlier + ended, "2026-11-20",
       "5 follow_up overdue, due Thu 19 Nov, 1 late"},
  });
}

TEST_CASE("R4: after-care is not called for by anything else") {
  check_planned({
      {"a request that was no emergency",
       recent + request("2026-11-18T10:00", "closed = 2026-11-18", "outcome = 'done'"),
       "2026-11-20", regular},
      {"an emergency that is open", recent + emergency(), "2026-11-20",
       "1 emergency key overdue, due Wed 18 Nov 10:30, 2 late | " + std::string{regular}},
      {"a touch on a later day that reached them", recent + ended + touch("2026-11-19"),
       "2026-11-20", "7 follow_up coming, due Sat 19 Dec, act Mon 21 Dec [later]"},
      {"a call of theirs on a later day", recent + ended + touch("2026-11-19", "from = 'them'"),
       "2026-11-20", "7 follow_up coming, due Sat 19 Dec, act Mon 21 Dec [later]"},
      {"a touch on the day of its end is not later", recent + ended + touch("2026-11-18"),
       "2026-11-20", due},
  });
}

TEST_CASE("R4: after-care only ever pulls the follow-up forward") {
  const auto talked_on = [](std::string_view date) { return acme("every = '30d'") + touch(date); };
  check_planned({
      {"due a day later: pulled", talked_on("2026-10-22") + ended, "2026-11-20", due},
      {"due on the same day: not pulled", talked_on("2026-10-21") + ended, "2026-11-20",
       "7 follow_up today, due Fri 20 Nov"},
      {"due earlier", talked_on("2026-10-20") + ended, "2026-11-20",
       "7 follow_up overdue, due Thu 19 Nov, 1 late"},
      {"never", acme(no_follow_up) + touch("2026-11-16") + ended, "2026-11-20", due},
      {"never, of the policy", policy("every = 'never'") + acme() + ended, "2026-11-20", due},
      {"it waits after an attempt, too", recent + ended + attempt("2026-11-20"), "2026-11-20",
       std::string{due} + " [waiting]"},
  });
}

TEST_CASE("R4: without a follow-up, after-care counts 30 days for its interval") {
  CHECK(ratio(acme(no_follow_up) + touch("2026-11-16") + ended, "2026-11-27") == "7/30");
  CHECK(ratio(acme("every = '40d'") + touch("2026-11-16") + ended, "2026-11-27") == "7/40");
}

TEST_CASE(
    "R4: no_plan comes from the customer's own \"never\" alone, and stands beside after-care") {
  const auto no_plan = [](std::string_view text, std::string_view now) {
    return planned(read_text(text).book, at(now));
  };
  CHECK(no_plan(acme("every = 'never'"), "2026-11-22") == "7 no_plan today, due Sun 22 Nov");
  CHECK(no_plan(acme("every = 'never'") + touch("2026-11-20"), "2026-11-22") ==
        "7 no_plan today, due Sun 22 Nov");
  CHECK(no_plan(acme("every = 'never'") + touch("2026-11-16") + ended, "2026-11-20") ==
        "5 follow_up today, due Fri 20 Nov | 7 no_plan today, due Fri 20 Nov");
  CHECK(no_plan(policy("tiers = { Z = 'never' }") + acme("tier = 'Z'"), "2026-11-20") == "");
  CHECK(no_plan(policy("every = 'never'") + acme(), "2026-11-20") == "");
  CHECK(no_plan(acme("every = 'never'") + attempt("2026-11-20"), "2026-11-20") ==
        "7 no_plan today, due Fri 20 Nov");
  CHECK(no_plan(acme("every = 'never'", "mood = 'strained'"), "2026-11-20") ==
        "7 no_plan today, due Fri 20 Nov");
}
