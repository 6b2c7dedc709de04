#include "review/support.hpp"

namespace care::test {
namespace {

/// The state of the first customer at the end of 22 November 2026; empty where they have none.
std::string state(std::string_view text) {
  const Reviewed reviewed{text, "2026-11-22", "2026-11-22"};
  for (const Move& move : reviewed.review.moved) {
    if (move.customer == 0) return std::string{word(move.to)};
  }
  // Of one alone, the counts say it.
  for (std::size_t i = 0; i < loyalty_count; ++i) {
    if (reviewed.review.loyalty[i] > 0) return std::string{word(static_cast<Loyalty>(i))};
  }
  return {};
}

/// `acme: satisfied to strained`
std::string moves(const Review& review) {
  std::string line;
  for (const Move& move : review.moved) {
    line += (line.empty() ? "" : ", ") + std::string{review.book->customers[move.customer].id} +
            ": " + std::string{word(move.from)} + " to " + std::string{word(move.to)};
  }
  return line;
}

std::string ids(const Review& review, const std::vector<Unheard>& list) {
  std::string line;
  for (const Unheard& one : list) {
    line += (line.empty() ? "" : " ") + std::string{review.book->customers[one.customer].id};
  }
  return line;
}

}  // namespace

TEST_SUITE("review") {
  TEST_CASE("R21: with the first purchase of a house nobody stops coming back") {
    const std::string text = acme("since = 2020-01-01") + customer("zen", "since = 2020-01-01") +
                             touch("2026-08-01") + of("zen", "[[touch]]", "2026-08-01") +
                             purchase("2026-11-02");
    CHECK(moves(Reviewed{text, "2026-11-01", "2026-11-22"}.review).empty());
    CHECK(moves(Reviewed{text, "2026-10-10", "2026-11-01"}.review).empty());
  }

  TEST_CASE("R21: the states, the first that fits") {
    const std::string old = "since = 2020-01-01";
    const std::string lately = touch("2026-10-01");
    const std::string two = purchase("2025-11-23") + purchase("2026-11-22");
    const CaseRow rows[] = {
        {"strained", acme(old) + two + touch("2026-10-01", "mood = 'strained'"), "strained"},
        {"strained from the beginning", acme(old, "mood = 'strained'"), "strained"},
        {"bought on two days within a year", acme(old) + two, "returning"},
        {"a year ago to the day is no longer within it",
         acme(old) + lately + purchase("2025-11-22") + purchase("2026-11-22"), "satisfied"},
        {"a purchase that comes later is none yet",
         acme("since = 2024-11-22") + lately + purchase("2026-11-23"), "returning"},
        {"a purchase of long ago is one",
         acme("since = 2024-11-22") + lately + purchase("2016-11-23"), "satisfied"},
        {"twice on one day", acme(old) + purchase("2026-11-22") + purchase("2026-11-22"),
         "satisfied"},
        {"nobody writes purchases down: two years with us", acme("since = 2024-11-22") + lately,
         "returning"},
        {"not two years yet", acme("since = 2024-11-23") + lately, "satisfied"},
        {"new", acme("since = 2026-08-25"), "new"},
        {"no longer new", acme("since = 2026-08-24") + lately, "satisfied"},
        {"added of late", acme("since = 2025-08-24", "added = 2026-08-25") + lately, "new"},
        {"never contacted, and nobody knows since when", acme(), "new"},
        {"silent", acme(old) + purchase("2026-05-22") + touch("2026-05-22"), "silent"},
        {"a touch within half a year", acme("since = 2025-01-01") + touch("2026-05-23"),
         "satisfied"},
        {"a purchase", acme("since = 2025-01-01") + purchase("2026-05-23"), "satisfied"},
        {"a request", acme("since = 2025-01-01") + request("2026-05-23"), "satisfied"},
        {"an attempt is nothing", acme("since = 2025-01-01") + attempt("2026-10-01"), "silent"},
        {"not in the book's first half year",
         table("[book]", "started = 2026-05-23") + acme("since = 2025-01-01"), "satisfied"},
        {"but then", table("[book]", "started = 2026-05-22") + acme("since = 2025-01-01"),
         "silent"},
        {"since later", acme("since = 2026-11-23"), ""},
        {"added later", acme("added = 2026-11-23"), ""},
        {"former", acme(old, "status = 'former'"), ""},
    };
    for (const CaseRow& row : rows) {
      CAPTURE(row.name);
      CHECK(state(row.text) == row.expected);
    }
  }

  TEST_CASE("R21: who sends others") {
    const auto sent = [](std::string_view since) {
      const Reviewed reviewed{acme("since = 2025-01-01") + touch("2026-10-01") +
                                  customer("zen", "referred_by = 'acme'", since),
                              "2026-11-22", "2026-11-22"};
      return reviewed.review.loyalty[static_cast<std::size_t>(Loyalty::recommending)];
    };
    CHECK(sent("") == 1);
    CHECK(sent("since = 2024-11-23") == 1);
    CHECK(sent("since = 2024-11-22") == 0);
    CHECK(sent("since = 2026-11-23") == 0);
    CHECK(sent("added = 2026-11-23") == 0);
    const Reviewed loyal{acme("since = 2020-01-01") + customer("zen", "referred_by = 'acme'") +
                             purchase("2026-10-01") + purchase("2026-10-02"),
                         "2026-11-22", "2026-11-22"};
    CHECK(loyal.review.loyalty[static_cast<std::size_t>(Loyalty::loyal)] == 1);
  }

  TEST_CASE("R21: who moved, and who was not heard of for how long") {
    const std::string zen_touch = of("zen", "[[touch]]", "2026-10-01", "heard = 'so'");
    const std::string text =
        acme("since = 2025-01-01") + customer("zen", "since = 2025-01-01") +
        customer("kit", "since = 2025-01-01") + customer("gone", "since = 2025-01-01") +
        touch("2026-09-01") + touch("2026-11-10", "mood = 'strained'") + zen_touch +
        of("kit", "[[touch]]", "2026-09-15", "from = 'them'", "reached = false") +
        of("kit", "[[touch]]", "2026-10-15") + of("gone", "[[touch]]", "2026-10-15") +
        of("gone", "[[fact]]", "2026-11-05", "status = 'former'");
    const Reviewed reviewed{text, "2026-11-01", "2026-11-22"};
    CHECK(moves(reviewed.review) == "acme: satisfied to strained, gone: satisfied to former");
    CHECK(ids(reviewed.review, reviewed.review.satisfied) == "kit zen");
    CHECK(ids(reviewed.review, reviewed.review.strained) == "acme");
    CHECK(reviewed.review.customers == 3);
    CHECK(reviewed.review.contacts == 1);
  }
}

}  // namespace care::test
