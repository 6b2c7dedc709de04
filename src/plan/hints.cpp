#include "plan/customer_day.hpp"

#include <algorithm>

namespace care {
namespace {

/// Whether the customer, or a contact of theirs who is still there, has a phone, an email ...
bool is_on_file(const CustomerDay& today, Texts Customer::*own, Texts Contact::*of_contact) {
  return !(today.customer.*own).empty() ||
         std::ranges::any_of(today.customer.contacts, [&](const Contact& contact) {
           return is_still_here(contact, today.date) && !(contact.*of_contact).empty();
         });
}

bool tried(std::span<const Touch* const> attempts, std::initializer_list<Channel> channels) {
  return std::ranges::any_of(attempts, [&](const Touch* touch) {
    return std::ranges::find(channels, touch->how.value_or(Channel::other)) != channels.end();
  });
}

}  // namespace

std::vector<std::string> ways_not_tried(const Book& book, CustomerIndex customer, Moment now) {
  const CustomerDay today = gather(book, customer, now);
  const Customer& whom = today.customer;
  const auto attempts = attempts_since_last(today);
  const bool phone = is_on_file(today, &Customer::phone, &Contact::phone);
  const bool email = is_on_file(today, &Customer::email, &Contact::email);
  std::vector<std::string> ways;
  if (phone && !tried(attempts, {Channel::call, Channel::text, Channel::video})) {
    ways.emplace_back("phone");
  }
  if (email && !tried(attempts, {Channel::email})) ways.emplace_back("email");
  if (!whom.address.empty() && !tried(attempts, {Channel::letter, Channel::visit, Channel::gift})) {
    ways.emplace_back("address");
  }
  return ways;
}

std::optional<Date> heard_nothing_since(const Book& book, CustomerIndex customer, Date today) {
  constexpr int enough = 3;
  int silent = 0;
  Date first{};
  for (const std::uint32_t i : book.touches.of(customer)) {
    const Touch& touch = book.touches.all[i];
    if (touch.on.day > today) break;
    if (!touch.reached) continue;
    const bool one_way =
        touch.how == Channel::email || touch.how == Channel::letter || touch.how == Channel::text;
    if (!one_way || touch.from_them || !touch.heard.empty()) {
      silent = 0;
      continue;
    }
    if (silent++ == 0) first = touch.on.day;
  }
  if (silent < enough) return std::nullopt;
  return first;
}

std::optional<Wow> wow_due(const Book& book, CustomerIndex customer, Date today) {
  const Customer& whom = as_of(book, customer, today);
  if (whom.status != Status::active) return std::nullopt;
  std::optional<Date> known = whom.since;
  std::optional<Date> last;
  for (const std::uint32_t i : book.touches.of(customer)) {
    const Touch& touch = book.touches.all[i];
    if (touch.on.day > today) break;
    if (!known || touch.on.day < *known) known = touch.on.day;
    if (!touch.wow.empty()) last = touch.on.day;
  }
  const Date from = book.policy.calendar.minus(today, book.policy.wow_every);
  if (!known || *known >= from || (last && *last > from)) return std::nullopt;
  return Wow{last.value_or(*known), last};
}

}  // namespace care
