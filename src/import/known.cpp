#include "import/known.hpp"

#include <algorithm>
#include <array>

#include <care/text.hpp>

#include "import/letters.hpp"

namespace care {
namespace {

bool is_form_of_address(std::string_view word) {
  constexpr std::array<std::string_view, 20> words{
      "dr",   "prof", "mr",  "mrs", "ms",   "miss", "herr", "frau", "m",   "mme",
      "mlle", "sr",   "sra", "don", "dona", "ing",  "dipl", "sir",  "rev", "srta"};
  while (word.ends_with('.')) word.remove_suffix(1);
  return std::ranges::find(words, word) != words.end();
}

/// `anna` of "dr. anna schmidt" and of "schmidt, anna".
std::string first_word(std::string_view name) {
  if (const auto comma = name.find(", "); comma != std::string_view::npos) {
    name = name.substr(comma + 2);
  }
  for (const std::string& word : parts(name, " ")) {
    if (!is_form_of_address(word)) return word;
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

void add_reached_by(Identity& identity, const std::vector<std::string_view>& phones,
                    const std::vector<std::string_view>& emails) {
  for (const std::string_view one : emails) identity.reached_by.push_back(mail_key(one));
  for (const std::string_view one : phones) {
    if (std::string key = phone_key(one); !key.empty())
      identity.reached_by.push_back(std::move(key));
  }
}

}  // namespace

std::string mail_key(std::string_view address) {
  std::string key = "@" + std::string{stripped(address)};
  for (char& c : key) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return key;
}

std::string phone_key(std::string_view number) {
  constexpr std::size_t fewest = 7;
  constexpr std::size_t telling = 9;
  // An extension is behind the same phone; (0) is dialled at home alone.
  std::string bare{number.substr(0, number.find_first_of("eExX;,"))};
  if (const auto zero = bare.find("(0)"); zero != std::string::npos) bare.erase(zero, 3);
  const std::string digits = digits_of(bare);
  if (digits.size() < fewest) return {};
  return "#" + digits.substr(digits.size() - std::min(telling, digits.size()));
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
  std::vector<std::string_view> phones;
  for (const PhoneNumber& one : person.phones) phones.emplace_back(one.number);
  add_reached_by(identity, phones, {person.emails.begin(), person.emails.end()});
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
  for (std::uint32_t i = 0; i < book.customers.size(); ++i) {
    const Customer& customer = book.customers[i];
    add(identity_of(customer), {i, std::nullopt});
    for (std::uint32_t j = 0; j < customer.contacts.size(); ++j) {
      add(identity_of(customer.contacts[j], customer), {i, j});
    }
  }
}

void KnownPeople::add(const Identity& identity, KnownPlace place) {
  for (const std::string& key : identity.reached_by) {
    by_any_.try_emplace(key, place);
    if (identity.given.empty()) by_given_.try_emplace(key + '\n', place);
    for (const std::string& given : identity.given) {
      by_given_.try_emplace(key + '\n' + given, place);
    }
  }
  if (identity.name.empty()) return;
  by_name_.try_emplace(identity.name + '\n' + identity.company, place);
  if (identity.reached_by.empty()) by_name_alone_.try_emplace(identity.name, place);
}

KnownPeople::Answer KnownPeople::find(const Identity& identity) const {
  const auto in = [](const Places& places, const std::string& key) -> std::optional<KnownPlace> {
    const auto found = places.find(key);
    return found == places.end() ? std::nullopt : std::optional{found->second};
  };
  // Whoever has the whole name comes before who has the given name alone.
  for (const std::string& given : identity.given) {
    for (const std::string& key : identity.reached_by) {
      if (const auto same = in(by_given_, key + '\n' + given)) return {same, {}};
    }
  }
  for (const std::string& key : identity.reached_by) {
    const auto same = identity.given.empty() ? in(by_any_, key) : in(by_given_, key + '\n');
    if (same) return {same, {}};
  }
  const bool is_alone = identity.reached_by.empty() || !identity.company.empty();
  if (const auto same = in(by_name_, identity.name + '\n' + identity.company); same && is_alone) {
    return {same, {}};
  }
  if (identity.company.empty()) {
    if (const auto same = in(by_name_alone_, identity.name)) return {same, {}};
  }
  for (const std::string& key : identity.reached_by) {
    if (const auto shares = in(by_any_, key)) return {{}, shares};
  }
  return {};
}

}  // namespace care
