#pragma once

#include <cstdint>
#include <optional>

#include <care/book.hpp>

#include "reading/lost.hpp"
#include "reading/problems.hpp"
#include "reading/references.hpp"
#include "reading/values.hpp"

namespace care::reading {

struct Drafts;

/// Everything at hand while tables are read.
struct Reader {
  explicit Reader(Book& target)
      : book{target},
        values{problems, *target.texts},
        references{target, problems},
        lost{target, references} {}

  [[nodiscard]] bool is_drafting() const { return drafts != nullptr; }

  Book& book;
  Problems problems;
  Values values;
  References references;
  Lost lost;
  Drafts* drafts = nullptr;   ///< while drafts are made: where what they name waits
  std::uint32_t settled = 0;  ///< records of the kind that is read now which stand in the book
  std::optional<Position> book_table, policy_table;  ///< where they stand
};

}  // namespace care::reading
