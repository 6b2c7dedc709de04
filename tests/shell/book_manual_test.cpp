#include <ostream>

#include <doctest/doctest.h>

#include <care/book_format.hpp>
#include <care/book_problems.hpp>

#include "shell/command_line/man.hpp"
#include "shell/command_line/roff.hpp"

namespace care {

TEST_CASE("care-book(5) has every table, every key and every code of a problem") {
  const std::string manual = book_manual();
  const std::string page = book_page();
  const auto check_item = [&](std::string_view name) {
    CAPTURE(std::string{name});
    CHECK(manual.find("\n.It Sy " + roff(name, true) + "\n") != std::string::npos);
    CHECK(page.find("\n  " + std::string{name}) != std::string::npos);
  };
  for (const TableFormat& table : book_format()) {
    CHECK(manual.find("\n.Ss " + roff(table.header, true) + "\\&\n") != std::string::npos);
    CHECK(page.find("\n" + std::string{table.header} + "\n") != std::string::npos);
    for (const KeyFormat& key : table.keys) check_item(key.name);
  }
  for (const ProblemCode& problem : problem_codes) check_item(problem.code);
}

TEST_CASE("the page for a terminal is 80 columns wide") {
  const std::string page = book_page();
  std::size_t begin = 0;
  while (begin < page.size()) {
    const std::size_t end = page.find('\n', begin);
    const std::string line = page.substr(begin, end - begin);
    CAPTURE(line);
    CHECK(line.size() <= 90);  // bytes; a few letters take more than one
    begin = end + 1;
  }
}

}  // namespace care
