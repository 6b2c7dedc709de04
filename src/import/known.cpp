#include "import/known.hpp"

#include <algorithm>
#include <cstring>

#include <care/book_ids.hpp>
#include <care/text.hpp>
#include <care/text_ascii.hpp>

#include "import/letters.hpp"

namespace care {
namespace {

/// Eight letters in one step.
std::uint64_t sum_of(std::string_view text) {
  constexpr std::uint64_t prime = 0x9e3779b97f4a7c15U;
  std::uint64_t sum = text.size() * prime;
  while (!text.empty()) {
    std::uint64_t word = 0;
    const std::size_t size = std::min(text.size(), sizeof word);
    std::memcpy(&word, text.data(), size);
    sum = (sum ^ word) * prime;
    sum ^= sum >> 32U;
    text.remove_prefix(size);
  }
  return (sum * prime) | 1U;
}

/// A byte that no text has stands before the second.
std::uint64_t sum_of(std::uint64_t first, std::uint64_t second) {
  constexpr std::uint64_t prime = 0x9e3779b97f4a7c15U;
  const std::uint64_t sum = (first ^ (second + prime + (first << 6U))) * prime;
  return (sum ^ (sum >> 32U)) | 1U;
}

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
  for (const auto& one : phones) {
    const std::string key = phone_key(number_of(one));
    if (!key.empty()) identity.reached_by.push_back(sum_of(key));
  }
}

bool folds_to(std::string_view text, std::string_view folded_text) {
  if (is_ascii(text)) return same_word(text, folded_text);
  return folded(text) == folded_text;
}

/// Whoever had no name is called after the first mail address or phone number: in a book that is
/// a name like any other.
template <class Phones, class Emails>
bool has_own_name(std::string_view name, const Phones& phones, const Emails& emails) {
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

/// Of somebody in a book.
template <class Somebody>
Identity identity_in_book(const Somebody& who, std::string_view company) {
  const std::string name = folded(who.name);
  Identity identity = named(name, company);
  if (has_own_name(name, who.phone, who.email)) {
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

std::string mail_key(std::string_view address) {
  return in_small_letters(std::string{stripped(address)});
}

std::string phone_key(std::string_view number) {
  constexpr std::size_t fewest = 7;
  constexpr std::size_t telling = 9;
  // An extension is behind the same phone; (0) is dialled at home alone.
  const auto is_extension = [](char c) {
    return c == 'e' || c == 'E' || c == 'x' || c == 'X' || c == ';' || c == ',';
  };
  const auto* const end = std::ranges::find_if(number, is_extension);
  number = number.substr(0, static_cast<std::size_t>(end - number.begin()));
  const std::size_t zero = number.find("(0)");
  std::string digits = digits_of(number.substr(0, zero));
  if (zero != std::string_view::npos) digits += digits_of(number.substr(zero + 3));
  if (digits.size() < fewest) return {};
  if (digits.size() > telling) digits.erase(0, digits.size() - telling);
  return digits;
}

Identity identity_of(const Person& person) {
  const std::string name = folded(person.name);
  Identity identity = named(name, person.company);
  if (has_own_name(name, person.phones, person.emails)) {
    add_whole_name(identity, name);
    if (!person.is_organisation) {
      add_given(identity, folded(stripped(person.given)));
      add_given(identity, folded(stripped(person.nickname)));
      if (person.given.empty()) add_given(identity, first_word(name));
    }
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

KnownPeople::KnownPeople(const Book& book, std::size_t expected) {
  const std::size_t count = book.customers.size() + expected;
  constexpr std::size_t usual = 3;
  known_.reserve(count);
  given_.reserve(usual * count);
  by_reached_.reserve(usual * count);
  by_name_.reserve(count);
  const auto add_all = [&](const Customer& customer, std::uint32_t i) {
    add(identity_of(customer), {i, std::nullopt});
    const std::uint64_t name = sum_of(folded(customer.name));
    for (std::uint32_t j = 0; j < customer.contacts.size(); ++j) {
      const Identity contact = identity_of(customer.contacts[j], customer);
      add(contact, {i, j});
      // Files call by either name the firm that people are grouped by.
      by_name_.put(sum_of(contact.name, name), last());
    }
  };
  for (std::uint32_t i = 0; i < book.customers.size(); ++i) add_all(book.customers[i], i);
  for (const LearnedCustomer& one : book.learned) add_all(one.customer, one.who);
}

void KnownPeople::put_given(std::uint64_t reached, std::uint32_t who) {
  const Known& one = known_[who];
  if (one.is_nameless()) by_reached_and_given_.put(sum_of(reached, 0), who);
  for (std::uint32_t i = one.first_given; i < one.end_of_given; ++i) {
    by_reached_and_given_.put(sum_of(reached, given_[i]), who);
  }
}

/// Whoever had no name is called from now on as a row about them says.
void KnownPeople::call_nameless(const Identity& identity, const Known& called) {
  for (const std::uint64_t reached : identity.reached_by) {
    const SumTable::Slot slot = by_reached_.at(reached);
    if (slot.sum == 0) continue;
    Known& one = known_[slot.who];
    if (!one.is_nameless() || one.place != called.place) continue;
    one.first_given = called.first_given;
    one.end_of_given = called.end_of_given;
  }
}

void KnownPeople::expect(const Identity& identity) const {
  for (const std::uint64_t reached : identity.reached_by) by_reached_.expect(reached);
  by_name_.expect(sum_of(identity.name, identity.company));
  by_name_alone_.expect(identity.name);
}

void KnownPeople::add(const Identity& identity, const KnownPlace& place) {
  const auto who = static_cast<std::uint32_t>(known_.size());
  const auto first = static_cast<std::uint32_t>(given_.size());
  given_.insert(given_.end(), identity.given.begin(), identity.given.end());
  known_.push_back({place, first, static_cast<std::uint32_t>(given_.size())});
  if (!identity.given.empty()) call_nameless(identity, known_.back());
  for (const std::uint64_t reached : identity.reached_by) {
    SumTable::Slot& slot = by_reached_.put(reached, who);
    if (slot.who == who && !slot.is_shared) continue;
    if (!slot.is_shared) put_given(reached, slot.who);
    slot.is_shared = true;
    put_given(reached, who);
  }
  if (identity.name == 0) return;
  by_name_.put(sum_of(identity.name, identity.company), who);
  if (identity.reached_by.empty()) by_name_alone_.put(identity.name, who);
}

std::optional<KnownPlace> KnownPeople::reached_and_called(std::uint64_t reached,
                                                          std::uint64_t given) const {
  const SumTable::Slot slot = by_reached_.at(reached);
  if (slot.sum == 0) return std::nullopt;
  if (!slot.is_shared) {
    const Known& one = known_[slot.who];
    const auto begin = given_.begin() + one.first_given;
    const auto end = given_.begin() + one.end_of_given;
    const bool is_called = given == 0 ? one.is_nameless() : std::find(begin, end, given) != end;
    return is_called ? std::optional{one.place} : std::nullopt;
  }
  const SumTable::Slot called = by_reached_and_given_.at(sum_of(reached, given));
  const bool is_gone = called.sum != 0 && given == 0 && !known_[called.who].is_nameless();
  return called.sum == 0 || is_gone ? std::nullopt : std::optional{place(called.who)};
}

bool KnownPeople::covers(const Identity& identity, const KnownPlace& place) const {
  const auto leads_there = [&](std::uint64_t reached, std::uint64_t given) {
    const auto same = reached_and_called(reached, given);
    return same == place;
  };
  return std::ranges::all_of(identity.reached_by, [&](std::uint64_t reached) {
    return std::ranges::all_of(identity.given,
                               [&](std::uint64_t given) { return leads_there(reached, given); });
  });
}

KnownPeople::Answer KnownPeople::find(const Identity& identity) const {
  const bool is_reached = std::ranges::any_of(
      identity.reached_by, [&](std::uint64_t one) { return by_reached_.at(one).sum != 0; });
  return is_reached ? find_reached(identity) : find_named(identity, std::nullopt);
}

KnownPeople::Answer KnownPeople::find_reached(const Identity& identity) const {
  // Whoever has the whole name comes before who has the given name alone.
  for (const std::uint64_t given : identity.given) {
    for (const std::uint64_t reached : identity.reached_by) {
      if (const auto same = reached_and_called(reached, given)) return {same, {}};
    }
  }
  std::optional<KnownPlace> shares;
  for (const std::uint64_t reached : identity.reached_by) {
    const SumTable::Slot slot = by_reached_.at(reached);
    if (slot.sum == 0) continue;
    if (!shares) shares = place(slot.who);
    if (identity.given.empty()) return {place(slot.who), {}};
    if (const auto same = reached_and_called(reached, 0)) return {same, {}};
  }
  return find_named(identity, shares);
}

KnownPeople::Answer KnownPeople::find_named(const Identity& identity,
                                            const std::optional<KnownPlace>& shares) const {
  if (identity.name == 0) return {{}, shares};
  const bool is_alone = identity.reached_by.empty() || identity.company != 0;
  const SumTable::Slot name = by_name_.at(sum_of(identity.name, identity.company));
  if (name.sum != 0 && is_alone) return {place(name.who), {}};
  if (identity.company == 0) {
    const SumTable::Slot alone = by_name_alone_.at(identity.name);
    if (alone.sum != 0) return {place(alone.who), {}};
  }
  return {{}, shares};
}

}  // namespace care
