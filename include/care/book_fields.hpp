#pragma once

#include <care/book_fields_customer.hpp>
#include <care/book_fields_policy.hpp>
#include <care/book_fields_records.hpp>

namespace care {

template <class... Record>
Kinds<Book, Policy, Staff, Customer, Record...> tables_of(Kinds<Record...> records);
/// What each top-level table of a book holds.
using BookTables = decltype(tables_of(RecordKinds{}));

}  // namespace care
