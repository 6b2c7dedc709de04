#include <care/reading.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include <fmt/format.h>

#include <care/text.hpp>

#include "reading/blocks.hpp"
#include "reading/diagnosis.hpp"
#include "reading/line_signs.hpp"
#include "reading/tables.hpp"

namespace care {
namespace reading {
namespace {

constexpr std::string_view byte_order_mark = "\xef\xbb\xbf";

/// A file of the book, cut.
struct File {
  std::uint32_t index;
  Blocks blocks;
  /// Blocks with tables of several kinds, read in several rounds: by their place in `blocks`.
  std::map<std::size_t, Document> mixed;
};

/// Text of two bytes a character, as some editors save it.
bool is_utf16(std::string_view text) {
  if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff")) return true;
  constexpr std::size_t looked_at = 64;
  if (text.size() < 4) return false;
  std::array<std::size_t, 2> zeros{};
  const std::size_t size = std::min(text.size(), looked_at) / 2 * 2;
  for (std::size_t i = 0; i < size; ++i) zeros[i % 2] += text[i] == '\0' ? 1 : 0;
  return zeros[0] + zeros[1] == size / 2 && (zeros[0] == 0 || zeros[1] == 0);
}

std::uint32_t column_of(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  return column_behind(before.substr(before.rfind('\n') + 1));
}

/// The first line of a text that says anything.
Place first_content(std::string_view text) {
  Place place{1, 1};
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t found = text.find_first_not_of(" \t\r", at);
    if (found != std::string_view::npos && text[found] != '\n' && text[found] != '#')
      return {place.line, column_of(text, found)};
    const std::size_t end = text.find('\n', at);
    if (end == std::string_view::npos) break;
    at = end + 1;
    ++place.line;
  }
  return {1, 1};
}

/// Reads files that are cut, round by round.
class Rounds {
 public:
  Rounds(Reader& in, std::vector<File>& files) : in_{in}, files_{files} {}

  void run() {
    for (unsigned round = 0; round < rounds; ++round) {
      for (File& file : files_)
        for (std::size_t i = 0; i < file.blocks.all.size(); ++i) read(file, i, round);
      in_.references.resolve_later();
    }
  }

 private:
  void read(File& file, std::size_t index, unsigned round) {
    const Block& block = file.blocks.all[index];
    const bool is_mixed = block.table == Table::root || block.table == Table::other;
    if (is_mixed && round > 0) {
      const auto kept = file.mixed.find(index);
      if (kept != file.mixed.end()) read_root(in_, kept->second.root(), round);
      return;
    }
    if (round_of(block.table) != round || !parse(file, index)) return;
    read_root(in_, document_.root(), round);
    if (!is_mixed) return;
    bool is_for_later = false;
    for (const Node& value : document_.root())
      is_for_later = is_for_later || round_of(table_named(value.key)) > 0;
    if (is_for_later) file.mixed.emplace(index, std::exchange(document_, Document{}));
  }

  /// False where the block is lost; then that is reported.
  bool parse(File& file, std::size_t index) {
    const Block& block = file.blocks.all[index];
    const BlockText text{file.blocks, block, joined_};
    if (const auto offset = find_invalid_utf8(text.text())) {
      lose(file, block, text, bad_bytes(file, text, *offset));
      return false;
    }
    if (block.refused) {
      lose(file, block, text, refused(file, index));
      return false;
    }
    const auto refusal = document_.parse(text, file.index);
    if (!refusal) return true;
    Diagnosis found = diagnose(text.text(), *refusal);
    const Position at{file.index, text.line(found.at.line), found.at.column};
    lose(file, block, text,
         {Severity::error, "syntax", at, std::move(found.what), std::move(found.instead)});
    return false;
  }

  [[nodiscard]] static Problem refused(const File& file, std::size_t index) {
    const auto found = std::ranges::lower_bound(file.blocks.refused, index, {}, &Refused::block);
    const Position at{file.index, found->at.line, found->at.column};
    if (found->because == Because::too_deep) {
      return {Severity::error, "too-deep", at, "this nests deeper than any book needs",
              "fewer brackets, dots or sub-tables"};
    }
    Diagnosis said = diagnose_header(found->line, found->at);
    return {Severity::error, "syntax", at, std::move(said.what), std::move(said.instead)};
  }

  [[nodiscard]] static Problem bad_bytes(const File& file, const BlockText& text,
                                         std::size_t offset) {
    const std::string_view before = text.text().substr(0, offset);
    const auto lines = static_cast<std::uint32_t>(std::ranges::count(before, '\n'));
    return {Severity::error,
            "not-utf8",
            {file.index, text.line(lines + 1), column_of(text.text(), offset)},
            fmt::format("{} is not UTF-8", shown(text.text().substr(offset, 1))),
            "save the file as UTF-8"};
  }

  void lose(const File& file, const Block& block, const BlockText& text, Problem problem) {
    const Place start = first_content(text.text());
    in_.lost.block(text, block.table, {file.index, text.line(start.line), start.column});
    in_.problems.error(problem.code, problem.at, std::move(problem.what),
                       std::move(problem.instead));
  }

  Reader& in_;
  std::vector<File>& files_;
  Document document_;
  std::string joined_;
};

/// A file that can be cut; nothing, and a problem, for one of 16 bits a character.
std::optional<File> cut_file(Reader& in, std::string_view text, std::uint32_t index) {
  if (is_utf16(text)) {
    in.problems.error("not-utf8", {index, 1, 1}, "this is UTF-16, of which nothing can be read",
                      "save the file as UTF-8");
    in.lost.part("the whole file", {index, 1, 1});
    return std::nullopt;
  }
  if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
  File file{index, cut(text), {}};
  for (const std::uint32_t line : file.blocks.conflicts) {
    in.problems.error("conflict-marker", {index, line, 1},
                      "git left a conflict here; both sides are read", "keep one of the two sides");
  }
  return file;
}

std::size_t count(const std::vector<File>& files, Table table) {
  std::size_t sum = 0;
  for (const File& file : files) sum += file.blocks.count[static_cast<std::size_t>(table)];
  return sum;
}

void reserve(Reader& in, const std::vector<File>& files) {
  const auto reserve_list = [&]<class Record>(std::vector<Record>& list) {
    list.reserve(count(files, table_of<Record>));
  };
  reserve_list(in.book.customers);
  std::apply([&](auto&... records) { (reserve_list(records.all), ...); }, record_lists(in.book));
  in.references.customer_ids.reserve(in.book.customers.capacity());
  in.references.request_ids.reserve(in.book.requests.all.capacity());
  in.references.promise_ids.reserve(in.book.promises.all.capacity());
}

void claim_lost_ids(Reader& in) {
  const References& references = in.references;
  for (const Ids* ids :
       {&references.customer_ids, &references.request_ids, &references.promise_ids}) {
    in.book.claimed_ids.insert(in.book.claimed_ids.end(), ids->lost().begin(), ids->lost().end());
  }
}

}  // namespace
}  // namespace reading

Reading read_book(const std::vector<Source>& sources) {
  Book book;
  reading::Reader in{book};
  std::vector<reading::File> files;
  for (const Source& source : sources) {
    const auto index = static_cast<std::uint32_t>(book.files.size());
    book.files.push_back(neutralised(source.name));
    book.texts->adopt(source.text);
    if (auto file = reading::cut_file(in, source.text, index)) files.push_back(std::move(*file));
  }
  reading::reserve(in, files);
  reading::Rounds{in, files}.run();
  files.clear();
  in.lost.report();
  reading::claim_lost_ids(in);
  group_records(book);
  return {std::move(book), std::move(in.problems).sorted()};
}

}  // namespace care
