#include "shell/commands/lookup.hpp"

#include <care/report.hpp>
#include <care/text.hpp>
#include <care/text_ascii.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <utility>

#include "shell/command_line/usage.hpp"

namespace care {
namespace {

std::optional<unsigned> number_in(std::string_view text) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_whole = error == std::errc{} && end == text.data() + text.size();
  return is_whole ? std::optional{value} : std::nullopt;
}

/// What `05/23/2019` or `23.5.2019` is called here: both days where it may be one or the other.
/// Empty for what is not written so.
std::string dates_meant(std::string_view text) {
  const auto first = text.find_first_of("/.-");
  if (first == std::string_view::npos) return {};
  const auto second = text.find(text[first], first + 1);
  if (second == std::string_view::npos) return {};
  const auto a = number_in(text.substr(0, first));
  const auto b = number_in(text.substr(first + 1, second - first - 1));
  const auto year = number_in(text.substr(second + 1));
  if (!a || !b || !year || text.size() - second != 5) return {};
  const auto written = [&](unsigned month, unsigned day) {
    const auto date = make_date(static_cast<int>(*year), month, day);
    return date ? iso(*date) : std::string{};
  };
  const std::string month_first = text[first] == '.' ? std::string{} : written(*a, *b);
  const std::string day_first = written(*b, *a);
  if (month_first.empty() || day_first.empty() || month_first == day_first) {
    return month_first.empty() ? day_first : month_first;
  }
  return fmt::format("{} or {}, whichever is meant", month_first, day_first);
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : folded(text)) {
    if (c != ' ') {
      word += c;
    } else if (!word.empty()) {
      words.push_back(std::exchange(word, {}));
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

/// How many of the words behind WHO are the rest of this name.
std::size_t rest_of_name(std::string_view name, std::string_view who,
                         const std::vector<std::string>& behind) {
  const auto words = words_of(name);
  const auto begin = std::ranges::find(words, folded(who));
  if (begin == words.end()) return 0;
  const auto rest = static_cast<std::size_t>(words.end() - begin) - 1;
  if (rest > behind.size()) return 0;
  const bool is_rest = std::equal(
      begin + 1, words.end(), behind.begin(),
      [](const std::string& word, const std::string& typed) { return word == folded(typed); });
  return is_rest ? rest : 0;
}

std::size_t words_of_name(const Book& book, CustomerIndex customer, std::string_view who,
                          const std::vector<std::string>& behind) {
  std::size_t most = 0;
  for (const Text name : names_of(book, customer)) {
    most = std::max(most, rest_of_name(name, who, behind));
  }
  return most;
}

/// As the latest that is known has it.
const Customer& latest(const Book& book, CustomerIndex who) {
  return as_of(book, who, Date::max());
}

/// Of some words, one name and longer ones, those that somebody is called exactly, letter case
/// aside. The first letter tells most apart.
std::set<std::string> names_among(const Book& book, const std::vector<std::string>& typed) {
  const auto begins = [](std::string_view text, std::string_view like) {
    return !is_ascii(text.substr(0, 1)) || !is_ascii(like.substr(0, 1)) ||
           small_letter(text.front()) == small_letter(like.front());
  };
  std::set<std::string> names;
  if (typed.empty()) return names;
  for (CustomerIndex i = 0; i < book.customers.size(); ++i) {
    const Text name = latest(book, i).name;
    if (name.empty() || !begins(name, typed.front())) continue;
    for (const std::string& one : typed)
      if (equal_ignoring_case(name, one)) names.insert(one);
  }
  return names;
}

}  // namespace

bool has_words(std::string_view text, std::string_view typed) {
  const std::string all = folded(text);
  const auto words = words_of(typed);
  return !words.empty() && std::ranges::all_of(words, [&](const std::string& word) {
    return all.find(word) != std::string::npos;
  });
}

void check_tags(const Book& book, const std::vector<std::string>& tags) {
  if (tags.empty()) return;
  std::vector<std::string_view> known;
  for (const Customer& customer : book.customers) {
    known.insert(known.end(), customer.tags.begin(), customer.tags.end());
  }
  for (const Fact& fact : book.facts.all) {
    if (fact.tags) known.insert(known.end(), fact.tags->begin(), fact.tags->end());
  }
  for (const std::string& tag : tags) {
    const auto is_it = [&](std::string_view one) { return equal_composed(one, tag); };
    if (std::ranges::any_of(known, is_it)) continue;
    refuse("--tag: no customer is tagged \"{}\"{}", {shown(tag), suggestion(tag, known)});
  }
}

StaffIndex staff_named(const Book& book, std::string_view option, std::string_view id) {
  if (const auto staff = find_staff(book, id)) return *staff;
  std::vector<std::string_view> ids;
  for (const Staff& staff : book.staff) ids.push_back(staff.id);
  const std::string near = suggestion(id, ids);
  refuse("{}: the book has no staff \"{}\"{}", {option, shown(id),
                                                !near.empty() ? near
                                                : ids.empty() ? "; add a [[staff]] table"
                                                              : "; " + there_are(ids)});
}

std::uint32_t tier_named(const Book& book, std::string_view name) {
  std::vector<std::string_view> names;
  for (const Tier& tier : book.policy.tiers) names.push_back(tier.name);
  const auto found = std::ranges::find_if(
      names, [&](std::string_view known) { return equal_ignoring_case(known, name); });
  if (found != names.end()) return static_cast<std::uint32_t>(found - names.begin());
  refuse("--tier: the policy has no tier \"{}\"; {}", {shown(name), there_are(names)});
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
    const Customer& customer = latest(book, search.found[i]);
    message +=
        fmt::format("\n  {}  {}", padded(neutralised(customer.id), 12), neutralised(customer.name));
  }
  if (search.found.size() > most) {
    message += fmt::format("\n  and {} more", search.found.size() - most);
  }
  refuse(message);
}

NamedCustomer customer_named(const Book& book, std::string_view who,
                             const std::vector<std::string>& behind) {
  constexpr std::size_t most = 3;
  const Search search = find_customer(book, who);
  const bool is_one = search.found.size() == 1;
  if (is_one) {
    const CustomerIndex one = search.found.front();
    const std::size_t words = words_of_name(book, one, who, behind);
    if (words > 0) return {one, words};
  }
  std::vector<std::string> longer_names;
  std::string typed{who};
  for (std::size_t i = 0; i < std::min(most, behind.size()) && !search.found.empty(); ++i)
    longer_names.push_back(typed += " " + behind[i]);
  const auto names = is_one ? names_among(book, longer_names) : std::set<std::string>{};
  for (std::size_t i = 0; i < longer_names.size(); ++i) {
    const std::string& name = longer_names[i];
    if (is_one && !names.contains(name)) continue;
    const auto longer = customers_called(book, name);
    if (longer.size() != 1) continue;
    const CustomerIndex other = longer.front();
    if (!is_one) return {other, i + 1};
    if (other == search.found.front()) continue;
    const Customer& first = latest(book, search.found.front());
    refuse("\"{}\" is {} ({}), but \"{}\" is {}; use the id, and put a text in quotes",
           {shown(who), shown(first.name), shown(first.id), shown(name),
            shown(book.customers[other].id)});
  }
  return {customer_named(book, who), 0};
}

void refuse_date(std::string_view option, std::string_view typed, std::string_view examples) {
  const std::string meant = dates_meant(typed);
  refuse("{}: \"{}\" {}; write {}",
         {option, shown(typed),
          is_day_of_no_month(typed) ? "is a day that no month has" : "is not a date",
          meant.empty() ? fmt::format("it like {}", examples) : meant});
}

When when_typed(const Book& book, Moment now, std::string_view option, std::string_view text,
                Lean lean) {
  if (const auto when = parse_typed_day(text, now, book.policy.calendar, lean)) return *when;
  refuse_date(option, text, "2026-11-28, fri, 28 Nov or +3d");
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

int days_typed(const std::string& text) {
  int days = 0;
  const char* const last = text.data() + text.size();
  const auto [end, error] = std::from_chars(text.data(), last, days);
  if (error == std::errc{} && end == last && days >= 1 && days <= most_days_ahead) return days;
  refuse("--days: \"{}\" is not a number of days from 1 to {}",
         {shown(text), std::to_string(most_days_ahead)});
}

}  // namespace care
