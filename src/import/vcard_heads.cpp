#include "import/vcard_heads.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <memory_resource>
#include <string>
#include <utility>

#include <care/text.hpp>
#include <care/text_sums.hpp>

#include "import/letters.hpp"

namespace care {
namespace {

bool is_name_letter(char c) {
  static constexpr auto is_in_name = [] {
    std::array<bool, 256> in_name{};
    for (std::size_t i = '0'; i <= '9'; ++i) in_name.at(i) = true;
    for (std::size_t i = 'A'; i <= 'Z'; ++i) in_name.at(i) = in_name.at(i + 'a' - 'A') = true;
    for (const char sign : {'-', '_', '.', '/'}) in_name.at(static_cast<std::size_t>(sign)) = true;
    return in_name;
  }();
  return is_in_name[static_cast<unsigned char>(c)];
}

/// In capitals, kept where it was not.
std::string_view capitals(std::string_view word, CardBytes& bytes) {
  if (word == "type") return "TYPE";
  const bool has_small = std::ranges::any_of(word, is_small_letter);
  return has_small ? bytes.keep(in_capitals(std::string{word})) : word;
}

std::string_view parameter_value(std::string_view written, CardBytes& bytes) {
  written = stripped(written);
  const bool is_plain = std::ranges::all_of(
      written, [](char c) { return c != '"' && static_cast<unsigned char>(c) < 0x80; });
  if (is_plain) return written;
  std::string value{written};
  std::erase(value, '"');
  return bytes.keep(decoded(value, {}).text);
}

/// Behind the part of a head in which a semicolon may stand within quotes.
std::size_t end_of_quoted(std::string_view head) {
  bool is_quoted = false;
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (head[i] == '"') is_quoted = !is_quoted;
    if (head[i] == ';' && !is_quoted) return i;
  }
  return head.size();
}

CardHead::Encoding encoding_of(std::string_view word) {
  using enum CardHead::Encoding;
  if (same_word(word, "QUOTED-PRINTABLE")) return quoted_printable;
  return same_word(word, "BASE64") || same_word(word, "B") ? base64 : none;
}

/// Up to eight letters as a number, whatever their case; 0 for more.
constexpr std::uint64_t short_word(std::string_view word) {
  constexpr std::uint64_t small = 0x20;
  std::uint64_t number = 0;
  if (word.size() > sizeof number) return 0;
  for (const char c : word) number = number << 8U | static_cast<unsigned char>(c) | small;
  return number;
}

unsigned bit_of(std::string_view word) {
  const auto bit = [](CardHead::Type type) { return 1U << static_cast<unsigned>(type); };
  switch (short_word(word)) {
    case short_word("PREF"): return bit(CardHead::Type::pref);
    case short_word("FAX"): return bit(CardHead::Type::fax);
    case short_word("PAGER"): return bit(CardHead::Type::pager);
    case short_word("CELL"): return bit(CardHead::Type::cell);
    case short_word("IPHONE"): return bit(CardHead::Type::iphone);
    case short_word("X-IRMC-N"): return bit(CardHead::Type::irmc_name);
    default: return 0;
  }
}

/// A bit for each that a list of types names, letter case aside.
std::uint8_t types_in(std::string_view list) {
  unsigned types = 0;
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    types |= bit_of(stripped(list.substr(0, comma)));
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return static_cast<std::uint8_t>(types);
}

/// Takes over one parameter as it is written, and returns it.
CardHead::Parameter take_parameter(CardHead& head, std::string_view text, CardBytes& bytes,
                                   bool& has_encoding) {
  const auto equals = text.find('=');
  const bool stands_alone = equals == std::string_view::npos;
  std::string_view name = stands_alone ? "TYPE" : capitals(stripped(text.substr(0, equals)), bytes);
  const std::string_view value =
      parameter_value(stands_alone ? text : text.substr(equals + 1), bytes);
  // By their size, most are not looked at.
  if (stands_alone && (value.size() == 16 || value.size() == 6) &&
      encoding_of(value) != CardHead::Encoding::none) {
    name = "ENCODING";
  }
  if (name == "TYPE") head.types |= types_in(value);
  // The first of a kind counts.
  if (name == "CHARSET" && head.charset.empty()) head.charset = value;
  if (name == "ENCODING" && !std::exchange(has_encoding, true)) head.encoding = encoding_of(value);
  return {name, value};
}

/// The part up to the next semicolon, which is taken off with it.
std::string_view take_part(std::string_view& text, bool has_quotes) {
  const std::size_t end = has_quotes ? end_of_quoted(text) : std::min(text.find(';'), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

/// Few letters are looked at: those in which heads differ.
std::size_t head_sum(std::string_view head) {
  std::uint64_t first = head.size();
  std::uint64_t last = 0;
  if (head.size() < sizeof last) {
    for (const char c : head) last = last << 8U | static_cast<unsigned char>(c);
  } else {
    std::memcpy(&first, head.data(), sizeof first);
    std::memcpy(&last, head.data() + head.size() - sizeof last, sizeof last);
  }
  return mixed(mixed(0, first + head.size()), last) >> 54U;
}

}  // namespace

std::optional<std::size_t> value_of(std::string_view line) {
  std::size_t i = 0;
  while (i < line.size() && is_name_letter(line[i])) ++i;
  if (i == 0 || i == line.size() || (line[i] != ':' && line[i] != ';')) return std::nullopt;
  const auto colon = line.find(':', i);
  if (colon == std::string_view::npos) return std::nullopt;
  bool is_quoted = false;
  for (i = line.substr(0, colon).find('"', i); i < line.size(); ++i) {
    if (line[i] == '"') is_quoted = !is_quoted;
    if (line[i] == ':' && !is_quoted) return i + 1;
  }
  // A quote that never ends is only a letter.
  return colon + 1;
}

bool is_head(std::string_view line) {
  std::size_t i = 0;
  while (i < line.size() && is_name_letter(line[i])) ++i;
  return i > 0 && i < line.size() && line[i] == ';';
}

std::string_view CardBytes::keep(std::string_view bytes) {
  if (bytes.empty()) return {};
  auto* const kept = static_cast<char*>(bytes_.allocate(bytes.size(), 1));
  std::memcpy(kept, bytes.data(), bytes.size());
  return {kept, bytes.size()};
}

CardHead read_head(std::string_view text, CardBytes& bytes) {
  CardHead head;
  const bool has_quotes = text.find('"') != std::string_view::npos;
  const auto most = static_cast<std::size_t>(std::ranges::count(text, ';'));
  if (text.empty()) return head;
  const std::string_view first = take_part(text, has_quotes);
  const auto dot = first.rfind('.');
  if (dot != std::string_view::npos) head.group = capitals(first.substr(0, dot), bytes);
  head.name = capitals(dot == std::string_view::npos ? first : first.substr(dot + 1), bytes);
  if (text.empty()) return head;
  CardHead::Parameter* const all =
      std::pmr::polymorphic_allocator<CardHead::Parameter>{bytes.resource()}.allocate(most);
  std::size_t count = 0;
  bool has_encoding = false;
  while (!text.empty()) {
    const std::string_view part = take_part(text, has_quotes);
    if (part.empty()) continue;
    std::construct_at(all + count, take_parameter(head, part, bytes, has_encoding));
    ++count;
  }
  head.parameters = {all, count};
  return head;
}

CardHead CardHeads::read(std::string_view text, CardBytes& bytes) {
  constexpr std::size_t longest = 128;
  if (text.empty() || text.size() > longest) return read_head(text, bytes);
  std::size_t place = head_sum(text);
  for (; !known_.at(place).text.empty(); place = (place + 1) % known_.size()) {
    if (known_[place].text == text) return known_[place].head;
  }
  if (count_ == known_.size() / 2) return read_head(text, bytes);
  ++count_;
  Known& known = known_[place];
  known.text = bytes_.keep(text);
  known.head = read_head(known.text, bytes_);
  return known.head;
}

std::string_view CardHead::parameter(std::string_view key) const {
  const auto found = std::ranges::find(parameters, key, &Parameter::name);
  return found == parameters.end() ? std::string_view{} : found->value;
}

bool is_left_out(std::string_view name) {
  return name == "PHOTO" || name == "LOGO" || name == "SOUND" || name == "KEY" ||
         name == "X-MS-CARDPICTURE";
}

}  // namespace care
