#include <care/reading.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <type_traits>
#include <utility>

#include "reading/checks.hpp"
#include "reading/conflicts.hpp"
#include "reading/cutting.hpp"
#include "reading/diagnosis.hpp"
#include "reading/drafting.hpp"
#include "reading/other_formats.hpp"
#include "reading/quiet.hpp"
#include "reading/sync_copies.hpp"
#include "reading/tables.hpp"

namespace care {
namespace reading {
namespace {

/// A file of the book, cut.
struct File {
  std::uint32_t index;
  std::string_view text;
  std::optional<std::uint32_t> line_ends;  ///< see Reading
  Blocks blocks;
  /// Blocks with tables of several kinds, read in several rounds: by their place in `blocks`.
  std::map<std::size_t, Document> mixed;
};

/// Puts the contacts and events that were learned behind those of the customer's own table.
void place_people(Book& book) {
  const auto place = [&](const auto& learned, auto list) {
    for (const auto& one : learned) {
      auto& all = book.customers[one.customer].*list;
      all.push_back(static_cast<const std::remove_reference_t<decltype(all.back())>&>(one));
      all.back().is_learned = true;
    }
  };
  place(book.contacts.all, &Customer::contacts);
  place(book.events.all, &Customer::events);
}

/// Reads what no draft could be made of, and makes records of the drafts.
class Rounds {
 public:
  /// `quiet`: who has read the customers; may be null.
  Rounds(Reader& in, std::vector<File>& files, Drafting& drafting, QuietReading* quiet)
      : in_{in}, files_{files}, drafting_{drafting}, quiet_{quiet} {}

  void run() {
    for (File& file : files_)
      for (std::size_t i = 0; i < file.blocks.all.size(); ++i) read_first(file, i);
    in_.references.resolve_later();
    if (quiet_ != nullptr && !wake()) return;
    for (unsigned round = 1; round < rounds; ++round) {
      for (std::size_t i = first_table; i < table_count; ++i)
        if (const auto table = static_cast<Table>(i); round_of(table) == round) settle(table);
      in_.references.resolve_later();
      if (round == round_of_people) place_people(in_.book);
    }
  }

  void read(std::uint32_t index, Span span, std::uint32_t line, Table table) {
    File& file = files_[index];
    if (span.size != 0) {
      Block block;
      block.text = file.text.substr(span.begin, span.size);
      block.line = line;
      block.table = table;
      if (parse(file, block)) read_root(in_, document_.root(), table);
    } else if (const auto mixed = file.mixed.find(span.begin); mixed != file.mixed.end()) {
      read_root(in_, mixed->second.root(), table);
    } else if (span.begin != Span::nothing && parse(file, file.blocks.all[span.begin])) {
      read_root(in_, document_.root(), table);
    }
  }

 private:
  /// False where the book has to be read as a whole.
  bool wake() {
    drafting_.read_quietly(nullptr);
    quiet_->wake(in_, drafting_.all(),
                 [&](Table table, std::uint32_t file, LineStart start, std::string_view text) {
                   drafting_.pick_from(file);
                   return drafting_.add_one(table, text, start).has_value();
                 });
    return !quiet_->has_given_up();
  }

  void settle(Table table) {
    const auto& mixed = drafting_.mixed();
    for (std::size_t i = 0; i < mixed.size(); ++i) {
      const auto& documents = files_[mixed[i].file].mixed;
      const auto document = documents.find(mixed[i].block);
      if (document == documents.end()) continue;
      const std::size_t tables = count_tables(document->second.root(), table);
      if (tables > 0) drafting_.make_places(table, i, tables);
    }
    drafting_.settle(in_, table, [this](auto... block) { read(block...); });
  }

  /// Reads what is not many of a kind, in one go with all that stands in its block.
  void read_first(File& file, std::size_t index) {
    const Block& block = file.blocks.all[index];
    if (Drafting::takes(block.table) || !parse(file, block)) return;
    read_root_first(in_, document_.root());
    if (block.table != Table::root && block.table != Table::other) return;
    bool is_for_later = false;
    for (const Node& value : document_.root())
      is_for_later = is_for_later || round_of(table_named(value.key)) > 0;
    if (is_for_later) file.mixed.emplace(index, std::exchange(document_, Document{}));
  }

  /// False where the block is lost; then that is reported.
  bool parse(File& file, const Block& block) {
    const BlockText text{file.blocks, block, joined_};
    if (const auto offset = find_invalid_utf8(text.text())) {
      lose(file, block, text, bad_bytes(file, text, *offset));
      return false;
    }
    if (block.refused) {
      lose(file, block, text, refused(file, block));
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

  [[nodiscard]] static Problem refused(const File& file, const Block& block) {
    const auto index = static_cast<std::uint32_t>(&block - file.blocks.all.data());
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
    const Place at = place_at(text.text(), offset);
    return {Severity::error,
            "not-utf8",
            {file.index, text.line(at.line), at.column},
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
  Drafting& drafting_;
  QuietReading* quiet_;
  Document document_;
  std::string joined_;
};

/// A file, cut; of one of 16 bits a character nothing is read, and that is a problem.
File cut_file(Reader& in, const FileText& whole, std::uint32_t index, Drafting& drafting) {
  const std::string_view text = whole;
  File file{index, text, {}, {}, {}};
  if (is_utf16(text)) {
    in.problems.error("not-utf8", {index, 1, 1}, "this is UTF-16, of which nothing can be read",
                      "save the file as UTF-8");
    in.lost.part("the whole file", {index, 1, 1});
    return file;
  }
  if (const std::string_view format = other_format(text); !format.empty()) {
    in.problems.error("not-a-book", {index, 1, 1},
                      fmt::format("this is {}, not the TOML of a customer book", format),
                      "what `care init` begins with");
    in.lost.part("the whole file", {index, 1, 1});
    return file;
  }
  if (text.starts_with(byte_order_mark)) file.text.remove_prefix(byte_order_mark.size());
  if (text.ends_with('\0')) {
    file.text = file.text.substr(0, file.text.find_last_not_of('\0') + 1);
    const Place end = place_at(file.text, file.text.size());
    const Position at{index, end.line, end.column};
    in.problems.error("syntax", at, "the file looks damaged: from here to its end it is zeros",
                      "restore a backup");
    in.lost.part("the end of the file", at);
  }
  drafting.begin_file(index, whole, file.text);
  file.blocks = cut(file.text, &drafting);
  if (drafting.end().offset == file.text.size()) file.line_ends = drafting.end().line - 1;
  ConflictWalk conflicts{file.text};
  for (const std::uint32_t line : file.blocks.conflicts) {
    in.problems.error("conflict-marker", {index, line, 1},
                      "git left a conflict here; both sides are read", conflicts.advice(line));
  }
  for (const Stray& stray : file.blocks.strays) {
    in.problems.error("stray-sign", {index, stray.at.line, stray.at.column}, in_words(stray),
                      std::string{advice_on(stray)});
  }
  return file;
}

void claim_lost_ids(Reader& in) {
  const References& references = in.references;
  for (const Ids* ids :
       {&references.customer_ids, &references.request_ids, &references.promise_ids}) {
    in.book.claimed_ids.insert(in.book.claimed_ids.end(), ids->lost().begin(), ids->lost().end());
  }
}

enum class Lane { any, careful };

Reading read(const std::vector<Source>& sources, Lane lane, QuietReading* quiet = nullptr) {
  Book book;
  Reader in{book};
  Reader for_drafts{book};
  std::size_t bytes = 0;
  for (const Source& source : sources) bytes += source.text.view().size();
  Drafting drafting{for_drafts, bytes};
  if (lane == Lane::careful) drafting.stop();
  drafting.read_quietly(quiet);
  std::vector<File> files;
  for (const Source& source : sources) {
    const auto index = static_cast<std::uint32_t>(book.files.size());
    book.files.push_back(neutralised(source.name));
    const auto copy = sync_copy(sources, index);
    const FileText& text = copy ? copy->text : source.text;
    book.texts->adopt(text);
    files.push_back(cut_file(in, text, index, drafting));
    report_file(in, source, copy, index);
  }
  Rounds{in, files, drafting, quiet}.run();
  if (quiet != nullptr && quiet->has_given_up()) return {};
  std::vector<std::string_view> texts;
  texts.reserve(files.size());
  for (const File& file : files) texts.push_back(file.text);
  place_later_plans(in);
  check_plans(in);
  check_messages(in, texts);
  std::vector<std::optional<std::uint32_t>> line_ends;
  line_ends.reserve(files.size());
  for (const File& file : files) line_ends.push_back(file.line_ends);
  files.clear();
  in.lost.report();
  claim_lost_ids(in);
  group_records(book);
  return {std::move(book), std::move(in.problems).sorted(), std::move(line_ends)};
}

std::optional<Reading> read_if_quiet(const std::vector<Source>& sources, QuietReading& quiet) {
  Reading reading = read(sources, Lane::any, &quiet);
  if (quiet.has_given_up() || !reading.problems.empty()) return std::nullopt;
  return reading;
}

}  // namespace

Reading read_with_care(const std::vector<Source>& sources) { return read(sources, Lane::careful); }

}  // namespace reading

Reading read_book(const std::vector<Source>& sources) {
  return reading::read(sources, reading::Lane::any);
}

std::optional<Reading> read_for_pages(const std::vector<Source>& sources, Date today,
                                      const QuietOn& quiet_on) {
  reading::QuietReading quiet{today, quiet_on};
  return reading::read_if_quiet(sources, quiet);
}

std::optional<Reading> read_for_one(const std::vector<Source>& sources, Date today,
                                    const MayBeWanted& wanted) {
  const auto unless_busy = [](const Book& /*book*/, Date /*today*/) -> IsQuiet {
    return [](const QuietFacts& facts) { return !facts.is_busy; };
  };
  reading::QuietReading quiet{today, unless_busy, &wanted};
  return reading::read_if_quiet(sources, quiet);
}

}  // namespace care
