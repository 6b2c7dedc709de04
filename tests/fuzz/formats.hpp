#pragma once

#include <string_view>

namespace care::test {

/// Ends the program unless `text` is what the format of this name promises, as strictly as readers
/// of that format may be: a word of `--format`, or `contacts` and `calendar` as `care export` knows
/// them. Any other name means lines for people, in which nobody finds anything invisible.
void demand_format(std::string_view format, std::string_view text);

/// Lines for people, with nothing but the colours of a terminal between what everybody can see.
void demand_coloured(std::string_view text);

}  // namespace care::test
