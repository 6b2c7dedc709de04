#include <ostream>

#include <doctest/doctest.h>

#include "shell/man.hpp"

namespace care {
namespace {

bool has(const std::string& page, std::string_view text) {
  return page.find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("a manual page is made from what the commands are") {
  const CommandTree tree{
      {{{"-h", "--help"}, "", "Print this help", ValueCount::none}},
      {{"ring",
        "Somebody's bell",
        {{"WHO", "An id"}, {"TEXT", "What it says"}},
        {{{"--by"}, "STAFF", "Who rings. As ID", ValueCount::one},
         {{"--thanks"}, "[WHAT]", ".hidden 'quoted' \\fB", ValueCount::at_most_one}}}}};
  const std::string page = manual(tree);
  CHECK(has(page, ".Ss care ring\n.Nm\n.Cm ring\n.Ar WHO\n.Op Ar TEXT ...\n.Op Ar OPTIONS\n"));
  CHECK(has(page, ".It Ar WHO\nAn id\n"));
  CHECK(has(page, ".It Fl \\-by Ar STAFF\nWho rings.\nAs ID\n"));
  CHECK(has(page, ".It Fl h , Fl \\-help\n"));
  CHECK(has(page, "Somebody\\(aqs bell.\n"));
  SUBCASE("text never becomes a request, a macro or an escape") {
    CHECK(has(page, ".It Fl \\-thanks Op Ar WHAT\n\\&.hidden \\(aqquoted\\(aq \\efB\n"));
  }
  SUBCASE("examples can be pasted, whatever letters they have") {
    const std::string whole = manual(command_tree());
    CHECK(has(whole, "S\\[u00F8]ren Holm \\-\\-birthday \\(dq29 Feb\\(dq"));
  }
}

}  // namespace care
