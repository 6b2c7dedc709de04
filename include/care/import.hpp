#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <care/book.hpp>
#include <care/reading.hpp>
#include <care/together.hpp>

namespace care {

// People from address books and spreadsheets, as new customers of a book.

enum class ImportFormat { vcard, csv };
template <>
inline constexpr auto word_rows<ImportFormat> = std::to_array<Choice<ImportFormat>>(
    {{ImportFormat::vcard, "vcard"}, {ImportFormat::csv, "csv"}});

/// What 3/4/2024 means.
enum class DateOrder { day_month_year, month_day_year, year_month_day };
template <>
inline constexpr auto word_rows<DateOrder> =
    std::to_array<Choice<DateOrder>>({{DateOrder::day_month_year, "dmy"},
                                      {DateOrder::month_day_year, "mdy"},
                                      {DateOrder::year_month_day, "ymd"}});

/// `--map phone="Tel. privat"`: what a column of a spreadsheet is to be. The key is any heading
/// that is known by itself, or `extra.` and a name.
struct ColumnChoice {
  std::string key, column;
};
/// Whether a column can become that.
[[nodiscard]] bool is_import_key(std::string_view key);
/// The keys that help and completion offer, and `extra.NAME`.
[[nodiscard]] std::span<const std::string_view> import_keys();

/// The headings of a table; nothing where it is not one.
[[nodiscard]] std::vector<std::string> import_columns(const Source& table);

struct ImportOptions {
  Date today{};
  std::optional<ImportFormat> format;  ///< else as each file looks
  std::vector<ColumnChoice> columns;
  std::optional<DateOrder> date_order;  ///< else as a column's other rows prove
  bool by_company = false;              ///< people of one company are contacts of one customer
  bool updates_known = false;           ///< what is new of those who are known is written, too
  Text by;                              ///< who writes that; empty: nobody is named

  // Of those whose file does not say.
  std::optional<StaffIndex> owner;
  std::optional<std::uint32_t> tier;
  std::optional<Cadence> every;
  std::optional<Date> since;
  std::vector<std::string> tags;  ///< of all

  /// Called now and then with how many were looked at.
  std::function<void(std::size_t)> progress{};
  /// For files so large that it is worth it.
  Together together{};
};

enum class RemarkKind {
  news,       ///< somebody known, and what is new of them
  not_read,   ///< somebody who could not be taken over, and why
  not_taken,  ///< something that could not be read of somebody who was
  worth_a_look,
};

/// Something to know of one card or row.
struct ImportRemark {
  RemarkKind kind = RemarkKind::worth_a_look;
  std::uint32_t file = 0;    ///< index into the sources
  std::uint32_t line = 0;    ///< 0: of the whole file
  std::string who;           ///< empty where nobody is named
  std::string what;          ///< a phrase without full stop
  std::string command = {};  ///< that takes the news over
};

/// Something that no customer has a place for.
struct LeftOut {
  std::string what;  ///< "photos", or a column's heading
  std::size_t count = 0;
};

struct ImportCounts {
  std::size_t read = 0;  ///< cards and rows; each is one of the following
  std::size_t added = 0, known = 0, with_news = 0, not_read = 0;
};

/// What would be added to a book.
struct Import {
  std::vector<std::string> files;
  std::vector<Customer> customers;  ///< references are those of the book
  /// The last contact of each who had one; `customer` counts on behind those of the book.
  std::vector<Touch> touches;
  std::vector<Record> updates;  ///< what is new of those who are known, where that is wanted
  bool updates_known = false;
  ImportCounts counts;
  std::vector<ImportRemark> remarks;  ///< by file and line
  std::vector<LeftOut> left_out, columns_left;
  std::shared_ptr<const void> people;  ///< whose texts customers and touches refer to
  std::unique_ptr<TextStore> texts;    ///< as to these

  [[nodiscard]] bool has_nothing() const;
  /// Whether something could not be read.
  [[nodiscard]] bool is_partial() const;
};

/// Reads cards (vCard 2.1, 3.0, 4.0) and tables (CSV), as programs really write them, and sets
/// aside whom the book or an earlier row already has. Never fails: what cannot be read is remarked
/// upon. Takes time in proportion to the files and the book.
[[nodiscard]] Import import_people(const Book& book, const std::vector<Source>& sources,
                                   const ImportOptions& options);

}  // namespace care
