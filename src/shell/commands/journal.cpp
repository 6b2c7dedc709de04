#include <care/record.hpp>
#include <care/render_back.hpp>

#include "shell/commands/lookup.hpp"
#include "shell/commands/output.hpp"

namespace care {
namespace {

/// `care journal [WHO]`
struct LookingBack {
  static constexpr bool only_prints = true;
  std::string from, to, by, owner;
  std::vector<std::string> who, kinds;
  bool all = false, numbers = false;
  TableOption table;

  void declare(Options& options) {
    options.summary("What happened, by day; default: in the last seven days");
    options.argument("[WHO...]", &who, "Only with this customer", {Wanted::customer});
    options.value("--from", "DAY", &from, "From this day on").day(Lean::past);
    options.value("--to", "DAY", &to, "Up to this day; default: today").day(Lean::past);
    options.flag("--all", &all, "From the beginning, and what carries no day");
    options.value("--by", "ID", &by, "Only what this staff member recorded", {Wanted::staff});
    options.value("--owner", "ID", &owner, "Only with customers of this staff member",
                  {Wanted::staff});
    options
        .value("--kind", "TABLE...", &kinds,
               "Only these kinds of record: " + joined(record_tables()),
               {Wanted::words, record_tables()})
        .list();
    options.flag("--numbers", &numbers, "With the file and line of each");
    table.declare(options);
    options.example("care journal rosa --all");
    options.example("care journal --from -1m --format csv -o touches.csv");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    table.check();
    for (const std::string& kind : kinds) check_choice("--kind", kind, record_tables());
    if (all && !from.empty()) refuse("--all does not go with --from");
    const std::string whom = joined(who);
    const Loaded loaded = session.load({.who = whom});
    const JournalSelection selection = selected(loaded);
    return table.write(session, loaded,
                       journal_table(loaded.book(), loaded.now, selection, numbers));
  }

 private:
  [[nodiscard]] JournalSelection selected(const Loaded& loaded) const {
    const Book& book = loaded.book();
    const auto day = [&](std::string_view option, const std::string& typed, Date otherwise) {
      return typed.empty() ? otherwise : day_typed(book, loaded.now, option, typed, Lean::past);
    };
    JournalSelection selection;
    selection.to = day("--to", to, day_of(loaded.now));
    selection.from = all ? Date::min() : day("--from", from, selection.to - std::chrono::days{6});
    if (selection.to < selection.from && to.empty()) {
      refuse("--from {} is after today, {}: a journal looks back",
             {iso(selection.from), iso(selection.to)});
    }
    if (selection.to < selection.from) {
      refuse("--to {} is before --from {}", {iso(selection.to), iso(selection.from)});
    }
    selection.undated = all;
    if (!who.empty()) selection.customer = customer_named(book, joined(who));
    selection.owner = owner_named(book, owner);
    if (!by.empty()) selection.by = book.staff[staff_named(book, "--by", by)].id;
    selection.kinds = kinds;
    return selection;
  }
};

}  // namespace

CommandRow journal_command() { return row<LookingBack>("journal"); }

}  // namespace care
