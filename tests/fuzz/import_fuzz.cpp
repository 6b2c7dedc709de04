// Any bytes as an address book or a spreadsheet: nothing is lost without a word, and what comes out
// reads as a book without a problem, into which the same file adds nobody.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include <care/import.hpp>
#include <care/reading.hpp>
#include <care/record_several.hpp>
#include <care/render_import.hpp>

#include "fuzz/fuzz.hpp"

using namespace care;
using namespace care::test;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = as_text(data, size);
  if (bytes.empty()) return 0;
  // The first byte chooses the reader and the options.
  const auto choice = static_cast<unsigned char>(bytes.front());
  ImportOptions options;
  options.today = *make_date(2026, 11, 23);
  options.format = (choice & 1U) != 0 ? ImportFormat::vcard : ImportFormat::csv;
  options.by_company = (choice & 2U) != 0;
  if ((choice & 4U) != 0) options.date_order = DateOrder::day_month_year;
  const std::vector<Source> sources{{"file", std::string{bytes.substr(1)}}};

  Reading before = read_book({{"book.toml", std::string{}}});
  Import import = import_people(before.book, sources, options);
  const ImportCounts& counts = import.counts;
  demand(counts.read == counts.added + counts.known + counts.with_news + counts.not_read,
         "each card and row is counted once");
  demand_visible(render(import), "a report");

  const std::string text =
      records_text(before.book, import.customers, import.touches, import.updates);
  const Reading after = read_book({{"book.toml", text}});
  demand(after.problems.empty(), "what is imported reads without a problem", text);
  demand(after.book.customers.size() == import.customers.size(), "all customers are read", text);
  const Import again = import_people(after.book, sources, options);
  demand(again.counts.added == 0, "the same file again adds nobody", text);
  return 0;
}
