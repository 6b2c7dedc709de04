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
};

constexpr Synonym options[] = {
    {"--date --when --at", "--on WHEN"},
    {"--said --note --message -m", "the text behind WHO, without an option"},
    {"--with --who", "--contact NAME"},
    {"--voicemail --no-answer", "--missed"},
    {"--emergency", "--urgent"},
    {"--deadline --until", "--due DATE"},
    {"--price", "--amount N --currency C"},
    {"--staff", "--by STAFF"},
    {"--days", "care agenda --days N"},
    {"--cancelled", "--withdrawn"},
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

std::string_view meant(std::span<const Synonym> table, std::string_view typed) {
  for (auto [words, meaning] : table) {
    while (!words.empty()) {
      const std::size_t end = std::min(words.find(' '), words.size());
      if (equal_ignoring_case(words.substr(0, end), typed)) return meaning;
      words.remove_prefix(std::min(end + 1, words.size()));
    }
  }
  return {};
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
std::string_view option_for(std::string_view word) { return meant(options, word); }
std::string_view mood_for(std::string_view word) { return meant(moods, word); }
std::string_view export_for(std::string_view word) { return meant(exports, word); }

}  // namespace care
