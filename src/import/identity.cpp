#include "import/known.hpp"

#include <algorithm>
#include <cstring>

#include <care/book_ids.hpp>
#include <care/text.hpp>
#include <care/text_ascii.hpp>
#include <care/text_sums.hpp>

#include "import/letters.hpp"
#include "import/phones.hpp"

namespace care {
namespace {

/// `anna` of "dr. anna schmidt" and of "schmidt, anna".
std::string_view first_word(std::string_view name) {
  if (const auto comma = name.find(", "); comma != std::string_view::npos) {
    name = name.substr(comma + 2);
  }
  for (const std::string_view word : parts(name, " ")) {
    if (!is_form_of_address(word) && !is_title(word)) return word;
  }
  return name;
}

void add_given(Identity& identity, std::string_view folded_name) {
  if (folded_name.empty()) return;
  const std::uint64_t given = sum_of(folded_name);
  if (std::ranges::find(identity.given, given) == identity.given.end()) {
    identity.given.push_back(given);
  }
}

/// As nobody is called who has but a part of it, and first: whoever has the same whole name is
/// called the same.
void add_whole_name(Identity& identity, std::string_view folded_name) {
  identity.given.push_back(sum_of(checksum("\xff"), sum_of(folded_name)));
}

std::string_view number_of(const PhoneNumber& phone) { return phone.number; }
std::string_view number_of(std::string_view phone) { return phone; }

template <class Phones, class Emails>
void add_reached_by(Identity& identity, const Phones& phones, const Emails& emails) {
  for (const auto& one : emails) identity.reached_by.push_back(sum_of(mail_key(one)));
  const auto add_number = [&](std::string_view number) {
    const std::string key = phone_key(number);
    if (!key.empty()) identity.reached_by.push_back(sum_of(key));
  };
  for (const auto& one : phones) for_each_number(number_of(one), add_number);
}

bool folds_to(std::string_view text, std::string_view folded_text) {
  if (is_ascii(text)) return same_word(text, folded_text);
  return folded(text) == folded_text;
}

/// Whether they are called anything but a mail address or phone number of theirs: whoever had no
/// name is called after the first, and in a book that is a name like any other.
template <class Phones, class Emails>
bool is_own_name(std::string_view name, const Phones& phones, const Emails& emails) {
  const auto is_after = [&](std::string_view what) { return folds_to(what, name); };
  return std::ranges::none_of(emails, is_after, name_in_address) &&
         std::ranges::none_of(phones, is_after, [](const auto& one) { return number_of(one); });
}

/// What names and companies alike say.
Identity named(std::string_view folded_name, std::string_view company) {
  Identity identity{};
  if (!folded_name.empty()) identity.name = sum_of(folded_name);
  if (!company.empty()) identity.company = sum_of(folded(company));
  return identity;
}

template <class Somebody>
bool is_named_by(const Person& person, const Somebody& known) {
  return person.name != known.name &&
         is_own_name(folded(person.name), person.phones, person.emails) &&
         !is_own_name(folded(known.name), known.phone, known.email);
}

/// Of somebody in a book.
template <class Somebody>
Identity identity_in_book(const Somebody& who, std::string_view company) {
  const std::string name = folded(who.name);
  Identity identity = named(name, company);
  identity.has_own_name = is_own_name(name, who.phone, who.email);
  if (identity.has_own_name) {
    add_whole_name(identity, name);
    add_given(identity, stripped(first_word(name)));
  }
  add_given(identity, stripped(folded(who.call_me)));
  add_reached_by(identity, who.phone, who.email);
  return identity;
}

}  // namespace

void Sums::push_back(std::uint64_t sum) {
  if (more_.empty() && count_ < few_.size()) {
    few_.at(count_++) = sum;
    return;
  }
  if (more_.empty()) more_.assign(few_.begin(), few_.end());
  more_.push_back(sum);
}

/// Eight letters in one step.
std::uint64_t sum_of(std::string_view text) {
  std::uint64_t sum = mixed(0, text.size());
  while (!text.empty()) {
    std::uint64_t word = 0;
    const std::size_t size = std::min(text.size(), sizeof word);
    std::memcpy(&word, text.data(), size);
    sum = mixed(sum, word);
    text.remove_prefix(size);
  }
  return sum | 1U;
}

std::uint64_t sum_of(std::uint64_t first, std::uint64_t second) {
  return mixed(mixed(0, first), second) | 1U;
}

std::string mail_key(std::string_view address) {
  return in_small_letters(std::string{stripped(address)});
}

bool gives_name(const Person& person, const Customer& known) { return is_named_by(person, known); }
bool gives_name(const Person& person, const Contact& known) { return is_named_by(person, known); }

Identity identity_of(const Person& person) {
  const std::string name = folded(person.name);
  Identity identity = named(name, person.company);
  identity.has_own_name = is_own_name(name, person.phones, person.emails);
  if (identity.has_own_name) add_whole_name(identity, name);
  const std::string_view first = person.is_organisation ? std::string_view{} : person.given;
  for (const std::string_view called : {first, std::string_view{person.nickname}}) {
    const std::string given = folded(stripped(called));
    if (identity.has_own_name || given != name) add_given(identity, given);
  }
  if (!person.is_organisation && identity.has_own_name && person.given.empty()) {
    add_given(identity, first_word(name));
  }
  add_reached_by(identity, person.phones, person.emails);
  return identity;
}

Identity identity_of(const Customer& customer) {
  return identity_in_book(customer, customer.company);
}

Identity identity_of(const Contact& contact, const Customer& customer) {
  return identity_in_book(contact, customer.company.empty() ? customer.name : customer.company);
}

}  // namespace care
