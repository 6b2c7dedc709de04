#include <care/render_exports.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "shell/commands/lookup.hpp"
#include "shell/commands/output.hpp"

namespace care {
namespace {

constexpr std::array<std::string_view, 4> exports{"calendar", "contacts", "csv", "json"};

/// Where the book lost something, what is gone from the calendar may be that alone.
bool is_whole(const Loaded& loaded) {
  return std::ranges::none_of(loaded.reading.problems, [](const Problem& problem) {
    return problem.severity == Severity::error;
  });
}

/// `care export WHAT`; $CARE_STAFF says nothing here.
struct Exporting {
  static constexpr bool only_prints = true;
  std::string what, owner, vcard, vdir;
  bool all = false, notes = false, bom = false;
  OutputOption output;

  void declare(Options& options) {
    options.summary("What the book holds, for other programs");
    options.argument(
        "WHAT", &what,
        "calendar: the whole plan as iCalendar, to subscribe to; contacts: vCards; csv or "
        "json: one row a customer (last touch, next act ...)",
        {Wanted::words, {exports.begin(), exports.end()}});
    options.value(
        "--owner", "ID", &owner,
        "Only customers of this staff member; in a calendar also nobody's, and everybody's "
        "emergencies",
        {Wanted::staff});
    options.flag("--all", &all,
                 "contacts, csv, json: former customers, and contacts who have left, too");
    options.value("--vcard", "N", &vcard, "contacts: version 4 (default), or 3 for older readers");
    options.flag("--bom", &bom, "csv: begin with the mark that tells spreadsheets UTF-8");
    options.flag("--notes", &notes, "contacts: the notes too");
    output.declare(options);
    options.value("--vdir", "DIR", &vdir,
                  "calendar: keep one file an item in this directory; only what has changed is "
                  "written, and care's own files of what is gone are removed",
                  {Wanted::directory});
    options.example("care export calendar --owner dana --vdir ~/.calendars/care");
    options.example("care export contacts --vcard 3 -o contacts.vcf");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    check();
    const Loaded loaded = session.load();
    session.report_problems(loaded);
    if (what == "calendar") {
      export_calendar(session, loaded);
    } else if (what == "contacts") {
      output.deliver(session,
                     render_cards(loaded.book(), day_of(loaded.now),
                                  {owner_named(loaded.book(), owner), all, notes, version()}));
    } else {
      const ListSelection selection{owner_named(loaded.book(), owner), {}, {}, false, all};
      const std::string_view mark = bom ? byte_order_mark : "";
      output.deliver(session, fmt::format("{}{}", mark,
                                          find_format(what)->customers(list_customers(
                                              loaded.book(), loaded.now, selection))));
    }
    return loaded.exit_code();
  }

 private:
  void check() const {
    const std::vector<std::string_view> known{exports.begin(), exports.end()};
    if (what.empty()) refuse("export wants one of {}: care export calendar", {joined(known)});
    if (const std::string_view meant = export_for(what); !meant.empty()) {
      refuse("export: \"{}\" is called {} here: care export {}", {shown(what), meant, meant});
    }
    if (std::ranges::find(known, what) == known.end()) {
      refuse("export: there is no \"{}\", but {}{}",
             {shown(what), joined(known), suggestion(what, known)});
    }
    (void)version();
    if (what != "contacts" && (notes || !vcard.empty())) {
      refuse("{} goes with care export contacts", {vcard.empty() ? "--notes" : "--vcard"});
    }
    if (what == "calendar" && all) {
      refuse("--all goes with contacts, csv and json: nothing of former customers comes up");
    }
    if (bom && what != "csv") refuse("--bom goes with care export csv");
    if (vdir.empty()) return;
    if (what != "calendar") refuse("--vdir goes with care export calendar");
    if (!output.file.empty()) refuse("--vdir does not go with -o: it writes files of its own");
  }

  [[nodiscard]] VcardVersion version() const {
    if (vcard.empty() || vcard == "4" || vcard == "4.0") return VcardVersion::v4;
    if (vcard == "3" || vcard == "3.0") return VcardVersion::v3;
    refuse("--vcard: \"{}\" is neither 3 nor 4", {shown(vcard)});
  }

  void export_calendar(const Session& session, const Loaded& loaded) const {
    const Book& book = loaded.book();
    const auto each_item = [&, theirs = owner_named(book, owner)](const auto& take) {
      for_each_calendar_item(book, loaded.now, theirs, take);
    };
    if (vdir.empty()) {
      output.deliver(session, [&](const Write& write) {
        constexpr std::size_t much = std::size_t{256} * 1024;
        std::string text = calendar_head(book);
        each_item([&](const CalendarItem& item) {
          text += item.component;
          if (text.size() < much) return;
          write(text);
          text.clear();
        });
        write(text + calendar_end());
      });
      return;
    }
    std::vector<VdirFile> files;
    each_item([&](const CalendarItem& item) { files.push_back({item.uid, calendar_text(item)}); });
    session.require_unchanged();
    write_vdir(session.output_guard(output.force), vdir, uid_prefix(book), files, is_whole(loaded));
  }
};

}  // namespace

CommandRow export_command() { return row<Exporting>("export"); }

}  // namespace care
