#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "shell/disk/output_guard.hpp"

namespace care {

/// Takes a text piece by piece.
using Write = std::function<void(std::string_view piece)>;

/// Writes the file whole or not at all, readable only by its owner; devices are written in place.
/// All throw FileError, also for what the guard keeps.
void write_file(const OutputGuard& guard, const std::string& path,
                const std::function<void(const Write&)>& produce);
void write_file(const OutputGuard& guard, const std::string& path, std::string_view text);

/// The same for a file that must not exist yet; makes the folders above it.
void create_file(const std::string& path, std::string_view text);

/// Removes a regular file, where there is one.
void remove_file(const OutputGuard& guard, const std::string& path);

/// Removes the regular files of a directory that begin with the mark which is theirs by their name,
/// but for some names.
void remove_marked(const OutputGuard& guard, const std::string& directory,
                   const std::set<std::string>& kept,
                   const std::function<std::string(const std::string& name)>& mark_of);

/// One item of a vdir: `NAME.ics` holds the text.
struct VdirFile {
  std::string name;
  std::string text;
};

/// Makes the files of a directory that begin with `prefix` be these, readable only by their owner.
/// Each is replaced in one step, and only where its text differs; every other file stays.
/// `removes`: take away those that are no longer among them. The directory is made where it is not
/// there. Throws FileError, also where another care is at it.
void write_vdir(const OutputGuard& guard, const std::string& directory, std::string_view prefix,
                const std::vector<VdirFile>& files, bool removes);

}  // namespace care
