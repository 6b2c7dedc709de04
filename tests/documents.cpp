#include "documents.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <regex>
#include <sstream>

#include "project.hpp"

namespace care::test {

std::string file(std::string_view name) {
  std::ifstream in{project_directory() / name, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

Lines lines_of(const std::string& text) {
  std::istringstream in{text};
  Lines lines;
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

const std::string& readme() {
  static const std::string text = file("README.md");
  return text;
}

Lines blocks(std::string_view language) {
  Lines found;
  bool inside = false;
  for (const std::string& line : lines_of(readme())) {
    if (line.starts_with("```")) {
      inside = !inside && line.substr(3) == language;
      if (inside) found.emplace_back();
    } else if (inside) {
      found.back() += line + '\n';
    }
  }
  return found;
}

std::vector<Lines> table(std::string_view head, const std::string& text) {
  std::vector<Lines> rows;
  bool inside = false;
  for (const std::string& line : lines_of(text)) {
    if (line.starts_with(head)) inside = true;
    if (!line.starts_with("| ") || line.starts_with(head)) {
      inside = inside && line.starts_with('|');
      continue;
    }
    if (!inside) continue;
    Lines cells;
    for (std::size_t at = 2; at < line.size();) {
      const std::size_t end = line.find(" |", at);
      cells.push_back(line.substr(at, end - at));
      at = end + 3;
    }
    rows.push_back(cells);
  }
  return rows;
}

Lines found_in(const std::string& text, const std::string& pattern) {
  const std::regex regex{pattern};
  Lines found;
  for (std::sregex_iterator it{text.begin(), text.end(), regex}, end; it != end; ++it) {
    found.push_back((*it)[1]);
  }
  return found;
}

std::string said(const Lines& words, const Scene& scene) {
  const Played played = play(words, scene);
  CHECK(played.err == "");
  CHECK(played.code == 0);
  return played.out;
}

std::set<std::string> commands() {
  const std::string help = said({"--help"});
  const std::size_t from = help.find("\nCommands:\n");
  REQUIRE(from != std::string::npos);
  const Lines names = found_in(help.substr(from, help.find("\n\n", from) - from), "\n  ([a-z-]+)");
  return {names.begin(), names.end()};
}

std::map<std::string, std::string> manual_list(std::string_view section) {
  const std::string page = said({"man"});
  const std::size_t from = page.find(".Sh " + std::string{section} + '\n');
  REQUIRE(from != std::string::npos);
  std::map<std::string, std::string> list;
  std::string name;
  for (const std::string& line : lines_of(page.substr(from, page.find("\n.Sh ", from) - from))) {
    std::string text = std::regex_replace(line, std::regex{R"(\\-)"}, "-");
    if (text.starts_with(".It ")) {
      name = std::regex_replace(text.substr(4), std::regex{"^ *(Ev )?"}, "");
    } else if (text.starts_with('.')) {
      name.clear();
    } else if (!name.empty()) {
      list[name] += (list[name].empty() ? "" : " ") + text;
    }
  }
  return list;
}

std::set<std::string> names_in(const std::map<std::string, std::string>& list, bool heads) {
  std::set<std::string> names;
  for (const auto& [head, text] : list) {
    const std::string plain =
        std::regex_replace(heads ? head : text, std::regex{R"(\([^)]*\)|\[\]|\{\})"}, "");
    for (const std::string& name : found_in(plain, "([a-z_]+)")) names.insert(name);
  }
  return names;
}

}  // namespace care::test
