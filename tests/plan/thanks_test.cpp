#include "books.hpp"

using namespace care;
using namespace care::test;

namespace {

const std::string quiet = acme(no_follow_up);

std::string bought(std::string_view on, std::string_view what = "order") {
  return of("acme", "[[purchase]]", on, "what = '" + std::string{what} + "'");
}
std::string thanked(std::string_view on, std::string_view more = "") {
  return touch(on, "thanked = 'it'", more);
}
std::string referral(std::string_view id, std::string_view since, std::string_view more = "") {
  return customer(id, "referred_by = 'acme'", "since = " + std::string{since}, more);
}

/// Bought on Wednesday 18 November: to thank for by Friday the 20th.
const std::string order = quiet + bought("2026-11-18");
constexpr const char* open = "6 thanks order today, due Fri 20 Nov";

}  // namespace

TEST_CASE("R8: a purchase calls for thanks from its day on, and is overdue after thank_within") {
  check_shown({
      {"the day before", order, "2026-11-17", ""},
      {"its day", order, "2026-11-18", open},
      {"the last day", order, "2026-11-20", open},
      {"after that", order, "2026-11-23", "6 thanks order overdue, due Fri 20 Nov, 3 late"},
      {"act is due, working day or not", policy("thank_within = '3d'") + order, "2026-11-18",
       "6 thanks order today, due Sat 21 Nov"},
      {"within 90 days", order, "2027-02-16", "6 thanks order overdue, due Fri 20 Nov, 88 late"},
      {"after 90 days", order, "2027-02-17", ""},
      {"the policy's thank_window", policy("thank_window = '3d'") + order, "2026-11-21",
       "6 thanks order overdue, due Fri 20 Nov, 1 late"},
      {"after it", policy("thank_window = '3d'") + order, "2026-11-22", ""},
      {"nothing was bought", policy("thank_window = '100y'") + quiet, "2026-11-20", ""},
      {"before the book started", "[book]\nstarted = 2026-11-19\n" + order, "2026-11-20", ""},
      {"on the day the book started", "[book]\nstarted = 2026-11-18\n" + order, "2026-11-20", open},
  });
}

TEST_CASE("R8: one who was thanked on or after the day needs no more thanks") {
  check_shown({
      {"thanked on its day", order + thanked("2026-11-18"), "2026-11-20", ""},
      {"thanked later", order + thanked("2026-11-20"), "2026-11-20", ""},
      {"thanked before", order + thanked("2026-11-17"), "2026-11-20", open},
      {"thanks that did not reach them", order + thanked("2026-11-19", "reached = false"),
       "2026-11-20", open},
      {"thanks that are still to come", order + thanked("2026-11-21"), "2026-11-20", open},
      {"when they called", order + thanked("2026-11-19", "from = 'them'"), "2026-11-20", ""},
      {"a talk without thanks", order + touch("2026-11-19"), "2026-11-20", open},
      {"a purchase after the thanks",
       quiet + bought("2026-11-16", "bell") + thanked("2026-11-17") + bought("2026-11-18"),
       "2026-11-20", open},
  });
}

TEST_CASE("R8: one item per customer, naming the latest cause") {
  check_shown({
      {"the latest purchase", order + bought("2026-11-16", "bell"), "2026-11-20", open},
      {"of one day the later in the file",
       quiet + bought("2026-11-18", "bell") + bought("2026-11-18"), "2026-11-20", open},
      {"one that is still to come does not count", order + bought("2026-11-21", "bell"),
       "2026-11-20", open},
      {"thanked for the latest: nothing is left of the earlier",
       quiet + bought("2026-11-16", "bell") + bought("2026-11-18") + thanked("2026-11-18"),
       "2026-11-20", ""},
  });
}

TEST_CASE("R8: a referral is dated by the since of the one who was referred") {
  check_shown({
      {"its day", quiet + referral("zen", "2026-11-18"), "2026-11-18",
       "6 thanks zen today, due Fri 20 Nov"},
      {"still to come", quiet + referral("zen", "2026-11-18"), "2026-11-17", ""},
      {"a referral of one day is later than the purchase",
       quiet + bought("2026-11-18") + referral("zen", "2026-11-18"), "2026-11-20",
       "6 thanks zen today, due Fri 20 Nov"},
      {"a later purchase counts before it", order + referral("zen", "2026-11-17"), "2026-11-20",
       open},
      {"a later referral counts before a purchase", order + referral("zen", "2026-11-19"),
       "2026-11-20", "6 thanks zen today, due Mon 23 Nov"},
      {"of two of one day the later in the book",
       quiet + referral("zen", "2026-11-18") + referral("yak", "2026-11-18"), "2026-11-20",
       "6 thanks yak today, due Fri 20 Nov"},
      {"one without a since is none", quiet + customer("zen", "referred_by = 'acme'"), "2026-11-20",
       ""},
      {"nor where thanks are never too late",
       policy("thank_window = '100y'") + quiet + customer("zen", "referred_by = 'acme'"),
       "2026-11-20", ""},
      {"before the book started",
       "[book]\nstarted = 2026-11-19\n" + quiet + referral("zen", "2026-11-18"), "2026-11-20", ""},
      {"of a former customer counts", quiet + referral("zen", "2026-11-18", "status = 'former'"),
       "2026-11-20", "6 thanks zen today, due Fri 20 Nov"},
      {"thanked for", quiet + referral("zen", "2026-11-18") + thanked("2026-11-18"), "2026-11-20",
       ""},
  });
  const Reading reading = book(quiet + referral("zen", "2026-11-18"));
  CHECK(plan_customer(reading.book, 0, at("2026-11-20")).items.at(0).referral);
}
