#pragma once

#include "shell/commands/open_records.hpp"

namespace care {

/// What a contact with a customer was like: options of `log`, `done` and `offer`.
struct TouchOptions {
  std::vector<std::string> channels;
  std::string contact, heard, wow, mood;
  bool missed = false, from_them = false;
  Implied thanks;
  ImpliedList greeted;  ///< without a value: what the agenda shows

  void declare(Options& options);
  /// Throws UsageError for what makes no sense whatever the book says.
  void check() const;
  /// Whether none was typed.
  [[nodiscard]] bool are_absent() const;
  [[nodiscard]] Touch touch(const RecordContext& context) const;
};

/// `--mood`, as typed; UsageError where it is none.
[[nodiscard]] std::optional<Mood> mood_typed(std::string_view typed);

/// Never say no without an alternative (R7): throws UsageError where the text does.
void refuse_no(std::string_view text, std::string_view who);

/// Throws UsageError where the text begins with what should stand behind `--on`.
void refuse_day_in_text(std::string_view command, const std::vector<std::string>& text);

}  // namespace care
