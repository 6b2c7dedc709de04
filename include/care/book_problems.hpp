#pragma once

#include <care/book_choices.hpp>

#include <cstdint>

namespace care {

/// Where something stands; lines and columns from 1, columns in code points. Line 0 = nowhere.
struct Position {
  std::uint32_t file = 0;  ///< index into Book::files
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  friend auto operator<=>(const Position&, const Position&) = default;
};

enum class Severity {
  note,     ///< only `check` says it
  warning,  ///< read and used, but hardly as meant
  error     ///< something was not read
};

template <>
inline constexpr auto word_rows<Severity> = std::to_array<Choice<Severity>>(
    {{Severity::note, "note"}, {Severity::warning, "warning"}, {Severity::error, "error"}});

/// One thing wrong with the book. Codes are stable and kebab-case; `what` says what is wrong,
/// `instead` what to write.
struct Problem {
  Severity severity;
  std::string_view code;  ///< a literal
  Position at;
  std::string what;
  std::string instead;
};

/// A code and what it means, in one sentence. This is the list: the README and the tests are held
/// against it.
struct ProblemCode {
  std::string_view code;
  std::string_view meaning;
};

inline constexpr ProblemCode problem_codes[] = {
    // The text
    {"unreadable-file", "A file of a directory cannot be read; all others are."},
    {"sync-copy", "A sync program left a copy of a file; what only the copy has is read."},
    {"not-a-book", "The file is in another format: YAML, JSON, CSV ...; nothing of it is read."},
    {"syntax", "The text is not TOML here; the table that this stands in is lost, and no other."},
    {"not-utf8", "The bytes here are not UTF-8; the table that they stand in is lost."},
    {"too-deep", "Keys, brackets or tables nest deeper than any book needs; the table is lost."},
    {"conflict-marker", "Git left a conflict here; both sides are read."},
    {"stray-sign",
     "An invisible character, or the sign of a quoted text, stands before a header or key; they "
     "are "
     "read without it."},
    // Tables and keys
    {"unknown-table", "No table has this name."},
    {"duplicate-table", "A book has one such table; this one is ignored."},
    {"unknown-key", "No key has this name here."},
    {"missing-key", "A key that this table needs is not there, or empty."},
    // Values
    {"wrong-type", "The value is of another kind than this key takes: text, date, number, list."},
    {"bad-value", "The value is of the right kind, but not one that this key takes."},
    {"bad-date", "Not a date, or not the kind of date that this key takes."},
    {"bad-duration", "Not a length of time, or not one that this key takes."},
    {"bad-hours", "Not a window of opening hours, or one that overlaps another."},
    {"no-working-day", "No day would be a working day."},
    {"no-working-hours", "No working day would have hours."},
    // Ids and references
    {"duplicate-id", "Two have the same id."},
    {"duplicate-name", "Two plans or two messages have the same name."},
    {"ambiguous-id", "Several records go by this id."},
    {"no-such-customer", "No customer has this id."},
    {"no-such-staff", "Nobody of the staff has this id."},
    {"no-such-tier", "The policy has no tier of this name."},
    {"no-such-contact", "The customer has no contact of this name."},
    {"no-such-request", "The customer has no request of this id."},
    {"no-such-promise", "The customer has no promise of this id."},
    {"no-such-event", "The customer has no event of this name."},
    {"no-such-plan", "Neither the book nor the customer has a plan of this name."},
    {"unknown-field", "A message can fill in nothing of this name."},
    {"replaces-in-a-circle", "Promises replace each other in a circle; all of them stay open."},
    // Requests, their outcome, and the next touch
    {"alternative-needed", "A request is never refused: it is closed with an alternative."},
    {"outcome-needed", "Something ends or is offered, but nothing says how it ends."},
    {"request-needed", "An outcome, offer or answer belongs to a request, and none is named."},
    {"no-next-touch", "A customer is never to be contacted, and nothing says why."},
    // What depends on the day
    {"future-record", "A record is dated after today, so it has not happened yet."},
    {"snooze-not-allowed", "One snooze too many, or one too long; it is ignored."},
    {"plan-fits-nobody", "No customer has one of the tiers and one of the tags of this plan."},
    {"impossible-birthday", "Nobody was born then who could be called today."},
    {"at-most-too-short", "What may pass at most is shorter than how often to be in touch."},
    {"escalates-to-nobody", "What is very late goes to the book's owner, and there is none."},
    {"wow-again", "The same surprise within three years."},
    {"former-but-open", "A former customer has an open request or promise."},
};

}  // namespace care
