#pragma once

#include <cstdint>
#include <optional>

#include <care/book.hpp>

#include "reading/lost.hpp"
#include "reading/problems.hpp"
#include "reading/references.hpp"
#include "reading/values.hpp"

namespace care::reading {

/// Everything at hand while tables are read.
struct Reader {
  explicit Reader(Book& target)
      : book{target},
        values{problems, *target.texts},
        references{target, problems},
        lost{target, references} {}

  Book& book;
  Problems problems;
  Values values;
  References references;
  Lost lost;
  std::optional<Position> book_table, policy_table;  ///< where they stand
};

}  // namespace care::reading
