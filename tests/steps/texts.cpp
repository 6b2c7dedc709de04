#include "books.hpp"

// Books with long texts of all sorts, in each place that a page shows.

namespace care::test {
namespace {

/// The same text everywhere; without line ends.
Files said_everywhere(const std::string& text) {
  const std::string quoted = "'" + text + "'\n";
  const std::string record = "customer = 'c0'\nby = 'nick'\n";
  return book_of({.book = "value = [" + quoted + "]\n",
                  .customer = "call_me = " + quoted + "sounds_like = " + quoted +
                              "company = " + quoted + "address = " + quoted + "notes = " + quoted +
                              "tags = [" + quoted + "]\nlikes = [" + quoted + "]\n",
                  .people = "\n[[customer.contact]]\nbirthday = '11-24'\nname = " + quoted +
                            "role = " + quoted + "notes = " + quoted +
                            "\n[[customer.event]]\ndate = '11-24'\nwhat = " + quoted +
                            "gift = " + quoted + "\n[customer.extra]\nx = " + quoted,
                  .records = "\n[[touch]]\non = 2026-11-20\n" + record + "said = " + quoted +
                             "heard = " + quoted + "wow = " + quoted +
                             "\n[[request]]\nasked = 2026-11-20\n" + record + "what = " + quoted +
                             "\n[[promise]]\ndue = 2026-11-23\n" + record + "what = " + quoted +
                             "\n[[purchase]]\non = 2026-11-20\n" + record + "what = " + quoted +
                             "\n[[customer]]\nid = 'm'\nname = " + quoted});
}

Files notes(const std::string& lines) {
  return book_of({.customer = "notes = '''\n" + lines + "'''\n"});
}

constexpr Maker makers[] = {
    {"words", [](std::size_t n) { return said_everywhere(times(8 * n, "word ")); }},
    {"letters of one word", [](std::size_t n) { return said_everywhere(times(8 * n, "word")); }},
    {"signs without blanks", [](std::size_t n) { return said_everywhere(times(8 * n, "電梯")); }},
    {"marks on one letter",
     [](std::size_t n) { return said_everywhere("e" + times(8 * n, "\xcc\x81")); }},
    {"joined pictures",
     [](std::size_t n) { return said_everywhere(times(8 * n, "\xf0\x9f\x91\xa9\xe2\x80\x8d")); }},
    {"flags", [](std::size_t n) { return said_everywhere(times(8 * n, "\xf0\x9f\x87\xa9")); }},
    {"signs that nobody sees",
     [](std::size_t n) { return said_everywhere("x" + times(8 * n, "\xe2\x80\xae") + "y"); }},
    {"blanks", [](std::size_t n) { return said_everywhere("x" + times(8 * n, " ") + "y"); }},
    {"signs to escape", [](std::size_t n) { return said_everywhere(times(4 * n, "\\\"<&;,*_|")); }},
    {"lines of a note", [](std::size_t n) { return notes(times(4 * n, "a line of it\n")); }},
    {"empty lines of a note", [](std::size_t n) { return notes("x" + times(8 * n, "\n") + "y"); }},
    {"escapes in a note",
     [](std::size_t n) {
       return book_of({.customer = "notes = \"" + times(8 * n, "\\u00e9\\n") + "\"\n"});
     }},
    {"letters of an id",
     [](std::size_t n) {
       const std::string id = times(8 * n, "x");
       return book_of({.records = "\n[[customer]]\nid = '" + id +
                                  "'\nname = 'Mill'\n\n[[touch]]\n"
                                  "on = 2026-11-01\ncustomer = 'y" +
                                  id + "'\n"});
     }},
    {"letters of a key",
     [](std::size_t n) { return book_of({.customer = times(8 * n, "x") + " = 1\n"}); }},
    {"letters of a header",
     [](std::size_t n) { return book_of({.records = "\n[[" + times(8 * n, "x") + "]]\n"}); }},
    {"digits",
     [](std::size_t n) {
       return book_of({.people = "\n[customer.extra]\nx = '" + times(8 * n, "7") + "'\ny = 0." +
                                 times(8 * n, "7") + "\n"});
     }},
    {"letters of a comment",
     [](std::size_t n) { return book_of({.records = "# " + times(16 * n, "x") + "\n"}); }},
    {"comments", [](std::size_t n) { return book_of({.records = times(4 * n, "# a comment\n")}); }},
    {"empty lines", [](std::size_t n) { return book_of({.records = times(16 * n, "\n")}); }},
    {"line ends of another system",
     [](std::size_t n) {
       return book_of({.records = repeated(n, "\r\n[[customer]]\r\nid = 'm{}'\r\nname = 'x'\r\n")});
     }},
};

}  // namespace

std::span<const Maker> makers_of_texts() { return makers; }

}  // namespace care::test
