#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace care::reading {

/// Goes through a file from one conflict to the next.
class ConflictWalk {
 public:
  explicit ConflictWalk(std::string_view text) : rest_{text} {}
  /// What to do about the conflict whose first marker stands on that line, behind all that were
  /// asked for: where both sides only append records, which is what two people do who each log a
  /// call, both are kept.
  [[nodiscard]] std::string advice(std::uint32_t line);

 private:
  std::string_view rest_;   ///< from the line on that is next
  std::uint32_t line_ = 1;  ///< that one
  std::string_view above_;  ///< the last line before it that says something
};

}  // namespace care::reading
