#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "reading/headers.hpp"

namespace care::reading {

/// What a paste or an editor left outside of all values.
struct Stray {
  Place at;
  std::string_view sign;    ///< the first of them there, where nobody sees it; else all
  std::string_view before;  ///< the header or key behind it; empty where the line has nothing else
  std::uint32_t lines_after;  ///< right below with the same
};

/// The bytes before the header or key of this line that are no part of it: characters that nobody
/// sees, `> `, `+`, `- `, `// `, `1. ` and their like, and blanks; before a header anything that is
/// no key; also of a line that has nothing but signs, and of one that is a fence of Markdown. 0
/// where the line begins with what is its own.
[[nodiscard]] std::size_t stray_size(std::string_view line);
/// The bytes of a line end that is none in TOML, where the text begins with one: a carriage return
/// alone, U+2028, U+2029.
[[nodiscard]] std::size_t stray_line_end(std::string_view text);
/// The text up to such a line end.
[[nodiscard]] std::string_view before_stray_line_end(std::string_view line);

/// Adds the signs that begin at the place; `line` is what stands behind them.
void add_stray(std::vector<Stray>& all, Place at, std::string_view signs, std::string_view line);

/// The first character outside of texts and comments that looks like a blank, or like nothing, and
/// is neither blank nor tab; npos where there is none.
[[nodiscard]] std::size_t find_invisible(std::string_view line);
/// "the invisible character U+00A0 (no-break space)", or the sign in quotes.
[[nodiscard]] std::string sign_in_words(std::string_view sign);
/// "… stands before [[customer]] and in the 3 lines below it".
[[nodiscard]] std::string in_words(const Stray& stray);
/// What to write instead.
[[nodiscard]] std::string_view advice_on(const Stray& stray);

}  // namespace care::reading
