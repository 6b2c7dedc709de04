#include <algorithm>
#include <cstdint>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include <care/reading.hpp>

#include <doctest/doctest.h>

#include "examples.hpp"
#include "reading/same.hpp"
#include "reading/support.hpp"

using namespace care;

namespace {

constexpr std::string_view book =
    "[[staff]]\nid = \"dana\"\nname = \"Dana\"\n"
    "[[customer]]\nid = \"acme\"\nname = \"Acme\"\n"
    "[[customer.contact]]\nname = \"Jo\"\n"
    "[[customer.event]]\nwhat = \"Opening day\"\ndate = 2020-01-01\n"
    "[[request]]\ncustomer = \"acme\"\nwhat = \"a key\"\nasked = 2026-11-01\n"
    "[[touch]]\ncustomer = \"acme\"\non = 2026-11-20\n";
const std::string calls = "[[touch]]\ncustomer = \"acme\"\non = 2026-11-02\n";

std::uint32_t lines(std::string_view text) {
  return static_cast<std::uint32_t>(std::ranges::count(text, '\n'));
}

/// Whether the addition was read alone; then reading everything must yield the same.
bool reads_on(std::vector<Source> sources, std::uint32_t file, const std::string& added) {
  Reading reading = read_book(sources);
  const std::string old{sources[file].text.view()};
  CHECK(reading.line_ends[file].value_or(lines(old)) == lines(old));
  if (!read_on(reading, {file, lines(old) + 1, added})) {
    CHECK(test::are_same(reading, read_book(sources)));
    return false;
  }
  sources[file].text = old + added;
  const Reading again = read_book(sources);
  CHECK(test::are_same(reading, again));
  const auto check_groups = [](const auto& mine, const auto& theirs) {
    CHECK(mine.order == theirs.order);
    CHECK(mine.first == theirs.first);
  };
  const auto mine = record_lists(reading.book);
  const auto theirs = record_lists(again.book);
  [&]<std::size_t... kind>(std::index_sequence<kind...>) {
    (check_groups(std::get<kind>(mine), std::get<kind>(theirs)), ...);
  }
  (std::make_index_sequence<RecordKinds::count>{});
  return true;
}

}  // namespace

TEST_CASE("a record that is read alone stands in the group of its customer") {
  std::string three;
  for (const std::string id : {"a", "b", "c"})
    three += "[[customer]]\nid = \"" + id + "\"\nname = \"" + id + "\"\n";
  for (const std::string& calls_of : std::vector<std::string>{"", "a", "ac", "acab", "ccb"}) {
    std::string text = three;
    for (const char id : calls_of)
      text += std::string{"[[touch]]\ncustomer = \""} + id + "\"\non = 2026-11-10\n";
    for (const std::string id : {"a", "b", "c"})
      for (const std::string on : {"2026-11-09", "2026-11-10", "2026-11-10T09:00:00", "2026-11-11"})
        CHECK(reads_on({{"book.toml", text}}, 0,
                       "[[touch]]\ncustomer = \"" + id + "\"\non = " + on + "\n"));
  }
}

TEST_CASE("a record behind a file is read alone") {
  const std::vector<Source> sources{{"a.toml", std::string{book}}, {"b.toml", calls}};
  const std::string of_acme = "customer = \"acme\"\non = 2026-11-21\n";
  for (const std::string& added : std::vector<std::string>{
           "[[touch]]  # care abcde\n" + of_acme + "by = \"dana\"\ncontact = \"Jo\"\n",
           "[[touch]]\n" + of_acme + "request = \"acme-2026-11-01\"\noutcome = \"done\"\n",
           "[[touch]]\ncustomer = \"acme\"\non = 2020-11-21\n",
           "[[snooze]]\n" + of_acme + "until = 2026-12-01\nbecause = \"moving\"\n",
           "[[ready]]\n" + of_acme + "what = \"Opening day\"\n",
           "[[purchase]]\r\ncustomer = \"acme\"\r\non = 2026-11-21\r\nwhat = \"a door\"\r\n"}) {
    CAPTURE(added);
    CHECK(reads_on(sources, 0, added));
    CHECK(reads_on(sources, 1, added));
  }
}

TEST_CASE("what could change more than one record is not read alone") {
  const std::vector<Source> sources{{"a.toml", std::string{book}}, {"b.toml", calls}};
  for (const char* added :
       {"[[customer]]\nid = \"zia\"\nname = \"Zia\"\n",
        "[[request]]\ncustomer = \"acme\"\nwhat = \"x\"\nasked = 2026-11-01\n",
        "[[promise]]\ncustomer = \"acme\"\nwhat = \"x\"\ndue = 2026-12-01\n",
        "[[touch]]\ncustomer = \"nobody\"\non = 2026-11-21\n",
        "[[touch]]\ncustomer = \"acme\"\non = 2026-11-21\nmood = \"so so\"\n",
        "[[touch]]\ncustomer = \"acme\"\non = soon\n", "[policy]\nevery = \"1w\"\n",
        "[[touch]]\ncustomer = \"acme\"\non = 2026-11-21\n[[touch]]\ncustomer = \"acme\"\n"
        "on = 2026-11-22\n",
        "# nothing\n"}) {
    CAPTURE(added);
    CHECK_FALSE(reads_on(sources, 0, added));
  }
  const std::string touch = "[[touch]]\ncustomer = \"acme\"\non = 2026-11-21\n";
  for (const char* open : {"[[touch]]\nsaid = \"\"\"\n", "[[touch]]\ngreeted = [\n", "x = 1\n"}) {
    CAPTURE(open);
    CHECK_FALSE(reads_on({{"a.toml", std::string{book} + open}}, 0, touch));
  }
}
TEST_CASE("how many lines end in a file is known where nothing behind it could change its end") {
  const auto known = [](const std::string& text) {
    return read_book({{"book.toml", text}}).line_ends.front();
  };
  const std::string text{book};
  CHECK(known("") == 0U);
  CHECK(known(text) == lines(text));
  CHECK(known("\xef\xbb\xbf" + text + "\n\n# the end\n") == lines(text) + 3);
  CHECK(known(text.substr(0, text.size() - 1)) == lines(text) - 1);
  CHECK(known(text + "said = \"\"\"\none\ntwo\"\"\"  # so\n") == lines(text) + 3);
  CHECK(!known(text + "[policy]\n"));
  std::string returns;
  for (const char c : text) returns += c == '\n' ? "\r\n" : std::string{c};
  CHECK(known(returns) == lines(text));
}
