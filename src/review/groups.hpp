#pragma once

#include "review/past.hpp"

namespace care {

/// The state of R21 at the end of the view's period; nothing for somebody who came later.
[[nodiscard]] std::optional<Loyalty> loyalty_of(const Past& past);

/// What R22 gathers customer by customer.
class LoadCount {
 public:
  explicit LoadCount(const View& view) : view_{view}, owners_(view.book.staff.size()) {}
  void add(const Past& past);
  /// Writes down what was gathered.
  void finish(Review& review) const;

 private:
  struct Group {
    int contacts = 0, customers = 0;
  };
  [[nodiscard]] double in_thirty_days(double count) const;
  [[nodiscard]] std::optional<double> mean(const Group& group) const;
  void add_forgotten(const Past& past);
  void add_endings(const Past& past);

  const View& view_;
  Group strained_, others_;
  Load load_;
  std::vector<Load> owners_;
  std::vector<Forgotten> forgotten_;
  EndingCounts endings_;
};

/// R23, from the measures.
void find_deficiencies(Review& review, bool has_several_owners);

}  // namespace care
