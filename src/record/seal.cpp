#include "record/seal.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

#include <care/text.hpp>
#include <care/text_lines.hpp>
#include <care/text_sums.hpp>

namespace care {
namespace {

bool is_blank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

/// Eight letters as a number that is the same on every machine.
std::uint64_t word_at(const char* letters) {
  std::uint64_t word = 0;
  std::memcpy(&word, letters, sizeof word);
  if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
  return word;
}
/// Fewer.
std::uint64_t word_of(std::string_view letters) {
  std::uint64_t word = 0;
  for (std::size_t i = letters.size(); i > 0; --i) {
    word = word << 8U | static_cast<unsigned char>(letters[i - 1]);
  }
  return word;
}

/// Eight letters in one step.
std::uint64_t sum_of_line(std::string_view line, std::uint64_t sum) {
  sum = mixed(sum, line.size());
  std::size_t at = 0;
  for (; line.size() - at >= sizeof sum; at += sizeof sum)
    sum = mixed(sum, word_at(line.data() + at));
  if (at < line.size()) sum = mixed(sum, word_of(line.substr(at)));
  return sum;
}

/// FNV-1a, 32 bits.
std::uint32_t sum_of_few(std::string_view text) {
  auto sum = checksum<std::uint32_t>({});
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\r\n"), text.size());
    sum = checksum(text.substr(0, end), sum);
    text.remove_prefix(end == text.size() ? end : end + 1);
  }
  return sum;
}

std::string letters_of(std::uint32_t sum) {
  constexpr std::string_view digits = "abcdefghijkmnpqrstuvwxyz23456789";
  constexpr std::uint32_t bits = 5;
  sum ^= sum >> (seal_size * bits);
  std::string seal;
  for (std::size_t i = 0; i < seal_size; ++i) {
    seal += digits[sum & (digits.size() - 1)];
    sum >>= bits;
  }
  return seal;
}

}  // namespace

std::string_view line_end_of(std::string_view file) {
  const auto last = file.rfind('\n');
  return last != std::string_view::npos && last > 0 && file[last - 1] == '\r' ? "\r\n" : "\n";
}

std::size_t line_ends_needed(std::string_view file) {
  if (file.starts_with(byte_order_mark)) file.remove_prefix(byte_order_mark.size());
  if (file.empty()) return 0;
  const auto last = file.rfind('\n');
  if (last == std::string_view::npos) return is_blank(file) ? 1 : 2;
  if (const auto rest = file.substr(last + 1); !rest.empty()) return is_blank(rest) ? 1 : 2;
  const std::string_view before = file.substr(0, last);
  return is_blank(before.substr(before.rfind('\n') + 1)) ? 0 : 1;
}

std::string with_line_ends(std::string text, std::string_view line_end) {
  if (line_end == "\n") return text;
  std::string out;
  out.reserve(text.size() + text.size() / 16);
  for (const char c : text) {
    if (c == '\n') {
      out += line_end;
    } else {
      out += c;
    }
  }
  return out;
}

std::uint32_t first_line_behind(std::string_view file, std::optional<std::uint32_t> line_ends) {
  const std::size_t ends = line_ends ? *line_ends : line_feeds_in(file);
  return static_cast<std::uint32_t>(ends + 1 + line_ends_needed(file));
}

bool is_of_many(std::string_view text) {
  constexpr std::size_t many = std::size_t{1} << 16;
  const bool has_returns = text.find('\r') != std::string_view::npos;
  const auto returns = has_returns ? std::ranges::count(text, '\r') : 0;
  return text.size() - static_cast<std::size_t>(returns) > many;
}

std::string seal_of(std::string_view text) {
  if (!is_of_many(text)) return letters_of(sum_of_few(text));
  SealOfMany seal;
  seal.add(text);
  return seal.letters();
}

void SealOfMany::add(std::string_view text) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == text.size() ? end : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    sum_ = sum_of_line(line, sum_);
  }
}

std::string SealOfMany::letters() const {
  return letters_of(static_cast<std::uint32_t>(sum_ >> 32U));
}

}  // namespace care
