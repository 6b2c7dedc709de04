#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "shell/commands/touch.hpp"
#include "shell/session.hpp"

namespace care {

/// What somebody answered who typed `care log WHO` alone.
struct Answers {
  std::string said;
  TouchOptions contact;
  std::string promise, due;  ///< a promise was made where both are there
};

/// Asks on the terminal what else there is to say; nothing where the answers ended before the last
/// question.
[[nodiscard]] std::optional<Answers> ask(const Session& session, std::string_view who);

}  // namespace care
