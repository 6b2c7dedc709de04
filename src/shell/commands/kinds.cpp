#include "shell/commands/kinds.hpp"

#include <algorithm>

#include "shell/command_line/usage.hpp"

namespace care {

std::vector<std::string_view> kind_names() {
  std::vector<std::string_view> names;
  for (const KindRow& row : care::kinds) {
    if (row.kind != Kind::unreadable) names.push_back(row.word);
  }
  return names;
}

std::vector<Kind> kinds_typed(const std::vector<std::string>& typed) {
  std::vector<Kind> asked;
  const auto known = kind_names();
  for (std::string word : typed) {
    std::ranges::replace(word, '-', '_');
    if (std::ranges::find(known, word) == known.end()) {
      const std::string near = suggestion(word, known);
      refuse("--only: \"{}\" is not a kind of item{}",
             {shown(word), near.empty() ? "; the kinds are " + joined(known, " ") : near});
    }
    asked.push_back(*parse_kind(word));
  }
  return asked;
}

}  // namespace care
