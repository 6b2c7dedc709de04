#include <care/record_several.hpp>
#include <care/text.hpp>
#include <care/text_lines.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <type_traits>
#include <utility>

namespace care {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";
constexpr std::string_view blanks = " \t\r";
/// Behind a record's header, before its seal.
constexpr std::string_view mark = "  # care ";
constexpr std::size_t seal_size = 5;

/// The file's own: that of its last line.
std::string_view line_end_of(std::string_view file) {
  const auto last = file.rfind('\n');
  return last != std::string_view::npos && last > 0 && file[last - 1] == '\r' ? "\r\n" : "\n";
}

bool is_blank(std::string_view line) {
  return line.find_first_not_of(blanks) == std::string_view::npos;
}

/// How many line ends must come before a record, so that exactly one blank line stands before it.
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

/// Eight letters, or fewer, as a number that is the same on every machine.
std::uint64_t word_of(std::string_view text) {
  std::uint64_t word = 0;
  std::memcpy(&word, text.data(), std::min(text.size(), sizeof word));
  if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
  return word;
}

/// Of a great many records that were imported at once: eight letters in one step.
std::uint32_t sum_of_many(std::string_view text) {
  constexpr std::uint64_t prime = 0x9e3779b97f4a7c15U;
  std::uint64_t sum = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(end == text.size() ? end : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    sum = (sum ^ line.size()) * prime;
    while (!line.empty()) {
      sum = (sum ^ word_of(line)) * prime;
      sum ^= sum >> 29U;
      line.remove_prefix(std::min(line.size(), sizeof sum));
    }
  }
  return static_cast<std::uint32_t>(sum >> 32U);
}

std::uint32_t sum_of(std::string_view text) {
  constexpr std::size_t many = std::size_t{1} << 16;
  const bool has_returns = text.find('\r') != std::string_view::npos;
  const auto returns = has_returns ? std::ranges::count(text, '\r') : 0;
  if (text.size() - static_cast<std::size_t>(returns) > many) return sum_of_many(text);
  auto sum = checksum<std::uint32_t>({});
  while (!text.empty()) {
    const std::size_t end = std::min(text.find("\r\n"), text.size());
    sum = checksum(text.substr(0, end), sum);
    text.remove_prefix(end == text.size() ? end : end + 1);
  }
  return sum;
}

/// A short sum over all that was added, by which a change would show (FNV-1a, 32 bits). Not over
/// the carriage returns of line ends: git puts them in and takes them out.
std::string seal_of(std::string_view text) {
  constexpr std::string_view digits = "abcdefghijkmnpqrstuvwxyz23456789";
  constexpr std::uint32_t bits = 5;
  std::uint32_t sum = sum_of(text);
  sum ^= sum >> (seal_size * bits);
  std::string seal;
  for (std::size_t i = 0; i < seal_size; ++i) {
    seal += digits[sum & (digits.size() - 1)];
    sum >>= bits;
  }
  return seal;
}

/// Where the mark of a header line begins; nothing where the line is not one of care's headers.
std::optional<std::size_t> mark_of(std::string_view line) {
  const auto at = line.find(mark);
  if (!line.starts_with("[[") || at == std::string_view::npos || at < 2) return std::nullopt;
  if (line.substr(at - 2, 2) != "]]") return std::nullopt;
  std::string_view rest = line.substr(at + mark.size());
  if (rest.ends_with('\r')) rest.remove_suffix(1);
  if (rest.size() != seal_size) return std::nullopt;
  return at;
}

/// The last line of the file that is such a header.
std::optional<std::size_t> last_header(std::string_view file) {
  std::size_t end = file.size();
  while (true) {
    const auto line_break = end == 0 ? std::string_view::npos : file.rfind('\n', end - 1);
    std::size_t start = line_break == std::string_view::npos ? 0 : line_break + 1;
    if (start == 0 && file.starts_with(byte_order_mark)) start = byte_order_mark.size();
    if (end > start && mark_of(file.substr(start, end - start))) return start;
    if (line_break == std::string_view::npos) return std::nullopt;
    end = line_break;
  }
}

/// The same text without seal and mark, as it was sealed.
std::string unsealed(std::string_view added, std::size_t header) {
  const std::string_view line = added.substr(header, added.find('\n', header) - header);
  std::string text{added};
  text.erase(header + *mark_of(line), mark.size() + seal_size);
  return text;
}

/// Where the line end begins that stands before `at`; nothing where none does. A carriage return is
/// part of it only where the record's own lines have one.
std::optional<std::size_t> line_end_before(std::string_view file, std::size_t at, bool is_crlf) {
  if (at == 0 || file[at - 1] != '\n') return std::nullopt;
  return at - (is_crlf && at > 1 && file[at - 2] == '\r' ? 2 : 1);
}

template <class One>
const std::vector<One>& addable(const Book& book) {
  if constexpr (std::is_same_v<One, Plan>) {
    return book.later_plans;
  } else {
    return list_of<One>(book);
  }
}

/// The record of that kind that stands there.
template <class One>
std::optional<Record> read_at(const Book& book, const One& /*meant*/, Position at) {
  const std::vector<One>& all = addable<One>(book);
  const auto found = std::ranges::find(all, at, [](const One& one) { return one.at; });
  if (found == all.end()) return std::nullopt;
  return *found;
}

}  // namespace

std::size_t room_before_addition(std::string_view file) {
  return mark.size() + seal_size + line_ends_needed(file);
}

Addition addition_to(std::string_view file, std::string record) {
  record.insert(0, room_before_addition(file), '\n');
  return addition_with_room(file, std::move(record));
}

Addition addition_with_room(std::string_view file, std::string record) {
  const std::size_t needed = line_ends_needed(file);
  const auto lines = static_cast<std::uint32_t>(line_feeds_in(file) + 1 + needed);
  // The header goes to the start, and the mark behind it.
  const std::size_t room = mark.size() + seal_size;
  const std::string seal = seal_of(std::string_view{record}.substr(room));
  const std::size_t header = record.find('\n', room + needed) - room;
  record.replace(0, header, record, room, header);
  record.replace(header, mark.size(), mark).replace(header + mark.size(), seal_size, seal);
  return {with_line_ends(std::move(record), line_end_of(file)), lines};
}

std::optional<LastAddition> last_addition(std::string_view file) {
  const auto header = last_header(file);
  if (!header) return std::nullopt;
  LastAddition last{*header, *header, 0, false};
  last.line = static_cast<std::uint32_t>(line_feeds_in(file.substr(0, *header)) + 1);
  const std::string_view line = file.substr(*header, file.find('\n', *header) - *header);
  const std::string_view seal = line.substr(*mark_of(line) + mark.size(), seal_size);
  // What came before the record depends on how the file ended then: the seal shows it.
  std::optional<std::size_t> begin = header;
  for (std::size_t line_ends = 0; line_ends <= 2 && begin; ++line_ends) {
    if (line_ends_needed(file.substr(0, *begin)) == line_ends &&
        seal_of(unsealed(file.substr(*begin), *header - *begin)) == seal) {
      last.begin = *begin;
      last.is_intact = true;
      break;
    }
    begin = line_end_before(file, *begin, line.ends_with('\r'));
  }
  return last;
}

std::optional<Record> record_at(const Book& book, const Record& meant, Position at) {
  return std::visit([&](const auto& one) { return read_at(book, one, at); }, meant);
}

}  // namespace care
