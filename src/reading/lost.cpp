#include "reading/lost.hpp"

#include <algorithm>

#include <fmt/format.h>

#include <care/text.hpp>

#include "reading/line_signs.hpp"
#include "reading/lost_headers.hpp"
#include "reading/problems.hpp"

namespace care::reading {
namespace {

std::string_view line_from(std::string_view text, std::size_t start) {
  return text.substr(start, text.find('\n', start) - start);
}

/// What stands between quotes of any kind, or up to a comment.
std::string_view unquoted(std::string_view value) {
  for (const std::string_view quote : {"\"", "'", "“", "”", "„", "«"}) {
    if (!value.starts_with(quote)) continue;
    value.remove_prefix(quote.size());
    const std::size_t end = value.find_first_of("\"'");
    const std::size_t curly = std::min(value.find("”"), std::min(value.find("“"), value.find("»")));
    return value.substr(0, std::min(end, curly));
  }
  return trimmed(value.substr(0, value.find('#')));
}

/// A table of a block.
struct Part {
  std::string_view text;
  std::uint32_t line = 1;  ///< of the block, on which it begins
};

/// The tables of a block, where the headers between them are lost: each begins with the key that
/// comes once in every table, as does the line of another one's.
std::vector<Part> parts_of(std::string_view text, std::string_view key) {
  std::vector<Part> parts{{text}};
  std::string_view before;
  std::uint32_t line = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view whole = line_from(text, at);
    ++line;
    if (bare_key(trimmed(whole)) == key) {
      const std::string_view value = recovered(whole, key);
      if (!before.empty() && !value.empty() && value != before) {
        Part& last = parts.back();
        last.text =
            last.text.substr(0, static_cast<std::size_t>(text.data() + at - last.text.data()));
        parts.push_back({text.substr(at), line});
      }
      before = value;
    }
    at += whole.size() + 1;
  }
  return parts;
}

std::string open_record_key(Table table, std::string_view customer, std::string_view id) {
  return fmt::format("{}\n{}\n{}", head_of(table).name, customer, id);
}

std::string_view lost_part(Table table) {
  if (table == Table::root) return "what stands before the first table";
  if (table == table_of<Book>) return "[book]";
  if (table == table_of<Policy>) return "the policy, so defaults are used,";
  if (table == table_of<Staff>) return "one of the staff";
  if (table == table_of<Plan>) return "a plan";
  if (table == table_of<Message>) return "a message";
  return "a table that nobody knows";
}

}  // namespace

std::string_view recovered(std::string_view text, std::string_view key) {
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view whole = line_from(text, at);
    at += whole.size() + 1;
    std::string_view line = trimmed(whole);
    if (line.starts_with('[') && read_header(line).parts > 1) break;
    if (!line.starts_with(key)) continue;
    line = trimmed(line.substr(key.size()));
    if (line.starts_with('=') || line.starts_with(':')) return unquoted(trimmed(line.substr(1)));
  }
  return {};
}

void Lost::block(const BlockText& block, Table table, Position at) {
  const bool is_record = table > table_of<Customer>;
  const std::vector<Part> parts = parts_of(block.text(), is_record ? "customer" : "id");
  for (const Part& part : parts) {
    if (&part != &parts.front()) at = {at.file, block.line(part.line), 1};
    table_of_block(part.text, table, at);
  }
}

void Lost::table_of_block(std::string_view text, Table table, Position at) {
  const std::string_view id = recovered(text, "id");
  if (table == table_of<Request>) lost_record(references_.request_ids, text, "asked");
  if (table == table_of<Promise>) lost_record(references_.promise_ids, text, "due");
  references_.policy_is_lost = references_.policy_is_lost || table == table_of<Policy>;
  const bool is_somebody = table == Table::other && !id.empty() && !recovered(text, "name").empty();
  if (table == table_of<Customer> || is_somebody) {
    references_.customer_ids.add_lost(id);
    customer(at, id, recovered(text, "name"));
  } else if (table == table_of<Staff>) {
    lost_staff(text, id, at);
  } else if (table > table_of<Customer>) {
    records_[{at.file, table}].push_back(at.line);
  } else {
    part(lost_part(table), at);
  }
}

/// Whoever stands under a lost id still is one of the staff: owners and backups keep their work.
void Lost::lost_staff(std::string_view text, std::string_view id, Position at) {
  part(lost_part(table_of<Staff>), at);
  const auto index = static_cast<StaffIndex>(book_.staff.size());
  const Text kept = book_.texts->keep(id);
  if (kept.empty() || find_invalid_utf8(kept) || !references_.staff_ids.add(kept, index)) return;
  Staff staff{};
  staff.at = at;
  staff.id = kept;
  const std::string_view name = recovered(text, "name");
  staff.name = name.empty() ? kept : book_.texts->keep(shown(name));
  book_.staff.push_back(std::move(staff));
}

void Lost::lost_record(Ids& ids, std::string_view text, std::string_view date_key) {
  const std::string_view id = recovered(text, "id");
  constexpr std::size_t date_size = 10;
  ids.add_lost(!id.empty() ? std::string{id}
                           : fmt::format("{}-{}", recovered(text, "customer"),
                                         recovered(text, date_key).substr(0, date_size)));
}

void Lost::customer(Position at, std::string_view id, std::string_view name) {
  const std::string_view known_as = name.empty() ? id : name;
  const std::string who =
      known_as.empty() ? "a customer" : fmt::format("the customer {}", in_quotes(known_as));
  add(at, id, name, fmt::format("{} could not be read", who));
  unreadable_.back().is_customer = true;
}

void Lost::part(std::string_view what, Position at) {
  add(at, {}, {}, fmt::format("{} could not be read", what));
}

void Lost::open_record(OpenRecord record) { open_.push_back(std::move(record)); }

void Lost::ended(Table table, std::string_view customer, std::string_view id) {
  ended_.insert(open_record_key(table, customer, id));
}

void Lost::report() {
  report_records();
  report_open_records();
  std::ranges::stable_sort(unreadable_, {}, &Unreadable::at);
  book_.unreadable = std::move(unreadable_);
}

/// "3 touches could not be read: log.toml:312, 340, 377", one for each file and kind.
void Lost::report_records() {
  constexpr std::size_t most_lines = 5;
  for (const auto& [kind, lines] : records_) {
    const auto [file, table] = kind;
    const Position first{file, lines.front(), 1};
    std::string what = fmt::format("{} {} could not be read: {}", lines.size(),
                                   lines.size() == 1 ? head_of(table).noun : head_of(table).plural,
                                   to_string(book_, {file, lines.front(), 0}));
    for (std::size_t i = 1; i < std::min(lines.size(), most_lines); ++i)
      what += fmt::format(", {}", lines[i]);
    if (lines.size() > most_lines) what += fmt::format(" and {} more", lines.size() - most_lines);
    unreadable_.push_back({first, {}, {}, std::move(what), table == table_of<Fact>});
  }
}

void Lost::report_open_records() {
  for (const OpenRecord& record : open_) {
    if (!record.id.empty() &&
        ended_.contains(open_record_key(record.table, record.customer, record.id)))
      continue;
    std::string what = fmt::format("the {}", head_of(record.table).name);
    if (!record.what.empty()) what += fmt::format(" {}", in_quotes(record.what));
    if (references_.customer_ids.is_lost(record.customer)) {
      what += fmt::format(" of {}, who could not be read", in_quotes(record.customer));
    } else if (references_.customer_ids.find(record.customer)) {
      what += fmt::format(" of {} could not be read", in_quotes(record.customer));
    } else if (record.customer.empty()) {
      what += " of a customer who is not named";
    } else {
      what += fmt::format(" of the unknown customer {}", in_quotes(record.customer));
    }
    add(record.at, record.customer, {}, std::move(what));
  }
}

void Lost::add(Position at, std::string_view id, std::string_view name, std::string what) {
  what += fmt::format(": {}", to_string(book_, {at.file, at.line, 0}));
  unreadable_.push_back(
      {at, book_.texts->keep(shown(id)), book_.texts->keep(shown(name)), std::move(what)});
}

}  // namespace care::reading
