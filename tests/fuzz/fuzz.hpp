#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <care/book.hpp>
#include <care/book_problems.hpp>
#include <care/reading.hpp>
#include <care/text.hpp>

#include "render/well_formed.hpp"

// What the fuzzers share: how an input becomes a book, and what every book must keep to.

namespace care::test {

/// Ends the program where something does not hold, so that the fuzzer keeps the input.
inline void demand(bool holds, std::string_view what, std::string_view text = {}) {
  if (holds) return;
  const std::string message = "does not hold: " + std::string{what} + "\n" + std::string{text};
  std::fprintf(stderr, "%s\n", message.c_str());
  std::abort();
}

/// U+001C, the file separator, parts the files of a book: NUL is worth a try within one.
inline std::vector<Source> sources_of(std::string_view bytes) {
  constexpr char separator = '\x1c';
  std::vector<Source> sources;
  while (true) {
    const std::size_t end = bytes.find(separator);
    const std::string name = "file" + std::to_string(sources.size() + 1) + ".toml";
    sources.push_back({name, std::string{bytes.substr(0, end)}});
    if (end == std::string_view::npos) return sources;
    bytes.remove_prefix(end + 1);
  }
}

inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
  return {reinterpret_cast<const char*>(data), size};
}

/// FNV-1a: what an input draws is its own, today and when it is tried again.
inline std::uint64_t hash_of(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const char c : bytes) {
    hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  }
  return hash;
}

/// Well-formed UTF-8 in which nothing stands that nobody could see, but for line ends.
inline void demand_visible(std::string_view text, std::string_view what,
                           std::string_view line_end = "\n") {
  demand(!find_invalid_utf8(text), std::string{what} + " is UTF-8", text);
  demand(is_visible(text, line_end), std::string{what} + " hides nothing", text);
}

/// The bytes of each line, without its end.
inline std::vector<std::size_t> line_sizes(std::string_view text) {
  std::vector<std::size_t> sizes;
  while (true) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    sizes.push_back(end);
    if (end == text.size()) return sizes;
    text.remove_prefix(end + 1);
  }
}

/// Each problem has a known code, says what to write, and stands at a place that is in its file.
inline void check_problems(const std::vector<Problem>& problems,
                           const std::vector<Source>& sources) {
  std::vector<std::vector<std::size_t>> lines;
  for (const Source& source : sources) lines.push_back(line_sizes(source.text));
  for (const Problem& problem : problems) {
    demand(std::ranges::find(problem_codes, problem.code, &ProblemCode::code) !=
               std::ranges::end(problem_codes),
           "the code is listed", problem.code);
    demand(!problem.what.empty() && !problem.instead.empty(), "a problem says what to write",
           problem.code);
    demand_visible(problem.what, "what is wrong", "");
    demand_visible(problem.instead, "what to write", "");
    demand(problem.at.file < lines.size(), "the file is of the book", problem.what);
    const std::vector<std::size_t>& sizes = lines[problem.at.file];
    demand(problem.at.line >= 1 && problem.at.line <= sizes.size(), "the line is in the file",
           problem.what);
    demand(problem.at.column >= 1 && problem.at.column <= sizes[problem.at.line - 1] + 1,
           "the column is in the line", problem.what);
  }
}

}  // namespace care::test
