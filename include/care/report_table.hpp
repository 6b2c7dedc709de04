#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
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

/// The rows of a table, each made when it is looked at: of a journal there may be a million, which
/// are never all needed at once.
class TableRows {
 public:
  using Row = std::vector<Cell>;  ///< a cell for each column

  TableRows() = default;
  TableRows(std::size_t count, std::function<Row(std::size_t)> make)
      : count_{count}, make_{std::move(make)} {}

  [[nodiscard]] std::size_t size() const { return count_; }
  [[nodiscard]] bool empty() const { return count_ == 0; }

  class Iterator {
   public:
    Iterator(const TableRows& rows, std::size_t at) : rows_{&rows}, at_{at} {}
    [[nodiscard]] Row operator*() const { return rows_->make_(at_); }
    Iterator& operator++() {
      ++at_;
      return *this;
    }
    [[nodiscard]] bool operator==(const Iterator& other) const { return at_ == other.at_; }

   private:
    const TableRows* rows_;
    std::size_t at_;
  };
  [[nodiscard]] Iterator begin() const { return {*this, 0}; }
  [[nodiscard]] Iterator end() const { return {*this, count_}; }

 private:
  std::size_t count_ = 0;
  std::function<Row(std::size_t)> make_;
};

/// A row of each of these, as `make` makes it.
template <class One, class Make>
[[nodiscard]] TableRows rows_of(std::vector<One> all, Make make) {
  const std::size_t count = all.size();
  return {count, [all = std::move(all), make = std::move(make)](std::size_t i) -> TableRows::Row {
            return make(all[i]);
          }};
}

/// A report of rows and columns, for the eye and for programs, which each format writes in its way.
struct Table {
  const Book* book;
  Moment now;
  std::string_view rows_name;  ///< in JSON: `records`
  std::string title;           ///< above it, for the eye
  std::string if_empty;        ///< what is said where there are no rows
  std::vector<TableColumn> columns;
  TableRows rows;
  std::span<const Problem> problems{};  ///< of the book: how many there are, the page says
};

}  // namespace care
