#include "shell/commands/agenda_page.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "shell/command_line/usage.hpp"
#include "shell/commands/lookup.hpp"

namespace care {
namespace {

/// What `--only` takes: nobody asks for what could not be read.
std::vector<std::string_view> kind_names() {
  std::vector<std::string_view> names;
  for (const KindRow& row : care::kinds) {
    if (row.kind != Kind::unreadable) names.push_back(row.word);
  }
  return names;
}

/// The coming four weeks.
Agenda agenda_ahead(const Loaded& loaded, const Selection& selection) {
  constexpr std::chrono::days four_weeks{28};
  const Date today = day_of(loaded.now);
  return agenda_of_range(loaded.book(), loaded.now, today,
                         today + four_weeks - std::chrono::days{1}, selection);
}

bool has_own_entry(const Agenda& agenda) {
  return std::ranges::any_of(agenda.entries,
                             [&](const Entry& entry) { return entry.owner == agenda.owner; });
}

}  // namespace

void AgendaOptions::declare(Options& options) {
  options
      .value("--owner", "ID", &owner,
             "Only the entries of this staff member and of nobody; emergencies always show. "
             "Default: $CARE_STAFF")
      .offers({Wanted::staff});
  options.flag("--all", &all, "Of all owners, also where $CARE_STAFF is set");
  options.value("--tag", "TAG", &tags, "Only customers with this tag; may be given again")
      .offers({Wanted::tag});
  options
      .value("--only", "KIND...", &only,
             fmt::format("Only items of these kinds: {}", fmt::join(kind_names(), " ")))
      .list()
      .offers({Wanted::words, kind_names()});
  format.declare(
      options, [](const Format& each) { return each.page != nullptr || each.message != nullptr; },
      true);
  options.flag("--brief", &brief, "One line an entry");
  options.flag("--if-any", &if_any, "Print nothing where nothing is due");
  options.flag("--exit-code", &exit_code, "Exit with 1 where something is due");
  output.declare(options);
}

void AgendaOptions::check() const {
  mail.check(format.format());
  (void)kinds();
  if (!owner.empty() && all) throw UsageError{"--owner does not go with --all"};
  if (mail.each_owner.empty()) return;
  const std::array<std::pair<std::string_view, bool>, 4> others{
      {{"--to", std::ranges::any_of(mail.to, is_address)},
       {"--owner", !owner.empty()},
       {"--all", all},
       {"-o", !output.file.empty()}}};
  for (const auto& [option, is_given] : others) {
    if (is_given) throw UsageError{fmt::format("--each-owner does not go with {}", option)};
  }
}

std::vector<Kind> AgendaOptions::kinds() const {
  std::vector<Kind> kinds;
  const auto known = kind_names();
  for (std::string word : only) {
    std::ranges::replace(word, '-', '_');
    if (std::ranges::find(known, word) == known.end()) {
      const std::string near = suggestion(word, known);
      throw UsageError{fmt::format(
          "--only: \"{}\" is not a kind of item{}", shown(word),
          near.empty() ? fmt::format("; the kinds are {}", fmt::join(known, " ")) : near)};
    }
    kinds.push_back(*parse_kind(word));
  }
  return kinds;
}

std::optional<StaffIndex> AgendaOptions::owner_wanted(const Session& session,
                                                      const Book& book) const {
  if (!owner.empty()) return staff_named(book, "--owner", owner);
  if (all || book.staff.empty()) return std::nullopt;
  const auto staff = session.environment("CARE_STAFF");
  return staff ? std::optional{staff_named(book, "CARE_STAFF", *staff)} : std::nullopt;
}

ExitCode AgendaOptions::exit_code_of(const Loaded& loaded, bool due) const {
  if (loaded.exit_code() != ExitCode::done) return loaded.exit_code();
  return due && exit_code ? ExitCode::something_due : ExitCode::done;
}

std::string AgendaOptions::page(const Session& session, const Loaded& loaded,
                                const Selection& selection, const Agenda& agenda) const {
  const Book& book = loaded.book();
  const Format& as = format.format();
  AgendaPage page{agenda, loaded.reading.problems, std::nullopt};
  page.selection = selection;
  if (!anything_due(agenda) && as.says_next) {
    const auto last = std::chrono::days{(agenda.to - day_of(loaded.now)).count()};
    page.next = next_due(book, loaded.now + last, selection);
  }
  std::optional<Agenda> ahead;
  if (as.shows_weeks) {
    ahead = agenda_ahead(loaded, selection);
    page.ahead = &*ahead;
  }
  Style style = session.style(!output.file.empty());
  style.brief = brief;
  if (as.message == nullptr) return as.page(page, style);
  return as.message(page, mail.envelope(book, agenda.owner, selection), style);
}

ExitCode AgendaOptions::run(const Session& session, const AgendaOf& agenda_of) const {
  check();
  output.check_outside_book(session, "agenda");
  const Loaded loaded = session.load();
  const Book& book = loaded.book();
  check_tags(book, tags);
  Selection selection{{}, tags, kinds()};
  bool due = false;
  if (!mail.each_owner.empty()) {
    session.report_problems(loaded);
    write_to_each_owner(mail.each_owner, book, [&](StaffIndex staff) {
      Selection theirs = selection;
      theirs.owner = staff;
      Agenda agenda = agenda_of(loaded, theirs);
      const bool is_here = !is_away(book.staff[staff], day_of(loaded.now)) || has_own_entry(agenda);
      const bool theirs_due = is_here && anything_due(agenda);
      due = due || theirs_due;
      return StaffMessage{is_here && (theirs_due || !if_any),
                          [&, theirs, agenda = std::move(agenda)] {
                            return page(session, loaded, theirs, agenda);
                          }};
    });
    return exit_code_of(loaded, due);
  }
  selection.owner = owner_wanted(session, book);
  const Agenda agenda = agenda_of(loaded, selection);
  session.report_problems(loaded);
  // A message that could not be sent is told on quiet days, too.
  if (format.format().message != nullptr) (void)mail.envelope(book, agenda.owner, selection);
  due = anything_due(agenda);
  if (due || !if_any) output.deliver(session, page(session, loaded, selection, agenda));
  return exit_code_of(loaded, due);
}

}  // namespace care
