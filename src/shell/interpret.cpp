#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "shell/export.hpp"
#include "shell/raw.hpp"
#include "shell/usage.hpp"

namespace care {
namespace {

constexpr int most_days = 3660;

const Format* parse_format(Command command, std::string_view text) {
  const std::vector<std::string_view> known = format_names(command);
  const Format* const format = find_format(text);
  if (format == nullptr || std::ranges::find(known, text) == known.end()) {
    throw UsageError{fmt::format("--format: there is no \"{}\" here, but {}{}", shown(text),
                                 fmt::join(known, ", "), suggestion(text, known))};
  }
  return format;
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
    if (is_given && arguments.format->message == nullptr) {
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

}  // namespace

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
