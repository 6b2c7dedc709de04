#pragma once

#include <optional>
#include <vector>

#include <care/book.hpp>

#include "reading/reader.hpp"
#include "reading/toml.hpp"

namespace care::reading {

/// Each reads one table and adds what it says to the book; what it says wrong becomes problems.
void read_book_table(Reader& in, const Node& table);
void read_policy(Reader& in, const Node& table);
void read_staff(Reader& in, const Node& table);
void read_customer(Reader& in, const Node& table);
void read_purchase(Reader& in, const Node& table);
void read_touch(Reader& in, const Node& table);
void read_request(Reader& in, const Node& table);
void read_promise(Reader& in, const Node& table);
void read_snooze(Reader& in, const Node& table);
void read_ready(Reader& in, const Node& table);

/// Keys of the policy that say when people work: `hours`, `workdays`, `holidays`.
struct WorkingTime {
  const Node* hours = nullptr;
  const Node* workdays = nullptr;
  const Node* holidays = nullptr;
};
[[nodiscard]] WorkCalendar read_working_time(Reader& in, const WorkingTime& keys);
/// A list of `{ from = 2026-12-21, to = 2027-01-02 }`.
[[nodiscard]] std::vector<DaySpan> read_spans(Reader& in, const Node& value);
[[nodiscard]] std::optional<DaySpan> read_span(Reader& in, const Node& value);

/// `[customer.extra]`: any keys, in the order of the book.
[[nodiscard]] std::vector<Extra> read_extra(Reader& in, const Node& table);
[[nodiscard]] std::optional<LeapDay> read_leap_day(Reader& in, const Node& value);

/// Tables are read in four rounds, each kind after those that it refers to.
inline constexpr unsigned rounds = 4;
[[nodiscard]] unsigned round_of(Table table);

/// Reads the tables of one round that stand in a parsed block; round 0 also tells what nobody
/// knows.
void read_root(Reader& in, const Node& root, unsigned round);
/// After a round: what refers to others of the same kind.
void resolve(Reader& in, unsigned round);

}  // namespace care::reading
