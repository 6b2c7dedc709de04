#include "shell/export.hpp"

#include <care/render_calendar.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "shell/files.hpp"
#include "shell/store.hpp"
#include "shell/vdir.hpp"

namespace care {
namespace {

/// Where the book lost something, what is gone from the calendar may be that alone.
bool is_whole(const Loaded& loaded) {
  return std::ranges::none_of(loaded.reading.problems, [](const Problem& problem) {
    return problem.severity == Severity::error;
  });
}

/// `--owner`; $CARE_STAFF says nothing here.
std::optional<StaffIndex> owner_named(const Arguments& arguments, const Book& book) {
  if (!arguments.owner) return std::nullopt;
  return staff_named(book, "--owner", *arguments.owner);
}

void export_calendar(const Arguments& arguments, const Loaded& loaded, World& world) {
  const Book& book = loaded.reading.book;
  const auto items = calendar_items(book, loaded.now, owner_named(arguments, book));
  if (!arguments.vdir) {
    deliver(arguments, world, calendar_text(book, items));
    return;
  }
  std::vector<VdirFile> files;
  files.reserve(items.size());
  for (const CalendarItem& item : items) files.push_back({item.uid, calendar_text(item)});
  write_vdir(*arguments.vdir, uid_prefix(book), files, is_whole(loaded));
}

void export_contacts(const Arguments& arguments, const Loaded& loaded, World& world) {
  const Book& book = loaded.reading.book;
  deliver(arguments, world,
          render_cards(book, day_of(loaded.now),
                       {owner_named(arguments, book), arguments.all, arguments.notes,
                        arguments.vcard.value_or(VcardVersion::v4)}));
}

void export_customers(const Arguments& arguments, const Loaded& loaded, World& world,
                      std::string_view format) {
  const Book& book = loaded.reading.book;
  const ListSelection selection{owner_named(arguments, book), {}, {}, false, arguments.all};
  deliver(arguments, world,
          find_format(format)->customers(list_customers(book, loaded.now, selection)));
}

void export_csv(const Arguments& arguments, const Loaded& loaded, World& world) {
  export_customers(arguments, loaded, world, "csv");
}
void export_json(const Arguments& arguments, const Loaded& loaded, World& world) {
  export_customers(arguments, loaded, world, "json");
}

constexpr std::array all_exports{Export{"calendar", ExportOf::calendar, export_calendar},
                                 Export{"contacts", ExportOf::contacts, export_contacts},
                                 Export{"csv", ExportOf::customers, export_csv},
                                 Export{"json", ExportOf::customers, export_json}};

}  // namespace

std::span<const Export> exports() { return all_exports; }

int run_export(const Arguments& arguments, World& world) {
  if (arguments.output && *arguments.output != "-" &&
      belongs_to_book(*arguments.output, book_path(arguments, world))) {
    throw FileError{fmt::format("{}: is part of the book; write the export elsewhere",
                                neutralised(*arguments.output))};
  }
  const Loaded loaded = load(arguments, world);
  tell_problems(loaded, world);
  const auto chosen = std::ranges::find(all_exports, arguments.what, &Export::what);
  chosen->deliver(arguments, loaded, world);
  return exit_code_of(loaded);
}

}  // namespace care
