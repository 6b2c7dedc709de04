#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace care {

/// `"two new doors"`, neutralised.
[[nodiscard]] std::string quoted(std::string_view text);
/// `orchids, dark chocolate`, neutralised.
[[nodiscard]] std::string listed(const std::vector<std::string_view>& texts);
/// `Ana, Tom and Eve`.
[[nodiscard]] std::string enumerated(const std::vector<std::string>& names);
/// `1 problem`, `2 problems`.
[[nodiscard]] std::string counted(int count, std::string_view one, std::string_view several);
/// With a capital letter at its beginning, where that is ASCII.
[[nodiscard]] std::string capitalised(std::string text);

}  // namespace care
