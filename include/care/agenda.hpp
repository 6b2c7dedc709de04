#pragma once

#include <map>

#include <care/plan.hpp>
#include <care/together.hpp>

namespace care {

/// Which part of the agenda somebody asks for. Tags and kinds select before the limit of a day.
struct Selection {
  /// Theirs, nobody's, everybody's emergencies, and what is so late that they see it too (R14).
  std::optional<StaffIndex> owner;
  std::vector<std::string> tags;  ///< customers with any of these; empty = all
  std::vector<Kind> only;         ///< items of these kinds; empty = all
  bool no_limit = false;          ///< more than `per_day`, too (R12)
  Together together{};            ///< how the halves of a large book are planned

  [[nodiscard]] bool wants(const Customer& customer) const;  ///< by its tags
  [[nodiscard]] bool wants(Kind kind) const;
  /// Whether what stands on that person's agenda, or nobody's, is asked for.
  [[nodiscard]] bool wants(std::optional<StaffIndex> who) const;
};

/// Whether the customer has any of the tags; true where there are none.
[[nodiscard]] bool has_any(const Customer& customer, const std::vector<std::string>& tags);

/// Everything for one conversation with one customer, or one thing that could not be read (R11).
struct Entry {
  Moment now;  ///< of the page that it stands on: today's, or the opening of a later day (R16)
  Date day;    ///< the day of `now`
  std::optional<CustomerIndex> customer;  ///< nothing: `unreadable` is set
  const Unreadable* unreadable = nullptr;
  std::optional<StaffIndex> owner;         ///< on whose agenda it stands (R14)
  std::optional<StaffIndex> stands_for;    ///< the owner, where that is another
  std::optional<StaffIndex> escalated_to;  ///< who sees it too, since it is so late (R14)
  bool strained = false;
  bool emergency = false;        ///< an emergency of theirs is open
  const Touch* last = nullptr;   ///< the latest that reached them (R4)
  const Touch* heard = nullptr;  ///< the latest that says what was heard; may be `last`
  const Touch* tried = nullptr;  ///< the latest attempt in vain since `last`
  std::vector<Text> offered;     ///< alternatives that wait for their word (R7)
  std::optional<Gratitude> thank_for;
  Text value;                           ///< one value point, or nothing
  std::optional<Wow> wow;               ///< due, on at most one entry of a page (R9)
  std::optional<Date> silent_since;     ///< R4: letters of ours without an answer
  std::vector<std::string> other_ways;  ///< channels not tried, after three attempts (R4)
  std::vector<Item> items;              ///< in the order of R10; never empty
};

/// Customers with something left out of today's page, each under the first reason (R15).
struct HiddenCounts {
  int do_not_contact = 0, snoozed = 0, waiting = 0, capped = 0, other_owners = 0;
  std::vector<StaffIndex> others;  ///< whose entries `other_owners` counts, in the book's order
};

/// What to do, in the order in which to do it; refers to the book, which must outlive it.
struct Agenda {
  const Book* book;
  Moment now;
  Date from, to;
  bool range = false;  ///< pages of several days (R16) instead of today's agenda
  std::optional<StaffIndex> owner;
  std::vector<Entry> entries;
  HiddenCounts hidden;
  std::vector<Date> changes;     ///< of today: for each customer, as in the plan
  std::vector<Identity> capped;  ///< of today: what the cap left out
};

/// Today's agenda (R10-R15).
[[nodiscard]] Agenda agenda_of_today(const Book& book, Moment now, const Selection& selection);

/// The pages of the days `from` to `to`; wants today <= from <= to (R16).
[[nodiscard]] Agenda agenda_of_range(const Book& book, Moment now, Date from, Date to,
                                     const Selection& selection);

/// What the pages of coming days ask for: of each day, how many items of each kind are due, each on
/// the first page on which it stands.
struct DueAhead {
  Date from;
  std::vector<std::map<Kind, int>> days;
};
/// The pages of today's agenda and the days after, so many in all; of the same selection.
[[nodiscard]] DueAhead due_ahead(const Agenda& today, int days, const Selection& selection);

/// The entry of one customer, by itself: with all items of the plan, hidden ones too.
[[nodiscard]] Entry entry_of(const Book& book, CustomerIndex customer, Moment now,
                             CustomerPlan plan);

/// What could not be read, as an item of today.
[[nodiscard]] Item item_of(const Unreadable& unreadable, Date today);

/// Where a customer's entry stands on today's agenda of everybody.
struct PagePlace {
  std::optional<std::size_t> place;  ///< from 1; nothing: it is not there
  std::size_t of = 0;                ///< how many entries there are
  bool capped = false;               ///< R12 left items of theirs out
};
[[nodiscard]] PagePlace place_on_page(const Book& book, CustomerIndex customer, Moment now);

/// On whose agenda the customer's entry stands that day: the owner's, or that of the first along
/// `backup` who is here (R14).
[[nodiscard]] std::optional<StaffIndex> agenda_owner(const Book& book, const Customer& customer,
                                                     Date day);

/// Who does the owner's work that day (R14): themselves, or the first along `backup` who is here.
[[nodiscard]] StaffIndex stand_in(const Book& book, StaffIndex owner, Date day);
/// The same for each of the staff, for whoever asks for many customers.
using StandIns = std::vector<StaffIndex>;
[[nodiscard]] StandIns stand_ins(const Book& book, Date day);
[[nodiscard]] std::optional<StaffIndex> agenda_owner(const Book& book, const Customer& customer,
                                                     const StandIns& stand_ins);
/// Whether the book says that they are away that day.
[[nodiscard]] bool is_away(const Staff& staff, Date day);

[[nodiscard]] bool anything_due(const Agenda& agenda);

/// How much is due on the pages: items of the pressing kinds, and customers.
struct DueCounts {
  int unreadable = 0, emergencies = 0, late_requests = 0, late_promises = 0;
  int customers = 0;  ///< with anything due, each once
  int others = 0;     ///< of these, with none of the above
};
[[nodiscard]] DueCounts count_due(const Agenda& agenda);

/// The first later day with something due, and for whom; looks a year ahead.
struct NextDue {
  Date day;
  CustomerIndex customer = 0;
};
[[nodiscard]] std::optional<NextDue> next_due(const Book& book, Moment now,
                                              const Selection& selection);

/// `the spring order`, `sending us Acme`, `your patience with …`, `7 years with us`.
[[nodiscard]] std::string to_string(const Gratitude& gratitude);

}  // namespace care
