#pragma once

#include <optional>
#include <span>
#include <vector>

#include <care/agenda.hpp>

namespace care {

/// Whether the cap applies; later pages of a range know none.
enum class Cap { applied, none };

/// Everything of one day, of all owners, in order, before anybody's selection.
struct Page {
  std::vector<Entry> entries;
  std::vector<Hiding> hidden;  ///< for each customer the first reason, or none
  std::vector<Item> capped;    ///< what the cap left out
  std::vector<std::optional<StaffIndex>> stand_ins;  ///< for each of the staff
};

[[nodiscard]] Page make_page(const Book& book, Moment now, Cap cap, const Selection& selection);

/// For each of the staff who does their work that day (R14): themselves, or a backup who is here.
[[nodiscard]] std::vector<std::optional<StaffIndex>> stand_ins(const Book& book, Date day);

/// Leaves out what goes beyond each person's `per_day` (R12).
void apply_cap(const Book& book, Date today, Page& page);

/// Sorts each entry's items and the entries by their most urgent one (R10, R11).
void sort_entries(std::vector<Entry>& entries);

/// Leaves only the entries, and of them the items, that were asked for (R14).
void select_entries(std::vector<Entry>& entries, const Selection& selection);

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

[[nodiscard]] bool has_emergency(const Entry& entry);

[[nodiscard]] HiddenCounts count_hidden(const Book& book, const Page& page,
                                        const Selection& selection);

}  // namespace care
