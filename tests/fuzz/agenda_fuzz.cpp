// Any bytes at all are a book, and give an agenda, reports and problems that keep their promises.
// Each input draws a few of all pages and formats, by its own bytes: a million inputs see them all.

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <care/agenda.hpp>
#include <care/plan.hpp>
#include <care/plan_quiet.hpp>
#include <care/reading.hpp>
#include <care/render.hpp>
#include <care/render_exports.hpp>
#include <care/render_formats.hpp>
#include <care/report.hpp>

#include "fuzz/formats.hpp"
#include "fuzz/fuzz.hpp"
#include "record/random_text.hpp"
#include "render/calendar/items.hpp"

using namespace care;
using namespace care::test;

namespace {

using std::chrono::days;

constexpr days range{4};
/// A notice of 1000 years puts a thousand birthdays on every page: right, but slow to tell.
constexpr std::size_t most_items = 300;

Moment fixed_now() {
  return Moment{*make_date(2026, 11, 23)} + std::chrono::hours{7} + std::chrono::minutes{30};
}

/// Nobody is forgotten: whoever has a rhythm has a follow-up, and whoever has none has a reason.
void check_plans(const Book& book, Moment now) {
  for (CustomerIndex i = 0; i < book.customers.size(); ++i) {
    const Customer& customer = book.customers[i];
    demand(!customer.id.empty() && !customer.name.empty(), "a customer has an id and a name");
    const CustomerPlan plan = plan_customer(book, i, now);
    for (const Item& item : plan.items) {
      demand(item.customer == i, "an item is the customer's", customer.id);
      demand(item.urgency != Urgency::unreadable, "an item has a class", customer.id);
      demand(item.days_late >= 0, "an item is late by no less than nothing", customer.id);
    }
    const Search search = find_customer(book, customer.id);
    demand(search.found == std::vector{i}, "an id finds its customer", customer.id);
    if (customer.status != Status::active) continue;
    const auto has = [&](Kind kind) {
      return std::ranges::find(plan.items, kind, &Item::kind) != plan.items.end();
    };
    const bool decided = customer.every && !customer.every->period && !customer.because.empty();
    const bool by_policy = !customer.every && !cadence_of(book, customer).period;
    const bool by_own_plan = std::ranges::any_of(
        plan.own_courses, [](const OwnCourse& course) { return course.occurrence.has_value(); });
    demand(has(Kind::follow_up) || has(Kind::no_plan) || decided || by_policy || by_own_plan,
           "a customer has a next touch or a reason", customer.id);
  }
}

/// What could not be read stands first, and no customer stands twice on one page.
void check_entries(const Agenda& agenda) {
  std::set<std::pair<Date, CustomerIndex>> seen;
  std::size_t unreadable = 0;
  for (const Entry& entry : agenda.entries) {
    demand(!entry.items.empty(), "an entry has an item");
    demand(entry.customer.has_value() != (entry.unreadable != nullptr), "an entry is of one");
    demand(agenda.from <= entry.day && entry.day <= agenda.to, "a day is one of the agenda's");
    if (!entry.customer) {
      demand(seen.empty() || agenda.range, "what could not be read stands first");
      ++unreadable;
    } else {
      demand(seen.emplace(entry.day, *entry.customer).second, "a customer has one entry a page");
    }
  }
  if (!agenda.range) {
    demand(unreadable == agenda.book->unreadable.size(), "nothing unreadable is left out");
  }
}

/// What care says, and the format that it is in, as `demand_format` knows them.
struct Output {
  std::string_view format;
  std::string text;
  friend bool operator==(const Output&, const Output&) = default;
};
using Outputs = std::vector<Output>;

std::size_t items_of(const Agenda& agenda) {
  std::size_t sum = 0;
  for (const Entry& entry : agenda.entries) sum += entry.items.size();
  return sum;
}

/// One of the formats that have this kind of page.
template <class Page>
const Format& one_format(Random& random, Page Format::*page) {
  std::vector<const Format*> able;
  for (const Format& format : formats()) {
    if (format.*page != nullptr) able.push_back(&format);
  }
  return *random.one_of(able);
}

/// An agenda in one of the formats, or as text in little room.
Output agenda_page(const Agenda& agenda, const std::vector<Problem>& problems, Random& random) {
  constexpr std::size_t narrow = 40;
  AgendaPage page{agenda, problems, std::nullopt};
  if (!anything_due(agenda)) page.next = next_due(*agenda.book, agenda.now, {});
  Style style;
  if (random.chance(80)) {
    const Format& format = one_format(random, &Format::page);
    return {format.name, format.page(page, style)};
  }
  style.width = narrow;
  style.brief = random.chance(50);
  return {"text", find_format("text")->page(page, style)};
}

/// One of the agendas: of the day, of a few days, or of somebody's day.
Agenda one_agenda(const Book& book, Moment now, Random& random) {
  const Date today = day_of(now);
  const std::size_t kind = random.below(4);
  if (kind == 0) return agenda_of_range(book, now, today, today + range, {});
  Selection selection;
  if (kind == 1 && !book.staff.empty()) {
    selection.owner = static_cast<StaffIndex>(random.below(book.staff.size()));
  }
  return agenda_of_today(book, now, selection);
}

/// One of the things that `show`, `why`, `list` and `export` tell.
Output report(const Book& book, Moment now, Random& random) {
  Style style;
  style.whole_history = true;
  const std::size_t kind = random.below(5);
  if (kind < 2 && !book.customers.empty()) {
    const auto who = static_cast<CustomerIndex>(random.below(book.customers.size()));
    if (kind == 0) return {"text", render(derive(book, who, now), style)};
    const Format& format = one_format(random, &Format::sheet);
    return {format.name, format.sheet(call_sheet(book, who, now), style)};
  }
  if (kind == 2) return {"calendar", calendar_text(book, calendar_items(book, now))};
  if (kind == 3) {
    const CardSelection cards{std::nullopt, true, true, VcardVersion::v3};
    return {"contacts", render_cards(book, day_of(now), cards)};
  }
  const Format& format = one_format(random, &Format::listing);
  return {format.name, format.listing(list_customers(book, now, {}), style)};
}

std::string page_of_today(const Book& book, Moment now) {
  const Agenda agenda = agenda_of_today(book, now, {});
  const AgendaPage page{agenda, {}, std::nullopt};
  return anything_due(agenda) ? find_format("json")->page(page, Style{}) : "";
}

/// What one customer is called whom somebody asks for.
std::string_view one_name(const Book& book, Random& random) {
  if (book.customers.empty()) return "somebody";
  const auto who = static_cast<CustomerIndex>(random.below(book.customers.size()));
  const std::vector<Text> names = names_of(book, who);
  const Text name = random.one_of(names);
  return name.empty() || random.chance(50) ? book.customers[who].id : name;
}

/// The sheet of the one who is called so; of several only that they are.
std::string sheet_of(const Book& book, std::string_view name, Moment now) {
  std::string text;
  const std::vector<CustomerIndex> found = customers_called(book, name);
  for (const CustomerIndex one : found) text += std::string{book.customers[one].id} + "\n";
  if (found.size() != 1) return text;
  return text + find_format("json")->sheet(call_sheet(book, found.front(), now), Style{});
}

/// Of a book that is read in part: nothing is wrong with the whole of it, and of whom the part is
/// made, both say the same.
void check_parts(const std::vector<Source>& sources, const Reading& whole, Moment now,
                 Random& random) {
  const auto page = read_for_pages(sources, day_of(now), [](const Book& book, Date today) {
    return quiet_until(book, today, today);
  });
  const std::string_view name = one_name(whole.book, random);
  const auto wanted = may_be_called(name);
  const auto one = wanted ? read_for_one(sources, day_of(now), *wanted) : std::nullopt;
  if (!page && !one) return;
  demand(whole.problems.empty(), "a book that is read in part is sound");
  const auto count = [&](const Book& book) {
    const auto all = problems_on(book, now);
    return std::ranges::count_if(all,
                                 [](const Problem& of) { return of.severity != Severity::note; });
  };
  if (page) {
    demand(count(page->book) == count(whole.book), "what is wrong today is in the part of a page");
    demand(page_of_today(page->book, now) == page_of_today(whole.book, now),
           "a page of a part is the same");
  }
  if (!one) return;
  demand(count(one->book) == count(whole.book), "what is wrong today is in the part of one");
  demand(one->line_ends == whole.line_ends, "both know how many lines there are");
  demand(sheet_of(one->book, name, now) == sheet_of(whole.book, name, now),
         "a sheet of a part is the same", name);
}

/// What care says about a book: a page, a report and the problems, drawn from all that there are.
Outputs said(std::string_view bytes, Random random) {
  const Moment now = fixed_now();
  const std::vector<Source> sources = sources_of(bytes);
  const Reading reading = read_book(sources);
  const Book& book = reading.book;
  std::vector<Problem> problems = reading.problems;
  demand(std::ranges::is_sorted(problems, {}, &Problem::at), "problems are sorted by position");
  for (Problem& problem : problems_on(book, now)) problems.push_back(std::move(problem));
  check_problems(problems, sources);
  check_plans(book, now);
  check_parts(sources, reading, now, random);

  Outputs outputs;
  const Format& format = one_format(random, &Format::problems);
  outputs.push_back({format.name, format.problems(book, problems)});
  const Agenda agenda = one_agenda(book, now, random);
  check_entries(agenda);
  if (items_of(agenda) > most_items) return outputs;
  outputs.push_back(agenda_page(agenda, problems, random));
  outputs.push_back(report(book, now, random));
  return outputs;
}

/// One mistake costs what it stands in: whatever stands above a sound table, it is read.
void check_isolation(std::string_view bytes) {
  constexpr std::string_view id = "behind-all-that";
  std::string text{bytes};
  text += "\n[[customer]]\nid = \"" + std::string{id} + "\"\nname = \"Zen\"\n";
  const Reading reading = read_book(sources_of(text));
  const bool is_read =
      std::ranges::find(reading.book.customers, id, &Customer::id) != reading.book.customers.end();
  const bool is_utf16 = std::ranges::any_of(reading.problems, [](const Problem& problem) {
    return problem.code == "not-utf8" && problem.what.find("UTF-16") != std::string::npos;
  });
  demand(is_read || is_utf16, "a sound table at the end is read");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes = as_text(data, size);
  const Random own{hash_of(bytes)};
  const Outputs outputs = said(bytes, own);
  for (const Output& output : outputs) demand_format(output.format, output.text);
  Random random = own;
  constexpr std::size_t one_in = 8;
  if (random.below(one_in) == 0) {
    demand(outputs == said(bytes, own), "the same book says the same twice");
  } else if (random.below(one_in) == 0) {
    check_isolation(bytes);
  }
  return 0;
}
