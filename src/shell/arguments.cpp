#include "shell/arguments.hpp"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <algorithm>
#include <array>

#include "shell/command_tree.hpp"
#include "shell/help.hpp"
#include "shell/raw.hpp"
#include "shell/synonyms.hpp"
#include "shell/usage.hpp"
#include "shell/words.hpp"

namespace care {
namespace {

// --- The tree of commands -----------------------------------------------------------------------

void add_mail(CLI::App& app, Raw& raw) {
  const bool has_days = app.get_name() == name_of(Command::agenda);
  const char* const type = has_days ? "DATE|ADDRESS" : "ADDRESS";
  app.add_option("--from", raw.from_words,
                 has_days ? "The first day, today or later; or, with an @ in it, the address that "
                            "an email is from"
                          : "With --format email: from this address. Default: that of the book's "
                            "owner, else the first it goes to")
      ->type_name(type)
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  app.add_option("--to", raw.to_words,
                 has_days ? "The last day; or, with an @ in it, an address that an email goes to"
                          : "With --format email: to this address, as dana@example.com or \"Dana "
                            "<dana@example.com>\"; may be given again. Default: the owner's in "
                            "[[staff]]")
      ->type_name(type)
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  app.add_option("--subject", raw.mail.subject,
                 "With --format email: its subject. Default: the day and what it asks for")
      ->type_name("TEXT");
  app.add_option("--each-owner", raw.mail.each_owner,
                 "With --format email: a message to each of the staff who is here, with their own "
                 "page, as DIR/ID.eml; with --if-any, none to who has nothing due")
      ->type_name("DIR");
}

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
                 "text, markdown, json, jsonl (one entry a line), csv (one item a line), html (a "
                 "page for a browser), email (a message for sendmail -t), ics (a calendar), remind "
                 "(a script of all dates) or org")
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

void add_record_options(CLI::App& app, Raw& raw) {
  app.add_option("--by", raw.by,
                 "Who did it; default: $CARE_STAFF, else the only staff member, "
                 "else the book's owner")
      ->type_name("STAFF");
  app.add_flag("--dry-run", raw.dry_run, "Print what would be written, and where; write nothing");
}

void add_on(CLI::App& app, Raw& raw) {
  app.add_option("--on", raw.on,
                 "When it was, as 2026-11-22, 15:30, yesterday, fri (the last one), -2d, 28 Nov; "
                 "default: now")
      ->type_name("WHEN");
}

void add_touch_options(CLI::App& app, Raw& raw) {
  app.add_flag(
      "--call{call},--visit{visit},--meeting{meeting},--video{video},--email{email},"
      "--letter{letter},--text{text},--gift{gift}",
      raw.channels, "How: one of these");
  app.add_option("--contact", raw.contact, "With whom of theirs")->type_name("NAME");
  app.add_flag("--missed", raw.missed, "Nobody was reached: voicemail, no answer");
  app.add_flag("--from-them", raw.from_them, "They contacted us");
  app.add_option("--heard", raw.heard, "What they said, in their words")->type_name("TEXT");
  app.add_option("--thanks", raw.thanks.value,
                 "They were thanked; without a value for what the agenda shows")
      ->type_name("[WHAT]")
      ->expected(0, 1);
  app.add_option("--greeted", raw.greeted,
                 "They were greeted: birthday, anniversary or an event; without a value for what "
                 "the agenda shows; may be given again")
      ->type_name("[WHAT]")
      ->expected(0, 1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  app.add_option("--wow", raw.wow, "Something beyond what anybody expects")->type_name("TEXT");
  app.add_option("--mood", raw.mood, "delighted, content or strained")->type_name("M");
}

void add_request(CLI::App& app, Raw& raw, const std::string& description) {
  app.add_option("--request", raw.request.value, description)->type_name("[ID]")->expected(0, 1);
}

void add_promise(CLI::App& app, Raw& raw, const std::string& description) {
  app.add_option("--promise", raw.promise.value, description)->type_name("[ID]")->expected(0, 1);
}

/// Words that are no options: WHO takes the first; what follows goes together without quotes.
CLI::App* add_writing(CLI::App& app, Raw& raw, Command command, const std::string& about,
                      const char* words, const std::string& meaning) {
  auto* sub = app.add_subcommand(std::string{name_of(command)}, about);
  add_who(*sub, raw);
  sub->add_option(words, raw.first_word, meaning)->type_name("");
  return sub;
}

void add_records(CLI::App& app, Raw& raw) {
  constexpr const char* last = "the only one that is open";
  auto* log = add_writing(app, raw, Command::log, "A contact with a customer, as it was", "TEXT",
                          "What was said and done");
  add_on(*log, raw);
  add_touch_options(*log, raw);
  add_request(*log, raw, fmt::format("It answers this request; without a value: {}", last));
  add_promise(*log, raw, fmt::format("It keeps this promise; without a value: {}", last));
  add_record_options(*log, raw);

  auto* request = add_writing(app, raw, Command::request, "They ask for something", "WHAT",
                              "What they ask for, in their words");
  request->add_flag("--urgent", raw.urgent, "An emergency: the clock runs nights and weekends too");
  request->add_option("--due", raw.due, "The day by which it must be solved")->type_name("DATE");
  request->add_option("--asked", raw.asked, "When they asked; default: now")->type_name("WHEN");
  request->add_option("--on", raw.on, "The same as --asked")->type_name("WHEN");
  add_record_options(*request, raw);

  auto* done = add_writing(app, raw, Command::done, "A request is solved, or a promise kept",
                           "TEXT", "How it ended");
  add_request(*done, raw, fmt::format("Which request; default: {}", last));
  add_promise(*done, raw, fmt::format("Which promise; default: {}", last));
  done->add_flag("--withdrawn", raw.withdrawn, "They no longer want what they asked for");
  done->add_flag("--declined,--refused,--rejected,--no", raw.refused, "")->group("");
  add_on(*done, raw);
  add_touch_options(*done, raw);
  add_record_options(*done, raw);

  auto* offer = add_writing(app, raw, Command::offer,
                            "An alternative for what they asked, and their word on it", "WHAT",
                            "What is offered");
  offer->add_flag("--accepted", raw.accepted, "They take what was offered");
  offer->add_flag("--refused", raw.refused, "They do not: find another");
  add_request(*offer, raw, fmt::format("For which request; default: {}", last));
  add_on(*offer, raw);
  add_touch_options(*offer, raw);
  add_record_options(*offer, raw);

  auto* promise = add_writing(app, raw, Command::promise, "You promised something", "WHAT",
                              "What was promised");
  promise->add_option("--due", raw.due, "The day by which it is kept")->type_name("DATE");
  promise->add_option("--replaces", raw.replaces, "The promise that it takes the place of")
      ->type_name("ID");
  promise->add_option("--on", raw.on, "When it was promised; default: today")->type_name("WHEN");
  add_record_options(*promise, raw);

  auto* purchase = add_writing(app, raw, Command::purchase, "They bought something: thank them",
                               "WHAT", "What they bought");
  purchase->add_option("--amount", raw.amount, "For how much, as 99.50")->type_name("N");
  purchase->add_option("--currency", raw.currency, "In what money, as EUR")->type_name("C");
  add_on(*purchase, raw);
  add_record_options(*purchase, raw);

  auto* ready = add_writing(app, raw, Command::ready, "The card or gift for an event is prepared",
                            "WHAT", "The event; default: the only one to prepare for");
  add_on(*ready, raw);
  add_record_options(*ready, raw);

  auto* snooze =
      add_writing(app, raw, Command::snooze, "Not now, because ...: put off follow-up and thanks",
                  "UNTIL", "A day, as fri, 2w or 28 Nov; behind it the reason");
  snooze->add_flag("--all", raw.all, "Occasions and things to prepare too");
  add_on(*snooze, raw);
  add_record_options(*snooze, raw);
}

void add_new_customer(CLI::App& app, Raw& raw) {
  NewCustomer& customer = raw.customer;
  auto* add = app.add_subcommand("add", "A new customer");
  add->add_option("NAME", raw.first_word, "Their name")->type_name("");
  add->add_option("--id", customer.id, "What you will type; default: from the name")
      ->type_name("ID");
  add->add_option("--call-me", customer.call_me, "How to address them")->type_name("NAME");
  add->add_option("--company", customer.company, "Where they work")->type_name("NAME");
  add->add_option("--phone", customer.phone, "To call them")->type_name("NUMBER");
  add->add_option("--email", customer.email, "To write to them")->type_name("ADDRESS");
  add->add_option("--birthday", customer.birthday, "As 1984-02-29, \"29 Feb\" or 02-29")
      ->type_name("DATE");
  add->add_option("--since", customer.since, "The day on which they became a customer")
      ->type_name("DATE");
  add->add_option("--every", customer.every, "How often to be in touch, as 2w, 1m or never")
      ->type_name("SPAN");
  add->add_option("--because", customer.because, "Why never")->type_name("TEXT");
  add->add_option("--tier", customer.tier, "A, B, C, or as the policy says")->type_name("NAME");
  add->add_option("--owner", raw.owner, "Who looks after them")->type_name("STAFF");
  add->add_option("--tag", raw.tags, "May be given again")
      ->type_name("TAG")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  add->add_option("--referred-by", customer.referred_by, "The customer who sent them: thank them")
      ->type_name("WHO");
  add->add_option("--contact", customer.contacts, "Somebody there; may be given again")
      ->type_name("NAME")
      ->expected(1)
      ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  add->add_flag("--yes", customer.although_alike, "Although somebody alike is in the book");
  add_record_options(*add, raw);
}

void add_export(CLI::App& app, Raw& raw) {
  auto* sub = app.add_subcommand("export", "What the book holds, for other programs");
  sub->add_option(
         "WHAT", raw.what,
         "calendar: the whole plan as iCalendar, to subscribe to; contacts: vCards; csv or "
         "json: one row a customer (last touch, next act ...)")
      ->type_name("");
  sub->add_option("--owner", raw.owner,
                  "Only customers of this staff member; in a calendar also nobody's, and "
                  "everybody's emergencies")
      ->type_name("ID");
  sub->add_flag("--all", raw.all,
                "contacts, csv, json: former customers, and contacts who have left, too");
  sub->add_option("--vcard", raw.vcard, "contacts: version 4 (default), or 3 for older readers")
      ->type_name("N");
  sub->add_flag("--notes", raw.notes, "contacts: the notes too");
  sub->add_option("-o,--output", raw.output,
                  "Write to this file instead, whole or not at all, readable only by you")
      ->type_name("FILE");
  sub->add_option("--vdir", raw.vdir,
                  "calendar: keep one file an item in this directory; only what has changed is "
                  "written, and care's own files of what is gone are removed")
      ->type_name("DIR");
}

void add_output(CLI::App& app, Raw& raw) {
  app.add_option("-o,--output", raw.output,
                 "Write to this file instead, whole or not at all, readable only by you")
      ->type_name("FILE");
}

void add_shell_commands(CLI::App& app, Raw& raw) {
  auto* completion =
      app.add_subcommand("completion", "What lets the Tab key complete commands, ids and tags");
  completion->add_option("SHELL", raw.shell, "bash, zsh or fish")->type_name("");
  add_output(*completion, raw);
  add_output(*app.add_subcommand("man", "The manual page, as man and mandoc read it"), raw);
}

void add_commands(CLI::App& app, Raw& raw) {
  auto* today = app.add_subcommand("today", "Who needs what today; the same as `care` alone");
  add_selection(*today, raw);
  add_mail(*today, raw);
  auto* week = app.add_subcommand("week", "Today and the six days after, a page each");
  add_selection(*week, raw);
  add_mail(*week, raw);
  auto* agenda = app.add_subcommand("agenda", "The pages of several days");
  agenda->add_option("--days", raw.days, "Today and the days after, N in all")->type_name("N");
  add_mail(*agenda, raw);
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
  add_records(app, raw);
  add_new_customer(app, raw);
  auto* undo = app.add_subcommand("undo", "Take back the last record that care wrote");
  add_record_options(*undo, raw);
  auto* edit = app.add_subcommand("edit", "Open the book at a customer, in $VISUAL or $EDITOR");
  add_who(*edit, raw);
  add_export(app, raw);
  auto* check =
      app.add_subcommand("check", "All problems of the book; silent where there are none");
  check->add_option("--format", raw.format, "text or json")->type_name("F");
  auto* init = app.add_subcommand("init", "Make a commented book to start from");
  init->add_option("PATH", raw.path, "Where; default: the place where the book is looked for")
      ->type_name("");
  add_shell_commands(app, raw);
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

Arity arity_of(const CLI::App& root, const CLI::App* command, const std::string& word) {
  for (const CLI::App* app : {command, &root}) {
    const CLI::Option* const option = app == nullptr ? nullptr : app->get_option_no_throw(word);
    if (option == nullptr || option->get_positional()) continue;
    if (option->get_items_expected_max() == 0) return Arity::none;
    return option->get_items_expected_min() == 0 ? Arity::optional : Arity::needed;
  }
  return Arity::unknown;
}

/// Takes the words that are left for the text of a command that has one; all others are too many.
void take_extras(const CLI::App& root, const CLI::App& command, Raw& raw) {
  const auto extras = root.remaining(true);
  const bool takes_text = command.get_option_no_throw("--dry-run") != nullptr &&
                          command.get_name() != name_of(Command::undo);
  const auto refused = std::ranges::find_if(
      extras, [&](const std::string& word) { return !takes_text || is_option(word); });
  if (refused == extras.end()) {
    if (!raw.first_word.empty()) raw.text.push_back(raw.first_word);
    raw.text.insert(raw.text.end(), extras.begin(), extras.end());
    return;
  }
  const std::string& word = *refused;
  if (!word.starts_with('-')) {
    const bool of_all = command.get_name() == name_of(Command::today);
    throw UsageError{
        fmt::format("{}: one word too many: \"{}\"; {}", command.get_name(), shown(word),
                    of_all ? fmt::format("of one customer tells: care show {}", shown(word))
                           : "put several words in quotes")};
  }
  std::vector<std::string> names;
  for (const CLI::App* app : {&command, &root}) {
    for (const CLI::Option* option : app->get_options()) {
      for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    }
  }
  const std::string typed = word.substr(0, word.find('='));
  const std::string_view meant = option_for(typed);
  const std::string near = meant.empty() ? suggestion(typed, {names.begin(), names.end()})
                                         : fmt::format("; for that: {}", meant);
  const bool may_be_text = near.empty() && takes_text;
  throw UsageError{fmt::format("{}: there is no option {}{}", command.get_name(), shown(typed),
                               may_be_text ? "; put -- before a text that begins with -" : near)};
}

/// Words behind `--`: WHO, if it is still wanted, and the text.
void take_literal_words(std::vector<std::string> words, const CLI::App& command, Raw& raw) {
  if (words.empty()) return;
  words.erase(words.begin());
  if (raw.who.empty() && !words.empty() && command.get_option_no_throw("WHO") != nullptr) {
    raw.who = words.front();
    words.erase(words.begin());
  }
  if (!words.empty() && command.get_option_no_throw("--dry-run") == nullptr) {
    throw UsageError{
        fmt::format("{}: one word too many: \"{}\"", command.get_name(), shown(words.front()))};
  }
  raw.text.insert(raw.text.end(), words.begin(), words.end());
}

/// Which of the options that need no value were given.
void note_implied(const CLI::App& command, Raw& raw) {
  const auto is_given = [&](const std::string& name) {
    const CLI::Option* const option = command.get_option_no_throw(name);
    return option != nullptr && option->count() > 0;
  };
  raw.thanks.is_given = is_given("--thanks");
  raw.greets = is_given("--greeted");
  raw.request.is_given = is_given("--request");
  raw.promise.is_given = is_given("--promise");
}

// --- As its users see it
// ---------------------------------------------------------------------------------------

OptionHelp option_help(const CLI::Option& option) {
  OptionHelp help{{}, option.get_type_name(), option.get_description(), ValueCount::none};
  for (const std::string& letter : option.get_snames()) help.names.push_back("-" + letter);
  for (const std::string& word : option.get_lnames()) help.names.push_back("--" + word);
  if (option.get_items_expected_max() == 0) {
    help.value.clear();
  } else if (option.get_items_expected_min() == 0) {
    help.count = ValueCount::at_most_one;
  } else {
    help.count = option.get_delimiter() == ',' ? ValueCount::list : ValueCount::one;
  }
  return help;
}

std::vector<OptionHelp> options_of(const CLI::App& app) {
  std::vector<OptionHelp> options;
  for (const CLI::Option* option : app.get_options()) {
    const bool is_hidden = option->get_group().empty();
    if (option->get_positional() || is_hidden || option == app.get_help_ptr()) continue;
    options.push_back(option_help(*option));
  }
  return options;
}

CommandHelp command_help(const CLI::App& command) {
  CommandHelp help{command.get_name(), command.get_description(), {}, options_of(command)};
  for (const CLI::Option* option : command.get_options()) {
    if (option->get_positional()) {
      help.arguments.push_back({option->get_name(), option->get_description()});
    }
  }
  return help;
}

}  // namespace

CommandTree command_tree() {
  Raw raw;
  CLI::App app{"", "care"};
  build(app, raw);
  CommandTree tree{options_of(app), {}};
  tree.options.push_back({{"-h", "--help"}, "", "Print this help", ValueCount::none});
  for (const CLI::App* command : app.get_subcommands({})) {
    tree.commands.push_back(command_help(*command));
  }
  return tree;
}

std::variant<Arguments, Reply> parse_arguments(const std::vector<std::string>& words) {
  // What stands behind a lone -- is text, whatever it looks like.
  const auto dashes = std::ranges::find(words, "--");
  std::vector<std::string> rest{words.begin(), dashes};
  Raw raw;
  CLI::App app{"Who needs what from you today, and when", "care"};
  build(app, raw);
  const ArityOf of_today = [&](const std::string& word) {
    return arity_of(app, app.get_subcommand("today"), word);
  };
  try {
    auto place = command_place(rest, of_today);
    if (place && rest[*place] == "help") {
      rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(*place));
      rest.emplace_back("--help");
      place = command_place(rest, of_today);
    } else if (!place && std::ranges::find(rest, "--help") == rest.end() &&
               std::ranges::find(rest, "-h") == rest.end()) {
      rest.insert(rest.begin(), "today");
      place = 0;
    }
    if (place && !find_command(rest[*place])) {
      const std::string_view meant = command_for(rest[*place]);
      const std::string near = !meant.empty() ? fmt::format("; for that: {}", meant)
                                              : suggestion(rest[*place], command_names());
      throw UsageError{fmt::format("there is no command \"{}\"{}", shown(rest[*place]),
                                   near.empty() ? "; `care --help` shows all" : near)};
    }
    join_days(rest);
    const CLI::App* const chosen = place ? app.get_subcommand(rest[*place]) : nullptr;
    check_values(rest, [&](const std::string& word) { return arity_of(app, chosen, word); });
    std::ranges::reverse(rest);
    app.parse(rest);
    if (raw.version) return Reply{0, "care " CARE_VERSION "\n", {}};
    const CLI::App& command = *app.get_subcommands().front();
    take_extras(app, command, raw);
    take_literal_words({dashes, words.end()}, command, raw);
    note_implied(command, raw);
    return interpret(*find_command(command.get_name()), raw);
  } catch (const CLI::CallForHelp&) {
    const auto chosen = app.get_subcommands();
    return Reply{
        0, help_page(command_tree(), chosen.empty() ? "" : chosen.front()->get_name()), {}};
  } catch (const CLI::ParseError& error) {
    return Reply{2, {}, fmt::format("care: {}; `care --help` shows what there is\n", error.what())};
  } catch (const UsageError& error) {
    return Reply{2, {}, fmt::format("care: {}\n", error.what())};
  }
}

}  // namespace care
