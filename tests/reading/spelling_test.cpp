#include "reading/support.hpp"

#include <ostream>

#include <doctest/doctest.h>

using namespace care;
using namespace care::test;

namespace {

/// What a book says, whatever way it is written.
std::string meaning(const Book& book) {
  std::string all{book.name};
  const auto say = [&](std::string_view text) { all += "|" + std::string{text}; };
  say(spelled(*book.policy.every.period));
  for (const Tier& tier : book.policy.tiers) say(tier.name);
  for (const Staff& one : book.staff) say(one.id), say(one.name);
  for (const Customer& customer : book.customers) {
    say(customer.id), say(customer.name);
    if (customer.since) say(iso(*customer.since));
    for (const Contact& contact : customer.contacts)
      say(contact.name), say(first_of(contact.phone));
    for (const Extra& fact : customer.extra) say(fact.key), say(fact.value);
  }
  for (const Touch& touch : book.touches.all) {
    say(book.customers[touch.customer].id), say(iso(touch.on));
    for (const Text greeted : touch.greeted) say(greeted);
  }
  return all;
}

constexpr std::string_view plain = R"([book]
name = "Petra"
[policy]
every = "6w"
[policy.tiers]
A = "1w"
[[staff]]
id = "nick"
name = "Nick"
[[customer]]
id = "acme"
name = "Acme"
since = 2021-03-01
[[customer.contact]]
name = "Maria"
phone = "1"
[customer.extra]
lift.maker = "Otis"
[[customer]]
id = "zen"
name = "Zen"
[[touch]]
customer = "acme"
on = 2026-11-20T15:00
greeted = "birthday"
)";

constexpr std::string_view expected =
    "Petra|6w|A|nick|Nick|acme|Acme|2021-03-01|Maria|1|lift.maker|Otis|zen|Zen|"
    "acme|2026-11-20T15:00|birthday";

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const bool here = text.substr(at).starts_with(from);
    out += here ? to : text.substr(at, 1);
    at += here ? from.size() : 1;
  }
  return out;
}

}  // namespace

TEST_CASE("the same book in other spellings of TOML") {
  struct Row {
    std::string_view name;
    std::string text;
  };
  const Row rows[] = {
      {"plain", std::string{plain}},
      {"Windows line ends", replaced(plain, "\n", "\r\n")},
      {"a byte order mark", "\xef\xbb\xbf" + std::string{plain}},
      {"no line end at the end", std::string{plain.substr(0, plain.size() - 1)}},
      {"indented", replaced(plain, "\n", "\n  \t")},
      {"remarks everywhere", replaced(plain, "\n", " # [[touch]] \"\n# x = 1\n")},
      {"blanks in headers", replaced(replaced(plain, "[[touch]]", "[[ touch ]]"), "[policy.tiers]",
                                     "[ policy . tiers ]")},
      {"quoted keys",
       replaced(replaced(plain, "[[customer]]", "[[\"customer\"]]"), "name =", "'name' =")},
      {"escaped keys", replaced(plain, "[[touch]]", "[[\"to\\u0075ch\"]]")},
      {"literal texts", replaced(plain, "\"", "'")},
      {"long texts", replaced(plain, "\"", "\"\"\"")},
      {"a blank for the T", replaced(plain, "2026-11-20T15:00", "2026-11-20 15:00:00.5")},
      {"inline", R"(book = { name = "Petra" }
policy = { every = "6w", tiers = { A = "1w" } }
staff = [{ id = "nick", name = "Nick" }]
customer = [
  { id = "acme", name = "Acme", since = 2021-03-01, contact = [{ name = "Maria", phone = "1" }],
    extra = { lift = { maker = "Otis" } } },
  { id = "zen", name = "Zen" },
]
touch = [{ customer = "acme", on = 2026-11-20T15:00, greeted = ["birthday"] }]
)"},
      {"dotted", R"(book.name = "Petra"
policy.every = "6w"
policy.tiers.A = "1w"
[[staff]]
id = "nick"
name = "Nick"
[[customer]]
id = "acme"
name = "Acme"
since = 2021-03-01
extra.lift.maker = "Otis"
contact = [{ name = "Maria", phone = "1" }]
[[customer]]
id = "zen"
name = "Zen"
[[touch]]
customer = "acme"
on = 2026-11-20T15:00
greeted = "birthday"
)"},
      {"records before their customers", R"([[touch]]
customer = "acme"
on = 2026-11-20T15:00
greeted = "birthday"
[policy.tiers]
A = "1w"
[[customer]]
id = "acme"
[[customer.contact]]
name = "Maria"
phone = "1"
[book]
name = "Petra"
[customer.extra.lift]
maker = "Otis"
[[customer]]
id = "zen"
name = "Zen"
[policy]
every = "6w"
[[staff]]
id = "nick"
name = "Nick"
)"},
      {"dotted at the top, going on below", R"(policy.every = "6w"
[book]
name = "Petra"
[policy.tiers]
A = "1w"
[[staff]]
id = "nick"
name = "Nick"
[[customer]]
id = "acme"
name = "Acme"
since = 2021-03-01
contact = [{ name = "Maria", phone = "1" }]
extra = { lift.maker = "Otis" }
[[customer]]
id = "zen"
name = "Zen"
[[touch]]
customer = "acme"
on = 2026-11-20T15:00
greeted = "birthday"
)"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    std::string text = row.text;
    if (std::string_view{row.name} == "records before their customers")
      text =
          replaced(text, "id = \"acme\"\n", "id = \"acme\"\nname = \"Acme\"\nsince = 2021-03-01\n");
    const Reading reading = read_text(text);
    CHECK(told(reading) == "");
    CHECK(meaning(reading.book) == expected);
  }
}

TEST_CASE("the same book in several files") {
  std::vector<Source> sources;
  std::size_t start = 0;
  for (std::size_t at = 1; at <= plain.size(); ++at) {
    const bool is_cut = at == plain.size() || plain.substr(at).starts_with("\n[[") ||
                        plain.substr(at).starts_with("\n[policy]");
    if (!is_cut || plain.substr(at).starts_with("\n[[customer.")) continue;
    sources.push_back({"part" + std::to_string(sources.size()) + ".toml",
                       std::string{plain.substr(start, at - start)}});
    start = at;
  }
  REQUIRE(sources.size() == 6);
  CHECK(meaning(read_book(sources).book) == expected);
  CHECK(told(read_book(sources)) == "");
  // Records may stand in a file before that of their customer.
  std::swap(sources[0], sources[5]);
  CHECK(meaning(read_book(sources).book) == expected);
}

TEST_CASE("positions are those of the file, whatever stands before") {
  const char* bad = "[[customer]]\nid = \"acme\"\nname = \"Äcme\"\ntags = [\"ö\", 3]\n";
  CHECK(told(read_text(bad)) == "wrong-type 4:14");
  CHECK(told(read_text("\xef\xbb\xbf" + std::string{bad})) == "wrong-type 4:14");
  CHECK(told(read_text(replaced(bad, "\n", "\r\n"))) == "wrong-type 4:14");
  CHECK(told(read_text("\xef\xbb\xbf"
                       "evry = 1\n")) == "unknown-key 1:1");
  CHECK(told(read_text("[[customer]]\nid = \"a\"\nname = \"A\"\n[book]\n[customer.extra]\nx = 1\n"
                       "[[customer.contact]]\nname = 3\n")) == "wrong-type 8:8");
}

TEST_CASE("[book] and [policy] stand in one file only") {
  const Reading reading = read_book({{"a.toml", "[book]\nname = \"A\"\n[policy]\nper_day = 3\n"},
                                     {"b.toml", "book.name = \"B\"\n[policy]\nper_day = 4\n"}});
  CHECK(told(reading) == "duplicate-table 1/1:1, duplicate-table 1/2:1");
  CHECK(reading.book.name == "A");
  CHECK(reading.book.policy.per_day == 3);
}
