#include <care/record_several.hpp>
#include <care/text.hpp>
#include <care/text_lines.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <type_traits>
#include <utility>

#include "record/seal.hpp"

namespace care {
namespace {

constexpr std::string_view mark = addition_mark;

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
  // They are in the order of the files.
  const auto found = std::ranges::lower_bound(all, at, {}, &One::at);
  if (found == all.end() || found->at != at) return std::nullopt;
  return *found;
}

}  // namespace

std::size_t room_before_addition(std::string_view file) {
  return mark.size() + seal_size + line_ends_needed(file);
}

Addition addition_to(std::string_view file, std::string record,
                     std::optional<std::uint32_t> line_ends) {
  record.insert(0, room_before_addition(file), '\n');
  return addition_with_room(file, std::move(record), line_ends);
}

Addition addition_with_room(std::string_view file, std::string record,
                            std::optional<std::uint32_t> line_ends) {
  const std::size_t needed = line_ends_needed(file);
  // The header goes to the start, and the mark behind it.
  const std::size_t room = mark.size() + seal_size;
  const std::string seal = seal_of(std::string_view{record}.substr(room));
  const std::size_t header = record.find('\n', room + needed) - room;
  record.replace(0, header, record, room, header);
  record.replace(header, mark.size(), mark).replace(header + mark.size(), seal_size, seal);
  return {with_line_ends(std::move(record), line_end_of(file)), first_line_behind(file, line_ends)};
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
