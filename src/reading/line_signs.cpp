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

bool is_end_of_text(std::string_view text, std::size_t end, bool in_brackets) {
  const auto line_from = [&](std::size_t start) {
    return text.substr(start, text.find('\n', start) - start);
  };
  const std::size_t quotes = text.find_last_not_of("\"'", end - 1);
  const std::size_t start = text.rfind('\n', end - 1) + 1;  // npos + 1 is 0
  if (quotes != npos && quotes >= start &&
      is_key_and_equals(text.substr(start, quotes + 1 - start)))
    return false;
  if (in_brackets) return true;
  const std::string_view rest = trimmed(line_from(end));
  if (!rest.empty() && rest.front() != '#') return false;
  for (std::size_t at = text.find('\n', end); at < text.size(); at = text.find('\n', at + 1)) {
    const std::string_view line = line_from(at + 1);
    if (!trimmed(line).empty()) return can_follow_value(line);
  }
  return true;
}

bool is_conflict_marker(std::string_view line) {
  return line.starts_with("<<<<<<< ") || line.starts_with("||||||| ") ||
         line.starts_with(">>>>>>> ") || trimmed(line) == "=======" || trimmed(line) == "|||||||";
}

}  // namespace care::reading
