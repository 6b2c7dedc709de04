#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace care {

/// Bytes as UTF-8, and how sure that is.
struct Decoded {
  std::string text;
  std::string guessed = {};  ///< the character set, where nothing named it
  bool has_lost = false;     ///< what could not be decoded stands there as U+FFFD
};

/// A whole file: by its byte order mark; UTF-16 without one; UTF-8; else Windows-1252.
[[nodiscard]] Decoded decoded_file(std::string_view bytes);
/// Whether a file begins with a byte order mark, or reads as UTF-16 without.
[[nodiscard]] bool says_its_charset(std::string_view bytes);

/// Part of a file whose character set is named, or not (empty).
[[nodiscard]] Decoded decoded(std::string_view bytes, std::string_view charset);

}  // namespace care
