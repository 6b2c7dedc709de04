#pragma once

#include <optional>

#include "shell/disk/files.hpp"

namespace care {

// What a file has besides its bytes, owner and mode. Each returns what could not be kept, and why;
// nothing where all was.

/// Gives `to` the access list of `from`, which takes away one that it has from its directory.
[[nodiscard]] std::optional<std::string> copy_access_list(const File& from, const File& to);

/// The same for all other extended attributes. Those of the system's security modules stay as the
/// system set them where it will not have others.
[[nodiscard]] std::optional<std::string> copy_attributes(const File& from, const File& to);

}  // namespace care
