#include <care/book_compare.hpp>
#include <care/book_fields.hpp>

#include <algorithm>
#include <concepts>
#include <optional>
#include <tuple>
#include <variant>
#include <vector>

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
  if (b && books.adds_customer) return after[*b].at == books.added;
  return !a && !b;
}

template <class Kind, class Member>
requires std::equality_comparable<Member>
bool same(const Comparison& /*books*/, Kind /*kind*/, const Member& a, const Member& b) {
  return a == b;
}

bool same(const Comparison& books, takes::Customer /*kind*/, CustomerIndex a, CustomerIndex b) {
  // Their lists are compared, too: they are the same, unless one has a customer more.
  if (books.before.customers.size() == books.after.customers.size()) return a == b;
  return same_reference<Customer>(books, a, b);
}
bool same(const Comparison& books, takes::LaterCustomer /*kind*/,
          const std::optional<CustomerIndex>& a, const std::optional<CustomerIndex>& b) {
  return same_reference<Customer>(books, a, b);
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

template <class Record>
bool same(const Comparison& books, takes::Tables<Record> /*kind*/, const std::vector<Record>& a,
          const std::vector<Record>& b) {
  return std::ranges::equal(
      a, b, [&](const Record& x, const Record& y) { return same_keys(books, x, y); });
}

/// Where they stand is no part of what they say.
template <class Record>
bool same_keys(const Comparison& books, const Record& a, const Record& b) {
  return std::apply(
      [&](const auto&... field) {
        return (same(books, field.takes, a.*field.member, b.*field.member) && ...);
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
      if (!same_keys(books, *old, one)) return false;
      ++old;
    } else if (one.at != books.added) {
      if constexpr (requires { one.customer; }) {
        if (books.adds_customer && books.after.customers[one.customer].at == books.added) continue;
      }
      return false;
    }
  }
  return old == before.end();
}

/// What one record never changes.
bool same_head(const Comparison& books) {
  const Book& a = books.before;
  const Book& b = books.after;
  const auto same_staff = [&](const Staff& x, const Staff& y) {
    return x.at == y.at && same_keys(books, x, y);
  };
  return a.files == b.files && a.at == b.at && a.policy.at == b.policy.at &&
         same_keys(books, a, b) && same_keys(books, a.policy, b.policy) &&
         std::ranges::equal(a.staff, b.staff, same_staff);
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
         std::apply(add_to, record_lists(books.after));
}

}  // namespace care
