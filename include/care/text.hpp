#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace care {

/// What some editors and spreadsheets put before all else, and wait for.
inline constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

/// The byte offset of the first ill-formed UTF-8 sequence; nothing where the text is well-formed.
[[nodiscard]] std::optional<std::size_t> find_invalid_utf8(std::string_view text);

/// One code point of a text and the bytes it takes; `value` is -1 where they are ill-formed.
struct CodePoint {
  std::int32_t value;
  std::size_t size;
};
/// The first code point of a text that is not empty.
[[nodiscard]] CodePoint first_code_point(std::string_view text);
/// Controls, formats (bidi, zero-width, tags) and separators: nothing that anyone could see.
[[nodiscard]] bool is_invisible(std::int32_t value);

/// The text with everything made visible that could drive a terminal or mislead an eye: C0, DEL,
/// C1, bidi controls, U+2028/9 and stray zero-width characters become `\x1b` or `\u202e`,
/// ill-formed bytes `\xff`; a tab becomes a blank. What belongs to a script stays: joiners and soft
/// hyphens between letters, marks of direction in a text that runs from right to left, the tags of
/// a flag. Line ends become `\n` (two characters).
[[nodiscard]] std::string neutralised(std::string_view text);
/// The same, but line ends stay.
[[nodiscard]] std::string neutralised_lines(std::string_view text);
/// The text for another program: as it is, but for controls other than tabs and line ends, and for
/// ill-formed bytes, which are made visible. Line ends of all kinds become LF.
[[nodiscard]] std::string exported(std::string_view text);

/// Columns that neutralised text takes on a terminal, by grapheme cluster.
[[nodiscard]] std::size_t display_width(std::string_view text);
/// At most `width` columns of it, ending in `…` where something was cut.
[[nodiscard]] std::string shortened(std::string_view text, std::size_t width);
/// Filled with blanks to `width` columns.
[[nodiscard]] std::string padded(std::string_view text, std::size_t width);
/// Cut at words and line ends so that no line is wider than `width`; a word that is too long is cut
/// within. A number stays with its unit, and a date whole.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t width);

/// The text as names are compared: composed (NFC), without format characters that nobody sees.
[[nodiscard]] std::string composed(std::string_view text);
/// The same, in small ASCII letters: two names that a person would call the same are equal.
[[nodiscard]] std::string name_key(std::string_view name);
/// For comparing what people type: letter case, accents and what nobody sees set aside.
[[nodiscard]] std::string folded(std::string_view text);
/// Equal once composed; letter case counts, as in tags.
[[nodiscard]] bool equal_composed(std::string_view a, std::string_view b);
/// Equal as `name_key` has them.
[[nodiscard]] bool equal_ignoring_case(std::string_view a, std::string_view b);

/// The one of `known` that was most likely meant, where any is near enough to be offered.
[[nodiscard]] std::optional<std::string_view> nearest(std::string_view typed,
                                                      std::span<const std::string_view> known);

/// FNV-1a: a short sum over bytes, the same on every machine, of 32 or 64 bits. A sum goes on from
/// that of what came before: `checksum("b", checksum("a"))` is `checksum("ab")`.
template <class Sum = std::uint64_t>
[[nodiscard]] constexpr Sum checksum(std::string_view text,
                                     Sum sum = static_cast<Sum>(sizeof(Sum) == 8
                                                                    ? 0xcbf29ce484222325U
                                                                    : 2166136261U)) {
  constexpr auto prime = static_cast<Sum>(sizeof(Sum) == 8 ? 0x100000001b3U : 16777619U);
  for (const char c : text) sum = (sum ^ static_cast<unsigned char>(c)) * prime;
  return sum;
}

/// A domain as mail servers take it: labels beyond ASCII as `xn--` (IDNA, RFC 5890); nothing where
/// it has anything but letters, digits and hyphens there.
[[nodiscard]] std::optional<std::string> ascii_domain(std::string_view domain);

}  // namespace care
