#include "reading/conflicts.hpp"

#include <algorithm>
#include <cstdint>
#include <ostream>
#include <string>

#include <doctest/doctest.h>

using namespace care::reading;

TEST_CASE("of a conflict of records both sides are kept") {
  const std::string ours = "<<<<<<< HEAD\n";
  const std::string base = "||||||| 1a2b3c4\n";
  const std::string between = "=======\n";
  const std::string end = ">>>>>>> other\n";
  const std::string lines = "take out the lines <<<<<<<, ======= and >>>>>>>";
  const std::string call = "[[touch]]\ncustomer = \"acme\"\non = 2026-11-20\n";
  const std::string keys = call.substr(call.find('\n') + 1);
  const std::string doors = "\n[[request]]  # care ab12c\ncustomer = \"zen\"\nwhat = \"doors\"\n";
  const std::string who = "[[customer]]\nid = \"acme\"\nname = \"Acme\"\n\n";
  struct Row {
    std::string before, conflict, advice;
  };
  const Row rows[] = {
      {"", ours + call + between + doors + end, "keep both: " + lines},
      {who, ours + call + doors + between + call + end, "keep both: " + lines},
      {who, ours + "# mine\n" + call + base + between + doors + end, "keep both: " + lines},
      {who + "[[touch]]\n", ours + keys + between + keys + end,
       "keep both: " + lines + ", and begin the second with [[touch]]"},
      {who, ours + call + base + call + between + doors + end, "keep one of the two sides"},
      {who, ours + call + between + end, "keep one of the two sides"},
      {"", ours + who + between + who + end, "keep one of the two sides"},
      {who, ours + call + who + between + call + end, "keep one of the two sides"},
      {who, ours + "phone = \"1\"\n" + between + "phone = \"2\"\n" + end,
       "keep one of the two sides"},
      {call, ours + "how = \"call\"\n" + between + "how = \"visit\"\n" + end,
       "keep one of the two sides"},
      {"", ours, "keep one of the two sides"},
  };
  for (const Row& row : rows) {
    const std::string text = row.before + row.conflict + "[book]\n";
    CAPTURE(text);
    const auto line = static_cast<std::uint32_t>(std::ranges::count(row.before, '\n')) + 1;
    CHECK(ConflictWalk{text}.advice(line) == row.advice);
  }
}
