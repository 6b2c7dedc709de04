#include "import/phones.hpp"

#include <array>
#include <cstddef>
#include <span>

#include "import/letters.hpp"

namespace care {
namespace {

constexpr std::size_t fewest_digits = 7;

/// Without the (0) that is dialled at home alone.
std::string dialled_digits(std::string_view number) {
  constexpr std::string_view at_home = "(0)";
  const std::size_t zero = number.find(at_home);
  std::string digits = digits_of(number.substr(0, zero));
  if (zero != std::string_view::npos) digits += digits_of(number.substr(zero + at_home.size()));
  return digits;
}

/// Whether there is all that a number needs: an area code is none, nor what a machine wants to hear
/// behind one.
bool is_whole(std::string_view text) {
  constexpr std::size_t fewest_abroad = 9;
  if (text.find_first_of("#*") != std::string_view::npos) return false;
  const std::string digits = dialled_digits(text);
  if (text.starts_with('+')) return digits.size() >= fewest_abroad;
  return digits.size() >= (digits.starts_with("00") ? fewest_abroad + 2 : fewest_digits);
}

/// "home 602 555 0101": either all of a text's numbers have words before them, or none has.
bool begins_with_word(std::string_view text) {
  return std::string_view{"+(0123456789"}.find(text.front()) == std::string_view::npos;
}

/// A comma without a blank may be a pause in one number: `+18665550101,1234567`.
bool is_next(std::string_view first, std::string_view next) {
  return std::string_view{"+(0"}.find(next.front()) != std::string_view::npos ||
         digits_of(first).size() == digits_of(next).size();
}

bool are_numbers(std::span<const std::string_view> all, std::string_view separator) {
  const bool has_words = begins_with_word(all.front());
  return std::ranges::all_of(all, [&](std::string_view one) {
    if (separator == "," && &one != all.data() && !is_next(all.front(), one)) return false;
    return is_whole(one) && begins_with_word(one) == has_words;
  });
}

}  // namespace

std::vector<std::string_view> several_numbers(std::string_view text) {
  // What never stands within a number comes first.
  constexpr std::array<std::string_view, 5> separators{"\n", ", ", ",", " / ", "/"};
  const bool has_pause = text.find(",,") != std::string_view::npos;
  for (const std::string_view separator : separators) {
    const std::vector<std::string_view> all = parts(text, separator);
    if (has_pause || all.size() < 2 || !are_numbers(all, separator)) continue;
    std::vector<std::string_view> numbers;
    for (const std::string_view one : all) {
      const std::vector<std::string_view> within = several_numbers(one);
      numbers.insert(numbers.end(), within.begin(), within.end());
    }
    return numbers;
  }
  return {stripped(text)};
}

std::string phone_key(std::string_view number) {
  constexpr std::size_t telling = 9;
  // An extension is behind the same phone; before the number there may be a word.
  const auto begins_extension = [](char c) {
    return c == 'e' || c == 'E' || c == 'x' || c == 'X' || c == ';' || c == ',';
  };
  const auto* const first = std::ranges::find_if(number, is_digit);
  const auto* const end = std::find_if(first, number.end(), begins_extension);
  std::string digits =
      dialled_digits(number.substr(0, static_cast<std::size_t>(end - number.begin())));
  if (digits.size() < fewest_digits) return {};
  if (digits.size() > telling) digits.erase(0, digits.size() - telling);
  return digits;
}

}  // namespace care
