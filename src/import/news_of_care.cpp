#include <algorithm>
#include <string>
#include <string_view>

#include <care/text.hpp>
#include <care/text_shell.hpp>

#include "import/customers.hpp"
#include "import/letters.hpp"
#include "import/news.hpp"

namespace care {

std::optional<Outvoted> other_care(const Book& book, const Person& person,
                                   const Customer& customer) {
  Outvoted other{{}, {}, "care set " + std::string{customer.id}};
  const auto add = [&](std::string_view key, std::string_view value, bool is_said) {
    if (value.empty() || is_said) return;
    other.words += (other.words.empty() ? "" : ", ") + std::string{key} + ' ' + std::string{value};
    other.command += " --" + std::string{key} + ' ' + shell_word(value);
  };
  // Of somebody new, what the book has no word for became a fact.
  const auto is_fact = [&](std::string_view value) {
    return std::ranges::find(customer.extra, value, &Extra::value) != customer.extra.end();
  };
  const auto is_same = [&](std::string_view value, const auto& meant, const auto& known) {
    return meant ? meant == known : is_fact(value);
  };
  add("owner", person.owner, is_same(person.owner, staff_in(book, person.owner), customer.owner));
  add("tier", person.tier, is_same(person.tier, tier_in(book, person.tier), customer.tier));
  add("status", person.status,
      is_same(person.status, meaning_of<Status>(folded(person.status)), customer.status));
  const bool is_earlier = person.since && customer.since && *person.since < *customer.since;
  add("since", is_earlier ? iso(*person.since) : std::string{}, false);
  // Of these, care's own table has what holds on its day, which is not what the book says.
  if (!person.is_cares) {
    add("every", person.every, is_same(person.every, cadence_in(person.every), customer.every));
    add("mood", person.mood,
        is_same(person.mood, meaning_of<Mood>(folded(person.mood)), customer.mood));
  }
  if (other.words.empty()) return std::nullopt;
  return other;
}

}  // namespace care
