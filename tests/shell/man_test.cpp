#include <ostream>

#include <doctest/doctest.h>

#include "shell/command_line/man.hpp"

namespace care {
namespace {

bool has(const std::string& page, std::string_view text) {
  return page.find(text) != std::string::npos;
}

}  // namespace

TEST_CASE("a manual page is made from what the commands are") {
  CommandLineHelp help;
  bool flag = false;
  std::string who, by;
  std::vector<std::string> text;
  Implied thanks;
  help.global.flag("-h,--help", &flag, "Print this help");
  Options& ring = help.commands.emplace_back();
  ring.name = "ring";
  ring.summary("Somebody's bell");
  ring.argument("WHO", &who, "An id");
  ring.argument("[TEXT...]", &text, "What it says");
  ring.value("--by", "STAFF", &by, "Who rings. As ID");
  ring.implied("--thanks", "[WHAT]", thanks, ".hidden 'quoted' \\fB");
  const std::string page = manual(help);
  CHECK(has(page, ".Ss care ring\n.Nm\n.Cm ring\n.Ar WHO\n.Op Ar TEXT ...\n.Op Ar OPTIONS\n"));
  CHECK(has(page, ".It Ar WHO\nAn id\n"));
  CHECK(has(page, ".It Fl \\-by Ar STAFF\nWho rings.\nAs ID\n"));
  CHECK(has(page, ".It Fl h , Fl \\-help\n"));
  CHECK(has(page, "Somebody\\(aqs bell.\n"));
  SUBCASE("text never becomes a request, a macro or an escape") {
    CHECK(has(page, ".It Fl \\-thanks Op Ar WHAT\n\\&.hidden \\(aqquoted\\(aq \\efB\n"));
  }
  SUBCASE("examples can be pasted, whatever letters they have") {
    const std::string whole = manual(command_line_help());
    CHECK(has(whole, "S\\[u00F8]ren Holm \\-\\-birthday \\(dq29 Feb\\(dq"));
  }
}

}  // namespace care
