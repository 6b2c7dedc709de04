#include <care/calendar_work.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "shell/disk/book_sources.hpp"
#include "shell/disk/files.hpp"
#include "shell/disk/output_file.hpp"
#include "shell/session.hpp"

namespace care {
namespace {

using std::chrono::days;

/// A person's birthday some days from today, some years ago.
std::string birthday(Date day, int age) { return iso(add_calendar(day, {age, Unit::year}, -1)); }

/// Each table by example, with dates around `today`, so that its first agenda has something to
/// say.
std::string starter_book(Date today) {
  const WorkCalendar calendar;
  const auto ago = [&](int n) { return iso(today - days{n}); };
  const auto ahead = [&](int n) { return iso(today + days{n}); };
  const Date yesterday = calendar.before(today - days{1});
  return fmt::format(
      R"(# Your customer book. Who your customers are you write here, in any editor; what
# happened goes below as records. `care today` reads it and says who needs what.
# Lines that begin with # are notes to you. Delete the examples when you know
# your way; `care check` lists what is wrong, and what to write instead.

[book]
name = "My Shop"                  # stands at the head of every page
started = {started}              # nobody counts as late from before this day
value = [                         # what you sell every day; one of them a call
  "The phone is answered by a person",
  "Repairs are ready on the day we say",
]

[policy]                          # what is not written here has its default
tiers = {{ A = "2w", B = "1m", C = "3m" }}      # how often to be in touch
hours = ["09:00-12:30", "13:30-17:00"]        # when you answer; Monday to Friday
holidays = ["12-25", "01-01", "easter+1"]     # also "4th thu nov", {example_holiday}

# --- Who they are -----------------------------------------------------------

[[customer]]
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

# --- What happened ----------------------------------------------------------
# Each of these is one line to write: care log acme talked about the lobby --call

[[touch]]                         # each talk, visit, mail, letter
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
)",
      fmt::arg("started", ago(60)),
      fmt::arg("example_holiday", "{ from = 2026-12-28, to = 2026-12-31 }"),
      fmt::arg("joe", birthday(today + days{4}, 41)), fmt::arg("event", ahead(40).substr(5)),
      fmt::arg("since", ago(5)), fmt::arg("last_acme", ago(20)), fmt::arg("last_harbor", ago(12)),
      fmt::arg("asked", iso(yesterday) + "T16:30"), fmt::arg("asked_id", iso(yesterday)),
      fmt::arg("promised", iso(calendar.after(today + days{1}))), fmt::arg("made", ago(12)),
      fmt::arg("bought", iso(yesterday)));
}

/// In a directory that is a book, the examples would become a part of it.
void refuse_second(const Session& session, const std::string& file, bool is_for_directory) {
  const std::string directory = directory_of(file);
  if (!is_directory(directory)) return;
  std::vector<std::string> books = session.named_books();
  if (is_for_directory) books.push_back(directory);
  const bool is_book = std::ranges::any_of(books, [&](const std::string& book) {
    std::error_code error;
    return std::filesystem::equivalent(book, directory, error);
  });
  if (!is_book || book_files(directory).empty()) return;
  fail(directory, "is a book already, which the examples would become a part of");
}

/// `care init [PATH]`
struct Starting {
  std::string path;

  void declare(Options& options) {
    options.summary("Make a commented book to start from");
    options.argument("[PATH]", &path, "Where; default: the place where the book is looked for",
                     {Wanted::file});
    options.example("care init");
    options.example("care init shop.toml && care --book shop.toml today");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    std::string file = path.empty() ? session.book_path() : path;
    if (file == "-") refuse("init wants a path; standard input cannot be written");
    const bool is_for_directory = file.ends_with('/') || is_directory(file);
    if (is_for_directory) file = directory_entry(file, "book.toml");
    refuse_second(session, file, is_for_directory);
    create_file(file, starter_book(day_of(session.now(Book{}))));
    session.note_written("the book is there");
    session.print(fmt::format("{}: your book to start from. Look: care {}today\n",
                              neutralised(file),
                              path.empty() ? "" : fmt::format("--book {} ", neutralised(file))));
    return ExitCode::done;
  }
};

}  // namespace

CommandRow init_command() { return row<Starting>("init"); }

}  // namespace care
