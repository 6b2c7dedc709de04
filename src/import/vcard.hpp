#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "import/charset.hpp"
#include "import/person.hpp"

namespace care {

/// Bytes that are gone with their card.
class CardBytes {
 public:
  [[nodiscard]] std::string_view keep(std::string_view bytes);
  [[nodiscard]] std::pmr::memory_resource* resource() { return &bytes_; }
  void forget() { bytes_.release(); }

 private:
  std::array<std::byte, std::size_t{1} << 14> first_{};
  std::pmr::monotonic_buffer_resource bytes_{first_.data(), first_.size()};
};

/// What stands before a value: `item1.TEL;TYPE=CELL`.
struct CardHead {
  struct Parameter {
    std::string_view name;   ///< in capitals; `TYPE` for one that stands alone
    std::string_view value;  ///< as it is written
  };
  /// What a `TYPE` says that matters to anybody.
  enum class Type : std::uint8_t { pref, fax, pager, cell, iphone, irmc_name };
  enum class Encoding : std::uint8_t { none, quoted_printable, base64 };

  std::string_view group, name;  ///< in capitals
  std::span<const Parameter> parameters;
  std::string_view charset;
  Encoding encoding = Encoding::none;
  std::uint8_t types = 0;  ///< a bit for each

  /// The value of a parameter; empty where it has none.
  [[nodiscard]] std::string_view parameter(std::string_view key) const;
  [[nodiscard]] bool is_type(Type type) const {
    return (types >> static_cast<unsigned>(type) & 1U) != 0;
  }
  [[nodiscard]] bool is_quoted_printable() const { return encoding == Encoding::quoted_printable; }
  [[nodiscard]] bool is_base64() const { return encoding == Encoding::base64; }
};

/// One line of a card, unfolded: `item1.TEL;TYPE=CELL:+1 602 …`.
struct CardProperty : CardHead {
  std::uint32_t line = 0;
  std::string_view value;  ///< bytes, still encoded; of pictures, sounds and keys the first line
  bool is_joined = false;  ///< of several lines: the value does not stand in the file as it is
};

/// Pictures, sounds and keys, which nobody takes over.
[[nodiscard]] bool is_left_out(std::string_view name);

struct Card {
  std::uint32_t line = 0;
  std::vector<CardProperty> properties;
  bool is_old = false;  ///< version 2.1
  bool has_end = false;
  bool has_nested = false;
};

/// What is to be said of a file of cards.
struct CardsRead {
  std::size_t count = 0;
  std::uint32_t lines = 0;
  bool stopped_at_border = false;  ///< the rest is left to another
  std::uint32_t strange_line = 0;  ///< the first that stands outside; 0: none
  std::size_t strange_lines = 0;
};
/// Hands on each card, in the order in which they begin, also one within another and one without an
/// end. A card is good until the next one. Reading ends where `border` bytes were read, if that is
/// between two cards; else it goes on to the end.
[[nodiscard]] CardsRead read_cards(std::string_view text, std::size_t border,
                                   const std::function<void(const Card&)>& use);

/// The values of a card's properties as text, which stays as long as the store and the file.
class CardTexts {
 public:
  /// `is_utf8`: whether the whole file is.
  CardTexts(TextStore& texts, bool is_utf8) : texts_{texts}, is_utf8_{is_utf8} {}

  /// The whole value.
  [[nodiscard]] Text text(const CardProperty& property);
  /// What stands between the separators that are not escaped; good until the next call.
  [[nodiscard]] std::vector<Text>& split(const CardProperty& property, char separator);

  /// What is to be said of the card's character sets; empty where all is well.
  [[nodiscard]] const std::string& trouble() const { return trouble_; }
  /// Whether bytes of it became U+FFFD.
  [[nodiscard]] bool has_lost() const { return has_lost_; }
  /// Windows-1252, where nothing named it.
  [[nodiscard]] const std::string& guessed() const { return guessed_; }

 private:
  [[nodiscard]] std::string in_utf8(std::string_view bytes, const CardProperty& property);
  /// Without escapes; `stays` where the text does.
  [[nodiscard]] Text unescaped(std::string_view text, bool stays);

  /// Whether the value needs no converting.
  [[nodiscard]] bool is_utf8(const CardProperty& property) const;

  TextStore& texts_;
  bool is_utf8_;
  std::vector<Text> parts_;
  std::string plain_;
  std::string trouble_, guessed_;
  bool has_lost_ = false;
};

}  // namespace care
