#pragma once

#include <string>
#include <vector>

#include <care/review.hpp>

namespace care {

/// A review and what else its page must say: problems of the book.
struct ReviewPage {
  const Review& review;
  const std::vector<Problem>& problems;
  std::vector<std::string> tags{};  ///< customers with any of these alone; empty: all
};

}  // namespace care
