#include <care/render_message.hpp>
#include <care/text.hpp>

#include <algorithm>

namespace care {
namespace {

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Non-empty parts of the given characters with dots between them (RFC 5322 §3.2.3).
bool is_dotted(std::string_view text, std::string_view also) {
  if (text.empty() || text.starts_with('.') || text.ends_with('.')) return false;
  if (text.find("..") != std::string_view::npos) return false;
  return std::ranges::all_of(text, [&](char c) {
    return is_letter_or_digit(c) || c == '.' || also.find(c) != std::string_view::npos;
  });
}

/// An address with the lengths that mail servers take (RFC 5321 §4.5.3.1).
bool is_address(std::string_view text) {
  constexpr std::size_t longest_local = 64;
  constexpr std::size_t longest_domain = 255;
  const auto at = text.rfind('@');
  if (at == std::string_view::npos) return false;
  const std::string_view local = text.substr(0, at);
  const std::string_view domain = text.substr(at + 1);
  return local.size() <= longest_local && domain.size() <= longest_domain &&
         is_dotted(local, "!#$%&'*+-/=?^_`{|}~") && is_dotted(domain, "-");
}

std::string_view trimmed(std::string_view text) {
  while (text.starts_with(' ')) text.remove_prefix(1);
  while (text.ends_with(' ')) text.remove_suffix(1);
  return text;
}

}  // namespace

std::optional<Mailbox> parse_mailbox(std::string_view text) {
  text = trimmed(text);
  if (is_address(text)) return Mailbox{{}, std::string{text}};
  const auto open = text.rfind('<');
  if (open == std::string_view::npos || !text.ends_with('>')) return std::nullopt;
  const std::string_view address = text.substr(open + 1, text.size() - open - 2);
  std::string_view name = trimmed(text.substr(0, open));
  if (name.size() > 1 && name.starts_with('"') && name.ends_with('"')) {
    name = name.substr(1, name.size() - 2);
  }
  // A name with a control in it was not typed by anybody.
  if (!is_address(address) || neutralised(name) != name) return std::nullopt;
  return Mailbox{std::string{name}, std::string{address}};
}

}  // namespace care
