#include "render/mail/mime.hpp"
#include <care/text.hpp>
#include "render/words/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdint>

namespace care {
namespace {

constexpr std::size_t widest_line = 76;

bool is_plain(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return c >= ' ' && c <= '~'; });
}

/// Base64 (RFC 4648 §4).
std::string base64(std::string_view bytes) {
  constexpr std::string_view digits =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t group = 0;
    for (std::size_t k = 0; k < 3; ++k) {
      group <<= 8;
      if (i + k < bytes.size()) group |= static_cast<unsigned char>(bytes[i + k]);
    }
    for (std::size_t k = 0; k < 4; ++k) {
      out += i + k <= bytes.size() ? digits[(group >> (18 - 6 * k)) & 63U] : '=';
    }
  }
  return out;
}

/// Encoded-words of whole characters, one a line; short enough to stand behind `Subject: ` on a
/// line of 76 (RFC 2047 §2).
std::string encoded_words(std::string_view text) {
  constexpr std::size_t most = 39;
  std::string out;
  while (!text.empty()) {
    std::size_t size = 0;
    while (size < text.size()) {
      const std::size_t next = first_code_point(text.substr(size)).size;
      if (size + next > most) break;
      size += next;
    }
    out += fmt::format("{}=?UTF-8?B?{}?=", out.empty() ? "" : "\n ", base64(text.substr(0, size)));
    text.remove_prefix(size);
  }
  return out;
}

/// Plain ASCII that a line can be folded at, and that nobody takes for an encoded-word.
bool may_be_folded(std::string_view text) {
  constexpr std::size_t longest_word = 60;
  if (!is_plain(text) || text.starts_with(' ') || text.ends_with(' ')) return false;
  if (text.find("  ") != std::string_view::npos || text.find("=?") != std::string_view::npos) {
    return false;
  }
  std::size_t word = 0;
  for (const char c : text) {
    word = c == ' ' ? 0 : word + 1;
    if (word > longest_word) return false;
  }
  return true;
}

std::string folded_at_blanks(std::size_t used, std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::string_view word = text.substr(0, text.find(' '));
    if (!out.empty() && used + 1 + word.size() > widest_line) {
      out += "\n ";
      used = 1;
    } else if (!out.empty()) {
      out += ' ';
      ++used;
    }
    out += word;
    used += word.size();
    text.remove_prefix(std::min(text.size(), word.size() + 1));
  }
  return out;
}

/// Whether a byte of a line may not stand for itself; blanks not at its end.
bool needs_quoting(char c, bool last) {
  if (c == '=' || c < ' ' || c > '~') return true;
  return c == ' ' && last;
}

std::string quoted(char c) { return fmt::format("={:02X}", static_cast<unsigned char>(c)); }

/// One line of a text: as many lines as it takes, joined by soft line breaks.
void append_line(std::string& out, std::string_view line) {
  std::size_t column = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const bool last = i + 1 == line.size();
    // What begins a line here may be what a soft line break left over.
    const bool is_from = column == 0 && line.substr(i).starts_with("From ");
    const bool is_dot = column == 0 && line[i] == '.';
    const bool is_quoted = needs_quoting(line[i], last) || is_from || is_dot;
    const std::size_t size = is_quoted ? 3 : 1;
    if (column + size > widest_line - (last ? 0 : 1)) {
      out += "=\n";
      column = 0;
      --i;
      continue;
    }
    out += is_quoted ? quoted(line[i]) : std::string(1, line[i]);
    column += size;
  }
}

}  // namespace

std::string header_text(std::string_view name, std::string_view text) {
  const std::string safe = neutralised(text);
  return may_be_folded(safe) ? folded_at_blanks(name.size() + 2, safe) : encoded_words(safe);
}

std::string header_mailbox(const Mailbox& mailbox) {
  constexpr std::size_t longest_quoted = 60;
  if (mailbox.name.empty()) return mailbox.address;
  const std::string name = neutralised(mailbox.name);
  if (!may_be_folded(name) || name.size() > longest_quoted) {
    return fmt::format("{}\n <{}>", encoded_words(name), mailbox.address);
  }
  std::string quoted = "\"";
  for (const char c : name) {
    if (c == '"' || c == '\\') quoted += '\\';
    quoted += c;
  }
  constexpr std::size_t room = widest_line - std::string_view{"From: \" <>,"}.size();
  const bool fits = quoted.size() + mailbox.address.size() < room;
  return fmt::format("{}\"{}<{}>", quoted, fits ? " " : "\n ", mailbox.address);
}

std::string quoted_printable(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const auto end = text.find('\n');
    append_line(out, text.substr(0, end));
    out += '\n';
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return out;
}

std::string header_date(Moment now, std::optional<std::chrono::minutes> zone) {
  const Date day = day_of(now);
  const auto ahead = zone.value_or(std::chrono::minutes{0}).count();
  const char sign = !zone || ahead < 0 ? '-' : '+';
  const auto offset = ahead < 0 ? -ahead : ahead;
  return fmt::format("{}, {} {:04} {}:00 {}{:02}{:02}", weekday_words(day), past_day(day, day),
                     year_of(day), clock(now), sign, offset / 60, offset % 60);
}

}  // namespace care
