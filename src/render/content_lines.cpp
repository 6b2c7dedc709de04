#include "render/content_lines.hpp"

#include <care/text.hpp>

#include <fmt/format.h>

namespace care {
namespace {

constexpr std::size_t most_octets = 75;

/// With LF for each CR LF and each CR alone.
std::string with_line_feeds(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\r') {
      out += text[i];
    } else if (i + 1 == text.size() || text[i + 1] != '\n') {
      out += '\n';
    }
  }
  return out;
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U; }

}  // namespace

std::string text_value(std::string_view text) {
  std::string out;
  for (const char c : neutralised_lines(with_line_feeds(text))) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '\\' || c == ';' || c == ',') out += '\\';
    out += c;
  }
  return out;
}

std::string content_line(std::string_view name, std::string_view value) {
  const std::string line = fmt::format("{}:{}", name, value);
  std::string_view rest = line;
  std::string out;
  std::size_t room = most_octets;
  while (rest.size() > room) {
    std::size_t cut = room;
    while (cut > 1 && is_continuation(rest[cut])) --cut;
    out += rest.substr(0, cut);
    out += "\r\n ";
    rest.remove_prefix(cut);
    room = most_octets - 1;  // the blank counts
  }
  out += rest;
  return out + "\r\n";
}

}  // namespace care
