#include "reading/sync_copies.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>
#include <care/text.hpp>
#include <care/text_ascii.hpp>
#include <care/text_lines.hpp>

namespace care::reading {
namespace {

constexpr std::string_view extension = ".toml";

/// What such programs put into a name, in front of a part of their own.
constexpr std::string_view copy_marks[] = {".sync-conflict-",
                                           " (conflicted copy",
                                           "'s conflicted copy ",
                                           " (SFConflict ",
                                           " [conflicted",
                                           "_LOCAL_",
                                           "_REMOTE_",
                                           "_BASE_",
                                           "_BACKUP_"};

bool has_source(const std::vector<Source>& sources, std::string_view name) {
  return std::ranges::find(sources, name, &Source::name) != sources.end();
}

/// `log-dana` from `log-dana (2).toml` and `log-dana 2.toml`; empty from other names.
std::string_view numbered(std::string_view stem) {
  const std::size_t blank = std::min(stem.rfind(' '), stem.size());
  std::string_view number = stem.substr(std::min(blank + 1, stem.size()));
  if (number.starts_with('(') && number.ends_with(')')) {
    number = number.substr(1, number.size() - 2);
  }
  return is_number(number) ? stem.substr(0, blank) : std::string_view{};
}

/// `log-dana` from `log-dana (dana@desk conflict)`, `log-dana [Conflict]` or
/// `log-dana_conflict-20261120`; empty from other names.
std::string_view before_conflict(std::string_view stem, std::size_t file) {
  constexpr std::string_view word = "conflict";
  std::size_t at = file;
  while (at + word.size() <= stem.size() &&
         !equal_ignoring_case(stem.substr(at, word.size()), word))
    ++at;
  if (at + word.size() > stem.size()) return {};
  for (const std::string_view opening : {" (", " ["}) {
    const std::size_t found = stem.substr(0, at).rfind(opening);
    if (found != std::string_view::npos && found > file) return stem.substr(0, found);
  }
  return at > file + 1 ? stem.substr(0, at - 1) : std::string_view{};
}

/// The name of the file that the name says it is a copy of; empty where it says nothing.
std::string original_of(const std::vector<Source>& sources, std::string_view name) {
  if (!name.ends_with(extension)) return {};
  const std::string_view stem = name.substr(0, name.size() - extension.size());
  const std::size_t file = name.rfind('/') + 1;
  for (const std::string_view mark : copy_marks) {
    const std::size_t found = stem.find(mark, file);
    if (found > stem.size()) continue;
    const std::size_t end = mark.starts_with('\'') ? stem.rfind(" (", found) : found;
    return std::string{stem.substr(0, std::min(end, found))} + std::string{extension};
  }
  std::string original{numbered(stem)};
  if (original.empty()) original = before_conflict(stem, file);
  if (original.empty()) return {};
  original += extension;
  return has_source(sources, original) ? original : std::string{};
}

bool begins_table(std::string_view line) {
  const std::string_view header = line.substr(0, line.find(']'));
  return line.starts_with('[') && header.find('.') == std::string_view::npos;
}

/// The tables of a text, each with all that belongs to it.
std::vector<std::string_view> tables_of(std::string_view text) {
  std::vector<std::string_view> tables;
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    if (at > begin && begins_table(text.substr(at, end - at))) {
      tables.push_back(text.substr(begin, at - begin));
      begin = at;
    }
    at = end;
  }
  tables.push_back(text.substr(begin));
  return tables;
}

std::string_view without_end(std::string_view table) {
  return table.substr(0, table.find_last_not_of(" \t\r\n") + 1);
}

}  // namespace

std::optional<SyncCopy> sync_copy(const std::vector<Source>& sources, std::size_t index) {
  SyncCopy copy;
  copy.original = original_of(sources, sources[index].name);
  if (copy.original.empty()) return std::nullopt;
  std::set<std::string_view> known{std::string_view{}};
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (i > index && !original_of(sources, sources[i].name).empty()) continue;
    if (i == index) continue;
    for (const auto table : tables_of(sources[i].text)) known.insert(without_end(table));
  }
  std::string rest;
  for (const auto table : tables_of(sources[index].text)) {
    if (known.insert(without_end(table)).second) {
      rest += table;
      ++copy.tables;
    } else {  // lines stay where they are
      rest.append(line_feeds_in(table), '\n');
    }
  }
  copy.text = std::move(rest);
  return copy;
}

void report_file(Reader& in, const Source& source, const std::optional<SyncCopy>& copy,
                 std::uint32_t index) {
  const Position at{index, 0, 0};
  if (!source.lost.empty()) {
    in.problems.error("unreadable-file", at,
                      fmt::format("the file cannot be read: {}", source.lost),
                      "a file that can, or take it away");
    in.lost.part("the whole file", at);
  } else if (copy) {
    const std::string_view original{copy->original};
    const std::string name = neutralised(original.substr(original.rfind('/') + 1));
    in.problems.warning(
        "sync-copy", at,
        copy->tables == 0
            ? fmt::format("a sync program left this copy; all of it stands in {}, too", name)
            : fmt::format("a sync program left this copy, with {} that {} not stand in {}",
                          copy->tables == 1 ? "1 table" : fmt::format("{} tables", copy->tables),
                          copy->tables == 1 ? "does" : "do", name),
        copy->tables == 0 ? "nothing; take the copy away"
                          : fmt::format("what is new into {}, and take the copy away", name));
  }
}

}  // namespace care::reading
