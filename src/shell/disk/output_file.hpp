#pragma once

#include <functional>
#include <string>
#include <string_view>

namespace care {

/// Takes a text piece by piece.
using Write = std::function<void(std::string_view piece)>;

/// Writes the file whole or not at all, readable only by its owner; devices are written in place.
/// Throws FileError.
void write_file(const std::string& path, const std::function<void(const Write&)>& produce);
void write_file(const std::string& path, std::string_view text);

/// The same for a file that must not exist yet; makes the folders above it.
void create_file(const std::string& path, std::string_view text);

}  // namespace care
