#include <care/book_fields.hpp>
#include <care/record_several.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <concepts>
#include <span>
#include <type_traits>

namespace care {
namespace {

template <class Record>
bool same_keys(const Comparison& books, const Record& a, const Record& b);

template <class Record>
bool same_reference(const Comparison& books, const std::optional<std::uint32_t>& a,
                    const std::optional<std::uint32_t>& b) {
  const std::vector<Record>& after = list_of<Record>(books.after);
  if (a && b) return list_of<Record>(books.before)[*a].at == after[*b].at;
  // What named somebody unknown may now name the new customer.
  if (b && books.adds_customer) return books.is_added(after[*b].at);
  return !a && !b;
}

template <class Kind, class Member>
requires std::equality_comparable<Member>
bool same(const Comparison& /*books*/, Kind /*kind*/, const Member& a, const Member& b) {
  return a == b;
}

/// Those who are added stand one behind the other.
bool is_added_as(const Comparison& books, std::size_t number, CustomerIndex who) {
  const auto is_new = [&](std::size_t i) { return books.is_added(books.after.customers[i].at); };
  return who >= number && is_new(who) && is_new(who - number) &&
         (who == number || !is_new(who - number - 1));
}

bool same(const Comparison& books, takes::Customer /*kind*/, CustomerIndex a, CustomerIndex b) {
  const std::size_t known = books.before.customers.size();
  // Their lists are compared, too: they are the same, unless one has a customer more.
  if (known == books.after.customers.size()) return a == b;
  if (a >= known) return is_added_as(books, a - known, b);
  return same_reference<Customer>(books, a, b);
}
bool same(const Comparison& books, takes::LaterCustomer /*kind*/,
          const std::optional<CustomerIndex>& a, const std::optional<CustomerIndex>& b) {
  return same_reference<Customer>(books, a, b);
}
/// What named a contact in vain may name the new one, which in a directory may stand before others
/// that were learned.
template <class Record>
bool same_contact(const Comparison& books, const Record& a, const Record& b) {
  if (!a.contact || !b.contact) return !a.contact && (!b.contact || books.adds_people);
  return books.before.customers[a.customer].contacts[*a.contact].at ==
         books.after.customers[b.customer].contacts[*b.contact].at;
}
bool same(const Comparison& books, takes::Request /*kind*/, const std::optional<std::uint32_t>& a,
          const std::optional<std::uint32_t>& b) {
  return same_reference<Request>(books, a, b);
}
bool same(const Comparison& books, takes::Promise /*kind*/, const std::optional<std::uint32_t>& a,
          const std::optional<std::uint32_t>& b) {
  return same_reference<Promise>(books, a, b);
}
bool same(const Comparison& books, takes::LaterPromise /*kind*/,
          const std::optional<std::uint32_t>& a, const std::optional<std::uint32_t>& b) {
  return same_reference<Promise>(books, a, b);
}

/// The end of those of the customer's own table; what was learned behind them is compared by
/// itself.
template <class Record>
auto end_of_own(const Few<Record>& all) {
  if constexpr (requires(Record one) { one.is_learned; }) {
    return std::ranges::find(all, true, &Record::is_learned);
  } else {
    return all.end();
  }
}

template <class Record>
bool same(const Comparison& books, takes::Tables<Record> /*kind*/, const Few<Record>& a,
          const Few<Record>& b) {
  return std::equal(a.begin(), end_of_own(a), b.begin(), end_of_own(b),
                    [&](const Record& x, const Record& y) { return same_keys(books, x, y); });
}

/// Where they stand is no part of what they say.
template <class Record>
bool same_keys(const Comparison& books, const Record& a, const Record& b) {
  return std::apply(
      [&](const auto&... field) {
        const auto same_key = [&](const auto& one) {
          if constexpr (std::same_as<std::remove_cvref_t<decltype(one.takes)>, takes::Contact>) {
            return same_contact(books, a, b);
          } else {
            return same(books, one.takes, a.*one.member, b.*one.member);
          }
        };
        return (same_key(field) && ...);
      },
      fields<Record>);
}

/// Both lists are in the order of the files. What only `after` has must stand where the record was
/// added, or be of the new customer.
template <class Record>
bool only_adds_to(const Comparison& books, const std::vector<Record>& before,
                  const std::vector<Record>& after) {
  auto old = before.begin();
  for (const Record& one : after) {
    if (old != before.end() && old->at == one.at) {
      if (!same_keys(books, *old++, one)) return false;
    } else if (!books.is_added(one.at)) {
      if constexpr (requires { one.customer; }) {
        const Position whose = books.after.customers[one.customer].at;
        if (books.adds_customer && books.is_added(whose)) continue;
      }
      // But for one about a contact who was unknown.
      if (!std::is_same_v<Record, Fact> || !books.adds_people) return false;
    }
  }
  return old == before.end();
}

/// What one record never changes.
bool same_head(const Comparison& books) {
  const Book& a = books.before;
  const Book& b = books.after;
  const auto same_table = [&](const auto& x, const auto& y) {
    return x.at == y.at && same_keys(books, x, y);
  };
  return a.files == b.files && a.at == b.at && a.policy.at == b.policy.at &&
         same_keys(books, a, b) && same_keys(books, a.policy, b.policy) &&
         std::ranges::equal(a.staff, b.staff, same_table) &&
         std::ranges::equal(a.plans, b.plans, same_table) &&
         std::ranges::equal(a.messages, b.messages, same_table);
}

/// What is reported of a book: problems, or entries that could not be read. A new customer may end
/// some.
template <class One, class Same>
const One* first_new(const std::vector<One>& before, const std::vector<One>& after,
                     bool may_lack_some, bool& lacks_some, Same same_one) {
  auto old = before.begin();
  for (const One& one : after) {
    while (may_lack_some && old != before.end() && !same_one(*old, one)) ++old;
    if (old == before.end() || !same_one(*old, one)) return &one;
    ++old;
  }
  lacks_some = old != before.end() && !may_lack_some;
  return nullptr;
}

/// The advice may well change: the nearest id to a wrong one may be the new record's. What is wrong
/// with the text is a guess, which depends on what follows.
bool same_problem(const Problem& a, const Problem& b) {
  return a.severity == b.severity && a.code == b.code && a.at == b.at &&
         (a.code == "syntax" || a.what == b.what);
}

/// What an entry says of somebody unknown changes where that is the new customer.
bool same_unreadable(const Comparison& books, const Unreadable& a, const Unreadable& b) {
  return a.at == b.at && a.id == b.id && a.name == b.name &&
         (books.adds_customer || a.what == b.what);
}

/// How many records there are at `added` or behind it.
std::size_t count_added(const Comparison& books) {
  const auto count = [&](const auto& all) {
    return static_cast<std::size_t>(
        std::ranges::count_if(all, [&](const auto& one) { return books.is_added(one.at); }));
  };
  return count(books.after.customers) + count(books.after.later_plans) +
         std::apply([&](const auto&... lists) { return (count(lists.all) + ...); },
                    record_lists(books.after));
}

template <class... One>
bool holds_any(std::span<const Record> records) {
  return std::ranges::any_of(
      records, [](const Record& record) { return (std::holds_alternative<One>(record) || ...); });
}

bool unreadable_differ(const Comparison& books) {
  bool lacks_some = false;
  const auto same_one = [&](const Unreadable& a, const Unreadable& b) {
    return same_unreadable(books, a, b);
  };
  return first_new(books.before.unreadable, books.after.unreadable, books.adds_customer, lacks_some,
                   same_one) != nullptr ||
         lacks_some;
}

/// Whether what was added of a kind, in its order, says what was meant.
template <class One, class Same>
bool added_read(const Comparison& books, std::span<const One> meant, Same same_one) {
  auto next = meant.begin();
  for (const One& one : list_of<One>(books.after)) {
    if (!books.is_added(one.at)) continue;
    if (next == meant.end() || !same_one(*next++, one)) return false;
  }
  return next == meant.end();
}

/// Those of one kind.
template <class One>
std::vector<One> only(const std::vector<Record>& records) {
  std::vector<One> all;
  for (const Record& record : records)
    if (const One* const one = std::get_if<One>(&record)) all.push_back(*one);
  return all;
}

/// All but what is added says the same, without a problem more.
std::optional<std::string> difference(const Comparison& books, const Reading& before,
                                      const Reading& after, bool is_read_as_meant) {
  bool lacks_some = false;
  const Problem* const problem =
      first_new(before.problems, after.problems, books.adds_customer || books.adds_people,
                lacks_some, same_problem);
  if (problem != nullptr) {
    return fmt::format("{}: {}; write instead: {}", to_string(after.book, problem->at),
                       problem->what, problem->instead);
  }
  if (!is_read_as_meant) return "the record would not be read as it is meant";
  // The record alone was read.
  if (&before == &after) return std::nullopt;
  if (lacks_some || unreadable_differ(books) || !only_adds(books)) {
    return "what stands in the book already would be read in another way";
  }
  return std::nullopt;
}

}  // namespace

bool says_the_same(const Comparison& books, const Record& a, const Record& b) {
  const auto same_as_b = [&]<class One>(const One& one) {
    const One* const other = std::get_if<One>(&b);
    return other != nullptr && same_keys(books, one, *other);
  };
  return std::visit(same_as_b, a);
}

bool only_adds(const Comparison& books) {
  const auto add_to = [&]<class... One>(const Records<One>&... lists) {
    return (only_adds_to(books, list_of<One>(books.before), lists.all) && ...);
  };
  return same_head(books) && only_adds_to(books, books.before.customers, books.after.customers) &&
         only_adds_to(books, books.before.later_plans, books.after.later_plans) &&
         std::apply(add_to, record_lists(books.after));
}

std::optional<std::string> difference(const Reading& before, const Reading& after,
                                      std::span<const Record> records,
                                      std::span<const Position> at) {
  const Comparison books{before.book, after.book, at.front(), holds_any<Customer>(records),
                         holds_any<LearnedContact, LearnedEvent>(records)};
  bool are_read = true;
  for (std::size_t i = 0; i < records.size(); ++i) {
    const std::optional<Record> read = record_at(after.book, records[i], at[i]);
    are_read = are_read && read && says_the_same(books, records[i], *read);
  }
  if (auto wrong = difference(books, before, after, are_read)) return wrong;
  if (&before == &after || count_added(books) == records.size()) return std::nullopt;
  return "what stands in the book already would be read in another way";
}

std::optional<std::string> difference(const Reading& before, const Reading& after,
                                      std::span<const Customer> customers,
                                      const std::vector<Touch>& touches,
                                      const std::vector<Record>& updates, Position at) {
  const Comparison books{before.book, after.book, at, !customers.empty(),
                         holds_any<LearnedContact, LearnedEvent>(updates)};
  const auto same_touch = [&](const Touch& a, const Touch& b) {
    return a.on == b.on && a.heard == b.heard && a.how == b.how && a.contact == b.contact &&
           a.by == b.by && same(books, takes::Customer{}, a.customer, b.customer);
  };
  const auto same_one = [&](const auto& a, const auto& b) { return same_keys(books, a, b); };
  const bool are_read =
      added_read<Customer>(books, customers, same_one) &&
      added_read<Touch>(books, touches, same_touch) &&
      added_read<Fact>(books, only<Fact>(updates), same_one) &&
      added_read<LearnedContact>(books, only<LearnedContact>(updates), same_one) &&
      added_read<LearnedEvent>(books, only<LearnedEvent>(updates), same_one);
  return difference(books, before, after, are_read);
}

bool can_do_without(const Reading& without, const Reading& with, Position at) {
  const Comparison books{without.book, with.book, at, false};
  bool lacks_some = false;
  return first_new(without.problems, with.problems, false, lacks_some, same_problem) == nullptr &&
         !lacks_some && !unreadable_differ(books) && only_adds(books);
}

}  // namespace care
