#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <care/book_texts.hpp>

#include "shell/disk/files.hpp"

namespace care {

class BegunDraft;
class Draft;

/// Keeps other runs of care from writing to a book while this lives; what is locked is the
/// directory that the book is, or stands in, and those that links in it lead to: a file may be part
/// of several books. Editors take no notice: `BookFile` finds out what they did.
class BookLock {
 public:
  /// Waits 5 s for another writer; throws FileError.
  explicit BookLock(const std::string& book);

  [[nodiscard]] bool holds(const struct stat& directory) const;

 private:
  struct Directory {
    std::string path;
    File file;
  };
  using Inode = std::pair<dev_t, ino_t>;

  void add(std::string path, File file);
  void add_linked(const std::string& book);

  /// In the order in which they are locked: no two runs can wait for each other.
  std::map<Inode, Directory> directories_;
};

/// The file that a new one is like in group and access list, and what the new one allows.
struct Likeness {
  std::string path;
  mode_t mode = 0;
};

/// One file of a locked book, to be replaced as a whole: after a power cut or kill at any point
/// there is the old file or the new one.
class BookFile {
 public:
  /// Reads the file, or maps it: replacing it asks whether it has changed. A link stays a link:
  /// what it points to is meant. A file that is not there yet counts as empty where `like` names
  /// others: it will belong to the group of the one that is open to the fewest, and allow nobody
  /// else more than each of them does. Throws FileError.
  BookFile(std::string path, const BookLock& lock, const std::vector<std::string>& like = {});
  ~BookFile();
  BookFile(BookFile&&) noexcept;

  /// As it was read; where the new file was begun, it is read as it is looked at.
  [[nodiscard]] FileText take_text();

  /// Has the new file begin with what was read, where that is large, while it is looked at: then
  /// `replace` finds it written already. Before `take_text`.
  void begin_to_add();

  /// Puts the text in the place of the file, with its owner and permissions; returns once the disk
  /// has it. Throws FileError, also where somebody saved the file since it was read; then nothing
  /// has been changed.
  void replace(std::string_view text, std::string_view addition = {}) const;
  /// The same for a text to which there is more to add. Where that throws, nothing has been
  /// changed, either.
  void replace(std::string_view text, const std::function<void(const Draft&)>& add) const;

 private:
  void check_unchanged() const;
  void check_writable() const;
  /// With the permissions of the file, and nothing in it.
  [[nodiscard]] std::unique_ptr<Draft> new_draft() const;

  std::string path_;    ///< as it was given, for messages
  std::string target_;  ///< the file itself
  bool is_new_ = false;
  Likeness likeness_;
  File like_;              ///< itself, or for a new one the file that it will be like
  struct stat status_ {};  ///< of the file as it was read
  FileText text_;
  std::unique_ptr<BegunDraft> begun_;
};

}  // namespace care
