#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "reading/toml.hpp"

namespace care::reading {

/// What is wrong with a text that is not TOML, in words for people who never heard of TOML.
struct Diagnosis {
  Place at;  ///< counted within the text
  std::string what;
  std::string instead;
};

/// Looks around where the parser stopped for the mistakes that people make; where it is none of
/// them, the parser's own words are all there is.
[[nodiscard]] Diagnosis diagnose(std::string_view text, const Refusal& refusal);

/// What is wrong with a header, from its whole line.
[[nodiscard]] Diagnosis diagnose_header(std::string_view line, Place at);

/// Something wrong in one line, and the byte where it is.
struct Slip {
  std::size_t offset;
  std::string what;
  std::string instead;
};

/// The mistake in a line `key = value`, or in one that was meant as such.
[[nodiscard]] std::optional<Slip> slip_in_line(std::string_view line);
/// The mistake in a value that starts at `offset` of its line and goes on to the line's end.
[[nodiscard]] std::optional<Slip> slip_in_value(std::string_view key, std::string_view value,
                                                std::size_t offset);

}  // namespace care::reading
