#pragma once

#include <ostream>

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include <care/import.hpp>
#include <care/reading.hpp>
#include <care/record_several.hpp>
#include <care/render_import.hpp>

#include "reading/support.hpp"

namespace care::test {

/// The day of all imports here.
inline Date import_day() { return *make_date(2026, 11, 23); }

inline ImportOptions import_options() {
  ImportOptions options;
  options.today = import_day();
  return options;
}

/// What an import of one file would add to a book, and what it says.
struct Imported {
  Reading before;
  Import import;
  std::string report, text;
};
inline Imported import_into(std::string_view book, Source source, const ImportOptions& options) {
  Imported all{read_text(book), {}, {}, {}};
  all.import = import_people(all.before.book, {std::move(source)}, options);
  all.report = render(all.import);
  all.text =
      records_text(all.before.book, all.import.customers, all.import.touches, all.import.updates);
  return all;
}
inline Imported import_cards(std::string_view text, std::string_view book = {}) {
  return import_into(book, {"a.vcf", std::string{text}}, import_options());
}
inline Imported import_table(std::string_view text, const ImportOptions& options = import_options(),
                             std::string_view book = {}) {
  return import_into(book, {"a.csv", std::string{text}}, options);
}

}  // namespace care::test
