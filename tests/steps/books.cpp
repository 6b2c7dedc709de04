#include "books.hpp"

namespace care::test {
namespace {

constexpr std::string_view no_policy = R"(
[policy]
tiers = { A = "2w", B = "1m" }
holidays = ["12-25"]

[[staff]]
id = "nick"
name = "Nick"
email = "nick@example.com"
)";

constexpr std::string_view c0 = R"(
[[customer]]
id = "c0"
name = "Harbor"
tier = "A"
phone = "+1 602 555 0101"
birthday = 1984-11-24
since = 2021-03-01
)";

constexpr std::string_view opening = R"(
[[customer.event]]
what = "opening"
date = "11-27"
prepare = "5d"
)";

constexpr std::string_view open_records = R"(
[[touch]]
customer = "c0"
on = 2026-10-05
said = "we talked"

[[request]]
customer = "c0"
id = "r0"
what = "new doors"
asked = 2026-11-20

[[promise]]
customer = "c0"
id = "p0"
what = "the contract"
due = 2026-11-25
made = 2026-11-01
)";

std::string two_digits(std::size_t number) {
  return {static_cast<char>('0' + number / 10), static_cast<char>('0' + number % 10)};
}

/// However many there are, they spread over the year.
std::string month_day(std::size_t number) {
  constexpr std::size_t days = 12 * 28;
  constexpr std::size_t stride = 67;
  number = number * stride % days;
  return two_digits(1 + number / 28) + "-" + two_digits(1 + number % 28);
}

std::string date(std::size_t number) {
  return std::to_string(2027 + number / (28 * 12)) + "-" + month_day(number);
}

}  // namespace

Files book_of(const Parts& parts) {
  std::string text = "[book]\nname = \"Many\"\nstarted = 2020-01-01\nowner = \"nick\"\n";
  text += parts.book;
  text += parts.policy.empty() ? no_policy : parts.policy;
  text += c0;
  text += parts.customer;
  text += parts.people;
  text += opening;
  text += open_records;
  text += parts.records;
  return {{"book.toml", text}};
}

std::string repeated(std::size_t n, std::string_view text) {
  std::string all;
  for (std::size_t number = 0; number < n; ++number) {
    for (std::string_view rest = text; !rest.empty();) {
      const auto open = rest.find('{');
      all += rest.substr(0, open);
      if (open == std::string_view::npos) break;
      rest.remove_prefix(open);
      const auto insert = [&](std::string_view sign, const std::string& what) {
        if (!rest.starts_with(sign)) return false;
        all += what;
        rest.remove_prefix(sign.size());
        return true;
      };
      if (insert("{}", std::to_string(number)) || insert("{day}", month_day(number)) ||
          insert("{month}", two_digits(1 + number % 12) + "-10") ||
          insert("{date}", date(number)) ||
          insert("{-}", std::to_string(number == 0 ? 0 : number - 1))) {
        continue;
      }
      all += rest.front();
      rest.remove_prefix(1);
    }
  }
  return all;
}

std::string times(std::size_t n, std::string_view text) {
  std::string all;
  for (std::size_t i = 0; i < n; ++i) all += text;
  return all;
}

}  // namespace care::test
