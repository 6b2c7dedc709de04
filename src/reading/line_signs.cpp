#include "reading/line_signs.hpp"

#include <algorithm>

namespace care::reading {

bool is_key_and_equals(std::string_view text) {
  text = trimmed(text);
  if (text.size() < 2 || text.back() != '=') return false;
  text = trimmed(text.substr(0, text.size() - 1));
  const auto is_key = [](char c) {
    return c != ' ' && c != '\t' && c != '=' && c != '#' && c != ',' && c != ';' && c != ':';
  };
  return !text.empty() &&
         (text.front() == '"' || text.front() == '\'' || std::ranges::all_of(text, is_key));
}

bool can_follow_value(std::string_view line) {
  line = trimmed(line);
  if (line.empty() || std::string_view{"#[]},"}.find(line.front()) != std::string_view::npos)
    return true;
  const std::size_t equals = line.find('=');
  return equals != std::string_view::npos && is_key_and_equals(line.substr(0, equals + 1));
}

bool is_conflict_marker(std::string_view line) {
  return line.starts_with("<<<<<<< ") || line.starts_with("||||||| ") ||
         line.starts_with(">>>>>>> ") || trimmed(line) == "=======" || trimmed(line) == "|||||||";
}

}  // namespace care::reading
