#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

#include <care/text_sums.hpp>

namespace care::reading {

/// A text as three numbers, which are compared in no time: its size and its first bytes, which is
/// all there is to most ids and words.
class ShortKey {
 public:
  /// By words, that may overlap: to copy as many bytes as there are takes longer than to look
  /// something up.
  explicit ShortKey(std::string_view text) {
    constexpr std::size_t word_size = sizeof(std::uint32_t);
    const std::size_t size = std::min(text.size(), most);
    const auto word_at = [&](std::size_t at) {
      std::uint32_t word = 0;
      std::memcpy(&word, text.data() + at, sizeof word);
      return word;
    };
    if (size >= word_size) {
      words_[0] = word_at(0);
      words_[1] = word_at(std::min(size - word_size, word_size));
      if (size > 2 * word_size) {
        const std::uint32_t last = word_at(size - word_size);
        words_[2] = std::endian::native == std::endian::little ? last >> 8U : last & 0xffffffU;
      }
    } else {
      for (const char c : text) words_[0] = words_[0] << 8U | static_cast<unsigned char>(c);
    }
    words_[2] |= static_cast<std::uint32_t>(std::min(text.size(), most + 1)) << of_size;
  }
  ShortKey() = default;

  [[nodiscard]] std::uint32_t hash() const {
    const std::uint64_t sum = mixed(0, std::uint64_t{words_[0]} << 32U | words_[1]);
    return static_cast<std::uint32_t>(mixed(sum, words_[2]) >> 32U);
  }
  /// Whether nothing more of the text is needed to compare it.
  [[nodiscard]] bool is_whole() const { return words_[2] >> of_size <= most; }
  /// Word by word: for all three at once a function of the C library is called.
  friend bool operator==(const ShortKey& a, const ShortKey& b) {
    return a.words_[0] == b.words_[0] && a.words_[1] == b.words_[1] && a.words_[2] == b.words_[2];
  }

 private:
  static constexpr std::size_t most = 11;  // bytes
  static constexpr unsigned of_size = 24;  // bits: the size stands behind the last bytes

  std::array<std::uint32_t, 3> words_{};
};

}  // namespace care::reading
