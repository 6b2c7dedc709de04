#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include <care/plan.hpp>
#include <care/render_calendar.hpp>

namespace care {

/// Names items after their records in the book: the same customer, kind and record have the same
/// UID on every day and machine.
class Uids {
 public:
  explicit Uids(const Book& book) : prefix_{uid_prefix(book)} {}
  /// `part` sets apart several events of one record, and `of_year` the years of an occasion;
  /// records that look alike are numbered.
  [[nodiscard]] std::string of(const Book& book, const Item& item, std::string_view part = {},
                               std::string_view of_year = {});
  [[nodiscard]] std::string of(const Unreadable& unreadable, std::string_view where);

 private:
  [[nodiscard]] std::string next(std::string_view id, std::string_view kind, std::string_view key);

  std::string prefix_;
  /// Each that is taken, and how many records that look alike took it or were numbered for it.
  std::unordered_map<std::string, int> used_;
};

}  // namespace care
