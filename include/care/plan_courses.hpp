#pragma once

#include <care/book.hpp>

namespace care {

/// Where a plan of the book stands with a customer (R17).
struct Course {
  std::uint32_t plan = 0;  ///< index into Book::plans
  Date start;
  Position cause{};                  ///< what began it
  std::vector<const Touch*> done{};  ///< by which touch each of its first steps was done
  const Touch* reply = nullptr;      ///< the contact from them that ended it
  Date due{};                        ///< of the next step, while it is open
};
/// Whether a step of it is still to be done.
[[nodiscard]] bool is_open(const Book& book, const Course& course);

/// Where a plan of the customer's own stands (R17).
struct OwnCourse {
  std::uint32_t plan = 0;            ///< index into Customer::plans
  const Touch* done = nullptr;       ///< the latest touch that names it
  std::optional<Date> occurrence{};  ///< the one that is to be served next
  int number = 0;                    ///< which it is, from 0
};

/// D(n): the n-th day of the plan, from 0; a plan without `every` has one.
[[nodiscard]] Date occurrence_of(const OwnPlan& plan, int n);

/// Whether the customer has one of the plan's tiers and one of its tags, where it has any.
[[nodiscard]] bool fits(const Book& book, const Plan& plan, const Customer& customer);

/// The touches of one customer that did something of a plan, by the name that they give it.
class PlanMarks {
 public:
  /// Reached touches of ours, by day.
  explicit PlanMarks(const std::vector<const Touch*>& touches);
  [[nodiscard]] std::vector<const Touch*> of(std::string_view name) const;

 private:
  struct Mark {
    std::string name;  ///< as `name_key`
    std::size_t place;
    const Touch* touch;
  };
  std::vector<Mark> marks_;
};

}  // namespace care
