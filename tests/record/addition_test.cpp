#include <care/record.hpp>

#include <ostream>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using namespace care;

namespace {

constexpr std::string_view bom = "\xef\xbb\xbf";
constexpr std::string_view record = "[[touch]]\ncustomer = \"acme\"\nsaid = \"ä\"\n";
constexpr std::string_view other = "[[snooze]]\ncustomer = \"zen\"\n";

std::string added(std::string_view file, std::string_view what = record) {
  return std::string{file} + addition_to(file, std::string{what}).text;
}

/// Without the five characters by which care knows its own: `[[touch]]  # care`.
std::string without_seal(std::string text) {
  constexpr std::string_view mark = "  # care ";
  const auto at = text.find(mark);
  REQUIRE(at != std::string::npos);
  return text.erase(at + mark.size() - 1, 6);
}

std::string with_crlf(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') out += '\r';
    out += c;
  }
  return out;
}

std::string with_lf(std::string text) {
  for (auto at = text.find("\r\n"); at != std::string::npos; at = text.find("\r\n", at))
    text.erase(at, 1);
  return text;
}

bool is_intact(std::string_view file) {
  const auto last = last_addition(file);
  return last && last->is_intact;
}

/// What is left once the last record is taken back.
std::string taken_back(std::string_view file) {
  const auto last = last_addition(file);
  REQUIRE(last.has_value());
  REQUIRE(last->is_intact);
  return std::string{file.substr(0, last->begin)};
}

/// Ends of files, for all that is added and taken back.
const std::string ends[] = {
    "",
    std::string{bom},
    "\n",
    "\r\n",
    " ",
    "\t\n",
    "x = 1",
    "x = 1\n",
    "x = 1\n\n",
    "x = 1\n\n\n\n",
    "x = 1\n  ",
    "x = 1\n  \n",
    "x = 1\n\t\n\n  ",
    "x = 1\r\n",
    "x = 1\r\ny = 2",
    "x = 1\r\n\r\n",
    "x = 1\r\n \r\n",
    "x = 1\r\ny = 2\n",
    "x = 1\ny = 2\r\n",
    "x = 1\r",
    "x = 1\ny = 2\r",
    "x = 1\r\ny = 2\r",
    "x = 1\r\n\r",
    "x = 1\n# the end",
    "x = 1\n# the end – ä\n",
    std::string{bom} + "x = 1\r\n# the end\r\n",
    std::string{bom} + "\n",
    "x = \"\"\"never closed",
    "x = \"\"\"never closed\\",
    "x = [1,\n",
    "[[touch]]\n",
    "\xff",
};

}  // namespace

TEST_CASE("a record is added behind one blank line, in the line ends of its file") {
  struct Row {
    std::string name, file, expected;
    std::uint32_t line;
  };
  const std::string lf = "[[touch]]  # care\ncustomer = \"acme\"\nsaid = \"ä\"\n";
  const std::string crlf = with_crlf(lf);
  const Row rows[] = {
      {"an empty file", "", lf, 1},
      {"a byte order mark alone", std::string{bom}, lf, 1},
      {"the usual", "x = 1\n", "\n" + lf, 3},
      {"no final newline", "x = 1", "\n\n" + lf, 3},
      {"a blank line at the end", "x = 1\n\n", lf, 3},
      {"several", "x = 1\n\n\n", lf, 4},
      {"blanks on the last line", "x = 1\n \t\n", lf, 3},
      {"blanks without a newline", "x = 1\n \t", "\n" + lf, 3},
      {"nothing but a newline", "\n", lf, 2},
      {"nothing but blanks", "  ", "\n" + lf, 2},
      {"a mark and blanks", std::string{bom} + " \n", lf, 2},
      {"a comment", "# the end\n", "\n" + lf, 3},
      {"a comment without a newline", "x = 1\n# the end", "\n\n" + lf, 4},
      {"Windows", "x = 1\r\n", "\r\n" + crlf, 3},
      {"Windows, no final newline", "x = 1\r\ny = 2", "\r\n\r\n" + crlf, 4},
      {"Windows, a blank line at the end", "x = 1\r\n\r\n", crlf, 3},
      {"Windows, a byte order mark", std::string{bom} + "x = 1\r\n", "\r\n" + crlf, 3},
      {"mixed, Unix last", "x = 1\r\ny = 2\n", "\n" + lf, 4},
      {"mixed, Windows last", "x = 1\ny = 2\r\n", "\r\n" + crlf, 4},
      {"one line that nobody ended", "# ä", "\n\n" + lf, 3},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Addition addition = addition_to(row.file, std::string{record});
    CHECK(without_seal(addition.text) == row.expected);
    CHECK(addition.line == row.line);
  }
}

TEST_CASE("what was added is taken back to the byte, however the file ended") {
  std::string many{record};  // whose seal is another
  while (many.size() < 100'000) many += '\n' + std::string{record};
  for (const std::string& end : ends) {
    for (const std::string& what : {std::string{record}, many}) {
      CAPTURE(end);
      CAPTURE(what.size());
      const Addition addition = addition_to(end, what);
      const std::string text = end + addition.text;
      const auto last = last_addition(text);
      REQUIRE(last.has_value());
      CHECK(last->is_intact);
      CHECK(last->begin == end.size());
      CHECK(text.substr(last->record).starts_with("[[touch]]"));
      CHECK(last->line == addition.line);
    }
  }
}

TEST_CASE("several are taken back one after the other, the last one first") {
  for (const std::string& end : ends) {
    CAPTURE(end);
    const std::string one = added(end);
    const std::string two = added(one, other);
    const std::string three = added(two);
    CHECK(taken_back(three) == two);
    CHECK(taken_back(two) == one);
    CHECK(taken_back(one) == end);
  }
}

TEST_CASE("one byte of a record changed, lost or put in anywhere is seen") {
  for (const std::string file : {"x = 1\n", "x = 1", "x = 1\r\n", "", "x = 1\n\n"}) {
    CAPTURE(file);
    const std::string text = added(file);
    for (std::size_t i = text.find("[["); i < text.size(); ++i) {
      CAPTURE(i);
      for (const char c : {'#', ' ', 'a', 'z', '\n', '\r', '\0', '\xff'}) {
        std::string changed = text;
        changed[i] = c;
        if (changed != text && with_lf(changed) != with_lf(text)) CHECK_FALSE(is_intact(changed));
        changed = text;
        changed.insert(i, 1, c);
        const bool is_before = c == '\n' && i == text.find("[[");
        if (!is_before && with_lf(changed) != with_lf(text)) CHECK_FALSE(is_intact(changed));
      }
      std::string shorter = text;
      shorter.erase(i, 1);
      if (with_lf(shorter) != with_lf(text)) CHECK_FALSE(is_intact(shorter));
    }
  }
}

TEST_CASE("what a person puts on the line before a record keeps it from being taken back") {
  const std::string text = added("x = 1\n");
  const std::size_t header = text.find("[[");
  for (const std::string line : {"\n", "# a remark\n", "y = 2\n", "\n\n"}) {
    CAPTURE(line);
    std::string changed = text;
    changed.insert(header, line);
    const auto last = last_addition(changed);
    REQUIRE(last.has_value());
    // The line end that the record brought is no longer the one before it.
    CHECK_FALSE(last->is_intact);
  }
  // With a blank line of its own, a remark stands there as if it had always done so.
  std::string changed = text;
  changed.insert(header, "# a remark\n\n");
  const auto last = last_addition(changed);
  REQUIRE(last.has_value());
  CHECK(last->is_intact);
  CHECK(changed.substr(0, last->begin) == "x = 1\n\n# a remark\n");
}

TEST_CASE("what stands behind a record keeps it from being taken back") {
  const std::string text = added("x = 1\n");
  for (const std::string behind : {"\n", " ", "#", "\r\n", "# care", "y = 2\n", "[[touch]]\n", "\t",
                                   "\xef\xbb\xbf", "  # care abcde"}) {
    CAPTURE(behind);
    const auto last = last_addition(text + behind);
    REQUIRE(last.has_value());
    CHECK_FALSE(last->is_intact);
    CHECK(last->line == 3);
  }
}

TEST_CASE("git may turn the line ends of the whole file") {
  for (const std::string& end : ends) {
    if (end.find('\r') != std::string::npos) continue;
    CAPTURE(end);
    const std::string unix = added(end);
    CHECK(taken_back(with_crlf(unix)) == with_crlf(end));
    const std::string windows = added(with_crlf(end));
    CHECK(taken_back(with_lf(windows)) == end);
    CHECK(taken_back(with_crlf(added(unix, other))) == with_crlf(unix));
  }
  // But a carriage return that is no line end is a change.
  std::string text = added("x = 1\n");
  text.insert(text.find("acme"), "\r");
  CHECK_FALSE(is_intact(text));
}

TEST_CASE("a record that a person wrote is not care's") {
  const std::string files[] = {
      "",
      "\n",
      std::string{bom},
      "x = 1\n",
      std::string{record},
      "x = 1\n\n" + std::string{record},
      "[[touch]] # care abcde\n",
      "[[touch]]  # care\n",
      "[[touch]]  # care abcd\n",
      "[[touch]]  # care abcdef\n",
      "[[touch]]  # Care abcde\n",
      " [[touch]]  # care abcde\n",
      "[touch]  # care abcde\n",
      "# [[touch]]  # care abcde\n",
      "said = \"[[touch]]  # care abcde\"\n",
      "[[touch]] x  # care abcde\n",
      "  # care abcde\n",
  };
  for (const std::string& file : files) {
    CAPTURE(file);
    CHECK_FALSE(last_addition(file).has_value());
  }
}

TEST_CASE("what only looks like care's mark is never taken back") {
  for (const std::string file :
       {"[[touch]]  # care abcde\n", "[[touch]]  # care abcde", "[[]]  # care abcde\nx = 1\n",
        "notes = \"\"\"\n[[touch]]  # care abcde\n\"\"\"\n",
        "notes = '''\n[[touch]]  # care abcde\r\n"}) {
    CAPTURE(file);
    CHECK_FALSE(is_intact(file));
    // And it does not stand in the way of a record that is.
    CHECK(taken_back(added(file)) == file);
  }
  // Behind a record it is something that stands behind it.
  CHECK_FALSE(is_intact(added("x = 1\n") + "[[touch]]  # care abcde\n"));
  // The same words, with the seal of another place in the record.
  std::string text = added("x = 1\n", "[[touch]]\nsaid = \"  # care abcde\"\n");
  CHECK(is_intact(text));
  CHECK(taken_back(text) == "x = 1\n");
  text = added("x = 1\n", "[[touch]]\nsaid = \"[[x]]  # care abcde\"\n");
  CHECK(taken_back(text) == "x = 1\n");
}

TEST_CASE("a customer's contacts are taken back with it") {
  const std::string customer =
      "[[customer]]\nid = \"zen\"\n\n[[customer.contact]]\nname = \"Ana\"\n";
  for (const std::string& end : ends) {
    CAPTURE(end);
    CHECK(taken_back(added(end, customer)) == end);
  }
}
