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

}  // namespace care
