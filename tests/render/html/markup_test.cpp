#include "render/html/markup.hpp"

#include "books.hpp"

using namespace care;
using namespace care::test;

TEST_CASE("text in HTML has no markup, also within an attribute") {
  CHECK(html_text("<script>\"a\" & 'b'</script>") ==
        "&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;");
  CHECK(html_text("Zoë\x1b[31m\u202e\n") == "Zoë\\x1b[31m\\u202e\n");
}

TEST_CASE("no browser tears the dates and units of our words, and theirs stay as they are") {
  CHECK(html_words("due Fri 20 Nov, 3 days late") ==
        "due Fri\u00a020\u00a0Nov, 3\u00a0days\u00a0late");
  CHECK(html_remark("greet by Wed 25", false) == "<span dir=\"auto\">greet by Wed\u00a025</span>");
  CHECK(html_remark("not before Wed 25", true) ==
        "<span dir=\"auto\">&quot;not before Wed 25&quot;</span>");
}

TEST_CASE("a phone number is a link to call it, and nothing else is") {
  const auto uri = [](std::string_view phone) {
    const std::string link = phone_link(phone);
    return link.starts_with("<a href=\"") ? link.substr(9, link.find('"', 9) - 9) : "none";
  };
  CHECK(uri("+1 602 555 0120") == "tel:+16025550120");
  CHECK(uri("030-123 45 67") == "tel:0301234567");
  CHECK(uri("+49 (0)30 123456") == "tel:+4930123456");
  CHECK(uri("(602) 555-0120 ext. 12") == "tel:6025550120;ext=12");
  CHECK(uri("602.555.0120x7") == "tel:6025550120;ext=7");
  for (const std::string_view none :
       {"", "call the desk", "1-800-FLOWERS", "12", "+", "javascript:alert(1)", "555\n0120",
        "555 0120 ext", "0120\" onclick=\"x", "1234567890123456", "030 1234567 / 0171 7654321",
        "030/1234567"}) {
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
