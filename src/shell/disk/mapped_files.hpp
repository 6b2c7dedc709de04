#pragma once

#include <sys/stat.h>

#include <optional>
#include <string>
#include <vector>

#include <care/reading.hpp>

#include "shell/disk/files.hpp"

namespace care {

/// Whether all of a file is copied to memory at once, or comes as it is read (see Pages).
enum class Mapped { whole, as_read };

/// What stands in a large file; nothing where it is not large, or was saved just now. What was not
/// copied changes with the file, and what was may be some of both of two saves: so the file has to
/// be asked once it was read. Where it was cut short, reading on raises SIGBUS, which `main` takes.
[[nodiscard]] std::optional<FileText> map_file(const File& file, const struct stat& status,
                                               Mapped how);

/// The files of a book for whoever only looks at them.
class MappedFiles {
 public:
  /// As `read_sources`; each file comes to memory as it is read. Throws FileError.
  [[nodiscard]] std::vector<Source> read(const std::string& path);
  /// A single file, whatever it has in it. Throws FileError.
  [[nodiscard]] FileText read_file(const std::string& path, Mapped how = Mapped::whole);
  /// Whether somebody has saved a mapped file since.
  [[nodiscard]] bool have_changed() const;
  void forget() { mapped_.clear(); }

 private:
  struct Known {
    File file;
    struct stat status;
  };
  std::vector<Known> mapped_;
};

}  // namespace care
