#include <care/book_ids.hpp>
#include <care/text.hpp>
#include <care/text_ascii.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <optional>

namespace care {
namespace {

constexpr std::size_t longest_id = 32;

/// From U+0430 on, as passports have them.
constexpr std::array<std::string_view, 32> cyrillic{
    "a", "b", "v", "g", "d", "e",  "zh", "z",  "i",  "i",    "k", "l", "m", "n", "o",  "p",
    "r", "s", "t", "u", "f", "kh", "ts", "ch", "sh", "shch", "",  "y", "",  "e", "yu", "ya"};
/// From U+03B1 on.
constexpr std::array<std::string_view, 25> greek{"a", "v", "g", "d", "e",  "z",  "i", "th", "i",
                                                 "k", "l", "m", "n", "x",  "o",  "p", "r",  "s",
                                                 "s", "t", "y", "f", "ch", "ps", "o"};

/// A letter that Unicode does not take apart, or of another alphabet; nothing for any other.
std::optional<std::string_view> in_ascii(std::int32_t value) {
  const auto of = [&](const auto& letters, std::int32_t first) -> std::optional<std::string_view> {
    const auto place = static_cast<std::size_t>(value - first);
    if (value < first || place >= letters.size()) return std::nullopt;
    return letters.at(place);
  };
  if (const auto letter = of(cyrillic, 0x430)) return letter;
  if (const auto letter = of(greek, 0x3b1)) return letter;
  switch (value) {
    case 0x454: return "ye";
    case 0x456: return "i";
    case 0x491: return "g";
    case 0xe6: return "ae";
    case 0x153: return "oe";
    case 0xdf: return "ss";
    case 0xfe: return "th";
    case 0xf0: return "d";
    default: return std::nullopt;
  }
}

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  std::string low = folded(word);
  while (low.ends_with('.')) low.pop_back();
  return std::ranges::find(words, low) != words.end();
}

}  // namespace

std::string customer_id_from(std::string_view name) {
  std::string id;
  const std::string small = folded(name);
  for (std::string_view rest = small; !rest.empty();) {
    const bool is_ascii = static_cast<unsigned char>(rest.front()) < 0x80;
    const CodePoint point = is_ascii ? CodePoint{rest.front(), 1} : first_code_point(rest);
    if (point.size == 1 && is_letter_or_digit(rest.front())) {
      id += rest.front();
    } else if (const auto letters = in_ascii(point.value)) {
      id += *letters;
    } else if (rest.front() != '\'' && point.value != 0x2019 && !id.empty() && id.back() != '-') {
      id += '-';
    }
    rest.remove_prefix(point.size);
  }
  if (id.size() > longest_id) {
    const auto cut = id.rfind('-', longest_id);
    id.resize(cut == std::string::npos || cut < longest_id / 2 ? longest_id : cut);
  }
  while (id.ends_with('-')) id.pop_back();
  if (!id.empty()) return id;
  // A script without an alphabet: the number of its first letter, which any keyboard has.
  const std::int32_t first = small.empty() ? -1 : first_code_point(small).value;
  const bool is_letter = first >= 0x80 && first < 0x1f000;
  return is_letter ? fmt::format("customer-{:x}", first) : "customer";
}

bool is_form_of_address(std::string_view word) {
  return is_one_of(word, {"mr",  "mrs",  "ms",    "miss",   "mx",       "herr", "frau", "m",
                          "mm",  "mme",  "mlle",  "madame", "monsieur", "sr",   "sra",  "srta",
                          "don", "dona", "senor", "senora", "hr",       "fr",   "sig",  "signora"});
}

bool is_title(std::string_view word) {
  return is_one_of(word, {"dr", "prof", "ing", "dipl", "sir", "rev"});
}

}  // namespace care
