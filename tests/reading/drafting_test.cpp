#include "reading/drafting.hpp"

#include <algorithm>
#include <iterator>
#include <ostream>
#include <random>
#include <string>

#include <care/text.hpp>

#include <doctest/doctest.h>

#include "examples.hpp"
#include "reading/cutting.hpp"
#include "reading/reader.hpp"
#include "reading/same.hpp"
#include "reading/support.hpp"

using namespace care;
using namespace care::reading;
using care::test::are_same;
using care::test::shown_problems;

namespace {

struct Counted {
  std::size_t drafts = 0;
  std::size_t others = 0;  ///< blocks of which there could be drafts, but there are none
};

Counted count_drafts(std::string_view text) {
  Book book;
  book.texts->adopt(std::string{text});
  Reader in{book};
  Drafting drafting{in, text.size()};
  drafting.begin_file(0, std::string{text}, text);
  const Blocks blocks = cut(text, &drafting);
  Counted counted;
  for (std::size_t i = 0; i < table_count; ++i) {
    for (const Span& block : drafting.all()[i].blocks)
      ++(block.size > 0 ? counted.drafts : counted.others);
  }
  return counted;
}

/// Whether the text reads the same with and without drafts.
bool reads_the_same(const std::string& text) {
  const std::vector<Source> sources{{"book.toml", text}};
  return are_same(read_book(sources), read_with_care(sources));
}

constexpr std::string_view sample =
    "[[customer]] # them\r\n"
    "id = \"acme\"\n"
    "  name='Ä \"B\"'\t# x\n"
    "tags = [ \"wöst\", 'e', \"b\" ,]\n"
    "\n"
    "since = 2021-03-01\n"
    "birthday = \"02-29\"\n"
    "every = \"2w\"\n"
    "email = \"\"\n"
    "company = \"\\\"yes\\\", ä\\\\b\\n\"\n"
    "notes = \"\"\"\r\n\n\"w\" ö\n\\tx\\\"\"\"\"\"\r\n"
    "address = '''a\\n\n\t'' b'''\n"
    "likes = [ # of\n  \"ö\", # them\r\n\n \"x\" ]\n"
    "[[customer.contact]]\n"
    "name = \"Maria\"\n"
    "[customer.extra]\n"
    "a-b_9 = 0\n"
    "n = -120\n"
    "t = { b = \"ü\", a=[2, true, 2026-11-20], c = {} }\n"
    "[[customer.contact]]\n"
    "name = \"Jo\"\n"
    "birthday = 1984-02-29\n"
    "[[touch]]\n"
    "customer = \"acme\"\n"
    "contact = \"Jo\"\n"
    "on = 2026-11-20T15:00\n"
    "greeted = \"birthday\"\n"
    "reached = false\n"
    "[[purchase]]\n"
    "on = 2026-11-20 15:00:59\n"
    "customer = \"acme\"\n"
    "what = \"a door\"\n"
    "amount = 12.50";

}  // namespace

TEST_CASE("plain blocks become drafts, and read as the parser reads them") {
  const Counted counted = count_drafts(sample);
  CHECK(counted.drafts == 3);
  CHECK(counted.others == 0);
  CHECK(shown_problems(test::read_text(sample)) == "");
  CHECK(reads_the_same(std::string{sample}));
}

TEST_CASE("what is not plain is left to the parser") {
  for (const char* line : {"said = \"\\u00e4\"",
                           "said = \"\"\"x\\\n y\"\"\"",
                           "said = \"\"\"x\n[[touch]]\n\"\"\"",
                           "said = { b = 1, }",
                           "said = { b.c = 1 }",
                           "said = { b = 1, b = 2 }",
                           "said.b = 1",
                           "\"said\" = \"x\"",
                           "greeted = [[\"x\"]]",
                           "heard = \"x\"\nheard = \"x\"",
                           "unknown = 1",
                           "said = x",
                           "said",
                           "said =",
                           "= 1",
                           "said = \"x",
                           "said = 'x\ny'",
                           "said = \"x\" heard = \"x\"",
                           "reached = \"no\"",
                           "how = \"shout\"",
                           "answer = \"accepted\"",
                           "[touch.b]",
                           "[ touch.b ]",
                           "said = \x01",
                           "# \x01",
                           "# \xff",
                           "said = \"\xff\"",
                           "said = \"\x7f\""}) {
    CAPTURE(line);
    const std::string text =
        "[[customer]]\nid = \"acme\"\nname = \"A\"\n"
        "[[touch]]\ncustomer = \"acme\"\non = 2026-11-20\n" +
        std::string{line} + "\n";
    CHECK(count_drafts(text).drafts == 1);
    CHECK(reads_the_same(text));
  }
  for (const char* when : {"2026-02-30", "2026-11-20T15:00Z", "2026-11-20T15:00:00.5",
                           "2026-11-20T24:00", "2026-11-20T15:60", "2026-11-20T15:00:60",
                           "2026-11-20t15:00", "2026-11-20T15.00", "2026-11-20T15:00.00", "1e3",
                           "+1", "1_000", "0x10", "07", "inf", "15:00", "1234567890123456"}) {
    CAPTURE(when);
    const std::string text = "[[touch]]\ncustomer = \"acme\"\non = " + std::string{when} + "\n";
    CHECK(count_drafts(text).drafts == 0);
    CHECK(reads_the_same(text));
  }
}

TEST_CASE("no slip makes a draft of what the parser reads otherwise, or not at all") {
  std::size_t drafted = 0;
  const auto check = [&](const std::string& text) {
    if (count_drafts(text).others > 0) return;
    ++drafted;
    if (reads_the_same(text)) return;
    CAPTURE(text);
    CHECK(shown_problems(test::read_text(text)) ==
          shown_problems(read_with_care({{"book.toml", text}})));
    CHECK(reads_the_same(text));
  };
  constexpr std::string_view slips = "\"'[]{}=,.#\\-:09Tae \t\r\n\x7f";
  for (std::size_t at = 0; at < sample.size(); ++at) {
    std::string text{sample};
    check(std::string{text}.erase(at, 1));
    check(text.substr(0, at));
    if ((sample[at] & '\x80') != 0) continue;
    // Every slip at every place would take a minute; each is tried at many.
    const char slip = slips[at % slips.size()];
    const char other = slips[(at * 7 + 3) % slips.size()];
    text[at] = slip;
    check(text);
    check(std::string{sample}.insert(at, 1, other));
  }
  CHECK(drafted > 500);
}

TEST_CASE("records stand in the order of the book, whichever way they are read") {
  for (const char* text : {
           "customer = [{ id = \"a\", name = \"A\" }, { id = \"b\", name = \"B\" }]\n"
           "[[customer]]\nid = \"c\"\nname = \"C\"\n"
           "[[customer]]\nid = \"d\"\n\"name\" = \"D\"\n"
           "[[customer]]\nid = \"e\"\nname = \"E\"\nreferred_by = \"d\"\n",
           "[[customer]]\nid = \"a\"\nname = \"A\"\n"
           "[[touch]]\ncustomer = \"a\"\non = 2026-01-01\n"
           "[customer.extra]\ncoffee = \"black\"\n"
           "[[\"t\\u006fuch\"]]\ncustomer = \"a\"\non = 2026-01-02\n"
           "[[touch]]\ncustomer = \"a\"\non = 2026-01-03\n",
           "[[customer]]\nid = \"a\"\nname = \"A\"\n"
           "[[customer]]\nid = \"a\"\nname = \"B\"\n"
           "[[customer]]\nid = \"c\"\nname = \"C\"\ntier = \"Z\"\nowner = \"who\"\n"
           "[[touch]]\ncustomer = \"x\"\non = 2026-01-01\n"
           "[[request]]\ncustomer = \"a\"\nwhat = \"x\"\nasked = 2026-01-01\n"
           "[[request]]\ncustomer = \"a\"\nwhat = \"y\"\nasked = 2026-01-01\n"
           "[[touch]]\ncustomer = \"a\"\non = 2026-01-02\nrequest = \"a-2026-01-01\"\n"
           "[[promise]]\ncustomer = \"a\"\nwhat = \"x\"\ndue = 2026-01-03\nreplaces = \"p\"\n"
           "[[promise]]\ncustomer = \"c\"\nid = \"p\"\nwhat = \"y\"\ndue = 2026-01-03\n",
       }) {
    CAPTURE(text);
    CHECK(reads_the_same(text));
    CHECK(test::left(test::read_text(text).book) ==
          test::left(read_with_care({{"book.toml", text}}).book));
  }
}

TEST_CASE("books that somebody broke read the same with and without drafts") {
  constexpr std::string_view slips[] = {"\"",
                                        "'",
                                        "[",
                                        "]",
                                        "{",
                                        "=",
                                        "#",
                                        "\\",
                                        "\n",
                                        "\r\n",
                                        "\"\"\"",
                                        "\xff",
                                        "ä",
                                        "[[customer]]\n",
                                        "[[touch]]\n",
                                        "[[customer.contact]]\n",
                                        "[customer.extra]\na = 1\n",
                                        "[policy]\n",
                                        "a.b = 1\n",
                                        "id = \"x\"\n",
                                        "<<<<<<< a\n",
                                        ">>>>>>> b\n",
                                        "[[\"t\\u006fuch\"]]\n",
                                        "[ customer . x ]\n",
                                        "touch = [{ customer = \"acme\", on = 2026-10-01 }]\n",
                                        "referred_by = \"acme\"\n",
                                        "replaces = \"acme\"\n"};
  const std::filesystem::path examples = care::test::project_directory() / "examples";
  std::string book{test::read_source(examples / "corner-shop.toml").text.view()};
  book += test::read_source(examples / "broken.toml").text.view();
  std::mt19937 chance{7};
  for (int round = 0; round < 150; ++round) {
    std::string text = book;
    for (int slip = 0; slip < 3; ++slip) {
      std::size_t at = chance() % text.size();
      if (chance() % 2 == 0) at = text.find('\n', at) + 1;
      if (chance() % 3 == 0)
        text.erase(at, chance() % 40);
      else
        text.insert(at, slips[chance() % std::size(slips)]);
    }
    CAPTURE(text);
    CHECK(reads_the_same(text));
  }
}

TEST_CASE("nearly all customers and records of the examples are read in passing") {
  const std::filesystem::path examples = care::test::project_directory() / "examples";
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator{examples}) {
    if (entry.path().extension() != ".toml") continue;
    const Source source = test::read_source(entry.path());
    CAPTURE(source.name);
    CHECK(reads_the_same(std::string{source.text.view()}));
    if (entry.path().stem() == "broken") continue;
    const Counted counted = count_drafts(source.text);
    CHECK(counted.others * 20 <= counted.drafts);
    ++files;
  }
  CHECK(files > 5);
}
