#include <care/render_formats.hpp>
#include <care/text.hpp>

#include "render/hand_made.hpp"
#include "render/words/periods.hpp"
#include "render/words/review.hpp"

using namespace care;
using namespace care::test;

namespace {

const std::vector<Problem> no_problem;

std::string text_of(const HandMade& made, std::size_t width = 80) {
  Style style;
  style.width = width;
  return find_format("text")->review({made.review, no_problem}, style);
}
bool has(std::string_view text, std::string_view what) {
  return text.find(what) != std::string_view::npos;
}
std::string sentences_of(const HandMade& made) {
  std::string all;
  for (const Sentence& each : review_sentences({made.review, no_problem})) all += each.text + "\n";
  return all;
}
std::string moves_of(const HandMade& made) {
  std::string all;
  for (const Sentence& each : move_sentences(made.review)) all += each.text + "\n";
  return all;
}

struct House : HandMade {
  House() : HandMade{house_book(), "2026-08-26", "2026-11-23"} { fill_house(*this); }
};
/// A book of one person: nobody of the staff.
struct Alone : HandMade {
  explicit Alone(std::string_view from = "2026-08-26", std::string_view to = "2026-11-23")
      : HandMade{customer("rosa") + customer("ben"), from, to} {
    review.purchases = review.referrals = true;
    review.contacts = 4;
  }
};

}  // namespace

TEST_CASE("a period reads as its months where it is whole ones") {
  const auto words = [](std::string_view from, std::string_view to) {
    return period_words({day(from), day(to)});
  };
  CHECK(words("2026-08-26", "2026-11-23") == "26 August to 23 November 2026");
  CHECK(words("2025-12-26", "2026-03-23") == "26 December 2025 to 23 March 2026");
  CHECK(words("2026-10-01", "2026-10-31") == "October 2026");
  CHECK(words("2026-07-01", "2026-09-30") == "July to September 2026");
  CHECK(words("2026-01-01", "2026-12-31") == "2026");
  CHECK(words("2026-11-23", "2026-11-23") == "23 November 2026");
  CHECK(words("2024-02-01", "2024-02-29") == "February 2024");
  CHECK(words("2024-02-01", "2024-02-28") == "1 February to 28 February 2024");
  const auto before = [](std::string_view from, std::string_view to) {
    return before_words({day(from), day(to)}, with_previous({day(from), day(to)}).previous);
  };
  for (const auto& [which, said] : {std::pair{LastPeriod::month, "the month before"},
                                    {LastPeriod::quarter, "the quarter before"},
                                    {LastPeriod::year, "the year before"}}) {
    const TwoPeriods both = last_whole(which, day("2026-11-23"));
    CHECK(before_words(both.period, both.previous) == said);
  }
  CHECK(before("2026-10-01", "2026-10-31") == "the 31 days before");
  CHECK(before("2025-11-23", "2026-11-23") == "the 366 days before");
  CHECK(before("2026-11-23", "2026-11-23") == "the day before");
}

TEST_CASE("every measure and every state stands on a page of a review, in its factor") {
  for (const MeasureRow& row : measures()) {
    CAPTURE(row.name);
    Alone made;
    made.measure(row.measure, {4, 5}, {1, 2});
    const ReviewWords words = words_of(ReviewPage{made.review, no_problem});
    REQUIRE(words.factors.size() == 1);
    CHECK(words.factors[0].measures.size() == 1);
    CHECK(folded(words.factors[0].title) == word(row.factor));
    const std::string text = text_of(made);
    CHECK(has(text, row.words));
    CHECK(has(text, "4 of 5   80 %   +30"));
  }
  for (std::size_t state = 0; state < loyalty_count; ++state) {
    Alone made;
    made.state(static_cast<Loyalty>(state), 2, 1);
    const ReviewWords words = words_of(ReviewPage{made.review, no_problem});
    const auto shown =
        std::ranges::find(words.states, static_cast<Loyalty>(state), &StateWords::state);
    REQUIRE(shown != words.states.end());
    CHECK(shown->now == 2);
    CHECK(has(text_of(made), std::string{shown->name} + " 2 (was 1)"));
  }
}

TEST_CASE("the text of a house's review") {
  const House made;
  const std::string text = text_of(made);
  CAPTURE(text);
  CHECK(
      text.starts_with("26 August to 23 November 2026                           Saguaro Elevator "
                       "Service\n61 customers, 412 contacts; compared with 28 May to 25 August\n"));
  CHECK(has(text,
            "REAL       promises kept on time            ■■■■■■■■■·   18 of  20   90 %    +4\n"));
  CHECK(has(text,
            "           birthdays and days kept          ■■■■■■■■··   21 of  26   81 %   new\n"));
  CHECK(has(text, "  Luis      6 of 7  8 of 13  30 of 68  14 of 68   25 of 41  2 of 8\n"));
  CHECK(
      has(text,
          "\n  prescott  Prescott <Hospital> & Sons                        heard 29 Oct, Luis\n"));
  CHECK(has(text, "\n  kiva      Kiva                                              never heard\n"));
  CHECK(has(text, "Before you call: care show ID"));
  CHECK(!has(text, "\x1b"));
}

TEST_CASE("no line of a review is wider than the terminal, whichever that is") {
  const House made;
  for (std::size_t width = 30; width <= 120; ++width) {
    CAPTURE(width);
    const std::string text = text_of(made, width);
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t end = text.find('\n', at);
      const std::string line = text.substr(at, end - at);
      CAPTURE(line);
      CHECK(display_width(line) <= std::min<std::size_t>(width, 100));
      at = end + 1;
    }
    for (const std::string_view always : {"18 of", "90 %", "Dana", "8 of 8", "prescott"}) {
      CHECK(has(text, always));
    }
  }
}

TEST_CASE("R22, R23: what went well first, then the one thing to mend, no percent without counts") {
  const House made;
  const std::string all = sentences_of(made);
  CAPTURE(all);
  CHECK(all ==
        "What goes best: emergencies solved on time, 6 of 6 (100 %).\n"
        "The one thing to mend: thanked when we spoke, 88 of 214 (41 %).\n"
        "Luis: purchases and referrals thanked, 2 of 8 (25 %); the others 9 of 11 (82 %).\n"
        "Luis: their words written down, 30 of 68 (44 %); the others 101 of 146 (69 %).\n"
        "Those who need you most hear most: 3.2 contacts in 30 days, the others "
        "1.8.\n"
        "Your rhythm asks for 158 contacts in 30 days; you had 137 (Luis 40 of 61).\n"
        "Requests that ended: 21 done, 3 by an alternative, 2 withdrawn.\n"
        "1 request open after an offer was refused: find another.\n"
        "Nobody is later than a whole interval.\n");
}

TEST_CASE("R23: a house of one owner is compared with the period before") {
  Alone made{"2026-07-01", "2026-09-30"};
  made.review.previous = last_whole(LastPeriod::quarter, day("2026-07-01")).period;
  made.measure(Measure::promises, {6, 10}, {9, 10});
  made.review.deficiencies = {{std::nullopt, Measure::promises, {6, 10}, {9, 10}}};
  made.review.weakest = Measure::promises;
  CHECK(has(sentences_of(made),
            "Promises kept on time: 6 of 10 (60 %), but 9 of 10 (90 %) in the quarter before.\n"));
  CHECK(!has(sentences_of(made), "goes best"));  // one measure is not both best and weakest
}

TEST_CASE("R22: attention, as its ratio says") {
  const auto said = [](double strained, double others) {
    Alone made;
    made.review.attention = {strained, others, strained / others};
    return sentences_of(made);
  };
  CHECK(has(said(0.4, 1.2), "hear least from you: 0.4 contacts in 30 days, the others 1.2."));
  CHECK(has(said(2.0, 1.0), "hear most: 2.0 contacts"));
  CHECK(has(said(1.01, 1.04), "hear least from you: 1.01 contacts in 30 days, the others 1.04"));
  CHECK(has(said(1.0, 1.0), "as often as the others: 1.00"));
  Alone none;
  none.review.attention = {1.0, std::nullopt, std::nullopt};
  CHECK(!has(sentences_of(none), "need you most"));
}

TEST_CASE("R22: who is later than a whole interval, the worst five") {
  Alone made;
  for (int i = 0; i < 7; ++i) {
    made.review.forgotten.push_back(
        {static_cast<CustomerIndex>(i % 2), {}, day("2026-09-01"), 83, 30});
  }
  CHECK(has(sentences_of(made),
            "Later than a whole interval: 7 customers, the worst first: rosa (83 "
            "days late), ben (83 days late), rosa (83 days late), ben (83 days "
            "late), rosa (83 days late) …\n"));
}

TEST_CASE("R21: each move is said once, what went well first") {
  using enum Loyalty;
  House made;
  made.review.moved = {{0, loyal, strained},
                       {1, satisfied, loyal},
                       {2, strained, satisfied},
                       {3, satisfied, silent},
                       {4, returning, former}};
  CHECK(moves_of(made) ==
        "1 became loyal (quail)\n1 no longer strained (prescott)\n"
        "1 became strained (verde from loyal)\n1 fell silent (kiva)\n1 left (harbor)\n");
  // Whatever the move, it is somewhere.
  for (std::size_t from = 0; from < loyalty_count + 2; ++from) {
    for (std::size_t to = 0; to < loyalty_count + 2; ++to) {
      if (from == to) continue;
      made.review.moved = {{0, static_cast<Loyalty>(from), static_cast<Loyalty>(to)}};
      CHECK(moves_of(made).starts_with("1 "));
    }
  }
}

TEST_CASE("a review of little says something true") {
  HandMade empty{"", "2026-08-26", "2026-11-23"};
  CHECK(text_of(empty) ==
        "26 August to 23 November 2026\n"
        "0 customers, 0 contacts; compared with 28 May to 25 August\n\n"
        "  No customers yet: care add NAME, or care import contacts.vcf\n");
  Alone nothing;
  nothing.review.contacts = 0;
  CHECK(has(text_of(nothing), "There was nothing to measure in these days."));
  CHECK(has(text_of(nothing), "Nobody is later than a whole interval."));
  Alone bare;
  bare.review.purchases = false;
  CHECK(has(sentences_of(bare),
            "The book has no purchase, so who comes back is told by years alone: "
            "care purchase.\n"));
  bare.review.referrals = false;
  CHECK(has(sentences_of(bare), "care purchase, care add --referred-by.\n"));
  for (const Format& format : formats()) {
    if (format.review == nullptr) continue;
    CAPTURE(format.name);
    CHECK(!format.review({empty.review, no_problem}, {}).empty());
    CHECK(!format.review({nothing.review, no_problem}, {}).empty());
  }
}

TEST_CASE("R15: nobody is to call whom a past review lists and who is not to be contacted now") {
  const std::string_view learned = "status = 'do-not-contact'";
  HandMade made{customer("rosa") + customer("ben") + of("ben", "[[fact]]", "2026-11-10", learned) +
                    customer("zed", "status = 'former'", "because = 'moved'"),
                "2026-10-01", "2026-10-31"};
  made.review.then = at("2026-10-31T23:59");
  made.review.strained = {{0, {}, {}}, {1, {}, {}}, {2, {}, {}}};
  made.review.contacts = 1;
  made.review.endings.refused = 1;
  const std::string text = text_of(made);
  CAPTURE(text);
  CHECK(has(text, "WHO WAS STRAINED (listen, do not sell): rosa (never heard). Before you call"));
  CHECK(!has(text, "ben"));
  CHECK(!has(text, "zed"));
  CHECK(has(text, "1 request open at the end after an offer was refused.\n"));
  CHECK(has(text, "Nobody was later than a whole interval then.\n"));
}

TEST_CASE("R5: nobody is to be won of a past review who is strained now") {
  HandMade made{customer("rosa") + customer("ben") +
                    of("rosa", "[[touch]]", "2026-11-10", "mood = 'strained'"),
                "2026-10-01", "2026-10-31"};
  made.review.then = at("2026-10-31T23:59");
  made.review.satisfied = {{0, {}, {}}, {1, {}, {}}};
  CHECK(has(text_of(made), "WHOM TO WIN (satisfied, not loyal): ben (never heard)."));
  made.review.strained = {{0, {}, {}}};
  CHECK(has(text_of(made), "WHO WAS STRAINED (listen, do not sell): rosa (never heard)"));
}

TEST_CASE("R22: four fifths of what the rhythm asks for are enough") {
  House made;
  double asked = 0;
  for (int customer = 0; customer < 5; ++customer) asked += 30.0 / 92;
  std::ranges::fill(made.review.owner_loads, Load{});
  made.review.owner_loads[0] = {asked, 4 * 30.0 / 92};
  CHECK(has(sentences_of(made), "in 30 days; you had 137.\n"));
}

TEST_CASE("R22: a single contact is not said as several") {
  Alone made;
  made.review.load = {1, 0.98};
  CHECK(has(sentences_of(made), "Your rhythm asks for 1 contact in 30 days; you had 1."));
  made.review.barred_contacts = 1;  // the head of the page counts it, too
  CHECK(has(sentences_of(made),
            "Your rhythm asks for 1 contact in 30 days with active customers; you had 1."));
  const std::string page = find_format("html")->review({made.review, no_problem}, {});
  CHECK(has(page, ": 1 contact in 30 days, asked for 1"));
  CHECK(has(page, "The full width is 1 contact in 30 days."));
}

TEST_CASE("nothing is drawn of days before the book began") {
  HandMade made{"[book]\nstarted = 2026-01-05\n" + customer("rosa"), "2025-10-01", "2025-12-31"};
  made.review.then = at("2025-12-31T23:59");
  made.review.load = {1, 0};
  CHECK(has(text_of(made), "Nothing is known of these days"));
  CHECK(words_of(ReviewPage{made.review, no_problem}).loads.empty());
  made.review.period = {day("2026-01-01"), day("2026-03-31")};
  CHECK(words_of(ReviewPage{made.review, no_problem}).loads.size() == 1);
}

TEST_CASE("a page says whose customers alone it is about") {
  House made;
  made.review.owner = 1;
  const ReviewPage page{made.review, no_problem, {"hotel", "<b>"}};
  CHECK(words_of(page).whose == "Saguaro Elevator Service, Luis's customers, tagged hotel or <b>");
}

TEST_CASE("a review of one person fits a screen") {
  Alone made;
  for (const MeasureRow& row : measures()) {
    if (row.measure != Measure::plans && row.measure != Measure::wow) {
      made.measure(row.measure, {5, 8}, {4, 8});
    }
  }
  made.state(Loyalty::loyal, 4, 3);
  made.state(Loyalty::satisfied, 9, 9);
  made.review.weakest = Measure::promises;
  made.review.load = {20, 18};
  made.review.strained = {{0, {}, day("2026-10-20")}};
  made.review.satisfied = {{1, {}, day("2026-09-19")}};
  const std::string text = text_of(made);
  CAPTURE(text);
  CHECK(std::ranges::count(text, '\n') <= 24);
  CHECK(has(text, "\nWHO IS STRAINED (listen, do not sell): rosa (heard 20 Oct)\n"));
}

TEST_CASE("all twelve measures of one person fit a screen too") {
  Alone made;
  for (const MeasureRow& row : measures()) made.measure(row.measure, {5, 8}, {4, 8});
  for (const auto& [state, count] : {std::pair{Loyalty::loyal, 4},
                                     {Loyalty::returning, 3},
                                     {Loyalty::newcomer, 1},
                                     {Loyalty::satisfied, 9},
                                     {Loyalty::silent, 2},
                                     {Loyalty::strained, 1}}) {
    made.state(state, count, count);
  }
  made.review.moved = {{0, Loyalty::returning, Loyalty::loyal}};
  made.review.weakest = Measure::promises;
  made.review.attention = {1.2, 0.8, 1.5};
  made.review.load = {20, 18};
  made.review.endings = {4, 1, 0, 0};
  made.review.strained = {{0, {}, day("2026-10-20")}};
  made.review.satisfied = {{1, {}, day("2026-09-19")}};
  const auto without_breaks = [](std::string text) {
    for (std::size_t at = 0; (at = text.find_first_of("\n ", at)) != std::string::npos;)
      text.erase(at, 1);
    return text;
  };
  for (const bool color : {false, true}) {
    Style style;
    style.width = 80;
    style.color = color;
    const std::string text = find_format("text")->review({made.review, no_problem}, style);
    CAPTURE(text);
    CHECK(std::ranges::count(text, '\n') <= 24);
    for (const MeasureRow& row : measures()) CHECK(has(text, row.words));
    CHECK(has(without_breaks(text), without_breaks(sentences_of(made))) != color);
    CHECK(has(text, "\x1b[38;5;130mThe one") == color);
    CHECK(has(text, "\nWHO IS STRAINED (listen, do not sell): rosa (heard 20 Oct). WHOM"));
    CHECK(text.ends_with("Before you call: care show ID\n"));
  }
  // Where more is to be said than a screen holds, it is said with room to breathe.
  made.review.forgotten = {{0, {}, day("2026-09-01"), 80, 30}, {1, {}, day("2026-09-01"), 70, 30}};
  made.review.endings = {4, 1, 1, 2};
  made.review.referrals = made.review.purchases = false;
  CHECK(has(text_of(made), "\n\nREAL"));
}
