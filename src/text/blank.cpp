#include <care/text_blank.hpp>

#include <care/text.hpp>

namespace care {

bool is_unseen(std::int32_t code_point) {
  constexpr std::int32_t first_wide = 0x2000;
  constexpr std::int32_t last_wide = 0x200a;
  const std::int32_t value = code_point;
  if (value < 0 || value == '\n' || value == '\t') return false;
  const bool is_space = value == 0xa0 || value == 0x1680 || value == 0x202f || value == 0x205f ||
                        value == 0x3000 || (value >= first_wide && value <= last_wide);
  return is_space || is_invisible(value);
}

bool is_unseen_text(std::string_view text) {
  while (!text.empty()) {
    const CodePoint point = first_code_point(text);
    const bool is_plain_blank = point.value == ' ' || point.value == '\t' || point.value == '\n';
    if (!is_plain_blank && !is_unseen(point.value)) return false;
    text.remove_prefix(point.size);
  }
  return true;
}

}  // namespace care
