#include <care/render_formats.hpp>

#include "books.hpp"

using namespace care;
using namespace care::test;

TEST_CASE("lists in the order asked for; a stand-in is named as such") {
  const std::string staff = table("[[staff]]", "id = 'nick'", "name = 'Nick'", "backup = 'ana'",
                                  "away = [{ from = 2026-11-20, to = 2026-12-04 }]") +
                            table("[[staff]]", "id = 'ana'", "name = 'Ana'");
  const Reading reading =
      read_text(staff + customer("zoe", "owner = 'nick'", "mood = 'strained'") +
                of("zoe", "[[touch]]", "2026-11-10") + customer("bo", "owner = 'ana'") +
                of("bo", "[[touch]]", "2026-10-01") + customer("al", no_follow_up));
  const auto listed = [&](ListOrder order) {
    ListSelection selection;
    selection.order = order;
    return list_customers(reading.book, at("2026-11-23"), selection);
  };
  const auto ids = [&](ListOrder order) {
    std::string all;
    const Listing listing = listed(order);
    for (const CustomerIndex who : listing.customers) {
      all += std::string{reading.book.customers[who].id} + " ";
    }
    return all;
  };
  CHECK(ids(ListOrder::book) == "zoe bo al ");
  CHECK(ids(ListOrder::name) == "al bo zoe ");
  CHECK(ids(ListOrder::last) == "al bo zoe ");
  CHECK(ids(ListOrder::next) == "bo zoe al ");
  CHECK(ids(ListOrder::mood) == "zoe bo al ");
  const auto text = [](const Listing& listing) {
    return find_format("text")->listing(listing, {});
  };
  CHECK(text(listed(ListOrder::book)).find("ana for nick  strained") != std::string::npos);
  const Reading plain = read_text(customer("al", no_follow_up));
  CHECK(text(list_customers(plain.book, at("2026-11-23"), {})) ==
        "ID  NAME  LAST   NEXT\nal  al    never  nothing planned\n");
  ListSelection none;
  none.tags = {"x"};
  CHECK(text(list_customers(plain.book, at("2026-11-23"), none)) == "No customer is like that.\n");
  const Reading empty = read_text("");
  CHECK(text(list_customers(empty.book, at("2026-11-23"), {})) ==
        "No customers yet: care add NAME, or care import contacts.vcf\n");
}

TEST_CASE(
    "who is strained comes first, and who is delighted after those of whom nothing is known") {
  const Reading reading =
      read_text(customer("happy", "mood = 'delighted'") + customer("unknown") +
                customer("fine", "mood = 'content'") + customer("cross", "mood = 'strained'"));
  ListSelection selection;
  selection.order = ListOrder::mood;
  std::string all;
  const Listing listing = list_customers(reading.book, at("2026-11-23"), selection);
  for (const CustomerIndex who : listing.customers) {
    all += std::string{reading.book.customers[who].id} + " ";
  }
  CHECK(all == "cross fine unknown happy ");
}

TEST_CASE("who could not be read is listed before all others, whatever is asked for") {
  const Reading reading =
      read_text(customer("al", no_follow_up, "tags = ['x']") +
                table("[[customer]]", "id = 'bo'", "name = 'Bo Ek'", "since = 2023-02-30") +
                table("[[customer]]", "name = 'No Id'") +
                table("[[touch]]", "customer = 'al'", "on = 2026-02-30"));
  ListSelection tagged;
  tagged.tags = {"y"};
  Listing listing = list_customers(reading.book, at("2026-11-23"), tagged);
  CHECK(listing.customers.empty());
  REQUIRE(listing.unreadable.size() == 2);
  CHECK(listing.unreadable[0]->id == "bo");
  CHECK(listing.unreadable[1]->name == "No Id");
  listing = list_customers(reading.book, at("2026-11-23"), {});
  listing.problems = reading.problems;
  CHECK(find_format("text")->listing(listing, {}) ==
        "ID  NAME   LAST   NEXT\n"
        "bo  Bo Ek  could not be read: book.toml:7\n"
        "?   No Id  could not be read: book.toml:11\n"
        "al  al     never  nothing planned\n\n"
        "3 problems in the book; something may be missing here: care check\n");
  Style narrow;
  narrow.width = 30;
  CHECK(find_format("text")->listing(listing, narrow).find("bo  Bo Ek  could not be read:\n") !=
        std::string::npos);
}
