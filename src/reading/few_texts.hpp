#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "reading/short_key.hpp"

namespace care::reading {

/// Texts of which there are few, however often each stands somewhere.
class FewTexts {
 public:
  using Number = std::uint32_t;
  /// The number of the text, a new one where it was not there yet; nothing where there are many.
  [[nodiscard]] std::optional<Number> number_of(std::string_view text);
  [[nodiscard]] const std::vector<std::string>& all() const { return all_; }

 private:
  std::vector<ShortKey> keys_;
  std::vector<std::string> all_;
};

}  // namespace care::reading
