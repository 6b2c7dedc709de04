#include <care/book.hpp>

#include <ostream>

#include <doctest/doctest.h>

using namespace care;
using std::chrono::days;

namespace {

constexpr Date today{days{20779}};

Customer customer(Text id) {
  Customer one{};
  one.id = id;
  one.name = id;
  return one;
}

Touch touch(CustomerIndex of, Date day, Text said) {
  Touch one{};
  one.customer = of;
  one.on = {day, std::nullopt};
  one.said = said;
  return one;
}

std::string said_to(const Book& book, CustomerIndex of) {
  std::string all;
  for (const std::uint32_t index : book.touches.of(of)) all += book.touches.all[index].said;
  return all;
}

}  // namespace

TEST_CASE("records of a customer stand by day, then in the order of the file") {
  Book book;
  book.customers = {customer("acme"), customer("nobody"), customer("zenith")};
  book.touches.all = {touch(2, today, "a"), touch(0, today, "b"), touch(2, today - days{3}, "c"),
                      touch(2, today, "d"), touch(0, today - days{1}, "e")};
  group_records(book);
  CHECK(said_to(book, 0) == "eb");
  CHECK(said_to(book, 1).empty());
  CHECK(said_to(book, 2) == "cad");
}

TEST_CASE("requests and promises without a day stand last") {
  Book book;
  book.customers = {customer("acme")};
  Request undated{};
  Request dated{};
  dated.asked = When{today, std::nullopt};
  book.requests.all = {undated, dated};
  Promise someday{};
  Promise due{};
  due.due = When{today, std::nullopt};
  book.promises.all = {someday, due};
  group_records(book);
  CHECK(book.requests.of(0)[0] == 1);
  CHECK(book.promises.of(0)[0] == 1);
}

TEST_CASE("a book of nobody groups to nothing") {
  Book book;
  group_records(book);
  CHECK(book.touches.first.empty());
  CHECK(book.referrals.empty());
}

TEST_CASE("referrals stand with the customer who made them") {
  Book book;
  book.customers = {customer("a"), customer("b"), customer("c"), customer("d")};
  book.customers[0].referred_by = 2;
  book.customers[1].referred_by = 0;
  book.customers[3].referred_by = 2;
  group_records(book);
  CHECK(book.referred_by(1).empty());
  REQUIRE(book.referred_by(2).size() == 2);
  CHECK(book.referred_by(2)[0] == 0);
  CHECK(book.referred_by(2)[1] == 3);
}

TEST_CASE("the owner is the customer's own, else the book's, else nobody") {
  Book book;
  Customer one = customer("acme");
  CHECK_FALSE(owner_of(book, one).has_value());
  book.owner = 1;
  CHECK(owner_of(book, one) == StaffIndex{1});
  one.owner = 0;
  CHECK(owner_of(book, one) == StaffIndex{0});
}

TEST_CASE("the cadence is the customer's own, else its tier's, else the policy's") {
  Book book;
  const Cadence fortnight{Duration{2, Unit::week}};
  book.policy.tiers = {{"A", fortnight, {}, {}}};
  Customer one = customer("acme");
  CHECK(cadence_of(book, one) == Cadence{Duration{30, Unit::day}});
  one.tier = 0;
  CHECK(cadence_of(book, one) == fortnight);
  one.every = Cadence{};
  CHECK(cadence_of(book, one) == Cadence{});
}

TEST_CASE("a customer is addressed as it wishes, else by the first contact who is still there") {
  Customer one = customer("Acme Tower");
  CHECK(address_of(one, today) == "Acme Tower");
  Contact gone{};
  gone.name = "Maria Alvarez";
  gone.left = today;
  Contact here{};
  here.name = "Jo Park";
  one.contacts = {gone, here};
  CHECK(address_of(one, today) == "Jo Park");
  CHECK(address_of(one, today - days{1}) == "Maria Alvarez");
  one.contacts[1].call_me = "Jo";
  CHECK(address_of(one, today) == "Jo");
  one.call_me = "the tower";
  CHECK(address_of(one, today) == "the tower");
}

TEST_CASE("staff are found by their id") {
  Book book;
  book.staff.resize(2);
  book.staff[1].id = "ana";
  CHECK(find_staff(book, "ana") == StaffIndex{1});
  CHECK_FALSE(find_staff(book, "nick").has_value());
}

TEST_CASE("kept texts stay, however many follow") {
  TextStore texts;
  std::vector<Text> kept;
  std::vector<std::string> all;
  for (int i = 0; i < 2000; ++i) all.push_back(std::string(static_cast<std::size_t>(i), 'x') + "!");
  for (const std::string& text : all) kept.push_back(texts.keep(text));
  kept.push_back(texts.keep(std::string(1'000'000, 'y')));
  CHECK(texts.keep("").empty());
  for (std::size_t i = 0; i < all.size(); ++i) REQUIRE(kept[i] == all[i]);
  CHECK(kept.back().size() == 1'000'000);
}

TEST_CASE("words are those of the format") {
  CHECK(word(Mood::delighted) == "delighted");
  CHECK(word(Mood::content) == "content");
  CHECK(word(Mood::strained) == "strained");
  CHECK(word(Status::active) == "active");
  CHECK(word(Status::former) == "former");
  CHECK(word(Status::do_not_contact) == "do-not-contact");
  CHECK(word(Channel::video) == "video");
  CHECK(word(Channel::other) == "other");
  CHECK(word(Outcome::withdrawn) == "withdrawn");
  CHECK(word(Answer::refused) == "refused");
  CHECK(word(Severity::warning) == "warning");
}

TEST_CASE("a position is printed as far as it is known") {
  Book book;
  book.files = {"customers.toml"};
  CHECK(to_string(book, {0, 12, 3}) == "customers.toml:12:3");
  CHECK(to_string(book, {0, 12, 0}) == "customers.toml:12");
  CHECK(to_string(book, {0, 0, 0}) == "customers.toml");
  CHECK(to_string(book, {7, 1, 1}).empty());
}
