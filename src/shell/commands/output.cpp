#include "shell/commands/output.hpp"

#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>

#include "shell/disk/book_sources.hpp"
#include "shell/disk/files.hpp"

namespace care {
void OutputOption::declare(Options& options) {
  options.value("-o,--output", "FILE", &file,
                "Write to this file instead, whole or not at all, readable only by you",
                {Wanted::file});
}

void OutputOption::check_outside_book(const Session& session, std::string_view what) const {
  const auto book = session.known_book_path();
  if (!is_file() || !book || !belongs_to_book(file, *book)) return;
  throw FileError{
      fmt::format("{}: is part of the book; write the {} elsewhere", neutralised(file), what)};
}

void OutputOption::deliver(const Session& session, std::string_view text) const {
  deliver(session, [&](const Write& write) { write(text); });
}

void OutputOption::deliver(const Session& session,
                           const std::function<void(const Write&)>& produce) const {
  if (is_file()) {
    write_file(file, [&](const Write& write) {
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
}

const Format& FormatOption::format() const {
  if (std::ranges::find(known, typed) != known.end()) return *find_format(typed);
  refuse("--format: there is no \"{}\" here, but {}{}",
         {shown(typed), joined(known), suggestion(typed, known)});
}

}  // namespace care
