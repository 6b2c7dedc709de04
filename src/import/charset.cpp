#include "import/charset.hpp"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <cstdint>

#include <care/text.hpp>
#include <care/text_ascii.hpp>

namespace care {
namespace {

constexpr std::string_view replacement = "\xef\xbf\xbd";
constexpr std::string_view little_mark = "\xff\xfe";
constexpr std::string_view big_mark = "\xfe\xff";

/// Windows-1252 where it is not Latin-1; 0 for the five bytes that it does not have.
constexpr std::array<std::uint16_t, 32> windows_1252{
    0x20ac, 0,      0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021, 0x2c6,  0x2030, 0x160,
    0x2039, 0x152,  0,      0x17d,  0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0,      0x17e,  0x178};

void append_utf8(std::string& out, std::uint32_t value) {
  const auto byte = [&](std::uint32_t one) { out += static_cast<char>(one); };
  if (value < 0x80) {
    byte(value);
  } else if (value < 0x800) {
    byte(0xc0 | (value >> 6));
    byte(0x80 | (value & 0x3f));
  } else {
    byte(0xe0 | (value >> 12));
    byte(0x80 | ((value >> 6) & 0x3f));
    byte(0x80 | (value & 0x3f));
  }
}

Decoded from_windows_1252(std::string_view bytes) {
  Decoded decoded;
  decoded.text.reserve(bytes.size() + bytes.size() / 8);
  for (const char c : bytes) {
    std::uint32_t value = static_cast<unsigned char>(c);
    if (value >= 0x80 && value < 0xa0) value = windows_1252.at(value - 0x80);
    if (value == 0 && c != '\0') {
      decoded.text += replacement;
      decoded.has_lost = true;
    } else {
      append_utf8(decoded.text, value);
    }
  }
  return decoded;
}

/// One conversion of the C library.
class Converter {
 public:
  explicit Converter(const std::string& charset)
      : handle_{::iconv_open("UTF-8", charset.c_str())} {}
  ~Converter() {
    if (is_open()) ::iconv_close(handle_);
  }
  Converter(const Converter&) = delete;
  Converter& operator=(const Converter&) = delete;

  [[nodiscard]] bool is_open() const {
    return handle_ !=
           reinterpret_cast<iconv_t>(std::intptr_t{-1});  // NOLINT(performance-no-int-to-ptr)
  }

  /// What it cannot convert becomes U+FFFD.
  [[nodiscard]] Decoded convert(std::string_view bytes) const {
    Decoded decoded;
    std::array<char, 4096> buffer{};
    char* in = const_cast<char*>(bytes.data());  // NOLINT(cppcoreguidelines-pro-type-const-cast)
    std::size_t left = bytes.size();
    while (left > 0) {
      char* out = buffer.data();
      std::size_t room = buffer.size();
      const std::size_t result = ::iconv(handle_, &in, &left, &out, &room);
      const int error = errno;
      decoded.text.append(buffer.data(), buffer.size() - room);
      if (result != static_cast<std::size_t>(-1) || error == E2BIG) continue;
      decoded.text += replacement;
      decoded.has_lost = true;
      if (error == EINVAL) break;
      ++in;
      --left;
    }
    char* out = buffer.data();
    std::size_t room = buffer.size();
    (void)::iconv(handle_, nullptr, nullptr, &out, &room);
    decoded.text.append(buffer.data(), buffer.size() - room);
    return decoded;
  }

 private:
  iconv_t handle_;
};

std::optional<Decoded> converted(std::string_view bytes, const std::string& charset) {
  const Converter converter{charset};
  if (!converter.is_open()) return std::nullopt;
  return converter.convert(bytes);
}

/// ASCII text in UTF-16 has a NUL in every second byte.
std::optional<std::string> utf16_without_mark(std::string_view bytes) {
  constexpr std::size_t sample = 200;
  const std::string_view head = bytes.substr(0, std::min(sample, bytes.size() / 2 * 2));
  if (head.size() < 4) return std::nullopt;
  std::array<std::size_t, 2> nuls{};
  for (std::size_t i = 0; i < head.size(); ++i) {
    if (head[i] == '\0') ++nuls.at(i % 2);
  }
  const std::size_t most = head.size() / 2 * 3 / 4;
  if (nuls[1] > most && nuls[0] == 0) return "UTF-16LE";
  if (nuls[0] > most && nuls[1] == 0) return "UTF-16BE";
  return std::nullopt;
}

/// A name that goes to the C library: letters, digits and `-_.:` alone, so that it can neither ask
/// for `//TRANSLIT` nor mean the locale's.
bool is_charset_name(std::string_view name) {
  return !name.empty() && name.size() < 40 &&
         std::ranges::all_of(name,
                             [](char c) {
                               return is_letter_or_digit(c) ||
                                      std::string_view{"-_.:"}.find(c) != std::string_view::npos;
                             }) &&
         !equal_ignoring_case(name, "char") && !equal_ignoring_case(name, "wchar_t");
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::any_of(names,
                             [&](std::string_view one) { return equal_ignoring_case(name, one); });
}

}  // namespace

bool says_its_charset(std::string_view bytes) {
  return bytes.starts_with(byte_order_mark) || bytes.starts_with(little_mark) ||
         bytes.starts_with(big_mark) || utf16_without_mark(bytes).has_value();
}

Decoded decoded_file(std::string_view bytes) {
  std::optional<Decoded> utf16;
  if (bytes.starts_with(little_mark)) {
    utf16 = converted(bytes.substr(2), "UTF-16LE");
  } else if (bytes.starts_with(big_mark)) {
    utf16 = converted(bytes.substr(2), "UTF-16BE");
  } else if (const auto charset = utf16_without_mark(bytes)) {
    utf16 = converted(bytes, *charset);
  }
  if (utf16) return *utf16;
  if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
  return decoded(bytes, {});
}

Decoded decoded(std::string_view bytes, std::string_view charset) {
  if (charset.empty() || is_one_of(charset, {"UTF-8", "UTF8", "US-ASCII", "ASCII"})) {
    if (!find_invalid_utf8(bytes)) return {std::string{bytes}};
    Decoded decoded = from_windows_1252(bytes);
    decoded.guessed = "Windows-1252";
    return decoded;
  }
  // Who says Latin-1 means Windows-1252, as the web has it.
  if (is_one_of(charset, {"WINDOWS-1252", "CP1252", "ISO-8859-1", "LATIN1", "ISO8859-1"})) {
    return from_windows_1252(bytes);
  }
  if (is_charset_name(charset)) {
    if (auto text = converted(bytes, std::string{charset})) return *std::move(text);
  }
  Decoded unknown = decoded(bytes, {});
  if (unknown.guessed.empty()) unknown.guessed = "UTF-8";
  return unknown;
}

}  // namespace care
