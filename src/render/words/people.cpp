#include "render/words/people.hpp"
#include <care/book_ids.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace care {
namespace {

/// `phd` and the like, which stand behind a name: "Ana Ruiz, Ph.D."
bool stands_behind_names(std::string_view word) {
  constexpr std::string_view all[] = {"phd", "md", "mba", "msc", "bsc", "jd", "rn",
                                      "cpa", "jr", "sr",  "ii",  "iii", "esq"};
  return std::ranges::find(all, word) != std::end(all);
}

/// The first word of a name that is no title; empty where there is none.
std::string_view first_word(std::string_view name) {
  while (!name.empty()) {
    const std::string_view word = name.substr(0, name.find(' '));
    std::string plain = folded(word);
    std::erase(plain, '.');
    if (!plain.empty() && !is_title(plain) && !stands_behind_names(plain)) return word;
    name.remove_prefix(std::min(word.size() + 1, name.size()));
  }
  return {};
}

}  // namespace

std::string address_words(const Customer& customer, Date today) {
  const Contact* contact = first_contact(customer, today);
  Text sound = customer.sounds_like;
  if (sound.empty() && customer.call_me.empty() && contact != nullptr) {
    sound = contact->sounds_like;
  }
  std::string address = neutralised(address_of(customer, today));
  if (sound.empty()) return address;
  return fmt::format("{} ({})", address, neutralised(sound));
}

std::string who_words(const Customer& customer, Date today) {
  std::string address = address_words(customer, today);
  const Text plain = address_of(customer, today);
  const Text shown = customer.name == plain ? customer.company : customer.name;
  if (shown.empty() || shown == plain) return address;
  // "Odile (oh-DEEL) Marchetti": a name that begins with how to address them is said once.
  if (shown.starts_with(plain) && shown.substr(plain.size()).starts_with(' ')) {
    return address + neutralised(shown.substr(plain.size()));
  }
  return fmt::format("{}, {}", address, neutralised(shown));
}

Reach reach_of(const Customer& customer, Date today) {
  const Contact* contact = first_contact(customer, today);
  const auto own_first = [&](const Texts& own, Texts Contact::*theirs) {
    return neutralised(first_of(own.empty() && contact != nullptr ? contact->*theirs : own));
  };
  return {own_first(customer.phone, &Contact::phone), own_first(customer.email, &Contact::email)};
}

const Texts& likes_of(const Customer& customer, Date today) {
  const Text who = address_of(customer, today);
  const auto* likes = &customer.likes;
  for (const Contact& contact : customer.contacts) {
    const bool meant = contact.call_me == who || contact.name == who;
    if (likes->empty() && meant) likes = &contact.likes;
  }
  return *likes;
}

bool is_known_without_contact(const Book& book, CustomerIndex customer, Date today) {
  return as_of(book, customer, today).since || !book.purchases.of(customer).empty() ||
         !book.requests.of(customer).empty();
}

Text staff_id(const Book& book, std::optional<StaffIndex> staff) {
  return staff ? book.staff[*staff].id : Text{};
}

std::string staff_words(const Book& book, StaffIndex staff) {
  const Text name = book.staff[staff].name;
  const std::size_t comma = name.find(',');
  // "Petra, Nick" is called Nick; behind the comma of "Petra, Dr." stands nobody's name.
  const std::string_view behind = comma < name.size() ? first_word(name.substr(comma + 1)) : "";
  const std::string_view first = behind.empty() ? first_word(name.substr(0, comma)) : behind;
  return neutralised(first.empty() ? name : first);
}

std::string owner_words(const Agenda& agenda, const Entry& entry) {
  const Book& book = *agenda.book;
  std::string words;
  if (entry.owner && entry.owner != agenda.owner && book.staff.size() > 1) {
    words = staff_words(book, *entry.owner) + "'s";
  }
  if (entry.stands_for) {
    words +=
        fmt::format("{}for {}", words.empty() ? "" : ", ", staff_words(book, *entry.stands_for));
  }
  if (entry.escalated_to && entry.escalated_to != agenda.owner) {
    words += fmt::format("{}{} sees it too", words.empty() ? "" : "; ",
                         staff_words(book, *entry.escalated_to));
  }
  return words;
}

}  // namespace care
