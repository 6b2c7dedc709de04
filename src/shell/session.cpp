#include "shell/session.hpp"

#include <care/calendar_typed.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>

#include "shell/files.hpp"
#include "shell/store.hpp"
#include "shell/usage.hpp"

namespace care {
namespace {

std::vector<Source> sources_of(const std::string& path, const World& world) {
  if (path != "-") return read_sources(path);
  auto text = world.read_input();
  if (!text) throw FileError{fmt::format("standard input: {}", last_error())};
  std::vector<Source> sources;
  sources.push_back({"-", std::move(*text)});
  return sources;
}

bool wants_color(const Arguments& arguments, const World& world) {
  if (arguments.color != ColorWish::automatic) return arguments.color == ColorWish::always;
  if (arguments.output) return false;
  if (set_environment(world, "NO_COLOR")) return false;
  if (const auto force = set_environment(world, "CLICOLOR_FORCE"); force && force != "0") {
    return true;
  }
  if (world.environment("CLICOLOR") == "0") return false;
  const auto terminal = set_environment(world, "TERM");
  if (!terminal || terminal == "dumb") return false;
  return world.out_is_terminal;
}

}  // namespace

std::optional<std::string> set_environment(const World& world, std::string_view name) {
  auto value = world.environment(name);
  if (value && value->empty()) return std::nullopt;
  return value;
}

std::string book_path(const Arguments& arguments, const World& world) {
  if (arguments.book) return *arguments.book;
  if (const auto book = set_environment(world, "CARE_BOOK")) return *book;
  if (const auto data = set_environment(world, "XDG_DATA_HOME")) return *data + "/care/book.toml";
  if (const auto home = set_environment(world, "HOME")) {
    return *home + "/.local/share/care/book.toml";
  }
  throw UsageError{"no place to look for the book: give --book PATH, or set CARE_BOOK"};
}

Date day_typed(const Moment now, const Book& book, std::string_view option, std::string_view text,
               Lean lean) {
  const auto when = parse_typed_day(text, now, book.policy.calendar, lean);
  if (when && !when->time) return when->day;
  if (when) throw UsageError{fmt::format("{}: a day is wanted, without a time", option)};
  throw UsageError{fmt::format(
      "{}: \"{}\" is no date; write it like 2026-11-28, fri, 28 Nov or +3d", option, shown(text))};
}

Moment now_of(const Arguments& arguments, const World& world, const Book& book) {
  if (!arguments.now.empty()) {
    const auto now =
        parse_typed_day(arguments.now, world.now(), book.policy.calendar, Lean::future);
    if (now && now->time) return now->moment();
    throw UsageError{fmt::format("--now: \"{}\" is no moment; write it like 2026-11-23T08:30",
                                 shown(arguments.now))};
  }
  if (arguments.today.empty()) return world.now();
  return book.policy.calendar.opening(
      day_typed(world.now(), book, "--today", arguments.today, Lean::future));
}

Loaded load(const Arguments& arguments, const World& world) {
  Loaded loaded{read_book(sources_of(book_path(arguments, world), world)), {}, {}};
  loaded.now = now_of(arguments, world, loaded.reading.book);
  auto& problems = loaded.reading.problems;
  for (Problem& problem : problems_on(loaded.reading.book, loaded.now)) {
    const bool note = problem.severity == Severity::note;
    (note ? loaded.notes : problems).push_back(std::move(problem));
  }
  std::ranges::stable_sort(problems, {}, &Problem::at);
  return loaded;
}

Style style_of(const Arguments& arguments, const World& world) {
  Style style;
  style.color = wants_color(arguments, world);
  style.width = world.columns;
  style.brief = arguments.brief;
  style.whole_history = arguments.all;
  return style;
}

/// Tells the first few problems on standard error.
void tell_problems(const Loaded& loaded, World& world) {
  constexpr std::size_t few = 3;
  const auto& problems = loaded.reading.problems;
  std::string text;
  for (std::size_t i = 0; i < std::min(few, problems.size()); ++i) {
    text += fmt::format("care: {}: {}; write instead: {}\n",
                        to_string(loaded.reading.book, problems[i].at), problems[i].what,
                        problems[i].instead);
  }
  if (problems.size() > few) {
    text += fmt::format("care: {} problems in all; `care check` tells them\n", problems.size());
  }
  if (!text.empty()) world.write_error(text);
}

/// Writes the result where it was asked for.
void deliver(const Arguments& arguments, World& world, const std::string& text) {
  if (arguments.output && *arguments.output != "-") {
    write_file(*arguments.output, text);
  } else if (!world.write_out(text)) {
    throw FileError{fmt::format("standard output: {}", last_error())};
  }
}

StaffIndex staff_named(const Book& book, std::string_view option, std::string_view id) {
  if (const auto staff = find_staff(book, id)) return *staff;
  std::vector<std::string_view> ids;
  for (const Staff& staff : book.staff) ids.push_back(staff.id);
  const std::string near = suggestion(id, ids);
  const std::string all = neutralised(fmt::format("{}", fmt::join(ids, ", ")));
  throw UsageError{fmt::format("{}: the book has no staff \"{}\"{}", option, shown(id),
                               !near.empty() ? near
                               : all.empty() ? "; add a [[staff]] table"
                                             : "; there are " + all)};
}

std::optional<StaffIndex> owner_wanted(const Arguments& arguments, const World& world,
                                       const Book& book) {
  if (arguments.owner) return staff_named(book, "--owner", *arguments.owner);
  if (arguments.all || book.staff.empty() || arguments.command == Command::list) {
    return std::nullopt;
  }
  const auto staff = set_environment(world, "CARE_STAFF");
  if (!staff) return std::nullopt;
  return staff_named(book, "CARE_STAFF", *staff);
}

void check_tags(const Book& book, const std::vector<std::string>& tags) {
  if (tags.empty()) return;
  std::vector<std::string_view> known;
  for (const Customer& customer : book.customers) {
    known.insert(known.end(), customer.tags.begin(), customer.tags.end());
  }
  for (const std::string& tag : tags) {
    if (std::ranges::find(known, tag) != known.end()) continue;
    throw UsageError{
        fmt::format("--tag: no customer is tagged \"{}\"{}", shown(tag), suggestion(tag, known))};
  }
}

CustomerIndex who_wanted(const Book& book, std::string_view who) {
  const Search search = find_customer(book, who);
  if (search.found.size() == 1) return search.found.front();
  for (const Unreadable& lost : book.unreadable) {
    if (search.found.empty() && (lost.id == who || lost.name == who)) {
      throw UsageError{fmt::format("{}; care edit {} leads there", lost.what, shown(who))};
    }
  }
  if (search.found.empty()) {
    const std::string near = neutralised(fmt::format("{}", fmt::join(search.nearest, " or ")));
    throw UsageError{fmt::format(
        "nobody here is called \"{}\"{}", shown(who),
        near.empty() ? "; `care list` shows all" : fmt::format("; did you mean {}?", near))};
  }
  constexpr std::size_t most = 20;
  std::string message =
      fmt::format("\"{}\" may be one of {}; use an id:", shown(who), search.found.size());
  for (std::size_t i = 0; i < std::min(most, search.found.size()); ++i) {
    const Customer& customer = book.customers[search.found[i]];
    message +=
        fmt::format("\n  {}  {}", padded(neutralised(customer.id), 12), neutralised(customer.name));
  }
  if (search.found.size() > most) {
    message += fmt::format("\n  and {} more", search.found.size() - most);
  }
  throw UsageError{message};
}

int exit_code_of(const Loaded& loaded) {
  return loaded.reading.problems.empty() ? done : problems_found;
}

}  // namespace care
