#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "import/columns.hpp"
#include "import/csv.hpp"
#include "import/dates.hpp"
#include "import/lists.hpp"

namespace care {

/// A cell without blanks around it, and without the apostrophe that care's own tables have before
/// what a spreadsheet would calculate.
[[nodiscard]] std::string_view cell_text(std::string_view cell);
/// Whether dates stand in such a column.
[[nodiscard]] bool is_date(ColumnKind kind);

/// One row on its way to becoming somebody.
class RowPerson {
 public:
  /// Of a table of care's own where `is_cares`.
  RowPerson(const CsvRow& row, Date today, bool is_cares, PersonStore& store);

  Person person;

  /// Takes over what stands in a cell, which is not empty; the text stays.
  void take(const Column& column, Text text);
  /// After the last cell.
  void finish();

 private:
  struct Address {
    std::string_view group;
    int number = 0;
    WrittenAddress parts;
    std::string formatted;
    bool is_preferred = false;
  };

  /// What stands in a cell that may have several.
  [[nodiscard]] std::vector<Text> several(Text text, Separators separators);
  /// What another column of the row says, else the heading.
  [[nodiscard]] std::string_view label(const Column& column) const;
  void take_text(const Column& column, Text text);
  void take_phones(const Column& column, Text text, PhoneRank rank);
  void take_emails(const Column& column, Text text);
  [[nodiscard]] Address& address_of(const Column& column);
  void take_part(const Column& column, std::string_view text);
  void take_opt_out(const Column& column, std::string_view text);
  void take_death(const Column& column, std::string_view text);
  void take_day(const Column& column, std::string_view text);
  /// Of a birthday in three columns.
  void take_birthday();
  void take_past_day(const Column& column, std::string_view text, const ReadDate& read);

  const CsvRow& row_;
  Date today_;
  bool is_cares_;
  std::vector<Address> addresses_;
  Text birth_year_, birth_month_, birth_day_;
};

}  // namespace care
