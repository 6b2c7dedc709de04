#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace care {

/// Runs a program and waits for its end; meanwhile the keys that stop one are for it alone. Returns
/// how it ended (127: a shell did not find it); nothing where it could not be started; `errno` then
/// says why.
[[nodiscard]] std::optional<int> run_program(const std::vector<std::string>& command);

/// The same with a text on its standard input, which it need not read to the end. False where it
/// showed nothing: it could not be started, or a shell did not find it.
[[nodiscard]] bool run_pager(const std::vector<std::string>& command, std::string_view text);

}  // namespace care
