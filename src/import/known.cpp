#include "import/known.hpp"

#include <algorithm>

#include <care/book_ids.hpp>
#include <care/text.hpp>

#include "import/letters.hpp"

namespace care {
namespace {

/// `anna` of "dr. anna schmidt" and of "schmidt, anna".
std::string first_word(std::string_view name) {
  if (const auto comma = name.find(", "); comma != std::string_view::npos) {
    name = name.substr(comma + 2);
  }
  for (const std::string& word : parts(name, " ")) {
    if (!is_form_of_address(word) && !is_title(word)) return word;
  }
  return std::string{name};
}

void add_given(Identity& identity, std::string_view name) {
  std::string given = folded(stripped(name));
  if (!given.empty() && std::ranges::find(identity.given, given) == identity.given.end()) {
    identity.given.push_back(std::move(given));
  }
}

/// Behind a byte that no text has, and first: whoever has the same whole name is called the same.
void add_whole_name(Identity& identity) { identity.given.push_back('\xff' + identity.name); }

template <class Phones, class Emails>
void add_reached_by(Identity& identity, const Phones& phones, const Emails& emails) {
  identity.reached_by.reserve(phones.size() + emails.size());
  for (const auto& one : emails) identity.reached_by.push_back(mail_key(one));
  for (const auto& one : phones) {
    std::string key;
    if constexpr (requires { one.number; }) {
      key = phone_key(one.number);
    } else {
      key = phone_key(one);
    }
    if (!key.empty()) identity.reached_by.push_back(std::move(key));
  }
}

}  // namespace

std::string mail_key(std::string_view address) {
  std::string key{stripped(address)};
  for (char& c : key) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return key;
}

std::string phone_key(std::string_view number) {
  constexpr std::size_t fewest = 7;
  constexpr std::size_t telling = 9;
  // An extension is behind the same phone; (0) is dialled at home alone.
  const auto is_extension = [](char c) { return std::string_view{"eExX;,"}.find(c) < 6; };
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
  Identity identity{folded(person.name), folded(person.company), {}, {}};
  if (person.has_name) {
    add_whole_name(identity);
    if (!person.is_organisation) {
      add_given(identity, person.given);
      add_given(identity, person.nickname);
      if (person.given.empty()) add_given(identity, first_word(identity.name));
    }
  }
  add_reached_by(identity, person.phones, person.emails);
  return identity;
}

Identity identity_of(const Customer& customer) {
  Identity identity{folded(customer.name), folded(customer.company), {}, {}};
  add_whole_name(identity);
  add_given(identity, customer.call_me);
  add_given(identity, first_word(identity.name));
  add_reached_by(identity, customer.phone, customer.email);
  return identity;
}

Identity identity_of(const Contact& contact, const Customer& customer) {
  const Text company = customer.company.empty() ? customer.name : customer.company;
  Identity identity{folded(contact.name), folded(company), {}, {}};
  add_whole_name(identity);
  add_given(identity, contact.call_me);
  add_given(identity, first_word(identity.name));
  add_reached_by(identity, contact.phone, contact.email);
  return identity;
}

KnownPeople::KnownPeople(const Book& book) {
  const auto add_all = [&](const Customer& customer, std::uint32_t i) {
    add(identity_of(customer), {i, std::nullopt});
    for (std::uint32_t j = 0; j < customer.contacts.size(); ++j) {
      add(identity_of(customer.contacts[j], customer), {i, j});
    }
  };
  for (std::uint32_t i = 0; i < book.customers.size(); ++i) add_all(book.customers[i], i);
  for (const LearnedCustomer& one : book.learned) add_all(one.customer, one.who);
}

void PlaceTable::grow() {
  constexpr std::size_t first = 1024;
  std::vector<Slot> old(std::max(first, 2 * slots_.size()));
  old.swap(slots_);
  for (const Slot& one : old) {
    if (one.key != 0) slots_[slot_of(one.key)] = one;
  }
}

std::size_t PlaceTable::slot_of(std::uint64_t key) const {
  const std::size_t last = slots_.size() - 1;
  std::size_t slot = (key ^ (key >> 32U)) & last;
  while (slots_[slot].key != 0 && slots_[slot].key != key) slot = (slot + 1) & last;
  return slot;
}

void PlaceTable::put(std::uint64_t key, KnownPlace place) {
  if (2 * used_ >= slots_.size()) grow();
  Slot& slot = slots_[slot_of(key)];
  if (slot.key != 0) return;
  slot = {key, place};
  ++used_;
}

std::optional<KnownPlace> PlaceTable::at(std::uint64_t key) const {
  if (slots_.empty()) return std::nullopt;
  const Slot& slot = slots_[slot_of(key)];
  return slot.key == 0 ? std::nullopt : std::optional{slot.place};
}

namespace {

/// A byte that no text has stands between the two.
std::uint64_t key_of(std::uint64_t by, std::string_view a, std::string_view b) {
  return checksum(b, checksum("\xff", checksum(a, checksum<std::uint64_t>({}) + by))) | 1U;
}

}  // namespace

void KnownPeople::put(By by, std::string_view a, std::string_view b, KnownPlace place) {
  places_.put(key_of(static_cast<std::uint64_t>(by), a, b), place);
}

std::optional<KnownPlace> KnownPeople::at(By by, std::string_view a, std::string_view b) const {
  return places_.at(key_of(static_cast<std::uint64_t>(by), a, b));
}

void KnownPeople::add(const Identity& identity, KnownPlace place) {
  for (const std::string& key : identity.reached_by) {
    put(By::reached, key, {}, place);
    if (identity.given.empty()) put(By::reached_and_given, key, {}, place);
    for (const std::string& given : identity.given) put(By::reached_and_given, key, given, place);
  }
  if (identity.name.empty()) return;
  put(By::name, identity.name, identity.company, place);
  if (identity.reached_by.empty()) put(By::name_alone, identity.name, {}, place);
}

KnownPeople::Answer KnownPeople::find(const Identity& identity) const {
  // Whoever has the whole name comes before who has the given name alone.
  for (const std::string& given : identity.given) {
    for (const std::string& key : identity.reached_by) {
      if (const auto same = at(By::reached_and_given, key, given)) return {same, {}};
    }
  }
  for (const std::string& key : identity.reached_by) {
    const auto same =
        identity.given.empty() ? at(By::reached, key, {}) : at(By::reached_and_given, key, {});
    if (same) return {same, {}};
  }
  const bool is_alone = identity.reached_by.empty() || !identity.company.empty();
  if (const auto same = at(By::name, identity.name, identity.company); same && is_alone) {
    return {same, {}};
  }
  if (identity.company.empty()) {
    if (const auto same = at(By::name_alone, identity.name, {})) return {same, {}};
  }
  for (const std::string& key : identity.reached_by) {
    if (const auto shares = at(By::reached, key, {})) return {{}, shares};
  }
  return {};
}

}  // namespace care
