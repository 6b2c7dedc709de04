#include "import/vcard_heads.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <string>

#include <care/text.hpp>

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
  const bool has_small = std::ranges::any_of(word, is_small_letter);
  if (!has_small) return word;
  return same_word(word, "TYPE") ? std::string_view{"TYPE"}
                                 : bytes.keep(in_capitals(std::string{word}));
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

void add_parameter(CardProperty& property, std::string_view text, CardBytes& bytes) {
  const auto equals = text.find('=');
  const bool stands_alone = equals == std::string_view::npos;
  std::string_view name = stands_alone ? "TYPE" : capitals(stripped(text.substr(0, equals)), bytes);
  const std::string_view value =
      parameter_value(stands_alone ? text : text.substr(equals + 1), bytes);
  if (stands_alone && (same_word(value, "QUOTED-PRINTABLE") || same_word(value, "BASE64"))) {
    name = "ENCODING";
  }
  property.parameters.push_back({name, value});
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

void read_head(CardProperty& property, std::string_view head, CardBytes& bytes) {
  constexpr std::size_t usual = 4;
  property.parameters.reserve(usual);
  const bool has_quotes = head.find('"') != std::string_view::npos;
  bool has_name = false;
  while (!head.empty()) {
    const std::size_t end =
        has_quotes ? end_of_quoted(head) : std::min(head.find(';'), head.size());
    const std::string_view part = head.substr(0, end);
    head.remove_prefix(std::min(end + 1, head.size()));
    if (has_name) {
      if (!part.empty()) add_parameter(property, part, bytes);
      continue;
    }
    has_name = true;
    const auto dot = part.rfind('.');
    if (dot != std::string_view::npos) property.group = capitals(part.substr(0, dot), bytes);
    property.name = capitals(dot == std::string_view::npos ? part : part.substr(dot + 1), bytes);
  }
}

std::string_view CardProperty::parameter(std::string_view key) const {
  const auto found = std::ranges::find(parameters, key, &Parameter::name);
  return found == parameters.end() ? std::string_view{} : found->value;
}

bool CardProperty::is_type(std::string_view type) const {
  return std::ranges::any_of(parameters, [&](const Parameter& one) {
    if (one.name != "TYPE") return false;
    for (std::string_view types = one.value;;) {
      const auto comma = types.find(',');
      if (same_word(stripped(types.substr(0, comma)), type)) return true;
      if (comma == std::string_view::npos) return false;
      types.remove_prefix(comma + 1);
    }
  });
}

bool CardProperty::is_quoted_printable() const {
  return same_word(parameter("ENCODING"), "QUOTED-PRINTABLE");
}

bool CardProperty::is_base64() const {
  const std::string_view encoding = parameter("ENCODING");
  return same_word(encoding, "BASE64") || same_word(encoding, "B");
}

bool is_left_out(std::string_view name) {
  return name == "PHOTO" || name == "LOGO" || name == "SOUND" || name == "KEY" ||
         name == "X-MS-CARDPICTURE";
}

}  // namespace care
