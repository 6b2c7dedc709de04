#include "books.hpp"

using namespace care;
using namespace care::test;

namespace {

/// A customer whose plain follow-up is late, the more so the earlier the last talk was.
template <class... Rows>
std::string late(std::string_view id, std::string_view last, const Rows&... rows) {
  return customer(id, "every = '10d'", rows...) + of(id, "[[touch]]", last);
}
const std::string three =
    late("a", "2026-10-01") + late("b", "2026-10-02") + late("c", "2026-10-03");

std::string capped_at(int per_day, std::string_view more = "") {
  return policy("anniversaries = 'none'", "per_day = " + std::to_string(per_day), more);
}

struct Row {
  std::string name;
  std::string text;
  std::string ids;
  std::string hidden;
};

template <std::size_t N>
void check_pages(const Row (&rows)[N]) {
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Today page{row.text, "2026-11-23"};
    CHECK(ids(page.agenda) == row.ids);
    CHECK(words(page.agenda.hidden) == row.hidden);
  }
}

}  // namespace

TEST_CASE("R12: per_day limits the plain follow-ups of a day; the rest is left out and counted") {
  std::string twelve = three;
  for (const std::string_view id : {"d", "e", "f", "g", "h", "i", "j", "k", "l"}) {
    twelve += late(id, "2026-10-04");
  }
  check_pages({
      {"by default 10", policy() + twelve, "a b c d e f g h i j", "capped 2"},
      {"two", capped_at(2) + three, "a b", "capped 1"},
      {"as many as there are", capped_at(3) + three, "a b c", ""},
      {"0 is all of them", capped_at(0) + twelve, "a b c d e f g h i j k l", ""},
      {"the most urgent ones are kept, wherever they stand",
       capped_at(1) + late("z", "2026-10-05") + three, "a", "capped 3"},
  });
}

TEST_CASE("R12: thanks are limited, too; anything else that is due makes an entry exempt") {
  const std::string one = capped_at(1) + late("a", "2026-10-01");
  const std::string quiet_b = customer("b", no_follow_up);
  const auto record = [](std::string_view header, std::string_view rows) {
    return table(header, "customer = 'b'", rows);
  };
  check_pages({
      {"thanks alone", one + quiet_b + record("[[purchase]]", "on = 2026-11-20\nwhat = 'order'"),
       "b", "capped 1"},
      {"thanks and a follow-up",
       one + late("b", "2026-10-02") + record("[[purchase]]", "on = 2026-11-20\nwhat = 'order'"),
       "b", "capped 1"},
      {"a promise that is due",
       one + late("b", "2026-10-02") + record("[[promise]]", "due = 2026-11-23\nwhat = 'it'"),
       "b a", ""},
      {"an occasion of today", one + late("b", "2026-10-02", "birthday = '11-23'"), "b a", ""},
      {"an occasion of yesterday", one + late("b", "2026-10-02", "birthday = '11-22'"), "b a", ""},
      {"a strained customer", one + late("b", "2026-10-02", "mood = 'strained'"), "b a", ""},
      {"after-care",
       one + quiet_b +
           record("[[request]]",
                  "asked = 2026-11-18\nwhat = 'key'\n"
                  "urgent = true\nclosed = 2026-11-19\noutcome = 'done'"),
       "b a", ""},
      {"an entry with nothing due does not count",
       one + customer("b", no_follow_up, "birthday = '11-25'"), "a b", ""},
  });
}

TEST_CASE("R12: customers with no next touch are not limited") {
  const Today page{capped_at(1) + late("a", "2026-10-01") + customer("b", "every = 'never'") +
                       customer("c", "every = 'never'"),
                   "2026-11-23"};
  CHECK(ids(page.agenda) == "b c a");
}

TEST_CASE("R12: of an entry beyond the limit, what is coming stays, at its own place") {
  const Today page{
      capped_at(1) + late("b", "2026-10-02", "birthday = '11-25'") + late("a", "2026-10-01"),
      "2026-11-23"};
  CHECK(entries(page.agenda) ==
        Shown{"a: 7 follow_up overdue, due Sun 11 Oct, act Mon 12 Oct, 42 late",
              "b: 8 birthday b coming, due Wed 25 Nov"});
  CHECK(words(page.agenda.hidden) == "capped 1");
}

TEST_CASE("R12: each customer with a touch dated today takes one place") {
  const auto touched = [](std::string_view id, std::string_view rows = "") {
    return of(id, "[[touch]]", "2026-11-23", rows);
  };
  const std::string d = customer("d", no_follow_up);
  check_pages({
      {"a talk", capped_at(2) + three + d + touched("d"), "a", "capped 2"},
      {"two talks with one customer", capped_at(2) + three + d + touched("d") + touched("d"), "a",
       "capped 2"},
      {"an attempt that reached nobody", capped_at(2) + three + d + touched("d", "reached = false"),
       "a", "capped 2"},
      {"a call of theirs", capped_at(2) + three + d + touched("d", "from = 'them'"), "a",
       "capped 2"},
      {"with somebody not to be contacted",
       capped_at(2) + three + customer("d", no_follow_up, "status = 'do-not-contact'") +
           touched("d"),
       "a", "capped 2"},
      {"not with a former customer",
       capped_at(2) + three + customer("d", "status = 'former'") + touched("d"), "a b", "capped 1"},
      {"not yesterday", capped_at(2) + three + d + of("d", "[[touch]]", "2026-11-22"), "a b",
       "capped 1"},
      {"all places are taken: none is left, rather than all",
       capped_at(1) + three + d + touched("d"), "", "capped 3"},
      {"more than all places are taken",
       capped_at(1) + three + d + touched("d") + customer("e", no_follow_up) + touched("e"), "",
       "capped 3"},
  });
}

TEST_CASE("R12: the limit is that of the one on whose agenda the entry stands that day") {
  const auto staff = [](std::string_view id, std::string_view more = "") {
    const std::string quoted = "'" + std::string{id} + "'";
    return table("[[staff]]", "id = " + quoted, "name = " + quoted, more);
  };
  const auto of_nick = [](std::string_view id, std::string_view last) {
    return late(id, last, "owner = 'nick'");
  };
  const std::string nicks =
      of_nick("a", "2026-10-01") + of_nick("b", "2026-10-02") + of_nick("c", "2026-10-03");
  const std::string anas = late("x", "2026-10-04", "owner = 'ana'");
  constexpr std::string_view away =
      "away = [{ from = 2026-11-23, to = 2026-11-23 }]\n"
      "backup = 'ana'\nper_day = 9";
  check_pages({
      {"their own", capped_at(9) + staff("nick", "per_day = 2") + nicks, "a b", "capped 1"},
      {"their own, where it is all", capped_at(1) + staff("nick", "per_day = 0") + nicks, "a b c",
       ""},
      {"else the policy's", capped_at(2) + staff("nick") + nicks, "a b", "capped 1"},
      {"each has one",
       capped_at(1) + staff("nick") + staff("ana") + nicks + anas + late("n", "2026-10-05"),
       "a x n", "capped 2"},
      {"those of nobody share the policy's", capped_at(2) + staff("nick", "per_day = 1") + three,
       "a b", "capped 1"},
      {"the stand-in's",
       capped_at(5) + staff("nick", away) + staff("ana", "per_day = 2") + nicks + anas, "a b",
       "capped 2"},
      {"a touch with one's own customer today",
       capped_at(2) + staff("nick") + staff("ana") + nicks + anas +
           of("x", "[[touch]]", "2026-11-23"),
       "a b", "capped 1"},
      {"a touch with a customer of the one who is away counts for the stand-in",
       capped_at(2) + staff("nick", away) + staff("ana") + nicks + anas +
           of("c", "[[touch]]", "2026-11-23"),
       "a", "capped 2"},
  });
}

TEST_CASE("R12: the places go in turn to follow-ups and to thanks, so that neither starves") {
  const auto thanks = [](std::string_view id, std::string_view on) {
    return customer(id, no_follow_up) + of(id, "[[purchase]]", on, "what = 'order'");
  };
  const std::string both =
      three + thanks("x", "2026-11-10") + thanks("y", "2026-11-11") + thanks("z", "2026-11-12");
  const auto kept = [&](std::string_view day, int per_day, const std::string& book) {
    return ids(Today{capped_at(per_day) + book, day}.agenda);
  };
  CHECK(kept("2026-11-23", 1, both) == "x");
  CHECK(kept("2026-11-24", 1, both) == "a");
  CHECK(kept("2026-11-23", 3, both) == "x y a");
  CHECK(kept("2026-11-24", 3, both) == "x a b");
  CHECK(kept("2026-11-23", 4, both) == "x y a b");
  CHECK(kept("2026-11-24", 2, three + thanks("x", "2026-11-10")) == "x a");
  CHECK(kept("2026-11-23", 3, three + thanks("x", "2026-11-10")) == "x a b");
  CHECK(kept("2026-11-24", 5, both) == "x y a b c");
}

TEST_CASE("R12: tags and kinds select before the limit, which can be lifted") {
  const std::string text = capped_at(1) + three + late("w", "2026-10-20", "tags = ['west']") +
                           customer("d", no_follow_up) +
                           of("d", "[[purchase]]", "2026-11-20", "what = 'order'");
  const Book book = read_text(text).book;
  const auto page = [&](const Selection& selection) {
    const Agenda agenda = agenda_of_today(book, at("2026-11-23"), selection);
    return ids(agenda) + ": " + words(agenda.hidden);
  };
  CHECK(page({}) == "d: capped 4");
  CHECK(page({{}, {"west"}, {}, false}) == "w: ");
  CHECK(page({{}, {}, {Kind::follow_up}, false}) == "a: capped 3");
  CHECK(page({{}, {}, {Kind::thanks}, false}) == "d: ");
  CHECK(page({{}, {}, {}, true}) == "d a b c w: ");
}
