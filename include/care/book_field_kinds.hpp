#pragma once

#include <care/book.hpp>

namespace care {

/// Which lengths of time a key takes.
enum class Lengths {
  interval,  ///< at least one day
  calendar,  ///< likewise, and no working days
  lead,      ///< also "0d"
  patience,  ///< at least one day, and no years: nobody needs to wait for those (R14)
  clock      ///< also minutes and hours
};

/// How such a length is written.
struct LengthRow {
  Lengths lengths;
  std::string_view units;    ///< what may stand behind its count
  std::string_view example;  ///< with one of them
  bool may_be_zero = false;
};
inline constexpr LengthRow length_rows[] = {
    {Lengths::interval, "d, w, m, y, wd", "2w"},      {Lengths::calendar, "d, w, m, y", "6m"},
    {Lengths::lead, "d, w, m, y, wd", "7d", true},    {Lengths::patience, "d, w, m, wd", "2wd"},
    {Lengths::clock, "min, h, wd, d, w, m, y", "4h"},
};
[[nodiscard]] constexpr const LengthRow& row_of(Lengths lengths) {
  const LengthRow* row = length_rows;
  while (row->lengths != lengths) ++row;
  return *row;
}

/// The kinds of value that a key can take. How each is read, written, compared, kept and described
/// is said once, in an overload for it.
namespace takes {

struct Text {};
struct Texts {};
struct WholeList {};       ///< of texts; one without any says that there are none
struct OneOrMoreTexts {};  ///< where a single text stands for a list of one
struct Date {};
struct When {};        ///< a date, or a date with a time
struct YearlyDate {};  ///< a date, or "02-29" where the year is not known
struct Truth {
  bool if_bad;  ///< what a value counts as that is neither true nor false
};
struct Length {
  Lengths lengths;
};
struct Cadence {};  ///< a length of time or "never"
struct Number {};
struct Count {};  ///< a whole number, from 0 on
template <class Value>
struct Word {
  std::optional<Value> if_bad;  ///< what any other word counts as
};
struct Side {};  ///< "us", or "them" for true

struct Staff {};  ///< the id of one of the staff, as their index
struct By {};     ///< the same, as a text
struct Tier {};
struct Customer {};
/// What belongs to the record's customer, so that it is looked up once that is known.
struct Contact {};
struct Request {};
struct Promise {};
struct Event {};  ///< its `what`, as a text
/// What stands in a table of the same kind, so that it is looked up once all of those are read.
struct LaterStaff {};
struct LaterCustomer {};
struct LaterPromise {};

template <class Record>
struct Tables {};  ///< sub-tables
struct Extra {};   ///< a table of any keys
struct Tiers {};
struct Spans {};
/// When people work: four keys that make one calendar.
struct Hours {};
struct Workdays {};
struct Days {};  ///< the hours of single dates
struct Holidays {};

}  // namespace takes

/// One key of a table: its name, where its value goes, and all that anybody needs to know of it.
template <class Record, class Member, class Takes>
struct Field {
  std::string_view name;
  Member Record::*member;
  Takes takes;
  std::string_view about;         ///< one line, for the manual
  std::string_view example = {};  ///< of the value
  std::string_view absent = {};   ///< what holds without the key, where the member does not say it
  std::string_view rule = {};     ///< "R4"
  bool is_needed = false;

  /// The table cannot do without the key; the example says how it may look.
  [[nodiscard]] constexpr Field needed(std::string_view one) const {
    Field field = *this;
    field.example = one;
    field.is_needed = true;
    return field;
  }
  [[nodiscard]] constexpr Field such_as(std::string_view one) const {
    Field field = *this;
    field.example = one;
    return field;
  }
  [[nodiscard]] constexpr Field otherwise(std::string_view what) const {
    Field field = *this;
    field.absent = what;
    return field;
  }
  [[nodiscard]] constexpr Field of_rule(std::string_view number) const {
    Field field = *this;
    field.rule = number;
    return field;
  }
};

template <class Record, class Member, class Takes>
[[nodiscard]] constexpr auto field(std::string_view name, Member Record::*member, Takes takes,
                                   std::string_view about) {
  return Field<Record, Member, Takes>{name, member, takes, about};
}

/// A table of the book.
struct TableHead {
  std::string_view name;    ///< `touch`
  std::string_view header;  ///< `[[touch]]`
  std::string_view noun;    ///< what a message calls one: "this ready mark has no …"
  std::string_view plural;
  std::string_view about;
};

/// The table that a record stands in, and its keys in the order in which they are written. Every
/// kind of record has both, in `book_fields….hpp`.
template <class Record>
inline constexpr TableHead table_head{};
template <class Record>
inline constexpr auto fields = std::tuple{};

template <class Record>
inline constexpr std::size_t field_count = std::tuple_size_v<decltype(fields<Record>)>;

template <class Record>
inline constexpr auto field_names = std::apply(
    [](const auto&... one) { return std::array<std::string_view, sizeof...(one)>{one.name...}; },
    fields<Record>);

/// Calls `use` with each key of a kind of record.
template <class Record, class Use>
constexpr void each_field(Use use) {
  std::apply([&](const auto&... one) { (use(one), ...); }, fields<Record>);
}

/// The place of a key among those of its table, from its name; a name that none has does not
/// compile.
template <class Record>
struct FieldPlace {
  std::size_t place = 0;
  constexpr explicit FieldPlace(std::size_t one) : place{one} {}
  consteval FieldPlace(const char* name) {  // NOLINT(google-explicit-constructor)
    while (field_names<Record>.at(place) != name) ++place;
  }
};

}  // namespace care
