#include "import/news.hpp"

#include <care/text.hpp>
#include <care/text_shell.hpp>

#include <algorithm>
#include <variant>

#include "import/known.hpp"
#include "import/letters.hpp"
#include "import/standing.hpp"

namespace care {
namespace {

std::string set_contact(const Customer& customer, std::string_view name) {
  return "care set " + std::string{customer.id} + shell_option("contact", name);
}

bool is_a_fact(const Customer& customer, std::string_view value) {
  return std::ranges::find(customer.extra, value, &Extra::value) != customer.extra.end();
}

}  // namespace

News news_of(const NewsContext& context, const Person& person, const Customer& customer) {
  Gathering news{context, "care set " + std::string{customer.id}};
  Fact& fact = news.fact;
  news.add_phones(person, customer.phone);
  news.add_emails(person, customer.email);
  // One of several stands there already, or takes the place.
  bool has_address =
      std::ranges::find(person.addresses, customer.address) != person.addresses.end();
  for (const Text address : person.addresses) {
    if (address == customer.address || is_a_fact(customer, address)) continue;
    if (has_address) {
      news.by_hand("address", address);
    } else {
      news.replace(Single::address, "address", "address", address, fact.address);
    }
    has_address = true;
  }
  if (!person.nickname.empty() && person.nickname != address_of(customer, context.today) &&
      person.nickname != customer.name) {
    news.replace(Single::call_me, "call-me", "called", person.nickname, fact.call_me);
  }
  if (!person.company.empty() && folded(person.company) != folded(customer.company) &&
      folded(person.company) != folded(customer.name)) {
    news.replace(Single::company, "company", "company", person.company, fact.company);
  }
  if (!person.sounds_like.empty() && person.sounds_like != customer.sounds_like) {
    news.replace(Single::sounds_like, "sounds-like", "sounds like", person.sounds_like,
                 fact.sounds_like);
  }
  news.add_birthday(person, customer.birthday);
  if (person.since && !customer.since) {
    news.add("since", "since", iso(*person.since));
    fact.since = person.since;
  }
  news.add_tags(person, customer);
  news.add_notes(person, customer.notes);
  news.add_events(person, customer, {}, false);
  news.add_touch(person, customer);
  if (!person.role.empty() && !is_a_fact(customer, person.role)) news.by_hand("role", person.role);
  for (const auto& one : person.extra) {
    const bool is_known = one.first == "referred_by" && customer.referred_by &&
                          context.book.customers[*customer.referred_by].id == one.second;
    if (!is_known && !is_a_fact(customer, one.second)) news.by_hand(one.first, one.second);
  }
  News all = std::move(news).news();
  if (auto other = other_care(context.book, person, customer)) {
    all.outvoted.push_back(*std::move(other));
  }
  return all;
}

namespace {

/// What is new of a contact, who is one of the customer's, or is yet to be.
News news_of_contact(const NewsContext& context, const Person& person, const Customer& customer,
                     const Contact& contact, std::optional<std::uint32_t> index) {
  Gathering news{context, set_contact(customer, contact.name), index};
  news.add_phones(person, contact.phone);
  news.add_emails(person, contact.email);
  if (!person.role.empty() && person.role != contact.role) {
    news.replace(Single::role, "role", "role", person.role, news.fact.role);
  }
  news.add_birthday(person, contact.birthday);
  if (person.died && !contact.left) {
    news.add("left", "died", iso(*person.died));
    news.fact.left = person.died;
  }
  news.add_events(person, customer, person.name, person.died || contact.left);
  news.add_touch(person, customer);
  if (!person.nickname.empty() && person.nickname != contact.call_me) {
    news.by_hand("called", person.nickname);
  }
  if (person.since && (!customer.since || *person.since < *customer.since)) {
    news.by_hand("since", iso(*person.since));
  }
  for (const Text tag : person.tags) {
    if (std::ranges::find(customer.tags, tag) == customer.tags.end()) news.by_hand("tag", tag);
  }
  const auto is_noted = [&](std::string_view text) {
    return contact.notes.find(text) != Text::npos || customer.address == text;
  };
  for (const Text one : person.addresses) {
    if (!is_noted(one)) news.by_hand("address", one);
  }
  for (const auto& one : person.extra) {
    if (!is_noted(one.second)) news.by_hand(one.first, one.second);
  }
  news.add_notes(person, contact.notes);
  const Standing standing = standing_of(person);
  const bool is_here = !contact.left && !person.died && customer.status == Status::active;
  if (is_here && is_told(standing, Status::active) && !is_noted(word(*standing.status))) {
    news.by_hand("status", words_of(standing));
  }
  News all = std::move(news).news();
  // No command calls a contact otherwise.
  if (gives_name(person, contact))
    all.outvoted.push_back({{}, "name " + std::string{person.name}, {}});
  return all;
}

}  // namespace

News news_of(const NewsContext& context, const Person& person, const Customer& customer,
             std::uint32_t contact) {
  return news_of_contact(context, person, customer, customer.contacts[contact], contact);
}

News news_of_new_contact(const NewsContext& context, const Person& person,
                         const Customer& customer) {
  Contact nobody{};
  nobody.name = person.name;
  News news = news_of_contact(context, person, customer, nobody, std::nullopt);
  if (news.commands.empty() ||
      !news.commands.front().starts_with(set_contact(customer, person.name))) {
    news.commands.insert(news.commands.begin(), set_contact(customer, person.name));
  }
  news.words.insert(news.words.begin(), "contact " + std::string{person.name});
  LearnedContact contact{};
  contact.name = person.name;
  contact.role = person.role;
  contact.birthday = person.birthday;
  contact.left = person.died;
  contact.notes = person.notes;
  for (const PhoneNumber& one : person.phones) contact.phone.push_back(one.number);
  for (const Text one : person.emails) contact.email.push_back(one);
  contact.customer = context.who;
  contact.on = When{context.today, std::nullopt};
  contact.by = context.by;
  std::erase_if(news.records, [](const Record& one) { return std::holds_alternative<Fact>(one); });
  news.records.emplace(news.records.begin(), contact);
  return news;
}

}  // namespace care
