#pragma once

#include "shell/disk/files.hpp"

namespace care {

/// The bits of a mode that say who may do what.
inline constexpr mode_t every_permission = 07777;

/// What the names of all drafts begin with.
inline constexpr std::string_view draft_beginning = ".care-draft-";

/// Removes the drafts of a directory that nobody is at any more: what killed runs left.
void clear_dead_drafts(const std::string& directory);

/// A new text beside the file that it is for, removed unless it took that one's place, which it
/// does in one step. At first only its owner can read it. All throw FileError.
class Draft {
 public:
  /// Messages are about `path`, and end with the consequence.
  Draft(std::string path, std::string target, std::string_view consequence = {});
  ~Draft();
  Draft(const Draft&) = delete;
  Draft& operator=(const Draft&) = delete;

  void allow(mode_t mode) const;
  /// Takes over the group and access list of another file, with this mode. Where the group cannot
  /// be had, nobody gets more than both it and everybody else would.
  void allow_like(const File& other, mode_t mode) const;
  /// Takes over owner, permissions and extended attributes.
  void belong_like(const File& other) const;
  void add(std::string_view text) const;
  /// Puts a text in the place of one of the same size.
  void overwrite(std::size_t at, std::string_view text) const;
  /// Lets the disk begin with what was added, while there is something else to do.
  void begin_on_disk() const;
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
  File
      lock_;  ///< the same file, open and locked until it has its place: by that others see it live
};

}  // namespace care
