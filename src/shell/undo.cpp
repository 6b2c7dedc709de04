#include <care/text.hpp>

#include <fmt/format.h>

#include "shell/usage.hpp"
#include "shell/writing.hpp"

namespace care {
namespace {

/// The record as a person reads it: without care's own mark.
std::string shown_record(std::string_view text) {
  const auto end = text.find('\n');
  const auto comment = text.substr(0, end).find("  #");
  std::string record{text.substr(0, comment)};
  record += text.substr(end);
  return neutralised_lines(record);
}

}  // namespace

int run_undo(const Arguments& arguments, World& world) {
  Held held = hold(arguments, world);
  const Source& file = held.place.target();
  const std::string name = neutralised(file.name);
  const auto last = last_addition(file.text);
  if (!last) {
    throw UsageError{
        fmt::format("{}: nothing in it was written by care, so there is nothing to "
                    "take back",
                    name)};
  }
  if (!last->is_intact) {
    throw UsageError{
        fmt::format("{}:{}: what care wrote last was changed since, or something "
                    "stands behind it; take it out in an editor",
                    name, last->line)};
  }
  std::string& text = held.place.sources[held.place.file].text;
  const std::string record = text.substr(last->record);
  text.resize(last->begin);
  const Reading without = read_book(held.place.sources);
  const Position at{static_cast<std::uint32_t>(held.place.file), last->line, 1};
  if (!can_do_without(without, held.reading, at)) {
    throw UsageError{
        fmt::format("{}:{}: what care wrote last is needed: another record refers to "
                    "it; take that one back first",
                    name, last->line)};
  }
  if (held.file) held.file->replace(text);
  deliver(arguments, world,
          fmt::format("{} {}:{}:\n\n{}",
                      arguments.dry_run ? "Would be taken back from" : "Taken back from", name,
                      last->line, shown_record(record)));
  return done;
}

}  // namespace care
