#include "books.hpp"

using namespace care;
using namespace care::test;

namespace {

/// Whether the follow-up is too late, and beyond what may pass at most: `beyond 3w`.
std::string lateness(std::string_view text, std::string_view now) {
  const Reading reading = book(text);
  for (const Item& item : plan_customer(reading.book, 0, at(now)).items) {
    if (!item.follow_up) continue;
    if (item.follow_up->beyond) return "beyond " + spelled(*item.follow_up->beyond);
    return item.follow_up->too_late ? "too late" : "in time";
  }
  return "none";
}

std::string codes(std::string_view text) {
  std::string all;
  const Reading reading = read_text(text);
  for (const Problem& problem : problems_on(reading.book, at("2026-11-23")))
    all += (all.empty() ? "" : " ") + std::string{problem.code};
  return all;
}

const std::string policy_of_all = policy("every = '1w'", "at_most = '10d'",
                                         "tiers = { A = { every = '2w', at_most = '3w' }, "
                                         "B = '1m' }");

}  // namespace

TEST_CASE("R4: at_most is of the level that gives the interval, or a nearer one") {
  struct Row {
    std::string text, now, expected;
  };
  const std::string last = touch("2026-11-02");
  const Row rows[] = {
      {policy_of_all + acme() + last, "2026-11-12", "in time"},
      {policy_of_all + acme() + last, "2026-11-13", "beyond 10d"},
      {policy_of_all + acme("tier = 'A'") + last, "2026-11-23", "in time"},
      {policy_of_all + acme("tier = 'A'") + last, "2026-11-24", "beyond 3w"},
      {policy_of_all + acme("tier = 'B'") + last, "2026-11-24", "in time"},
      {policy_of_all + acme("tier = 'B'") + last, "2027-01-24", "too late"},
      {policy_of_all + acme("tier = 'A'", "every = '1d'") + last, "2026-11-24", "too late"},
      {policy_of_all + acme("tier = 'B'", "at_most = '5w'") + last, "2026-12-07", "in time"},
      {policy_of_all + acme("tier = 'B'", "at_most = '5w'") + last, "2026-12-08", "beyond 5w"},
      {policy_of_all + acme("every = '1w'", "at_most = '1w'") + last, "2026-11-10", "beyond 1w"},
      // Instead of half an interval.
      {policy_of_all + acme("every = '1d'", "at_most = '1y'") + last, "2026-11-24", "in time"},
      // Never contacted: from the latest of since, added and started.
      {policy_of_all + acme("since = 2026-11-02") + customer("zen"), "2026-11-13", "beyond 10d"},
      {policy_of_all + acme("since = 2026-11-02", "added = 2026-11-10"), "2026-11-20", "in time"},
      {"[book]\nstarted = 2026-11-10\n" + policy_of_all + acme() + last, "2026-11-20", "in time"},
      {"[book]\nstarted = 2026-11-10\n" + policy_of_all + acme() + last, "2026-11-21",
       "beyond 10d"},
      {policy_of_all + acme(), "2026-11-21", "in time"},
      {policy_of_all + acme(no_follow_up, "at_most = '1d'") + last, "2026-11-24", "none"},
      // Learned, and from its day on.
      {policy_of_all + acme() + last + of("acme", "[[fact]]", "2026-11-16", "at_most = '9d'"),
       "2026-11-15", "beyond 10d"},
      {policy_of_all + acme() + last + of("acme", "[[fact]]", "2026-11-16", "at_most = '20d'"),
       "2026-11-16", "in time"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(lateness(row.text, row.now) == row.expected);
  }
}

TEST_CASE("R12: what has waited longer than it may is never left out") {
  const auto customers = [](std::string_view at_most) {
    return policy("per_day = 1", "every = '1w'", at_most) +
           "[[customer]]\nid = 'acme'\nname = 'Acme'\n[[customer]]\nid = 'zen'\nname = 'Zen'\n" +
           touch("2026-11-02") + of("zen", "[[touch]]", "2026-11-03");
  };
  CHECK(ids(Today{customers(""), "2026-11-23"}.agenda) == "acme");
  const Today all{customers("at_most = '2w'"), "2026-11-23"};
  CHECK(ids(all.agenda) == "acme zen");
  CHECK(all.agenda.hidden.capped == 0);
}

TEST_CASE("at_most shorter than every is a problem") {
  CHECK(codes(policy("every = '2w'", "at_most = '14d'") + acme()) == "");
  CHECK(codes(policy("every = '2w'", "at_most = '9wd'") + acme()) == "at-most-too-short");
  CHECK(codes(policy("tiers = { A = { every = '2w', at_most = '1w' } }") + acme()) ==
        "at-most-too-short");
  CHECK(codes(acme("at_most = '29d'")) == "at-most-too-short");
  CHECK(codes(acme("every = 'never'", "because = 'x'", "at_most = '1d'")) == "");
  const std::string bad = policy("tiers = { A = { at_most = '1w' }, B = { every = '1m', x = 1 } }");
  CHECK(told(read_text(bad)) == "missing-key 2:15, unknown-key 2:55");
}

TEST_CASE("R14: what is very late also stands on the agenda of the book's owner") {
  const auto staff = [](std::string_view id, std::string_view more) {
    return table("[[staff]]", "id = '" + std::string{id} + "'", "name = 'x'", more);
  };
  const auto page = [&](std::string_view now, StaffIndex owner, std::string_view boss) {
    Selection selection;
    selection.owner = owner;
    const std::string text =
        std::string{boss} + policy("escalate = '2wd'") +
        staff("boss", "away = [{ from = 2026-11-30, to = 2026-11-30 }]\nbackup = 'eva'") +
        staff("nick", "") + staff("eva", "") + acme("owner = 'nick'", no_follow_up) +
        promise("2026-11-20");
    const Today today{text, now, selection};
    CHECK(today.agenda.hidden.other_owners == (today.agenda.entries.empty() ? 1 : 0));
    return entries(today.agenda).empty() ? "" : entries(today.agenda).front();
  };
  const std::string of_boss = "[book]\nowner = 'boss'\n";
  constexpr StaffIndex boss = 0;
  constexpr StaffIndex eva = 2;
  CHECK(page("2026-11-23", boss, of_boss).empty());
  CHECK(page("2026-11-24", boss, of_boss) ==
        "nick's acme: 2 promise report overdue, due Fri 20 Nov, 4 late");
  CHECK(page("2026-11-24", eva, of_boss).empty());
  CHECK(page("2026-11-30", eva, of_boss) ==
        "nick's acme: 2 promise report overdue, due Fri 20 Nov, 10 late");
  CHECK(page("2026-11-30", boss, of_boss).empty());
  CHECK(page("2026-11-24", boss, "").empty());
  CHECK(codes(policy("escalate = '2wd'")) == "escalates-to-nobody");
  CHECK(codes("[book]\nowner = 'x'\n" + policy("escalate = '2wd'") + staff("x", "")) == "");
}

TEST_CASE("R14: an entry says who sees it too, unless it is theirs") {
  const auto seen_by = [](std::string_view owner, std::string_view now) {
    const std::string text = "[book]\nowner = 'boss'\n" + policy("escalate = '2wd'") +
                             table("[[staff]]", "id = 'boss'", "name = 'x'") +
                             table("[[staff]]", "id = 'nick'", "name = 'x'") +
                             acme("owner = '" + std::string{owner} + "'", no_follow_up) +
                             promise("2026-11-20");
    return Today{text, now}.agenda.entries.front().escalated_to;
  };
  CHECK(seen_by("nick", "2026-11-24") == StaffIndex{0});
  CHECK_FALSE(seen_by("nick", "2026-11-23"));
  CHECK_FALSE(seen_by("boss", "2026-11-24"));
}

TEST_CASE("R19: the same surprise within three years is a note") {
  const auto wow = [](std::string_view on, std::string_view what) {
    return touch(on, "wow = '" + std::string{what} + "'");
  };
  CHECK(codes(acme() + wow("2023-11-20", "A card") + wow("2026-11-20", " a CARD ")) == "wow-again");
  CHECK(codes(acme() + wow("2023-11-19", "A card") + wow("2026-11-20", "a card")) == "");
  CHECK(codes(acme() + wow("2026-01-20", "a card") + wow("2026-11-20", "a song")) == "");
  CHECK(codes(acme() + wow("2024-01-20", "x") + wow("2025-01-20", "x") + wow("2026-01-20", "x")) ==
        "wow-again wow-again");
  CHECK(codes(acme() + customer("zen") + wow("2026-01-20", "a card") +
              of("zen", "[[touch]]", "2026-11-20", "wow = 'a card'")) == "");
}
