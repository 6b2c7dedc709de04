#pragma once

#include <string>
#include <string_view>

namespace care {

/// One word of a command line, as bash takes it. It stands on one line and has nothing in it that
/// nobody sees, so that it stays as it is where a page is neutralised.
[[nodiscard]] std::string shell_word(std::string_view text);

/// ` --note "likes tea"`; ` --note="- tea"` where the value would be taken for an option.
[[nodiscard]] std::string shell_option(std::string_view option, std::string_view value);

}  // namespace care
