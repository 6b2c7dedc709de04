#include <care/record.hpp>

#include <ostream>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "reading/support.hpp"

using namespace care;
using namespace care::test;

namespace {

constexpr std::string_view acme = R"([[customer]]
id = "acme"
name = "Acme"
[[customer.contact]]
name = "Ana"
[[request]]
customer = "acme"
what = "key"
asked = 2026-11-20
[[promise]]
customer = "acme"
what = "report"
due = 2026-11-24
[[touch]]
customer = "acme"
on = 2026-11-21
request = "acme-2026-11-20"
)";
constexpr std::string_view another_way =
    "what stands in the book already would be read in another way";
constexpr std::string_view not_as_meant = "the record would not be read as it is meant";

/// A touch of acme's as in `said_hello`.
Touch touch() {
  Touch one{};
  one.customer = 0;
  one.on = {*make_date(2026, 11, 22), std::nullopt};
  one.said = "hello";
  return one;
}
constexpr std::string_view said_hello =
    "[[touch]]\ncustomer = \"acme\"\non = 2026-11-22\nsaid = \"hello\"\n";

Customer zen() {
  Customer one{};
  one.id = "zen";
  one.name = "Zen";
  return one;
}

std::uint32_t line_behind(std::string_view text) {
  std::uint32_t line = 1;
  for (const char c : text) line += c == '\n' ? 1U : 0U;
  return line;
}

/// What is said of a book that becomes another, in which the record stands from this line on.
std::string between(std::string_view before, std::string_view after, const Record& record,
                    std::uint32_t line) {
  return difference(read_text(before), read_text(after), record, {0, line, 1}).value_or("");
}

/// The same where the record stands behind all that the book has now.
std::string changed(std::string_view before, std::string_view now, std::string_view text,
                    const Record& record) {
  return between(before, std::string{now} + std::string{text}, record, line_behind(now));
}

std::string written_to(std::string_view book, const Record& record) {
  const Reading before = read_text(book);
  const Addition addition = addition_to(book, record_text(before.book, record));
  const Reading after = read_text(std::string{book} + addition.text);
  return difference(before, after, record, {0, addition.line, 1}).value_or("");
}

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string out{text};
  const auto at = out.find(from);
  REQUIRE(at != std::string::npos);
  return out.replace(at, from.size(), to);
}

bool can_take_back(std::string_view without, std::string_view record) {
  const std::string with = std::string{without} + std::string{record};
  return can_do_without(read_text(without), read_text(with), {0, line_behind(without), 1});
}

}  // namespace

TEST_CASE("a book with one record more differs in nothing else") {
  CHECK(changed(acme, acme, said_hello, touch()) == "");
  CHECK(written_to(acme, touch()) == "");
  CHECK(written_to(acme, zen()) == "");
}

TEST_CASE("whatever else changes in a book is told") {
  struct Row {
    std::string name, from, to;
  };
  const Row rows[] = {
      {"a customer's name", "name = \"Acme\"", "name = \"Acne\""},
      {"a customer's id", "id = \"acme\"", "id = \"acne\""},
      {"a contact", "name = \"Ana\"", "name = \"Ann\""},
      {"a request", "what = \"key\"", "what = \"ley\""},
      {"its day", "asked = 2026-11-20", "asked = 2026-11-19"},
      {"a promise", "due = 2026-11-24", "due = 2026-11-25"},
      {"a touch", "on = 2026-11-21", "on = 2026-11-23"},
      {"what a touch names", "request = \"acme-2026-11-20\"", "promise = \"acme-2026-11-24\""},
      {"a record is lost", "what = \"report\"", "= 3"},
      {"a record is gone",
       "[[promise]]\ncustomer = \"acme\"\nwhat = \"report\"\ndue = 2026-11-24\n", "\n\n\n\n"},
      {"a record is another", "[[promise]]", "[[request]]"},
      {"a record moves", "[[request]]", "\n[[request]]"},
      {"a customer's facts", "name = \"Acme\"", "name = \"Acme\"\nextra.x = 1"},
      {"an event", "[[request]]",
       "[[customer.event]]\nwhat = \"x\"\ndate = \"06-12\"\n[[request]]"},
      {"a customer more", "[[request]]", "[[customer]]\nid = \"b\"\nname = \"B\"\n[[request]]"},
      {"a record more", "[[request]]",
       "[[touch]]\ncustomer = \"acme\"\non = 2026-11-20\n[[request]]"},
      {"one of the staff", "[[customer]]\n", "[[staff]]\nid = \"n\"\nname = \"N\"\n[[customer]]\n"},
      {"the policy", "[[customer]]\n", "[policy]\nevery = \"1w\"\n[[customer]]\n"},
      {"the book's name", "[[customer]]\n", "[book]\nname = \"N\"\n[[customer]]\n"},
      {"a problem more", "name = \"Acme\"", "name = \"Acme\"\ncolour = 1"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(changed(acme, replaced(acme, row.from, row.to), said_hello, touch()) != "");
  }
}

TEST_CASE("a problem that appears, goes or becomes another is told") {
  const std::string bad = replaced(acme, "name = \"Acme\"", "name = \"Acme\"\ncolour = 1");
  const std::string worse = replaced(acme, "name = \"Acme\"", "name = \"Acme\"\nheight = 1");
  const std::string blank = replaced(acme, "name = \"Acme\"", "name = \"Acme\"\n");
  CHECK(changed(bad, bad, said_hello, touch()) == "");
  CHECK(changed(blank, bad, said_hello, touch()) ==
        "book.toml:4:1: no key is called \"colour\" here; write instead: facts of your own go into "
        "[customer.extra]");
  CHECK(changed(bad, blank, said_hello, touch()) == another_way);
  CHECK(changed(bad, worse, said_hello, touch()).starts_with("book.toml:4:1: no key is called"));
}

TEST_CASE("a record that reads otherwise than it was meant is told") {
  const auto said = [](std::string_view line) {
    return changed(acme, acme,
                   "[[touch]]\ncustomer = \"acme\"\non = 2026-11-22\n" + std::string{line} + "\n",
                   touch());
  };
  CHECK(said("said = \"hello\"") == "");
  CHECK(said("said = \"hallo\"") == not_as_meant);
  CHECK(said("") == not_as_meant);
  CHECK(said("said = \"hello\"\nhow = \"call\"") == not_as_meant);
  CHECK(said("said = \"hello\"\ngreeted = \"birthday\"") == not_as_meant);
  CHECK(said("said = \"hello\"\npromise = \"acme-2026-11-24\"") == not_as_meant);
  CHECK(said("said = \"hello\"\nhow = \"cal\"").starts_with("book.toml:22:7: how cannot be"));
  CHECK(changed(acme, acme, "", touch()) == not_as_meant);
  CHECK(changed(acme, acme, "\n" + std::string{said_hello}, touch()) != "");
  const std::string twice = std::string{said_hello} + std::string{said_hello};
  CHECK(changed(acme, acme, twice, touch()) == another_way);
  CHECK(changed(acme, acme,
                "[[customer]]\nid = \"zen\"\nname = \"Zen\"\n[[customer.contact]]\nname = \"A\"\n",
                zen()) == not_as_meant);
}

TEST_CASE("an old record that would name the new one is told") {
  const std::string touched = replaced(acme, "request = \"acme-2026-11-20\"", "request = \"mine\"");
  Request request{};
  request.customer = 0;
  request.what = "key";
  request.id = "mine";
  request.asked = When{*make_date(2026, 11, 22), std::nullopt};
  CHECK(written_to(touched, request) == another_way);
  request.id = "mine-2";
  CHECK(written_to(touched, request) == "");

  const std::string replaces =
      replaced(acme, "due = 2026-11-24", "due = 2026-11-24\nreplaces = \"x\"");
  Promise promise{};
  promise.customer = 0;
  promise.what = "report";
  promise.id = "x";
  promise.due = When{*make_date(2026, 11, 22), std::nullopt};
  CHECK(written_to(replaces, promise) == another_way);
}

TEST_CASE("advice may change: the nearest id to a wrong one may be the new record's") {
  const std::string slip =
      replaced(acme, "request = \"acme-2026-11-20\"", "request = \"acme-2026-11-222\"");
  Request request{};
  request.customer = 0;
  request.what = "key";
  request.id = "acme-2026-11-22";
  request.asked = When{*make_date(2026, 11, 22), std::nullopt};
  CHECK(written_to(slip, request) == "");
  const std::string vain = std::string{acme} + "[[touch]]\ncustomer = \"zem\"\non = 2026-11-22\n";
  CHECK(written_to(vain, zen()) == "");
}

TEST_CASE("a new customer may be the one whom old records named in vain") {
  const std::string touched = std::string{acme} +
                              "[[touch]]\ncustomer = \"zen\"\non = 2026-11-22\n"
                              "[[purchase]]\ncustomer = \"zen\"\non = 2026-11-22\nwhat = \"x\"\n"
                              "[[request]]\ncustomer = \"zen\"\nasked = 2026-11-22\nwhat = \"x\"\n"
                              "[[promise]]\ncustomer = \"zen\"\ndue = 2026-11-22\nwhat = \"x\"\n"
                              "[[customer]]\nid = \"b\"\nname = \"B\"\nreferred_by = \"zen\"\n";
  CHECK(told(read_text(touched)) != "");
  CHECK(written_to(touched, zen()) == "");
  // Such a record may lack what keeps it unreadable; who it is about is known then.
  const std::string open = std::string{acme} + "[[request]]\ncustomer = \"zen\"\nwhat = 1\n";
  CHECK(written_to(open, zen()) == "");
  // Whatever else is wrong with it is told now, and was not before.
  const std::string bad =
      std::string{acme} + "[[touch]]\ncustomer = \"zen\"\non = 2026-11-22\ncontact = \"Bo\"\n";
  CHECK(written_to(bad, zen()).starts_with("book.toml:21:11: no contact of this customer"));
  // Somebody else's records are no concern of a new customer.
  Customer yan = zen();
  yan.id = "yan";
  CHECK(written_to(touched, yan) == "");
}

TEST_CASE("a book may have problems elsewhere: records are added all the same") {
  const std::string rows[] = {
      "",
      "name = \"x",
      "notes = \"\"\"never closed",
      "notes = \"\"\"never closed\n[[touch]]\ncustomer = \"acme\"\non = 2026-11-22\n",
      "notes = '''never closed\n\n",
      "notes = '''never closed \\",
      "tags = [\"west\",",
      "tags = ['''west",
      "tags = [\"\"\"west",
      "x = { a = 1,",
      "x = {",
      "x =",
      "x",
      "= 3",
      "[",
      "[[",
      "[[touch",
      "[customer.extra]\n",
      "[[touch]]",
      "<<<<<<< HEAD\n",
      "<<<<<<< HEAD",
      "=======",
      "x = \"\x01\"",
      "x = \"\xe4\"",
      "\xff",
      "# \xff",
      "x = \"\\",
      "x = '",
      "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t.u.v.w.x.y.z = 1",
      "x = [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
  };
  const std::string texts[] = {"hello", "'''",      "''' # b",     "\"\"\"",   "a\n[[touch]]\nb",
                               "]",     "}",        "\n=======\n", "\\",       "'",
                               "=",     "\"\"\"\n", "''']",        "x''', '''"};
  for (const std::string& row : rows) {
    for (const std::string_view end : {"", "\n", "\r\n"}) {
      const std::string book = std::string{acme} + row + std::string{end};
      CAPTURE(book);
      for (const std::string& text : texts) {
        CAPTURE(text);
        Touch one = touch();
        one.said = text;
        one.heard = text;
        one.greeted = {text, text};
        CHECK(written_to(book, one) == "");
      }
      CHECK(written_to(book, zen()) == "");
    }
  }
}

TEST_CASE("a record can be taken back only where nothing refers to it") {
  CHECK(can_take_back(acme, said_hello));
  const std::string request =
      "[[request]]\ncustomer = \"acme\"\nwhat = \"x\"\nasked = 2026-11-22\nid = \"mine\"\n";
  CHECK(can_take_back(acme, request));
  const std::string customer = "[[customer]]\nid = \"zen\"\nname = \"Zen\"\n";
  CHECK(can_take_back(acme, customer));
  const auto needed = [](std::string_view referring, std::string_view record) {
    return !can_take_back(std::string{acme} + std::string{referring}, record);
  };
  CHECK(needed("[[touch]]\ncustomer = \"acme\"\non = 2026-11-22\nrequest = \"mine\"\n", request));
  const std::string promise =
      "[[promise]]\ncustomer = \"acme\"\nwhat = \"x\"\ndue = 2026-11-22\nid = \"mine\"\n";
  CHECK(needed("[[touch]]\ncustomer = \"acme\"\non = 2026-11-22\npromise = \"mine\"\n", promise));
  CHECK(
      needed("[[promise]]\ncustomer = \"acme\"\nwhat = \"y\"\ndue = 2026-11-22\nreplaces = "
             "\"mine\"\n",
             promise));
  CHECK(needed("[[touch]]\ncustomer = \"zen\"\non = 2026-11-22\n", customer));
  CHECK(needed("[[customer]]\nid = \"b\"\nname = \"B\"\nreferred_by = \"zen\"\n", customer));
  CHECK_FALSE(
      needed("[[touch]]\ncustomer = \"acme\"\non = 2026-11-22\nrequest = \"mien\"\n", request));
  // What refers to another of the same id is no reason to keep it.
  CHECK_FALSE(needed(request, customer));
}

TEST_CASE("in a book of several files, records may come between others") {
  const auto sources = [](std::string_view middle) {
    return std::vector<Source>{{"a.toml", std::string{acme}},
                               {"b.toml", std::string{middle}},
                               {"c.toml",
                                "[[touch]]\ncustomer = \"acme\"\non = 2026-11-23\n"
                                "request = \"acme-2026-11-22\"\n"
                                "[[request]]\ncustomer = \"acme\"\nwhat = \"x\"\n"
                                "asked = 2026-11-22\n"}};
  };
  const Reading before = read_book(sources(""));
  Request request{};
  request.customer = 0;
  request.what = "key";
  request.asked = When{*make_date(2026, 11, 22), std::nullopt};
  const std::string id = free_request_id(before.book, "acme", request.asked->day);
  CHECK(id == "acme-2026-11-22-2");
  request.id = id;
  const Addition addition = addition_to("", record_text(before.book, request));
  const Reading after = read_book(sources(addition.text));
  CHECK(difference(before, after, request, {1, 1, 1}).value_or("") == "");
  CHECK(difference(before, after, request, {0, 1, 1}).value_or("") != "");
  CHECK(can_do_without(before, after, {1, 1, 1}));
  CHECK_FALSE(can_do_without(before, after, {2, 1, 1}));
}

TEST_CASE("a customer is added to and taken from a file that others stand behind") {
  const auto sources = [](std::string_view log) {
    return std::vector<Source>{{"log.toml", std::string{log}}, {"people.toml", std::string{acme}}};
  };
  const Reading before = read_book(sources(""));
  const Addition addition = addition_to("", record_text(before.book, zen()));
  const Reading after = read_book(sources(addition.text));
  CHECK(difference(before, after, zen(), {0, 1, 1}).value_or("") == "");
  CHECK(can_do_without(before, after, {0, 1, 1}));
}
