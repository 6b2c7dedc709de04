#pragma once

#include <string>

#include <care/render_review.hpp>
#include "render/words/review.hpp"

namespace care {

/// What stands between the tags of the body: of a page for a browser, and of a mail, whose reader
/// may have dropped every style; so that its tables and headings alone carry it.
[[nodiscard]] std::string review_body(const Review& review, const ReviewWords& words);
/// What its page has beside the style of all pages.
[[nodiscard]] std::string style_of_review();

}  // namespace care
