#include "shell/writing.hpp"

#include <care/calendar_typed.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "shell/book_file.hpp"
#include "shell/case.hpp"
#include "shell/files.hpp"
#include "shell/new_customer.hpp"
#include "shell/store.hpp"
#include "shell/usage.hpp"

namespace care {
namespace {

/// When it was. A day alone for what is about days; to the minute where minutes count.
When on_of(const Arguments& arguments, const Book& book, Moment now) {
  const bool asked = !arguments.asked.empty();
  const std::string& typed = asked ? arguments.asked : arguments.on;
  const bool to_the_minute =
      arguments.command == Command::log || arguments.command == Command::done ||
      arguments.command == Command::offer || arguments.command == Command::request;
  if (typed.empty()) {
    return {day_of(now), to_the_minute ? std::optional{now - day_of(now)} : std::nullopt};
  }
  const std::string_view option = asked ? "--asked" : "--on";
  const auto when = parse_typed_day(typed, now, book.policy.calendar, Lean::past);
  if (!when) {
    throw UsageError{
        fmt::format("{}: \"{}\" is no day; write it like yesterday, fri, -2d, 28 Nov, "
                    "15:30 or 2026-11-28T15:30",
                    option, shown(typed))};
  }
  if (when->day > day_of(now) || (when->time && when->moment() > now)) {
    throw UsageError{fmt::format("{}: {} is still to come; write it down once it has happened",
                                 option, iso(*when))};
  }
  return *when;
}

Record record_wanted(const Arguments& arguments, const World& world, Book& book, Moment now) {
  if (arguments.command == Command::add) return make_customer(arguments, book, now);
  Case facts{arguments, book, who_wanted(book, arguments.who), now, on_of(arguments, book, now),
             {}};
  facts.by = writer(arguments, world, book);
  return make_record(facts);
}

/// A file of the book with the record behind all that it has.
struct Appended {
  Reading reading;  ///< of the whole book
  Addition addition;
  Position at;  ///< of the record
};

Appended append(Place& place, std::string_view record) {
  std::string& text = place.sources[place.file].text;
  Appended appended{{}, addition_to(text, record), {}};
  text += appended.addition.text;
  appended.reading = read_book(place.sources);
  appended.at = {static_cast<std::uint32_t>(place.file), appended.addition.line, 1};
  return appended;
}

CustomerIndex index_of(const Book& book, Text id) {
  const auto found = std::ranges::find(book.customers, id, &Customer::id);
  return static_cast<CustomerIndex>(found - book.customers.begin());
}

/// The snooze that was just written, and is ignored by R13.
void refuse_snooze(const Appended& appended, CustomerIndex who, Moment now) {
  const CustomerPlan plan = plan_customer(appended.reading.book, who, now);
  const Text id = appended.reading.book.customers[who].id;
  for (const Snooze* snooze : plan.refused_snoozes) {
    if (snooze->at != appended.at) continue;
    throw UsageError{
        plan.strained
            ? fmt::format("snooze: {} is strained, and needs you most: one snooze of at most 2 "
                          "working days. Call, and listen: care log {}",
                          shown(id), shown(id))
            : fmt::format("snooze: {} was put off 3 times since the last talk; nobody is put off "
                          "for ever. Call: care log {}",
                          shown(id), shown(id))};
  }
}

/// Nothing is written unless the book reads as before, with this record more.
void verify(const Reading& before, const Appended& appended, const Record& record, Moment now) {
  if (const auto wrong = difference(before, appended.reading, record, appended.at)) {
    throw FileError{fmt::format("{}; nothing was written", *wrong)};
  }
  if (!std::holds_alternative<Snooze>(record)) return;
  const Text id = customer_of(before.book, record);
  refuse_snooze(appended, index_of(appended.reading.book, id), now);
}

/// What is in the book by now is not to be written again because nobody could read the answer.
void answer(World& world, const std::string& text) {
  if (world.write_out(text)) return;
  throw FileError{fmt::format("standard output: {}; the record is in the book", last_error())};
}

int write_record(const Arguments& arguments, World& world) {
  Held held = hold(arguments, world);
  Place& place = held.place;
  Reading& before = held.reading;
  const Moment now = now_of(arguments, world, before.book);
  const Record record = record_wanted(arguments, world, before.book, now);
  const std::string text = record_text(before.book, record);
  if (find_invalid_utf8(text)) {
    throw UsageError{"what was typed is no UTF-8; set the terminal to UTF-8"};
  }
  const Appended appended = append(place, text);
  verify(before, appended, record, now);
  if (arguments.dry_run) {
    deliver(arguments, world,
            fmt::format("Would go to {}{}:{}:\n\n{}", place.is_new ? "a new file, " : "",
                        neutralised(place.target().name), appended.addition.line,
                        neutralised_lines(text)));
    return done;
  }
  held.file->replace(place.target().text);
  const Book& book = appended.reading.book;
  const CustomerIndex who = index_of(book, customer_of(before.book, record));
  answer(world, render(outlook(book, who, now), as_read(book, record, appended.at)));
  return done;
}

/// Where the new file of a directory would stand among its files.
std::vector<Source>::iterator place_of(std::vector<Source>& sources, const std::string& name) {
  return std::ranges::lower_bound(sources, name, {}, &Source::name);
}

/// `log-dana.toml`; an id may have letters in it that no file name has.
std::string log_name(Text by) {
  if (by.empty()) return "log.toml";
  std::string id{by};
  std::ranges::replace_if(
      id, [](unsigned char c) { return c < ' ' || c == '/' || c == 0x7f; }, '-');
  return fmt::format("log-{}.toml", id);
}

/// The file of a directory that the record goes to, still as it was read.
void open_target(Held& held) {
  const auto& [sources, file, is_new] = held.place;
  const std::string& name = sources[file].name;
  std::optional<std::string> like;
  if (is_new) like = sources[file == 0 ? 1 : 0].name;
  held.file.emplace(name, like);
  if (held.file->take_text() == sources[file].text) return;
  throw FileError{fmt::format("{}: somebody saved it meanwhile; try again; nothing was written",
                              neutralised(name))};
}

}  // namespace

Text writer(const Arguments& arguments, const World& world, const Book& book) {
  if (arguments.by) return book.staff[staff_named(book, "--by", *arguments.by)].id;
  if (book.staff.empty()) return {};
  if (const auto staff = set_environment(world, "CARE_STAFF")) {
    return book.staff[staff_named(book, "CARE_STAFF", *staff)].id;
  }
  if (book.staff.size() == 1) return book.staff.front().id;
  return book.owner ? book.staff[*book.owner].id : Text{};
}

Held hold(const Arguments& arguments, const World& world) {
  const std::string path = book_path(arguments, world);
  if (path == "-") {
    throw UsageError{
        "the book comes from standard input, so nothing can be written; give --book "
        "PATH"};
  }
  require_book(path);
  Held held;
  auto& [sources, file, is_new] = held.place;
  if (!arguments.dry_run) held.lock.emplace(path);
  if (!arguments.dry_run && !is_directory(path)) {
    held.file.emplace(path);
    sources.push_back({path, held.file->take_text()});
  } else {
    sources = read_sources(path);
  }
  held.reading = read_book(sources);
  // Not asked of the disk once more: another answer would lead to another file.
  if (sources.front().name == path) {
    if (arguments.by) (void)writer(arguments, world, held.reading.book);
    return held;
  }
  // Who writes is known only once the book is read.
  const Text by = writer(arguments, world, held.reading.book);
  const std::string name = directory_entry(path, log_name(by));
  const auto found = place_of(sources, name);
  file = static_cast<std::size_t>(found - sources.begin());
  is_new = found == sources.end() || found->name != name;
  if (is_new) {
    sources.insert(found, Source{name, {}});
    held.reading = read_book(sources);
  }
  if (!arguments.dry_run) open_target(held);
  return held;
}

int run_record(const Arguments& arguments, World& world) {
  const bool may_ask = arguments.command == Command::log && arguments.only_who &&
                       world.in_is_terminal && world.out_is_terminal;
  if (!may_ask) return write_record(arguments, world);
  for (const Arguments& each : ask(arguments, world)) {
    if (const int code = write_record(each, world); code != done) return code;
  }
  return done;
}

}  // namespace care
