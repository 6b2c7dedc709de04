#include "shell/commands/output.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace care {

void OutputOption::declare(Options& options) {
  options.value("-o,--output", "FILE", &file,
                "Write to this file instead, whole or not at all, readable only by you",
                {Wanted::file});
  options.flag("--force", &force, "Replace a file also where it reads as a customer book");
}

void OutputOption::deliver(const Session& session, std::string_view text) const {
  deliver(session, [&](const Write& write) { write(text); });
}

void OutputOption::deliver(const Session& session,
                           const std::function<void(const Write&)>& produce) const {
  if (is_file()) {
    write_file(session.output_guard(force), file, [&](const Write& write) {
      produce(write);
      session.require_unchanged();
    });
  } else {
    produce([&](std::string_view piece) { session.print(piece); });
  }
}

void FormatOption::declare(Options& options, bool (*fits)(const Format&), bool explained) {
  std::vector<std::string> lines;
  for (const Format& format : formats()) {
    if (!fits(format)) continue;
    known.push_back(format.name);
    lines.push_back(explained && !format.about.empty()
                        ? fmt::format("{} ({})", format.name, format.about)
                        : std::string{format.name});
  }
  options.value("--format", "F", &typed, either({lines.begin(), lines.end()}),
                {Wanted::words, known});
  if (std::ranges::find(known, "csv") == known.end()) return;
  options.flag("--bom", &bom,
               "With --format csv: begin with the mark that tells spreadsheets UTF-8");
}

const Format& FormatOption::format() const {
  if (bom && typed != "csv") refuse("--bom goes with --format csv");
  if (std::ranges::find(known, typed) != known.end()) return *find_format(typed);
  refuse("--format: there is no \"{}\" here, but {}{}",
         {shown(typed), joined(known), suggestion(typed, known)});
}

void TableOption::declare(Options& options) {
  format.declare(options, [](const Format& each) { return each.table != nullptr; });
  output.declare(options);
}

ExitCode TableOption::write(const Session& session, const Loaded& loaded, Table table) const {
  session.report_problems(loaded);
  table.problems = loaded.reading.problems;
  Style style = session.style(output.is_file());
  style.bom = format.bom;
  output.deliver(session, format.format().table(table, style));
  return loaded.exit_code();
}

}  // namespace care
