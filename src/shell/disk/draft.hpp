#pragma once

#include "shell/disk/files.hpp"

namespace care {

/// What drafts of a locked directory begin with: whoever locks it next clears them away.
inline constexpr std::string_view locked_draft = ".care-append-";
/// Of the rest of a draft's name.
inline constexpr std::string_view draft_letters = "XXXXXX";

/// A new text beside the file that it is for, removed unless it took that one's place, which it
/// does in one step. At first only its owner can read it. All throw FileError.
class Draft {
 public:
  /// Messages are about `path`, and end with the consequence.
  Draft(std::string path, std::string target, std::string_view beginning,
        std::string_view consequence = {});
  ~Draft();
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  void allow(mode_t mode) const;
  /// Takes over owner and permissions.
  void belong_like(const struct stat& status) const;
  void add(std::string_view text) const;
  void close();
  /// The same, but returns once the disk has it.
  void close_on_disk();
  void replace_target();
  /// For a target that must not be there yet; `taken` says what it means that it is.
  void become_target(std::string_view taken);

 private:
  [[noreturn]] void refuse(std::string_view why) const;

  std::string path_, target_, name_;
  std::string_view consequence_;
  File file_;
};

}  // namespace care
