#include <care/book_fields.hpp>

#include <ostream>

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <care/book_format.hpp>
#include <care/record.hpp>

#include "reading/support.hpp"

using namespace care;
using namespace care::test;

// Every key of every table, changed once. The list is written by hand, so that a row that is taken
// out is missed.

namespace {

struct Key {
  std::string_view header;
  std::string_view name;
  std::string_view one;
  std::string_view other;  ///< nothing = without the key
};

constexpr Key keys[] = {
    {"[book]", "name", "'A'", "'B'"},
    {"[book]", "started", "2026-01-01", "2026-01-02"},
    {"[book]", "owner", "'nick'", "'ana'"},
    {"[book]", "value", "['a']", "['a', 'b']"},
    {"[policy]", "every", "'1w'", "'never'"},
    {"[policy]", "tiers", "{ A = '1w' }", "{ A = { every = '1w', at_most = '2w' } }"},
    {"[policy]", "at_most", "'1w'", "'2w'"},
    {"[policy]", "first_contact", "'1d'", "'2d'"},
    {"[policy]", "heads_up", "'1d'", "'2d'"},
    {"[policy]", "belated", "'1d'", "'2d'"},
    {"[policy]", "leap_day", "'02-28'", "'03-01'"},
    {"[policy]", "anniversaries", "'all'", "'none'"},
    {"[policy]", "thank_within", "'1d'", "'2d'"},
    {"[policy]", "thank_window", "'1d'", "'2d'"},
    {"[policy]", "respond", "'1h'", "'2h'"},
    {"[policy]", "solve", "'1h'", "'2h'"},
    {"[policy]", "emergency_respond", "'1h'", "'2h'"},
    {"[policy]", "emergency_solve", "'1h'", "'2h'"},
    {"[policy]", "retry", "'1d'", "'2d'"},
    {"[policy]", "escalate", "'1d'", "'2d'"},
    {"[policy]", "per_day", "1", "2"},
    {"[policy]", "wow_every", "'1y'", "'2y'"},
    {"[policy]", "workdays", "['mon']", "['tue']"},
    {"[policy]", "hours", "['09:00-12:00']", "['09:00-13:00']"},
    {"[policy]", "days", "{ 2026-12-24 = [] }", "{ 2026-12-24 = ['09:00-12:00'] }"},
    {"[policy]", "holidays", "['12-25']", "['12-26']"},
    {"[[staff]]", "id", "'x'", "'y'"},
    {"[[staff]]", "name", "'X'", "'Y'"},
    {"[[staff]]", "email", "'x@e.org'", "'y@e.org'"},
    {"[[staff]]", "per_day", "1", "2"},
    {"[[staff]]", "away", "[{ from = 2026-01-01, to = 2026-01-02 }]", ""},
    {"[[staff]]", "backup", "'nick'", "'ana'"},
    {"[[customer]]", "id", "'x'", "'y'"},
    {"[[customer]]", "name", "'X'", "'Y'"},
    {"[[customer]]", "call_me", "'X'", "'Y'"},
    {"[[customer]]", "sounds_like", "'X'", "'Y'"},
    {"[[customer]]", "company", "'X'", "'Y'"},
    {"[[customer]]", "phone", "'1'", "'2'"},
    {"[[customer]]", "email", "'1'", "'2'"},
    {"[[customer]]", "address", "'1'", "'2'"},
    {"[[customer]]", "tags", "['1']", "['2']"},
    {"[[customer]]", "owner", "'nick'", "'ana'"},
    {"[[customer]]", "tier", "'A'", "'B'"},
    {"[[customer]]", "at_most", "'1w'", "'2w'"},
    {"[[customer]]", "every", "'1w'", "'2w'"},
    {"[[customer]]", "because", "'1'", "'2'"},
    {"[[customer]]", "added", "2020-01-01", "2020-01-02"},
    {"[[customer]]", "since", "2020-01-01", "2020-01-02"},
    {"[[customer]]", "birthday", "1984-02-29", "'02-29'"},
    {"[[customer]]", "leap_day", "'02-28'", "'03-01'"},
    {"[[customer]]", "mood", "'content'", "'strained'"},
    {"[[customer]]", "referred_by", "'acme'", "'zen'"},
    {"[[customer]]", "status", "'active'", "'former'"},
    {"[[customer]]", "value", "['1']", "['2']"},
    {"[[customer]]", "likes", "['1']", "['2']"},
    {"[[customer]]", "notes", "'1'", "'2'"},
    {"[[customer]]", "contact", "[{ name = 'A' }]", "[{ name = 'B' }]"},
    {"[[customer]]", "event", "[{ what = 'A', date = '01-01' }]", ""},
    {"[[customer]]", "extra", "{ a = 'x' }", "{ 'a b'.c = 'x' }"},
    {"[[customer.contact]]", "name", "'1'", "'2'"},
    {"[[customer.contact]]", "call_me", "'1'", "'2'"},
    {"[[customer.contact]]", "sounds_like", "'1'", "'2'"},
    {"[[customer.contact]]", "role", "'1'", "'2'"},
    {"[[customer.contact]]", "phone", "'1'", "'2'"},
    {"[[customer.contact]]", "email", "'1'", "'2'"},
    {"[[customer.contact]]", "birthday", "'01-01'", "'01-02'"},
    {"[[customer.contact]]", "likes", "['1']", "['2']"},
    {"[[customer.contact]]", "notes", "'1'", "'2'"},
    {"[[customer.contact]]", "left", "2026-01-01", ""},
    {"[[customer.event]]", "what", "'1'", "'2'"},
    {"[[customer.event]]", "date", "2020-01-01", "2020-01-02"},
    {"[[customer.event]]", "yearly", "true", "false"},
    {"[[customer.event]]", "until", "2030-01-01", ""},
    {"[[customer.event]]", "heads_up", "'1d'", "'0d'"},
    {"[[customer.event]]", "belated", "'1d'", "'0d'"},
    {"[[customer.event]]", "prepare", "'1d'", "'2wd'"},
    {"[[customer.event]]", "gift", "'1'", "'2'"},
    {"[[purchase]]", "customer", "'acme'", "'zen'"},
    {"[[purchase]]", "on", "2026-11-01", "2026-11-01T10:00:00"},
    {"[[purchase]]", "what", "'1'", "'2'"},
    {"[[purchase]]", "amount", "1.5", "2"},
    {"[[purchase]]", "currency", "'EUR'", "'USD'"},
    {"[[purchase]]", "by", "'nick'", "'ana'"},
    {"[[touch]]", "customer", "'acme'", "'zen'"},
    {"[[touch]]", "contact", "'Ana'", "'Bob'"},
    {"[[touch]]", "on", "2026-11-01", "2026-11-02"},
    {"[[touch]]", "by", "'nick'", "'ana'"},
    {"[[touch]]", "how", "'call'", "'other'"},
    {"[[touch]]", "reached", "true", "false"},
    {"[[touch]]", "from", "'us'", "'them'"},
    {"[[touch]]", "said", "'1'", "'2'"},
    {"[[touch]]", "heard", "'1'", "'2'"},
    {"[[touch]]", "thanked", "'1'", "'2'"},
    {"[[touch]]", "greeted", "'birthday'", "['birthday', 'anniversary']"},
    {"[[touch]]", "wow", "'1'", "'2'"},
    {"[[touch]]", "mood", "'delighted'", "'strained'"},
    {"[[touch]]", "request", "'r1'", "'r2'"},
    {"[[touch]]", "outcome", "'done'", "'withdrawn'"},
    {"[[touch]]", "offered", "'1'", "'2'"},
    {"[[touch]]", "waiting", "'1'", "'2'"},
    {"[[touch]]", "answer", "'accepted'", "'refused'"},
    {"[[touch]]", "promise", "'p1'", "'p2'"},
    {"[[touch]]", "plan", "'welcome'", "['welcome', 'review']"},
    {"[[plan]]", "name", "'1'", "'2'"},
    {"[[plan]]", "starts", "'new'", "'purchase'"},
    {"[[plan]]", "from", "2026-11-01", "2026-11-02"},
    {"[[plan]]", "tiers", "['A']", "['A', 'B']"},
    {"[[plan]]", "tags", "['1']", "['2']"},
    {"[[plan]]", "ends_on_reply", "true", "false"},
    {"[[plan]]", "customer", "'acme'", "'zen'"},
    {"[[plan]]", "what", "'1'", "'2'"},
    {"[[plan]]", "every", "'6m'", ""},
    {"[[plan]]", "until", "2030-01-01", ""},
    {"[[plan]]", "how", "'call'", "'letter'"},
    {"[[plan]]", "on", "2026-11-01", "2026-11-02"},
    {"[[plan]]", "by", "'nick'", "'ana'"},
    {"[[plan]]", "steps", "[{ after = '1d', what = '1' }]", "[{ after = '1d', what = '2' }]"},
    {"[[plan.steps]]", "after", "'1d'", "'2wd'"},
    {"[[plan.steps]]", "what", "'1'", "'2'"},
    {"[[plan.steps]]", "how", "'call'", "'letter'"},
    {"[[message]]", "name", "'1'", "'2'"},
    {"[[message]]", "for", "'birthday'", "['birthday', 'event']"},
    {"[[message]]", "subject", "'1'", "'2'"},
    {"[[message]]", "text", "'1'", "'2'"},
    {"[[customer.plan]]", "what", "'1'", "'2'"},
    {"[[customer.plan]]", "from", "2026-11-01", "2026-11-02"},
    {"[[customer.plan]]", "every", "'6m'", ""},
    {"[[customer.plan]]", "until", "2030-01-01", ""},
    {"[[customer.plan]]", "how", "'call'", "'letter'"},
    {"[[customer]]", "plan", "[{ what = '1', from = 2026-11-01 }]", ""},
    {"[[request]]", "customer", "'acme'", "'zen'"},
    {"[[request]]", "what", "'1'", "'2'"},
    {"[[request]]", "asked", "2026-11-01", "2026-11-02"},
    {"[[request]]", "id", "'x'", "'y'"},
    {"[[request]]", "by", "'nick'", "'ana'"},
    {"[[request]]", "urgent", "true", "false"},
    {"[[request]]", "due", "2026-11-03", "2026-11-03T10:00:00"},
    {"[[request]]", "closed", "2026-11-02", "2026-11-03"},
    {"[[request]]", "outcome", "'done'", "'withdrawn'"},
    {"[[request]]", "offered", "'1'", "'2'"},
    {"[[promise]]", "customer", "'acme'", "'zen'"},
    {"[[promise]]", "what", "'1'", "'2'"},
    {"[[promise]]", "due", "2026-11-01", "2026-11-02"},
    {"[[promise]]", "made", "2026-11-01", "2026-11-02"},
    {"[[promise]]", "id", "'x'", "'y'"},
    {"[[promise]]", "by", "'nick'", "'ana'"},
    {"[[promise]]", "kept", "2026-11-01", "2026-11-02"},
    {"[[promise]]", "replaces", "'p1'", "'p2'"},
    {"[[snooze]]", "customer", "'acme'", "'zen'"},
    {"[[snooze]]", "on", "2026-11-01", "2026-11-02"},
    {"[[snooze]]", "until", "2026-12-01", "2026-12-02"},
    {"[[snooze]]", "because", "'1'", "'2'"},
    {"[[snooze]]", "by", "'nick'", "'ana'"},
    {"[[snooze]]", "all", "true", "false"},
    {"[[ready]]", "customer", "'acme'", "'zen'"},
    {"[[ready]]", "what", "'Opening'", "'Closing'"},
    {"[[ready]]", "on", "2026-11-01", "2026-11-02"},
    {"[[ready]]", "by", "'nick'", "'ana'"},
    {"[[contact]]", "customer", "'acme'", "'zen'"},
    {"[[contact]]", "on", "2026-11-01", "2027-11-02"},
    {"[[contact]]", "by", "'nick'", "'ana'"},
    {"[[contact]]", "name", "'1'", "'2'"},
    {"[[contact]]", "call_me", "'1'", "'2'"},
    {"[[contact]]", "sounds_like", "'1'", "'2'"},
    {"[[contact]]", "role", "'1'", "'2'"},
    {"[[contact]]", "phone", "'1'", "'2'"},
    {"[[contact]]", "email", "'1'", "'2'"},
    {"[[contact]]", "birthday", "'01-01'", "'01-02'"},
    {"[[contact]]", "likes", "['1']", "['2']"},
    {"[[contact]]", "notes", "'1'", "'2'"},
    {"[[contact]]", "left", "2026-01-01", ""},
    {"[[event]]", "customer", "'acme'", "'zen'"},
    {"[[event]]", "on", "2026-11-01", "2027-11-02"},
    {"[[event]]", "by", "'nick'", "'ana'"},
    {"[[event]]", "what", "'1'", "'2'"},
    {"[[event]]", "date", "2020-01-01", "2020-01-02"},
    {"[[event]]", "yearly", "true", "false"},
    {"[[event]]", "until", "2030-01-01", ""},
    {"[[event]]", "heads_up", "'1d'", "'0d'"},
    {"[[event]]", "belated", "'1d'", "'0d'"},
    {"[[event]]", "prepare", "'1d'", "'2wd'"},
    {"[[event]]", "gift", "'1'", "'2'"},
    {"[[fact]]", "customer", "'acme'", "'zen'"},
    {"[[fact]]", "on", "2026-11-01", "2027-11-02"},
    {"[[fact]]", "by", "'nick'", "'ana'"},
    {"[[fact]]", "contact", "'Ana'", "'Bob'"},
    {"[[fact]]", "name", "'X'", "'Y'"},
    {"[[fact]]", "call_me", "'X'", "'Y'"},
    {"[[fact]]", "sounds_like", "'X'", "'Y'"},
    {"[[fact]]", "company", "'X'", "'Y'"},
    {"[[fact]]", "phone", "'1'", "'2'"},
    {"[[fact]]", "email", "'1'", "'2'"},
    {"[[fact]]", "address", "'1'", "'2'"},
    {"[[fact]]", "tags", "['2']", "[]"},
    {"[[fact]]", "owner", "'nick'", "'ana'"},
    {"[[fact]]", "tier", "'A'", "'B'"},
    {"[[fact]]", "every", "'1w'", "'2w'"},
    {"[[fact]]", "at_most", "'3w'", "'4w'"},
    {"[[fact]]", "because", "'1'", "'2'"},
    {"[[fact]]", "since", "2020-01-01", "2020-01-02"},
    {"[[fact]]", "birthday", "1984-02-29", "'02-29'"},
    {"[[fact]]", "leap_day", "'02-28'", "'03-01'"},
    {"[[fact]]", "mood", "'content'", "'strained'"},
    {"[[fact]]", "status", "'active'", "'former'"},
    {"[[fact]]", "likes", "['1']", "['2']"},
    {"[[fact]]", "notes", "'1'", "'2'"},
    {"[[fact]]", "role", "'1'", "'2'"},
    {"[[fact]]", "left", "2026-01-01", ""},
    {"[[fact]]", "died", "2026-01-01", ""},
};

/// What some keys cannot be read without.
struct Beside {
  std::string_view header, name, lines;
};
constexpr Beside beside[] = {
    {"[[touch]]", "outcome", "request = 'r1'\n"},
    {"[[touch]]", "answer", "request = 'r1'\n"},
    {"[[touch]]", "waiting", "request = 'r1'\n"},
    {"[[touch]]", "offered", "request = 'r1'\noutcome = 'alternative'\n"},
    {"[[plan]]", "name", "starts = 'new'\nsteps = [{ after = '1d', what = 'x' }]\n"},
    {"[[plan]]", "starts", "name = 'p'\nsteps = [{ after = '1d', what = 'x' }]\n"},
    {"[[plan]]", "steps", "name = 'p'\nstarts = 'new'\n"},
    {"[[plan]]", "from", "name = 'p'\nstarts = 'new'\nsteps = [{ after = '1d', what = 'x' }]\n"},
    {"[[plan]]", "tiers", "name = 'p'\nstarts = 'new'\nsteps = [{ after = '1d', what = 'x' }]\n"},
    {"[[plan]]", "tags", "name = 'p'\nstarts = 'new'\nsteps = [{ after = '1d', what = 'x' }]\n"},
    {"[[plan]]", "ends_on_reply",
     "name = 'p'\nstarts = 'new'\nsteps = [{ after = '1d', what = 'x' }]\n"},
    {"[[plan]]", "customer", "what = 'x'\n"},
    {"[[plan]]", "what", "customer = 'acme'\n"},
    {"[[plan]]", "every", "customer = 'acme'\nwhat = 'x'\n"},
    {"[[plan]]", "until", "customer = 'acme'\nwhat = 'x'\n"},
    {"[[plan]]", "how", "customer = 'acme'\nwhat = 'x'\n"},
    {"[[plan]]", "on", "customer = 'acme'\nwhat = 'x'\n"},
    {"[[plan]]", "by", "customer = 'acme'\nwhat = 'x'\n"},
    {"[[request]]", "closed", "outcome = 'done'\n"},
    {"[[request]]", "outcome", "closed = 2026-11-02\n"},
    {"[[request]]", "offered", "closed = 2026-11-02\noutcome = 'alternative'\n"},
    {"[[fact]]", "role", "contact = 'Ana'\n"},
    {"[[fact]]", "left", "contact = 'Ana'\n"},
    {"[[fact]]", "died", "status = 'former'\n"},
};

constexpr std::string_view around = R"(
[[staff]]
id = 'nick'
name = 'Nick'
[[staff]]
id = 'ana'
name = 'Ana'
[[customer]]
id = 'acme'
name = 'Acme'
contact = [{ name = 'Ana' }, { name = 'Bob' }]
event = [{ what = 'Opening', date = '01-01' }, { what = 'Closing', date = '01-02' }]
[[customer]]
id = 'zen'
name = 'Zen'
contact = [{ name = 'Ana' }]
event = [{ what = 'Opening', date = '01-01' }]
[[request]]
customer = 'acme'
what = 'a'
asked = 2026-11-01
id = 'r1'
[[request]]
customer = 'acme'
what = 'a'
asked = 2026-11-01
id = 'r2'
[[promise]]
customer = 'acme'
what = 'a'
due = 2026-11-01
id = 'p1'
[[promise]]
customer = 'acme'
what = 'a'
due = 2026-11-01
id = 'p2'
)";

std::string line(std::string_view key, std::string_view value) {
  return value.empty() ? "\n" : std::string{key} + " = " + std::string{value} + "\n";
}

/// A table with the key, and with what else it needs.
std::string table_with(const Key& key, std::string_view value) {
  std::string text;
  if (key.header.starts_with("[[customer.")) text = "[[customer]]\nid = 'own'\nname = 'Own'\n";
  if (key.header == "[[plan.steps]]")
    text = "[[plan]]\nname = 'p'\nstarts = 'new'\nfrom = 2026-11-01\n";
  text += std::string{key.header} + "\n" + line(key.name, value);
  for (const Beside& one : beside)
    if (one.header == key.header && one.name == key.name) text += one.lines;
  for (const TableFormat& table : book_format()) {
    if (table.header != key.header) continue;
    for (const KeyFormat& other : table.keys) {
      if (!other.is_needed || other.name == key.name) continue;
      const bool is_free = other.name == "id";
      const bool is_own = key.header == "[[ready]]" && other.name == "what";
      text += line(other.name, is_free ? "'own'" : is_own ? "'Opening'" : other.example);
    }
  }
  return text;
}

/// The record of the last table in the book, where it is one.
template <class One>
void last_of(const std::vector<One>& all, Position& at, Record& last) {
  if (all.empty() || all.back().at < at) return;
  at = all.back().at;
  last = all.back();
}
Record last_record(const Book& book) {
  Record last;
  Position at;
  last_of(book.customers, at, last);
  std::apply([&](const auto&... lists) { (last_of(lists.all, at, last), ...); },
             record_lists(book));
  return last;
}

std::string name_of(const Key& key) {
  return std::string{key.header} + " " + std::string{key.name};
}

/// Whether care can write the table.
bool is_of_record(const Key& key) {
  const auto none = {"[[staff]]", "[[plan]]", "[[plan.steps]]", "[[message]]"};
  return key.header.starts_with("[[") && std::ranges::find(none, key.header) == none.end();
}

std::string type_of(const Key& key) {
  for (const TableFormat& table : book_format())
    for (const KeyFormat& one : table.keys)
      if (table.header == key.header && one.name == key.name) return one.type;
  return {};
}

}  // namespace

TEST_SUITE("fields") {
  TEST_CASE("the keys above are those of the book") {
    std::set<std::string> tried;
    for (const Key& key : keys) tried.insert(name_of(key));
    std::set<std::string> known;
    for (const TableFormat& table : book_format())
      for (const KeyFormat& key : table.keys)
        known.insert(std::string{table.header} + " " + std::string{key.name});
    for (const std::string& key : tried) CHECK_MESSAGE(known.contains(key), key << " is not a row");
    for (const std::string& key : known) CHECK_MESSAGE(tried.contains(key), key << " is not tried");
  }

  TEST_CASE("a change of any key is read, and the comparison sees it") {
    for (const Key& key : keys) {
      CAPTURE(name_of(key));
      const Reading one = read_text(std::string{around} + table_with(key, key.one));
      const Reading other = read_text(std::string{around} + table_with(key, key.other));
      CHECK(told(one) == "");
      CHECK(told(other) == "");
      // Places of keys would give the change of a policy's value away.
      CHECK(only_adds({one.book, one.book, {}}));
      CHECK_FALSE(only_adds({one.book, other.book, {}}));
    }
  }

  TEST_CASE("a record with any key is written as it is read") {
    for (const Key& key : keys) {
      if (!is_of_record(key)) continue;
      CAPTURE(name_of(key));
      for (const std::string_view value : {key.one, key.other}) {
        const Reading meant = read_text(std::string{around} + table_with(key, value));
        const Record record = last_record(meant.book);
        const Reading again = read_text(std::string{around} + record_text(meant.book, record));
        CHECK(told(again) == "");
        const Record reread = last_record(again.book);
        CHECK(says_the_same({meant.book, again.book, {}}, record, reread));
      }
    }
  }

  TEST_CASE("a record that is kept has every text in the book") {
    for (const Key& key : keys) {
      if (!is_of_record(key)) continue;
      CAPTURE(name_of(key));
      const Reading meant = read_text(std::string{around} + table_with(key, key.one));
      Reading target = read_text(around);
      const Record record = last_record(meant.book);
      CHECK(is_kept(meant.book, record));
      const std::string type = type_of(key);
      const bool needs_none = key.header == "[[touch]]" || key.header == "[[fact]]";
      const bool has_text = !needs_none || key.name == "by" || type.starts_with("text") ||
                            type.starts_with("list of texts");
      CHECK(is_kept(target.book, record) == !has_text);
      CHECK(is_kept(target.book, kept(target.book, record)));
    }
  }

  TEST_CASE("a record that is kept outlives what was typed") {
    Reading target = read_text(around);
    std::string typed = "typed";
    Customer customer{};
    customer.id = customer.name = typed;
    customer.likes = {typed};
    customer.extra = {{typed, typed}};
    customer.contacts.emplace_back().name = typed;
    Record record = customer;
    CHECK_FALSE(is_kept(target.book, record));
    record = kept(target.book, record);
    typed.assign("XXXXX");
    CHECK(is_kept(target.book, record));
    CHECK(record_text(target.book, record).find('X') == std::string::npos);
  }

  TEST_CASE("each key is explained in one line") {
    for (const TableFormat& table : book_format()) {
      CHECK(table.about != "");
      for (const KeyFormat& key : table.keys) {
        CAPTURE(std::string{table.header} + " " + std::string{key.name});
        CHECK(key.about != "");
        CHECK(key.type != "");
        CHECK((key.is_needed || !key.example.empty() || !key.absent.empty()));
        CHECK(!(key.is_needed && key.example.empty()));
      }
    }
  }

  TEST_CASE("examples are read without a problem") {
    for (const TableFormat& table : book_format()) {
      for (const KeyFormat& key : table.keys) {
        if (key.example.empty() || key.type == "tables") continue;
        CAPTURE(std::string{table.header} + " " + std::string{key.name} + " = " + key.example);
        const Key one{table.header, key.name, {}, {}};
        const std::string problems =
            told(read_text(std::string{around} + table_with(one, key.example)));
        CHECK(problems.find("bad-") == std::string::npos);
        CHECK(problems.find("wrong-type") == std::string::npos);
        CHECK(problems.find("syntax") == std::string::npos);
      }
    }
  }
}
