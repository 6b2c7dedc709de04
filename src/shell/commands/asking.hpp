#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "shell/session.hpp"

namespace care {

/// The question, with no word of it parted at the terminal's edge.
[[nodiscard]] std::string on_lines(const World& world, std::string_view question);

/// As much of a call sheet as fits the screen beside `others`, lines of a dialogue: whom to call,
/// and why, stand at its head. It says how much more there is.
[[nodiscard]] std::string on_one_screen(const World& world, const std::string& text,
                                        std::size_t others);

/// What is written to standard error while this lives goes there at its end, broken between words.
class WholeLines {
 public:
  explicit WholeLines(World& world);
  WholeLines(const WholeLines&) = delete;
  WholeLines& operator=(const WholeLines&) = delete;
  ~WholeLines();

 private:
  World& world_;
  std::function<bool(std::string_view)> write_;
  std::string text_;
};

/// Asks one question after the other on the terminal; after the end of the answers every one is
/// empty.
class Questions {
 public:
  explicit Questions(const Session& session) : session_{session} {}

  [[nodiscard]] bool ended() const { return ended_; }
  void print(const std::string& text) const { session_.print(text); }

  /// What was typed, without blanks around it.
  [[nodiscard]] std::string answer(const std::string& question);
  /// `y` or `n`; Enter is what is usual.
  [[nodiscard]] bool yes(const std::string& question, bool usual);
  /// One of the words, or the beginning of one; empty for Enter.
  [[nodiscard]] std::string word(const std::string& question,
                                 const std::vector<std::string_view>& known);

 private:
  const Session& session_;
  bool ended_ = false;
};

}  // namespace care
