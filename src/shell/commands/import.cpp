#include <care/import.hpp>
#include <care/record_several.hpp>
#include <care/render_import.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <functional>
#include <memory>
#include <system_error>
#include <utility>

#include "shell/commands/writing.hpp"
#include "shell/disk/files.hpp"
#include "shell/disk/mapped_files.hpp"
#include "shell/two_threads.hpp"

namespace care {
namespace {

/// `care import FILE…`
struct Importing {
  std::vector<std::string> files, columns, tags;
  std::string format, date_order, owner, tier, every, since, group_by;
  bool is_sure = false, updates_known = false;
  RecordOptions record;

  void declare(Options& options) {
    options.summary("New customers from an address book or a spreadsheet");
    options.argument("FILE...", &files, "What a phone, mail program or CRM exported; - for stdin",
                     {Wanted::file});
    options.value("--as", "FORMAT", &format,
                  either(choices<ImportFormat>()) + "; default: as the file looks",
                  {Wanted::words, choices<ImportFormat>()});
    options.value(
        "--map", "KEY=COLUMN", &columns,
        "What a column of a spreadsheet is: phone=\"Tel. privat\", extra.cars=\"# cars\"; "
        "may be given again",
        {Wanted::column});
    options.value("--date-order", "ORDER", &date_order,
                  either(choices<DateOrder>()) + ", where the files do not prove what 3/4/2024 is",
                  {Wanted::words, choices<DateOrder>()});
    options.value("--owner", "STAFF", &owner, "Who looks after those whose file does not say",
                  {Wanted::staff});
    options.value("--tier", "NAME", &tier, "Their tier, likewise", {Wanted::tier});
    options.value("--every", "SPAN", &every, "How often to be in touch with them, likewise");
    options.value("--tag", "TAG", &tags, "For all of them; may be given again", {Wanted::tag});
    options.value("--since", "DATE", &since, "When they became customers, where it is not said")
        .day(Lean::past);
    options.value("--group-by", "company", &group_by,
                  "People of one company become contacts of one customer",
                  {Wanted::words, {"company"}});
    options.flag("--update", &updates_known, "Write what is new of those who are known, too");
    options.flag("--yes", &is_sure, "Write without asking");
    record.declare(options);
    options.example("care import contacts.vcf --dry-run      look first: nothing is written");
    options.example("care import people.csv --map phone=\"Tel. privat\" --date-order dmy --yes");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    check(session);
    MappedFiles mapped;
    std::vector<Source> sources;
    for (const std::string& file : files) sources.push_back(read(session, file, mapped));
    const auto refuse_changed = [&] {
      if (mapped.have_changed()) {
        throw FileError{"what is imported was changed meanwhile; try again; nothing was written"};
      }
    };
    if (record.dry_run || is_sure) return write(session, sources, refuse_changed, nullptr);
    RecordOptions look = record;
    look.dry_run = true;
    Held held = hold(session, look);
    const Import import = looked_through(session, held, sources);
    const std::string report = render(import);
    session.print(report);
    if (import.has_nothing()) return code(import);
    session.print(fmt::format("\n{} [y/N] ", question(import)));
    const auto answer = session.world.read_line();
    if (!answer || !(equal_ignoring_case(*answer, "y") || equal_ignoring_case(*answer, "yes"))) {
      session.print("Nothing was written.\n");
      return code(import);
    }
    return write(session, sources, refuse_changed, &report);
  }

 private:
  void check(const Session& session) const {
    if (files.empty()) refuse("import wants a file: care import contacts.vcf");
    if (!format.empty()) check_choice("--as", format, choices<ImportFormat>());
    if (!date_order.empty()) check_choice("--date-order", date_order, choices<DateOrder>());
    if (!group_by.empty()) check_choice("--group-by", group_by, {"company"});
    for (const std::string& one : columns) {
      const std::string key = one.substr(0, one.find('='));
      if (key == one || key.size() + 1 == one.size()) {
        refuse("--map: \"{}\" is not KEY=COLUMN; write it like phone=\"Tel. privat\"",
               {shown(one)});
      }
      if (is_import_key(key)) continue;
      const auto keys = import_keys();
      refuse("--map: there is no key \"{}\"; there are {} and extra.NAME",
             {shown(key), joined(std::vector<std::string_view>{keys.begin(), keys.end()})});
    }
    const World& world = session.world;
    const bool can_ask = world.in_is_terminal && world.out_is_terminal &&
                         std::ranges::find(files, "-") == files.end();
    if (!can_ask && !is_sure && !record.dry_run) {
      refuse("import asks on a terminal; elsewhere it wants --dry-run to look, or --yes to write");
    }
  }

  static Source read(const Session& session, const std::string& file, MappedFiles& mapped) {
    constexpr std::string_view too_large = "larger than 1 GiB; import it in parts";
    if (file == "-") {
      auto text = session.world.read_input();
      if (!text) fail("standard input", "it could not be read");
      if (text->size() > largest_file) fail("standard input", std::string{too_large});
      return {file, *std::move(text)};
    }
    std::error_code error;
    const auto status = std::filesystem::status(file, error);
    if (std::filesystem::is_directory(status)) fail(file, "a directory; name the files in it");
    if (std::filesystem::is_fifo(status)) return {file, read_pipe(file)};
    if (std::filesystem::exists(status) && !std::filesystem::is_regular_file(status)) {
      fail(file, "not a regular file; care import - reads what is piped into it");
    }
    if (std::filesystem::file_size(file, error) > largest_file && !error) {
      fail(file, std::string{too_large});
    }
    return {file, mapped.read_file(file)};
  }

  [[nodiscard]] ImportOptions options(const Session& session, const Held& held) const {
    const Book& book = held.reading.book;
    const Moment now = session.now(book);
    ImportOptions options;
    options.today = day_of(now);
    options.format = meaning_of<ImportFormat>(format);
    for (const std::string& one : columns) {
      const auto equals = one.find('=');
      options.columns.push_back({one.substr(0, equals), one.substr(equals + 1)});
    }
    options.date_order = meaning_of<DateOrder>(date_order);
    options.by_company = !group_by.empty();
    options.updates_known = updates_known;
    options.by = record.writer(session, book);
    options.owner = owner_named(book, owner);
    if (!tier.empty()) options.tier = tier_named(book, tier);
    if (!every.empty()) options.every = Cadence{span_typed(every)};
    if (!since.empty()) options.since = day_typed(book, now, "--since", since, Lean::past);
    options.tags = tags;
    options.together = on_two_threads;
    if (session.world.out_is_terminal) {
      options.progress = [&session](std::size_t looked_at) { tell(session, looked_at); };
    }
    return options;
  }

  [[nodiscard]] Import looked_through(const Session& session, const Held& held,
                                      const std::vector<Source>& sources) const {
    Import import = import_people(held.reading.book, sources, options(session, held));
    end_telling(session, import);
    return import;
  }

  /// A line that is written over, and gone at the end.
  static void tell(const Session& session, std::size_t looked_at) {
    constexpr std::size_t fewest = 2000;
    if (looked_at < fewest) return;
    (void)session.world.write_error(fmt::format("\r{} looked at", looked_at));
  }
  static void end_telling(const Session& session, const Import& import) {
    constexpr std::size_t fewest = 2000;
    if (!session.world.out_is_terminal || import.counts.read < fewest) return;
    (void)session.world.write_error(fmt::format("\r{:24}\r", ""));
  }

  static std::string people(const Import& import) {
    const std::size_t count = import.counts.added;
    return count == 1 ? std::string{"1 customer"}
           : count == import.customers.size()
               ? fmt::format("{} customers", count)
               : fmt::format("{} people, {} customer{}", count, import.customers.size(),
                             import.customers.size() == 1 ? "" : "s");
  }
  static bool is_updating(const Import& import) {
    return import.updates_known && import.counts.with_news > 0;
  }
  /// "Add 2 customers, bring 1 up to date?"
  static std::string question(const Import& import) {
    if (!is_updating(import)) return fmt::format("Add {}?", people(import));
    const std::string update = fmt::format("ring {} up to date?", import.counts.with_news);
    if (import.customers.empty()) return 'B' + update;
    return fmt::format("Add {}, b{}", people(import), update);
  }
  static std::string done(const Import& import) {
    std::string text = import.customers.empty() ? "" : fmt::format("{} added", people(import));
    if (is_updating(import)) {
      text +=
          fmt::format("{}{} brought up to date", text.empty() ? "" : ", ", import.counts.with_news);
    }
    return text;
  }

  static ExitCode code(const Import& import) {
    return import.is_partial() ? ExitCode::problems_found : ExitCode::done;
  }

  /// All or nothing; `agreed` is the report to which somebody said yes.
  [[nodiscard]] ExitCode write(const Session& session, const std::vector<Source>& sources,
                               const std::function<void()>& refuse_changed,
                               const std::string* agreed) const {
    Held held = hold(session, record);
    refuse_unfit(held);
    const auto looked = std::make_shared<Import>(looked_through(session, held, sources));
    session.world.kept.push_back(looked);
    Import& import = *looked;
    const std::string report = render(import);
    refuse_changed();
    if (agreed != nullptr && *agreed != report) {
      throw FileError{"the book was changed meanwhile; try again; nothing was written"};
    }
    if (record.dry_run) {
      (void)session.world.write_error(report);
      session.print(neutralised_lines(
          records_text(held.reading.book, import.customers, import.touches, import.updates)));
      return code(import);
    }
    if (import.has_nothing()) {
      session.print(report);
      return code(import);
    }
    const std::uint32_t line = add_imported(held, import, refuse_changed);
    session.note_written("the customers are in the book");
    session.print(fmt::format("{}\n{}: {}:{}. care undo takes them back.\n",
                              agreed == nullptr ? report : "", done(import),
                              neutralised(held.place.target().name), line));
    return code(import);
  }
};

}  // namespace

ExitCode import_file(const Session& session, const std::string& file) {
  Importing importing;
  importing.files.push_back(file);
  return importing.run(session);
}

CommandRow import_command() { return row<Importing>("import"); }

}  // namespace care
