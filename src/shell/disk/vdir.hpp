#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace care {

/// One item of a vdir: `NAME.ics` holds the text.
struct VdirFile {
  std::string name;
  std::string text;
};

/// Makes the files of a directory that begin with `prefix` be these, readable only by their owner.
/// Each is replaced in one step, and only where its text differs; every other file stays.
/// `removes`: take away those that are no longer among them. The directory is made where it is not
/// there. Throws FileError, also where another care is at it.
void write_vdir(const std::string& directory, std::string_view prefix,
                const std::vector<VdirFile>& files, bool removes);

}  // namespace care
