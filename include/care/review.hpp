#pragma once

#include <care/agenda.hpp>

#include <array>

namespace care {

// Stepping back: are customers loyal or merely satisfied, and where is care deficient (R20-R23).

/// Both days are part of it.
struct Period {
  Date from, to;
};

/// What is looked at.
struct ReviewSelection {
  Period period, previous;  ///< P and Q; `previous` ends the day before `period` begins
  std::optional<StaffIndex> owner;
  std::vector<std::string> tags;
};

/// R20, in the order of its table.
enum class Measure : std::uint8_t {
  follow_ups,
  promises,
  answers,
  solutions,
  emergencies_answered,
  emergencies_solved,
  thanks,
  occasions,
  thanked,
  heard,
  wow,
  plans,
};
constexpr std::size_t measure_count = 12;

/// The factors of loyalty, as a page shows them.
enum class Factor : std::uint8_t { real, friendly, wow, follow_up };
template <>
inline constexpr auto word_rows<Factor> =
    std::to_array<Choice<Factor>>({{Factor::real, "real"},
                                   {Factor::friendly, "friendly"},
                                   {Factor::wow, "wow"},
                                   {Factor::follow_up, "follow-up"}});

/// What is said of a measure.
struct MeasureRow {
  Measure measure;
  std::string_view name;  ///< as JSON has it
  Factor factor;
  std::string_view words;  ///< "promises kept on time"
  std::string_view brief;  ///< the head of a column: "promises"
  int place = 0;           ///< on a page, among those of its factor: the smaller first
};
[[nodiscard]] const std::array<MeasureRow, measure_count>& measures();
[[nodiscard]] inline const MeasureRow& row_of(Measure measure) {
  return measures().at(static_cast<std::size_t>(measure));
}

/// How many cases were good.
struct Tally {
  int good = 0, total = 0;
};
/// In percent, rounded; 0 only of none, 100 only of all. Wants a case.
[[nodiscard]] int percent(Tally tally);

/// One measure of the team and of each owner.
struct Measured {
  Tally now, before;
  std::vector<Tally> owners;  ///< by StaffIndex; nobody's cases are the team's alone
};

/// R21, in its order; the last two only say where somebody moved to.
enum class Loyalty : std::uint8_t {
  strained,
  loyal,
  newcomer,
  silent,
  returning,
  recommending,
  satisfied,
  former,
  do_not_contact,
};
constexpr std::size_t loyalty_count = 7;
template <>
inline constexpr auto word_rows<Loyalty> =
    std::to_array<Choice<Loyalty>>({{Loyalty::strained, "strained"},
                                    {Loyalty::loyal, "loyal"},
                                    {Loyalty::newcomer, "new"},
                                    {Loyalty::silent, "silent"},
                                    {Loyalty::returning, "returning"},
                                    {Loyalty::recommending, "recommending"},
                                    {Loyalty::satisfied, "satisfied"},
                                    {Loyalty::former, "former"},
                                    {Loyalty::do_not_contact, "do-not-contact"}});

struct Move {
  CustomerIndex customer = 0;
  Loyalty from = Loyalty::satisfied, to = Loyalty::satisfied;
};

/// Somebody on the lists of R21.
struct Unheard {
  CustomerIndex customer = 0;
  std::optional<StaffIndex> owner;
  std::optional<Date> heard;  ///< the last day on which anything was heard from them
};

/// Somebody whose follow-up is later than a whole interval (R22).
struct Forgotten {
  CustomerIndex customer = 0;
  std::optional<StaffIndex> owner;
  Date due;
  int days_late = 0;
  int interval_days = 0;
};

/// Contacts per customer in 30 days (R22); nothing where a group has nobody.
struct Attention {
  std::optional<double> strained, others, ratio;
};

/// Contacts in 30 days: what the rhythm asks for, and how many there were (R22).
struct Load {
  double asked = 0, done = 0;
};

/// Requests that ended in the period, and those open whose latest offer is refused (R22).
struct EndingCounts {
  int done = 0, alternative = 0, withdrawn = 0, refused = 0;
};

/// Where care is deficient (R23).
struct Deficiency {
  std::optional<StaffIndex> owner;  ///< nothing: the house against the period before
  Measure measure = Measure::follow_ups;
  Tally theirs, others;
};

/// Contacts that reached a customer in a week, for the plot of a year.
struct WeekOfContacts {
  Date monday;
  std::vector<int> owners;  ///< by StaffIndex; nobody's last
};

/// What was found; refers to the book, which must outlive it.
struct Review {
  const Book* book;
  Moment now;   ///< of the command
  Moment then;  ///< the moment of which it speaks: now, or the end of the period
  Period period, previous;
  std::optional<StaffIndex> owner;   ///< whose customers alone
  std::size_t customers = 0;         ///< not former then, nor added later
  std::vector<StaffIndex> owners{};  ///< of any of these, in the book's order
  int contacts = 0;                  ///< distinct (customer, day) of reached touches in the period
  int barred_contacts = 0;           ///< of these, with whom not to contact: no load has them (R22)
  std::array<Measured, measure_count> measures{};
  std::array<int, loyalty_count> loyalty{}, loyalty_before{};
  std::vector<Move> moved{};
  std::vector<Unheard> strained{}, silent{}, satisfied{};
  std::vector<Forgotten> forgotten{};
  Attention attention{};
  Load load{};
  std::vector<Load> owner_loads{};  ///< by StaffIndex
  EndingCounts endings{};
  std::vector<Deficiency> deficiencies{};
  std::optional<Measure> weakest{};
  bool purchases = false, referrals = false;  ///< whether the book has any then, however old
  std::vector<WeekOfContacts> weeks{};        ///< the year up to the end of the period
};
[[nodiscard]] Review review(const Book& book, Moment now, const ReviewSelection& selection);

/// One case of a customer, for `care why WHO --review`.
struct ReviewCase {
  Measure measure = Measure::follow_ups;
  Date day;  ///< the last on which it could still turn out good
  bool counted = false, good = false;
  std::string what;  ///< what it is about: `promise "drawings", due Tue 24 Nov`
  Position at;       ///< of its record
};
/// By measure, then day.
[[nodiscard]] std::vector<ReviewCase> review_cases(const Book& book, Moment now,
                                                   CustomerIndex customer, Period period);

enum class LastPeriod : std::uint8_t { month, quarter, year };
template <>
inline constexpr auto word_rows<LastPeriod> = std::to_array<Choice<LastPeriod>>(
    {{LastPeriod::month, "month"}, {LastPeriod::quarter, "quarter"}, {LastPeriod::year, "year"}});
struct TwoPeriods {
  Period period, previous;
};
/// The last whole one before the day, and the one before that.
[[nodiscard]] TwoPeriods last_whole(LastPeriod which, Date today);
/// From `from` to `to`, and as many days before it.
[[nodiscard]] TwoPeriods with_previous(Period period);

}  // namespace care
