#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <care/plan_item.hpp>

namespace care {

/// What `--only` takes: nobody asks for what could not be read.
[[nodiscard]] std::vector<std::string_view> kind_names();

/// The kinds behind `--only`; throws UsageError for a word that is none.
[[nodiscard]] std::vector<Kind> kinds_typed(const std::vector<std::string>& typed);

}  // namespace care
