#include <algorithm>
#include <optional>

#include "shell/commands/kinds.hpp"
#include "shell/commands/lookup.hpp"
#include "shell/commands/mail.hpp"
#include "shell/commands/output.hpp"
#include "shell/two_threads.hpp"

// `care today`, `care week` and `care agenda`: the same page, of different days.

namespace care {
namespace {

/// The agenda of the command's days, of what is selected.
using AgendaOf = std::function<Agenda(const Loaded&, const Selection&)>;

/// The whole weeks for the load of the coming days.
DueAhead weeks_ahead(const Loaded& loaded, const Selection& selection, const Agenda& agenda) {
  constexpr int four_weeks = 28;
  if (!agenda.range) return due_ahead(agenda, four_weeks, selection);
  return due_ahead(agenda_of_today(loaded.book(), loaded.now, selection), four_weeks, selection);
}

/// What `--each-owner` writes.
constexpr std::string_view own_page =
    "is here, with their own page, as DIR/ID.eml; with --if-any, only where something is due";

bool has_own_entry(const Agenda& agenda) {
  return std::ranges::any_of(agenda.entries,
                             [&](const Entry& entry) { return entry.owner == agenda.owner; });
}

/// Whose entries, which, and where they go.
struct AgendaOptions {
  std::string owner;
  bool all = false;
  std::vector<std::string> tags, only;
  FormatOption format;
  bool brief = false, if_any = false, exit_code = false, no_limit = false;
  OutputOption output;
  MailOptions mail;

  /// All but those of a message.
  void declare(Options& options) {
    options.value(
        "--owner", "ID", &owner,
        "Only the entries of this staff member and of nobody; emergencies always show, and "
        "to the book's owner what `escalate` hands on. Default: $CARE_STAFF",
        {Wanted::staff});
    options.flag("--all", &all, "Of all owners, also where $CARE_STAFF is set");
    options.value("--tag", "TAG", &tags, "Only customers with this tag; may be given again",
                  {Wanted::tag});
    options
        .value("--only", "KIND...", &only,
               "Only items of these kinds: " + joined(kind_names(), " "),
               {Wanted::words, kind_names()})
        .list();
    format.declare(
        options, [](const Format& each) { return each.page != nullptr || each.message != nullptr; },
        true);
    options.flag("--no-limit", &no_limit, "Plain entries beyond the day's limit, too");
    options.flag("--brief", &brief, "One line an entry");
    options.flag("--if-any", &if_any, "Print nothing where nothing is due");
    options.flag("--exit-code", &exit_code, "Exit with 1 where something is due");
    output.declare(options);
  }

  /// Makes the page, or a message to each of the staff. Throws UsageError, FileError.
  [[nodiscard]] ExitCode run(const Session& session, const AgendaOf& agenda_of,
                             Extent extent = {}) const {
    check();
    const Format& as = format.format();
    const bool is_of_page =
        mail.each_owner.empty() && tags.empty() && !as.shows_weeks && !as.is_of_book;
    const Loaded loaded = session.load(is_of_page ? extent : Extent{});
    check_tags(loaded.book(), tags);
    Selection selection{{}, tags, kinds_typed(only), no_limit};
    // Who is on the page of one day is planned before a thread would have begun.
    if (loaded.extent.pages != 1) selection.together = on_two_threads;
    const std::optional<bool> due = mail.each_owner.empty()
                                        ? write_page(session, loaded, selection, agenda_of)
                                        : write_messages(session, loaded, selection, agenda_of);
    if (!due) return run(session, agenda_of);
    if (loaded.exit_code() != ExitCode::done) return loaded.exit_code();
    return *due && exit_code ? ExitCode::something_due : ExitCode::done;
  }

  /// The same of today and the days after, so many in all.
  [[nodiscard]] ExitCode of_days(const Session& session, int count) const {
    return run(
        session,
        [count](const Loaded& loaded, const Selection& selection) {
          const Date today = day_of(loaded.now);
          return agenda_of_range(loaded.book(), loaded.now, today,
                                 today + std::chrono::days{count - 1}, selection);
        },
        Extent{count});
  }

 private:
  void check() const {
    mail.check(format.format());
    (void)kinds_typed(only);
    if (!owner.empty() && all) refuse("--owner does not go with --all");
    mail.check_each_owner(
        {{"--owner", !owner.empty()}, {"--all", all}, {"-o", !output.file.empty()}});
  }

  [[nodiscard]] std::optional<StaffIndex> owner_wanted(const Session& session,
                                                       const Book& book) const {
    if (!owner.empty()) return staff_named(book, "--owner", owner);
    if (all || book.staff.empty()) return std::nullopt;
    const auto staff = session.environment("CARE_STAFF");
    return staff ? std::optional{staff_named(book, "CARE_STAFF", *staff)} : std::nullopt;
  }

  [[nodiscard]] std::string page(const Session& session, const Loaded& loaded,
                                 const Selection& selection, const Agenda& agenda) const {
    const Book& book = loaded.book();
    const Format& as = format.format();
    AgendaPage page{agenda, loaded.reading.problems, std::nullopt};
    page.selection = selection;
    if (!anything_due(agenda) && as.says_next) {
      const auto last = std::chrono::days{(agenda.to - day_of(loaded.now)).count()};
      page.next = next_due(book, loaded.now + last, selection);
    }
    std::optional<DueAhead> ahead;
    if (as.shows_weeks) {
      ahead = weeks_ahead(loaded, selection, agenda);
      page.ahead = &*ahead;
    }
    Style style = session.style(!output.file.empty());
    style.brief = brief;
    style.bom = format.bom;
    if (as.message == nullptr) return as.page(page, style);
    Envelope envelope = mail.envelope(book, agenda.owner, selection);
    if (session.world.zone) envelope.zone = session.world.zone(agenda.now);
    return as.message(page, envelope, style);
  }

  /// Both return whether anything is due; the first nothing, and then it wrote nothing, where the
  /// whole book is needed: of a quiet day the page says what comes next, and for whom.
  [[nodiscard]] std::optional<bool> write_page(const Session& session, const Loaded& loaded,
                                               Selection selection,
                                               const AgendaOf& agenda_of) const {
    selection.owner = owner_wanted(session, loaded.book());
    const Agenda agenda = agenda_of(loaded, selection);
    const bool due = anything_due(agenda);
    if (!loaded.extent.is_whole() && !due) return std::nullopt;
    session.report_problems(loaded);
    // A message that could not be sent is reported on quiet days, too.
    if (format.format().message != nullptr) {
      (void)mail.envelope(loaded.book(), agenda.owner, selection);
    }
    if (due || !if_any) output.deliver(session, page(session, loaded, selection, agenda));
    return due;
  }
  [[nodiscard]] bool write_messages(const Session& session, const Loaded& loaded,
                                    const Selection& selection, const AgendaOf& agenda_of) const {
    const Book& book = loaded.book();
    bool due = false;
    session.report_problems(loaded);
    write_to_each_owner(
        session.output_guard(output.force), mail.each_owner, book, [&](StaffIndex staff) {
          Selection theirs = selection;
          theirs.owner = staff;
          Agenda agenda = agenda_of(loaded, theirs);
          const bool is_here =
              !is_away(book.staff[staff], day_of(loaded.now)) || has_own_entry(agenda);
          const bool theirs_due = is_here && anything_due(agenda);
          due = due || theirs_due;
          return StaffMessage{is_here && (theirs_due || !if_any),
                              [&, theirs, agenda = std::move(agenda)] {
                                return page(session, loaded, theirs, agenda);
                              }};
        });
    return due;
  }
};

/// `care today`, or `care` alone
struct TodayPage {
  static constexpr bool only_prints = true;
  AgendaOptions page;

  void declare(Options& options) {
    options.summary("Who needs what today; the same as `care` alone");
    page.declare(options);
    page.mail.declare(options);
    page.mail.declare_each_owner(options, own_page);
    options.example("care today --owner dana --brief");
    options.example("care today --if-any --format email | ifne sendmail -t");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    return page.run(
        session,
        [](const Loaded& loaded, const Selection& selection) {
          return agenda_of_today(loaded.book(), loaded.now, selection);
        },
        Extent{1});
  }
};

/// `care week`
struct WeekAhead {
  static constexpr bool only_prints = true;
  AgendaOptions page;

  void declare(Options& options) {
    options.summary("Today and the six days after, a page each");
    page.declare(options);
    page.mail.declare(options);
    page.mail.declare_each_owner(options, own_page);
    options.example("care week");
    options.example("care week --only birthday anniversary event --format html -o week.html");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    constexpr int one_week = 7;
    return page.of_days(session, one_week);
  }
};

void check_range(Date from, Date to, Date today) {
  if (from < today) {
    refuse("--from {} is before today, {}; what is past stands under today",
           {iso(from), iso(today)});
  }
  if (to < from) refuse("--to {} is before --from {}", {iso(to), iso(from)});
  if (to > today + std::chrono::days{most_days_ahead}) refuse("--to is more than ten years ahead");
}

/// `care agenda --days N` or `--from DATE --to DATE`
struct AgendaOfDays {
  static constexpr bool only_prints = true;
  std::string days;
  AgendaOptions page;

  void declare(Options& options) {
    options.summary("The pages of several days");
    options.value("--days", "N", &days, "Today and the days after, N in all");
    page.mail.declare(options, {"The first day, today or later", "The last day", Lean::future});
    page.mail.declare_each_owner(options, own_page);
    page.declare(options);
    options.example("care agenda --days 14");
    options.example("care agenda --from 2026-12-01 --to 2026-12-31 --format csv");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    const std::string from = day_among("--from", page.mail.from);
    const std::string to = day_among("--to", page.mail.to);
    if (!days.empty() && !(from.empty() && to.empty())) {
      refuse("--days does not go with --from and --to");
    }
    if (days.empty() && (from.empty() || to.empty())) {
      refuse("agenda wants --days N, or --from DATE and --to DATE");
    }
    if (!days.empty()) return page.of_days(session, days_typed(days));
    return page.run(session, [&](const Loaded& loaded, const Selection& selection) {
      const Date first = day_typed(loaded.book(), loaded.now, "--from", from, Lean::future);
      const Date last = day_typed(loaded.book(), loaded.now, "--to", to, Lean::future);
      check_range(first, last, day_of(loaded.now));
      return agenda_of_range(loaded.book(), loaded.now, first, last, selection);
    });
  }
};

}  // namespace

CommandRow today_command() { return row<TodayPage>("today"); }
CommandRow week_command() { return row<WeekAhead>("week"); }
CommandRow agenda_command() { return row<AgendaOfDays>("agenda"); }

}  // namespace care
