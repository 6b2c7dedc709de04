#include <care/calendar_typed.hpp>
#include <care/text.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "shell/raw.hpp"
#include "shell/synonyms.hpp"
#include "shell/usage.hpp"

namespace care {
namespace {

/// One of the words of the format, in any letter case; UsageError with the nearest otherwise.
template <class Choice, std::size_t N>
Choice parse_choice(std::string_view option, std::string_view text,
                    const std::array<Choice, N>& choices) {
  std::vector<std::string_view> known;
  known.reserve(N);
  for (const Choice choice : choices) {
    if (equal_ignoring_case(text, word(choice))) return choice;
    known.push_back(word(choice));
  }
  const std::string near = suggestion(text, known);
  throw UsageError{
      fmt::format("{}: \"{}\" is none of {}{}", option, shown(text), fmt::join(known, ", "), near)};
}

double parse_amount(std::string_view text) {
  double amount = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), amount, std::chars_format::fixed);
  if (error != std::errc{} || end != text.data() + text.size() || !(amount > 0)) {
    throw UsageError{
        fmt::format("--amount: \"{}\" is no amount; write it like 1250 or 99.50", shown(text))};
  }
  return amount;
}

/// What somebody types who was told no, or who is about to say it.
bool says_no(std::string_view text) {
  constexpr std::array<std::string_view, 14> refusals{
      "no",     "nope",   "declined",   "decline",      "rejected", "reject",   "refused",
      "refuse", "denied", "impossible", "not possible", "wontfix",  "can't do", "cannot do"};
  while (!text.empty() && (text.back() == '.' || text.back() == '!')) text.remove_suffix(1);
  return std::ranges::any_of(
      refusals, [&](std::string_view refusal) { return equal_ignoring_case(text, refusal); });
}

void refuse_no(const Raw& raw, std::string_view text) {
  if (!says_no(text)) return;
  throw UsageError{fmt::format(
      "\"{}\": never say no without an alternative. What can be done instead? care offer {} "
      "\"what you can do\"; if they no longer want it: care done {} --withdrawn",
      shown(text), shown(raw.who), shown(raw.who))};
}

TouchWords read_touch(const Raw& raw) {
  constexpr std::array channels{Channel::call,  Channel::visit,  Channel::meeting, Channel::video,
                                Channel::email, Channel::letter, Channel::text,    Channel::gift};
  constexpr std::array moods{Mood::delighted, Mood::content, Mood::strained};
  TouchWords touch;
  if (raw.missed && raw.thanks.is_given) {
    throw UsageError{
        "--missed reached nobody, so nobody was thanked: --thanks once they have heard "
        "it"};
  }
  if (raw.channels.size() > 1) {
    throw UsageError{fmt::format("one contact is one of these: --{}; log the other by itself",
                                 fmt::join(raw.channels, ", --"))};
  }
  if (!raw.channels.empty()) touch.how = parse_choice("", raw.channels.front(), channels);
  if (!raw.mood.empty()) {
    if (const std::string_view meant = mood_for(raw.mood); !meant.empty()) {
      throw UsageError{fmt::format("--mood: \"{}\" is called {} here", shown(raw.mood), meant)};
    }
    touch.mood = parse_choice("--mood", raw.mood, moods);
  }
  touch.contact = raw.contact;
  touch.heard = raw.heard;
  touch.wow = raw.wow;
  touch.missed = raw.missed;
  touch.from_them = raw.from_them;
  touch.thanks = raw.thanks;
  touch.greets = raw.greets;
  for (const std::string& what : raw.greeted) {
    if (!what.empty()) touch.greeted.push_back(what);
  }
  return touch;
}

bool says_nothing(const Raw& raw) {
  return raw.text.empty() && raw.on.empty() && raw.channels.empty() && raw.contact.empty() &&
         raw.heard.empty() && raw.wow.empty() && raw.mood.empty() && !raw.missed &&
         !raw.from_them && !raw.greets && !raw.thanks.is_given && !raw.request.is_given &&
         !raw.promise.is_given && !raw.dry_run;
}

/// What a command needs besides WHO, and how it is asked for.
struct Needs {
  Command command;
  std::string_view what, example;
};
constexpr std::array<Needs, 6> needs{{
    {Command::request, "what they ask for", "care request acme \"price for new doors\""},
    {Command::promise, "what you promised", "care promise acme \"the contract\" --due fri"},
    {Command::purchase, "what they bought", "care purchase acme \"two door sensors\""},
    {Command::snooze, "a day and a reason", "care snooze acme 2w \"away until then\""},
    {Command::add, "a name", "care add \"Acme Tower\" --phone 555-0101"},
    {Command::offer, "what you offer", "care offer acme \"a weekend slot\""},
}};

/// A day that was typed for one; not each word that could be one.
bool is_past_day(std::string_view word) {
  return parse_iso(word).has_value() || equal_ignoring_case(word, "yesterday");
}

/// Offers what stands at the end of the text, where that is a day.
void refuse_no_due(const Raw& raw) {
  constexpr std::size_t most = 3;
  const std::size_t size = raw.text.size();
  for (std::size_t count = std::min(most, size - 1); count > 0; --count) {
    const auto cut = raw.text.end() - static_cast<std::ptrdiff_t>(count);
    const std::string day = fmt::format("{}", fmt::join(cut, raw.text.end(), " "));
    if (!parse_typed_day(day, Moment{}, WorkCalendar{}, Lean::future)) continue;
    auto what = fmt::format("{}", fmt::join(raw.text.begin(), cut, " "));
    if (what.ends_with(" by") || what.ends_with(" on")) what.resize(what.size() - 3);
    throw UsageError{
        fmt::format("promise wants the day behind --due: care promise {} \"{}\" --due "
                    "{}",
                    shown(raw.who), shown(what), shown(day))};
  }
  throw UsageError{"promise wants the day by which it is kept: --due fri, --due 2026-12-01"};
}

void check_words(Command command, const Raw& raw, const Arguments& arguments) {
  const bool of_nobody = command == Command::add || command == Command::undo;
  if (raw.who.empty() && !of_nobody) {
    throw UsageError{fmt::format(
        "{} wants a customer: an id, or words of a name; `care list` shows all", name_of(command))};
  }
  const auto* const need = std::ranges::find(needs, command, &Needs::command);
  const bool missing = arguments.text.empty() && !arguments.answer;
  if (need != needs.end() && missing) {
    throw UsageError{fmt::format("{} wants {}: {}", name_of(command), need->what, need->example)};
  }
  if (command == Command::promise && raw.due.empty()) refuse_no_due(raw);
  const bool tells = command == Command::log || command == Command::done;
  if (tells && raw.on.empty() && !raw.text.empty() && is_past_day(raw.text.front())) {
    throw UsageError{
        fmt::format("{0}: when it was goes behind an option: --on {1}; a text that "
                    "begins with \"{1}\" goes into quotes",
                    name_of(command), shown(raw.text.front()))};
  }
}

void read_ending(Command command, const Raw& raw, Arguments& arguments) {
  arguments.withdrawn = raw.withdrawn;
  if (raw.accepted && raw.refused) throw UsageError{"--accepted does not go with --refused"};
  if (raw.accepted) arguments.answer = Answer::accepted;
  if (raw.refused) arguments.answer = Answer::refused;
  if (command == Command::done || command == Command::offer) refuse_no(raw, arguments.text);
  if (command == Command::done && raw.refused) refuse_no(raw, "refused");
  if (command != Command::done) return;
  if (raw.request.is_given && raw.promise.is_given) {
    throw UsageError{"done ends one thing: --request or --promise"};
  }
  if (raw.withdrawn && raw.promise.is_given) {
    throw UsageError{
        "a promise is kept or replaced, not withdrawn: care promise WHO WHAT --due DAY --replaces "
        "ID"};
  }
}

}  // namespace

void read_record(Command command, const Raw& raw, Arguments& arguments) {
  arguments.words = raw.text;
  arguments.text = fmt::format("{}", fmt::join(raw.text, " "));
  read_ending(command, raw, arguments);
  check_words(command, raw, arguments);
  arguments.on = raw.on;
  arguments.asked = raw.asked;
  arguments.due = raw.due;
  if (!raw.by.empty()) arguments.by = raw.by;
  arguments.dry_run = raw.dry_run;
  arguments.touch = read_touch(raw);
  arguments.only_who = says_nothing(raw);
  arguments.request = raw.request;
  arguments.promise = raw.promise;
  arguments.urgent = raw.urgent;
  arguments.replaces = raw.replaces;
  arguments.currency = raw.currency;
  if (!raw.amount.empty()) arguments.amount = parse_amount(raw.amount);
  if (!arguments.amount && !raw.currency.empty()) {
    throw UsageError{"--currency goes with --amount"};
  }
  if (!raw.asked.empty() && !raw.on.empty()) {
    throw UsageError{"--on and --asked say the same here; one of them is enough"};
  }
  arguments.customer = raw.customer;
}

}  // namespace care
