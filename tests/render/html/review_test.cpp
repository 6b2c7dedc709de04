#include <care/render_formats.hpp>

#include <algorithm>
#include <set>

#include "render/hand_made.hpp"
#include "render/html/contrast.hpp"
#include "render/html/palette.hpp"
#include "render/html/style_sheet.hpp"

using namespace care;
using namespace care::test;

namespace {

std::string page_of(const HandMade& made) {
  const std::vector<Problem> none;
  return find_format("html")->review({made.review, none}, {});
}

std::string house_page() {
  HandMade made{house_book(), "2026-08-26", "2026-11-23"};
  fill_house(made);
  return page_of(made);
}

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(what, at)) != std::string_view::npos; ++at) ++found;
  return found;
}

}  // namespace

TEST_CASE("text stands out from its page by 4.5:1, and shapes by 3:1, by day, night and on paper") {
  const std::string page = house_page();
  const std::string css = page.substr(0, page.find("</style>"));
  for (const std::string_view media : {"", "dark", "print"}) {
    CAPTURE(media);
    Colours colours = colours_of(css, media);
    const std::string ground = colours["page"];
    REQUIRE(ground.starts_with('#'));
    for (const std::string name : {"ink", "soft", "link", "alarm", "late", "good"}) {
      CAPTURE(name);
      CHECK(contrast(colours[name], ground) >= 4.5);
    }
    for (const std::string name : {"k0", "k1", "k2", "k3", "k4"}) {
      CAPTURE(name);
      CHECK(contrast(colours[name], ground) >= 3);
    }
    for (const Paint& each : review_paints) {
      CAPTURE(each.name);
      CHECK(contrast(colours[std::string{each.name}], ground) >= 3);
    }
  }
  for (const Paint& each : review_paints) CHECK(contrast(each.day, "#ffffff") >= 3);
  CHECK(contrast("#000", "#fff") == doctest::Approx(21));
}

TEST_CASE("each plot of a review has its numbers as a text, and the page runs nothing") {
  const std::string page = house_page();
  CHECK(count(page, "role=\"img\"") > 10);
  CHECK(count(page, "role=\"img\"") == count(page, "<title id="));
  std::set<std::string> ids;
  for (std::size_t at = 0; (at = page.find(" id=\"", at)) != std::string::npos; at += 5) {
    const std::string id = page.substr(at + 5, page.find('"', at + 5) - at - 5);
    CAPTURE(id);
    CHECK(ids.insert(id).second);
  }
  for (std::size_t at = 0; (at = page.find("aria-labelledby=\"", at)) != std::string::npos; ++at) {
    const std::size_t from = at + 17;
    std::string rest = page.substr(from, page.find('"', from) - from) + " ";
    for (std::size_t end = 0; (end = rest.find(' ')) != std::string::npos;) {
      CHECK(ids.contains(rest.substr(0, end)));
      rest.erase(0, end + 1);
    }
  }
  CHECK(page.find("promises kept on time: 18 of 20 (90 %), before 12 of 14 (86 %)") !=
        std::string::npos);
  CHECK(page.find("now: loyal 9; returning 14; recommending 3; new 4; satisfied, not loyal 22; "
                  "silent 5; strained 4") != std::string::npos);
  CHECK(page.find("Luis: 40 contacts in 30 days, asked for 61") != std::string::npos);
  CHECK(page.find("Contacts a week over the last year, by owner") != std::string::npos);
  CHECK(page.find("Prescott &lt;Hospital&gt; &amp; Sons") != std::string::npos);
  for (const std::string_view no : {"<script", "http:", "https:", "<Hospital>", "onload"}) {
    CHECK(page.find(no) == std::string::npos);
  }
}

TEST_CASE("the bars of a review are as long as its numbers say") {
  const std::string page = house_page();
  const std::size_t at = page.find("<title id=\"m1\">");
  REQUIRE(at != std::string::npos);
  const std::string svg = page.substr(at, page.find("</svg>", at) - at);
  CHECK(svg.find("width=\"90.00\"") != std::string::npos);  // 18 of 20
  CHECK(svg.find("width=\"85.71\"") != std::string::npos);  // 12 of 14
  // 15 in the fullest week: nothing is higher than the line that says so.
  CHECK(page.find(">15 in a week</text>") != std::string::npos);
}

TEST_CASE("the bars of one plot have one scale, and say which") {
  const std::string page = house_page();
  const auto picture = [&](std::string_view id) {
    const std::size_t at = page.find("<title id=\"" + std::string{id} + "\">");
    REQUIRE(at != std::string::npos);
    return page.substr(at, page.find("</svg>", at) - at);
  };
  // 158.2 asked of all is the widest.
  CHECK(picture("load-all").find("width=\"100.00\"") != std::string::npos);
  CHECK(picture("load-0").find("width=\"32.87\"") != std::string::npos);  // 52 of 158.2
  CHECK(picture("load-1").find("width=\"25.28\"") != std::string::npos);  // 40 of 158.2
  CHECK(page.find("The full width is 158 contacts in 30 days.") != std::string::npos);
  // 61 now, 59 before.
  CHECK(page.find(">now 61</th>") != std::string::npos);
  CHECK(page.find(">before 59</th>") != std::string::npos);
  CHECK(picture("states-now").find("width=\"86.52\"") != std::string::npos);     // 9 of 61
  CHECK(picture("states-before").find("width=\"76.69\"") != std::string::npos);  // 8 of 61
}

TEST_CASE("more owners than colours share the last one") {
  std::string text;
  for (int i = 0; i < 11; ++i) {
    text += table("[[staff]]", "id = 's" + std::to_string(i) + "'",
                  "name = 'S" + std::to_string(i) + "'");
  }
  HandMade made{text + customer("acme"), "2026-08-26", "2026-11-23"};
  made.weeks(std::vector<int>(12, 2));
  const std::string page = page_of(made);
  CHECK(page.find("class=\"o7\"") != std::string::npos);
  CHECK(page.find("class=\"o8\"") == std::string::npos);
  CHECK(count(page, ">S6</span>") + count(page, "S6</span>") > 0);
  CHECK(page.find("others</span>") != std::string::npos);
  CHECK(page.find("S7</span>") == std::string::npos);
}
