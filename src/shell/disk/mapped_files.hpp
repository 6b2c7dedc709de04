#pragma once

#include <sys/stat.h>

#include <string>
#include <vector>

#include <care/reading.hpp>

#include "shell/disk/files.hpp"

namespace care {

/// The files of a book for whoever only looks at them: large ones are mapped, not copied. So they
/// change with the file, which has to be asked once they were read; where the file was cut short,
/// reading on raises SIGBUS, which `main` takes.
class MappedFiles {
 public:
  /// As `read_sources`. Throws FileError.
  [[nodiscard]] std::vector<Source> read(const std::string& path);
  /// A single file, whatever it has in it. Throws FileError.
  [[nodiscard]] FileText read_file(const std::string& path);
  /// Whether somebody has saved a mapped file since.
  [[nodiscard]] bool have_changed() const;
  void forget() { mapped_.clear(); }

 private:
  struct Mapped {
    File file;
    struct stat status;
  };
  std::vector<Mapped> mapped_;
};

}  // namespace care
