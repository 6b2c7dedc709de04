#include <care/cli.hpp>
#include <care/reading.hpp>
#include <care/render.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>

#include "shell/arguments.hpp"
#include "shell/starter.hpp"
#include "shell/store.hpp"

namespace care {
namespace {

constexpr int done = 0;
constexpr int something_due = 1;
constexpr int wrong_usage = 2;
constexpr int problems_found = 3;
constexpr int not_read_or_written = 4;

/// A wrong use that only the book could tell, such as an unknown customer.
struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// A book with all that is wrong with it on the day, and that day.
struct Loaded {
  Reading reading;
  Moment now;
  std::vector<Problem> notes;  ///< only `check` says them
};

std::string shown(std::string_view text) { return shortened(neutralised(text), 60); }

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

std::vector<Source> sources_of(const std::string& path, const World& world) {
  if (path != "-") return read_sources(path);
  auto text = world.read_input();
  if (!text) throw FileError{fmt::format("standard input: {}", last_error())};
  std::vector<Source> sources;
  sources.push_back({"-", std::move(*text)});
  return sources;
}

Moment now_of(const Arguments& arguments, const World& world, const Book& book) {
  if (arguments.now) return *arguments.now;
  if (arguments.today) return book.policy.calendar.opening(*arguments.today);
  return world.now();
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

/// `; did you mean "x"?` where one of the words is near.
std::string suggestion(std::string_view typed, const std::vector<std::string_view>& known) {
  const auto near = nearest(typed, known);
  return near ? fmt::format("; did you mean {}?", neutralised(*near)) : std::string{};
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
    if (search.found.empty() && (lost.id == who || lost.name == who)) throw UsageError{lost.what};
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

// --- One function for each command ------------------------------------------------------------

Agenda agenda_wanted(const Arguments& arguments, const Loaded& loaded, const Selection& selection) {
  const Book& book = loaded.reading.book;
  const Date today = day_of(loaded.now);
  constexpr int days_of_week = 7;
  if (arguments.command == Command::today) {
    return agenda_of_today(book, loaded.now, selection);
  }
  Date from = arguments.from.value_or(today);
  const int count = arguments.command == Command::week ? days_of_week : arguments.days.value_or(1);
  const Date to = arguments.to.value_or(today + std::chrono::days{count - 1});
  constexpr std::chrono::days farthest{3660};
  if (from < today) {
    throw UsageError{fmt::format("--from {} is before today, {}; what is past stands under today",
                                 iso(from), iso(today))};
  }
  if (to > today + farthest) throw UsageError{"--to is more than ten years ahead"};
  return agenda_of_range(book, loaded.now, from, to, selection);
}

int run_agenda(const Arguments& arguments, World& world) {
  if (arguments.output && *arguments.output != "-" &&
      belongs_to_book(*arguments.output, book_path(arguments, world))) {
    throw FileError{fmt::format("{}: is part of the book; write the agenda elsewhere",
                                neutralised(*arguments.output))};
  }
  const Loaded loaded = load(arguments, world);
  const Book& book = loaded.reading.book;
  check_tags(book, arguments.tags);
  const Selection selection{owner_wanted(arguments, world, book), arguments.tags, arguments.only};
  const Agenda agenda = agenda_wanted(arguments, loaded, selection);
  tell_problems(loaded, world);
  const bool due = anything_due(agenda);
  if (due || !arguments.if_any) {
    AgendaPage page{agenda, loaded.reading.problems, std::nullopt};
    const bool prose = arguments.format == Format::text || arguments.format == Format::markdown;
    if (!due && prose) {
      const auto last = std::chrono::days{(agenda.to - day_of(loaded.now)).count()};
      page.next = next_due(book, loaded.now + last, selection);
    }
    deliver(arguments, world, render(page, arguments.format, style_of(arguments, world)));
  }
  if (exit_code_of(loaded) != done) return problems_found;
  return due && arguments.exit_code ? something_due : done;
}

int run_show(const Arguments& arguments, World& world) {
  const Loaded loaded = load(arguments, world);
  const CustomerIndex who = who_wanted(loaded.reading.book, arguments.who);
  const CallSheet sheet = call_sheet(loaded.reading.book, who, loaded.now);
  tell_problems(loaded, world);
  deliver(arguments, world, render(sheet, style_of(arguments, world)));
  return exit_code_of(loaded);
}

int run_why(const Arguments& arguments, World& world) {
  const Loaded loaded = load(arguments, world);
  const CustomerIndex who = who_wanted(loaded.reading.book, arguments.who);
  tell_problems(loaded, world);
  deliver(arguments, world,
          render(derive(loaded.reading.book, who, loaded.now), style_of(arguments, world)));
  return exit_code_of(loaded);
}

int run_list(const Arguments& arguments, World& world) {
  const Loaded loaded = load(arguments, world);
  const Book& book = loaded.reading.book;
  check_tags(book, arguments.tags);
  ListSelection selection{owner_wanted(arguments, world, book), arguments.tags, arguments.tier,
                          arguments.strained, arguments.all};
  std::vector<std::string_view> tiers;
  for (const Tier& tier : book.policy.tiers) tiers.push_back(tier.name);
  if (!arguments.tier.empty() && std::ranges::find(tiers, arguments.tier) == tiers.end()) {
    throw UsageError{fmt::format("--tier: the policy has no tier \"{}\"; there are {}",
                                 shown(arguments.tier),
                                 neutralised(fmt::format("{}", fmt::join(tiers, ", "))))};
  }
  const Listing listing = list_customers(book, loaded.now, selection);
  tell_problems(loaded, world);
  if (arguments.ids) {
    std::string ids;
    for (const ListRow& row : listing.rows) {
      ids += fmt::format("{}\n", neutralised(book.customers[row.customer].id));
    }
    deliver(arguments, world, ids);
  } else {
    deliver(arguments, world, render(listing, arguments.format, style_of(arguments, world)));
  }
  return exit_code_of(loaded);
}

int run_check(const Arguments& arguments, World& world) {
  Loaded loaded = load(arguments, world);
  auto& problems = loaded.reading.problems;
  std::ranges::move(loaded.notes, std::back_inserter(problems));
  std::ranges::stable_sort(problems, {}, &Problem::at);
  deliver(arguments, world, render_problems(loaded.reading.book, problems, arguments.format));
  return exit_code_of(loaded);
}

int run_init(const Arguments& arguments, World& world) {
  std::string path = arguments.path ? *arguments.path : book_path(arguments, world);
  if (path == "-") throw UsageError{"init wants a path; standard input cannot be written"};
  if (is_directory(path)) path += path.ends_with('/') ? "book.toml" : "/book.toml";
  const Date today = arguments.today ? *arguments.today : day_of(now_of(arguments, world, Book{}));
  create_file(path, starter_book(today));
  deliver(arguments, world,
          fmt::format("{}: your book to start from. Look: care {}today\n", neutralised(path),
                      arguments.path ? fmt::format("--book {} ", neutralised(path)) : ""));
  return done;
}

int dispatch(const Arguments& arguments, World& world) {
  switch (arguments.command) {
    case Command::today:
    case Command::week:
    case Command::agenda: return run_agenda(arguments, world);
    case Command::show: return run_show(arguments, world);
    case Command::list: return run_list(arguments, world);
    case Command::why: return run_why(arguments, world);
    case Command::check: return run_check(arguments, world);
    case Command::init: break;
  }
  return run_init(arguments, world);
}

int answer(const Reply& reply, World& world) {
  if (!reply.error.empty()) world.write_error(reply.error);
  if (reply.out.empty() || world.write_out(reply.out)) return reply.exit_code;
  throw FileError{fmt::format("standard output: {}", last_error())};
}

}  // namespace

int run(const std::vector<std::string>& arguments, World& world) {
  try {
    const auto parsed = parse_arguments(arguments);
    if (const Reply* reply = std::get_if<Reply>(&parsed)) return answer(*reply, world);
    return dispatch(std::get<Arguments>(parsed), world);
  } catch (const UsageError& error) {
    world.write_error(fmt::format("care: {}\n", error.what()));
    return wrong_usage;
  } catch (const FileError& error) {
    world.write_error(fmt::format("care: {}\n", error.what()));
    return not_read_or_written;
  }
}

}  // namespace care
