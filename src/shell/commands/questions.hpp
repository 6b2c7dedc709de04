#pragma once

#include "shell/commands/touch.hpp"

namespace care {

/// A contact as it is logged: from options, or from what somebody answered who typed
/// `care log WHO` alone.
struct Answers {
  std::string said;
  TouchOptions contact;
  Implied request, promise;   ///< what it is about
  ImpliedList plan;           ///< what of a plan it does
  std::string promised, due;  ///< a promise was made where both are there
  bool is_solved = false;     ///< it ends the request
};

/// Asks on the terminal what there is to say, one question after the other and only what applies;
/// nothing where the answers ended before the last question.
[[nodiscard]] std::optional<Answers> ask(const Session& session, std::string_view who);

}  // namespace care
