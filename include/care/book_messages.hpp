#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <care/book_choices.hpp>

namespace care {

/// What a message can fill in (R18).
enum class MessageField : std::uint8_t {
  call_me,
  name,
  company,
  person,
  what,
  years,
  due,
  thank_for,
  value,
  heard,
  me,
  book
};

template <>
inline constexpr auto word_rows<MessageField> =
    std::to_array<Choice<MessageField>>({{MessageField::call_me, "call_me"},
                                         {MessageField::name, "name"},
                                         {MessageField::company, "company"},
                                         {MessageField::person, "person"},
                                         {MessageField::what, "what"},
                                         {MessageField::years, "years"},
                                         {MessageField::due, "due"},
                                         {MessageField::thank_for, "thank_for"},
                                         {MessageField::value, "value"},
                                         {MessageField::heard, "heard"},
                                         {MessageField::me, "me"},
                                         {MessageField::book, "book"}});

/// A stretch of a message's text.
struct MessagePart {
  enum class Kind {
    text,   ///< to be written as it stands
    field,  ///< the name of one, without its braces
    brace   ///< a brace that belongs to no field: a mistake
  };
  Kind kind = Kind::text;
  std::string_view text;
  std::optional<MessageField> field{};  ///< nothing where there is none of that name
};

/// The text of a message, taken apart: `{call_me}` is a field, `{{` and `}}` are braces.
[[nodiscard]] std::vector<MessagePart> message_parts(std::string_view text);

/// `{call_me}, {name} …`
[[nodiscard]] std::string fields_listed();

}  // namespace care
