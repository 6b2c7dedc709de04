#include "shell/arguments.hpp"

#include <CLI/CLI.hpp>
#include <care/text.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "shell/help.hpp"

namespace care {
namespace {

constexpr int most_days = 3660;

struct CommandName {
  Command command;
  std::string_view name;
};
constexpr std::array<CommandName, 8> commands{{{Command::today, "today"},
                                               {Command::week, "week"},
                                               {Command::agenda, "agenda"},
                                               {Command::show, "show"},
                                               {Command::list, "list"},
                                               {Command::why, "why"},
                                               {Command::check, "check"},
                                               {Command::init, "init"}}};

struct FormatName {
  Format format;
  std::string_view name;
};
constexpr std::array<FormatName, 5> formats{{{Format::text, "text"},
                                             {Format::markdown, "markdown"},
                                             {Format::json, "json"},
                                             {Format::jsonl, "jsonl"},
                                             {Format::csv, "csv"}}};

/// Options that the next word belongs to; needed to tell a value from a command.
constexpr std::array<std::string_view, 13> options_with_value{
    "--book", "--today",  "--now",  "--color", "--owner", "--tag", "--format",
    "-o",     "--output", "--days", "--from",  "--to",    "--tier"};

/// What the words say, before it is known whether it makes sense.
struct Raw {
  std::string book, today, now, color = "auto", format = "text", output, owner, from, to, who, tier,
                                path, days;
  std::vector<std::string> tags, only;
  bool all = false, brief = false, if_any = false, exit_code = false, strained = false, ids = false,
       version = false;
};

/// A wrong command line; `what` is the message.
struct UsageError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

std::optional<Command> find_command(std::string_view name) {
  const auto found = std::ranges::find(commands, name, &CommandName::name);
  if (found == commands.end()) return std::nullopt;
  return found->command;
}

std::string shown(std::string_view word) { return shortened(neutralised(word), 60); }

/// `; did you mean "x"?` where one of the words is near.
std::string suggestion(std::string_view typed, const std::vector<std::string_view>& known) {
  const auto near = nearest(typed, known);
  return near ? fmt::format("; did you mean {}?", *near) : std::string{};
}

std::vector<std::string_view> command_names() {
  std::vector<std::string_view> names;
  names.reserve(commands.size() + 1);
  for (const CommandName& command : commands) names.push_back(command.name);
  names.emplace_back("help");
  return names;
}

// --- The tree of commands -----------------------------------------------------------------------

void add_selection(CLI::App& app, Raw& raw) {
  app.add_option("--owner", raw.owner,
                 "Only the entries of this staff member and of nobody; emergencies always show. "
                 "Default: $CARE_STAFF")
      ->type_name("ID");
  app.add_flag("--all", raw.all, "Of all owners, also where $CARE_STAFF is set");
  app.add_option("--tag", raw.tags, "Only customers with this tag; may be given again")
      ->type_name("TAG")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  app.add_option("--only", raw.only,
                 "Only items of these kinds: emergency request promise birthday anniversary event "
                 "prepare thanks no_plan follow_up")
      ->type_name("KIND...")
      ->delimiter(',')
      ->expected(1, -1);
  app.add_option("--format", raw.format,
                 "text, markdown, json, jsonl (one entry a line) or csv "
                 "(one item a line)")
      ->type_name("F");
  app.add_flag("--brief", raw.brief, "One line an entry");
  app.add_flag("--if-any", raw.if_any, "Print nothing where nothing is due");
  app.add_flag("--exit-code", raw.exit_code, "Exit with 1 where something is due");
  app.add_option("-o,--output", raw.output,
                 "Write to this file instead, whole or not at all, readable only by you")
      ->type_name("FILE");
}

void add_who(CLI::App& app, Raw& raw) {
  app.add_option("WHO", raw.who,
                 "An id, the beginning of one, or words of a name; several words in quotes")
      ->type_name("");
}

void add_commands(CLI::App& app, Raw& raw) {
  auto* today = app.add_subcommand("today", "Who needs what today; the same as `care` alone");
  add_selection(*today, raw);
  auto* week = app.add_subcommand("week", "Today and the six days after, a page each");
  add_selection(*week, raw);
  auto* agenda = app.add_subcommand("agenda", "The pages of several days");
  agenda->add_option("--days", raw.days, "Today and the days after, N in all")->type_name("N");
  agenda->add_option("--from", raw.from, "The first day, today or later")->type_name("DATE");
  agenda->add_option("--to", raw.to, "The last day")->type_name("DATE");
  add_selection(*agenda, raw);
  auto* show = app.add_subcommand("show", "The call sheet: all you want to know before a call");
  add_who(*show, raw);
  show->add_flag("--all", raw.all, "The whole history instead of the latest five");
  auto* list = app.add_subcommand("list", "All customers, one line each");
  list->add_option("--owner", raw.owner, "Only customers of this staff member")->type_name("ID");
  list->add_option("--tag", raw.tags, "Only customers with this tag; may be given again")
      ->type_name("TAG")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  list->add_option("--tier", raw.tier, "Only customers of this tier")->type_name("NAME");
  list->add_flag("--strained", raw.strained, "Only those who are strained now");
  list->add_flag("--all", raw.all, "Former customers too");
  list->add_option("--format", raw.format, "text, json or csv")->type_name("F");
  list->add_flag("--ids", raw.ids, "Only the ids");
  auto* why = app.add_subcommand("why", "How every date of a customer came about, rule by rule");
  add_who(*why, raw);
  auto* check =
      app.add_subcommand("check", "All problems of the book; silent where there are none");
  check->add_option("--format", raw.format, "text or json")->type_name("F");
  auto* init = app.add_subcommand("init", "Make a commented book to start from");
  init->add_option("PATH", raw.path, "Where; default: the place where the book is looked for")
      ->type_name("");
}

void build(CLI::App& app, Raw& raw) {
  app.fallthrough();
  app.allow_extras();
  app.require_subcommand(0, 1);
  app.add_option("--book", raw.book,
                 "The customer book: a file, a directory, or - for standard input. Default: "
                 "$CARE_BOOK, else ~/.local/share/care/book.toml")
      ->type_name("PATH");
  app.add_option("--today", raw.today, "Take this day for today")->type_name("DATE");
  app.add_option("--now", raw.now, "Take this minute for now, as 2026-11-22T08:30")
      ->type_name("MOMENT");
  app.add_option("--color", raw.color, "auto, always or never")->type_name("WHEN");
  app.add_flag("--version", raw.version, "Print the version");
  app.set_help_flag("-h,--help", "Print this help");
  add_commands(app, raw);
}

// --- From words to a meaning --------------------------------------------------------------------

/// The command among the words, at its place; nothing where none is given (`care` = `care today`).
std::optional<std::size_t> command_place(const std::vector<std::string>& words) {
  bool value = false;
  bool list = false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    const bool option = word.size() > 1 && word.starts_with('-');
    if (value) {
      value = false;
    } else if (option) {
      value = std::ranges::find(options_with_value, word) != options_with_value.end();
      list = word == "--only";
    } else if (!list || find_command(word)) {
      return i;
    }
  }
  return std::nullopt;
}

void check_values(const std::vector<std::string>& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool wants = words[i] == "--only" ||
                       std::ranges::find(options_with_value, words[i]) != options_with_value.end();
    if (!wants) continue;
    const bool last = i + 1 == words.size();
    if (last || (words[i + 1].size() > 1 && words[i + 1].starts_with('-'))) {
      throw UsageError{fmt::format("{} wants a value behind it", words[i])};
    }
    ++i;
  }
}

Date parse_day(std::string_view option, std::string_view text) {
  const auto day = parse_iso(text);
  if (day && !day->time) return day->day;
  throw UsageError{
      fmt::format("{}: \"{}\" is no date; write it like 2026-11-23", option, shown(text))};
}

Moment parse_moment(std::string_view text) {
  const auto moment = parse_iso(text);
  if (moment && moment->time) return moment->moment();
  throw UsageError{
      fmt::format("--now: \"{}\" is no moment; write it like 2026-11-23T08:30", shown(text))};
}

Format parse_format(Command command, std::string_view text) {
  std::vector<std::string_view> known;
  known.reserve(formats.size());
  for (const FormatName& format : formats) known.push_back(format.name);
  if (command == Command::list) known = {"text", "json", "csv"};
  if (command == Command::check) known = {"text", "json"};
  const auto named = std::ranges::find(formats, text, &FormatName::name);
  if (named == formats.end() || std::ranges::find(known, text) == known.end()) {
    throw UsageError{fmt::format("--format: there is no \"{}\" here, but {}{}", shown(text),
                                 fmt::join(known, ", "), suggestion(text, known))};
  }
  return named->format;
}

ColorWish parse_color(std::string_view text) {
  if (text == "auto") return ColorWish::automatic;
  if (text == "always") return ColorWish::always;
  if (text == "never") return ColorWish::never;
  throw UsageError{fmt::format("--color: \"{}\" is none of auto, always, never", shown(text))};
}

std::vector<Kind> parse_kinds(const std::vector<std::string>& words) {
  constexpr std::array<std::string_view, 10> known{"emergency",   "request",  "promise", "birthday",
                                                   "anniversary", "event",    "prepare", "thanks",
                                                   "no_plan",     "follow_up"};
  std::vector<Kind> kinds;
  for (std::string word : words) {
    std::ranges::replace(word, '-', '_');
    const auto kind = parse_kind(word);
    if (!kind || *kind == Kind::unreadable) {
      const std::string near = suggestion(word, {known.begin(), known.end()});
      throw UsageError{fmt::format(
          "--only: \"{}\" is no kind of item{}", shown(word),
          near.empty() ? fmt::format("; the kinds are {}", fmt::join(known, " ")) : near)};
    }
    kinds.push_back(*kind);
  }
  return kinds;
}

int parse_days(std::string_view text) {
  int days = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), days);
  if (error != std::errc{} || end != text.data() + text.size() || days < 1 || days > most_days) {
    throw UsageError{
        fmt::format("--days: \"{}\" is no number of days from 1 to {}", shown(text), most_days)};
  }
  return days;
}

void read_range(const Raw& raw, Arguments& arguments) {
  if (!raw.days.empty()) arguments.days = parse_days(raw.days);
  if (!raw.from.empty()) arguments.from = parse_day("--from", raw.from);
  if (!raw.to.empty()) arguments.to = parse_day("--to", raw.to);
  const bool span = arguments.from || arguments.to;
  if (arguments.days && span) throw UsageError{"--days does not go with --from and --to"};
  if (!arguments.days && (!arguments.from || !arguments.to)) {
    throw UsageError{"agenda wants --days N, or --from DATE and --to DATE"};
  }
  if (span && *arguments.to < *arguments.from) {
    throw UsageError{fmt::format("--to {} is before --from {}", raw.to, raw.from)};
  }
}

Arguments interpret(Command command, const Raw& raw) {
  Arguments arguments;
  arguments.command = command;
  const auto given = [](const std::string& text) {
    return text.empty() ? std::nullopt : std::optional{text};
  };
  arguments.book = given(raw.book);
  arguments.output = given(raw.output);
  arguments.owner = given(raw.owner);
  arguments.path = given(raw.path);
  arguments.who = raw.who;
  arguments.tier = raw.tier;
  arguments.tags = raw.tags;
  arguments.all = raw.all;
  arguments.brief = raw.brief;
  arguments.if_any = raw.if_any;
  arguments.exit_code = raw.exit_code;
  arguments.strained = raw.strained;
  arguments.ids = raw.ids;
  arguments.color = parse_color(raw.color);
  arguments.format = parse_format(command, raw.format);
  arguments.only = parse_kinds(raw.only);
  if (!raw.today.empty() && !raw.now.empty()) throw UsageError{"--today does not go with --now"};
  if (!raw.today.empty()) arguments.today = parse_day("--today", raw.today);
  if (!raw.now.empty()) arguments.now = parse_moment(raw.now);
  if (command == Command::agenda) read_range(raw, arguments);
  const bool agenda =
      command == Command::today || command == Command::week || command == Command::agenda;
  if (agenda && arguments.owner && arguments.all) {
    throw UsageError{"--owner does not go with --all"};
  }
  if ((command == Command::show || command == Command::why) && raw.who.empty()) {
    throw UsageError{
        fmt::format("{} wants a customer: an id, or words of a name; `care list` "
                    "shows all",
                    command == Command::show ? "show" : "why")};
  }
  return arguments;
}

void refuse_extras(const CLI::App& root, const CLI::App& command) {
  const auto extras = root.remaining(true);
  if (extras.empty()) return;
  const std::string& word = extras.front();
  if (!word.starts_with('-')) {
    throw UsageError{fmt::format("{}: one word too many: \"{}\"; put several words in quotes",
                                 command.get_name(), shown(word))};
  }
  std::vector<std::string> names;
  for (const CLI::App* app : {&command, &root}) {
    for (const CLI::Option* option : app->get_options()) {
      for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
  }
  const std::string typed = word.substr(0, word.find('='));
  throw UsageError{fmt::format("{}: there is no option {}{}", command.get_name(), shown(typed),
                               suggestion(typed, {names.begin(), names.end()}))};
}

// --- Help ---------------------------------------------------------------------------------------

std::string name_of(const CLI::Option& option) {
  std::string name;
  for (const std::string& letter : option.get_snames()) name += "-" + letter + ", ";
  for (const std::string& word : option.get_lnames()) name += "--" + word;
  const std::string type = option.get_type_name();
  return type.empty() || option.get_items_expected_max() == 0 ? name : name + " " + type;
}

std::vector<HelpLine> options_of(const CLI::App& app) {
  std::vector<HelpLine> lines;
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_positional() || option == app.get_help_ptr()) continue;
    lines.push_back({name_of(*option), option->get_description()});
  }
  return lines;
}

std::string help_of(const CLI::App& root, const CLI::App* command) {
  Help help;
  help.global_options = options_of(root);
  help.global_options.push_back({"-h, --help", "Print this help"});
  if (command == nullptr) {
    help.usage = "care [COMMAND] [OPTIONS]";
    help.about = "Who needs what from you today, and when.";
    for (const CLI::App* each : root.get_subcommands({})) {
      help.commands.push_back({each->get_name(), each->get_description()});
    }
    return help_text(help, "");
  }
  help.usage = "care " + command->get_name();
  help.about = command->get_description() + ".";
  help.options = options_of(*command);
  for (const CLI::Option* option : command->get_options()) {
    if (!option->get_positional()) continue;
    const bool needed = option->get_name() == "WHO";
    help.usage += needed ? " WHO" : fmt::format(" [{}]", option->get_name());
    help.arguments.push_back({option->get_name(), option->get_description()});
  }
  help.usage += " [OPTIONS]";
  return help_text(help, command->get_name());
}

}  // namespace

Reply usage_error(std::string_view message) { return {2, {}, fmt::format("care: {}\n", message)}; }

std::variant<Arguments, Reply> parse_arguments(const std::vector<std::string>& words) {
  std::vector<std::string> rest = words;
  Raw raw;
  CLI::App app{"Who needs what from you today, and when", "care"};
  build(app, raw);
  try {
    auto place = command_place(rest);
    if (place && rest[*place] == "help") {
      rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(*place));
      rest.emplace_back("--help");
      place = command_place(rest);
    } else if (!place && std::ranges::find(rest, "--help") == rest.end() &&
               std::ranges::find(rest, "-h") == rest.end()) {
      rest.insert(rest.begin(), "today");
    }
    if (place && !find_command(rest[*place])) {
      const std::string near = suggestion(rest[*place], command_names());
      throw UsageError{fmt::format("there is no command \"{}\"{}", shown(rest[*place]),
                                   near.empty() ? "; `care --help` shows all" : near)};
    }
    check_values(rest);
    std::ranges::reverse(rest);
    app.parse(rest);
    if (raw.version) return Reply{0, "care " CARE_VERSION "\n", {}};
    const CLI::App& command = *app.get_subcommands().front();
    refuse_extras(app, command);
    return interpret(*find_command(command.get_name()), raw);
  } catch (const CLI::CallForHelp&) {
    const auto chosen = app.get_subcommands();
    return Reply{0, help_of(app, chosen.empty() ? nullptr : chosen.front()), {}};
  } catch (const CLI::ParseError& error) {
    return usage_error(fmt::format("{}; `care --help` shows what there is", error.what()));
  } catch (const UsageError& error) {
    return usage_error(error.what());
  }
}

}  // namespace care
