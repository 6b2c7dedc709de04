#include <care/calendar_typed.hpp>
#include <care/text.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "shell/export.hpp"
#include "shell/raw.hpp"
#include "shell/synonyms.hpp"
#include "shell/usage.hpp"

namespace care {
namespace {

constexpr int most_days = 3660;

struct CommandName {
  Command command;
  std::string_view name;
};
constexpr std::array<CommandName, 22> commands{
    {{Command::today, "today"},     {Command::week, "week"},
     {Command::agenda, "agenda"},   {Command::show, "show"},
     {Command::list, "list"},       {Command::why, "why"},
     {Command::check, "check"},     {Command::init, "init"},
     {Command::log, "log"},         {Command::request, "request"},
     {Command::done, "done"},       {Command::offer, "offer"},
     {Command::promise, "promise"}, {Command::purchase, "purchase"},
     {Command::ready, "ready"},     {Command::snooze, "snooze"},
     {Command::add, "add"},         {Command::undo, "undo"},
     {Command::edit, "edit"},       {Command::completion, "completion"},
     {Command::man, "man"},         {Command::export_plan, "export"}}};

struct FormatName {
  Format format;
  std::string_view name;
};
constexpr std::array<FormatName, 10> formats{{{Format::text, "text"},
                                              {Format::markdown, "markdown"},
                                              {Format::json, "json"},
                                              {Format::jsonl, "jsonl"},
                                              {Format::csv, "csv"},
                                              {Format::html, "html"},
                                              {Format::email, "email"},
                                              {Format::ics, "ics"},
                                              {Format::remind, "remind"},
                                              {Format::org, "org"}}};

Format parse_format(Command command, std::string_view text) {
  const std::vector<std::string_view> known = format_names(command);
  const auto named = std::ranges::find(formats, text, &FormatName::name);
  if (named == formats.end() || std::ranges::find(known, text) == known.end()) {
    throw UsageError{fmt::format("--format: there is no \"{}\" here, but {}{}", shown(text),
                                 fmt::join(known, ", "), suggestion(text, known))};
  }
  return named->format;
}

std::optional<VcardVersion> parse_vcard(std::string_view text) {
  if (text.empty()) return std::nullopt;
  if (text == "3" || text == "3.0") return VcardVersion::v3;
  if (text == "4" || text == "4.0") return VcardVersion::v4;
  throw UsageError{fmt::format("--vcard: \"{}\" is neither 3 nor 4", shown(text))};
}

ColorWish parse_color(std::string_view text) {
  if (text == "auto") return ColorWish::automatic;
  if (text == "always") return ColorWish::always;
  if (text == "never") return ColorWish::never;
  throw UsageError{fmt::format("--color: \"{}\" is none of auto, always, never", shown(text))};
}

std::vector<Kind> parse_kinds(const std::vector<std::string>& words) {
  const std::vector<std::string_view> known = kind_names();
  std::vector<Kind> kinds;
  for (std::string word : words) {
    std::ranges::replace(word, '-', '_');
    const auto kind = parse_kind(word);
    if (!kind || *kind == Kind::unreadable) {
      const std::string near = suggestion(word, known);
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

std::string parse_shell(std::string_view text) {
  constexpr std::array<std::string_view, 3> known{"bash", "zsh", "fish"};
  if (text.empty()) throw UsageError{"completion wants a shell: bash, zsh or fish"};
  if (std::ranges::find(known, text) != known.end()) return std::string{text};
  throw UsageError{fmt::format("completion: \"{}\" is none of bash, zsh, fish", shown(text))};
}

/// One of the words of the format, in any letter case; UsageError with the nearest otherwise.
template <class Choice, std::size_t N>
Choice parse_choice(std::string_view option, std::string_view text,
                    const std::array<Choice, N>& choices) {
  std::vector<std::string_view> known;
  known.reserve(N);
  for (const Choice choice : choices) {
    if (equal_ignoring_case(text, word(choice))) return choice;
    known.push_back(word(choice));
  }
  const std::string near = suggestion(text, known);
  throw UsageError{
      fmt::format("{}: \"{}\" is none of {}{}", option, shown(text), fmt::join(known, ", "), near)};
}

double parse_amount(std::string_view text) {
  double amount = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), amount, std::chars_format::fixed);
  if (error != std::errc{} || end != text.data() + text.size() || !(amount > 0)) {
    throw UsageError{
        fmt::format("--amount: \"{}\" is no amount; write it like 1250 or 99.50", shown(text))};
  }
  return amount;
}

/// What somebody types who was told no, or who is about to say it.
bool says_no(std::string_view text) {
  constexpr std::array<std::string_view, 14> refusals{
      "no",     "nope",   "declined",   "decline",      "rejected", "reject",   "refused",
      "refuse", "denied", "impossible", "not possible", "wontfix",  "can't do", "cannot do"};
  while (!text.empty() && (text.back() == '.' || text.back() == '!')) text.remove_suffix(1);
  return std::ranges::any_of(
      refusals, [&](std::string_view refusal) { return equal_ignoring_case(text, refusal); });
}

void refuse_no(const Raw& raw, std::string_view text) {
  if (!says_no(text)) return;
  throw UsageError{fmt::format(
      "\"{}\": never say no without an alternative. What can be done instead? care offer {} "
      "\"what you can do\"; if they no longer want it: care done {} --withdrawn",
      shown(text), shown(raw.who), shown(raw.who))};
}

/// `--from` and `--to` are days of a range, or addresses of a message: those have an @.
void read_from_and_to(Command command, const Raw& raw, Arguments& arguments) {
  std::vector<std::string> senders;
  const auto sort = [&](std::string_view option, const std::vector<std::string>& words,
                        std::string& day, std::vector<std::string>& addresses) {
    for (const std::string& word : words) {
      if (word.find('@') != std::string::npos) {
        addresses.push_back(word);
        continue;
      }
      if (command != Command::agenda) {
        throw UsageError{fmt::format(
            "{0}: \"{1}\" is no mail address; the days from one to another: care agenda --from "
            "DATE --to DATE",
            option, shown(word))};
      }
      if (!day.empty()) throw UsageError{fmt::format("{}: one day is enough", option)};
      day = word;
    }
  };
  sort("--from", raw.from_words, arguments.from, senders);
  sort("--to", raw.to_words, arguments.to, arguments.mail.to);
  if (senders.size() > 1) throw UsageError{"--from: one address is enough"};
  if (!senders.empty()) arguments.mail.from = senders.front();
}

/// What only a message has.
void read_mail(const Raw& raw, Arguments& arguments) {
  MailWords& mail = arguments.mail;
  mail.subject = raw.mail.subject;
  mail.each_owner = raw.mail.each_owner;
  const std::array<std::pair<std::string_view, bool>, 4> given{
      {{"--to", !mail.to.empty()},
       {"--from", !mail.from.empty()},
       {"--subject", !mail.subject.empty()},
       {"--each-owner", !mail.each_owner.empty()}}};
  for (const auto& [option, is_given] : given) {
    if (is_given && arguments.format != Format::email) {
      throw UsageError{fmt::format("{} goes with --format email", option)};
    }
  }
  if (mail.each_owner.empty()) return;
  const std::array<std::pair<std::string_view, bool>, 4> others{
      {{"--to", !mail.to.empty()},
       {"--owner", arguments.owner.has_value()},
       {"--all", arguments.all},
       {"-o", arguments.output.has_value()}}};
  for (const auto& [option, is_given] : others) {
    if (is_given) throw UsageError{fmt::format("--each-owner does not go with {}", option)};
  }
}

void read_range(const Raw& raw, Arguments& arguments) {
  if (!raw.days.empty()) arguments.days = parse_days(raw.days);
  const bool span = !arguments.from.empty() || !arguments.to.empty();
  if (arguments.days && span) throw UsageError{"--days does not go with --from and --to"};
  if (!arguments.days && (arguments.from.empty() || arguments.to.empty())) {
    throw UsageError{"agenda wants --days N, or --from DATE and --to DATE"};
  }
}

/// The export that was typed, and the options that go with it.
void read_export(const Raw& raw, Arguments& arguments) {
  std::vector<std::string_view> known;
  known.reserve(exports().size());
  for (const Export& one : exports()) known.push_back(one.what);
  const std::string all = fmt::format("{}", fmt::join(known, ", "));
  if (raw.what.empty()) {
    throw UsageError{fmt::format("export wants one of {}: care export {}", all, known.front())};
  }
  const auto found = std::ranges::find(exports(), raw.what, &Export::what);
  if (found == exports().end()) {
    throw UsageError{fmt::format("export: there is no \"{}\", but {}{}", shown(raw.what), all,
                                 suggestion(raw.what, known))};
  }
  arguments.vcard = parse_vcard(raw.vcard);
  arguments.notes = raw.notes;
  const bool is_contacts = found->of == ExportOf::contacts;
  const bool is_calendar = found->of == ExportOf::calendar;
  if (!is_contacts && (arguments.vcard || arguments.notes)) {
    throw UsageError{
        fmt::format("{} goes with care export contacts", arguments.vcard ? "--vcard" : "--notes")};
  }
  if (is_calendar && arguments.all) {
    throw UsageError{
        "--all goes with contacts, csv and json: nothing of former customers comes up"};
  }
  if (raw.vdir.empty()) return;
  if (!is_calendar) throw UsageError{"--vdir goes with care export calendar"};
  if (arguments.output) throw UsageError{"--vdir does not go with -o: it writes files of its own"};
  arguments.vdir = raw.vdir;
}

void read_agenda(Command command, const Raw& raw, Arguments& arguments) {
  read_from_and_to(command, raw, arguments);
  read_mail(raw, arguments);
  if (command == Command::agenda) read_range(raw, arguments);
  if (arguments.owner && arguments.all) throw UsageError{"--owner does not go with --all"};
}

TouchWords read_touch(const Raw& raw) {
  constexpr std::array channels{Channel::call,  Channel::visit,  Channel::meeting, Channel::video,
                                Channel::email, Channel::letter, Channel::text,    Channel::gift};
  constexpr std::array moods{Mood::delighted, Mood::content, Mood::strained};
  TouchWords touch;
  if (raw.missed && raw.thanks.is_given) {
    throw UsageError{
        "--missed reached nobody, so nobody was thanked: --thanks once they have heard "
        "it"};
  }
  if (raw.channels.size() > 1) {
    throw UsageError{fmt::format("one contact is one of these: --{}; log the other by itself",
                                 fmt::join(raw.channels, ", --"))};
  }
  if (!raw.channels.empty()) touch.how = parse_choice("", raw.channels.front(), channels);
  if (!raw.mood.empty()) {
    if (const std::string_view meant = mood_for(raw.mood); !meant.empty()) {
      throw UsageError{fmt::format("--mood: \"{}\" is called {} here", shown(raw.mood), meant)};
    }
    touch.mood = parse_choice("--mood", raw.mood, moods);
  }
  touch.contact = raw.contact;
  touch.heard = raw.heard;
  touch.wow = raw.wow;
  touch.missed = raw.missed;
  touch.from_them = raw.from_them;
  touch.thanks = raw.thanks;
  touch.greets = raw.greets;
  for (const std::string& what : raw.greeted) {
    if (!what.empty()) touch.greeted.push_back(what);
  }
  return touch;
}

bool says_nothing(const Raw& raw) {
  return raw.text.empty() && raw.on.empty() && raw.channels.empty() && raw.contact.empty() &&
         raw.heard.empty() && raw.wow.empty() && raw.mood.empty() && !raw.missed &&
         !raw.from_them && !raw.greets && !raw.thanks.is_given && !raw.request.is_given &&
         !raw.promise.is_given && !raw.dry_run;
}

/// What a command needs besides WHO, and how it is asked for.
struct Needs {
  Command command;
  std::string_view what, example;
};
constexpr std::array<Needs, 6> needs{{
    {Command::request, "what they ask for", "care request acme \"price for new doors\""},
    {Command::promise, "what you promised", "care promise acme \"the contract\" --due fri"},
    {Command::purchase, "what they bought", "care purchase acme \"two door sensors\""},
    {Command::snooze, "a day and a reason", "care snooze acme 2w \"away until then\""},
    {Command::add, "a name", "care add \"Acme Tower\" --phone 555-0101"},
    {Command::offer, "what you offer", "care offer acme \"a weekend slot\""},
}};

/// A day that was typed for one; not each word that could be one.
bool is_past_day(std::string_view word) {
  return parse_iso(word).has_value() || equal_ignoring_case(word, "yesterday");
}

/// Offers what stands at the end of the text, where that is a day.
void refuse_no_due(const Raw& raw) {
  constexpr std::size_t most = 3;
  const std::size_t size = raw.text.size();
  for (std::size_t count = std::min(most, size - 1); count > 0; --count) {
    const auto cut = raw.text.end() - static_cast<std::ptrdiff_t>(count);
    const std::string day = fmt::format("{}", fmt::join(cut, raw.text.end(), " "));
    if (!parse_typed_day(day, Moment{}, WorkCalendar{}, Lean::future)) continue;
    auto what = fmt::format("{}", fmt::join(raw.text.begin(), cut, " "));
    if (what.ends_with(" by") || what.ends_with(" on")) what.resize(what.size() - 3);
    throw UsageError{
        fmt::format("promise wants the day behind --due: care promise {} \"{}\" --due "
                    "{}",
                    shown(raw.who), shown(what), shown(day))};
  }
  throw UsageError{"promise wants the day by which it is kept: --due fri, --due 2026-12-01"};
}

void check_words(Command command, const Raw& raw, const Arguments& arguments) {
  const bool of_nobody = command == Command::add || command == Command::undo;
  if (raw.who.empty() && !of_nobody) {
    throw UsageError{fmt::format(
        "{} wants a customer: an id, or words of a name; `care list` shows all", name_of(command))};
  }
  const auto* const need = std::ranges::find(needs, command, &Needs::command);
  const bool missing = arguments.text.empty() && !arguments.answer;
  if (need != needs.end() && missing) {
    throw UsageError{fmt::format("{} wants {}: {}", name_of(command), need->what, need->example)};
  }
  if (command == Command::promise && raw.due.empty()) refuse_no_due(raw);
  const bool tells = command == Command::log || command == Command::done;
  if (tells && raw.on.empty() && !raw.text.empty() && is_past_day(raw.text.front())) {
    throw UsageError{
        fmt::format("{0}: when it was goes behind an option: --on {1}; a text that "
                    "begins with \"{1}\" goes into quotes",
                    name_of(command), shown(raw.text.front()))};
  }
}

void read_ending(Command command, const Raw& raw, Arguments& arguments) {
  arguments.withdrawn = raw.withdrawn;
  if (raw.accepted && raw.refused) throw UsageError{"--accepted does not go with --refused"};
  if (raw.accepted) arguments.answer = Answer::accepted;
  if (raw.refused) arguments.answer = Answer::refused;
  if (command == Command::done || command == Command::offer) refuse_no(raw, arguments.text);
  if (command == Command::done && raw.refused) refuse_no(raw, "refused");
  if (command != Command::done) return;
  if (raw.request.is_given && raw.promise.is_given) {
    throw UsageError{"done ends one thing: --request or --promise"};
  }
  if (raw.withdrawn && raw.promise.is_given) {
    throw UsageError{
        "a promise is kept or replaced, not withdrawn: care promise WHO WHAT --due DAY --replaces "
        "ID"};
  }
}

void read_record(Command command, const Raw& raw, Arguments& arguments) {
  arguments.words = raw.text;
  arguments.text = fmt::format("{}", fmt::join(raw.text, " "));
  read_ending(command, raw, arguments);
  check_words(command, raw, arguments);
  arguments.on = raw.on;
  arguments.asked = raw.asked;
  arguments.due = raw.due;
  if (!raw.by.empty()) arguments.by = raw.by;
  arguments.dry_run = raw.dry_run;
  arguments.touch = read_touch(raw);
  arguments.only_who = says_nothing(raw);
  arguments.request = raw.request;
  arguments.promise = raw.promise;
  arguments.urgent = raw.urgent;
  arguments.replaces = raw.replaces;
  arguments.currency = raw.currency;
  if (!raw.amount.empty()) arguments.amount = parse_amount(raw.amount);
  if (!arguments.amount && !raw.currency.empty()) {
    throw UsageError{"--currency goes with --amount"};
  }
  if (!raw.asked.empty() && !raw.on.empty()) {
    throw UsageError{"--on and --asked say the same here; one of them is enough"};
  }
  arguments.customer = raw.customer;
}

}  // namespace

std::string_view name_of(Command command) {
  return std::ranges::find(commands, command, &CommandName::command)->name;
}

std::optional<Command> find_command(std::string_view name) {
  const auto found = std::ranges::find(commands, name, &CommandName::name);
  if (found == commands.end()) return std::nullopt;
  return found->command;
}

std::vector<std::string_view> command_names() {
  std::vector<std::string_view> names;
  names.reserve(commands.size() + 1);
  for (const CommandName& command : commands) names.push_back(command.name);
  names.emplace_back("help");
  return names;
}

std::vector<std::string_view> format_names(Command command) {
  if (command == Command::list) return {"text", "json", "csv"};
  if (command == Command::check) return {"text", "json"};
  std::vector<std::string_view> names;
  names.reserve(formats.size());
  for (const FormatName& format : formats) names.push_back(format.name);
  return names;
}

std::vector<std::string_view> kind_names() {
  return {"emergency", "request", "promise", "birthday", "anniversary",
          "event",     "prepare", "thanks",  "no_plan",  "follow_up"};
}

bool writes(Command command) { return command >= Command::log && command <= Command::undo; }

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
  arguments.what = raw.what;
  arguments.brief = raw.brief;
  arguments.if_any = raw.if_any;
  arguments.exit_code = raw.exit_code;
  arguments.strained = raw.strained;
  arguments.ids = raw.ids;
  arguments.color = parse_color(raw.color);
  arguments.format = parse_format(command, raw.format);
  arguments.only = parse_kinds(raw.only);
  if (!raw.today.empty() && !raw.now.empty()) throw UsageError{"--today does not go with --now"};
  arguments.today = raw.today;
  arguments.now = raw.now;
  if (command == Command::completion) arguments.shell = parse_shell(raw.shell);
  const bool agenda =
      command == Command::today || command == Command::week || command == Command::agenda;
  if (agenda) read_agenda(command, raw, arguments);
  const bool of_one =
      command == Command::show || command == Command::why || command == Command::edit;
  if (of_one && raw.who.empty()) {
    throw UsageError{fmt::format(
        "{} wants a customer: an id, or words of a name; `care list` shows all", name_of(command))};
  }
  if (command == Command::export_plan) read_export(raw, arguments);
  if (writes(command)) read_record(command, raw, arguments);
  return arguments;
}

}  // namespace care
