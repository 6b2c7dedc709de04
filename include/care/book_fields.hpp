#pragma once

#include <care/book_fields_customer.hpp>
#include <care/book_fields_policy.hpp>
#include <care/book_fields_records.hpp>

namespace care {

template <class... Record>
struct Kinds {
  static constexpr std::size_t count = sizeof...(Record);
};

/// What each top-level table of a book holds.
using BookTables =
    Kinds<Book, Policy, Staff, Customer, Purchase, Touch, Request, Promise, Snooze, Ready>;

}  // namespace care
