#include <algorithm>
#include <span>

#include "plan/customer_day.hpp"

namespace care {
namespace {

/// Whether the customer, or a contact of theirs, has a phone, an email ...
bool is_on_file(const Customer& customer, Text Customer::*own, Text Contact::*of_contact) {
  return !(customer.*own).empty() ||
         std::ranges::any_of(customer.contacts, [&](const Contact& contact) {
           return !(contact.*of_contact).empty();
         });
}

bool tried(std::span<const Touch* const> attempts, std::initializer_list<Channel> channels) {
  return std::ranges::any_of(attempts, [&](const Touch* touch) {
    return std::ranges::find(channels, touch->how.value_or(Channel::other)) != channels.end();
  });
}

}  // namespace

std::vector<const Touch*> attempts_since_last(const CustomerDay& today) {
  std::vector<const Touch*> attempts;
  auto touch = today.last != nullptr ? today.touches_from(today.last->on.day + std::chrono::days{1})
                                     : today.touches.begin();
  for (; touch != today.touches.end(); ++touch) {
    if (!(*touch)->reached && !(*touch)->from_them) attempts.push_back(*touch);
  }
  return attempts;
}

std::vector<std::string> ways_not_tried(const Book& book, CustomerIndex customer, Moment now) {
  const CustomerDay today = gather(book, customer, now);
  const Customer& whom = today.customer;
  const auto attempts = attempts_since_last(today);
  const bool phone = is_on_file(whom, &Customer::phone, &Contact::phone);
  const bool email = is_on_file(whom, &Customer::email, &Contact::email);
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

}  // namespace care
