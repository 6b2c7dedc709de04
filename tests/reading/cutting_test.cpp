#include "reading/cutting.hpp"

#include <ostream>
#include <string>

#include <doctest/doctest.h>

using namespace care::reading;

namespace {

/// The first line and the table of each block: `1 root, 3 customer`; a block of several pieces has
/// a + behind it.
std::string outline(std::string_view text) {
  const Blocks blocks = cut(text);
  std::string all;
  for (const Block& block : blocks.all) {
    if (!all.empty()) all += ", ";
    const std::string_view name = block.table == Table::root ? "root" : head_of(block.table).name;
    all += std::to_string(block.line) + " " + std::string{name.empty() ? "other" : name};
    if (block.more != 0) all += "+";
  }
  return all;
}

}  // namespace

TEST_CASE("a text is cut at its top-level tables") {
  struct Row {
    std::string_view name;
    std::string_view text;
    std::string_view expected;
  };
  const Row rows[] = {
      {"nothing", "", ""},
      {"remarks only", "# nothing\n\n", ""},
      {"before the first header", "a = 1\n[book]\n", "1 root, 2 book"},
      {"one after the other", "[[touch]]\na = 1\n[[touch]]\n", "1 touch, 3 touch"},
      {"sub-tables stay", "[[customer]]\n[customer.extra]\n[[customer.contact]]\n[[touch]]\n",
       "1 customer, 4 touch"},
      {"a sub-table that stands apart", "[[customer]]\n[[touch]]\n[customer.extra]\n[[touch]]\n",
       "1 customer+, 2 touch, 4 touch"},
      {"of the last customer", "[[customer]]\n[[customer]]\n[[touch]]\n[customer.extra]\n",
       "1 customer, 2 customer+, 3 touch"},
      {"a sub-table before its table", "[policy.tiers]\n[book]\n[policy]\n", "1 policy+, 2 book"},
      {"dotted at the top, and going on", "policy.every = \"1d\"\n[book]\n[policy.tiers]\n",
       "1 root+, 2 book"},
      {"two policies are two", "[policy]\n[policy]\n", "1 policy, 2 policy"},
      {"indented, spaced, with a remark", "  [[ touch ]] # x\n\t[ book ]\n", "1 touch, 2 book"},
      {"quoted", "[[\"touch\"]]\n['book']\n", "1 touch, 2 book"},
      {"unknown", "[[x]]\n[x.y]\n[z]\n", "1 other, 3 other"},
      {"Windows", "[[touch]]\r\na = 1\r\n[book]\r\n", "1 touch, 3 book"},
      {"a header in a text", "[book]\na = \"[[touch]]\"\n", "1 book"},
      {"a header in a remark", "[book]\n# [[touch]]\n", "1 book"},
      {"a header in a long text", "[book]\na = \"\"\"\n[[touch]]\n\"\"\"\n[[touch]]\n",
       "1 book, 5 touch"},
      {"in a long text without escapes", "[book]\na = '''\n[[touch]]\n'''\n[[touch]]\n",
       "1 book, 5 touch"},
      {"quotes within a long text", "[book]\na = \"\"\"\"\"x\"\"\"\"\"\n[[touch]]\n",
       "1 book, 3 touch"},
      {"escaped quotes in it", "[book]\na = \"\"\"\n\\\"\"\"\n[[touch]]\n\"\"\"\n", "1 book"},
      {"a list over several lines", "[book]\na = [\n[\"touch\"],\n[1]\n]\n[[touch]]\n",
       "1 book, 6 touch"},
      {"brackets in remarks and texts", "[book]\na = [ # [\n\"[\", '[' ]\n[[touch]]\n",
       "1 book, 4 touch"},
      {"a list that is not closed", "[book]\na = [1,\nb = 2\n[[touch]]\n", "1 book, 4 touch"},
      {"a table that is not closed", "[book]\na = { b = [\n[policy]\n", "1 book, 3 policy"},
      {"a text that is not closed", "[book]\na = \"b\nc = 1\n[[touch]]\n", "1 book, 4 touch"},
      {"a long text that is not closed", "[book]\na = \"\"\"b\n[[touch]]\nc = 1\n",
       "1 book, 3 touch"},
      {"and the next one opens",
       "[book]\na = \"\"\"b\n[[touch]]\nsaid = \"\"\"x\"\"\"\n[[ready]]\n",
       "1 book, 3 touch, 5 ready"},
      {"over a line of its own",
       "[book]\na = \"\"\"b\n[[touch]]\nsaid = \"\"\"\nprose\n\"\"\"\n[[ready]]\n",
       "1 book, 3 touch, 7 ready"},
      {"a long text that is not opened",
       "[book]\na = b\"\"\"\n[[touch]]\nsaid = \"\"\"x\"\"\"\n[[ready]]\n",
       "1 book, 3 touch, 5 ready"},
      {"a header without a bracket", "[[touch]]\n[[touch]\na = 1\n[[touch]]\n",
       "1 touch, 2 touch, 4 touch"},
      {"a header that something stands behind", "[book]\n[[touch]] a = 1\nb = 2\n",
       "1 book, 2 touch"},
      {"brackets before the equals sign", "[book]\ncall me [asap\n[x]\n", "1 book, 3 other"},
      {"conflicts are left out", "[book]\n<<<<<<< a\nb = 1\n=======\nb = 2\n>>>>>>> c\n[[touch]]\n",
       "1 book+, 7 touch"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(outline(row.text) == row.expected);
  }
}

TEST_CASE("a block of several pieces knows the lines of the file") {
  const std::string_view text =
      "[[customer]]\nid = 1\n[[touch]]\n[customer.extra]\na = 1\n<<<<<<< x\nb = 1\n";
  const Blocks blocks = cut(text);
  std::string joined;
  const BlockText block{blocks, blocks.all[0], joined};
  CHECK(block.text() == "[[customer]]\nid = 1\n[customer.extra]\na = 1\nb = 1\n");
  CHECK(block.line(1) == 1);
  CHECK(block.line(2) == 2);
  CHECK(block.line(3) == 4);
  CHECK(block.line(4) == 5);
  CHECK(block.line(5) == 7);
}

TEST_CASE("each conflict is counted once") {
  CHECK(cut("<<<<<<< a\nx = 1\n||||||| b\n=======\n>>>>>>> c\n").conflicts.size() == 1);
  CHECK(cut("=======\n>>>>>>> c\n").conflicts.size() == 1);
  CHECK(cut("<<<<<<< a\n=======\n>>>>>>> c\n<<<<<<< a\n=======\n>>>>>>> c\n").conflicts.size() ==
        2);
  CHECK(cut("a = \"\"\"\n<<<<<<< a\n\"\"\"\n").conflicts.empty());
}

TEST_CASE("headers are read as far as they go") {
  struct Row {
    std::string_view line;
    std::string_view root;
    unsigned parts;
    bool array;
    bool well_formed;
  };
  const Row rows[] = {
      {"[book]", "book", 1, false, true},
      {"[[touch]]", "touch", 1, true, true},
      {"[ customer . extra ] # x", "customer", 2, false, true},
      {"[customer.\"a.b\".c]", "customer", 3, false, true},
      {"[[touch]", "touch", 1, true, false},
      {"[touch]]", "touch", 1, false, false},
      {"[", "", 1, false, false},
      {"[]", "", 1, false, false},
      {"[a.]", "a", 2, false, false},
      {"[a b]", "a", 1, false, false},
      {"[\"open", "open", 1, false, false},
      {"[\"\"]", "", 1, false, true},
  };
  for (const Row& row : rows) {
    CAPTURE(row.line);
    const Header header = read_header(row.line);
    CHECK(header.root == row.root);
    CHECK(header.parts == row.parts);
    CHECK(header.array == row.array);
    CHECK(header.well_formed == row.well_formed);
  }
}
