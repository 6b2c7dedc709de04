#include <ostream>

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <care/record_several.hpp>

#include "reading/support.hpp"

using namespace care;
using namespace care::test;

namespace {

TEST_SUITE_BEGIN("record");

/// Customers whose texts take more than one part, and what they look like behind a book.
struct Many {
  explicit Many(std::string_view text) : book{text}, before{read_book({{"book.toml", book}})} {
    constexpr std::size_t count = 3000;
    const Text notes = before.book.texts->keep(std::string(300, 'n'));
    for (std::size_t i = 0; i < count; ++i) {
      Customer one{};
      one.id = before.book.texts->keep("many-" + std::to_string(i));
      one.name = one.id;
      one.notes = notes;
      customers.push_back(one);
    }
    addition = addition_to(book, records_text(before.book, customers, {}, {}));
  }

  [[nodiscard]] std::string wrong(std::string_view replaced, std::string_view by) const {
    Addition other = addition;
    const std::size_t at = other.text.find(replaced);
    REQUIRE(at != std::string::npos);
    other.text.replace(at, replaced.size(), by);
    return difference(before, {{"book.toml", book}}, 0, other, customers, {}, {}).value_or("");
  }

  std::string book;
  Reading before;
  std::vector<Customer> customers;
  Addition addition;
};

TEST_CASE("a great many customers are read back in parts") {
  for (const std::string_view book :
       {"", "[book]\nname = \"B\"\n", "[book]\r\nname = \"B\"\r\n", "[book]\nname = \"B\"",
        "[[customer]]\nid = \"a\"\nname = \"A\"\nbirthday = \"never\"\n"}) {
    CAPTURE(book);
    const Many many{book};
    CHECK(many.addition.text.size() > std::size_t{1} << 20);
    CHECK(many.wrong("\"many-0\"", "\"many-0\"") == "");
    // In the first part, in the last, and between.
    for (const std::string_view id : {"\"many-7\"", "\"many-1500\"", "\"many-2999\""}) {
      CAPTURE(id);
      CHECK(many.wrong(id, "\"other\"") == "the record would not be read as it is meant");
      CHECK(many.wrong(id, "\"not an id\"") != "");
    }
  }
}

TEST_CASE("no part may lack or repeat anybody") {
  Many many{"[book]\nname = \"B\"\n"};
  const auto wrong = [&] {
    return difference(many.before, {{"book.toml", many.book}}, 0, many.addition, many.customers, {},
                      {})
        .value_or("");
  };
  const Customer last = many.customers.back();
  many.customers.pop_back();
  CHECK(wrong() == "the record would not be read as it is meant");
  many.customers.push_back(last);
  CHECK(wrong() == "");
  many.customers.push_back(last);
  CHECK(wrong() == "the record would not be read as it is meant");
  many.customers.back().id = "one-more";
  CHECK(wrong() == "the record would not be read as it is meant");
}

TEST_SUITE_END();

}  // namespace
