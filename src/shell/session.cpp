#include "shell/session.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include <care/plan_quiet.hpp>
#include <care/report.hpp>

#include "shell/commands/lookup.hpp"
#include "shell/disk/book_sources.hpp"
#include "shell/disk/files.hpp"

namespace care {
namespace {

bool wants_color(const Session& session, bool to_file) {
  if (session.global.color != "auto") return session.global.color == "always";
  if (to_file || session.environment("NO_COLOR")) return false;
  if (const auto force = session.environment("CLICOLOR_FORCE"); force && force != "0") return true;
  if (session.environment("CLICOLOR") == "0") return false;
  const auto terminal = session.environment("TERM");
  if (!terminal || terminal == "dumb") return false;
  return session.world.out_is_terminal;
}

}  // namespace

std::optional<std::string> Session::environment(std::string_view name) const {
  auto value = world.environment(name);
  if (value && value->empty()) return std::nullopt;
  return value;
}

std::vector<std::string> Session::named_books() const {
  std::vector<std::string> books;
  if (!global.book.empty()) books.push_back(global.book);
  if (const auto book = environment("CARE_BOOK")) books.push_back(*book);
  if (const auto data = environment("XDG_DATA_HOME")) books.push_back(*data + "/care/book.toml");
  if (const auto home = environment("HOME"))
    books.push_back(*home + "/.local/share/care/book.toml");
  return books;
}

std::string Session::book_path() const {
  const std::vector<std::string> books = named_books();
  if (books.empty()) refuse("no place to look for the book: give --book PATH, or set CARE_BOOK");
  return books.front();
}

Moment Session::now(const Book& book) const {
  const WorkCalendar& calendar = book.policy.calendar;
  if (!global.now.empty()) {
    const auto now = parse_typed_day(global.now, world.now(), calendar, Lean::future);
    if (now && now->time) return now->moment();
    refuse("--now: \"{}\" is not a moment; write it like 2026-11-23T08:30", {shown(global.now)});
  }
  if (global.today.empty()) return world.now();
  return calendar.opening(day_typed(book, world.now(), "--today", global.today, Lean::future));
}

std::vector<Source> Session::sources() const {
  const std::string path = book_path();
  if (path != "-") return read_sources(path);
  auto text = world.read_input();
  if (!text) throw FileError{fmt::format("standard input: {}", last_error())};
  std::vector<Source> sources;
  sources.push_back({path, std::move(*text)});
  return sources;
}

Loaded Session::load(Extent extent) const {
  const std::string path = book_path();
  if (path == "-") return load(sources());
  const std::vector<Source> read = mapped->read(path);
  if (const auto loaded = load_part(read, extent)) return *loaded;
  Loaded loaded = load(read);
  if (!mapped->have_changed()) return loaded;
  mapped->forget();
  return load(sources());
}

/// Nothing where all of the book is needed.
std::optional<Loaded> Session::load_part(const std::vector<Source>& sources, Extent extent) const {
  auto reading = read_part(sources, extent);
  if (!reading) return std::nullopt;
  Loaded loaded = loaded_of(std::move(*reading));
  loaded.extent = extent;
  const bool is_sound = loaded.reading.problems.empty() && day_of(loaded.now) == plain_today();
  return is_sound && !mapped->have_changed() ? std::optional{std::move(loaded)} : std::nullopt;
}

std::optional<Reading> Session::read_part(const std::vector<Source>& sources, Extent extent) const {
  // Of more pages hardly anybody is left out.
  constexpr int most_pages = 10;
  const auto today = plain_today();
  if (extent.is_whole() || extent.pages > most_pages || !today) return std::nullopt;
  if (extent.who.empty()) {
    return read_for_pages(sources, *today, [&](const Book& book, Date first) {
      return quiet_until(book, first, first + std::chrono::days{extent.pages - 1});
    });
  }
  const auto wanted = may_be_called(extent.who);
  if (!wanted) return std::nullopt;
  auto reading = read_for_one(sources, *today, *wanted);
  // Whom to offer where nobody is called so, all of them say.
  const bool is_anybody = reading && !customers_called(reading->book, extent.who).empty();
  return is_anybody ? std::move(reading) : std::nullopt;
}

/// Today, where no book is needed to say what that is.
std::optional<Date> Session::plain_today() const {
  constexpr std::size_t date_size = 10;
  if (global.now.empty() && global.today.empty()) return day_of(world.now());
  const std::string_view typed = global.now.empty() ? global.today : global.now;
  const auto date = parse_iso(typed.substr(0, date_size));
  return date ? std::optional{date->day} : std::nullopt;
}

Loaded Session::load(const std::vector<Source>& sources) const {
  return loaded_of(read_book(sources));
}

Loaded Session::loaded_of(Reading&& read) const {
  const auto reading = std::make_shared<Reading>(std::move(read));
  world.kept.push_back(reading);
  Loaded loaded{*reading, {}, {}, {}};
  loaded.now = now(loaded.book());
  auto& problems = loaded.reading.problems;
  for (Problem& problem : problems_on(loaded.book(), loaded.now)) {
    const bool note = problem.severity == Severity::note;
    (note ? loaded.notes : problems).push_back(std::move(problem));
  }
  std::ranges::stable_sort(problems, {}, &Problem::at);
  return loaded;
}

Style Session::style(bool to_file) const {
  Style style;
  style.color = wants_color(*this, to_file);
  style.width = world.columns;
  return style;
}

void Session::require_unchanged() const {
  if (mapped->have_changed()) throw FileError{"somebody saved the book meanwhile; try again"};
}

void Session::print(std::string_view text) const {
  require_unchanged();
  if (!world.write_out(text)) throw FileError{fmt::format("standard output: {}", last_error())};
}

void Session::report_problems(const Loaded& loaded) const {
  constexpr std::size_t few = 3;
  const auto& problems = loaded.reading.problems;
  std::string text;
  for (std::size_t i = 0; i < std::min(few, problems.size()); ++i) {
    text +=
        fmt::format("care: {}: {}; write instead: {}\n", to_string(loaded.book(), problems[i].at),
                    problems[i].what, problems[i].instead);
  }
  if (problems.size() > few) {
    text += fmt::format("care: {} problems in all; `care check` lists them\n", problems.size());
  }
  if (!text.empty()) world.write_error(text);
}

}  // namespace care
