#include <care/book_fields.hpp>
#include <care/render_formats.hpp>

#include <fmt/format.h>

#include <string>

#include "books.hpp"

using namespace care;
using namespace care::test;

namespace {

std::string sheet_as(std::string_view format) {
  static const Reading reading =
      read_text(table("[[customer]]", "id = 'acme'", "name = 'Ada <Lovelace>'", "call_me = 'Ada'",
                      "phone = '+1 602 555 0101'", "email = 'ada@example.com'", "every = '2w'",
                      "birthday = '11-25'", "since = 2026-01-05") +
                table("[[customer.contact]]", "name = 'Bo Lindgren'", "phone = '+1 602 555 0102'",
                      "likes = ['tea']") +
                touch("2026-11-02", "said = 'the doors'", "heard = 'so [quiet] now'"));
  Style style;
  return find_format(format)->sheet(call_sheet(reading.book, 0, at("2026-11-23")), style);
}

/// Whether the texts stand there in this order.
void check_order(std::string_view page, const std::vector<std::string_view>& texts) {
  std::size_t from = 0;
  for (const std::string_view text : texts) {
    CAPTURE(text);
    const std::size_t at = page.find(text, from);
    CHECK(at != std::string_view::npos);
    if (at != std::string_view::npos) from = at;
  }
}

}  // namespace

TEST_CASE("a call sheet says the same in text, Markdown and HTML") {
  const std::string text = sheet_as("text");
  const std::string markdown = sheet_as("markdown");
  const std::string html = sheet_as("html");
  CAPTURE(text);
  CAPTURE(markdown);
  CAPTURE(html);
  check_order(text, {"Ada <Lovelace>", "+1 602 555 0101", "heard", "so [quiet] now", "FOLLOW UP",
                     "PEOPLE", "Bo Lindgren", "+1 602 555 0102", "tea", "AHEAD", "Tue 5 Jan 2027",
                     "HISTORY", "2 Nov"});
  check_order(markdown,
              {"# Ada \\<Lovelace\\>", "**acme**", "555 0101", "- *heard* 2 Nov so \\[quiet\\] now",
               "- **FOLLOW UP** ", "## PEOPLE", "- Bo Lindgren · ", "  - *likes* tea", "## AHEAD",
               "- Tue 5 Jan 2027 ", "## HISTORY", "- 2 Nov ", "  - heard: "});
  check_order(
      html,
      {"<title>acme: Ada &lt;Lovelace&gt;</title>",
       "<h1><span dir=\"auto\">Ada &lt;Lovelace&gt;</span></h1>", "<a href=\"tel:+16025550101\">",
       "&quot;so [quiet] now&quot;", "<b>FOLLOW UP</b>", "<h2>PEOPLE</h2>", "Bo Lindgren",
       "<a href=\"tel:+16025550102\">", "<dt>likes</dt>", "<h2>AHEAD</h2>",
       "<dt>Tue\u00a05\u00a0Jan\u00a02027</dt>", "<h2>HISTORY</h2>", "<dt>2\u00a0Nov</dt>"});
}

TEST_CASE("what is older is told where it can be had; in a browser there is nothing to type") {
  std::string records;
  for (int day = 1; day <= 7; ++day) records += touch(fmt::format("2026-11-0{}", day));
  const Reading reading = read_text(
      table("[[customer]]", "id = 'acme'", "name = 'Acme'") +
      table("[[promise]]", "customer = 'acme'", "what = 'a key'", "due = 2026-11-23") + records);
  const auto sheet = [&](std::string_view format) {
    return find_format(format)->sheet(call_sheet(reading.book, 0, at("2026-11-23")), Style{});
  };
  CHECK(sheet("text").find("and 2 more: --all") != std::string::npos);
  CHECK(sheet("markdown").find("- and 2 more: \\-\\-all") != std::string::npos);
  const std::string html = sheet("html");
  CHECK(html.find("--all") == std::string::npos);
  check_order(html, {"a key</span></p>\n<p class=\"detail owner\">id acme-2026-11-23</p>",
                     ">2 older entries in the book</p>"});
}

TEST_CASE("JSON has every key of what happened") {
  const std::string values[] = {
      "contact = 'Bo'",          "by = 'nick'",   "how = 'call'",        "reached = true",
      "from = 'them'",           "said = 's'",    "heard = 'h'",         "thanked = 't'",
      "greeted = 'birthday'",    "wow = 'w'",     "mood = 'content'",    "request = 'r'",
      "outcome = 'alternative'", "offered = 'o'", "answer = 'accepted'", "waiting = 'p'",
      "promise = 'p'",           "plan = 'q'"};
  std::string all;
  for (const std::string& value : values) all += value + "\n";
  const Reading reading = read_text(
      table("[[staff]]", "id = 'nick'", "name = 'Nick'") +
      table("[[customer]]", "id = 'acme'", "name = 'Acme'") +
      table("[[customer.contact]]", "name = 'Bo'") +
      table("[[request]]", "customer = 'acme'", "id = 'r'", "what = 'x'", "asked = 2026-11-01") +
      table("[[promise]]", "customer = 'acme'", "id = 'p'", "what = 'x'", "due = 2026-11-23") +
      touch("2026-11-02", all));
  const std::string json =
      find_format("json")->sheet(call_sheet(reading.book, 0, at("2026-11-23")), Style{});
  const std::string_view history = std::string_view{json}.substr(json.find("\"history\""));
  for (const std::string_view key : field_names<Touch>) {
    CAPTURE(key);
    const bool stands_above = key == "customer";
    CHECK((history.find(fmt::format("\"{}\":", key)) != std::string_view::npos) != stands_above);
  }
}
