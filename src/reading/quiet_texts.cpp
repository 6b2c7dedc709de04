#include <string_view>

#include <care/text.hpp>
#include <care/text_blank.hpp>

#include "reading/plain_words.hpp"
#include "reading/quiet_walk.hpp"

// Texts that are not as nearly all are: with a letter beyond ASCII, of several lines.

namespace care::reading {

bool QuietWalk::other_text(const char* begin, const char* stop, std::string_view& text) {
  if (stop == nullptr) return false;
  if (stop == begin && *stop == '"') return stop[1] == '"' && long_text();
  bool is_ascii = true;
  while ((stop = find_stop(stop, end_, '"', is_ascii)) != end_ && *stop == '\t') ++stop;
  if (stop == end_ || *stop != '"') return false;
  text = {begin, stop};
  at_ = stop + 1;
  return !is_blank(text) && !find_invalid_utf8(text);
}

/// One between three quotes, over several lines; nobody asks for what it says.
bool QuietWalk::long_text() {
  const char* at = at_ + 3;
  if (at == end_ || *at != '\n') return false;
  const char* const begin = at + 1;
  bool is_ascii = true;
  std::uint32_t lines = 0;
  while ((at = find_stop(at, end_, '"', is_ascii)) != end_ && *at != '"') {
    if (*at != '\n' && *at != '\t') return false;
    lines += *at == '\n' ? 1 : 0;
    // A line in it that may be a header takes a closer look.
    if (++at != end_ && *at == '[') return false;
  }
  const std::string_view text{begin, at};
  if (!std::string_view{at, end_}.starts_with("\"\"\"\n") || is_blank(text)) return false;
  if (!is_ascii && find_invalid_utf8(text)) return false;
  at_ = at + 3;
  line_ += lines;
  return true;
}

}  // namespace care::reading
