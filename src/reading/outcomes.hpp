#pragma once

#include <optional>

#include "reading/reader.hpp"

namespace care::reading {

/// How a request ends. A word that says "no" is told to be none: never say no, offer something
/// else.
[[nodiscard]] std::optional<Outcome> read_outcome(Reader& in, const Node& value);

/// An alternative needs an offer, and an offer is only one as an alternative; what misses the other
/// is told and taken out. The values are null where they are not written.
void settle_offer(Reader& in, const Node* outcome_value, const Node* offered_value,
                  std::optional<Outcome>& outcome, Text& offered);

}  // namespace care::reading
