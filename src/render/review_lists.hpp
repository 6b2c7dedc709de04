#pragma once

#include "render/layout.hpp"
#include "render/words/review.hpp"

namespace care {

inline constexpr std::size_t review_margin = 2;  ///< before the lines below a title

// Whom to turn to, at the end of a review's page.

/// A line for each of them; in a book of one person a line or two for each list.
void write_lists(const ReviewWords& words, Layout& layout);
/// The lists one behind the other; of the first in each alone it is said when they were heard.
void write_close_lists(const ReviewWords& words, Layout& layout);

}  // namespace care
