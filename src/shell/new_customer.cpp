#include <care/calendar_typed.hpp>
#include <care/text.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "shell/new_customer.hpp"
#include "shell/usage.hpp"

namespace care {
namespace {

std::string digits_of(std::string_view phone) {
  std::string digits;
  for (const char c : phone) {
    if (c >= '0' && c <= '9') digits += c;
  }
  return digits;
}

/// The same number, also where one of the two lacks the country's or the trunk's.
bool same_phone(std::string_view a, std::string_view b) {
  constexpr std::size_t telling = 7;
  const std::string x = digits_of(a);
  const std::string y = digits_of(b);
  if (x.size() < telling || y.size() < telling) return !x.empty() && x == y;
  constexpr std::size_t longest = 9;
  const std::size_t size = std::min({x.size(), y.size(), longest});
  return x.substr(x.size() - size) == y.substr(y.size() - size);
}

bool same_text(std::string_view a, std::string_view b) {
  return !a.empty() && folded(a) == folded(b);
}

/// What two have in common; empty where that is nothing that tells.
std::string_view alike(const Customer& added, Text name, Text phone, Text email) {
  if (same_text(added.email, email)) return "mail address";
  if (!added.phone.empty() && same_phone(added.phone, phone)) return "phone number";
  if (same_text(added.name, name)) return "name";
  return {};
}

void refuse_duplicate(const Book& book, const Customer& added) {
  for (const Customer& customer : book.customers) {
    std::string_view common = alike(added, customer.name, customer.phone, customer.email);
    for (const Contact& contact : customer.contacts) {
      if (common.empty()) common = alike(added, contact.name, contact.phone, contact.email);
    }
    if (common.empty()) continue;
    throw UsageError{fmt::format("{} ({}) has the same {}; if that is somebody else, add --yes",
                                 shown(customer.id), shown(customer.name), common)};
  }
}

void check_id(const Book& book, const std::string& id) {
  if (!is_customer_id(id)) {
    throw UsageError{fmt::format("--id: \"{}\" is no id; small letters, digits, . _ - (as {})",
                                 shown(id), free_customer_id(book, id))};
  }
  const auto taken = std::ranges::find(book.customers, id, &Customer::id);
  if (taken != book.customers.end() ||
      std::ranges::find(book.claimed_ids, id) != book.claimed_ids.end()) {
    throw UsageError{
        fmt::format("--id: {} is taken; {} is free", shown(id), free_customer_id(book, id))};
  }
}

std::uint32_t tier_named(const Book& book, const std::string& name) {
  const auto& tiers = book.policy.tiers;
  std::vector<std::string_view> names;
  names.reserve(tiers.size());
  for (const Tier& tier : tiers) names.push_back(tier.name);
  const auto found = std::ranges::find_if(
      names, [&](std::string_view known) { return equal_ignoring_case(known, name); });
  if (found != names.end()) return static_cast<std::uint32_t>(found - names.begin());
  throw UsageError{fmt::format("--tier: the policy has no tier \"{}\"; there are {}", shown(name),
                               neutralised(fmt::format("{}", fmt::join(names, ", "))))};
}

Cadence cadence_typed(const NewCustomer& typed) {
  if (equal_ignoring_case(typed.every, "never")) {
    if (!typed.because.empty()) return Cadence{std::nullopt};
    throw UsageError{
        "--every never: nobody is forgotten by accident; say why with --because \"...\""};
  }
  const auto every = parse_duration(typed.every);
  const bool is_days = every && every->unit != Unit::minute && every->unit != Unit::hour;
  if (is_days && every->count > 0) return Cadence{every};
  throw UsageError{
      fmt::format("--every: \"{}\" is no span of days; write it like 10d, 2w, 1m or "
                  "never",
                  shown(typed.every))};
}

CustomerIndex referrer(const Book& book, const std::string& who) {
  try {
    return who_wanted(book, who);
  } catch (const UsageError& error) {
    throw UsageError{fmt::format("--referred-by: {}", error.what())};
  }
}

/// A word of the name that was meant for an option.
void check_name(const std::vector<std::string>& words) {
  constexpr std::size_t shortest_phone = 5;
  for (const std::string& word : words) {
    if (word.find('@') != std::string::npos) {
      throw UsageError{fmt::format("add: \"{0}\" is no part of a name; --email {0}", shown(word))};
    }
    const bool is_number = word.find_first_not_of("+0123456789-/.() ") == std::string::npos;
    if (is_number && digits_of(word).size() >= shortest_phone) {
      throw UsageError{
          fmt::format("add: \"{0}\" is no part of a name; --phone \"{0}\"", shown(word))};
    }
  }
}

}  // namespace

Customer make_customer(const Arguments& arguments, Book& book, Moment now) {
  const NewCustomer& typed = arguments.customer;
  Customer customer{};
  check_name(arguments.words);
  customer.name = arguments.text;
  customer.call_me = typed.call_me;
  customer.company = typed.company;
  customer.phone = typed.phone;
  customer.email = typed.email;
  customer.tags = {arguments.tags.begin(), arguments.tags.end()};
  customer.because = typed.because;
  if (arguments.owner) customer.owner = staff_named(book, "--owner", *arguments.owner);
  if (!typed.tier.empty()) customer.tier = tier_named(book, typed.tier);
  if (!typed.every.empty()) customer.every = cadence_typed(typed);
  if (!typed.since.empty()) {
    customer.since = day_typed(now, book, "--since", typed.since, Lean::past);
  }
  if (!typed.birthday.empty()) {
    customer.birthday = parse_typed_yearly(typed.birthday);
    if (!customer.birthday) {
      throw UsageError{
          fmt::format("--birthday: \"{}\" is no date; write it like 1984-02-29, "
                      "02-29 or \"29 Feb\"",
                      shown(typed.birthday))};
    }
  }
  if (!typed.referred_by.empty()) customer.referred_by = referrer(book, typed.referred_by);
  for (const std::string& name : typed.contacts) {
    Contact contact{};
    contact.name = name;
    customer.contacts.push_back(contact);
  }
  if (!typed.although_alike) refuse_duplicate(book, customer);
  if (!typed.id.empty()) check_id(book, typed.id);
  customer.id =
      book.texts->keep(typed.id.empty() ? free_customer_id(book, customer.name) : typed.id);
  return customer;
}

}  // namespace care
