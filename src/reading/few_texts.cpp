#include "reading/few_texts.hpp"

namespace care::reading {

std::optional<FewTexts::Number> FewTexts::number_of(std::string_view text) {
  constexpr std::size_t most = 64;
  const ShortKey key{text};
  for (std::size_t i = 0; i < keys_.size(); ++i)
    if (keys_[i] == key && (key.is_whole() || all_[i] == text)) return static_cast<Number>(i);
  if (all_.size() == most) return std::nullopt;
  keys_.push_back(key);
  all_.emplace_back(text);
  return static_cast<Number>(all_.size() - 1);
}

}  // namespace care::reading
