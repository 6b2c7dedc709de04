#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace care {

// By what care knows again what it put behind a file: a mark behind the first header, and a seal
// over all that was added.

/// Behind a record's header, before its seal.
inline constexpr std::string_view addition_mark = "  # care ";
inline constexpr std::size_t seal_size = 5;

/// The file's own: that of its last line.
[[nodiscard]] std::string_view line_end_of(std::string_view file);
/// How many line ends must come before a record, so that exactly one blank line stands before it.
[[nodiscard]] std::size_t line_ends_needed(std::string_view file);
[[nodiscard]] std::string with_line_ends(std::string text, std::string_view line_end);
/// On which line an addition begins.
[[nodiscard]] std::uint32_t first_line_behind(std::string_view file,
                                              std::optional<std::uint32_t> line_ends = {});

/// A short sum over all that was added, by which a change would show. Not over the carriage returns
/// of line ends: git puts them in and takes them out.
[[nodiscard]] std::string seal_of(std::string_view text);

/// Whether a text is so large that its seal is one of many records that were imported at once.
[[nodiscard]] bool is_of_many(std::string_view text);
/// The seal of such a text, which may come in pieces that end with a line.
class SealOfMany {
 public:
  void add(std::string_view text);
  [[nodiscard]] std::string letters() const;

 private:
  std::uint64_t sum_ = 1;  ///< of 0, the empty lines before the first record would change nothing
};

}  // namespace care
