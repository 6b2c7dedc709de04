#include <care/render_exports.hpp>
#include <care/render_formats.hpp>
#include <care/review.hpp>

#include <care/text.hpp>

#include <map>
#include <set>

#include "books.hpp"
#include "json.hpp"
#include "render/calendar/items.hpp"
#include "render/well_formed.hpp"

using namespace care;
using namespace care::test;

namespace {

/// An escape sequence, bidi, zero-width, C1, line ends of all kinds, a formula and markup; as a
/// TOML string, and as it stands in the book.
constexpr std::string_view bad_toml =
    R"("=\u001b[31m\u202e\u200b\u009b\u007f\n# <b>\r\n\t\u2028\U000E0041end")";
const std::string bad = "=\x1b[31m\u202e\u200b\u009b\x7f\n# <b>\r\n\t\u2028\U000e0041end";

std::string key(std::string_view name) { return std::string{name} + " = " + std::string{bad_toml}; }
std::string list(std::string_view name) {
  return std::string{name} + " = [" + std::string{bad_toml} + "]";
}

/// Every text of a book is hostile, and something of every kind is due.
std::string hostile_book() {
  return table("[book]", key("name"), list("value"), "owner = 'nick'") +
         table("[policy]", "tiers = { " + std::string{bad_toml} + " = '1d' }") +
         table("[[staff]]", "id = 'nick'", key("name"), key("email")) +
         table("[[customer]]", "id = 'acme'", key("name"), key("call_me"), key("sounds_like"),
               key("company"), key("phone"), key("email"), key("address"), list("tags"),
               key("tier"), "since = 2016-11-23", "birthday = '11-23'", list("value"),
               list("likes"), key("notes")) +
         table("[[customer.contact]]", key("name"), key("call_me"), key("sounds_like"), key("role"),
               key("phone"), key("email"), list("likes"), key("notes"), "birthday = '11-23'") +
         table("[[customer.event]]", key("what"), key("gift"), "date = '11-25'", "prepare = '3d'") +
         table("[[customer.plan]]", key("what"), "from = 2026-11-01", "every = '6m'") +
         table("[customer.extra]", std::string{bad_toml} + " = " + std::string{bad_toml}) +
         table("[[customer]]", "id = 'quiet'", key("name"), "every = 'never'", key("because"),
               "birthday = '11-25'", key("notes"), "mood = 'strained'") +
         table("[[customer]]", "id = 'zen'", key("name"), "referred_by = 'acme'",
               "since = 2026-11-20") +
         of("acme", "[[purchase]]", "2026-11-19", key("what"), key("currency"), "amount = 1.5") +
         touch("2026-11-18", "by = 'nick'", key("said"), key("heard"), key("wow"),
               "greeted = 'birthday'", "contact = " + std::string{bad_toml}) +
         request("2026-11-20") +
         table("[[request]]", "customer = 'acme'", key("what"), "asked = 2026-11-21",
               "urgent = true") +
         table("[[promise]]", "customer = 'acme'", key("what"), "due = 2026-11-20",
               "made = 2026-11-10") +
         of("zen", "[[snooze]]", "2026-11-20", "until = 2026-12-20", key("because")) +
         of("zen", "[[touch]]", "2026-11-25", key("said")) +
         // Problems: an unknown key, tier, staff and customer, and one without an id.
         table("[[customer]]", "id = 'odd'", key("name"), std::string{bad_toml} + " = 1",
               key("owner"), key("mood")) +
         table("[[customer]]", key("name"), key("id")) +
         table("[[request]]", key("customer"), key("what"), "asked = 2026-11-20");
}

/// A review of it in which everybody is on a list.
Review hostile_review(const Book& book, Moment now) {
  const TwoPeriods both = with_previous({day("2026-08-26"), day("2026-11-23")});
  ReviewSelection selection;
  selection.period = both.period;
  selection.previous = both.previous;
  selection.owner = 0;
  Review found = review(book, now, selection);
  for (CustomerIndex i = 0; i < book.customers.size(); ++i) {
    for (auto* list : {&found.strained, &found.silent, &found.satisfied}) {
      list->push_back({i, 0, day("2026-11-02")});
    }
    found.forgotten.push_back({i, 0, day("2026-09-01"), 83, 30});
    found.moved.push_back({i, Loyalty::loyal, Loyalty::strained});
  }
  found.deficiencies.push_back({0, Measure::heard, {1, 6}, {6, 6}});
  found.loyalty.fill(1);
  found.weeks = {{day("2026-11-16"), {3, 1}}};
  found.owner_loads.assign(book.staff.size(), {5, 2});
  return found;
}

/// What each format makes of the book, by the format's name, and what else there is to read.
struct Outputs {
  Reading reading;
  std::vector<Problem> problems;
  std::map<std::string_view, Lines> of;

  Outputs() : reading{read_text(hostile_book())} {
    const Book& book = reading.book;
    const Moment now = at("2026-11-23");
    problems = reading.problems;
    for (Problem& problem : problems_on(book, now)) problems.push_back(std::move(problem));
    const Agenda today = agenda_of_today(book, now, {});
    const Agenda week = agenda_of_range(book, now, day("2026-11-23"), day("2026-11-29"), {});
    const Agenda nothing = agenda_of_range(book, now, day("2026-11-28"), day("2026-11-28"), {});
    const DueAhead ahead = due_ahead(today, 7, {});
    const auto next = next_due(book, now, {});
    const Listing listing = list_customers(book, now, {});
    const Envelope envelope{{bad, "a@example.com"}, {{bad, "b@example.com"}}, bad, bad};
    Style style;
    style.whole_history = true;
    Style brief;
    brief.brief = true;
    for (const Format& format : formats()) {
      Lines& texts = of[format.name];
      for (const Agenda* agenda : {&today, &week, &nothing}) {
        const AgendaPage page{*agenda, problems, next, agenda == &week ? &ahead : nullptr};
        for (const Style& wanted : {style, brief}) {
          texts.push_back(format.message != nullptr ? format.message(page, envelope, wanted)
                                                    : format.page(page, wanted));
        }
      }
      if (format.listing != nullptr) texts.push_back(format.listing(listing, style));
      if (format.problems != nullptr) texts.push_back(format.problems(book, problems));
      if (format.customers != nullptr) texts.push_back(format.customers(listing));
    }
    const Review stepped_back = hostile_review(book, now);
    for (const Format& format : formats()) {
      const ReviewPage page{stepped_back, problems};
      if (format.review != nullptr) of[format.name].push_back(format.review(page, style));
      if (format.review_message != nullptr) {
        of[format.name].push_back(format.review_message(page, envelope, style));
      }
    }
    of["ics"].push_back(calendar_text(book, calendar_items(book, now)));
    for (CustomerIndex i = 0; i < book.customers.size(); ++i) {
      for (const Format& format : formats()) {
        if (format.sheet == nullptr) continue;
        of[format.name].push_back(format.sheet(call_sheet(book, i, now), style));
      }
      of["text"].push_back(render(derive(book, i, now), style));
    }
  }
  Outputs(const Outputs&) = delete;
  Outputs& operator=(const Outputs&) = delete;
};

/// All that a format makes, in one.
std::string joined(std::string_view format) {
  Outputs all;
  std::string texts;
  for (const std::string& text : all.of[format]) texts += text;
  return texts;
}

/// The fields of each row of CSV (RFC 4180).
std::vector<Lines> rows_of(std::string_view csv) {
  std::vector<Lines> rows{{""}};
  bool quoted = false;
  for (std::size_t i = 0; i < csv.size(); ++i) {
    std::string& field = rows.back().back();
    if (quoted && csv.substr(i, 2) == "\"\"") {
      field += csv[++i];
    } else if (csv[i] == '"') {
      quoted = !quoted;
    } else if (!quoted && csv[i] == ',') {
      rows.back().emplace_back();
    } else if (!quoted && csv.substr(i, 2) == "\r\n") {
      ++i;
      rows.push_back({""});
    } else {
      field += csv[i];
    }
  }
  CHECK(rows.back() == Lines{""});
  rows.pop_back();
  return rows;
}

}  // namespace

TEST_CASE("a hostile book is read, and much of it is due") {
  const Outputs all;
  CHECK(all.reading.book.name == bad);
  CHECK(all.reading.book.customers[0].name == bad);
  CHECK(all.reading.book.customers.size() >= 4);
  CHECK(all.problems.size() >= 5);
  std::string due;
  for (const Entry& entry : agenda_of_today(all.reading.book, at("2026-11-23"), {}).entries) {
    for (const Item& item : entry.items) due += std::string{word(item.kind)} + " ";
  }
  for (const std::string_view wanted :
       {"unreadable", "emergency", "request", "promise", "birthday", "anniversary", "prepare",
        "event", "thanks", "plan", "follow_up"}) {
    CAPTURE(wanted);
    CHECK(due.find(wanted) != std::string::npos);
  }
}

TEST_CASE("nothing of a hostile book reaches anybody as it is, in any format") {
  for (const auto& [name, texts] : Outputs{}.of) {
    const std::string in{name};
    CAPTURE(in);
    const bool crlf = name == "csv" || name == "ics";
    for (std::string text : texts) {
      // Org's own zero-width spaces part what would be markup; none of the book's is among them.
      const std::string_view part = "\u200b";
      for (std::size_t at = 0; name == "org" && (at = text.find(part)) != std::string::npos;) {
        text.erase(at, part.size());
      }
      CHECK(is_visible(text, crlf ? "\r\n" : "\n"));
    }
  }
}

TEST_CASE("the JSON of a hostile book is JSON") {
  Outputs all;
  for (const std::string& text : all.of["json"]) {
    CAPTURE(text);
    std::string_view rest = text;
    CHECK(take_json(rest).has_value());
    CHECK(rest.empty());
  }
  for (const std::string& text : all.of["jsonl"]) {
    std::string_view rest = text;
    std::size_t values = 0;
    while (!rest.empty()) {
      REQUIRE(take_json(rest).has_value());
      ++values;
    }
    CHECK((values > 3 || text.empty()));
  }
}

TEST_CASE("the CSV of a hostile book has as many fields in each row, and no formula in any") {
  Outputs all;
  for (const std::string& text : all.of["csv"]) {
    CAPTURE(text);
    const auto rows = rows_of(text);
    REQUIRE(!rows.empty());
    for (const Lines& row : rows) {
      CHECK(row.size() == rows[0].size());
      for (const std::string& field : row) {
        CHECK((field.empty() || std::string_view{"=+-@"}.find(field[0]) == std::string::npos));
      }
    }
  }
}

TEST_CASE("Markdown has no markup but its own") {
  Outputs all;
  for (const std::string& text : all.of["markdown"]) {
    CHECK(text.find("<b>") == std::string::npos);
    CHECK(text.find("\\<b\\>") != std::string::npos);
    CHECK(text.find("\n# <") == std::string::npos);
  }
}

TEST_CASE("HTML has no markup but its own") {
  Outputs all;
  for (const std::string& text : all.of["html"]) {
    CAPTURE(text);
    CHECK(text.find("# <b>") == std::string::npos);
    CHECK(text.find("# &lt;b&gt;") != std::string::npos);
    CHECK(text.find("<script") == std::string::npos);
    CHECK(text.find("://") == std::string::npos);
  }
}

TEST_CASE("a mail has no header but its own, and only ASCII") {
  Outputs all;
  for (const std::string& text : all.of["email"]) {
    const std::string_view head = std::string_view{text}.substr(0, text.find("\n\n"));
    std::string names;
    std::size_t at = 0;
    while (at < head.size()) {
      const std::string_view line = head.substr(at, head.find('\n', at) - at);
      if (!line.starts_with(' ')) names += std::string{line.substr(0, line.find(':'))} + " ";
      at += line.size() + 1;
    }
    CHECK(names == "From To Subject Date Message-ID Auto-Submitted MIME-Version Content-Type ");
    CHECK(std::ranges::all_of(text, [](char c) { return c == '\n' || (c >= ' ' && c <= '~'); }));
  }
}

TEST_CASE("a hostile text stays within its line of a calendar") {
  std::string unfolded;
  const std::string calendar = joined("ics");
  CHECK(is_visible(calendar, "\r\n"));
  for (std::size_t i = 0; i < calendar.size(); ++i) {
    if (calendar.substr(i, 3) == "\r\n ") {
      i += 2;
    } else {
      unfolded += calendar[i];
    }
  }
  std::set<std::string> begun;
  for (std::string_view rest = unfolded; !rest.empty();) {
    const std::size_t end = rest.find("\r\n");
    REQUIRE(end != std::string_view::npos);
    const std::string line{rest.substr(0, end)};
    CAPTURE(line);
    const std::string name = line.substr(0, line.find_first_of(":;"));
    CHECK(std::ranges::all_of(name, [](char c) { return (c >= 'A' && c <= 'Z') || c == '-'; }));
    if (name == "BEGIN") begun.insert(line.substr(6));
    rest.remove_prefix(end + 2);
  }
  CHECK(begun == std::set<std::string>{"VALARM", "VCALENDAR", "VEVENT", "VTODO"});
}

TEST_CASE("a hostile text stays within its line of a card") {
  const Outputs all;
  for (const VcardVersion version : {VcardVersion::v3, VcardVersion::v4}) {
    const std::string cards =
        render_cards(all.reading.book, day("2026-11-23"), {std::nullopt, true, true, version});
    CHECK(is_visible(cards, "\r\n"));
    std::size_t begun = 0;
    for (std::size_t i = 0; (i = cards.find("BEGIN:VCARD\r\n", i)) != std::string::npos; ++i) {
      ++begun;
    }
    CHECK(begun == all.reading.book.customers.size() + 1);
  }
}

TEST_CASE("a remind script has no expression but its own, and no line that joins the next") {
  const std::string script = joined("remind");
  CHECK(is_visible(script, "\n"));
  for (std::size_t at = 0; at < script.size();) {
    const std::size_t end = script.find('\n', at);
    const std::string line = script.substr(at, end - at);
    CAPTURE(line);
    CHECK((line.empty() || line.starts_with("# ") || line.starts_with("REM ")));
    CHECK((line.empty() || line.back() != '\\'));
    at = end + 1;
  }
}

TEST_CASE("an Org file has lines of its own kinds only") {
  const std::string file = joined("org");
  for (std::size_t at = 0; at < file.size();) {
    const std::size_t end = file.find('\n', at);
    const std::string line = file.substr(at, end - at);
    CAPTURE(line);
    bool known = line.empty();
    for (const std::string_view start :
         {"#+TITLE: ", "Nothing is due on ", "2 entries could not be read, ",
          "Left out: ", "Nothing is due on ", "* ", "** ", "*** TODO [#", "SCHEDULED: <", "- "}) {
      known = known || line.starts_with(start);
    }
    CHECK(known);
    at = end + 1;
  }
}
