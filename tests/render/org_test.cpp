#include <care/render_formats.hpp>

#include "books.hpp"

using namespace care;
using namespace care::test;

TEST_CASE("Org and Emacs find no code and no setting in a text") {
  const std::string text = "[book]\nname = '-*- eval: (shell-command \"x\") -*-'\n" +
                           acme(no_follow_up) + promise("2026-11-23") +
                           touch("2026-11-20", "heard = 'call_me(now) SRC_sh{x} Call_you()'") +
                           touch("2026-11-21", "heard = 'Local Variables:'");
  const Today one{text, "2026-11-23"};
  const std::string page = find_format("org")->page({one.agenda, {}, {}}, {});
  CAPTURE(page);
  for (const std::string_view code : {"-*-", "Local Variables", "call_me(", "SRC_sh"}) {
    CHECK(page.find(code) == std::string::npos);
  }
}
