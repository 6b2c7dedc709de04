#include "shell/commands/starter_book.hpp"

#include <care/book_format.hpp>
#include <care/book_ids.hpp>
#include <care/calendar_work.hpp>
#include <care/reading.hpp>
#include <care/record.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>
#include <vector>

namespace care {
namespace {

/// A person's birthday some days from today, some years ago.
std::string birthday(Date day, int age) { return iso(add_calendar(day, {age, Unit::year}, -1)); }

/// What all of them have.
constexpr std::string_view head =
    R"(# Your customer book. Who your customers are you write here, in any editor; what
# happened goes below as records. `care today` reads it and says who needs what.
# Lines that begin with # are notes to you. {delete}`care check` lists what is wrong, and what to write instead.

[book]
name = {name:<27}# stands at the head of every page
started = {started}              # nobody counts as late from before this day
value = [                         # what you sell every day; one of them a call
  "The phone is answered by a person",
  "Repairs are ready on the day we say",
]

[policy]                          # what is not written here has its default
tiers = {{ A = "2w", B = "1m", C = "3m" }}      # how often to be in touch
hours = {hours:<38}# when you answer; Monday to Friday
holidays = ["12-25", "01-01", "easter+1"]     # also "4th thu nov", {example_holiday}

# --- Who they are -----------------------------------------------------------

)";

/// Each table by example, with dates around `today`, so that its first agenda has something to
/// say.
constexpr std::string_view examples = R"([[customer]]
id = "acme"                       # short: it is what you type in `care show acme`
name = "Acme Tower"
call_me = "Maria"                 # how to address them
sounds_like = "mah-REE-ah"        # how to say it
phone = "+1 602 555 0101"
email = "maria@example.com"
tier = "A"                        # or: every = "3w"
since = 2021-03-01
likes = ["orchids"]

[[customer.contact]]              # the people there, each with a birthday
name = "Joe Tran"
role = "night manager"
birthday = {joe}             # or "11-28" where the year is not known

[[customer.event]]                # a day that matters to them
what = "Tower's opening day"
date = "{event}"                    # a date with its year, or month and day
prepare = "3wd"                   # start on the card three working days before
gift = "a card that all of us sign"

[[customer.plan]]                 # what is due with them again and again
what = "Grease the door rollers"
from = {service}                 # the first time
every = "6m"

[[customer]]
id = "harbor"
name = "Harbor Café"
call_me = "Sam"
phone = "+1 602 555 0102"
tier = "B"
mood = "strained"                 # they need you most

[customer.extra]                  # anything else worth knowing
parking = "behind the house, ring twice"

[[customer]]
id = "finch"
name = "Finch & Daughters"
call_me = "Ms. Finch"
email = "finch@example.com"
every = "2m"
since = {since}
referred_by = "acme"              # so Acme is thanked for sending them

# --- What is planned with them, and words to send ----------------------------

[[plan]]                          # a follow-up in steps, for all whom it fits
name = "welcome"                  # what a talk names: care log finch --call --plan
starts = "new"                    # or: purchase, emergency, strained
from = {started}
steps = [
  {{ after = "2wd", what = "Call: is everything as promised?" }},
  {{ after = "3w", what = "Send the care card", how = "letter" }},
]

[[plan]]
name = "after a purchase"
starts = "purchase"
from = {started}
steps = [{{ after = "1w", what = "Ask how it works for them" }}]

[[message]]                       # words to send: care message finch
name = "thanks"
for = "thanks"
subject = "Thank you, {{call_me}}"
text = "Dear {{call_me}}, thank you for {{thank_for}} - all of us at {{book}}."

[[message]]
name = "birthday"
for = "birthday"
subject = "All the best, {{call_me}}!"
text = "Dear {{call_me}}, all the best for your birthday, from all of us at {{book}}."

[[message]]
name = "welcome"
for = "plan:welcome"
subject = "Is everything as promised?"
text = "Dear {{call_me}}, is everything as promised? Simply answer this mail."

)";

constexpr std::string_view happened =
    R"(# --- What happened ----------------------------------------------------------
# Each of these is one line to write: care log acme talked about the lobby --call

)";

constexpr std::string_view records =
    R"([[touch]]                         # each talk, visit, mail, letter
customer = "acme"
on = {last_acme}
how = "call"
heard = "the new lobby opens in spring"       # their words
thanked = "the spring order"                  # what you thanked them for
mood = "content"                              # delighted, content or strained

[[touch]]
customer = "harbor"
on = {last_harbor}
how = "visit"
heard = "the last delivery came late, twice"
mood = "strained"

[[request]]                       # something they asked for; urgent = true burns
customer = "acme"
what = "price for the spring maintenance"
asked = {asked}
id = "acme-{asked_id}"

[[promise]]                       # something you said you would do
customer = "harbor"
what = "a delivery plan for the holidays"
due = {promised}
made = {made}
id = "harbor-{promised}"

[[purchase]]
customer = "finch"
on = {bought}
what = "first order"
amount = 240
currency = "USD"
)";

std::string example_text(std::string_view text, Date today) {
  const WorkCalendar calendar;
  const auto ago = [&](int n) { return iso(today - std::chrono::days{n}); };
  const auto ahead = [&](int n) { return iso(today + std::chrono::days{n}); };
  const Date yesterday = calendar.before(today - std::chrono::days{1});
  return fmt::format(
      fmt::runtime(text), fmt::arg("joe", birthday(today + std::chrono::days{4}, 41)),
      fmt::arg("event", ahead(40).substr(5)), fmt::arg("started", ago(60)),
      fmt::arg("service", ahead(30)), fmt::arg("since", ago(5)), fmt::arg("last_acme", ago(20)),
      fmt::arg("last_harbor", ago(12)), fmt::arg("asked", iso(yesterday) + "T16:30"),
      fmt::arg("asked_id", iso(yesterday)),
      fmt::arg("promised", iso(calendar.after(today + std::chrono::days{1}))),
      fmt::arg("made", ago(12)), fmt::arg("bought", iso(yesterday)));
}

/// `9` is `09:00`, `8:30` is `08:30`; nothing where it is not a time.
std::optional<std::string> clock_time(std::string_view typed) {
  int hour = 0;
  int minute = 0;
  const char* const end = typed.data() + typed.size();
  auto [at, error] = std::from_chars(typed.data(), end, hour);
  if (error != std::errc{}) return std::nullopt;
  if (at != end && (*at == ':' || *at == '.')) {
    const auto read = std::from_chars(at + 1, end, minute);
    if (read.ec != std::errc{}) return std::nullopt;
    at = read.ptr;
  }
  constexpr int last_hour = 24;
  constexpr int last_minute = 59;
  if (at != end || hour < 0 || hour > last_hour || minute < 0 || minute > last_minute) {
    return std::nullopt;
  }
  return fmt::format("{:02}:{:02}", hour, minute);
}

std::string customer_text(const FirstCustomer& first, Date today) {
  const std::string id = customer_id_from(first.name);
  Customer customer{};
  customer.id = id;
  customer.name = first.name;
  if (!first.phone.empty()) customer.phone.push_back(first.phone);
  customer.added = today;
  return record_text(Book{}, customer);
}

}  // namespace

std::optional<std::string> hours_typed(std::string_view typed) {
  std::string list;
  while (!typed.empty()) {
    const std::size_t end = std::min(typed.find_first_of(", ;"), typed.size());
    const std::string_view window = typed.substr(0, end);
    typed.remove_prefix(std::min(end + 1, typed.size()));
    if (window.empty()) continue;
    const auto dash = window.find('-');
    if (dash == std::string_view::npos) return std::nullopt;
    const auto from = clock_time(window.substr(0, dash));
    const auto to = clock_time(window.substr(dash + 1));
    if (!from || !to || *from >= *to) return std::nullopt;
    list += fmt::format("{}\"{}-{}\"", list.empty() ? "" : ", ", *from, *to);
  }
  if (list.empty()) return std::nullopt;
  list = '[' + list + ']';
  const std::string policy = "[policy]\nhours = " + list + "\n";
  return read_book({{"book", policy}}).problems.empty() ? std::optional{list} : std::nullopt;
}

std::string starter_book(Date today, const FirstAnswers& answers) {
  const bool is_own = answers.first.has_value() || answers.will_import;
  constexpr int before = 60;
  std::string text = fmt::format(
      fmt::runtime(head),
      fmt::arg("delete", is_own ? "" : "Delete the examples when you know\n# your way; "),
      fmt::arg("name", toml_string(answers.name)),
      fmt::arg("started", iso(is_own ? today : today - std::chrono::days{before})),
      fmt::arg("hours", answers.hours),
      fmt::arg("example_holiday", "{ from = 2026-12-28, to = 2026-12-31 }"));
  if (!is_own)
    return text + example_text(examples, today) + std::string{happened} +
           example_text(records, today);
  if (answers.first) text += customer_text(*answers.first, today) + '\n';
  return text + std::string{happened};
}

}  // namespace care
