#include "import/letters.hpp"

#include <algorithm>

#include <care/text.hpp>

namespace care {
namespace {

constexpr std::string_view blanks = " \t\r\n\v\f";
constexpr std::string_view no_break_blank = "\xc2\xa0";

bool is_plain(char c) {
  return is_small_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::string_view stripped_of_any(std::string_view text) {
  while (true) {
    const std::size_t before = text.size();
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    text = text.substr(first, text.find_last_not_of(blanks) - first + 1);
    if (text.starts_with(no_break_blank)) text.remove_prefix(no_break_blank.size());
    if (text.ends_with(no_break_blank)) text.remove_suffix(no_break_blank.size());
    if (text.size() == before) return text;
  }
}

bool same_word(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::ranges::equal(a, b, {}, small_letter, small_letter);
}

std::string digits_of(std::string_view text) {
  std::string digits;
  std::ranges::copy_if(text, std::back_inserter(digits), is_digit);
  return digits;
}

std::vector<std::string_view> parts(std::string_view text, std::string_view separator) {
  std::vector<std::string_view> all;
  while (true) {
    const auto end = text.find(separator);
    if (const auto part = stripped(text.substr(0, end)); !part.empty()) all.push_back(part);
    if (end == std::string_view::npos) return all;
    text.remove_prefix(end + separator.size());
  }
}

std::string joined_parts(std::span<const std::string_view> texts, std::string_view separator) {
  std::string all;
  for (const std::string_view text : texts) {
    if (text.empty()) continue;
    if (!all.empty()) all += separator;
    all += text;
  }
  return all;
}

std::string joined_parts(const std::vector<std::string>& texts, std::string_view separator) {
  const std::vector<std::string_view> views{texts.begin(), texts.end()};
  return joined_parts(views, separator);
}

bool has_word(std::string_view words, std::string_view word) {
  for (std::size_t at = words.find(word); at != std::string_view::npos;
       at = words.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || words[at - 1] == ' ') && (end == words.size() || words[end] == ' ')) {
      return true;
    }
  }
  return false;
}

void add_line(std::string& text, std::string_view line) {
  if (line.empty()) return;
  if (!text.empty()) text += '\n';
  text += line;
}

std::string plain(std::string_view heading) {
  std::string out = folded(heading);
  std::erase_if(out, [](char c) { return !is_plain(c); });
  return out;
}

std::string extra_key(std::string_view heading) {
  std::string key;
  for (const char c : folded(heading)) {
    const bool is_behind_blank = key.empty() || key.back() == '_';
    if (is_plain(c) || (c == '-' && !is_behind_blank)) {
      key += c;
    } else if (!is_behind_blank) {
      key += '_';
    }
  }
  while (key.ends_with('_')) key.pop_back();
  return key.empty() ? "other" : key;
}

}  // namespace care
