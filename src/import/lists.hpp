#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include <care/book_texts.hpp>

namespace care {

using Separators = std::initializer_list<std::string_view>;

/// A list in one cell, at any of the separators.
[[nodiscard]] std::vector<Text> listed(Text text, Separators separators);

/// The same, but any part may stand in quotes, as those of Mailchimp's tags do, and care's own that
/// have a separator within.
[[nodiscard]] std::vector<Text> quoted_list(Text text, Separators separators, TextStore& texts);

}  // namespace care
