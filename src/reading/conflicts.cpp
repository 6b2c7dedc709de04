#include "reading/conflicts.hpp"

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "reading/headers.hpp"
#include "reading/line_signs.hpp"

namespace care::reading {
namespace {

/// The header of a record, such as `[[touch]]`; nothing of any other line.
std::optional<Header> record_header(std::string_view line) {
  line = trimmed(line);
  if (!line.starts_with("[[")) return std::nullopt;
  const Header header = read_header(line);
  const Table table = table_named(header.root);
  const bool is_record = header.parts == 1 && table != Table::other &&
                         table != table_of<Customer> && table != table_of<Staff> &&
                         table != table_of<Plan> && table != table_of<Message>;
  return header.well_formed && is_record ? std::optional{header} : std::nullopt;
}

/// One side of a conflict: what it begins with, and whether all its tables are records.
struct Side {
  bool is_empty = true;
  bool begins_with_record = false;
  bool names_customer = false;
  bool has_records_alone = true;
};

void add_line(std::string_view line, Side& side) {
  line = trimmed(line);
  if (line.empty() || line.front() == '#') return;
  const auto record = record_header(line);
  if (side.is_empty) side.begins_with_record = record.has_value();
  side.is_empty = false;
  side.names_customer = side.names_customer || line.starts_with("customer");
  if (line.front() == '[' && !record) side.has_records_alone = false;
}

}  // namespace

std::string ConflictWalk::advice(std::uint32_t line) {
  for (; line_ < line; ++line_) {
    const std::string_view passed = trimmed(take_line(rest_));
    if (!passed.empty() && passed.front() != '#') above_ = passed;
  }
  std::string_view text = rest_;
  static_cast<void>(take_line(text));
  Side sides[2];
  std::size_t at = 0;
  bool is_base = false;
  while (!text.empty()) {
    const std::string_view one = take_line(text);
    if (one.starts_with(">>>>>>>") || one.starts_with("<<<<<<<")) break;
    if (trimmed(one) == "=======") {
      at = 1;
      is_base = false;
    } else if (one.starts_with("|||||||")) {
      is_base = true;
    } else if (is_base) {
      sides[at].has_records_alone = sides[at].has_records_alone && trimmed(one).empty();
    } else {
      add_line(one, sides[at]);
    }
  }
  const auto all = [&](auto is) { return std::ranges::all_of(sides, is); };
  const std::string lines = "take out the lines <<<<<<<, ======= and >>>>>>>";
  if (all([](const Side& side) { return side.begins_with_record && side.has_records_alone; }))
    return "keep both: " + lines;
  const bool are_keys = all([](const Side& side) {
    return !side.is_empty && side.names_customer && side.has_records_alone &&
           !side.begins_with_record;
  });
  if (are_keys && record_header(above_))
    return fmt::format("keep both: {}, and begin the second with {}", lines,
                       above_.substr(0, above_.find("]]") + 2));
  return "keep one of the two sides";
}

}  // namespace care::reading
