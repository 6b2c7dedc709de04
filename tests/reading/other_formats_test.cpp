#include <ostream>

#include <doctest/doctest.h>

#include <string>

#include "reading/other_formats.hpp"

namespace care::reading {

TEST_CASE("what is no book, but was taken for one, is called by its name") {
  struct Row {
    std::string_view text, format;
  };
  using namespace std::string_view_literals;
  const Row rows[] = {
      {"---\ncustomers:\n", "YAML"},
      {"# ours\ncustomers:\n  - id: acme\n", "YAML"},
      {"- id: acme\n  name: Acme\n", "YAML"},
      {"{\n  \"customers\": []\n}\n", "JSON"},
      {"[\n  {\"id\": \"acme\"}\n]\n", "JSON"},
      {"\n[{\"id\": \"acme\"}]\n", "JSON"},
      {"id,name,phone\nacme,Acme,\"+1, 602\"\n", "CSV"},
      {"id;name\r\nacme;Acme\r\n", "CSV"},
      {"id\tname\nacme\tAcme\n", "CSV"},
      {"BEGIN:VCARD\r\nVERSION:4.0\r\n", "a list of vCards"},
      {"BEGIN:VCALENDAR\n", "an iCalendar"},
      {"PK\x03\x04 and more", "a spreadsheet or an archive"},
      {"<!doctype html>", "HTML"},
      {"\xef\xbb\xbf{\"customers\": []}", "JSON"},
      {"\xef\xbb\xbf\r\n[{\"id\": 1}]", "JSON"},
      {"[ {\"id\": 1} ]", "JSON"},
      {"[]\n", "JSON"},
      {"\xef\xbb\xbf"
       "BEGIN:VCARD\r\nVERSION:4.0\r\n",
       "a list of vCards"},
      {"\xef\xbb\xbf---\ncustomers:\n", "YAML"},
      {"\xef\xbb\xbfname;phone\r\nRosa;1\r\n", "CSV"},
      {"customers: []\n", "YAML"},
      {"customers: [{id: acme}]", "YAML"},
      {"book: {name: Acme}\n", "YAML"},
      {"name: Rosa\nphone: 1\n", "YAML"},
      {"# ours\n\nname: Rosa\r\nphone: 1\r\n", "YAML"},
  };
  for (const auto& [text, format] : rows) {
    const std::string shown_text{text};
    CAPTURE(shown_text);
    CHECK(other_format(text) == format);
  }
}

TEST_CASE("what may be a book is not taken for something else") {
  const std::string_view texts[] = {
      "",
      "\n\n",
      "# name,phone\n# a,b\n",
      "name: Acme\n",
      "name: Acme\nid = \"acme\"\n",
      "name = \"a: b\"\nid: acme\n",
      "name: Acme\nid: acme\n[policy]\n",
      "\"a: b\" = 1\n\"c: d\" = 2\n",
      "[\"a\"]\n",
      "[1]\nx = 1\n",
      "[\"a: [\"]\n[\"b: [\"]\n",
      "\xef\xbb\xbf[book]\nname = \"A\"\n",
      "\xef\xbb\xbf[[customer]]\nid: acme\nname: Acme\n",
      "Dear Ana: thanks\nAs said: tomorrow\n",
      "- [[customer]]\n",
      "id,name\na,b\n[[customer]]\nid = \"acme\"\n",
      "{\n[[customer]]\n",
      "Hello, this is my book.\nIt is new, and short.\n",
      "[book]\nname = \"A, B\"\nvalue = [\"a, b\"]\n",
      "tiers = { A = \"2w\", B = \"1m\" }\nx = [1, 2]\n",
      "<<<<<<< HEAD\n",
      "the book, of us",
  };
  for (const std::string_view text : texts) {
    CAPTURE(std::string{text});
    CHECK(other_format(text).empty());
  }
}

}  // namespace care::reading
