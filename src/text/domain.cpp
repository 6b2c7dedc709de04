#include <care/text.hpp>
#include <care/text_ascii.hpp>

#include <utf8proc.h>

#include <algorithm>
#include <cstdint>

namespace care {
namespace {

using Letters = std::vector<std::int32_t>;

/// Punycode (RFC 3492) of one label, whose letters fit 63 of them anyway.
std::string punycode(const Letters& label) {
  constexpr int base = 36;
  constexpr int tmin = 1;
  constexpr int tmax = 26;
  constexpr int skew = 38;
  constexpr int damp = 700;
  std::string out;
  for (const std::int32_t c : label) {
    if (c < 0x80) out += static_cast<char>(c);
  }
  const int basic = static_cast<int>(out.size());
  int handled = basic;
  if (basic > 0) out += '-';
  std::int32_t next = 0x80;
  int delta = 0;
  int bias = 72;
  while (handled < static_cast<int>(label.size())) {
    std::int32_t smallest = INT32_MAX;
    for (const std::int32_t c : label) {
      if (c >= next) smallest = std::min(smallest, c);
    }
    delta += (smallest - next) * (handled + 1);
    next = smallest;
    for (const std::int32_t c : label) {
      if (c < next) ++delta;
      if (c != next) continue;
      int rest = delta;
      for (int k = base;; k += base) {
        const int limit = std::clamp(k - bias, tmin, tmax);
        const int digit = rest < limit ? rest : limit + (rest - limit) % (base - limit);
        out += static_cast<char>(digit < 26 ? 'a' + digit : '0' + digit - 26);
        if (rest < limit) break;
        rest = (rest - limit) / (base - limit);
      }
      delta = handled == basic ? delta / damp : delta / 2;
      delta += delta / (handled + 1);
      int steps = 0;
      for (; delta > (base - tmin) * tmax / 2; steps += base) delta /= base - tmin;
      bias = steps + (base - tmin + 1) * delta / (delta + skew);
      delta = 0;
      ++handled;
    }
    ++delta;
    ++next;
  }
  return out;
}

/// Small letters, composed; nothing where there is anything but letters, digits and hyphens.
std::optional<Letters> letters_of(std::string_view label) {
  if (find_invalid_utf8(label)) return std::nullopt;
  for (std::string_view left = label; !left.empty();
       left.remove_prefix(first_code_point(left).size)) {
    if (is_invisible(first_code_point(left).value)) return std::nullopt;
  }
  const std::string whole = composed(label);
  std::string_view rest = whole;
  Letters letters;
  for (; !rest.empty(); rest.remove_prefix(first_code_point(rest).size)) {
    const std::int32_t value = first_code_point(rest).value;
    const auto category = utf8proc_category(value);
    const bool is_letter = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
    if (!is_letter && value != '-') return std::nullopt;
    letters.push_back(utf8proc_tolower(value));
  }
  return letters;
}

}  // namespace

std::optional<std::string> ascii_domain(std::string_view domain) {
  constexpr std::size_t longest_label = 63;
  std::string out;
  while (true) {
    const std::size_t end = std::min(domain.find('.'), domain.size());
    const std::string_view label = domain.substr(0, end);
    if (label.starts_with('-') || label.ends_with('-')) return std::nullopt;
    if (is_ascii(label)) {
      if (label.size() > longest_label) return std::nullopt;
      out += label;
    } else {
      const auto letters = letters_of(label);
      if (!letters || letters->size() > longest_label) return std::nullopt;
      const std::string coded = "xn--" + punycode(*letters);
      if (coded.size() > longest_label) return std::nullopt;
      out += coded;
    }
    if (end == domain.size()) return out;
    out += '.';
    domain.remove_prefix(end + 1);
  }
}

}  // namespace care
