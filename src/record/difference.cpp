#include <care/record.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <tuple>
#include <vector>

namespace care {
namespace {

/// Two books of the same files, of which one has a record more. Places in their lists may differ
/// behind it, so references are compared by the position of what they name.
struct Sides {
  const Book& before;
  const Book& after;
  Position added;
  bool adds_customer = false;
};

template <class List>
Position place(const List& list, std::uint32_t index) {
  return list[index].at;
}

template <class List>
bool same_reference(const Sides& sides, const List& before, const List& after,
                    const std::optional<std::uint32_t>& a, const std::optional<std::uint32_t>& b) {
  if (a && b) return place(before, *a) == place(after, *b);
  // What named somebody unknown may now name the new customer.
  if (b && sides.adds_customer) return place(after, *b) == sides.added;
  return !a && !b;
}

bool same_customer(const Sides& sides, CustomerIndex a, CustomerIndex b) {
  // Their lists are compared, too: they are the same, unless one has a customer more.
  if (sides.before.customers.size() == sides.after.customers.size()) return a == b;
  return place(sides.before.customers, a) == place(sides.after.customers, b);
}

bool same(const Contact& a, const Contact& b) {
  const auto all = [](const Contact& c) {
    return std::tie(c.name, c.call_me, c.sounds_like, c.role, c.phone, c.email, c.notes, c.likes,
                    c.birthday, c.left);
  };
  return all(a) == all(b);
}

bool same(const Event& a, const Event& b) {
  const auto all = [](const Event& e) {
    return std::tie(e.what, e.gift, e.date, e.yearly, e.until, e.heads_up, e.belated, e.prepare);
  };
  return all(a) == all(b);
}

bool same(const Extra& a, const Extra& b) { return a.key == b.key && a.value == b.value; }

template <class One>
bool same_lists(const std::vector<One>& a, const std::vector<One>& b) {
  return std::ranges::equal(a, b, [](const One& x, const One& y) { return same(x, y); });
}

bool same(const Sides& sides, const Customer& a, const Customer& b) {
  const auto all = [](const Customer& c) {
    return std::tie(c.id, c.name, c.call_me, c.sounds_like, c.company, c.phone, c.email, c.address,
                    c.because, c.notes, c.tags, c.value, c.likes, c.owner, c.tier, c.every, c.since,
                    c.birthday, c.leap_day, c.mood, c.status);
  };
  return all(a) == all(b) && same_lists(a.contacts, b.contacts) && same_lists(a.events, b.events) &&
         same_lists(a.extra, b.extra) &&
         same_reference(sides, sides.before.customers, sides.after.customers, a.referred_by,
                        b.referred_by);
}

bool same(const Sides& sides, const Purchase& a, const Purchase& b) {
  const auto all = [](const Purchase& p) {
    return std::tie(p.on, p.what, p.currency, p.by, p.amount);
  };
  return same_customer(sides, a.customer, b.customer) && all(a) == all(b);
}

bool same(const Sides& sides, const Touch& a, const Touch& b) {
  const auto all = [](const Touch& t) {
    return std::tie(t.on, t.contact, t.by, t.said, t.heard, t.thanked, t.wow, t.offered, t.greeted,
                    t.how, t.mood, t.outcome, t.answer, t.reached, t.from_them);
  };
  return same_customer(sides, a.customer, b.customer) && all(a) == all(b) &&
         same_reference(sides, sides.before.requests.all, sides.after.requests.all, a.request,
                        b.request) &&
         same_reference(sides, sides.before.promises.all, sides.after.promises.all, a.promise,
                        b.promise);
}

bool same(const Sides& sides, const Request& a, const Request& b) {
  const auto all = [](const Request& r) {
    return std::tie(r.id, r.what, r.by, r.offered, r.asked, r.due, r.closed, r.outcome, r.urgent);
  };
  return same_customer(sides, a.customer, b.customer) && all(a) == all(b);
}

bool same(const Sides& sides, const Promise& a, const Promise& b) {
  const auto all = [](const Promise& p) {
    return std::tie(p.id, p.what, p.by, p.due, p.made, p.kept);
  };
  return same_customer(sides, a.customer, b.customer) && all(a) == all(b) &&
         same_reference(sides, sides.before.promises.all, sides.after.promises.all, a.replaces,
                        b.replaces);
}

bool same(const Sides& sides, const Snooze& a, const Snooze& b) {
  const auto all = [](const Snooze& s) { return std::tie(s.on, s.until, s.because, s.by, s.all); };
  return same_customer(sides, a.customer, b.customer) && all(a) == all(b);
}

bool same(const Sides& sides, const Ready& a, const Ready& b) {
  const auto all = [](const Ready& r) { return std::tie(r.on, r.what, r.by); };
  return same_customer(sides, a.customer, b.customer) && all(a) == all(b);
}

bool same_policy(const Policy& a, const Policy& b) {
  const auto all = [](const Policy& p) {
    return std::tie(p.every, p.first_contact, p.heads_up, p.belated, p.leap_day, p.anniversaries,
                    p.thank_within, p.thank_window, p.respond, p.solve, p.emergency_respond,
                    p.emergency_solve, p.retry, p.per_day, p.wow_every, p.calendar, p.at);
  };
  const auto same_tier = [](const Tier& x, const Tier& y) {
    return x.name == y.name && x.every == y.every && x.at == y.at;
  };
  return all(a) == all(b) && std::ranges::equal(a.tiers, b.tiers, same_tier);
}

bool same_staff(const Staff& a, const Staff& b) {
  const auto all = [](const Staff& s) {
    return std::tie(s.at, s.id, s.name, s.email, s.per_day, s.away, s.backup);
  };
  return all(a) == all(b);
}

bool same_head(const Book& a, const Book& b) {
  const auto all = [](const Book& book) {
    return std::tie(book.name, book.started, book.owner, book.value, book.at, book.files);
  };
  return all(a) == all(b) && same_policy(a.policy, b.policy) &&
         std::ranges::equal(a.staff, b.staff, same_staff);
}

/// Both lists are in the order of the files. What only `after` has must stand where the record was
/// added, or be of the new customer.
template <class One, class IsExtra>
bool only_adds(const Sides& sides, const std::vector<One>& before, const std::vector<One>& after,
               IsExtra is_extra) {
  auto old = before.begin();
  for (const One& one : after) {
    if (old != before.end() && old->at == one.at) {
      if (!same(sides, *old, one)) return false;
      ++old;
    } else if (one.at != sides.added && !is_extra(one)) {
      return false;
    }
  }
  return old == before.end();
}

template <class Dated>
bool only_adds(const Sides& sides, const Records<Dated>& before, const Records<Dated>& after) {
  return only_adds(sides, before.all, after.all, [&](const Dated& record) {
    return sides.adds_customer && sides.after.customers[record.customer].at == sides.added;
  });
}

bool nothing_lost(const Sides& sides) {
  const Book& a = sides.before;
  const Book& b = sides.after;
  return same_head(a, b) &&
         only_adds(sides, a.customers, b.customers, [](const Customer&) { return false; }) &&
         only_adds(sides, a.purchases, b.purchases) && only_adds(sides, a.touches, b.touches) &&
         only_adds(sides, a.requests, b.requests) && only_adds(sides, a.promises, b.promises) &&
         only_adds(sides, a.snoozes, b.snoozes) && only_adds(sides, a.readies, b.readies);
}

/// What is told of a book: problems, or entries that could not be read. A new customer may end
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
bool same_unreadable(const Sides& sides, const Unreadable& a, const Unreadable& b) {
  return a.at == b.at && a.id == b.id && a.name == b.name &&
         (sides.adds_customer || a.what == b.what);
}

const std::vector<Customer>& list_of(const Book& book, const Customer& /*one*/) {
  return book.customers;
}
const std::vector<Purchase>& list_of(const Book& book, const Purchase& /*one*/) {
  return book.purchases.all;
}
const std::vector<Touch>& list_of(const Book& book, const Touch& /*one*/) {
  return book.touches.all;
}
const std::vector<Request>& list_of(const Book& book, const Request& /*one*/) {
  return book.requests.all;
}
const std::vector<Promise>& list_of(const Book& book, const Promise& /*one*/) {
  return book.promises.all;
}
const std::vector<Snooze>& list_of(const Book& book, const Snooze& /*one*/) {
  return book.snoozes.all;
}
const std::vector<Ready>& list_of(const Book& book, const Ready& /*one*/) {
  return book.readies.all;
}

bool unreadable_differ(const Sides& sides) {
  bool lacks_some = false;
  const auto same_one = [&](const Unreadable& a, const Unreadable& b) {
    return same_unreadable(sides, a, b);
  };
  return first_new(sides.before.unreadable, sides.after.unreadable, sides.adds_customer, lacks_some,
                   same_one) != nullptr ||
         lacks_some;
}

/// Whether the record reads as it was meant.
template <class One>
bool reads_as(const Sides& sides, const One& meant) {
  const auto& read = list_of(sides.after, meant);
  const auto found = std::ranges::find(read, sides.added, &One::at);
  return found != read.end() && same(sides, meant, *found);
}

}  // namespace

std::optional<std::string> difference(const Reading& before, const Reading& after,
                                      const Record& record, Position at) {
  const Sides sides{before.book, after.book, at, std::holds_alternative<Customer>(record)};
  bool lacks_some = false;
  const Problem* const problem =
      first_new(before.problems, after.problems, sides.adds_customer, lacks_some, same_problem);
  if (problem != nullptr) {
    return fmt::format("{}: {}; write instead: {}", to_string(after.book, problem->at),
                       problem->what, problem->instead);
  }
  const auto same_record = [&](const auto& one) { return reads_as(sides, one); };
  if (!std::visit(same_record, record)) return "the record would not be read as it is meant";
  const bool entries_differ = unreadable_differ(sides);
  if (lacks_some || entries_differ || !nothing_lost(sides)) {
    return "what stands in the book already would be read in another way";
  }
  return std::nullopt;
}

Record as_read(const Book& book, const Record& meant, Position at) {
  const auto found = [&](const auto& one) -> Record {
    return *std::ranges::find(list_of(book, one), at, [](const auto& each) { return each.at; });
  };
  return std::visit(found, meant);
}

bool can_do_without(const Reading& without, const Reading& with, Position at) {
  const Sides sides{without.book, with.book, at, false};
  bool lacks_some = false;
  return first_new(without.problems, with.problems, false, lacks_some, same_problem) == nullptr &&
         !lacks_some && !unreadable_differ(sides) && nothing_lost(sides);
}

}  // namespace care
