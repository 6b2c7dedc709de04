#include "shell/command_line/usage.hpp"

#include <care/text.hpp>

#include <fmt/args.h>
#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace care {
namespace {

/// Words, with blanks between them, and what they all mean.
struct Synonym {
  std::string_view typed, meant;
};

constexpr Synonym commands[] = {
    {"call called phoned", "care log WHO --call"},
    {"visit visited", "care log WHO --visit"},
    {"met meeting", "care log WHO --meeting"},
    {"email emailed mail", "care log WHO --email"},
    {"wrote", "care log WHO --letter"},
    {"talked spoke touch contact", "care log WHO"},
    {"note", "care log WHO TEXT"},
    {"thank thanks thanked", "care log WHO --thanks"},
    {"greet greeted", "care log WHO --greeted"},
    {"birthday", "care log WHO --greeted birthday; the date itself: care set WHO --birthday DATE"},
    {"gift", "care log WHO --gift; one that is bought: care ready WHO"},
    {"wow", "care log WHO --wow TEXT"},
    {"missed voicemail", "care log WHO --missed"},
    {"emergency urgent", "care request WHO WHAT --urgent"},
    {"ask asked wants", "care request WHO WHAT"},
    {"close closed solve solved finish keep kept", "care done WHO"},
    {"cancel withdraw", "care done WHO --withdrawn"},
    {"decline declined refuse reject", "care offer WHO WHAT: never say no without an alternative"},
    {"bought sold sale", "care purchase WHO WHAT"},
    {"new create", "care add NAME"},
    {"postpone later", "care snooze WHO UNTIL BECAUSE"},
    {"delete remove", "care former WHO: what happened is kept"},
    {"search lookup", "care show WHO; words in any text: care find TEXT"},
    {"history", "care journal WHO --all"},
    {"birthdays anniversaries occasions", "care dates"},
    {"month", "care agenda --days 30"},
    {"customers contacts all", "care list"},
    {"yesterday", "care journal"},
    {"todo next due late overdue now", "care today"},
    {"calendar", "care export calendar"},
    {"stats statistics report", "care review"},
    {"rename change", "care set WHO, or care edit WHO"},
    {"version", "care --version"},
};

/// What begins with -- is meant where the command has that; the first such row counts.
constexpr Synonym options[] = {
    {"--date --when --at --day", "--on WHEN"},
    {"--date --when --at --day", "--today DAY"},
    {"--said --note --message -m", "the text behind WHO, without an option"},
    {"--with --who", "--contact NAME"},
    {"--voicemail --no-answer", "--missed"},
    {"--emergency", "--urgent"},
    {"--deadline --until", "--due DATE"},
    {"--price", "--amount N --currency C"},
    {"--staff --for", "--by STAFF"},
    {"--staff --for --by --user", "--owner ID"},
    {"--tel --telephone --mobile --cell", "--phone NUMBER"},
    {"--phone --phoned", "--call"},
    {"--bday --born", "--birthday DATE"},
    {"--days", "care agenda --days N"},
    {"--cancelled", "--withdrawn"},
    {"--done --solved --closed --settled --kept", "care done WHO"},
    {"--withdrawn", "care done WHO --withdrawn"},
    {"--offer --offered --alternative", "care offer WHO WHAT"},
    {"--accepted", "care offer WHO --accepted"},
    {"--refused --declined", "care offer WHO --refused"},
    {"--force", "--yes"},
    {"--happy", "--mood delighted"},
};

constexpr Synonym exports[] = {
    {"ics ical icalendar caldav", "calendar"},
    {"vcf vcard vcards carddav customers", "contacts"},
    {"excel xlsx xls spreadsheet table", "csv"},
};

constexpr Synonym moods[] = {
    {"happy great", "delighted"},
    {"good ok okay fine neutral satisfied", "content"},
    {"angry annoyed upset unhappy bad difficult", "strained"},
};

bool is_typed(const Synonym& row, std::string_view word) {
  std::string_view words = row.typed;
  while (!words.empty()) {
    const std::size_t end = std::min(words.find(' '), words.size());
    if (equal_ignoring_case(words.substr(0, end), word)) return true;
    words.remove_prefix(std::min(end + 1, words.size()));
  }
  return false;
}

std::string_view meant(std::span<const Synonym> table, std::string_view typed) {
  const auto row =
      std::ranges::find_if(table, [&](const Synonym& each) { return is_typed(each, typed); });
  return row == table.end() ? std::string_view{} : row->meant;
}

}  // namespace

void refuse(std::string_view sentence, std::initializer_list<std::string_view> words) {
  if (words.size() == 0) throw UsageError{std::string{sentence}};
  fmt::dynamic_format_arg_store<fmt::format_context> store;
  for (const std::string_view word : words) store.push_back(word);
  throw UsageError{fmt::vformat(sentence, store)};
}

std::string shown(std::string_view word) { return shortened(neutralised(word), 60); }

std::string suggestion(std::string_view typed, const std::vector<std::string_view>& known) {
  const auto near = nearest(typed, known);
  return near ? fmt::format("; did you mean {}?", neutralised(*near)) : std::string{};
}

void check_choice(std::string_view option, std::string_view typed,
                  const std::vector<std::string_view>& known) {
  if (std::ranges::find(known, typed) != known.end()) return;
  refuse("{}: \"{}\" is not one of {}{}",
         {option, shown(typed), joined(known), suggestion(typed, known)});
}

std::string either(const std::vector<std::string_view>& words) {
  return fmt::format("{} or {}", fmt::join(words.begin(), words.end() - 1, ", "), words.back());
}

std::string joined(const std::vector<std::string>& words, std::string_view between) {
  return fmt::format("{}", fmt::join(words, between));
}

std::string joined(const std::vector<std::string_view>& words, std::string_view between) {
  return fmt::format("{}", fmt::join(words, between));
}

std::string_view command_for(std::string_view word) { return meant(commands, word); }
std::string_view option_for(std::string_view word, const std::vector<std::string_view>& known) {
  for (const Synonym& row : options) {
    const std::string_view name = row.meant.substr(0, row.meant.find(' '));
    const bool is_there = !name.starts_with("--") || std::ranges::find(known, name) != known.end();
    if (is_there && is_typed(row, word)) return row.meant;
  }
  return {};
}
std::string_view mood_for(std::string_view word) { return meant(moods, word); }
std::string_view export_for(std::string_view word) { return meant(exports, word); }

}  // namespace care
