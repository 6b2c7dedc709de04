#include <care/render_formats.hpp>
#include <care/report.hpp>

#include <fmt/format.h>

#include <string>
#include <vector>

#include "books.hpp"
#include "together_ways.hpp"

using namespace care;
using namespace care::test;

// A large book is planned in halves: that is the same as planning all of it at once.

namespace {

const Together ways[] = {other_way_round, at_once};

/// Of so many that they are worth it, with something due on most days, and some whom nobody lists.
std::string large_book() {
  constexpr int count = 5000;
  std::string text = policy("per_day = 40", "escalate = '5d'") +
                     table("[[staff]]", "id = 'nick'", "name = 'Nick'",
                           "away = [{ from = 2026-11-25, to = 2026-11-27 }]", "backup = 'ana'") +
                     table("[[staff]]", "id = 'ana'", "name = 'Ana'");
  for (int i = 0; i < count; ++i) {
    const std::string id = fmt::format("c{:04}", i);
    text += customer(id, fmt::format("owner = '{}'", i % 3 == 0 ? "nick" : "ana"),
                     fmt::format("birthday = '{:02}-{:02}'", i % 12 + 1, i % 28 + 1),
                     i % 41 == 0 ? "status = 'former'" : fmt::format("tags = ['t{}']", i % 5));
    text += of(id, "[[touch]]", fmt::format("2026-{:02}-{:02}", i % 7 + 4, i % 29 + 1));
    if (i % 17 == 0)
      text += table("[[promise]]", fmt::format("customer = '{}'", id), "what = 'a report'",
                    fmt::format("due = 2026-11-{:02}", i % 30 + 1));
  }
  return text + table("[[customer]]", "id = 'lost'", "name = 'Lost'", "since = 2023-02-30");
}

/// What is called, and how often: so that halves are made where they should be.
struct Counted {
  const Together& together;
  int calls = 0;

  [[nodiscard]] Together counting() {
    return [this](const std::function<void()>& one, const std::function<void()>& other) {
      ++calls;
      together(one, other);
    };
  }
};

}  // namespace

TEST_CASE("a long list in halves is the same list") {
  const Reading reading = read_text(large_book());
  for (const ListOrder order : {ListOrder::book, ListOrder::next}) {
    ListSelection selection;
    selection.order = order;
    Listing listing = list_customers(reading.book, at("2026-11-23"), selection);
    REQUIRE(listing.customers.size() > 4000);
    Style style;
    style.color = order == ListOrder::next;
    const std::string whole = find_format("text")->listing(listing, style);
    for (const Together& together : ways) {
      Counted counted{together};
      listing.together = counted.counting();
      CHECK(find_format("text")->listing(listing, style) == whole);
      CHECK(counted.calls == 1);
    }
  }
}

TEST_CASE("the pages of a large book in halves are the same pages") {
  const Reading reading = read_text(large_book());
  const Book& book = reading.book;
  const Moment now = at("2026-11-23");
  for (Selection selection :
       {Selection{}, Selection{1, {}, {}, true}, Selection{{}, {"t1", "t2"}, {}}}) {
    const auto shown = [&] {
      const Agenda today = agenda_of_today(book, now, selection);
      Shown all = entries(today);
      for (const std::string& entry :
           entries(agenda_of_range(book, now, day("2026-11-24"), day("2026-12-31"), selection)))
        all.push_back(entry);
      const DueAhead ahead = due_ahead(today, 28, selection);
      for (const auto& of_day : ahead.days)
        for (const auto& [kind, count] : of_day)
          all.push_back(fmt::format("{} {}", word(kind), count));
      for (const Date day : today.changes) all.push_back(iso(day));
      all.push_back(fmt::format("{} {}", today.hidden.capped, today.hidden.other_owners));
      return all;
    };
    const Shown whole = shown();
    REQUIRE(whole.size() > 5000);
    for (const Together& together : ways) {
      Counted counted{together};
      selection.together = counted.counting();
      CHECK(shown() == whole);
      CHECK(counted.calls >= 2);
    }
  }
}

TEST_CASE("the words of a long page in halves are the same words") {
  const Reading reading = read_text(large_book());
  const Agenda weeks = agenda_of_range(reading.book, at("2026-11-23"), day("2026-11-23"),
                                       day("2026-12-31"), {1, {}, {}, true});
  REQUIRE(weeks.entries.size() > 2000);
  for (const std::string_view format : {"text", "html", "markdown"}) {
    AgendaPage page{weeks, reading.problems, {}};
    const std::string whole = find_format(format)->page(page, {});
    for (const Together& together : ways) {
      Counted counted{together};
      page.selection.together = counted.counting();
      CHECK(find_format(format)->page(page, {}) == whole);
      CHECK(counted.calls == 1);
    }
  }
}
