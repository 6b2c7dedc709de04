#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <care/book.hpp>
#include <care/book_format.hpp>

namespace care {

/// How the eye sees a column.
enum class Look {
  hidden,  ///< it is for programs alone
  plain,   ///< as wide as what it holds
  group,   ///< a heading, where its text changes from row to row
  rest     ///< what the others leave of the width, wrapped; at most one, and the last
};

struct TableColumn {
  std::string_view name;     ///< in JSON and CSV; empty: it is for the eye alone
  std::string_view heading;  ///< above it, for the eye
  Look look = Look::plain;
};

/// A report of rows and columns, for the eye and for programs, which each format writes in its way.
struct Table {
  const Book* book;
  Moment now;
  std::string_view rows_name;  ///< in JSON: `records`
  std::string title;           ///< above it, for the eye
  std::string if_empty;        ///< what is said where there are no rows
  std::vector<TableColumn> columns;
  std::vector<std::vector<Cell>> rows;  ///< each with a cell for each column
};

}  // namespace care
