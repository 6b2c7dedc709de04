#include <care/report_back.hpp>

#include "books.hpp"

using namespace care;
using namespace care::test;

namespace {

/// Where the words stand: `touch.heard acme:12`.
std::string found(std::string_view text, const std::vector<std::string>& words) {
  const Reading reading = read_text(text);
  std::string all;
  for (const Hit& hit : find_text(reading.book, words)) {
    all += all.empty() ? "" : ", ";
    all += std::string{hit.table} + '.' + std::string{hit.key} + ' ' +
           std::string{reading.book.customers[hit.customer].id} + ':' + std::to_string(hit.at.line);
  }
  return all;
}

}  // namespace

TEST_CASE("words are found in names, notes, likes, events and extra, and in what was recorded") {
  const std::string text = acme("notes = 'blue door'", "likes = ['blue tea']", "[customer.extra]",
                                "car = 'a blue one'", "[[customer.contact]]", "name = 'Joe Blue'",
                                "[[customer.event]]", "what = 'blue day'", "date = '11-30'") +
                           touch("2026-11-19", "heard = 'too blue'") +
                           purchase("2026-11-20", "by = 'blue'") + request("2026-11-21") +
                           touch("2026-11-22", "wow = 'a blue card'");
  CHECK(found(text, {"blue"}) ==
        "touch.wow acme:27, touch.heard acme:13, customer.likes acme:1, customer.notes acme:1, "
        "contact.name acme:8, event.what acme:10, customer.car acme:1");
}

TEST_CASE("a plan that was written later is found once, on its day") {
  const std::string text = acme("[[customer.plan]]", "what = 'blue oil'", "from = 2026-01-01") +
                           table("[[plan]]", "customer = 'acme'", "what = 'blue tea'",
                                 "on = 2026-11-20", "from = 2027-03-02") +
                           touch("2026-11-19", "heard = 'too blue'");
  CHECK(found(text, {"blue"}) == "plan.what acme:7, touch.heard acme:12, plan.what acme:4");
}

TEST_CASE("all of the words stand in one text, letter case and accents aside") {
  const std::string text = acme("notes = 'The Café on the corner'", "likes = ['corner seats']") +
                           touch("2026-11-19", "said = 'cafe'", "heard = 'corner'");
  CHECK(found(text, {"CAFE", "corner"}) == "customer.notes acme:1");
  CHECK(found(text, {"corner"}) ==
        "touch.heard acme:6, customer.likes acme:1, customer.notes acme:1");
  CHECK(found(text, {"cafés"}).empty());
}
