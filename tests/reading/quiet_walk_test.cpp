#include "reading/quiet_walk.hpp"

#include <algorithm>
#include <filesystem>
#include <random>
#include <string>

#include <care/plan_quiet.hpp>

#include <doctest/doctest.h>

#include "examples.hpp"
#include "reading/drafting.hpp"
#include "reading/problems.hpp"
#include "reading/same.hpp"
#include "reading/support.hpp"

using namespace care;
using namespace care::reading;

namespace {

const Date today{std::chrono::year{2026} / 11 / 23};

/// What the walk and the records of the whole book say of a table.
struct Compared {
  int read = 0;   ///< by the walk
  int other = 0;  ///< those that it leaves to others
};

bool are_same(const QuietFacts& a, const QuietFacts& b) {
  return a.since == b.since && a.since_ahead == b.since_ahead && a.every == b.every &&
         a.ahead == b.ahead && a.behind == b.behind && a.is_busy == b.is_busy;
}

const Customer* customer_at(const Book& book, std::uint32_t line) {
  const auto found =
      std::ranges::find(book.customers, line, [](const Customer& one) { return one.at.line; });
  return found == book.customers.end() ? nullptr : &*found;
}
const Touch* touch_at(const Book& book, std::uint32_t line) {
  const auto found =
      std::ranges::find(book.touches.all, line, [](const Touch& one) { return one.at.line; });
  return found == book.touches.all.end() ? nullptr : &*found;
}

/// Whether nothing is wrong between two lines but what they name.
bool is_sound(const Reading& reading, std::uint32_t from, std::uint32_t to) {
  return std::ranges::none_of(reading.problems, [&](const Problem& problem) {
    const bool is_of_names = problem.code.starts_with("no-such-") || problem.code == "duplicate-id";
    return !is_of_names && problem.severity != Severity::note && problem.at.line >= from &&
           problem.at.line < to;
  });
}

/// Reads what begins at a line of the text, whose whole book is known.
template <class Facts>
void compare(std::string_view text, LineStart start, const Reading& whole, Compared& compared) {
  Book book;
  Problems problems;
  Values values{problems, *book.texts};
  const QuietDates dates{today};
  QuietWalk walk{values, dates};
  walk.begin(text.substr(start.offset), start);
  Facts facts;
  if (!walk.read(facts)) {
    CHECK(walk.here().offset == start.offset);
    CHECK(walk.here().line == start.line);
    ++compared.other;
    return;
  }
  ++compared.read;
  const LineStart end = walk.here();
  const std::string_view block = text.substr(start.offset, end.offset - start.offset);
  CHECK(end.line == start.line + std::ranges::count(block, '\n'));
  CHECK((end.offset == text.size() || text.substr(end.offset).starts_with("[[")));
  CAPTURE(test::shown_problems(whole));
  CAPTURE(block);
  CHECK(is_sound(whole, start.line, end.line));
  if constexpr (std::is_same_v<Facts, QuietPerson>) {
    const Customer* const customer = customer_at(whole.book, start.line);
    const auto next = text.substr(std::min(text.find("[[customer", end.offset), text.size()));
    const bool goes_on = !next.empty() && !next.starts_with("[[customer]]");
    if (customer == nullptr || goes_on) return;  // another has the id, or a part stands apart
    CHECK(facts.id == customer->id);
    CHECK(are_same(facts.facts, dates.facts(*customer)));
    CHECK(customer->status == Status::active);
    CHECK(!customer->mood);
    if (customer->tier) CHECK(facts.tier == whole.book.policy.tiers[*customer->tier].name);
    if (customer->owner) CHECK(facts.owner == whole.book.staff[*customer->owner].id);
  } else {
    const Touch* const touch = touch_at(whole.book, start.line);
    if (touch == nullptr) return;  // of nobody known
    CHECK(facts.whom == whole.book.customers[touch->customer].id);
    CHECK(facts.on == touch->on.day);
    CHECK(facts.mood == touch->mood);
    CHECK((touch->by.empty() || facts.by == touch->by));
    CHECK(touch->reached);
  }
}

/// Compares every table of a text.
void compare_all(std::string_view text, Compared& compared) {
  const Reading whole = read_with_care({{"book.toml", std::string{text}}});
  LineStart line{0, 1};
  while (line.offset < text.size()) {
    const std::string_view rest = text.substr(line.offset);
    if (rest.starts_with("[[customer]]")) ::compare<QuietPerson>(text, line, whole, compared);
    if (rest.starts_with("[[touch]]")) ::compare<QuietTouch>(text, line, whole, compared);
    line.offset += std::min(rest.find('\n'), rest.size() - 1) + 1;
    ++line.line;
  }
}

constexpr std::string_view sample =
    "[[customer]]\nid = \"acme\"\nname = \"Zoë Äther\"\nphone = [\"+1 602\", \"+1 603\"]\n"
    "email = \"a@b.example\"\ntags = [\"west\"]\nowner = \"dana\"\ntier = \"B\"\nevery = \"2w\"\n"
    "since = 2018-02-28\nadded = 2024-02-29\nbirthday = 1984-02-29\nlikes = [\"tea\", \"cake\"]\n"
    "notes = \"\"\"\none \ttwo\nthree ä\n\"\"\"\n\n"
    "[[customer.contact]]\nname = \"Mia\"\nrole = \"owner\"\nbirthday = 1990-12-31\n\n"
    "[[customer.event]]\nwhat = \"Opening day\"\ndate = 2010-06-12\n\n"
    "[[customer]]\nid = \"volt\"\nname = \"Volt\"\nphone = \"1\"\n\n\n"
    "[[touch]]\ncustomer = \"acme\"\non = 2026-11-20T09:15\nby = \"dana\"\nhow = \"call\"\n"
    "from = \"them\"\nsaid = \"hello\"\nheard = \"well, well\"\nthanked = \"it\"\n"
    "mood = \"strained\"\n\n"
    "[[touch]]\non = 2026-11-21\ncustomer = \"volt\"\n\n"
    "[[staff]]\nid = \"dana\"\nname = \"Dana\"\n";

}  // namespace

TEST_SUITE_BEGIN("reading");

TEST_CASE("what is read in haste is what the parser reads") {
  Compared compared;
  compare_all(sample, compared);
  CHECK(compared.read == 4);
  CHECK(compared.other == 0);
}

TEST_CASE("no slip is read in haste otherwise than the parser reads it") {
  constexpr std::string_view slips[] = {"\"",
                                        "'",
                                        "[",
                                        "]",
                                        " ",
                                        "=",
                                        "#",
                                        "\\",
                                        "\n",
                                        "\r\n",
                                        "\"\"\"",
                                        "\xff",
                                        "ä",
                                        "\t",
                                        ",",
                                        "\x7f",
                                        "é",
                                        "2",
                                        "0",
                                        "-",
                                        "\u200b",
                                        "[[touch]]\n",
                                        "mood",
                                        "tier = ",
                                        "T24",
                                        "9",
                                        "[x]\n",
                                        "\"\"",
                                        "id = \"x\"\n",
                                        "\n[[x]]\n",
                                        " = ",
                                        "from = ",
                                        "\x01",
                                        "\u00a0",
                                        "<<<<<<< a\n",
                                        "[[customer.contact]]\n",
                                        "status = \"former\"\n",
                                        "T10:30"};
  std::mt19937 chance{11};
  Compared compared;
  for (int round = 0; round < 3000; ++round) {
    std::string text{sample};
    for (int slip = 0; slip < 2; ++slip) {
      std::size_t at = chance() % text.size();
      if (chance() % 3 == 0) at = text.find('\n', at) + 1;
      if (chance() % 3 == 0) {
        text.erase(at, chance() % 6);
      } else {
        text.insert(at, slips[chance() % std::size(slips)]);
      }
    }
    CAPTURE(text);
    compare_all(text, compared);
  }
  CHECK(compared.read > compared.other);
  CHECK(compared.other > 1000);
}

TEST_CASE("a part that stands apart in a later file: the whole book is read") {
  const std::string first = std::string(5000, '\n') +
                            "[[request]]\ncustomer = \"acme\"\nwhat = \"x\"\nasked = 2026-11-20\n";
  const std::string second =
      "[[customer]]\nid = \"acme\"\nname = \"Acme\"\n\n"
      "[[request]]\ncustomer = \"acme\"\nwhat = \"y\"\nasked = 2026-11-20\n\n"
      "[[customer.contact]]\nname = \"Mia\"\n";
  const std::vector<Source> sources{{"a.toml", first}, {"b.toml", second}};
  CHECK(!read_for_pages(sources, today,
                        [](const Book& book, Date from) { return quiet_until(book, from, from); }));
  CHECK(read_book(sources).book.customers.at(0).contacts.size() == 1);
}

TEST_CASE("the examples are read in haste as the parser reads them") {
  const std::filesystem::path examples = test::project_directory() / "examples";
  Compared compared;
  for (const auto& entry : std::filesystem::recursive_directory_iterator{examples})
    if (entry.path().extension() == ".toml")
      compare_all(test::read_source(entry.path()).text.view(), compared);
  CHECK(compared.read > 40);
}

TEST_SUITE_END();
