#include <array>
#include <set>

#include "books.hpp"
#include "draw.hpp"

using namespace care;
using namespace care::test;

namespace {

constexpr std::chrono::days one_day{1};

/// Records and dates of all kinds, drawn by a seed: the same seed draws the same book everywhere.
class RandomBook : Draw {
 public:
  explicit RandomBook(unsigned seed) : Draw{seed} {}

  std::string text() {
    std::string text = chance(2) ? "[book]\nstarted = " + date(-300, 10) + "\n" : "";
    text +=
        policy("holidays = [{ from = 2026-12-20, to = 2027-01-0" + number(1, 9) + " }]",
               "heads_up = '" + number(0, 40) + "d'", "belated = '" + number(0, 9) + "wd'",
               "per_day = 0", "thank_window = '" + number(2, 90) + "d'",
               pick({"anniversaries = 'all'", "anniversaries = 'round'", "leap_day = '03-01'"}));
    text += table("[[staff]]", "id = 'ann'", "name = 'Ann'", "backup = 'joe'", away());
    text += table("[[staff]]", "id = 'joe'", "name = 'Joe'", away());
    for (const char* id : {"a", "b", "c"}) text += theirs(id);
    return text;
  }

 private:
  std::string quoted_day() { return "'" + date(-30, 60).substr(5) + "'"; }
  std::string away() {
    const int from = between(-5, 30);
    return "away = [{ from = " + date(from, from) + ", to = " + date(from + 3, from + 9) + " }]";
  }

  std::string theirs(std::string_view id) {
    std::string text = customer(
        id, pick({"every = '2w'", "every = '1m'", "every = 'never'", "tier = 'A'", ""}),
        pick({"owner = 'ann'", "owner = 'joe'", ""}), pick({"mood = 'strained'", "", ""}),
        pick({"status = 'do-not-contact'", "status = 'former'", "", "", "", ""}),
        chance(2) ? "since = " + date(-2000, 60) : "", chance(2) ? "birthday = '02-29'" : "",
        id != "a" && chance(2) ? "referred_by = 'a'" : "");
    text += table("[[customer.contact]]", "name = 'Mia'", "birthday = " + quoted_day());
    text += table("[[customer.event]]", "what = 'gala'", "date = " + quoted_day(),
                  "heads_up = '" + number(0, 20) + "wd'", "prepare = '" + number(1, 15) + "wd'");
    text += table("[[customer.event]]", "what = 'fair'", "date = " + date(-20, 90),
                  "yearly = false", "prepare = '2w'");
    for (int i = between(0, 3); i > 0; --i) text += talk(id);
    for (int i = between(0, 3); i > 0; --i) {
      text += of(id, "[[snooze]]", date(-20, 20), "until = " + date(0, 50), "because = 'busy'",
                 pick({"all = true", ""}));
    }
    if (chance(2)) text += of(id, "[[purchase]]", date(-20, 20), "what = 'lamp'");
    if (chance(2)) text += of(id, "[[ready]]", date(-20, 20), "what = 'gala'");
    if (chance(2)) text += asked(id);
    if (chance(2)) {
      text += table("[[promise]]", "customer = '" + std::string{id} + "'", "what = 'call'",
                    "due = " + date(-10, 60), chance(2) ? "made = " + date(-20, 20) : "");
    }
    return text;
  }

  std::string talk(std::string_view id) {
    return of(id, "[[touch]]", date(-60, 30), pick({"reached = false", "", ""}),
              pick({"greeted = 'birthday'", "greeted = ['gala', 'fair']", "thanked = 'lamp'", ""}),
              pick({"mood = 'strained'", "mood = 'content'", ""}));
  }

  std::string asked(std::string_view id) {
    const std::string name = "'" + std::string{id} + "-key'";
    std::string text = table("[[request]]", "customer = '" + std::string{id} + "'", "what = 'key'",
                             "id = " + name, pick({"urgent = true", "", ""}),
                             "asked = " + date(-20, 20), chance(2) ? "due = " + date(0, 40) : "");
    for (int i = between(0, 2); i > 0; --i) {
      text += of(id, "[[touch]]", date(-15, 40), "request = " + name,
                 pick({"", "outcome = 'alternative'\noffered = 'lock'", "answer = 'refused'",
                       "answer = 'accepted'", "outcome = 'done'"}));
    }
    return text;
  }
};

bool is_shown(const Item& item) { return item.hiding == Hiding::none && is_due(item); }

/// What is due of a plan, one line each, by what R16 knows it again.
std::set<Identity> due(const CustomerPlan& plan) {
  std::set<Identity> result;
  for (const Item& item : plan.items) {
    if (is_shown(item)) result.insert(identity(item));
  }
  return result;
}

/// R16 word by word: everybody is planned on each day.
Shown planned_daily(const Book& book, Moment now, Date to, const Selection& selection) {
  Shown lines;
  std::set<Identity> seen;
  for (Date day = day_of(now); day <= to; day += one_day) {
    const Moment then = day == day_of(now) ? now : book.policy.calendar.opening(day);
    Agenda page = agenda_of_today(book, then, selection);
    for (Entry& entry : page.entries) {
      std::erase_if(entry.items, [&](const Item& item) {
        return !is_due(item) || !seen.insert(identity(item)).second;
      });
    }
    std::erase_if(page.entries, [](const Entry& entry) { return entry.items.empty(); });
    std::ranges::stable_sort(page.entries, [](const Entry& a, const Entry& b) {
      return comes_before(a.items.front(), b.items.front());
    });
    page.range = true;
    for (const std::string& line : entries(page)) lines.push_back(line);
  }
  return lines;
}

}  // namespace

TEST_CASE("R16: planning on days of change says the same as planning everybody each day") {
  for (unsigned seed = 0; seed < 150; ++seed) {
    const std::string text = RandomBook{seed}.text();
    CAPTURE(text);
    const Reading reading = read_text(text);
    const Book& book = reading.book;
    REQUIRE(book.customers.size() == 3);
    const Moment now = at("2026-11-23T14:10");
    const Date to = day("2027-02-15");
    Selection selection;
    if (seed % 2 == 1) selection.owner = seed % 4 / 2;
    CHECK(entries(agenda_of_range(book, now, day_of(now), to, selection)) ==
          planned_daily(book, now, to, selection));
  }
}

TEST_CASE("until a plan changes, nothing is due that was not due before") {
  for (unsigned seed = 1000; seed < 1100; ++seed) {
    const std::string text = RandomBook{seed}.text();
    CAPTURE(text);
    const Reading reading = read_text(text);
    const Book& book = reading.book;
    for (CustomerIndex who = 0; who < book.customers.size(); ++who) {
      CustomerPlan before = plan_customer(book, who, at("2026-11-23T14:10"));
      std::set<Identity> known = due(before);
      for (Date day = care::test::day("2026-11-24"); day < care::test::day("2028-03-10");
           day += one_day) {
        CAPTURE(iso(day));
        CHECK(before.changes >= day);
        CustomerPlan plan = plan_customer(book, who, book.policy.calendar.opening(day));
        const std::set<Identity> now_due = due(plan);
        if (day < before.changes) CHECK(std::ranges::includes(known, now_due));
        if (day == before.changes) known.insert(now_due.begin(), now_due.end());
        if (day == before.changes) before = std::move(plan);
      }
    }
  }
}
