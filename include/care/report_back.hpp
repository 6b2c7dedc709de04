#pragma once

#include <care/agenda.hpp>

namespace care {

// Looking back and around: what happened, what is open, what returns, where something was said.

template <class... One>
std::variant<One..., const Plan*> or_plan(const std::variant<One...>& record);
/// A record, or a plan of one customer alone that was written later.
using RecordedRef = decltype(or_plan(RecordRef{}));

/// Something that is in the book, on the day on which it happened.
struct Recorded {
  std::optional<When> on;  ///< nothing where the record has no day
  CustomerIndex customer = 0;
  Position at;
  RecordedRef record;
};

/// Which records; what is empty restricts nothing.
struct JournalSelection {
  Date from, to;
  bool undated = false;  ///< those without a day, too
  std::optional<CustomerIndex> customer;
  std::optional<StaffIndex> owner;  ///< of the customer, that day
  std::string by;
  std::vector<std::string> kinds;  ///< names of their tables
};
/// By day and time, then file order; those without a day first.
[[nodiscard]] std::vector<Recorded> journal(const Book& book, const JournalSelection& selection);

/// A request, promise or offer that is open.
struct OpenItem {
  Item item;
  std::optional<StaffIndex> owner;  ///< on whose agenda it stands that day
  std::optional<When> since;        ///< asked, or promised, where that is known
  Text offered{};                   ///< of a request: the alternative that waits for their word
  const Unreadable* unreadable = nullptr;  ///< what could not be read, in place of all that
};
/// Whatever could not be read first, since anything may be open there; then of everybody who is not
/// former, by target.
[[nodiscard]] std::vector<OpenItem> open_items(const Book& book, Moment now,
                                               const Selection& selection);

/// An occurrence of an occasion (R3).
struct DateAhead {
  Date day;
  CustomerIndex customer = 0;
  Kind kind = Kind::event;
  Text what, person;
  std::optional<int> years;
  std::optional<Date> marked;  ///< the day on which they were greeted
};
/// Those from `from` to `to`, by day, then the book's order; not those of former customers.
[[nodiscard]] std::vector<DateAhead> dates_between(const Book& book, Moment now, Date from, Date to,
                                                   const Selection& selection);

/// Where words stand.
struct Hit {
  std::optional<When> on;  ///< nothing: in the customer's own tables
  CustomerIndex customer = 0;
  Position at;
  std::string_view table, key;
  Text text;
};
/// The texts that have all of the words, letter case and accents aside; the latest first, then
/// those without a day in the book's order.
[[nodiscard]] std::vector<Hit> find_text(const Book& book, const std::vector<std::string>& words);

}  // namespace care
