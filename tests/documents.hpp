#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "transcript.hpp"

// What tests of the README and of the manual pages look at.

namespace care::test {

using Lines = std::vector<std::string>;

/// A file of the project.
[[nodiscard]] std::string file(std::string_view name);
[[nodiscard]] Lines lines_of(const std::string& text);
/// README.md as it stands.
[[nodiscard]] const std::string& readme();
/// What stands in the fenced blocks of a language, each by itself.
[[nodiscard]] Lines blocks(std::string_view language);
/// The rows of the table whose head begins with these words, cell by cell.
[[nodiscard]] std::vector<Lines> table(std::string_view head, const std::string& text = readme());
/// What the first group of a pattern stands for, wherever it matches.
[[nodiscard]] Lines found_in(const std::string& text, const std::string& pattern);
/// What a command prints, which must not fail.
[[nodiscard]] std::string said(const Lines& words, const Scene& scene = {});
/// The commands of `care --help`.
[[nodiscard]] std::set<std::string> commands();
/// A section of the manual page, as it reads: `.It NAME` and its text, by name.
[[nodiscard]] std::map<std::string, std::string> manual_list(std::string_view section);
/// The names in the heads, or in the texts, of a list of the manual page.
[[nodiscard]] std::set<std::string> names_in(const std::map<std::string, std::string>& list,
                                             bool heads);

}  // namespace care::test
