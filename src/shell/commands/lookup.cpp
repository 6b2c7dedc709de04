#include "shell/commands/lookup.hpp"

#include <care/report.hpp>

#include <fmt/format.h>

#include <algorithm>

#include "shell/command_line/usage.hpp"

namespace care {

void check_tags(const Book& book, const std::vector<std::string>& tags) {
  if (tags.empty()) return;
  std::vector<std::string_view> known;
  for (const Customer& customer : book.customers) {
    known.insert(known.end(), customer.tags.begin(), customer.tags.end());
  }
  for (const std::string& tag : tags) {
    if (std::ranges::find(known, tag) != known.end()) continue;
    refuse("--tag: no customer is tagged \"{}\"{}", {shown(tag), suggestion(tag, known)});
  }
}

StaffIndex staff_named(const Book& book, std::string_view option, std::string_view id) {
  if (const auto staff = find_staff(book, id)) return *staff;
  std::vector<std::string_view> ids;
  for (const Staff& staff : book.staff) ids.push_back(staff.id);
  const std::string near = suggestion(id, ids);
  const std::string all = neutralised(joined(ids));
  refuse("{}: the book has no staff \"{}\"{}", {option, shown(id),
                                                !near.empty() ? near
                                                : all.empty() ? "; add a [[staff]] table"
                                                              : "; there are " + all});
}

std::uint32_t tier_named(const Book& book, std::string_view name) {
  std::vector<std::string_view> names;
  for (const Tier& tier : book.policy.tiers) names.push_back(tier.name);
  const auto found = std::ranges::find_if(
      names, [&](std::string_view known) { return equal_ignoring_case(known, name); });
  if (found != names.end()) return static_cast<std::uint32_t>(found - names.begin());
  refuse("--tier: the policy has no tier \"{}\"; there are {}",
         {shown(name), neutralised(joined(names))});
}

CustomerIndex customer_named(const Book& book, std::string_view who) {
  const Search search = find_customer(book, who);
  if (search.found.size() == 1) return search.found.front();
  for (const Unreadable& lost : book.unreadable) {
    if (search.found.empty() && (lost.id == who || lost.name == who)) {
      refuse("{}; care edit {} leads there", {lost.what, shown(who)});
    }
  }
  if (search.found.empty()) {
    const std::string near = neutralised(fmt::format("{}", fmt::join(search.nearest, " or ")));
    refuse("nobody here is called \"{}\"{}",
           {shown(who),
            near.empty() ? "; `care list` shows all" : fmt::format("; did you mean {}?", near)});
  }
  constexpr std::size_t most = 20;
  std::string message =
      fmt::format("\"{}\" may be one of {}; use an id:", shown(who), search.found.size());
  for (std::size_t i = 0; i < std::min(most, search.found.size()); ++i) {
    const Customer& customer = book.customers[search.found[i]];
    message +=
        fmt::format("\n  {}  {}", padded(neutralised(customer.id), 12), neutralised(customer.name));
  }
  if (search.found.size() > most) {
    message += fmt::format("\n  and {} more", search.found.size() - most);
  }
  refuse(message);
}

When when_typed(const Book& book, Moment now, std::string_view option, std::string_view text,
                Lean lean) {
  if (const auto when = parse_typed_day(text, now, book.policy.calendar, lean)) return *when;
  refuse("{}: \"{}\" is not a date; write it like 2026-11-28, fri, 28 Nov or +3d",
         {option, shown(text)});
}

Date day_typed(const Book& book, Moment now, std::string_view option, std::string_view text,
               Lean lean) {
  const When when = when_typed(book, now, option, text, lean);
  if (when.time) refuse("{}: a day is wanted, without a time", {option});
  return when.day;
}

std::optional<StaffIndex> owner_named(const Book& book, const std::string& id) {
  return id.empty() ? std::nullopt : std::optional{staff_named(book, "--owner", id)};
}

}  // namespace care
