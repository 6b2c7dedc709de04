#include "render/words/page.hpp"
#include <care/calendar.hpp>
#include <care/text.hpp>
#include "render/words/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string_view>

namespace care {
namespace {

/// The heading under which entries of an urgency stand on a page of one day.
std::string_view title_of(Urgency urgency) {
  switch (urgency) {
    case Urgency::unreadable: return "COULD NOT BE READ";
    case Urgency::emergency: return "NOW";
    case Urgency::overdue: return "LATE";
    case Urgency::open:
    case Urgency::occasion:
    case Urgency::delicate:
    case Urgency::belated: return "TODAY";
    case Urgency::routine: return "KEEP IN TOUCH";
    case Urgency::coming: break;
  }
  return "COMING";
}

/// An empty section for the entry: that of its most urgent item, or of its day in a range.
SectionWords section_of(const Agenda& agenda, const Entry& entry, bool brief) {
  const Item& first = entry.items.front();
  const bool is_lost = entry.unreadable != nullptr;
  const bool by_day = agenda.range && !is_lost;
  SectionWords section;
  section.title = by_day ? long_day(entry.day) : std::string{title_of(first.urgency)};
  section.ink = !agenda.range && ink_of(first) == Ink::alarm ? Ink::alarm : Ink::bold;
  section.compact = brief || is_lost || (!agenda.range && !is_due(first));
  return section;
}

/// `You are away until Fri 4 Dec; Chris looks after yours.`; nothing for who is here.
std::string away_words(const Agenda& agenda) {
  const Date today = day_of(agenda.now);
  if (!agenda.owner || agenda.from != today) return {};
  const Staff& owner = agenda.book->staff[*agenda.owner];
  const auto away = std::ranges::find_if(
      owner.away, [&](const DaySpan& span) { return span.from <= today && today <= span.to; });
  if (away == owner.away.end()) return {};
  const StaffIndex other = stand_in(*agenda.book, *agenda.owner, today);
  return fmt::format("You are away until {}{}.", short_day(away->to, today),
                     other == *agenda.owner
                         ? ", and nobody stands in for you"
                         : "; " + staff_words(*agenda.book, other) + " looks after yours");
}

/// ` of these kinds with that tag`: what alone was asked for; nothing where that is all.
std::string asked_words(const Selection& selection) {
  std::string words;
  if (!selection.only.empty())
    words += selection.only.size() == 1 ? " of that kind" : " of these kinds";
  if (!selection.tags.empty())
    words += selection.tags.size() == 1 ? " with that tag" : " with these tags";
  return words;
}

std::string nothing_due_words(const AgendaPage& page) {
  const Agenda& agenda = page.agenda;
  const std::optional<NextDue>& next = page.next;
  if (agenda.book->customers.empty() && agenda.book->unreadable.empty()) {
    return "No customers yet: care add NAME, or care import contacts.vcf";
  }
  const Date today = day_of(agenda.now);
  std::string when = "today";
  if (agenda.range) {
    when = agenda.from == agenda.to ? fmt::format("on {}", short_day(agenda.from, today))
                                    : fmt::format("from {} to {}", short_day(agenda.from, today),
                                                  short_day(agenda.to, today));
  }
  const std::string nothing = fmt::format("Nothing{} is due {}", asked_words(page.selection), when);
  if (!next) return nothing + ", nor in the year to come.";
  return fmt::format("{}. Next: {} on {}.", nothing,
                     who_words(as_of(*agenda.book, next->customer, next->day), today),
                     short_day(next->day, today));
}

std::string title_words(const Agenda& agenda) {
  if (agenda.range) return days_words(agenda.from, agenda.to);
  return fmt::format("{}, {}", long_day(day_of(agenda.now)), clock(agenda.now));
}

std::string whose_words(const Agenda& agenda) {
  std::string whose = neutralised(agenda.book->name);
  if (!agenda.owner) return whose;
  return fmt::format("{}{}for {}", whose, whose.empty() ? "" : ", ",
                     staff_words(*agenda.book, *agenda.owner));
}

/// Pages that begin on the first working day of a month end with a look back, where the book knows
/// that month.
std::string new_month_words(const Agenda& agenda) {
  const Book& book = *agenda.book;
  const Date today = day_of(agenda.now);
  const auto month = civil(today).year() / civil(today).month();
  const Date first{month / 1};
  const WorkCalendar& calendar = book.policy.calendar;
  const bool is_first = calendar.is_working(today) && calendar.after(first) == today;
  if (agenda.from != today || !is_first || book.customers.empty() || book.started >= first) {
    return {};
  }
  return fmt::format("A new month: `care review --last month` shows how {} went.",
                     month_name((month - std::chrono::months{1}).month()));
}

/// How many there are, and the first few of them.
void add_problems(const AgendaPage& page, PageWords& words) {
  constexpr std::size_t few = 3;
  const auto& problems = page.problems;
  if (problems.empty()) return;
  const auto count = static_cast<int>(problems.size());
  words.problems =
      fmt::format("{} in the book; `care check` {}:", counted(count, "problem", "problems"),
                  count == 1 ? "says what to write instead" : "lists all of them");
  for (std::size_t i = 0; i < std::min(problems.size(), few); ++i) {
    words.first_problems.push_back(
        fmt::format("{}: {}", to_string(*page.agenda.book, problems[i].at), problems[i].what));
  }
  if (problems.size() > few) {
    words.first_problems.push_back(fmt::format("and {} more", problems.size() - few));
  }
}

}  // namespace

std::string summary_words(const Agenda& agenda) {
  const DueCounts due = count_due(agenda);
  std::vector<std::string> parts;
  const auto add = [&](int count, std::string_view one, std::string_view several) {
    if (count > 0) parts.push_back(counted(count, one, several));
  };
  add(due.unreadable, "entry could not be read", "entries could not be read");
  add(due.emergencies, "emergency", "emergencies");
  add(due.late_requests, "late request", "late requests");
  add(due.late_promises, "late promise", "late promises");
  if (parts.empty()) return counted(due.customers, "customer to care for", "customers to care for");
  add(due.others, "more", "more");
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string summary_words(const AgendaPage& page) {
  std::string words =
      anything_due(page.agenda) ? summary_words(page.agenda) : nothing_due_words(page);
  const std::string away = away_words(page.agenda);
  return away.empty() ? words : away + " " + words;
}

std::string hidden_words(const Agenda& agenda) {
  const HiddenCounts& hidden = agenda.hidden;
  std::vector<std::string> parts;
  const auto add = [&](int count, std::string_view words) {
    if (count > 0) parts.push_back(fmt::format("{} {}", count, words));
  };
  add(hidden.capped, "over today's limit");
  add(hidden.waiting, "waiting for the next try");
  add(hidden.snoozed, "snoozed");
  add(hidden.do_not_contact, "not to contact");
  std::vector<std::string> names;
  for (const StaffIndex staff : hidden.others) names.push_back(staff_words(*agenda.book, staff));
  add(hidden.other_owners,
      fmt::format("{} of {}", hidden.other_owners == 1 ? "entry" : "entries", enumerated(names)));
  if (parts.empty()) return {};
  return fmt::format("Left out: {}", fmt::join(parts, ", "));
}

PageWords words_of(const AgendaPage& page, bool brief) {
  const Agenda& agenda = page.agenda;
  PageWords words;
  words.title = title_words(agenda);
  words.whose = whose_words(agenda);
  words.quiet = !anything_due(agenda);
  words.summary = summary_words(page);
  add_problems(page, words);
  words.entries.resize(agenda.entries.size());
  in_halves(page.selection.together, agenda.entries.size(), [&](std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i)
      words.entries[i] = words_of(agenda, agenda.entries[i], brief);
  });
  std::size_t begin = 0;
  for (std::size_t i = 0; i < agenda.entries.size(); ++i) {
    SectionWords section = section_of(agenda, agenda.entries[i], brief);
    if (words.sections.empty() || words.sections.back().title != section.title) {
      words.sections.push_back(std::move(section));
      begin = i;
    }
    words.sections.back().entries = std::span{words.entries}.subspan(begin, i + 1 - begin);
  }
  words.hidden = hidden_words(agenda);
  words.new_month = new_month_words(agenda);
  return words;
}

}  // namespace care
