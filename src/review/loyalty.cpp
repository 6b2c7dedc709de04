#include <algorithm>

#include "review/groups.hpp"

namespace care {
namespace {

constexpr Duration new_for{90, Unit::day};
constexpr Duration silent_after{6, Unit::month};
constexpr Duration returning_within{1, Unit::year};
constexpr Duration referring_within{2, Unit::year};
constexpr Duration returning_after{2, Unit::year};  ///< where nobody writes purchases down

/// Whether the day lies in so long a span back from the end.
bool is_within(const Past& past, Date day, Duration span) {
  return add_calendar(past.end(), span, -1) < day && day <= past.end();
}

/// Purchases on two days within a year; where the book has none yet, two years with us.
bool comes_back(const Past& past) {
  if (!past.view.purchases) {
    return past.customer.since &&
           *past.customer.since <= add_calendar(past.end(), returning_after, -1);
  }
  std::optional<Date> first;
  for (const std::uint32_t i : past.book.purchases.of(past.who)) {
    const Date day = past.book.purchases.all[i].on.day;
    if (!is_within(past, day, returning_within)) continue;
    if (first && *first != day) return true;
    first = day;
  }
  return false;
}

bool sends_others(const Past& past) {
  return std::ranges::any_of(past.book.referred_by(past.who), [&](CustomerIndex i) {
    const Customer& referred = as_of(past.book, i, past.end());
    if (referred.added && *referred.added > past.end()) return false;
    return !referred.since || is_within(past, *referred.since, referring_within);
  });
}

bool is_new(const Past& past) {
  const Customer& customer = past.customer;
  if (!customer.since && !customer.added) return past.contacts.empty();
  const auto is_recent = [&](const std::optional<Date>& day) {
    return day && is_within(past, *day, new_for);
  };
  return is_recent(customer.since) || is_recent(customer.added);
}

/// Whether nothing was heard of them in half a year.
bool is_silent(const Past& past) {
  const Book& book = past.book;
  if (book.started && past.end() < add_calendar(*book.started, silent_after)) return false;
  const auto is_recent = [&](Date day) { return is_within(past, day, silent_after); };
  if (!past.contacts.empty() && is_recent(past.contacts.back().day)) return false;
  const auto is_recent_purchase = [&](std::uint32_t i) {
    return is_recent(book.purchases.all[i].on.day);
  };
  if (std::ranges::any_of(book.purchases.of(past.who), is_recent_purchase)) return false;
  return std::ranges::none_of(book.requests.of(past.who), [&](std::uint32_t i) {
    const auto& asked = book.requests.all[i].asked;
    return !asked || is_recent(asked->day);
  });
}

}  // namespace

std::optional<Loyalty> loyalty_of(const Past& past) {
  const Customer& customer = past.customer;
  if (customer.status == Status::former) return Loyalty::former;
  if (customer.status == Status::do_not_contact) return Loyalty::do_not_contact;
  const auto is_ahead = [&](const std::optional<Date>& day) { return day && *day > past.end(); };
  if (is_ahead(customer.since) || is_ahead(customer.added)) return std::nullopt;
  if (past.is_strained_at_end_of(past.end())) return Loyalty::strained;
  const bool returns = comes_back(past);
  const bool recommends = sends_others(past);
  if (returns && recommends) return Loyalty::loyal;
  if (is_new(past)) return Loyalty::newcomer;
  if (is_silent(past)) return Loyalty::silent;
  if (returns) return Loyalty::returning;
  return recommends ? Loyalty::recommending : Loyalty::satisfied;
}

}  // namespace care
