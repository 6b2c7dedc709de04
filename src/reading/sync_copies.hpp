#pragma once

#include <care/reading.hpp>

#include <cstdint>
#include <optional>

#include "reading/reader.hpp"

namespace care::reading {

/// What is left to read of a file that a sync program put beside the one that it is a copy of.
struct SyncCopy {
  FileText text;           ///< as it was, but without all that stands in the other files
  std::size_t tables = 0;  ///< that stand there alone
  std::string original;    ///< the name of the file that it is a copy of
};

/// Nothing where the source is not such a copy, as its name says. What was done since is not undone
/// by an old copy, and what only the copy has is not lost.
[[nodiscard]] std::optional<SyncCopy> sync_copy(const std::vector<Source>& sources,
                                                std::size_t index);

/// Reports what is wrong with a file as a whole.
void report_file(Reader& in, const Source& source, const std::optional<SyncCopy>& copy,
                 std::uint32_t index);

}  // namespace care::reading
