#include <care/report.hpp>

#include "books.hpp"

using namespace care;
using namespace care::test;

namespace {

constexpr std::string_view people = R"(
[[customer]]
id = "acme"
name = "Acme Tower"
company = "Acme Holding"
[[customer.contact]]
name = "Maria Álvarez"
call_me = "Mia"
[[customer]]
id = "acme-north"
name = "Acme North Tower"
[[customer]]
id = "zen"
name = "Zénith Lofts"
call_me = "Zoë"
[[customer]]
id = "obrien"
name = "Pat O'Brien"
[[customer]]
id = "yamada"
name = "山田太郎"
[[customer]]
id = "ali"
name = "علی\u200cرضا"
[[customer]]
id = "maria"
name = "Bistro Uno"
)";

/// The ids of those who may be meant; those that are offered after a `?`.
std::string found(std::string_view who) {
  const Reading reading = book(people);
  const Search search = find_customer(reading.book, who);
  std::string all;
  for (const CustomerIndex i : search.found) {
    all += (all.empty() ? "" : " ") + std::string{reading.book.customers[i].id};
  }
  for (const std::string_view id : search.nearest) {
    all += (all.empty() ? "?" : " ?") + std::string{id};
  }
  return all;
}

}  // namespace

TEST_CASE("a customer is found by what people type") {
  struct Row {
    std::string name;
    std::string typed;
    std::string expected;
  };
  const Row rows[] = {
      {"an id, though another begins with it", "acme", "acme"},
      {"an id, before the names of others", "maria", "maria"},
      {"letter case aside", "ZEN", "zen"},
      {"the beginning of one id alone", "ob", "obrien"},
      {"the beginning of several", "acm", "acme acme-north"},
      {"a word of the name", "lofts", "zen"},
      {"accents aside", "zenith", "zen"},
      {"accents typed", "Zënith", "zen"},
      {"the beginning of a word", "loft", "zen"},
      {"no part within a word", "ofts", "?zen"},
      {"a word that several have", "tower", "acme acme-north"},
      {"two words that one has", "tower north", "acme-north"},
      {"the company", "holding", "acme"},
      {"how to address them", "zoe", "zen"},
      {"a contact", "alvarez", "acme"},
      {"how to address a contact", "mia", "acme"},
      {"a whole name, though others begin so", "Acme Tower", "acme"},
      {"an apostrophe", "o'brien", "obrien"},
      {"part of a name without blanks", "太郎", "yamada"},
      {"a name without its joiner", "علیرضا", "ali"},
      {"a slip in an id", "zne", "?zen"},
      {"a slip in a name", "Bistor", "?maria"},
      {"a slip in an id that is also one in a name", "acmee", "?acme"},
      {"somebody else", "hamburger", ""},
      {"nothing", "", ""},
      {"blanks", "  ", ""},
      {"signs", "--", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(found(row.typed) == row.expected);
  }
}
