#pragma once

#include <string>
#include <string_view>

namespace care {

/// Writes the file whole or not at all, readable only by its owner; devices are written in place.
/// Throws FileError.
void write_file(const std::string& path, std::string_view text);

/// The same for a file that must not exist yet; makes the folders above it.
void create_file(const std::string& path, std::string_view text);

}  // namespace care
