#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "import/person.hpp"

namespace care {

/// What stands in a column.
enum class ColumnKind {
  unknown,
  ignored,  ///< what a program says to itself
  text,     ///< one text of a Person
  title,    ///< "Dr." where a first name follows, else what somebody does
  name_or_given,
  name_or_family,
  phone,
  mobile,
  maybe_phone,  ///< "Home", where a number stands in it
  email,
  birthday,
  birth_year,  ///< Thunderbird has the three apart
  birth_month,
  birth_day,
  event,  ///< a day with the label of its heading, or of the column beside it
  since,
  last_contact,
  died,     ///< a day, or whether they did
  opt_out,  ///< whether they are not to be reached: by what its group says, or at all
  notes,
  tags,
  link,
  extra,         ///< a fact with the label of its heading, or of the column beside it
  label,         ///< of the value with the same number
  organisation,  ///< whether it is one
  part,          ///< of an address
};

/// The parts of a postal address as cells are added to them, line by line.
struct WrittenAddress {
  std::string box, more, street, city, region, code, country;

  [[nodiscard]] AddressParts parts() const {
    return {box, more, street, city, region, code, country};
  }
};

/// What a heading means.
struct ColumnRow {
  ColumnKind kind = ColumnKind::unknown;
  Text Person::*text = nullptr;
  std::string WrittenAddress::*part = nullptr;
  std::string_view group = {};  ///< which address, or what a label is of
};

/// One column of a file.
struct Column {
  ColumnRow row;
  std::string heading;  ///< as it is written
  std::string label;    ///< what its values are, where no other column says so
  int number = 0;       ///< of several alike
  std::optional<std::size_t> labelled_by;
  std::size_t values = 0;
  std::optional<DateOrder> order;  ///< of its dates
};

/// What a heading means by itself, letter case, accents, punctuation and numbers aside; `unknown`
/// where nobody knows.
[[nodiscard]] ColumnRow row_of(std::string_view heading);

/// The column of that heading, or with that number; nothing where there is none.
[[nodiscard]] std::optional<std::size_t> find_column(const std::vector<std::string>& headings,
                                                     std::string_view wanted);

/// What the headings of a file mean together, and what the user says they mean.
[[nodiscard]] std::vector<Column> columns_of(const std::vector<std::string>& headings,
                                             const std::vector<ColumnChoice>& choices);

}  // namespace care
