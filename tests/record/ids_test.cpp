#include <care/record.hpp>

#include <ostream>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

#include "reading/support.hpp"

using namespace care;
using namespace care::test;

namespace {

constexpr std::string_view acme = "[[customer]]\nid = \"acme\"\nname = \"Acme\"\n";

Date friday() { return *make_date(2026, 11, 20); }

struct Row {
  std::string name;
  std::string records;
  std::string request_id, promise_id;
};

}  // namespace

TEST_CASE("requests and promises get an id that nothing else goes by") {
  const std::string request = "[[request]]\ncustomer = \"acme\"\nwhat = \"key\"\n";
  const std::string promise = "[[promise]]\ncustomer = \"acme\"\nwhat = \"key\"\n";
  const Row rows[] = {
      {"nothing there", "", "acme-2026-11-20", "acme-2026-11-20"},
      {"another day", request + "asked = 2026-11-21\n", "acme-2026-11-20", "acme-2026-11-20"},
      {"implied", request + "asked = 2026-11-20\n", "acme-2026-11-20-2", "acme-2026-11-20"},
      {"implied, of a moment", request + "asked = 2026-11-20T15:00\n", "acme-2026-11-20-2",
       "acme-2026-11-20"},
      {"of a promise", promise + "due = 2026-11-20\n", "acme-2026-11-20", "acme-2026-11-20-2"},
      {"two of them, one written",
       request + "asked = 2026-11-20\n" + request +
           "asked = 2026-11-20\nid = \"acme-2026-11-20-2\"\n",
       "acme-2026-11-20-3", "acme-2026-11-20"},
      {"only the second is taken", request + "asked = 2026-11-20\nid = \"acme-2026-11-20-2\"\n",
       "acme-2026-11-20", "acme-2026-11-20"},
      {"another id of that day", request + "asked = 2026-11-20\nid = \"key\"\n", "acme-2026-11-20",
       "acme-2026-11-20"},
      {"lost, with an id", "[[request]]\nid = \"acme-2026-11-20\"\n= 3\n", "acme-2026-11-20-2",
       "acme-2026-11-20-2"},
      {"lost, without one", request + "asked = 2026-11-20\n= 3\n", "acme-2026-11-20-2",
       "acme-2026-11-20-2"},
      {"lost promise", promise + "due = 2026-11-20\n= 3\n", "acme-2026-11-20-2",
       "acme-2026-11-20-2"},
      {"without `what`", "[[request]]\ncustomer = \"acme\"\nasked = 2026-11-20\n",
       "acme-2026-11-20-2", "acme-2026-11-20-2"},
      {"named in vain",
       "[[touch]]\ncustomer = \"acme\"\non = 2026-11-20\nrequest = \"acme-2026-11-20\"\n",
       "acme-2026-11-20-2", "acme-2026-11-20-2"},
      {"a promise named in vain",
       "[[touch]]\ncustomer = \"acme\"\non = 2026-11-20\npromise = \"acme-2026-11-20\"\n",
       "acme-2026-11-20-2", "acme-2026-11-20-2"},
      {"replaced in vain", promise + "due = 2026-12-01\nreplaces = \"acme-2026-11-20\"\n",
       "acme-2026-11-20-2", "acme-2026-11-20-2"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Reading reading = read_text(std::string{acme} + row.records);
    CHECK(free_request_id(reading.book, "acme", friday()) == row.request_id);
    CHECK(free_promise_id(reading.book, "acme", friday()) == row.promise_id);
  }
}

TEST_CASE("a customer's id comes from the name") {
  struct Name {
    std::string name, id;
  };
  const Name rows[] = {
      {"Acme Tower", "acme-tower"},
      {"  Acme   Tower!  ", "acme-tower"},
      {"María Álvarez-Ñúñez", "maria-alvarez-nunez"},
      {"Mari\u0301a", "maria"},  // the accent on its own
      {"Bjørn Æsir", "bjorn-aesir"},
      {"Straße 5", "strasse-5"},
      {"STRAẞE", "strasse"},
      {"Łódź", "lodz"},
      {"Đorđe", "dorde"},
      {"Œuvre", "oeuvre"},
      {"Þór Guðmundsson", "thor-gudmundsson"},
      {"Işıl", "isil"},
      {"O'Brien & Sons", "obrien-sons"},
      {"O’Brien", "obrien"},
      {"L'Été", "lete"},
      {"A/B (C)", "a-b-c"},
      {"Dr. No", "dr-no"},
      {"x_y", "x-y"},
      {"3M", "3m"},
      {"ﬁne", "fine"},          // a ligature
      {"Ｔｏｋｙｏ", "tokyo"},  // of full width
      {"東京タワー", "customer-6771"},
      {"東京 Tower", "tower"},
      {"Tower 東京", "tower"},
      {"Иван Щербаков", "ivan-shcherbakov"},
      {"Юлія Її", "yuliya-ii"},
      {"Γιώργος Παππάς", "giorgos-pappas"},
      {"山田太郎", "customer-5c71"},
      {"🌷", "customer"},
      {"", "customer"},
      {"---", "customer"},
      {"'''", "customer"},
      {"a\u200bb", "ab"},
      {"Evil\u202eName", "evilname"},
      {"A\nB", "a-b"},
      {"Petra Elevator Service and Maintenance of Arizona", "petra-elevator-service-and"},
      {"abcdefghijklmnopqrstuvwxyzabcdef", "abcdefghijklmnopqrstuvwxyzabcdef"},
      {"abcdefghijklmnopqrstuvwxyzabcdefg", "abcdefghijklmnopqrstuvwxyzabcdef"},
      {"abcdefghijklmnopqrstuvwxyzabcdef g", "abcdefghijklmnopqrstuvwxyzabcdef"},
  };
  const Reading empty = read_text("");
  for (const Name& row : rows) {
    CAPTURE(row.name);
    const std::string id = free_customer_id(empty.book, row.name);
    CHECK(id == row.id);
    CHECK(is_customer_id(id));
  }
  CHECK(free_customer_id(empty.book, std::string(100'000, 'x')) == std::string(32, 'x'));
}

TEST_CASE("a customer's id is none that another has, or had before it was lost") {
  const Row rows[] = {
      {"taken", std::string{acme}, "acme-2", {}},
      {"twice", std::string{acme} + "[[customer]]\nid = \"acme-2\"\n", "acme-3", {}},
      {"only the second", "[[customer]]\nid = \"acme-2\"\n", "acme", {}},
      {"lost", std::string{acme} + "= 3\n", "acme-2", {}},
      {"a table of another name", "[[customers]]\nid = \"acme\"\n", "acme-2", {}},
      // Records of somebody who is missing are what the new customer is for.
      {"named in vain", "[[touch]]\ncustomer = \"acme\"\non = 2026-11-20\n", "acme", {}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(free_customer_id(read_text(row.records).book, "Acme") == row.request_id);
  }
}

TEST_CASE("what can be a customer's id") {
  for (const std::string id : {"a", "0", "acme", "acme-tower", "a.b_c-d", "3m", "a-", "a.."}) {
    CAPTURE(id);
    CHECK(is_customer_id(id));
  }
  for (const std::string id :
       {"", "-a", ".a", "_a", "Acme", "a b", "a/b", "é", "a\n", " a", "aé", "a\xff"}) {
    CAPTURE(id);
    CHECK_FALSE(is_customer_id(id));
  }
  CHECK_FALSE(is_customer_id(std::string("a\0b", 3)));
}

TEST_CASE("a new customer is called by their first name where nobody else is") {
  struct Name {
    std::string_view name, id;
  };
  const Name rows[] = {
      {"Søren Holm", "soren"},    {"Holm, Søren", "soren"},
      {"Dr. Ana Ruiz", "ana"},    {"Acme Tower", "acme-tower"},  // there is an acme
      {"Tower Bar", "tower-bar"},                                // a word of another's name
      {"Joe Lee", "joe-lee"},                                    // somebody there
      {"Mimi Sol", "mimi-sol"},                                  // called so
      {"Joseph Lee", "joseph"},   {"The Corner Store", "the-corner-store"},
      {"C. Miller", "c-miller"},  {"Jean-Luc Picard", "jean"},
      {"Иван Щербаков", "ivan"},  {"山田太郎", "customer-5c71"},
      {"", "customer"},
  };
  const Reading reading = read_text(
      "[[customer]]\nid = \"acme\"\nname = \"Big Tower\"\ncall_me = \"Mimi\"\n"
      "[[customer.contact]]\nname = \"Joe Tran\"\n");
  for (const Name& row : rows) {
    CAPTURE(row.name);
    CHECK(short_customer_id(reading.book, row.name) == row.id);
  }
}
