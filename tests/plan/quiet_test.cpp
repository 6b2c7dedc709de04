#include <care/plan_quiet.hpp>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <span>

#include <care/render_formats.hpp>

#include "books.hpp"
#include "draw.hpp"
#include "examples.hpp"
#include "project.hpp"

using namespace care;
using namespace care::test;

namespace {

/// The pages of some days as JSON, and how many customers were read for it.
struct JsonPage {
  std::string text;
  std::size_t customers = 0;
  bool is_due = false;
};

JsonPage page_of(const Reading& reading, Moment now, int days) {
  const Date last = day_of(now) + std::chrono::days{days - 1};
  const Agenda agenda = days == 1 ? agenda_of_today(reading.book, now, {})
                                  : agenda_of_range(reading.book, now, day_of(now), last, {});
  const AgendaPage page{agenda, reading.problems, std::nullopt};
  return {find_format("json")->page(page, Style{}), reading.book.customers.size(),
          anything_due(agenda)};
}

/// What came of reading a book for a page.
struct Compared {
  int pages = 0;   ///< that were read so, and not empty
  int quiet = 0;   ///< customers who were left out
  int others = 0;  ///< who were not
};

QuietOn quiet_for(int days) {
  return [days](const Book& book, Date today) {
    return quiet_until(book, today, today + std::chrono::days{days - 1});
  };
}

/// Reads a book for the pages of some days, and as a whole: both are the same.
void compare(const std::vector<Source>& sources, Moment now, Compared& compared, int days = 1) {
  const auto part = read_for_pages(sources, day_of(now), quiet_for(days));
  if (!part) return;
  const Reading whole = read_book(sources);
  CHECK(whole.problems.empty());
  const JsonPage page = page_of(*part, now, days);
  const JsonPage all = page_of(whole, now, days);
  CHECK(page.is_due == all.is_due);
  CHECK(problems_on(part->book, now).size() == problems_on(whole.book, now).size());
  compared.quiet += static_cast<int>(all.customers - page.customers);
  compared.others += static_cast<int>(page.customers);
  if (!page.is_due) return;
  ++compared.pages;
  CHECK(page.text == all.text);
}

/// A file of which so many bytes are looked at together, and not one that it does not have.
class FewBytes : public Pages {
 public:
  FewBytes(std::string text, std::size_t window) : text_{std::move(text)}, window_{window} {}
  void fetch() const override {}
  [[nodiscard]] std::size_t copy(std::size_t from, std::span<char> to) const override {
    return text_.copy(to.data(), to.size(), from);
  }
  [[nodiscard]] std::size_t window() const override { return window_; }
  [[nodiscard]] std::string_view text() const { return text_; }

 private:
  std::string text_;
  std::size_t window_;
};
FileText in_windows(const std::string& text, std::size_t window) {
  const auto pages = std::make_shared<const FewBytes>(text, window);
  return {std::shared_ptr<const Pages>{pages}, pages->text()};
}

/// As `care` writes it.
std::string in_double_quotes(std::string text) {
  std::ranges::replace(text, '\'', '"');
  return text;
}

/// Books as most are: nearly everybody is plain, and many days are near.
class PlainBook : Draw {
 public:
  explicit PlainBook(unsigned seed) : Draw{seed} {}

  std::string text() {
    std::string text = pick({"[book]\nstarted = 2025-01-01\nvalue = ['on time', 'by name']\n",
                             "[book]\nowner = 'ann'\n", ""});
    text += policy("tiers = { A = '2w', B = '1m', C = '10wd', D = 'never' }",
                   "holidays = ['12-25', { from = 2026-11-26, to = 2026-11-27 }]",
                   pick({"heads_up = '3d'", "heads_up = '1m'", "heads_up = '9d'", ""}),
                   pick({"belated = '0d'", "belated = '2w'", ""}),
                   pick({"anniversaries = 'all'", "anniversaries = 'none'", ""}),
                   pick({"leap_day = '03-01'", ""}), pick({"every = '6w'", "every = 'never'", ""}));
    text += table("[[staff]]", "id = 'ann'", "name = 'Ann'");
    text += table("[[staff]]", "id = 'joe'", "name = 'Joe'");
    if (chance(4)) {
      text += table("[[plan]]", "name = 'welcome'", "starts = 'since'", "from = 2026-10-01",
                    "steps = [{ after = '3d', what = 'call' }]");
    }
    constexpr int people = 24;
    for (int i = 0; i < people; ++i) text += person("c" + std::to_string(i));
    for (int i = 0; i < 3 * people; ++i) text += touch("c" + number(0, people - 1));
    for (int i = between(0, 3); i > 0; --i) text += something("c" + number(0, people - 1));
    return text;
  }

 private:
  std::string yearly() { return chance(8) ? "'02-29'" : "'" + date(-180, 180).substr(5) + "'"; }

  std::string person(const std::string& id) {
    std::string text = customer(
        id,
        pick({"every = '3w'", "every = '5wd'", "tier = 'A'", "tier = 'B'", "tier = 'C'",
              "tier = 'D'", "tier = 'B'\nevery = '2m'", "", ""}),
        pick({"owner = 'ann'", "owner = 'joe'", ""}), chance(2) ? "birthday = " + yearly() : "",
        chance(2) ? "since = " + date(-3000, -1) : "", pick({"added = 2026-11-01", "", ""}),
        pick({"value = ['two hours']", "tags = ['west']", "likes = ['tea']", "notes = 'x'"}),
        chance(30)
            ? pick({"mood = 'strained'", "status = 'former'", "at_most = '2m'", "every = 'never'",
                    "status = 'do-not-contact'", "leap_day = '03-01'", "birthday = 1850-11-20"})
            : "");
    if (chance(3)) {
      text += table("[[customer.contact]]", "name = 'Mia'", "birthday = " + yearly(),
                    chance(9) ? "left = 2026-11-01" : "");
    }
    if (chance(4)) {
      text += table("[[customer.event]]", "what = 'gala'", "date = " + yearly(),
                    chance(9) ? "prepare = '2w'" : "");
    }
    if (chance(9)) text += table("[customer.extra]", "coffee = 'black'");
    return text;
  }

  std::string touch(const std::string& id) {
    return of(
        id, "[[touch]]", date(-70, 0), "how = 'call'", pick({"heard = 'all is well'", ""}),
        pick({"mood = 'content'", "from = 'them'", "thanked = 'the order'", "by = 'ann'", ""}),
        chance(40) ? pick({"reached = false", "mood = 'strained'", "contact = 'Mia'",
                           "greeted = 'birthday'", "wow = 'a card'", "plan = 'welcome'"})
                   : "");
  }

  std::string something(const std::string& id) {
    switch (between(0, 4)) {
      case 0: return of(id, "[[purchase]]", date(-20, 0), "what = 'lamp'");
      case 1: return of(id, "[[snooze]]", date(-20, 0), "until = " + date(0, 20), "because = 'x'");
      case 2:
        return table("[[promise]]", "customer = '" + id + "'", "what = 'call'",
                     "due = " + date(-9, 60));
      case 3:
        return table("[[fact]]", "customer = '" + id + "'", "on = " + date(-9, 9), "every = '1w'");
      default:
        return table("[[request]]", "customer = '" + id + "'", "what = 'x'",
                     "asked = " + date(-9, 0));
    }
  }
};

}  // namespace

TEST_SUITE_BEGIN("plan");

TEST_CASE("a page is the same without those who are quiet") {
  Compared compared;
  for (unsigned seed = 1; seed <= 120; ++seed) {
    CAPTURE(seed);
    const std::string text = PlainBook{seed}.text();
    for (const char* today : {"2026-11-23", "2026-11-28", "2027-03-01"}) {
      CAPTURE(today);
      compare({{"book.toml", text}}, at(std::string{today} + "T08:00"), compared);
    }
  }
  CHECK(compared.pages > 100);
  CHECK(compared.quiet > compared.others / 4);
}

TEST_CASE("also those of several days") {
  Compared compared;
  for (unsigned seed = 201; seed <= 320; ++seed) {
    CAPTURE(seed);
    const std::string text = PlainBook{seed}.text();
    for (const int days : {2, 7, 10, 40}) {
      CAPTURE(days);
      compare({{"book.toml", text}}, at("2026-11-23T08:00"), compared, days);
      compare({{"book.toml", text}}, at("2026-12-28T08:00"), compared, days);
    }
  }
  CHECK(compared.pages > 500);
  CHECK(compared.quiet > compared.others / 10);
}

TEST_CASE("also of a file of which little is looked at together") {
  Compared compared;
  for (unsigned seed = 401; seed <= 460; ++seed) {
    CAPTURE(seed);
    const std::string text = in_double_quotes(PlainBook{seed}.text());
    const std::size_t half = text.rfind("[[customer]]", text.size() / 3);
    for (const std::size_t window : {40U, 100U, 333U, 1000U, 5000U, 100000U}) {
      CAPTURE(window);
      for (const char* before : {"", "\xef\xbb\xbf"}) {
        const std::vector<Source> parts{
            {"a.toml", in_windows(before + text.substr(0, half), window)},
            {"b.toml", in_windows(before + text.substr(half), window)}};
        compare({{"book.toml", in_windows(before + text, window)}}, at("2026-11-23T08:00"),
                compared);
        compare(parts, at("2026-11-23T08:00"), compared);
        const auto pieces = read_for_pages({{"book.toml", in_windows(before + text, window)}},
                                           day("2026-11-23"), quiet_for(1));
        const auto at_once = read_for_pages({{"book.toml", text}}, day("2026-11-23"), quiet_for(1));
        REQUIRE(pieces.has_value() == at_once.has_value());
        if (pieces) CHECK(pieces->book.places == at_once->book.places);
      }
    }
  }
  CHECK(compared.pages > 500);
  CHECK(compared.quiet > compared.others / 4);
}

TEST_CASE("long ids are compared to their end") {
  const std::string text = in_double_quotes(
      customer("saguaro-elevators-phoenix") + customer("saguaro-elevators-tucson") +
      of("saguaro-elevators-tucson", "[[touch]]", "2026-11-20") +
      of("saguaro-elevators-phoenix", "[[touch]]", "2026-11-23", "mood = \"strained\""));
  const auto read =
      read_for_pages({{"book.toml", in_windows(text, 64)}}, day("2026-11-23"), quiet_for(1));
  REQUIRE(read.has_value());
  REQUIRE(read->book.customers.size() == 1);
  CHECK(read->book.customers[0].id == "saguaro-elevators-phoenix");
  const std::string of_nobody = text + of("saguaro-elevators-payson", "[[touch]]", "2026-11-20");
  CHECK(
      !read_for_pages({{"book.toml", in_windows(of_nobody, 64)}}, day("2026-11-23"), quiet_for(1)));
}

TEST_CASE("also where thousands are not quiet") {
  Compared compared;
  std::string text = policy("every = '2w'");
  for (int i = 0; i < 3000; ++i) {
    const std::string id = "c" + std::to_string(i);
    text += customer(id, i % 3 == 0 ? "birthday = '11-24'" : "notes = 'x'") +
            of(id, "[[touch]]", i % 2 == 0 ? "2026-11-20" : "2026-11-02");
  }
  compare({{"book.toml", text}}, at("2026-11-23T08:00"), compared);
  CHECK(compared.pages == 1);
  CHECK(compared.quiet == 1000);
  CHECK(compared.others == 2000);
}

TEST_CASE("also that of the examples, whoever is quiet there") {
  Compared compared;
  for (const auto& entry : std::filesystem::directory_iterator{project_directory() / "examples"}) {
    if (entry.path().extension() != ".toml") continue;
    CAPTURE(entry.path().string());
    for (const char* today : {"2026-11-22", "2026-11-23", "2026-12-24", "2027-05-03"}) {
      compare({read_source(entry.path())}, at(std::string{today} + "T08:00"), compared);
    }
  }
  CHECK(compared.pages > 3);
}

TEST_CASE("what is out of the ordinary ends the short way, or wakes whom it is about") {
  const std::string plain = customer("a", "tier = 'A'") + customer("b", "tier = 'A'") +
                            "[[touch]]\ncustomer = 'a'\non = 2026-11-20\n"
                            "[[touch]]\ncustomer = 'b'\non = 2026-11-20\n";
  const auto left = [&](const std::string& more) {
    const auto part = read_for_pages({{"book.toml", policy("tiers = { A = '2w' }") + plain + more}},
                                     day("2026-11-23"), quiet_for(1));
    return part ? static_cast<int>(part->book.customers.size()) : -1;
  };
  CHECK(left("") == 0);
  CHECK(left("[[touch]]\ncustomer = 'b'\non = 2026-11-23\n") == 1);
  CHECK(left("[[touch]]\ncustomer = 'b'\non = 2026-11-22\nreached = false\n") == 1);
  CHECK(left("[[touch]]\ncustomer = 'b'\non = 2026-11-30\n") == 1);
  CHECK(left("[[touch]]\ncontact = 'b'\non = 2026-11-22\ncustomer = 'a'\n") == -1);
  CHECK(left("[[touch]]\nby = ''\non = 2026-11-22\ncustomer = 'a'\n") == 0);
  CHECK(left("[[promise]]\ncustomer = 'a'\nwhat = 'x'\ndue = 2027-11-30\n") == 1);
  CHECK(left("[[customer]]\nid = 'c'\nname = 'C'\nreferred_by = 'a'\n") == 2);
  CHECK(left("[[touch]]\ncustomer = 'c'\non = 2026-11-22\n") == -1);
  CHECK(left("[[customer]]\nid = 'b'\nname = 'C'\n") == -1);
  CHECK(left("[[customer]]\nid = 'c'\nname = 'C'\ntier = 'B'\n") == -1);
  CHECK(left("[[customer]]\nid = 'c'\nname = 'C'\nowner = 'B'\n") == -1);
  CHECK(left("[[customer]]\nid = 'c'\nname = 'C'\nnick = 'B'\n") == -1);
  CHECK(left("[[customer]]\nid = \"\\u0063\"\nname = 'C'\n\"tier\" = 'A'\n") == -1);
  CHECK(left("[[plan]]\ncustomer = 'a'\nwhat = 'x'\nfrom = 2027-01-01\n") == -1);
  CHECK(left("customer = []\n") == -1);
}

TEST_SUITE_END();
