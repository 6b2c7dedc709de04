#include <ostream>

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <care/record_several.hpp>

#include "reading/support.hpp"
#include "together_ways.hpp"

using namespace care;
using namespace care::test;

namespace {

TEST_SUITE_BEGIN("record");

/// Customers whose texts take more than one piece.
struct Many {
  explicit Many(std::string_view text) : book{text}, before{read_book(files)} {
    constexpr std::size_t count = 3000;
    const Text notes = before.book.texts->keep(std::string(300, 'n'));
    for (std::size_t i = 0; i < count; ++i) {
      Customer one{};
      one.id = before.book.texts->keep("many-" + std::to_string(i));
      one.name = one.id;
      one.notes = notes;
      customers.push_back(one);
    }
  }

  [[nodiscard]] ManyCustomers all() const { return {before, files, 0, customers}; }
  [[nodiscard]] std::string added(AdditionInPieces& by, const Together& together = {}) const {
    std::string text;
    by = add_in_pieces(
        all(), [&](std::string_view piece) { text += piece; }, together);
    return text.replace(by.seal_at, by.seal.size(), by.seal);
  }
  [[nodiscard]] std::string wrong() const {
    AdditionInPieces by;
    (void)added(by);
    return by.wrong.value_or("");
  }

  std::string book;
  std::vector<Source> files{{"book.toml", book}};
  Reading before;
  std::vector<Customer> customers;
};

TEST_CASE("a great many customers are added in pieces as they would be at once") {
  for (const std::string_view book :
       {"", "[book]\nname = \"B\"\n", "[book]\r\nname = \"B\"\r\n", "[book]\nname = \"B\"",
        "[[customer]]\nid = \"a\"\nname = \"A\"\nbirthday = \"never\"\n"}) {
    CAPTURE(book);
    Many many{book};
    REQUIRE(come_in_pieces(many.all()));
    const Addition whole =
        addition_to(many.book, records_text(many.before.book, many.customers, {}, {}));
    CHECK(whole.text.size() > std::size_t{1} << 20);
    for (const Together& together : {Together{}, Together{other_way_round}, Together{at_once}}) {
      AdditionInPieces by;
      CHECK(many.added(by, together) == whole.text);
      CHECK(by.line == whole.line);
      CHECK(by.wrong.value_or("") == "");
    }
    CHECK(difference(many.before, many.files, 0, whole, many.customers, {}, {}).value_or("") == "");
  }
}

TEST_CASE("no piece may read in another way") {
  // In the first piece, in the last, and between.
  for (const std::size_t place : {7U, 1500U, 2999U}) {
    CAPTURE(place);
    Many many{"[book]\nname = \"B\"\n"};
    CHECK(many.wrong() == "");
    const Customer good = many.customers[place];
    many.customers[place].id = "not an id";
    CHECK(many.wrong() != "");
    many.customers[place] = good;
    // Never written, so it cannot be read.
    many.customers[place].tags = {"", "a"};
    many.customers[place].because = "\xff";
    CHECK(many.wrong() != "");
    many.customers[place] = good;
    many.customers[place].id = many.customers[place == 7 ? 8 : 7].id;
    CHECK(many.wrong() == "the record would not be read as it is meant");
  }
}

TEST_CASE("few customers, and many behind a large book, are added at once") {
  Many many{"[book]\nname = \"B\"\n"};
  many.customers.resize(1000);
  CHECK_FALSE(come_in_pieces(many.all()));
  const Many behind_many{"[book]\nname = \"" + std::string(70'000, 'B') + "\"\n"};
  CHECK_FALSE(come_in_pieces(behind_many.all()));
}

TEST_SUITE_END();

}  // namespace
