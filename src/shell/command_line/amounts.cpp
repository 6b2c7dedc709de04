#include "shell/command_line/amounts.hpp"

#include <care/text_ascii.hpp>
#include <care/text_numbers.hpp>

#include <algorithm>

namespace care {
namespace {

struct Currency {
  std::string_view sign, code;
};
constexpr Currency signs[] = {{"€", "EUR"}, {"$", "USD"}, {"£", "GBP"}, {"¥", "JPY"}, {"₹", "INR"}};

/// Those of ISO 4217 that people are paid in most.
constexpr std::string_view codes =
    "AED ARS AUD BGN BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS INR ISK JPY KES "
    "KRW MAD MXN MYR NGN NOK NZD PEN PHP PKR PLN RON RSD SAR SEK SGD THB TRY TWD UAH USD VND ZAR ";

/// The code of a currency; empty for any other word.
std::string code_of(std::string_view word) {
  constexpr std::size_t letters = 3;
  for (const auto& [sign, code] : signs) {
    if (word == sign) return std::string{code};
  }
  if (word.size() != letters || !std::ranges::all_of(word, is_capital)) return {};
  return codes.find(std::string{word} + " ") == std::string_view::npos ? std::string{}
                                                                       : std::string{word};
}

/// Takes the currency from either end of the text.
std::string take_currency(std::string_view& text) {
  constexpr std::string_view of_numbers = "0123456789.,' ";
  const auto first = text.find_first_of("0123456789");
  const auto last = text.find_last_of(of_numbers);
  if (first == std::string_view::npos) return {};
  const std::string before = code_of(trimmed(text.substr(0, first), " "));
  const std::string behind = code_of(trimmed(text.substr(last + 1), " "));
  if (!before.empty()) text.remove_prefix(first);
  if (before.empty() && !behind.empty()) text = text.substr(0, last + 1);
  text = trimmed(text, " ");
  return before.empty() ? behind : before;
}

/// The sign before the decimals: the last one, unless it stands between thousands.
std::optional<char> decimal_sign(std::string_view text) {
  constexpr std::size_t group = 3;
  const auto last = text.find_last_of(".,");
  if (last == std::string_view::npos) return std::nullopt;
  const char sign = text[last];
  if (std::ranges::count(text, sign) > 1) return std::nullopt;
  const bool is_alone = text.find_first_of(".,' ") == last;
  const bool is_group = text.size() - last - 1 == group && last > 0 && last <= group;
  if (is_alone && is_group && text.front() != '0') return std::nullopt;
  return sign;
}

/// The digits with a point before the decimals; empty where the groups are not of three digits.
std::string plain(std::string_view text) {
  constexpr std::size_t group = 3;
  const auto decimal = decimal_sign(text);
  const auto end = decimal ? text.find(*decimal) : text.size();
  std::string digits;
  std::size_t run = 0;
  char separator = '\0';
  for (const char c : text.substr(0, end)) {
    if (is_digit(c)) {
      digits += c;
      ++run;
      continue;
    }
    const bool is_first = separator == '\0';
    const bool fits = is_first ? run > 0 && run <= group : run == group && c == separator;
    if (!fits) return {};
    separator = c;
    run = 0;
  }
  if (separator != '\0' && run != group) return {};
  if (decimal) digits += "." + std::string{text.substr(end + 1)};
  return digits;
}

}  // namespace

bool is_currency(std::string_view word) { return !code_of(word).empty(); }

std::optional<Amount> parse_amount(std::string_view text) {
  Amount amount;
  text = trimmed(text, " ");
  amount.currency = take_currency(text);
  if (text.find_first_not_of("0123456789.,' ") != std::string_view::npos) return std::nullopt;
  const auto value = decimal_number(plain(text));
  if (!value || *value == 0) return std::nullopt;
  amount.value = *value;
  return amount;
}

}  // namespace care
