#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/place.hpp"
#include "fuzz/script.hpp"

namespace care::test {

/// What a command left.
struct Outcome {
  std::string out, err;
  int code = 0;
};

/// Plays the commands of one script, in the working directory.
class Session {
 public:
  /// `script` must outlive the session.
  explicit Session(const Script& script);

  /// Runs care with these words, as the script's world has it; what is said without a word on the
  /// way is checked: the exit code, and that standard error is for people and begins as it should.
  [[nodiscard]] Outcome play(const std::vector<std::string>& words) const;

  /// Whether the book is where care looks for it, with nothing said of another one.
  [[nodiscard]] bool is_plain(const std::vector<std::string>& words) const;
  /// Whether what these words print may be coloured.
  [[nodiscard]] bool may_colour(const std::vector<std::string>& words) const;

 private:
  const Script& script_;
  std::map<std::string, std::string, std::less<>> environment_;
};

}  // namespace care::test
