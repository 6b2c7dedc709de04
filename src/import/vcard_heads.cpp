#include "import/vcard_heads.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

#include <care/text.hpp>

#include "import/letters.hpp"

namespace care {
namespace {

bool is_name_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) || c == '-' || c == '_' ||
         c == '.' || c == '/';
}

/// In capitals, kept where it was not.
std::string_view capitals(std::string_view word, TextStore& texts) {
  const bool has_small = std::ranges::any_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
  if (!has_small) return word;
  return same_word(word, "TYPE") ? std::string_view{"TYPE"} : texts.keep(upper(word));
}

std::string_view parameter_value(std::string_view written, TextStore& texts) {
  written = stripped(written);
  const bool is_plain = std::ranges::all_of(
      written, [](char c) { return c != '"' && static_cast<unsigned char>(c) < 0x80; });
  if (is_plain) return written;
  std::string value{written};
  std::erase(value, '"');
  return texts.keep(decoded(value, {}).text);
}

void add_parameter(CardProperty& property, std::string_view text, TextStore& texts) {
  const auto equals = text.find('=');
  const bool stands_alone = equals == std::string_view::npos;
  std::string_view name = stands_alone ? "TYPE" : capitals(stripped(text.substr(0, equals)), texts);
  const std::string_view value =
      parameter_value(stands_alone ? text : text.substr(equals + 1), texts);
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
  bool is_quoted = false;
  for (; i < line.size(); ++i) {
    if (line[i] == '"') is_quoted = !is_quoted;
    if (line[i] == ':' && !is_quoted) return i + 1;
  }
  // A quote that never ends is only a letter.
  const auto colon = line.find(':');
  return colon == std::string_view::npos ? std::nullopt : std::optional{colon + 1};
}

bool is_head(std::string_view line) {
  std::size_t i = 0;
  while (i < line.size() && is_name_letter(line[i])) ++i;
  return i > 0 && i < line.size() && line[i] == ';';
}

void read_head(CardProperty& property, std::string_view head, TextStore& texts) {
  bool is_quoted = false;
  std::size_t begin = 0;
  bool has_name = false;
  for (std::size_t i = 0; i <= head.size(); ++i) {
    if (i < head.size() && head[i] == '"') is_quoted = !is_quoted;
    if (i < head.size() && (head[i] != ';' || is_quoted)) continue;
    const std::string_view part = head.substr(begin, i - begin);
    begin = i + 1;
    if (has_name) {
      if (!part.empty()) add_parameter(property, part, texts);
      continue;
    }
    has_name = true;
    const auto dot = part.rfind('.');
    if (dot != std::string_view::npos) property.group = capitals(part.substr(0, dot), texts);
    property.name = capitals(dot == std::string_view::npos ? part : part.substr(dot + 1), texts);
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
