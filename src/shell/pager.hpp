#pragma once

#include "shell/session.hpp"

namespace care {

/// Runs what only prints; where it is longer than the screen, through the pager: `$CARE_PAGER`,
/// `$PAGER`, else less. Not with `--no-pager`, nor where standard output is not a terminal.
[[nodiscard]] ExitCode paged(const Session& session, const std::function<ExitCode()>& run);

}  // namespace care
