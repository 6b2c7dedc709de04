#include <care/agenda.hpp>
#include <care/plan_quiet.hpp>
#include <care/reading.hpp>
#include <care/render.hpp>
#include <care/render_formats.hpp>

#include <chrono>
#include <string>

#include <doctest/doctest.h>

#include <fmt/chrono.h>
#include <fmt/format.h>

#include "books.hpp"

using namespace care;
using namespace care::test;

namespace {

/// A customer for each day that a year can have: a birthday then, and another day as a customer.
std::string book_of_all_days(std::string_view policy) {
  std::string text = fmt::format("[policy]\nevery = \"never\"\n{}\n", policy);
  std::string touches;
  for (Date birthday = day("2000-01-01"); birthday <= day("2000-12-31");
       birthday += std::chrono::days{1}) {
    const auto number = (birthday - day("2000-01-01")).count();
    const std::string since = iso(birthday - std::chrono::days{100});
    const std::string year = number % 3 == 0 ? "" : "2000-";
    text += fmt::format("[[customer]]\nid = \"c{}\"\nname = \"C\"\nbirthday = {}{}{}\nsince = {}\n",
                        number, year.empty() ? "\"" : "", year + iso(birthday).substr(5),
                        year.empty() ? "\"" : "", since);
    touches +=
        fmt::format("[[touch]]\ncustomer = \"c{}\"\non = 2020-01-01\nhow = \"call\"\n", number);
  }
  return text + touches;
}

std::string page_of(const Book& book, Date today) {
  const Agenda agenda = agenda_of_today(book, Moment{today} + std::chrono::hours{8}, {});
  return find_format("json")->page(AgendaPage{agenda, {}, std::nullopt}, Style{});
}

}  // namespace

TEST_SUITE_BEGIN("plan");

TEST_CASE("every day that returns is on its pages, whichever days a year has") {
  int quiet = 0;
  int pages = 0;
  for (const char* policy :
       {"", "heads_up = \"3d\"\nbelated = \"2d\"\nanniversaries = \"all\"",
        "heads_up = \"0d\"\nleap_day = \"03-01\"", "heads_up = \"1m\"\nbelated = \"3wd\""}) {
    CAPTURE(policy);
    const std::vector<Source> sources{{"book.toml", book_of_all_days(policy)}};
    const Reading whole = read_book(sources);
    REQUIRE(whole.problems.empty());
    // Each day about the ends of February with 29 days and with 28, and some of the others.
    for (Date today = day("2026-11-20"); today < day("2029-03-10");) {
      const auto part = read_for_pages(sources, today, [](const Book& book, Date first) {
        return quiet_until(book, first, first);
      });
      CAPTURE(iso(today));
      if (part) {
        ++pages;
        quiet += static_cast<int>(whole.book.customers.size() - part->book.customers.size());
        CHECK(page_of(part->book, today) == page_of(whole.book, today));
      }
      const bool is_near = (today >= day("2027-02-05") && today < day("2027-03-25")) ||
                           (today >= day("2028-02-05") && today < day("2028-03-25"));
      today += std::chrono::days{is_near ? 1 : 7};
    }
  }
  CHECK(pages > 500);
  CHECK(quiet > 300 * pages / 2);
}

TEST_SUITE_END();
