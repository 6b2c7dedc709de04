#include <algorithm>
#include <ostream>

#include <doctest/doctest.h>

#include <string>

#include "render/mail/mime.hpp"

using namespace care;

namespace {

std::size_t longest_line(std::string_view text) {
  std::size_t longest = 0;
  while (!text.empty()) {
    const auto end = text.find('\n');
    longest = std::max(longest, text.substr(0, end).size());
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  return longest;
}

}  // namespace

TEST_CASE("a header says plain words plainly, and folds them at blanks") {
  CHECK(header_text("Subject", "2 emergencies, 8 more") == "2 emergencies, 8 more");
  const std::string words = header_text(
      "Subject", "Care, Mon 23 Nov to Sun 29 Nov 2026: 2 emergencies, 1 late promise, 8 more");
  CHECK(words == "Care, Mon 23 Nov to Sun 29 Nov 2026: 2 emergencies, 1 late promise,\n 8 more");
  CHECK(header_text("Subject", "") == "");
}

TEST_CASE("all else in a header is an encoded-word of at most 75 characters (RFC 2047)") {
  CHECK(header_text("Subject", "Grüße") == "=?UTF-8?B?R3LDvMOfZQ==?=");
  CHECK(header_text("Subject", "a  b") == "=?UTF-8?B?YSAgYg==?=");
  CHECK(header_text("Subject", "=?UTF-8?B?YQ==?=").starts_with("=?UTF-8?B?PT9V"));
  CHECK(longest_line(header_text("Subject", std::string(500, 'x'))) <= 67);
  std::string euros;
  for (int i = 0; i < 30; ++i) euros += "€";
  CHECK(header_text("Subject", euros).find("\n =?UTF-8?B?4oKs") != std::string::npos);
}

TEST_CASE("no header can be written into another") {
  for (const std::string_view bad : {"a\nBcc: x@example.com", "a\r\nBcc: x@example.com",
                                     "a\rBcc: x@example.com", "a\r\n\r\nbody", "a\u2028Bcc: x",
                                     "a\x85"
                                     "b",
                                     "\x1b[31m"}) {
    const std::string text = header_text("Subject", bad);
    CHECK(text.find("\nBcc") == std::string::npos);
    CHECK(text.find('\r') == std::string::npos);
    CHECK(text.find("\n\n") == std::string::npos);
    CHECK(!parse_mailbox(bad).has_value());
    CHECK(!parse_mailbox(std::string{bad} + " <dana@example.com>").has_value());
  }
}

TEST_CASE("addresses that every mail server takes") {
  const auto address = [](std::string_view text) {
    const auto mailbox = parse_mailbox(text);
    return mailbox ? mailbox->name + "|" + mailbox->address : "none";
  };
  CHECK(address("dana@example.com") == "|dana@example.com");
  CHECK(address(" o'neil+care@mail.example.co.uk ") == "|o'neil+care@mail.example.co.uk");
  CHECK(address("root@localhost") == "|root@localhost");
  CHECK(address("Dana Whitlock <dana@example.com>") == "Dana Whitlock|dana@example.com");
  CHECK(address("\"Whitlock, Dana\" <dana@example.com>") == "Whitlock, Dana|dana@example.com");
  CHECK(address("<dana@example.com>") == "|dana@example.com");
  for (const std::string_view bad :
       {"", "dana", "@example.com", "dana@", "da na@example.com", "a@b@c", "a..b@c.d", ".a@c.d",
        "a@c..d", "dana@example.com, bob@example.com", "danä@example.com", "<a@b", "a@b>",
        "x <a@b> y", "(c) a@b", "a@b;c"}) {
    CAPTURE(bad);
    CHECK(address(bad) == "none");
  }
  CHECK(address(std::string(65, 'a') + "@example.com") == "none");
}

TEST_CASE("a name before an address is quoted, or encoded") {
  CHECK(header_mailbox({"", "a@b.c"}) == "a@b.c");
  CHECK(header_mailbox({"Whitlock, \"D\" \\", "a@b.c"}) == "\"Whitlock, \\\"D\\\" \\\\\" <a@b.c>");
  CHECK(header_mailbox({"Søren", "a@b.c"}) == "=?UTF-8?B?U8O4cmVu?=\n <a@b.c>");
  CHECK(longest_line(header_mailbox({std::string(59, 'x'), std::string(40, 'a') + "@b.c"})) <= 76);
}

TEST_CASE("quoted-printable keeps a text and the lines of a mail short") {
  CHECK(quoted_printable("plain text\n\nend\n") == "plain text\n\nend\n");
  CHECK(quoted_printable("1 = é \n") == "1 =3D =C3=A9=20\n");
  CHECK(quoted_printable("From here\n.\n..\nthe From\n") == "=46rom here\n=2E\n=2E.\nthe From\n");
  CHECK(quoted_printable("no end") == "no end\n");
  CHECK(quoted_printable("") == "");
  for (std::size_t size = 70; size < 160; ++size) {
    CHECK(longest_line(quoted_printable(std::string(size, 'x') + " \n")) <= 76);
    CHECK(longest_line(quoted_printable(std::string(size, '=') + "\n")) <= 76);
  }
  CHECK(quoted_printable(std::string(76, 'x')) == std::string(76, 'x') + "\n");
  CHECK(quoted_printable(std::string(77, 'x')) == std::string(75, 'x') + "=\nxx\n");
  CHECK(quoted_printable(std::string(75, 'x') + "From ") ==
        std::string(75, 'x') + "=\n=46rom=20\n");
}
