#include <care/report_calendar.hpp>

#include "books.hpp"

using namespace care;
using namespace care::test;

namespace {

/// How many records there are about each item of the first customer, and the latest.
std::string records_of(std::string_view text) {
  const Reading reading = book(text);
  std::string all;
  const CustomerRecords records{reading.book, 0, day("2026-11-23")};
  for (const Item& item : plan_customer(reading.book, 0, at("2026-11-23")).items) {
    const OnRecord found = records.of(item);
    all += std::string{all.empty() ? "" : ", "} + std::string{word(item.kind)} + " " +
           std::to_string(found.count) + (found.latest ? " " + iso(*found.latest) : "");
  }
  return all;
}

}  // namespace

TEST_CASE("a calendar counts the records that move an item, and knows the latest") {
  const std::string key = acme(no_follow_up) + request("2026-11-20T10:00");
  CHECK(records_of(key) == "request 1 2026-11-20T10:00");
  CHECK(records_of(key + touch("2026-11-23T08:15", "request = 'key'") + touch("2026-11-23")) ==
        "request 2 2026-11-23T08:15");
  CHECK(records_of(acme(no_follow_up) + promise("2026-11-23")) == "promise 0");
  CHECK(records_of(acme(no_follow_up) + promise("2026-11-23", "made = 2026-11-20")) ==
        "promise 1 2026-11-20T00:00");
  CHECK(records_of(acme() + touch("2026-11-02") + touch("2026-11-03T09:00")) ==
        "follow_up 2 2026-11-03T09:00");
  CHECK(records_of(acme() + touch("2026-11-02") + snooze("2026-11-05", "2026-12-24") +
                   touch("2026-12-01")) == "follow_up 2 2026-11-05T00:00");
  CHECK(records_of(acme(no_follow_up, "birthday = '11-25'") + touch("2026-11-02")) == "birthday 0");
}
