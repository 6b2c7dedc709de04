#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "import/vcard.hpp"

namespace care {

/// Where the value of a property begins; nothing where the line is not one: `X-A;TYPE="a:b":value`.
[[nodiscard]] std::optional<std::size_t> value_of(std::string_view line);
/// `TEL;`, whose parameters stand on the next line.
[[nodiscard]] bool is_head(std::string_view line);
/// All before the value.
[[nodiscard]] CardHead read_head(std::string_view text, CardBytes& bytes);

/// The heads of a file: a program writes the same few again and again, and each is read once.
class CardHeads {
 public:
  /// Where it is none of the few, it is gone with these bytes.
  [[nodiscard]] CardHead read(std::string_view text, CardBytes& bytes);

 private:
  struct Known {
    std::string_view text;
    CardHead head;
  };
  std::vector<Known> known_ = std::vector<Known>(1024);
  std::size_t count_ = 0;
  CardBytes bytes_;
};

}  // namespace care
