#include "shell/disk/programs.hpp"

#include <ostream>

#include <doctest/doctest.h>

#include <csignal>

namespace care {

TEST_CASE("a pager gets the text, and need not read it to the end") {
  const auto before = std::signal(SIGPIPE, SIG_IGN);  // as in main
  const std::string much(std::size_t{1} << 20, 'x');
  CHECK(run_pager({"sh", "-c", "test \"$(cat)\" = page"}, "page\n"));
  CHECK(run_pager({"sh", "-c", "exit 0"}, much));
  CHECK(run_pager({"sh", "-c", "exit 3"}, "page\n"));
  std::signal(SIGPIPE, before);
}

TEST_CASE("a pager that is not there showed nothing") {
  const auto before = std::signal(SIGPIPE, SIG_IGN);
  CHECK(!run_pager({"sh", "-c", "exec care-has-no-such-program 2>&-"}, "page\n"));
  CHECK(!run_pager({"care-has-no-such-program"}, "page\n"));
  std::signal(SIGPIPE, before);
}

TEST_CASE("a program that runs says how it ended") {
  CHECK(run_program({"sh", "-c", "exit 3"}) == 3);
  CHECK(run_program({"sh", "-c", "kill -9 $$"}) == 137);
  CHECK(!run_program({"care-has-no-such-program"}));
}

}  // namespace care
