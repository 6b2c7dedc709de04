#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "import/person.hpp"

namespace care {

/// A line of a table; one that has line ends within quotes takes several of the file.
struct CsvRow {
  std::uint32_t line = 0;
  std::vector<std::string> cells;
  bool is_apart = false;  ///< an empty line stands above
};

/// A table, whose first row has the headings.
struct CsvTable {
  std::vector<CsvRow> rows;      ///< those that are empty left out
  std::uint32_t open_quote = 0;  ///< the line of a quote that never ends; 0: none
};

/// Reads a table in UTF-8, with the delimiter that its heading has most of: `,` `;` TAB or `|`;
/// or that `sep=;` above it says.
[[nodiscard]] CsvTable read_table(std::string_view text);

/// The headings of a table that are not empty.
[[nodiscard]] std::vector<std::string> table_headings(const Source& source);

/// Whoever stands in a file with a table.
void read_csv(const Source& source, std::uint32_t file, const ImportOptions& options,
              People& people);

}  // namespace care
