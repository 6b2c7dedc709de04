#include "shell/command_line/synonyms.hpp"

#include <care/text.hpp>

#include <algorithm>
#include <array>

namespace care {
namespace {

struct Synonym {
  std::string_view typed, meant;
};

constexpr std::array<Synonym, 54> commands{{
    {"call", "care log WHO --call"},
    {"called", "care log WHO --call"},
    {"phoned", "care log WHO --call"},
    {"visit", "care log WHO --visit"},
    {"visited", "care log WHO --visit"},
    {"met", "care log WHO --meeting"},
    {"meeting", "care log WHO --meeting"},
    {"email", "care log WHO --email"},
    {"emailed", "care log WHO --email"},
    {"mail", "care log WHO --email"},
    {"wrote", "care log WHO --letter"},
    {"talked", "care log WHO"},
    {"spoke", "care log WHO"},
    {"touch", "care log WHO"},
    {"contact", "care log WHO"},
    {"note", "care log WHO TEXT"},
    {"thank", "care log WHO --thanks"},
    {"thanks", "care log WHO --thanks"},
    {"thanked", "care log WHO --thanks"},
    {"greet", "care log WHO --greeted"},
    {"greeted", "care log WHO --greeted"},
    {"birthday", "care log WHO --greeted birthday; the date itself: care edit WHO"},
    {"gift", "care log WHO --gift; one that is bought: care ready WHO"},
    {"wow", "care log WHO --wow TEXT"},
    {"missed", "care log WHO --missed"},
    {"voicemail", "care log WHO --missed"},
    {"emergency", "care request WHO WHAT --urgent"},
    {"urgent", "care request WHO WHAT --urgent"},
    {"ask", "care request WHO WHAT"},
    {"asked", "care request WHO WHAT"},
    {"wants", "care request WHO WHAT"},
    {"close", "care done WHO"},
    {"closed", "care done WHO"},
    {"solve", "care done WHO"},
    {"solved", "care done WHO"},
    {"finish", "care done WHO"},
    {"keep", "care done WHO"},
    {"kept", "care done WHO"},
    {"cancel", "care done WHO --withdrawn"},
    {"withdraw", "care done WHO --withdrawn"},
    {"decline", "care offer WHO WHAT: never say no without an alternative"},
    {"declined", "care offer WHO WHAT: never say no without an alternative"},
    {"refuse", "care offer WHO WHAT: never say no without an alternative"},
    {"reject", "care offer WHO WHAT: never say no without an alternative"},
    {"bought", "care purchase WHO WHAT"},
    {"sold", "care purchase WHO WHAT"},
    {"sale", "care purchase WHO WHAT"},
    {"new", "care add NAME"},
    {"create", "care add NAME"},
    {"postpone", "care snooze WHO UNTIL BECAUSE"},
    {"later", "care snooze WHO UNTIL BECAUSE"},
    {"delete", "care edit WHO, and status = \"former\": what happened is kept"},
    {"remove", "care edit WHO, and status = \"former\": what happened is kept"},
    {"find", "care show WHO"},
}};

constexpr std::array<Synonym, 19> options{{
    {"--date", "--on WHEN"},
    {"--when", "--on WHEN"},
    {"--at", "--on WHEN"},
    {"--said", "the text behind WHO, without an option"},
    {"--note", "the text behind WHO, without an option"},
    {"--message", "the text behind WHO, without an option"},
    {"-m", "the text behind WHO, without an option"},
    {"--with", "--contact NAME"},
    {"--who", "--contact NAME"},
    {"--voicemail", "--missed"},
    {"--no-answer", "--missed"},
    {"--emergency", "--urgent"},
    {"--deadline", "--due DATE"},
    {"--until", "--due DATE"},
    {"--price", "--amount N --currency C"},
    {"--staff", "--by STAFF"},
    {"--cancelled", "--withdrawn"},
    {"--force", "--yes"},
    {"--happy", "--mood delighted"},
}};

constexpr std::array<Synonym, 14> moods{{
    {"happy", "delighted"},
    {"great", "delighted"},
    {"good", "content"},
    {"ok", "content"},
    {"okay", "content"},
    {"fine", "content"},
    {"neutral", "content"},
    {"satisfied", "content"},
    {"angry", "strained"},
    {"annoyed", "strained"},
    {"upset", "strained"},
    {"unhappy", "strained"},
    {"bad", "strained"},
    {"difficult", "strained"},
}};

template <class Table>
std::string_view meant(const Table& table, std::string_view typed) {
  const auto found = std::ranges::find_if(
      table, [&](const Synonym& synonym) { return equal_ignoring_case(synonym.typed, typed); });
  return found == table.end() ? std::string_view{} : found->meant;
}

}  // namespace

std::string_view command_for(std::string_view word) { return meant(commands, word); }
std::string_view option_for(std::string_view word) { return meant(options, word); }
std::string_view mood_for(std::string_view word) { return meant(moods, word); }

}  // namespace care
