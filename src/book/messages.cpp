#include <care/book_messages.hpp>

#include <fmt/format.h>

namespace care {
namespace {

/// What may stand between the braces of something that is meant as a field.
bool is_field_name(std::string_view text) {
  return text.find_first_of("{}\n\r") == std::string_view::npos;
}

}  // namespace

std::vector<MessagePart> message_parts(std::string_view text) {
  using Kind = MessagePart::Kind;
  std::vector<MessagePart> parts;
  while (!text.empty()) {
    const std::size_t brace = text.find_first_of("{}");
    if (brace > 0) {
      parts.push_back({Kind::text, text.substr(0, brace)});
      if (brace == std::string_view::npos) break;
      text.remove_prefix(brace);
    }
    if (text.size() > 1 && text[1] == text[0]) {
      parts.push_back({Kind::text, text.substr(0, 1)});
      text.remove_prefix(2);
      continue;
    }
    const std::size_t end = text.front() == '{' ? text.find('}') : std::string_view::npos;
    if (end == std::string_view::npos || !is_field_name(text.substr(1, end - 1))) {
      parts.push_back({Kind::brace, text.substr(0, 1)});
      text.remove_prefix(1);
      continue;
    }
    const std::string_view name = text.substr(1, end - 1);
    parts.push_back({Kind::field, name, meaning_of<MessageField>(name)});
    text.remove_prefix(end + 1);
  }
  return parts;
}

std::string fields_listed() {
  std::string all;
  for (const std::string_view word : choice_words<MessageField>) {
    all += fmt::format("{}{{{}}}", all.empty() ? "" : ", ", word);
  }
  return all;
}

}  // namespace care
