#pragma once

#include <care/review.hpp>

#include "shell/session.hpp"

namespace care {

/// `--from`, `--to` and `--last`: the period of a review.
struct PeriodOption {
  std::string from, to, last;

  void declare(Options& options);
  /// `--last` alone.
  static void declare_last(Options& options, std::string& last);
  [[nodiscard]] bool is_given() const { return !from.empty() || !to.empty() || !last.empty(); }
  /// Throws UsageError.
  [[nodiscard]] TwoPeriods periods(const Book& book, Moment now) const;
};

}  // namespace care
