#pragma once

#include <care/agenda.hpp>

namespace care {

/// Everything of today, in order.
struct Page {
  Date day;
  std::vector<Entry> entries;
  std::vector<Hiding> hidden;    ///< for each customer the first reason, or none
  std::vector<Date> changes;     ///< for each customer, as in the plan
  std::vector<Identity> capped;  ///< of what the cap left out
  StandIns stand_ins;
};

/// Of the customers and kinds that are asked for; of all owners.
[[nodiscard]] Page make_page(const Book& book, Moment now, const Selection& selection);

/// Today's agenda, not yet complete.
[[nodiscard]] Agenda page_of_today(const Book& book, Moment now, const Selection& selection);

/// Leaves only the items of the kinds that are asked for.
void select_items(const Selection& selection, std::vector<Item>& items);

/// Adds the entry of a customer with what the plan does not hide, if there is any.
void add_entry(const Book& book, CustomerIndex customer, Moment now,
               std::optional<StaffIndex> owner, CustomerPlan plan, std::vector<Entry>& entries);

/// Leaves out what goes beyond each person's `per_day` (R12), and the entries that are then empty.
void apply_cap(const Book& book, Page& page);

/// Sorts each entry's items and the entries by their most urgent one (R10, R11).
void sort_entries(std::vector<Entry>& entries);

/// Leaves only the entries of the owner who is asked for (R14).
void select_entries(const Selection& selection, std::vector<Entry>& entries);

/// The entry of a customer as the plan has it, with all its items; `owner` is whose agenda it
/// stands on.
[[nodiscard]] Entry make_entry(const Book& book, CustomerIndex customer, Moment now,
                               std::optional<StaffIndex> owner, CustomerPlan plan);

/// Adds what only those need who are on the page in the end: other ways to try and long silence
/// (R4), and a WOW for the one entry that waits for it the longest (R9).
void complete(const Book& book, std::span<Entry> page);

/// What could not be read, as an entry of its own.
[[nodiscard]] Entry unreadable_entry(const Unreadable& unreadable, Moment now);

/// The first reason of R15 for which anything of these is left out, or none.
[[nodiscard]] Hiding first_reason(const std::vector<Item>& items);

/// Whether the entry is on the agenda that is asked for: of its owner or nobody, an emergency, or
/// so late that the book's owner sees it too (R14).
[[nodiscard]] bool stands_on(const Selection& selection, const Entry& entry);

[[nodiscard]] HiddenCounts count_hidden(const Book& book, const Page& page,
                                        const Selection& selection);

}  // namespace care
