#include <care/plan_quiet.hpp>

#include <algorithm>
#include <filesystem>

#include <care/render_formats.hpp>

#include "books.hpp"
#include "examples.hpp"
#include "in_windows.hpp"
#include "plain_book.hpp"
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
