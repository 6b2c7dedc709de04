#include <care/book_ids.hpp>
#include <care/record.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace care {
namespace {

/// The text itself, or with the first of `-2`, `-3` … that is free.
template <class IsTaken>
std::string first_free(std::string id, IsTaken is_taken) {
  if (!is_taken(id)) return id;
  for (int n = 2;; ++n) {
    std::string next = fmt::format("{}-{}", id, n);
    if (!is_taken(next)) return next;
  }
}

template <class Dated>
std::string free_id(const Book& book, const std::vector<Dated>& records, Text customer, Date day) {
  return first_free(fmt::format("{}-{}", customer, iso(day)), [&](const std::string& id) {
    return std::ranges::find(records, id, &Dated::id) != records.end() ||
           std::ranges::find(book.claimed_ids, id) != book.claimed_ids.end();
  });
}

/// Calls `visit` with each word of a name, as `folded`; up to the first of which it returns true.
template <class Visit>
bool any_word(std::string_view name, Visit visit) {
  const std::string words = folded(name);
  for (std::string_view rest = words; !rest.empty();) {
    const std::size_t size = std::min(rest.find_first_of(" ,;-/()"), rest.size());
    if (size > 0 && visit(rest.substr(0, size))) return true;
    rest.remove_prefix(std::min(size + 1, rest.size()));
  }
  return false;
}

/// The first word of a name that somebody would be called by: no title, no article.
std::string first_name(std::string_view name) {
  constexpr std::string_view articles[] = {"the", "an", "le",  "la",  "les", "el",
                                           "los", "il", "der", "die", "das"};
  if (const std::size_t comma = name.find(", "); comma < name.size()) name.remove_prefix(comma + 2);
  std::string first;
  const auto take = [&](std::string_view word) {
    if (is_form_of_address(word) || is_title(word)) return false;
    if (std::ranges::find(articles, word) == std::end(articles)) first = word;
    return true;
  };
  (void)any_word(name, take);
  return first;
}

bool answers_to(const Customer& customer, std::string_view word) {
  const auto is_word = [&](std::string_view one) { return customer_id_from(one) == word; };
  return customer.id == word || any_word(customer.id, is_word) ||
         any_word(customer.name, is_word) || any_word(customer.call_me, is_word) ||
         std::ranges::any_of(customer.contacts, [&](const Contact& contact) {
           return any_word(contact.name, is_word) || any_word(contact.call_me, is_word);
         });
}

}  // namespace

std::string free_request_id(const Book& book, Text customer, Date asked) {
  return free_id(book, book.requests.all, customer, asked);
}

std::string free_promise_id(const Book& book, Text customer, Date due) {
  return free_id(book, book.promises.all, customer, due);
}

std::string free_customer_id(const Book& book, std::string_view name) {
  return first_free(customer_id_from(name), [&](const std::string& id) {
    return std::ranges::find(book.customers, id, &Customer::id) != book.customers.end() ||
           std::ranges::find(book.claimed_ids, id) != book.claimed_ids.end();
  });
}

std::string short_customer_id(const Book& book, std::string_view name) {
  constexpr std::size_t shortest = 2;
  const std::string first = first_name(name);
  const std::string id = customer_id_from(first);
  const bool is_taken =
      id.size() < shortest || id == customer_id_from({}) || id.find('-') < id.size() ||
      std::ranges::find(book.claimed_ids, id) != book.claimed_ids.end() ||
      std::ranges::any_of(book.customers, [&](const Customer& one) { return answers_to(one, id); });
  return is_taken ? free_customer_id(book, name) : id;
}

}  // namespace care
