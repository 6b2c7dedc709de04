#pragma once

#include <set>
#include <string>
#include <string_view>

#include <care/plan.hpp>
#include <care/render_calendar.hpp>

namespace care {

/// Names items by what they are of in the book: the same customer, kind and record have the same
/// UID on every day and machine.
class Uids {
 public:
  explicit Uids(const Book& book) : prefix_{uid_prefix(book)} {}
  /// `key` tells records of a kind apart; alike ones are numbered.
  [[nodiscard]] std::string of(const Customer& customer, std::string_view kind,
                               std::string_view key);

 private:
  std::string prefix_;
  std::set<std::string> used_;
};

/// What tells the item's record from others of its kind: an id, name or text.
[[nodiscard]] std::string key_of(const Book& book, const Item& item);
/// `request` for emergencies too, as one may become the other.
[[nodiscard]] std::string_view kind_of(const Item& item);

}  // namespace care
