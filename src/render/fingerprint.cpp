#include "render/fingerprint.hpp"

namespace care {

std::uint64_t fingerprint(std::string_view text, std::uint64_t before) {
  constexpr std::uint64_t prime = 0x100000001b3;
  for (const char c : text) before = (before ^ static_cast<unsigned char>(c)) * prime;
  return before;
}

}  // namespace care
