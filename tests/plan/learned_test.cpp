#include "books.hpp"

#include <care/agenda.hpp>
#include <care/report.hpp>

using namespace care;
using namespace care::test;

namespace {

constexpr std::string_view staff =
    "[[staff]]\nid = 'nick'\nname = 'Nick'\n[[staff]]\nid = 'ana'\nname = 'Ana'\n";

std::string fact(std::string_view lines) {
  return "[[fact]]\ncustomer = 'acme'\n" + std::string{lines} + "\n";
}

/// What one of the keys reads on a day.
std::string phone_on(std::string_view text, std::string_view day) {
  const Reading reading = book(text);
  return std::string{first_of(as_of(reading.book, 0, day_of(at(day))).phone)};
}

/// Where something is wrong.
Reading unsound(const std::string& text) { return read_book({{"book.toml", text}}); }

std::string joined(const Texts& texts) {
  std::string all;
  for (const Text text : texts) all += (all.empty() ? "" : ", ") + std::string{text};
  return all;
}

}  // namespace

TEST_CASE("a fact holds from its day on, the latest by day, then file order") {
  const std::string old = acme("phone = '1'");
  CHECK(phone_on(old + fact("phone = '2'\non = 2026-11-23"), "2026-11-22") == "1");
  CHECK(phone_on(old + fact("phone = '2'\non = 2026-11-23"), "2026-11-23") == "2");
  CHECK(phone_on(old + fact("phone = '2'\non = 2026-11-23T15:00:00"), "2026-11-23") == "2");
  CHECK(phone_on(old + fact("phone = '2'"), "1990-01-01") == "2");
  const std::string two = old + fact("phone = '3'\non = 2026-11-24") +
                          fact("phone = '2'\non = 2026-11-23") + fact("phone = '0'");
  CHECK(phone_on(two, "2026-11-22") == "0");
  CHECK(phone_on(two, "2026-11-23") == "2");
  CHECK(phone_on(two, "2026-11-24") == "3");
  CHECK(phone_on(old + fact("phone = '2'\non = 2026-11-23") + fact("phone = '3'\non = 2026-11-23"),
                 "2026-11-23") == "3");
}

TEST_CASE("likes and notes are added, tags are the whole list") {
  const Reading reading =
      book(acme("likes = ['tea']", "notes = 'a'", "tags = ['west', 'vip']") +
           fact("likes = ['figs', 'Tea']\nnotes = 'b'\non = 2026-11-02") +
           fact("likes = ['dates', 'nuts']\nnotes = 'c'\ntags = ['east']\non = 2026-11-03") +
           fact("tags = []\non = 2026-11-04"));
  const auto on = [&](std::string_view day) -> const Customer& {
    return as_of(reading.book, 0, day_of(at(day)));
  };
  CHECK(reading.problems.empty());
  CHECK(joined(on("2026-11-01").likes) == "tea");
  CHECK(joined(on("2026-11-02").likes) == "tea, figs");
  CHECK(joined(on("2026-11-03").likes) == "tea, figs, dates, nuts");
  CHECK(on("2026-11-01").notes == "a");
  CHECK(on("2026-11-02").notes == "a\nb");
  CHECK(on("2026-11-03").notes == "a\nb\nc");
  CHECK(joined(on("2026-11-02").tags) == "west, vip");
  CHECK(joined(on("2026-11-03").tags) == "east");
  CHECK(on("2026-11-04").tags.empty());
}

TEST_CASE("a contact or event that was learned counts from the beginning, behind their own") {
  const Reading reading =
      book(acme("contact = [{ name = 'Maria' }]") + touch("2026-11-02", "contact = 'Joe'") +
           "[[contact]]\ncustomer = 'acme'\nname = 'Joe'\nbirthday = '11-24'\non = 2030-01-01\n" +
           "[[event]]\ncustomer = 'acme'\nwhat = 'gala'\ndate = '11-25'\non = 2030-01-01\n" +
           fact("contact = 'Joe'\nphone = '5'\nlikes = ['jazz']\nleft = 2027-01-01"));
  CHECK(reading.problems.empty());
  const Customer& own = reading.book.customers[0];
  REQUIRE(own.contacts.size() == 2);
  CHECK(own.contacts[1].name == "Joe");
  CHECK(reading.book.touches.all[0].contact == std::uint32_t{1});
  const CustomerPlan plan = plan_customer(reading.book, 0, at("2026-11-23"));
  CHECK(std::ranges::count(plan.items, Kind::birthday, &Item::kind) == 1);
  CHECK(std::ranges::count(plan.items, Kind::event, &Item::kind) == 1);
  const Contact& joe = as_of(reading.book, 0, day_of(at("2026-11-23"))).contacts[1];
  CHECK(first_of(joe.phone) == "5");
  CHECK(joined(joe.likes) == "jazz");
  CHECK(joe.left.has_value());
  CHECK(own.contacts[1].phone.empty());
}

TEST_CASE("what was learned may lie ahead, and is no problem") {
  const Reading reading =
      book(std::string{staff} + acme("owner = 'nick'", "every = '2w'") + touch("2026-11-23") +
           fact("owner = 'ana'\nevery = '1w'\non = 2026-12-01"));
  const Moment now = at("2026-11-24");
  CHECK(problems_on(reading.book, now).empty());
  Selection of_ana;
  of_ana.owner = 1;
  const Agenda agenda =
      agenda_of_range(reading.book, now, day_of(now), day_of(now) + std::chrono::days{20}, of_ana);
  REQUIRE(agenda.entries.size() == 1);
  CHECK(iso(agenda.entries[0].day) == "2026-12-01");
  CHECK(agenda.entries[0].owner == StaffIndex{1});
}

TEST_CASE("former from its day on, and back") {
  const Reading reading = book(acme("every = '1d'") + fact("status = 'former'\non = 2026-11-25") +
                               fact("status = 'active'\non = 2026-12-02"));
  const auto entries = [&](std::string_view day) {
    return agenda_of_today(reading.book, at(day), {}).entries.size();
  };
  CHECK(entries("2026-11-24") == 1);
  CHECK(entries("2026-11-25") == 0);
  CHECK(entries("2026-12-01") == 0);
  CHECK(entries("2026-12-02") == 1);
  const Moment now = at("2026-11-26");
  CHECK(iso(next_due(reading.book, now, {})->day) == "2026-12-02");
}

TEST_CASE("a mood of a day of its own sets the state, and the row of two begins anew") {
  const auto strained = [](std::string_view text, std::string_view day) {
    const Reading reading = book(text);
    return plan_customer(reading.book, 0, at(day)).strained;
  };
  const std::string bad = acme() + touch("2026-11-02", "mood = 'strained'");
  const std::string good = "mood = 'content'\non = 2026-11-04";
  CHECK(strained(acme() + fact("mood = 'strained'\non = 2026-11-04"), "2026-11-04"));
  CHECK_FALSE(strained(acme() + fact("mood = 'strained'\non = 2026-11-04"), "2026-11-03"));
  CHECK(strained(acme() + fact("mood = 'strained'"), "2026-11-03"));
  CHECK_FALSE(strained(bad + fact(good), "2026-11-05"));
  CHECK(strained(bad + fact("mood = 'content'"), "2026-11-05"));
  // Before that day's touches.
  CHECK(strained(acme() + touch("2026-11-04", "mood = 'strained'") + fact(good), "2026-11-05"));
  const std::string row = bad + touch("2026-11-03", "mood = 'content'") +
                          fact("mood = 'strained'\non = 2026-11-04") +
                          touch("2026-11-05", "mood = 'content'");
  CHECK(strained(row, "2026-11-06"));
  CHECK_FALSE(strained(row + touch("2026-11-06", "mood = 'content'"), "2026-11-06"));
  // It is no touch.
  const Reading reading = book(acme() + fact(good));
  CHECK(plan_customer(reading.book, 0, at("2026-11-05")).last == nullptr);
}

TEST_CASE("a bad value changes nothing and is told; what would hide somebody is on the safe side") {
  struct Row {
    std::string lines;
    std::string code;
  };
  const Row rows[] = {{"every = 'soon'", "bad-duration"},
                      {"owner = 'nobody'", "no-such-staff"},
                      {"tier = 'Z'", "no-such-tier"},
                      {"birthday = '02-30'", "bad-date"},
                      {"phone = '2'\non = 'soon'", "wrong-type"},
                      {"status = 'former'\non = 'soon'", "wrong-type"},
                      {"phone = '2'\ncontact = 'Zoe'", "no-such-contact"},
                      {"role = 'boss'", "unknown-key"},
                      {"contact = 'Maria'\nowner = 'nick'", "unknown-key"},
                      {"contact = 'Maria'\ndied = 2026-11-01", "unknown-key"},
                      {"died = 2026-11-01", "missing-key"},
                      {"phon = '2'", "unknown-key"}};
  const std::string own = std::string{staff} + acme("phone = '1'", "contact = [{name='Maria'}]");
  for (const Row& row : rows) {
    CAPTURE(row.lines);
    const Reading reading = unsound(own + fact(row.lines));
    REQUIRE(reading.problems.size() == 1);
    CHECK(reading.problems[0].code == row.code);
    const Customer& now = as_of(reading.book, 0, day_of(at("2026-11-23")));
    CHECK(first_of(now.phone) == "1");
    CHECK(now.status == Status::active);
    CHECK_FALSE(now.owner.has_value());
    CHECK_FALSE(now.died.has_value());
  }
  const auto status = [&](std::string_view lines) {
    const Reading reading = unsound(own + fact(lines));
    CHECK(reading.problems.size() == 1);
    return as_of(reading.book, 0, day_of(at("2026-11-23"))).status;
  };
  CHECK(status("status = 'gone'") == Status::do_not_contact);
  CHECK(status("status = 'do-not-contact'\non = 'soon'\nphone = '2'") == Status::do_not_contact);
}

TEST_CASE("the line that holds today is named") {
  const Reading reading =
      book(acme("every = '2w'") + touch("2026-11-02") + fact("every = '1w'\non = 2026-11-20"));
  const auto line_of_cadence = [&](std::string_view day) {
    Account account;
    (void)plan_customer(reading.book, 0, at(day), &account);
    for (const Step& step : account)
      if (step.text.starts_with("cadence")) return step.at.line;
    return std::uint32_t{0};
  };
  CHECK(line_of_cadence("2026-11-19") == 4);
  CHECK(line_of_cadence("2026-11-20") == 10);
}

TEST_CASE("names are found, old and new") {
  const Reading reading = book(acme() + fact("name = 'Copperline Lofts'\non = 2027-01-01"));
  CHECK(find_customer(reading.book, "copperline").found.size() == 1);
  CHECK(find_customer(reading.book, "acme").found.size() == 1);
}
