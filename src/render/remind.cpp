#include <care/calendar.hpp>
#include <care/render.hpp>
#include <care/report_calendar.hpp>
#include <care/text.hpp>
#include "render/words/items.hpp"
#include "render/words/page.hpp"
#include "render/words/people.hpp"
#include "render/words/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace care {
namespace {

/// Text in which remind finds nothing to replace: `[` would begin an expression, `%` a date.
std::string remind_text(std::string_view text) {
  std::string out;
  for (const char c : in_line(text)) {
    if (c == '[') {
      out += R"(["["])";
    } else if (c == '%') {
      out += "%%";
    } else {
      out += c;
    }
  }
  return out;
}

/// The message, as calendars show it, and how far off it is. It never ends in a backslash, which
/// would join the next line to it.
std::string message(std::string_view text) { return fmt::format("MSG %\"{}%\" (%b)\n", text); }

/// Days of warning. Remind knows no longer units; working days are rounded up to whole weeks.
int days_of(Duration duration) {
  constexpr int week = 7;
  constexpr int month = 31;
  constexpr int year = 366;
  constexpr int workdays = 5;
  switch (duration.unit) {
    case Unit::minute:
    case Unit::hour: return 0;
    case Unit::day: return duration.count;
    case Unit::week: return duration.count * week;
    case Unit::month: return duration.count * month;
    case Unit::year: return duration.count * year;
    case Unit::working_day: break;
  }
  return (duration.count + workdays - 1) / workdays * week;
}

/// `Joe Tran's birthday (41), Acme Tower`: the years are worked out by remind.
std::string yearly_words(const Book& book, const RepeatedDate& date, Date today) {
  const Text customer = as_of(book, date.customer, today).name;
  const std::string name = remind_text(customer);
  const int year = date.date.year ? static_cast<int>(*date.date.year) : 0;
  if (date.kind == Kind::birthday) {
    const std::string age = date.date.year ? fmt::format(" ([$Ty - {}])", year) : "";
    return fmt::format("{}'s birthday{}{}", remind_text(date.person), age,
                       date.person == customer ? "" : ", " + name);
  }
  if (date.kind == Kind::anniversary) {
    return fmt::format("{}: [$Ty - {}] [plural($Ty - {}, \"year\")] with us", name, year, year);
  }
  return fmt::format("{}, {}", remind_text(date.what), name);
}

/// `29 Feb`. Remind's own names of the months do not depend on the language it was built for.
std::string month_day(std::chrono::month_day day) {
  return fmt::format("{} {}", static_cast<unsigned>(day.day()),
                     short_name(month_name(day.month())));
}

/// One line for the date; for 29 February a second one, for common years.
std::string lines_of(const Book& book, const RepeatedDate& date, Date today) {
  using namespace std::chrono_literals;
  const bool is_barred = as_of(book, date.customer, today).status == Status::do_not_contact;
  const std::string text = message(yearly_words(book, date, today) +
                                   (is_barred ? " (only to know, do not contact)" : ""));
  const std::string warning = fmt::format("++{}", days_of(date.heads_up));
  if (!date.yearly) {
    const Date day = in_year(date.date.day, *date.date.year, date.leap_day);
    return fmt::format("REM {} {} {}", iso(day), warning, text);
  }
  std::string limits;
  if (date.first && *date.first > today) limits += fmt::format(" FROM {}", iso(*date.first));
  if (date.until) limits += fmt::format(" UNTIL {}", iso(*date.until - std::chrono::days{1}));
  std::string round;
  if (date.round) {
    const int year = static_cast<int>(*date.date.year);
    round = fmt::format("($Ty - {} == 1 || ($Ty - {}) % 5 == 0)", year, year);
  }
  const auto line = [&](std::chrono::month_day day, std::string_view condition) {
    const std::string_view both = !round.empty() && !condition.empty() ? " && " : "";
    const std::string satisfy = fmt::format("{}{}{}", round, both, condition);
    return fmt::format("REM {} {}{} {}{}", month_day(day), warning, limits,
                       satisfy.empty() ? "" : fmt::format("SATISFY [{}] ", satisfy), text);
  };
  constexpr auto leap_day = std::chrono::February / 29;
  if (date.date.day != leap_day) return line(date.date.day, "");
  const auto common =
      date.leap_day == LeapDay::march_1 ? std::chrono::March / 1 : std::chrono::February / 28;
  return line(leap_day, "") + line(common, "!isleap($Ty)");
}

/// An item that is not a returning date, on the day to do it.
std::string line_of(const Agenda& agenda, const Entry& entry, const Item& item) {
  const Book& book = *agenda.book;
  const std::string whose = owner_words(agenda, entry);
  const ItemWords words = words_on_page(book, item, entry.now, Read::another_day);
  const bool is_barred = as_of(book, item.customer, entry.day).status == Status::do_not_contact;
  const std::string text =
      fmt::format("{}{}: {}{}{}{}{}{}", as_of(book, item.customer, entry.day).name,
                  whose.empty() ? "" : fmt::format(" ({})", whose), words.label,
                  words.label.empty() ? "" : " ", words.line, words.detail.empty() ? "" : ": ",
                  words.detail, is_barred ? ", do not contact" : "");
  return fmt::format("REM {} {}", iso(std::max(entry.day, item.act)), message(remind_text(text)));
}

bool is_ahead(const Item& item, Date day) {
  return is_occasion(item.kind) && item.occurrence >= day;
}

}  // namespace

std::string render_remind(const AgendaPage& page, const Style& /*style*/) {
  const Agenda& agenda = page.agenda;
  const Date today = day_of(agenda.now);
  std::string out = fmt::format("# Made by care on {}; make a new one each day.\n\n", iso(today));
  out += "# Days that return\n";
  for (const RepeatedDate& date : repeated_dates(*agenda.book, today, page.selection)) {
    out += lines_of(*agenda.book, date, today);
  }
  if (const std::string hidden = hidden_words(agenda); !hidden.empty()) {
    out += fmt::format("\n# {}.\n", hidden);
  }
  out +=
      fmt::format("\n# What stands on the pages of {} to {}\n", iso(agenda.from), iso(agenda.to));
  for (const Entry& entry : agenda.entries) {
    for (const Item& item : entry.items) {
      if (entry.unreadable != nullptr) {
        out +=
            fmt::format("REM {} {}", iso(entry.day), message(remind_text(entry.unreadable->what)));
      } else if (!is_ahead(item, entry.day)) {
        out += line_of(agenda, entry, item);
      }
    }
  }
  return out;
}

}  // namespace care
