// Any bytes at all are a book, and give an agenda, reports and problems that keep their promises.

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
#include <care/reading.hpp>
#include <care/render.hpp>
#include <care/render_exports.hpp>
#include <care/render_formats.hpp>
#include <care/report.hpp>

#include "fuzz/formats.hpp"
#include "fuzz/fuzz.hpp"
#include "render/calendar/items.hpp"

using namespace care;
using namespace care::test;

namespace {

using std::chrono::days;

/// A few of each are enough: the rest is worked out by the same rules.
constexpr std::size_t few = 3;
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
    demand(has(Kind::follow_up) || has(Kind::no_plan) || decided || by_policy,
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

/// An agenda in every format.
void render_agenda(const Agenda& agenda, const std::vector<Problem>& problems, Outputs& outputs) {
  AgendaPage page{agenda, problems, std::nullopt};
  if (!anything_due(agenda)) page.next = next_due(*agenda.book, agenda.now, {});
  Style style;
  for (const Format& format : formats()) {
    if (format.page != nullptr) outputs.push_back({format.name, format.page(page, style)});
  }
  style.width = 40;
  outputs.push_back({"text", find_format("text")->page(page, style)});
  style.brief = true;
  outputs.push_back({"text", find_format("text")->page(page, style)});
}

/// What `list`, `show` and `why` tell.
void render_reports(const Book& book, Moment now, Outputs& outputs) {
  Style style;
  style.whole_history = true;
  for (CustomerIndex i = 0; i < std::min(few, book.customers.size()); ++i) {
    outputs.push_back({"text", find_format("text")->sheet(call_sheet(book, i, now), style)});
    outputs.push_back({"text", render(derive(book, i, now), style)});
  }
  const CardSelection cards{std::nullopt, true, true, VcardVersion::v3};
  outputs.push_back({"contacts", render_cards(book, day_of(now), cards)});
  outputs.push_back({"calendar", calendar_text(book, calendar_items(book, now))});
  const Listing listing = list_customers(book, now, {});
  for (const Format& format : formats()) {
    if (format.listing != nullptr) outputs.push_back({format.name, format.listing(listing, style)});
  }
}

/// Everything that care says about a book.
Outputs said(std::string_view bytes) {
  const Moment now = fixed_now();
  const Date today = day_of(now);
  const std::vector<Source> sources = sources_of(bytes);
  const Reading reading = read_book(sources);
  const Book& book = reading.book;
  std::vector<Problem> problems = reading.problems;
  demand(std::ranges::is_sorted(problems, {}, &Problem::at), "problems are sorted by position");
  for (Problem& problem : problems_on(book, now)) problems.push_back(std::move(problem));
  check_problems(problems, sources);
  check_plans(book, now);

  Outputs outputs;
  for (const Format& format : formats()) {
    if (format.problems != nullptr)
      outputs.push_back({format.name, format.problems(book, problems)});
  }
  std::vector<Agenda> agendas;
  agendas.push_back(agenda_of_today(book, now, {}));
  if (items_of(agendas.front()) > most_items) return outputs;
  agendas.push_back(agenda_of_range(book, now, today, today + range, {}));
  for (StaffIndex i = 0; i < std::min(few, book.staff.size()); ++i) {
    Selection theirs;
    theirs.owner = i;
    agendas.push_back(agenda_of_today(book, now, theirs));
  }
  for (const Agenda& agenda : agendas) {
    check_entries(agenda);
    render_agenda(agenda, problems, outputs);
  }
  render_reports(book, now, outputs);
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
  const Outputs outputs = said(bytes);
  for (const Output& output : outputs) demand_format(output.format, output.text);
  demand(outputs == said(bytes), "the same book says the same twice");
  check_isolation(bytes);
  return 0;
}
