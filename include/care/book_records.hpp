#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <variant>
#include <vector>

#include <care/book_choices.hpp>
#include <care/book_customer.hpp>
#include <care/book_problem.hpp>
#include <care/book_texts.hpp>
#include <care/calendar.hpp>

namespace care {

struct Purchase {
  Position at;
  CustomerIndex customer;
  When on;
  Text what, currency, by;
  std::optional<double> amount;
};

struct Touch {
  Position at;
  CustomerIndex customer;
  When on;
  std::optional<std::uint32_t> contact;  ///< index into Customer::contacts
  std::optional<std::uint32_t> request;  ///< index into Book::requests
  std::optional<std::uint32_t> promise;  ///< index into Book::promises
  Text by, said, heard, thanked, wow, offered;
  std::vector<Text> greeted;
  std::optional<Channel> how;
  std::optional<Mood> mood;
  std::optional<Outcome> outcome;  ///< `alternative` only together with `offered`
  std::optional<Answer> answer;
  bool reached = true;
  bool from_them = false;
};

struct Request {
  Position at;
  CustomerIndex customer;
  Text id, what, by, offered;
  std::optional<When> asked;  ///< nothing where it could not be read: then it counts from today
  std::optional<When> due;
  std::optional<Date> closed;
  std::optional<Outcome> outcome;  ///< only together with `closed`
  bool urgent = false;
};

struct Promise {
  Position at;
  CustomerIndex customer;
  Text id, what, by;
  std::optional<Date> due;  ///< nothing where it could not be read: then it is due today
  std::optional<Date> made, kept;
  std::optional<std::uint32_t> replaces;  ///< index into Book::promises; never in a circle
};

struct Snooze {
  Position at;
  CustomerIndex customer;
  When on;
  Date until;
  Text because, by;
  bool all = false;
};

struct Ready {
  Position at;
  CustomerIndex customer;
  When on;
  Text what, by;
};

/// One table of a book that can be added to it. References and texts are those of that book; `at`
/// says nothing before it is.
using Record = std::variant<Customer, Purchase, Touch, Request, Promise, Snooze, Ready>;

/// Records of one kind in file order, and those of each customer by day, then file order.
template <class Record>
struct Records {
  std::vector<Record> all;
  std::vector<std::uint32_t> order;  ///< indices into `all`, grouped by customer
  std::vector<std::uint32_t> first;  ///< where each customer's group starts; one more at the end

  [[nodiscard]] std::span<const std::uint32_t> of(CustomerIndex customer) const {
    return std::span{order}.subspan(first[customer], first[customer + 1] - first[customer]);
  }
};

}  // namespace care
