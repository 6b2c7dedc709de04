#include "review/support.hpp"

namespace care::test {
namespace {

std::string deficiencies(const Review& review) {
  std::string line;
  for (const Deficiency& one : review.deficiencies) {
    line += (line.empty() ? "" : ", ") +
            (one.owner ? std::string{review.book->staff[*one.owner].id} : "all") + " " +
            std::string{measures()[static_cast<std::size_t>(one.measure)].name} + " " +
            words(one.theirs) + " against " + words(one.others);
  }
  return line;
}

/// So many calls on days of November from the 2nd on, of which the first `heard` wrote words down.
std::string calls(std::string_view who, int total, int heard, int month = 11) {
  std::string text;
  for (int i = 0; i < total; ++i) {
    const std::string day =
        "2026-" + std::to_string(month) + (i < 8 ? "-0" : "-") + std::to_string(i + 2);
    text += of(who, "[[touch]]", day, "how = 'call'", i < heard ? "heard = 'so'" : "");
  }
  return text;
}

const std::string team =
    "[[staff]]\nid = 'dana'\nname = 'Dana'\n[[staff]]\nid = 'luis'\nname = 'Luis'\n";

}  // namespace

TEST_SUITE("review") {
  TEST_CASE("R22: attention") {
    const std::string text = acme("mood = 'strained'") + customer("zen") + customer("kit") +
                             touch("2026-11-02") + touch("2026-11-02") + touch("2026-11-03") +
                             of("zen", "[[touch]]", "2026-11-04");
    // 2 days of 1 strained, 1 of 2 others, in 15 days.
    const Attention attention = Reviewed{text, "2026-11-02", "2026-11-16"}.review.attention;
    CHECK(attention.strained == 4.0);
    CHECK(attention.others == 1.0);
    CHECK(attention.ratio == 4.0);
    const Attention none = Reviewed{customer("zen"), "2026-11-02", "2026-11-16"}.review.attention;
    CHECK(!none.strained);
    CHECK(none.others == 0.0);
    CHECK(!none.ratio);
  }

  TEST_CASE("R22: the load, and the forgotten") {
    const std::string text = team + acme("every = '10d'\nowner = 'dana'") +
                             customer("zen", "every = '30d'\nowner = 'luis'") +
                             customer("kit", "every = 'never'\nbecause = 'so'") +
                             touch("2026-10-01") + touch("2026-11-20") +
                             of("zen", "[[touch]]", "2026-09-01");
    const Reviewed reviewed{text, "2026-11-08", "2026-11-22"};
    CHECK(reviewed.review.load.asked == 4.0);
    CHECK(reviewed.review.load.done == 2.0);
    REQUIRE(reviewed.review.owner_loads.size() == 2);
    CHECK(reviewed.review.owner_loads[0].asked == 3.0);
    CHECK(reviewed.review.owner_loads[0].done == 2.0);
    CHECK(reviewed.review.owner_loads[1].done == 0.0);
    // 1 Sep + 30 d = Thu 1 Oct: on 22 Nov 52 days late.
    REQUIRE(reviewed.review.forgotten.size() == 1);
    CHECK(reviewed.review.forgotten[0].days_late == 52);
    CHECK(reviewed.review.forgotten[0].interval_days == 30);
    // On 31 Oct, 30 days late of 30: not yet.
    CHECK(Reviewed{text, "2026-10-01", "2026-10-31"}.review.forgotten.size() == 1);  // acme alone
  }

  TEST_CASE("R22: a load has contacts with active customers alone, which its sentence says") {
    const std::string text = acme("every = '30d'") +
                             customer("shy", "status = 'do-not-contact'\nbecause = 'so'") +
                             touch("2026-11-10");
    CHECK(Reviewed{text, "2026-11-01", "2026-11-30"}.review.barred_contacts == 0);
    const Reviewed reviewed{text + of("shy", "[[touch]]", "2026-11-11"), "2026-11-01",
                            "2026-11-30"};
    CHECK(reviewed.review.contacts == 2);
    CHECK(reviewed.review.barred_contacts == 1);
    CHECK(reviewed.review.load.done == 1.0);
  }

  TEST_CASE("R23: more than 15 points below the others") {
    const auto book_of = [](int dana_heard, int luis_heard) {
      return team + acme("owner = 'dana'") + customer("zen", "owner = 'luis'") +
             calls("acme", 20, dana_heard) + calls("zen", 20, luis_heard);
    };
    const auto told = [](std::string_view text) {
      return deficiencies(Reviewed{text, "2026-11-01", "2026-11-22"}.review);
    };
    CHECK(told(book_of(17, 20)) == "");  // 85 % and 100 %
    CHECK(told(book_of(16, 20)) == "dana heard 16 of 20 against 20 of 20");
    CHECK(told(book_of(20, 4)) == "luis heard 4 of 20 against 20 of 20");
    CHECK(told(team + acme("owner = 'dana'") + customer("zen", "owner = 'luis'") +
               calls("acme", 4, 0) + calls("zen", 20, 20)) == "");  // too few
  }

  TEST_CASE("R23: one owner is held against the period before") {
    const std::string text = acme() + calls("acme", 8, 2) + calls("acme", 8, 8, 10);
    CHECK(deficiencies(Reviewed{text, "2026-10-28", "2026-11-22"}.review) ==
          "all heard 2 of 8 against 8 of 8");
  }

  TEST_CASE("R23: the weakest step, wow aside") {
    const std::string text =
        acme("since = 2020-01-01") + calls("acme", 6, 3) + promise("2026-11-02");
    const Reviewed reviewed{text, "2026-11-01", "2026-11-22"};
    CHECK(reviewed.review.weakest == Measure::thanked);
    CHECK(!Reviewed{acme(), "2026-11-01", "2026-11-22"}.review.weakest);
  }

  TEST_CASE("an empty book, one customer, 366 days: something true is said") {
    const Reviewed empty{"", "2026-11-01", "2026-11-22"};
    CHECK(empty.review.customers == 0);
    CHECK(!empty.review.attention.others);
    CHECK(empty.review.load.asked == 0);
    CHECK(!empty.review.weakest);
    CHECK(!empty.review.purchases);
    const Reviewed year{acme("every = '1d'") + touch("2025-11-24"), "2025-11-23", "2026-11-23"};
    CHECK(words(year.of(Measure::follow_ups).now) == "0 of 1");
    CHECK(year.review.weeks.size() == 53);
    CHECK(year.review.weeks.front().owners == std::vector<int>{1});
  }

  TEST_CASE("owners and tags narrow the customers before all else") {
    const std::string text = team + acme("owner = 'dana'\ntags = ['west']") +
                             customer("zen", "owner = 'luis'") + calls("acme", 3, 1) +
                             calls("zen", 5, 5);
    const auto heard = [&](std::optional<StaffIndex> owner, std::vector<std::string> tags) {
      const Reviewed reviewed{text,  "2026-11-01",   "2026-11-22", "2026-11-23T09:00",
                              owner, std::move(tags)};
      return words(reviewed.of(Measure::heard).now);
    };
    CHECK(heard({}, {}) == "6 of 8");
    CHECK(heard(0, {}) == "1 of 3");
    CHECK(heard(1, {}) == "5 of 5");
    CHECK(heard({}, {"west"}) == "1 of 3");
    CHECK(heard(1, {"west"}) == "0 of 0");
  }

  TEST_CASE("what was appended later changes nothing of a past period") {
    const std::string text = acme("since = 2025-01-01") + customer("zen") + purchase("2026-10-01") +
                             touch("2026-10-05", "how = 'call'") + promise("2026-11-10") +
                             request("2026-11-10T09:00");
    const std::string later =
        touch("2026-11-23", "request = 'key'", "outcome = 'done'", "mood = 'strained'") +
        purchase("2026-11-23") + of("acme", "[[fact]]", "2026-11-23", "every = '1d'") +
        of("acme", "[[event]]", "2026-11-23", "what = 'Gala'", "date = '11-02'") +
        customer("kit", "added = 2026-11-23", "referred_by = 'zen'", "since = 2026-01-01");
    const auto told = [](std::string_view book, std::string_view now) {
      const Reviewed reviewed{book, "2026-11-01", "2026-11-22", now};
      std::string line = std::to_string(reviewed.review.customers);
      for (const Measured& measured : reviewed.review.measures) line += ", " + words(measured.now);
      return line + ", " + std::to_string(reviewed.review.load.asked);
    };
    CHECK(told(text, "2026-11-23T00:00") == told(text + later, "2026-12-01T12:00"));
  }
}

}  // namespace care::test
