#pragma once

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <care/book_fields.hpp>

#include "reading/reader.hpp"

namespace care::reading {

/// Reads a value of the kind that its key takes. False where that says nothing; then the member is
/// as it was, and what is wrong with the value has been reported.
inline bool read_value(Reader& in, const Node& value, takes::Text /*kind*/, Text& member) {
  member = in.values.text(value);
  return !member.empty();
}
bool read_value(Reader& in, const Node& value, takes::Texts kind, Texts& member);
bool read_value(Reader& in, const Node& value, takes::OneOrMoreTexts kind, Texts& member);
bool read_value(Reader& in, const Node& value, takes::WholeList kind, std::optional<Texts>& member);
bool read_value(Reader& in, const Node& value, takes::Truth kind, bool& member);
bool read_value(Reader& in, const Node& value, takes::Side kind, bool& member);
bool read_value(Reader& in, const Node& value, takes::Word<Outcome> kind,
                std::optional<Outcome>& member);
bool read_value(Reader& in, const Node& value, takes::Staff kind,
                std::optional<StaffIndex>& member);
bool read_value(Reader& in, const Node& value, takes::By kind, Text& member);
bool read_value(Reader& in, const Node& value, takes::Tier kind,
                std::optional<std::uint32_t>& member);
bool read_value(Reader& in, const Node& value, takes::Customer kind, CustomerIndex& member);
bool read_value(Reader& in, const Node& value, takes::Event kind, Text& member);
bool read_value(Reader& in, const Node& value, takes::LaterStaff kind,
                std::optional<StaffIndex>& member);
bool read_value(Reader& in, const Node& value, takes::Extra kind, Few<Extra>& member);
bool read_value(Reader& in, const Node& value, takes::Tiers kind, std::vector<Tier>& member);
bool read_value(Reader& in, const Node& value, takes::Spans kind, std::vector<DaySpan>& member);

/// What belongs to the record's customer, so that it is looked up once that is known.
template <class Kind>
concept IsOfCustomer = std::same_as<Kind, takes::Contact> || std::same_as<Kind, takes::Request> ||
    std::same_as<Kind, takes::Promise> || std::same_as<Kind, takes::Event>;
/// What stands in a table of the same kind, so that it is looked up once all of those are read.
template <class Kind>
concept IsLater = std::same_as<Kind, takes::LaterStaff> ||
    std::same_as<Kind, takes::LaterCustomer> || std::same_as<Kind, takes::LaterPromise>;
template <class Kind>
concept IsMention = IsOfCustomer<Kind> || IsLater<Kind> || std::same_as<Kind, takes::Staff> ||
    std::same_as<Kind, takes::By> || std::same_as<Kind, takes::Tier> ||
    std::same_as<Kind, takes::Customer>;

/// A reference to what is looked up later: only whether it could be one.
template <class Kind>
requires std::same_as<Kind, takes::Contact> || std::same_as<Kind, takes::Request> ||
    std::same_as<Kind, takes::Promise> || std::same_as<Kind, takes::LaterCustomer> ||
    std::same_as<Kind, takes::LaterPromise>
bool read_value(Reader& in, const Node& value, Kind /*kind*/,
                std::optional<std::uint32_t>& /*member*/) {
  return in.values.is_reference(value);
}

/// The three keys of working time are read together, once all are there.
template <class Kind>
requires std::same_as<Kind, takes::Hours> || std::same_as<Kind, takes::Workdays> ||
    std::same_as<Kind, takes::Days> || std::same_as<Kind, takes::Holidays>
bool read_value(Reader& /*in*/, const Node& /*value*/, Kind /*kind*/, WorkCalendar& /*member*/) {
  return false;
}

template <class Value, class Member>
bool put(const std::optional<Value>& read, Member& member) {
  if (read) member = *read;
  return read.has_value();
}
template <class Member>
bool read_value(Reader& in, const Node& value, takes::Date /*kind*/, Member& member) {
  return put(in.values.date(value), member);
}
template <class Member>
bool read_value(Reader& in, const Node& value, takes::When /*kind*/, Member& member) {
  return put(in.values.when(value), member);
}
template <class Member>
bool read_value(Reader& in, const Node& value, takes::YearlyDate /*kind*/, Member& member) {
  return put(in.values.yearly(value), member);
}
template <class Member>
bool read_value(Reader& in, const Node& value, takes::Length kind, Member& member) {
  return put(in.values.duration(value, kind.lengths), member);
}
template <class Member>
bool read_value(Reader& in, const Node& value, takes::Cadence /*kind*/, Member& member) {
  return put(in.values.cadence(value), member);
}
template <class Member>
bool read_value(Reader& in, const Node& value, takes::Number /*kind*/, Member& member) {
  return put(in.values.number(value), member);
}
template <class Member>
bool read_value(Reader& in, const Node& value, takes::Count /*kind*/, Member& member) {
  return put(in.values.count(value), member);
}
template <class Value, class Member>
bool read_value(Reader& in, const Node& value, takes::Word<Value> kind, Member& member) {
  const std::optional<Value> read = in.values.choice<Value>(value);
  return put(read ? read : kind.if_bad, member);
}

/// A table that stands in another as the record `Record`; what it lacks is reported.
template <class Record>
void read_part(Reader& in, const Node& table, Few<Record>& all);

/// Reports what stands where a table should; `path` is `customer.contact`.
void no_table(Reader& in, const Node& value, std::string_view path);
void single_brackets(Reader& in, const Node& value, std::string_view path);

/// Calls `read` for each table of an array of tables. One that is written like a single table is
/// reported and read all the same; for what is not a table at all, `read` is not called.
template <class Read>
void each_table(Reader& in, const Node& value, std::string_view path, const Read& read) {
  if (value.kind == ValueKind::table) {
    single_brackets(in, value, path);
    read(value);
  } else if (value.kind == ValueKind::list) {
    for (const Node& element : value) {
      if (element.kind == ValueKind::table) {
        read(element);
      } else {
        no_table(in, element, path);
      }
    }
  } else {
    no_table(in, value, path);
  }
}

template <class Record>
bool read_value(Reader& in, const Node& value, takes::Tables<Record> /*kind*/,
                Few<Record>& member) {
  constexpr std::string_view header = table_head<Record>.header;
  each_table(in, value, header.substr(2, header.size() - 4),
             [&](const Node& table) { read_part(in, table, member); });
  return !member.empty();
}

}  // namespace care::reading
