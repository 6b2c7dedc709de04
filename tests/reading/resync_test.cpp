#include "reading/support.hpp"

#include <ostream>

#include <doctest/doctest.h>

using namespace care;
using namespace care::test;

namespace {

struct Row {
  std::string_view name;
  std::string_view text;
  std::string_view told;
  std::string_view left;
};

void check(const Row& row) {
  CAPTURE(row.name);
  const Reading reading = read_text(row.text);
  CHECK(told(reading) == row.told);
  CHECK(left(reading.book) == row.left);
}

}  // namespace

TEST_CASE("what is not closed costs its own table, wherever it would have ended") {
  const Row rows[] = {
      {"a long text, closed by the opening of the next one", R"([[customer]]
id = "a"
name = "A"
notes = """never closed
[[customer]]
id = "b"
name = "B"
notes = """closed"""
[[customer]]
id = "c"
name = "C"
)",
       "syntax 4:9", "b c unreadable=1"},
      {"the next one opens at the end of its line", R"([[customer]]
id = "a"
name = "A"
notes = """
never closed
[[customer]]
id = "b"
name = "B"
notes = """
Likes: coffee.
a = b, she says
"""
[[customer]]
id = "c"
name = "C"
)",
       "syntax 4:9", "b c unreadable=1"},
      {"three in a row", R"([[customer]]
id = "a"
name = "A"
notes = """
[[customer]]
id = "b"
name = "B"
notes = """
[[customer]]
id = "c"
name = "C"
notes = """
[[customer]]
id = "d"
name = "D"
)",
       "syntax 4:9, syntax 8:9, syntax 12:9", "d unreadable=3"},
      {"the opening is missing", R"([[customer]]
id = "a"
name = "A"
notes = gone"""
[[customer]]
id = "b"
name = "B"
notes = """
fine
"""
)",
       "syntax 4:9", "b unreadable=1"},
      {"the next one opens in a list", R"([[customer]]
id = "a"
name = """never closed
[[customer]]
id = "b"
name = "B"
likes = ["""

orchids, and tulips
""", "tea"]
[[customer]]
id = "c"
name = "C"
)",
       "syntax 3:8", "b c unreadable=1"},
      {"a literal text", R"([[customer]]
id = "a"
name = "A"
notes = '''it's
[[customer]]
id = "b"
name = "B"
notes = """it's"""
)",
       "syntax 4:9", "b unreadable=1"},
      {"a sub-table within the broken one", R"([[customer]]
id = "a"
name = "A"
notes = """
[[customer.contact]]
name = "M"
[[customer]]
id = "b"
name = "B"
)",
       "syntax 4:9", "b unreadable=1"},
      {"a list", R"([[customer]]
id = "a"
name = "A"
tags = ["west",
[customer.extra]
x = 1
[[customer]]
id = "b"
name = "B"
)",
       "syntax 4:8", "b unreadable=1"},
      {"a list of lists, which are no headers", R"([[customer]]
id = "a"
name = "A"
[customer.extra]
x = [
  ["touch"],
  [1],
]
[[customer]]
id = "b"
name = "B"
)",
       "", "a b"},
      {"a list that a conflict stands in", R"([[customer]]
id = "a"
name = "A"
tags = [
<<<<<<< HEAD
  "west",
=======
  "east",
>>>>>>> other
]
)",
       "conflict-marker 5:1", "a"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("a note may show how a book is written") {
  const Row rows[] = {
      {"in a table that is sound", R"([[customer]]
id = "a"
name = "A"
notes = """
To add a call, write
[[touch]]
customer = "a"
on = 2026-11-02
"""
[[touch]]
customer = "a"
on = 2026-11-01
)",
       "", "a touches=1"},
      {"in a table with a mistake above it", R"([[customer]]
id = "a"
since = 2023-02-30
notes = """
[[touch]]
customer = "a"
on = 2026-11-02
"""
[[customer]]
id = "b"
name = "B"
)",
       "syntax 3:9", "b unreadable=1"},
      {"in a table with a mistake below it", R"([[customer]]
id = "a"
notes = '''
[[touch]]
customer = "a"
on = 2026-11-02
'''
since = 2023-02-30
[[customer]]
id = "b"
name = "B"
)",
       "syntax 8:9", "b unreadable=1"},
      {"a conflict within a text is text", R"([[customer]]
id = "a"
name = "A"
notes = """
<<<<<<< HEAD
=======
>>>>>>> other
"""
)",
       "", "a"},
  };
  for (const Row& row : rows) check(row);
}

TEST_CASE("a sub-table that stands apart goes down with its table, and no other") {
  check({"", R"([[customer]]
id = "a"
name = "A"
[[customer]]
id = "b"
name = "B"
[[touch]]
customer = "a"
on = 2026-11-01
[customer.extra]
x = y
[[touch]]
customer = "b"
on = 2026-11-01
)",
         "syntax 11:5", "a touches=1 unreadable=1"});
}

TEST_CASE("files of other encodings") {
  const Row rows[] = {
      {"Latin-1 in one customer",
       "[[customer]]\nid = \"a\"\nname = \"\xe4\"\n[[customer]]\nid = \"b\"\nname = \"B\"\n",
       "not-utf8 3:9", "b unreadable=1"},
      {"in a remark",
       "[[customer]]\nid = \"a\"\nname = \"A\" # \xe4\n[[customer]]\nid = \"b\"\nname = \"B\"\n",
       "not-utf8 3:14", "b unreadable=1"},
      {"in two", "[[touch]]\nsaid = \"ä\xe4\"\n[[touch]]\nsaid = \"\xff\"\n",
       "not-utf8 2:10, not-utf8 4:9", " unreadable=1"},
  };
  for (const Row& row : rows) check(row);

  for (const char* text :
       {"\xff\xfe[\0b\0]\0", "\xfe\xff\0[\0b\0]", "[\0b\0]\0\n\0", "\0[\0b\0]\0\n"}) {
    const Reading reading = read_text(std::string_view{text, 8});
    CHECK(told(reading) == "not-utf8 1:1");
    CHECK(unreadable(reading.book) == Lines{"the whole file could not be read: book.toml:1"});
  }
}
