#include <care/import.hpp>

#include <algorithm>
#include <array>
#include <memory>
#include <tuple>
#include <utility>

#include <care/text.hpp>

#include "import/csv.hpp"
#include "import/importer.hpp"
#include "import/letters.hpp"
#include "import/vcard_person.hpp"

namespace care {
namespace {

/// Whether a text has a card in it, in whatever of the encodings of address books.
bool has_cards(std::string_view bytes) {
  constexpr std::size_t head = 4096;
  std::string text{bytes.substr(0, head)};
  std::erase(text, '\0');
  return in_capitals(std::string{text}).find("BEGIN:VCARD") != std::string::npos;
}

ImportFormat format_of(const Source& source, const ImportOptions& options) {
  if (options.format) return *options.format;
  const std::string name = in_capitals(source.name);
  const bool is_vcard =
      has_cards(source.text.view()) || name.ends_with(".VCF") || name.ends_with(".VCARD");
  return is_vcard ? ImportFormat::vcard : ImportFormat::csv;
}

/// What only another program reads, by how it begins.
struct OtherFormat {
  std::string_view begins, what;
};
constexpr std::array<OtherFormat, 5> other_formats{{
    {"PK\x03\x04", "a workbook or an archive, no text; save the sheet as CSV"},
    {"\xd0\xcf\x11\xe0", "a workbook of Excel's, no text; save the sheet as CSV"},
    {"%PDF", "a PDF; export vCard or CSV"},
    {"dn: ", "LDIF; export vCard or CSV"},
    {"{", "JSON; export vCard or CSV"},
}};

std::string_view other_format(std::string_view bytes) {
  const auto* found = std::ranges::find_if(
      other_formats, [&](const OtherFormat& one) { return bytes.starts_with(one.begins); });
  return found == other_formats.end() ? std::string_view{} : found->what;
}

}  // namespace

bool Import::has_nothing() const { return customers.empty() && touches.empty() && updates.empty(); }

bool Import::is_partial() const {
  return std::ranges::any_of(remarks, [](const ImportRemark& one) {
    return one.kind == RemarkKind::not_read || one.kind == RemarkKind::not_taken;
  });
}

std::vector<std::string> import_columns(const Source& table) {
  if (has_cards(table.text.view())) return {};
  return table_headings(table);
}

Import import_people(const Book& book, const std::vector<Source>& sources,
                     const ImportOptions& options) {
  Import import;
  import.texts = std::make_unique<TextStore>();
  import.updates_known = options.updates_known;
  const auto all = std::make_shared<People>();
  import.people = all;
  People& people = *all;
  for (std::uint32_t file = 0; file < sources.size(); ++file) {
    import.files.push_back(sources[file].name);
    if (const auto other = other_format(sources[file].text.view()); !other.empty()) {
      people.remark(RemarkKind::not_read, file, 0, std::string{other});
      continue;
    }
    if (format_of(sources[file], options) == ImportFormat::vcard) {
      read_vcard(sources[file], file, options, people);
    } else {
      read_csv(sources[file], file, options, people);
    }
  }
  // A company's own card makes the customer that its people belong to.
  if (options.by_company) {
    std::stable_partition(people.all.begin(), people.all.end(),
                          [](const StoredPerson& one) { return one->is_organisation; });
  }
  import.remarks = std::move(people.remarks);
  import.left_out = std::move(people.left_out);
  import.columns_left = std::move(people.columns_left);
  import.counts.not_read = people.not_read;
  import.counts.read = people.all.size() + people.not_read;
  Importer{book, options, import, people}.take_all();
  std::ranges::stable_sort(import.remarks, {}, [](const ImportRemark& one) {
    return std::tuple{one.file, one.line};
  });
  return import;
}

}  // namespace care
