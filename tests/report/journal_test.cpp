#include <care/book_fields.hpp>
#include <care/record.hpp>
#include <care/report_back.hpp>

#include "books.hpp"

using namespace care;
using namespace care::test;

namespace {

JournalSelection everything() {
  JournalSelection selection;
  selection.from = Date::min();
  selection.to = Date::max();
  selection.undated = true;
  return selection;
}

/// Each record as its day, table and customer: `2026-11-20 touch acme`.
std::string recorded(std::string_view text, const JournalSelection& selection = everything()) {
  const Reading reading = read_text(text);
  std::string all;
  for (const Recorded& one : journal(reading.book, selection)) {
    all += all.empty() ? "" : ", ";
    all += one.on ? iso(*one.on) : "-";
    all += ' ';
    all += std::visit([]<class One>(const One*) { return table_head<One>.name; }, one.record);
    all += ' ';
    all += reading.book.customers[one.customer].id;
  }
  return all;
}

/// Each open item as who, kind, target and since when.
std::string open(std::string_view text, const Selection& selection = {}) {
  const Reading reading = read_text(text);
  std::string all;
  for (const OpenItem& one : open_items(reading.book, at("2026-11-23T10:00"), selection)) {
    all += all.empty() ? "" : ", ";
    all += reading.book.customers[one.item.customer].id;
    all += ' ';
    all += word(one.item.kind);
    all += ' ' + iso(one.item.due);
    if (one.since) all += " since " + iso(*one.since);
  }
  return all;
}

const std::string two_owners = table("[[staff]]", "id = 'ann'", "name = 'Ann'") +
                               table("[[staff]]", "id = 'bo'", "name = 'Bo'") +
                               customer("acme", "owner = 'ann'") + customer("zen", "owner = 'bo'");

}  // namespace

TEST_CASE("the journal has every kind of record by day and time, then file order") {
  CHECK(recorded(acme() + touch("2026-11-20T15:00") + purchase("2026-11-20") + touch("2026-11-19") +
                 snooze("2026-11-20", "2026-12-01") + request("2026-11-20T08:00") +
                 promise("2026-11-30", "made = 2026-11-18")) ==
        "2026-11-18 promise acme, 2026-11-19 touch acme, 2026-11-20 purchase acme, "
        "2026-11-20 snooze acme, 2026-11-20T08:00 request acme, 2026-11-20T15:00 touch acme");
}

TEST_CASE(
    "a promise of which nobody knows when it was made is in the journal where all is asked for") {
  const std::string text = acme() + promise("2026-11-30") + touch("2026-11-19");
  CHECK(recorded(text) == "- promise acme, 2026-11-19 touch acme");
  JournalSelection dated = everything();
  dated.undated = false;
  CHECK(recorded(text, dated) == "2026-11-19 touch acme");
}

TEST_CASE("the journal is narrowed by days, customer, owner, author and kind") {
  const std::string text = two_owners + touch("2026-11-19", "by = 'bo'") +
                           of("zen", "[[touch]]", "2026-11-20", "by = 'ann'") +
                           of("zen", "[[purchase]]", "2026-11-21", "what = 'x'");
  JournalSelection one = everything();
  one.from = day("2026-11-20");
  one.to = day("2026-11-20");
  CHECK(recorded(text, one) == "2026-11-20 touch zen");
  one = everything();
  one.customer = 0;
  CHECK(recorded(text, one) == "2026-11-19 touch acme");
  one = everything();
  one.owner = StaffIndex{1};
  CHECK(recorded(text, one) == "2026-11-20 touch zen, 2026-11-21 purchase zen");
  one = everything();
  one.by = "bo";
  CHECK(recorded(text, one) == "2026-11-19 touch acme");
  one = everything();
  one.kinds = {"purchase"};
  CHECK(recorded(text, one) == "2026-11-21 purchase zen");
}

TEST_CASE("the journal has what is planned with one customer alone and was written later") {
  const std::string text =
      two_owners + touch("2026-11-19") +
      table("[[plan]]", "customer = 'zen'", "what = 'oil'", "on = 2026-11-20", "by = 'ann'",
            "from = 2027-03-02", "every = '6m'", "how = 'visit'") +
      table("[[plan]]", "customer = 'acme'", "what = 'tea'", "from = 2026-12-01") +
      table("[[plan]]", "name = 'welcome'", "starts = 'new'", "from = 2026-01-01",
            "steps = [{ after = '1d', what = 'x' }]");
  CHECK(recorded(text) == "- plan acme, 2026-11-19 touch acme, 2026-11-20 plan zen");
  JournalSelection one = everything();
  one.kinds = {"plan"};
  one.by = "ann";
  CHECK(recorded(text, one) == "2026-11-20 plan zen");
  one = everything();
  one.undated = false;
  one.owner = StaffIndex{0};
  CHECK(recorded(text, one) == "2026-11-19 touch acme");
  const Reading reading = read_text(text);
  const auto keys = record_keys();
  const auto values = record_values(reading.book, reading.book.later_plans.data());
  std::string said;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const std::string value = cell_text(values[i]);
    if (!value.empty()) said += std::string{keys[i]} + '=' + value + ' ';
  }
  CHECK(said == "customer=zen on=2026-11-20 what=oil by=ann how=visit from=2027-03-02 every=6m ");
  CHECK(record_tables().back() == "plan");
}

TEST_CASE("what is open stands by target, of everybody but former customers") {
  const std::string text =
      two_owners + customer("gone", "status = 'former'") +
      promise("2026-11-30", "made = 2026-11-18") + request("2026-11-20T15:00") +
      of("zen", "[[promise]]", "2026-11-21", "what = 'x'", "due = 2026-11-24") +
      of("gone", "[[promise]]", "2026-11-21", "what = 'y'", "due = 2026-11-24") +
      table("[[promise]]", "customer = 'zen'", "what = 'kept'", "due = 2026-11-20",
            "kept = 2026-11-20");
  CHECK(open(text) ==
        "acme request 2026-11-23T11:00 since 2026-11-20T15:00, zen promise 2026-11-24, "
        "acme promise 2026-11-30 since 2026-11-18");
  Selection bo;
  bo.owner = StaffIndex{1};
  CHECK(open(text, bo) == "zen promise 2026-11-24");
}

TEST_CASE("the columns of a record hold each of its keys, and nothing where it is absent") {
  const Reading reading =
      read_text(acme() +
                touch("2026-11-20T15:00", "how = 'call'", "greeted = ['birthday', 'x']",
                      "reached = false", "from = 'them'", "mood = 'content'", "heard = \"a\\nb\"") +
                purchase("2026-11-20", "amount = 99.5", "currency = 'EUR'") +
                snooze("2026-11-20", "2026-12-01"));
  const auto keys = record_keys();
  const auto cell = [&](RecordRef record, std::string_view key) {
    const auto place = std::ranges::find(keys, key) - keys.begin();
    return record_values(reading.book, record)[static_cast<std::size_t>(place)];
  };
  const Touch* touch = reading.book.touches.all.data();
  CHECK(cell(touch, "customer") == Cell{"acme"});
  CHECK(cell(touch, "on") == Cell{"2026-11-20T15:00"});
  CHECK(cell(touch, "greeted") == Cell{std::vector<std::string>{"birthday", "x"}});
  CHECK(cell(touch, "reached") == Cell{false});
  CHECK(cell(touch, "from") == Cell{"them"});
  CHECK(cell(touch, "mood") == Cell{"content"});
  CHECK(cell(touch, "heard") == Cell{"a\nb"});
  CHECK(cell(touch, "said") == Cell{});
  CHECK(cell(touch, "amount") == Cell{});
  const Purchase* purchase = reading.book.purchases.all.data();
  CHECK(cell(purchase, "amount") == Cell{99.5});
  CHECK(cell(purchase, "currency") == Cell{"EUR"});
  CHECK(cell(reading.book.snoozes.all.data(), "until") == Cell{"2026-12-01"});
  CHECK(cell(reading.book.snoozes.all.data(), "all") == Cell{false});
}

TEST_CASE("each key of each kind of record is a column once") {
  const auto keys = record_keys();
  for (const std::string_view key : keys) {
    CAPTURE(key);
    CHECK(std::ranges::count(keys, key) == 1);
  }
  std::size_t checked = 0;
  []<class... One>(Kinds<One...>, const auto& check) {
    (std::ranges::for_each(field_names<One>, check), ...);
  }(RecordKinds{}, [&](std::string_view key) {
    CAPTURE(key);
    CHECK(std::ranges::find(keys, key) != keys.end());
    ++checked;
  });
  CHECK(checked > keys.size());
}
