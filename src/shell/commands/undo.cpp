#include <care/text.hpp>
#include <care/text_lines.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>

#include "shell/commands/record.hpp"

namespace care {
namespace {

/// The record as a person reads it: without care's own mark.
std::string shown_record(std::string_view text) {
  const auto end = text.find('\n');
  const auto comment = text.substr(0, end).find("  #");
  std::string record{text.substr(0, comment)};
  record += text.substr(end);
  // An import may be of thousands.
  constexpr std::size_t most = 60;
  const std::size_t lines = line_feeds_in(record);
  if (lines <= most) return neutralised_lines(record);
  std::size_t cut = 0;
  for (std::size_t i = 0; i < most / 3; ++i) cut = record.find('\n', cut) + 1;
  record.resize(cut);
  return fmt::format("{}... and {} more lines\n", neutralised_lines(record), lines - most / 3);
}

/// `care undo`
struct Undoing {
  RecordOptions record;

  void declare(Options& options) {
    options.summary("Take back the last record that care wrote");
    record.declare(options);
    options.example("care undo");
    options.example("care undo --dry-run              look at it first");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    Held held = hold(session, record, Change::other);
    refuse_unfit(held);
    const Source& file = held.place.target();
    const std::string name = neutralised(file.name);
    const auto last = last_addition(file.text);
    if (!last) {
      refuse("{}: nothing in it was written by care, so there is nothing to take back", {name});
    }
    const std::string place = fmt::format("{}:{}", name, last->line);
    if (!last->is_intact) {
      refuse(
          "{}: what care wrote last was changed since, or something stands behind it; take it "
          "out in an editor",
          {place});
    }
    FileText& text = held.place.sources[held.place.file].text;
    const std::string taken{text.view().substr(last->record)};
    text = std::string{text.view().substr(0, last->begin)};
    const Reading without = read_book(held.place.sources);
    const Position at{static_cast<std::uint32_t>(held.place.file), last->line, 1};
    if (!can_do_without(without, held.reading, at)) {
      refuse(
          "{}: what care wrote last is needed: another record refers to it; take that one back "
          "first",
          {place});
    }
    if (held.file) {
      held.file->replace(text);
      session.note_written("the record is taken back");
    }
    session.print(fmt::format("{} {}:\n\n{}",
                              record.dry_run ? "Would be taken back from" : "Taken back from",
                              place, shown_record(taken)));
    return ExitCode::done;
  }
};

}  // namespace

CommandRow undo_command() { return row<Undoing>("undo"); }

}  // namespace care
