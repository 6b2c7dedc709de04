#include <ostream>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include <care/reading.hpp>

namespace care {
namespace {

constexpr std::string_view customer = "[[customer]]\nid = \"acme\"\nname = \"Acme\"\n";
constexpr std::string_view asked =
    "[[request]]\nid = \"doors\"\ncustomer = \"acme\"\nwhat = \"new doors\"\nasked = 2026-11-20\n";
constexpr std::string_view done =
    "[[touch]]\ncustomer = \"acme\"\non = 2026-11-21\nrequest = \"doors\"\noutcome = \"done\"\n";
constexpr std::string_view call = "[[touch]]\ncustomer = \"acme\"\non = 2026-11-22\n";

/// A directory with a copy of log.toml in it, under this name.
Reading read_with_copy(std::string_view name, const std::string& copy) {
  std::vector<Source> sources;
  sources.push_back({"team/book.toml", std::string{customer}});
  sources.push_back({"team/log.toml", std::string{asked} + "\n" + std::string{done}});
  sources.push_back({"team/" + std::string{name}, copy});
  std::ranges::sort(sources, {}, &Source::name);
  return read_book(sources);
}

}  // namespace

TEST_CASE("a copy by a sync program neither brings back nor hides anything") {
  const std::string_view names[] = {
      "log.sync-conflict-20261120-101010-ABCDEFG.toml",
      "log (Dana's conflicted copy 2026-11-20).toml",
      "log (conflicted copy 2026-11-20 101010).toml",
      "log (SFConflict dana@example.com 2026-11-20-10-10-10).toml",
      "log_LOCAL_123.toml",
      "log (1).toml",
      "log 2.toml",
      "log (dana@desk conflict).toml",
      "log (Case Conflict).toml",
      "log [Conflict].toml",
      "log_conflict-20261120-101010.toml",
  };
  for (const std::string_view name : names) {
    CAPTURE(std::string{name});
    const Reading old = read_with_copy(name, std::string{asked});
    REQUIRE(old.problems.size() == 1);
    CHECK(old.problems.front().code == "sync-copy");
    CHECK(old.problems.front().what ==
          "a sync program left this copy; all of it stands in log.toml, too");
    CHECK(old.problems.front().instead == "nothing; take the copy away");
    CHECK(old.book.requests.all.size() == 1);
    CHECK(old.book.touches.all.size() == 1);

    const Reading more = read_with_copy(name, std::string{asked} + "\n" + std::string{call});
    REQUIRE(more.problems.size() == 1);
    CHECK(more.problems.front().what ==
          "a sync program left this copy, with 1 table that does not stand in log.toml");
    REQUIRE(more.book.touches.all.size() == 2);
    const auto last = std::ranges::max(more.book.touches.all, {},
                                       [](const Touch& touch) { return touch.on.day; });
    CHECK(last.at.line == 7);
  }
}

TEST_CASE("a file that only has a number in its name is no copy") {
  for (const std::string_view name : {"log-2.toml", "2026.toml", "notes 2.toml", "logs (1).toml"}) {
    CAPTURE(std::string{name});
    CHECK(read_with_copy(name, std::string{call}).problems.empty());
  }
}

}  // namespace care
