#pragma once

#include <span>
#include <string>
#include <string_view>

namespace care {

// Pieces of manual pages in the macros of mdoc(7), which man of all systems reads.

/// The head of a page, up to its name and what it is.
[[nodiscard]] std::string roff_head(std::string_view name, int section, std::string_view about);

/// Text that roff shows unchanged. In examples each - is a minus sign, that it can be pasted; in
/// sentences one at the beginning of a word is.
[[nodiscard]] std::string roff(std::string_view text, bool is_example);

/// Sentences, each from a line of its own, in lines as mandoc likes them.
[[nodiscard]] std::string roff_paragraph(std::string_view text);

/// A line as it is, for the reader to paste; it stands in a literal display.
[[nodiscard]] std::string roff_line(std::string_view line);

/// An item of a list: its head in macros, and what it means.
[[nodiscard]] std::string roff_item(std::string_view head, std::string_view text);

/// A word, and what it means.
struct Meaning {
  std::string_view name, text;
};

/// A list of them; the macro marks up the words.
[[nodiscard]] std::string roff_list(std::string_view macro, std::span<const Meaning> words);

}  // namespace care
