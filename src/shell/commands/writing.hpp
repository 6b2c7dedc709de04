#pragma once

#include <care/import.hpp>

#include "shell/commands/record.hpp"

namespace care {

// What `add`, `import` and the records have in common.

/// What `--every` says, as 10d or 2w.
[[nodiscard]] Duration span_typed(std::string_view every);

/// `care import FILE` on a terminal.
[[nodiscard]] ExitCode import_file(const Session& session, const std::string& file);

/// Puts what was imported behind the file that is held, and returns its first line there. Nothing
/// is written unless the book reads as before, with these customers more. FileError where
/// that is not so; `refuse_changed` throws it where what was read is not as it was.
[[nodiscard]] std::uint32_t add_imported(Held& held, Import& import,
                                         const std::function<void()>& refuse_changed);

}  // namespace care
