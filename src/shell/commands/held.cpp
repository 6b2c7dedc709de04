#include <fmt/format.h>

#include <algorithm>

#include "shell/commands/record.hpp"
#include "shell/commands/writing.hpp"
#include "shell/disk/book_sources.hpp"

namespace care {
namespace {

/// What `care check` says of zeros that nobody wrote.
constexpr std::string_view instead_of_zeros = "restore a backup";

/// Whether a `%` of an id would be read as one that stands for another letter.
bool is_like_ours(std::string_view at_percent) {
  constexpr std::string_view hexadecimal = "0123456789ABCDEFabcdef";
  constexpr std::size_t digits = 2;
  return at_percent.substr(1, digits).find_first_not_of(hexadecimal) == std::string_view::npos &&
         at_percent.size() > digits;
}

/// `log-dana.toml`; a letter of the id that no file name has is written as `%2F`, so that each has
/// a file of their own.
std::string log_name(Text by) {
  if (by.empty()) return "log.toml";
  std::string name;
  for (std::size_t i = 0; i < by.size(); ++i) {
    const auto c = static_cast<unsigned char>(by[i]);
    const bool is_plain =
        c >= ' ' && c != '/' && c != 0x7f && (c != '%' || !is_like_ours(by.substr(i)));
    name += is_plain ? std::string(1, by[i]) : fmt::format("%{:02X}", c);
  }
  return fmt::format("log-{}.toml", name);
}

/// The file of a directory that the record goes to, still as it was read.
void open_target(Held& held) {
  const auto& [sources, file, is_new] = held.place;
  const std::string& name = sources[file].name;
  std::vector<std::string> like;
  for (const Source& source : sources) {
    if (is_new && source.lost.empty() && source.name != name) like.push_back(source.name);
  }
  held.file.emplace(name, *held.lock, like);
  if (held.file->take_text().view() == sources[file].text.view()) return;
  throw FileError{fmt::format("{}: somebody saved it meanwhile; try again; nothing was written",
                              neutralised(name))};
}

/// As much of the book as is wanted, or more.
void read(Held& held, const Session& session, Extent extent) {
  auto part = session.read_part(held.place.sources, extent);
  held.is_whole = !part;
  held.reading = part ? std::move(*part) : read_book(held.place.sources);
}

}  // namespace

void refuse_unfit(const Held& held) {
  const bool ends_in_zeros = held.place.target().text.view().ends_with('\0');
  for (const Problem& problem : held.reading.problems) {
    if (problem.at.file != held.place.file) continue;
    if (problem.code == "not-a-book") {
      fail(held.place.target().name, problem.what + "; nothing was written");
    }
    if (ends_in_zeros && problem.instead == instead_of_zeros) {
      throw FileError{fmt::format("{}: {}; {}; nothing was written",
                                  to_string(held.reading.book, problem.at), problem.what,
                                  problem.instead)};
    }
  }
}

Held hold(const Session& session, const RecordOptions& options, Change change, Extent extent) {
  const std::string path = session.book_path();
  if (path == "-") {
    refuse("the book comes from standard input, so nothing can be written; give --book PATH");
  }
  require_book(path);
  Held held;
  auto& [sources, file, is_new] = held.place;
  if (!options.dry_run) held.lock.emplace(path);
  if (!options.dry_run && !is_directory(path)) {
    held.file.emplace(path, *held.lock);
    if (change == Change::addition) held.file->begin_to_add();
    sources.push_back({path, held.file->take_text()});
  } else {
    sources = read_sources(path);
    require_whole(sources);
  }
  read(held, session, extent);
  // Not asked of the disk once more: another answer would lead to another file.
  if (sources.front().name == path) {
    if (!options.by.empty()) (void)options.writer(session, held.reading.book);
    return held;
  }
  // Who writes is known only once the book is read.
  const Text by = options.writer(session, held.reading.book);
  const std::string name = directory_entry(path, log_name(by));
  const auto found = std::ranges::lower_bound(sources, name, {}, &Source::name);
  file = static_cast<std::size_t>(found - sources.begin());
  is_new = found == sources.end() || found->name != name;
  if (is_new) {
    sources.insert(found, Source{name, {}});
    read(held, session, extent);
  }
  if (!options.dry_run) open_target(held);
  return held;
}

}  // namespace care
