#include "reading/fast_lane.hpp"

#include <algorithm>
#include <ostream>
#include <string>

#include <care/text.hpp>

#include <doctest/doctest.h>

#include "examples.hpp"
#include "reading/toml.hpp"

using namespace care;
using namespace care::reading;

namespace {

std::string shown_at(Position at) {
  return std::to_string(at.file) + ":" + std::to_string(at.line) + ":" + std::to_string(at.column);
}

/// All that a node says, its children in the order of the text.
std::string dump(const Node& node) {
  std::string all = std::string{node.key} + "@" + shown_at(node.key_at) + "=" + shown_at(node.at) +
                    " " + std::to_string(static_cast<int>(node.kind)) + " " +
                    std::string{node.text} + " " + std::to_string(node.integer) + " " +
                    std::to_string(node.real) + " " + std::to_string(node.truth) + " " +
                    iso(node.when) + "{";
  std::vector<const Node*> children;
  for (const Node& child : node) children.push_back(&child);
  std::ranges::stable_sort(children, {}, [](const Node* child) { return child->at; });
  for (const Node* child : children) all += dump(*child) + ";";
  return all + "}";
}

struct Both {
  std::string plain;   ///< empty where the text is not plain
  std::string parsed;  ///< empty where the text is not TOML
};

Both read_both(const std::string& text) {
  Blocks blocks;
  Block block;
  block.text = text;
  block.line = 3;
  std::string joined;
  const BlockText whole{blocks, block, joined};
  Both both;
  Pool pool;
  if (const Node* root = read_plain(text, 3, 7, pool)) {
    both.plain = dump(*root);
    both.plain.erase(0, both.plain.find('{'));
  }
  Document document;
  if (!document.parse_slowly(whole, 7)) {
    both.parsed = dump(document.root());
    both.parsed.erase(0, both.parsed.find('{'));
  }
  return both;
}

constexpr std::string_view sample =
    "[[customer]] # them\r\n"
    "id = \"acme\"\n"
    "  name='Ä \"B\"'\t# x\n"
    "tags = [ \"wöst\", 'e', 3, true, 2026-11-20 ,]\n"
    "\n"
    "since = 2021-03-01\n"
    "seen = 2026-11-20 15:00:59\n"
    "at = 2026-11-20T15:00\n"
    "n = -120\n"
    "x = 12.50\n"
    "b = false\n"
    "empty = \"\"\n"
    "said = \"\\\"yes\\\", ä\\\\b\\n\"\n"
    "long = \"\"\"\r\n\n\"w\" ö\n\\tx\\\"\"\"\"\"\r\n"
    "raw = '''a\\n\n\t'' b'''\n"
    "lines = [ # of\n  \"ö\",  1, { b = \"ü\", a = [2] }, # them\r\n\n 3 ]\n"
    "hours = { tue = [\"08:00-17:00\"], mon = { }, a=1}\n"
    "[[customer.contact]]\n"
    "name = \"Maria\"\n"
    "[customer.extra]\n"
    "a-b_9 = 0\n"
    "[[customer.contact]]\n"
    "name = \"Jo\"";

}  // namespace

TEST_CASE("plain blocks read as the parser reads them") {
  const Both both = read_both(std::string{sample});
  CHECK(both.plain != "");
  CHECK(both.plain == both.parsed);
}

TEST_CASE("what is not plain is left to the parser") {
  for (const char* line : {"a = \"\\u00e4\"",
                           "a = \"\"\"x\\\n y\"\"\"",
                           "a = { b = 1, }",
                           "a = { b.c = 1 }",
                           "a = { b = 1, b = 2 }",
                           "a = { b = { c = { d = { e = {} } } } }",
                           "a.b = 1",
                           "\"a\" = 1",
                           "a = [[1]]",
                           "a = 1_000",
                           "a = 0x10",
                           "a = +1",
                           "a = 1e3",
                           "a = 07",
                           "a = 15:00",
                           "a = 2026-11-20T15:00Z",
                           "a = 2026-11-20T15:00:00.5",
                           "a = inf",
                           "a = 2026-02-30",
                           "a = 1\na = 2",
                           "a = x",
                           "a",
                           "a =",
                           "= 1",
                           "a = \"x",
                           "a = 'x\ny'",
                           "a = 1 b = 2",
                           "[touch.b.c]",
                           "[touch]",
                           "[[book]]",
                           "[ touch.b ]",
                           "a = \x01",
                           "# \x01",
                           "a = \"\x7f\"",
                           "a = 1234567890123456"}) {
    CAPTURE(line);
    CHECK(read_both("[[touch]]\n" + std::string{line} + "\n").plain == "");
  }
  CHECK(read_both("a = 1\n").plain == "");
  CHECK(read_both("[policy.hours]\na = 1\n").plain == "");
}

TEST_CASE("no slip makes a plain block of one that the parser reads otherwise, or not at all") {
  std::size_t plain = 0;
  const auto check = [&](const std::string& text) {
    if (find_invalid_utf8(text)) return;
    const Both both = read_both(text);
    if (both.plain.empty()) return;
    ++plain;
    if (both.plain == both.parsed) return;
    CAPTURE(text);
    CHECK(both.plain == both.parsed);
  };
  constexpr std::string_view slips = "\"'[]{}=,.#\\-+_:0123456789Tae \t\r\n\x01\x7f";
  for (std::size_t at = 0; at < sample.size(); ++at) {
    std::string text{sample};
    check(std::string{text}.erase(at, 1));
    check(text.substr(0, at));
    if ((sample[at] & '\x80') != 0) continue;
    for (const char slip : slips) {
      text[at] = slip;
      check(text);
      check(std::string{sample}.insert(at, 1, slip));
    }
  }
  CHECK(plain > 1000);
}

TEST_CASE("single tables and long lists are plain, tables of very many keys are not") {
  const auto list_of = [](int count) {
    std::string text = "[policy]\ntags = [";
    for (int i = 0; i < count; ++i) text += "\"ö\", ";
    return text + "]\n[policy.hours]\na = 1\n";
  };
  CHECK_FALSE(read_both(list_of(1000)).plain.empty());
  CHECK(read_both(list_of(1000)).plain == read_both(list_of(1000)).parsed);
  std::string text = "[[customer]]\n";
  for (int i = 0; i < 65; ++i) text += "a" + std::to_string(i) + " = 1\n";
  CHECK(read_both(text).plain.empty());
  CHECK_FALSE(read_both(text).parsed.empty());
}

TEST_CASE("nearly all blocks of the examples are plain") {
  const std::filesystem::path examples = std::filesystem::path{CARE_SOURCE_DIR} / "examples";
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::recursive_directory_iterator{examples}) {
    if (entry.path().extension() != ".toml" || entry.path().stem() == "broken") continue;
    const Source source = test::read_source(entry.path());
    CAPTURE(source.name);
    const Blocks blocks = cut(source.text);
    Pool pool;
    const auto is_plain = [&](const Block& block) {
      pool.clear();
      return block.more == 0 && read_plain(block.text, block.line, 0, pool) != nullptr;
    };
    const auto plain = static_cast<std::size_t>(std::ranges::count_if(blocks.all, is_plain));
    CHECK(plain * 100 > blocks.all.size() * 95);
    ++files;
  }
  CHECK(files > 5);
}
