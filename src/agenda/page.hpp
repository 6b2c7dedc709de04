#pragma once

#include <cstdint>
#include <optional>
#include <tuple>
#include <vector>

#include <care/agenda.hpp>

namespace care {

/// What makes an item the same on another day (R16): customer, kind and its record.
using Identity = std::tuple<CustomerIndex, Kind, std::uint32_t, Date, bool>;
[[nodiscard]] Identity identity(const Item& item);

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

/// Adds what the call needs: what to thank for, value point, hints (R11).
void complete(const Book& book, Moment now, Entry& entry);

[[nodiscard]] HiddenCounts count_hidden(const Book& book, const Page& page,
                                        const Selection& selection);

}  // namespace care
