#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include <care/book_field_kinds.hpp>

namespace care::reading {

/// `name = `, as nearly every line of a book begins, to be compared in one step.
class KeySign {
 public:
  /// Bytes that are looked at.
  static constexpr std::size_t width = 16;

  constexpr KeySign() = default;
  /// A key with a longer name is never found.
  constexpr explicit KeySign(std::string_view name) {
    constexpr std::string_view equals = " = ";
    if (name.size() + equals.size() > width) return;
    size_ = name.size() + equals.size();
    std::ranges::copy(equals, std::ranges::copy(name, bytes_.begin()).out);
    wanted_ = (1U << size_) - 1;
  }

  [[nodiscard]] std::size_t size() const { return size_; }
  /// Whether the text begins so.
  [[nodiscard]] bool begins(const char* text) const {
#ifdef __SSE2__
    const __m128i own = _mm_load_si128(reinterpret_cast<const __m128i*>(bytes_.data()));
    const __m128i other = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text));
    const auto same = static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(own, other)));
    return (same & wanted_) == wanted_;
#else
    return size_ != 0 && std::memcmp(text, bytes_.data(), size_) == 0;
#endif
  }

 private:
  alignas(width) std::array<char, width> bytes_{};
  std::uint32_t wanted_ = 1;  ///< a bit for each byte; no text begins with a zero
  std::size_t size_ = 0;
};

/// Of the keys of a kind of record, in their order.
template <class Record>
inline constexpr auto key_signs = [] {
  std::array<KeySign, field_count<Record>> signs;
  std::ranges::transform(field_names<Record>, signs.begin(),
                         [](std::string_view name) { return KeySign{name}; });
  return signs;
}();

}  // namespace care::reading
