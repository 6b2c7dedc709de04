#include "shell/command_line/amounts.hpp"

#include <ostream>

#include <doctest/doctest.h>

namespace care {
namespace {

struct AmountRow {
  std::string_view typed;
  double value;
  std::string_view currency;
};

const AmountRow amounts[] = {
    {"1250", 1250, ""},
    {"99.50", 99.5, ""},
    {"99,50", 99.5, ""},
    {"0.5", 0.5, ""},
    {"0,500", 0.5, ""},
    {"1.000,50", 1000.5, ""},
    {"1,000.50", 1000.5, ""},
    {"412,000", 412000, ""},
    {"412.000", 412000, ""},
    {"1,234,567", 1234567, ""},
    {"1.234.567,8", 1234567.8, ""},
    {"1'250.75", 1250.75, ""},
    {"1 250,75", 1250.75, ""},
    {"1234,567", 1234.567, ""},
    {"1000 EUR", 1000, "EUR"},
    {"EUR 1000", 1000, "EUR"},
    {"€99", 99, "EUR"},
    {"99 $", 99, "USD"},
    {"1.000,50 CHF", 1000.5, "CHF"},
};

constexpr std::string_view no_amounts[] = {
    "",        "many", "-5",     "0",   "1,00,0", "1,0000,000",
    "1.2.3",   "1e3",  "12 VIP", "EUR", "1,,5",   "10 EURO",
    "5 EUR 6", ",",    "1'2",    "nan", "0x10",   "1000000000000000"};

}  // namespace

TEST_CASE("an amount is understood as people write it") {
  for (const AmountRow& row : amounts) {
    CAPTURE(row.typed);
    const auto amount = parse_amount(row.typed);
    REQUIRE(amount);
    CHECK(amount->value == row.value);
    CHECK(amount->currency == row.currency);
  }
}

TEST_CASE("what is no amount is none") {
  for (const std::string_view typed : no_amounts) {
    CAPTURE(typed);
    CHECK(!parse_amount(typed));
  }
}

TEST_CASE("a currency is a sign, or a code that is in use") {
  for (const std::string_view word : {"EUR", "$", "£"}) CHECK(is_currency(word));
  for (const std::string_view word : {"VIP", "eur", "", "EU", "UR ", "EUR USD"}) {
    CHECK(!is_currency(word));
  }
}

}  // namespace care
