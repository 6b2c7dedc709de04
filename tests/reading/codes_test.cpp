#include <care/book_problems.hpp>

#include <algorithm>
#include <ostream>
#include <set>

#include <doctest/doctest.h>

#include "reading/support.hpp"

using namespace care;
using namespace care::test;

namespace {

struct Example {
  std::string_view code;
  std::string_view text;
};

/// The shortest text that each code is told of, below a customer "zen" with a request of each day.
constexpr Example examples[] = {
    {"syntax", "[[touch]]\nx"},
    {"not-utf8", "[[touch]]\n\xff"},
    {"too-deep", "[a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a.a]"},
    {"conflict-marker", "<<<<<<< HEAD"},
    {"stray-sign", "> [book]"},
    {"unknown-table", "[recipe]"},
    {"duplicate-table", "[book]\n[book]"},
    {"unknown-key", "[book]\nx = 1"},
    {"missing-key", "[[touch]]"},
    {"wrong-type", "[book]\nname = 1"},
    {"bad-value", "[policy]\nper_day = -1"},
    {"bad-date", "[book]\nstarted = 15:00"},
    {"bad-duration", "[policy]\nevery = \"x\""},
    {"bad-hours", "[policy]\nhours = [1]"},
    {"no-working-day", "[policy]\nworkdays = []"},
    {"no-working-hours", "[policy]\nhours = []"},
    {"duplicate-id", "[[customer]]\nid = \"zen\""},
    {"duplicate-name",
     "[[message]]\nname = \"a\"\ntext = \"x\"\n[[message]]\nname = \"A\"\ntext = \"x\""},
    {"unknown-field", "[[message]]\nname = \"a\"\ntext = \"{cal_me}\""},
    {"ambiguous-id",
     "[[touch]]\ncustomer = \"zen\"\non = 2026-11-02\nrequest = \"zen-2026-11-01\""},
    {"no-such-customer", "[[touch]]\ncustomer = \"x\""},
    {"no-such-staff", "[book]\nowner = \"x\""},
    {"no-such-tier", "[[customer]]\ntier = \"x\""},
    {"no-such-contact", "[[touch]]\ncustomer = \"zen\"\non = 2026-11-02\ncontact = \"x\""},
    {"no-such-request", "[[touch]]\ncustomer = \"zen\"\non = 2026-11-02\nrequest = \"x\""},
    {"no-such-promise", "[[touch]]\ncustomer = \"zen\"\non = 2026-11-02\npromise = \"x\""},
    {"no-such-event", "[[ready]]\ncustomer = \"zen\"\non = 2026-11-02\nwhat = \"x\""},
    {"replaces-in-a-circle",
     "[[promise]]\ncustomer = \"zen\"\ndue = 2026-11-02\nwhat = \"x\"\nid = \"p\"\nreplaces = "
     "\"p\""},
    {"alternative-needed", "[[request]]\noutcome = \"no\""},
    {"outcome-needed", "[[request]]\nclosed = 2026-11-02"},
    {"request-needed", "[[touch]]\ncustomer = \"zen\"\non = 2026-11-02\nanswer = \"refused\""},
};

/// Told by the plan, as they depend on the day.
constexpr std::string_view of_the_day[] = {"future-record",       "impossible-birthday",
                                           "snooze-not-allowed",  "former-but-open",
                                           "no-such-plan",        "plan-fits-nobody",
                                           "no-next-touch",       "at-most-too-short",
                                           "escalates-to-nobody", "wow-again"};

/// Told of files of which nothing was read.
constexpr std::string_view of_files[] = {"unreadable-file", "not-a-book", "sync-copy"};

constexpr std::string_view before =
    "[[customer]]\nid = \"zen\"\nname = \"Zen\"\n"
    "[[request]]\ncustomer = \"zen\"\nasked = 2026-11-01\nwhat = \"a\"\n"
    "[[request]]\ncustomer = \"zen\"\nasked = 2026-11-01\nwhat = \"b\"\n";

}  // namespace

TEST_CASE("each code of the list is told of something, and no other") {
  std::set<std::string_view> known{std::begin(of_the_day), std::end(of_the_day)};
  for (const Example& example : examples) {
    CAPTURE(example.code);
    known.insert(example.code);
    const Reading reading = read_text(std::string{before} + std::string{example.text} + "\n");
    CHECK(std::ranges::find(reading.problems, example.code, &Problem::code) !=
          reading.problems.end());
  }
  const Reading lost = read_book({{"a.toml", {}, "No such file"},
                                  {"b.toml", std::string{"id,name\na,b\n"}},
                                  {"c 2.toml", std::string{}},
                                  {"c.toml", std::string{before}}});
  REQUIRE(lost.problems.size() >= std::size(of_files));
  for (std::size_t i = 0; i < std::size(of_files); ++i) {
    CHECK(lost.problems[i].code == of_files[i]);
    known.insert(of_files[i]);
  }
  CHECK(lost.book.customers.size() == 1);
  CHECK(lost.book.unreadable.size() == 2);
  std::set<std::string_view> listed;
  for (const ProblemCode& one : problem_codes) {
    CAPTURE(one.code);
    CHECK(listed.insert(one.code).second);
    CHECK(one.meaning.ends_with('.'));
  }
  CHECK(listed == known);
}
