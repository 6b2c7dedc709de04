#pragma once

#include "reading/node.hpp"
#include "reading/reader.hpp"

namespace care::reading {

/// Keys of the policy that say when people work; null where they are not written.
struct WorkingTime {
  const Node* hours;
  const Node* workdays;
  const Node* days;
  const Node* holidays;
};
[[nodiscard]] WorkCalendar read_working_time(Reader& in, const WorkingTime& keys);

}  // namespace care::reading
