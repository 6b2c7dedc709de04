#include <care/render_message.hpp>
#include <care/text.hpp>

#include "books.hpp"
#include "render/html_text.hpp"
#include "render/load.hpp"

using namespace care;
using namespace care::test;

TEST_CASE("text in HTML has no markup, also within an attribute") {
  CHECK(html_text("<script>\"a\" & 'b'</script>") ==
        "&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;");
  CHECK(html_text("Zoë\x1b[31m\u202e\n") == "Zoë\\x1b[31m\\u202e\\n");
}

TEST_CASE("a phone number is a link to call it, and nothing else is") {
  const auto uri = [](std::string_view phone) {
    const std::string link = phone_link(phone);
    return link.starts_with("<a href=\"") ? link.substr(9, link.find('"', 9) - 9) : "none";
  };
  CHECK(uri("+1 602 555 0120") == "tel:+16025550120");
  CHECK(uri("030/123 45-67") == "tel:0301234567");
  CHECK(uri("+49 (0)30 123456") == "tel:+4930123456");
  CHECK(uri("(602) 555-0120 ext. 12") == "tel:6025550120;ext=12");
  CHECK(uri("602.555.0120x7") == "tel:6025550120;ext=7");
  for (const std::string_view none :
       {"", "call the desk", "1-800-FLOWERS", "12", "+", "javascript:alert(1)", "555\n0120",
        "555 0120 ext", "0120\" onclick=\"x", "123456789012345678901"}) {
    CAPTURE(none);
    CHECK(uri(none) == "none");
  }
}

TEST_CASE("a mail address is a link to write to it, and nothing else is") {
  CHECK(mail_link("o'neil+x@example.com") ==
        "<a href=\"mailto:o%27neil%2Bx@example.com\">o&#39;neil+x@example.com</a>");
  CHECK(mail_link("a?bcc=x@example.com") ==
        "<a href=\"mailto:a%3Fbcc%3Dx@example.com\">a?bcc=x@example.com</a>");
  CHECK(mail_link("see <the card>") == "see &lt;the card&gt;");
  CHECK(mail_link("Dana <dana@example.com>") == "Dana &lt;dana@example.com&gt;");
  CHECK(mail_link("") == "");
}

TEST_CASE("the load counts each item once, on the first day on which it is due") {
  const Reading reading =
      read_text(acme("every = '30d'", "birthday = '12-02'") + touch("2026-10-20") +
                request("2026-11-20") + customer("zen", "birthday = '11-25'", "every = 'never'"));
  const Date today = day("2026-11-23");
  const Agenda ahead =
      agenda_of_range(reading.book, at("2026-11-23"), today, today + std::chrono::days{27}, {});
  const Load load = load_of(ahead);
  REQUIRE(load.days.size() == 28);
  CHECK(load.days[0] == std::array<int, 5>{1, 0, 0, 0, 2});
  CHECK(load.days[2] == std::array<int, 5>{0, 0, 1, 0, 0});
  CHECK(load.days[9] == std::array<int, 5>{0, 0, 1, 0, 0});
  const auto weeks = weeks_of(load);
  REQUIRE(weeks.size() == 4);
  CHECK(weeks[0].days == "23 Nov to 29 Nov");
  CHECK(weeks[0].items == std::array<int, 5>{1, 0, 1, 0, 2});
  const std::string svg = load_svg(load);
  CHECK(svg.find("23 Nov to 29 Nov: 1 request, 1 occasion, 2 follow-ups. "
                 "30 Nov to 6 Dec: 1 occasion. 7 Dec to 13 Dec: nothing.") != std::string::npos);
}
