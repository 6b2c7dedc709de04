#pragma once

#include "shell/commands/record.hpp"

namespace care {

// What `add`, `import` and the records have in common.

/// What is in another format would be a book afterwards, and nothing else any more: FileError.
void refuse_other_format(const Held& held);

/// What `--every` says, as 10d or 2w.
[[nodiscard]] Duration span_typed(std::string_view every);

/// `care import FILE` on a terminal.
[[nodiscard]] ExitCode import_file(const Session& session, const std::string& file);

}  // namespace care
