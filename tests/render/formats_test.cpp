#include <care/render_formats.hpp>

#include <set>

#include "books.hpp"

using namespace care;
using namespace care::test;

TEST_CASE("each format has a name of its own, and shows an agenda") {
  std::set<std::string_view> names;
  for (const Format& format : formats()) {
    CAPTURE(format.name);
    CHECK(names.insert(format.name).second);
    CHECK(find_format(format.name) == &format);
    CHECK((format.page == nullptr) != (format.message == nullptr));
    // Only what is read as prose has a place for when the next thing is.
    CHECK((!format.shows_weeks || format.says_next));
  }
  CHECK(formats().front().name == "text");
  CHECK(find_format("pdf") == nullptr);
  CHECK(find_format("") == nullptr);
}
