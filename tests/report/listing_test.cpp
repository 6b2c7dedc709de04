#include <care/report.hpp>

#include "books.hpp"

using namespace care;
using namespace care::test;

namespace {

/// `acme nick: strained; last Fri 23 Oct; Mon 23 Nov: 7 follow_up …`, one line a customer.
Shown listed(std::string_view text, const ListSelection& selection = {}) {
  const Reading reading = read_text(text);
  Shown lines;
  const Listing listing = list_customers(reading.book, at("2026-11-23"), selection);
  for (const CustomerIndex who : listing.customers) {
    const ListRow row = listing.row(who);
    std::string line{reading.book.customers[row.customer].id};
    if (row.owner) line += " " + std::string{reading.book.staff[*row.owner].id};
    line += ":";
    if (row.mood) line += " " + std::string{word(*row.mood)} + ";";
    if (row.last != nullptr) line += " last " + day_words(row.last->on.day) + ";";
    if (row.next) line += " " + day_words(row.next->day) + ": " + words(row.next->item);
    lines.push_back(line);
  }
  return lines;
}

std::string moods(std::string_view text) {
  const Reading reading = read_text(text);
  const Listing listing = list_customers(reading.book, at("2026-11-23"), {});
  const auto mood = listing.row(0).mood;
  return mood ? std::string{word(*mood)} : "";
}

const std::string none = policy("anniversaries = 'none'");

}  // namespace

TEST_CASE("a list says of each customer when the last talk was and what is next") {
  CHECK(listed(none + acme() + touch("2026-10-23") + customer("coming") +
               of("coming", "[[touch]]", "2026-11-20") + customer("quiet", no_follow_up)) ==
        Shown{"acme: last Fri 23 Oct; Mon 23 Nov: 7 follow_up today, due Sun 22 Nov, "
              "act Mon 23 Nov",
              "coming: last Fri 20 Nov; Mon 21 Dec: 7 follow_up today, due Sun 20 Dec, "
              "act Mon 21 Dec",
              "quiet:"});
}

TEST_CASE("what is next is today's most urgent item, else the first to come") {
  CHECK(listed(none + acme("birthday = '11-25'") + touch("2026-10-23") + promise("2026-11-20")) ==
        Shown{"acme: last Fri 23 Oct; Mon 23 Nov: 2 promise report overdue, due Fri 20 Nov, "
              "3 late"});
  CHECK(listed(none + acme("birthday = '11-25'") + touch("2026-10-23") +
               snooze("2026-11-20", "2026-11-26")) ==
        Shown{"acme: last Fri 23 Oct; Wed 25 Nov: 4 birthday acme today, due Wed 25 Nov"});
}

TEST_CASE("a list leaves out former customers, unless all are wanted") {
  const std::string text =
      none + customer("gone", "status = 'former'") + customer("here", no_follow_up);
  CHECK(listed(text) == Shown{"here:"});
  ListSelection all;
  all.all = true;
  CHECK(listed(text, all) == Shown{"gone:", "here:"});
}

TEST_CASE("a list can be asked for by owner, tag, tier and mood") {
  const std::string text =
      none +
      table("[[staff]]", "id = 'nick'", "name = 'Nick'", "backup = 'ana'",
            "away = [{ from = 2026-11-23, to = 2026-11-23 }]") +
      table("[[staff]]", "id = 'ana'", "name = 'Ana'") +
      customer("a", no_follow_up, "owner = 'nick'", "tags = ['west', 'vip']", "tier = 'A'") +
      customer("b", no_follow_up, "owner = 'ana'", "tags = ['east']", "tier = 'B'") +
      customer("c", no_follow_up, "mood = 'strained'");
  const auto list = [&](auto set) {
    ListSelection selection;
    set(selection);
    return listed(text, selection);
  };
  CHECK(list([](ListSelection& s) { s.owner = 0; }) == Shown{"a ana:"});
  CHECK(list([](ListSelection& s) { s.owner = 1; }) == Shown{"a ana:", "b ana:"});
  CHECK(list([](ListSelection& s) { s.tags = {"west", "north"}; }) == Shown{"a ana:"});
  CHECK(list([](ListSelection& s) { s.tier = "B"; }) == Shown{"b ana:"});
  CHECK(list([](ListSelection& s) { s.strained = true; }) == Shown{"c: strained;"});
}

TEST_CASE("a list tells the mood: strained by R5, else as of the latest touch that has one") {
  const auto mood = [](std::string_view on, std::string_view how) {
    return touch(on, "mood = '" + std::string{how} + "'");
  };
  CHECK(moods(acme()) == "");
  CHECK(moods(acme("mood = 'content'")) == "content");
  CHECK(moods(acme("mood = 'content'") + mood("2026-11-02", "delighted")) == "delighted");
  CHECK(moods(acme() + mood("2026-11-02", "delighted") + mood("2026-11-03", "content")) ==
        "content");
  CHECK(moods(acme() + mood("2026-11-02", "strained") + mood("2026-11-03", "content")) ==
        "strained");
  CHECK(moods(acme("mood = 'strained'") + mood("2026-11-02", "content") +
              mood("2026-11-03", "delighted")) == "delighted");
  CHECK(moods(acme() + mood("2026-11-24", "delighted")) == "");
}
