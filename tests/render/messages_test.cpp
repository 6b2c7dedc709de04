#include <care/render_messages.hpp>

#include <algorithm>

#include "books.hpp"

using namespace care;
using namespace care::test;

namespace {

/// A book with one message and one customer, whose birthday is today.
std::string shop(std::string_view subject, std::string_view text, std::string_view name = "Rosa",
                 std::string_view email = "rosa@example.com") {
  return "[book]\nname = 'Shop'\n[[staff]]\nid = 'dana'\nname = 'Dana'\nemail = 'd@example.com'\n" +
         table("[[message]]", "name = 'birthday'", "for = 'birthday'",
               "subject = " + std::string{subject}, "text = " + std::string{text}) +
         table("[[customer]]", "id = 'rosa'", "name = " + toml_string(name),
               "email = '" + std::string{email} + "'", "birthday = '11-23'");
}

struct Written {
  Letter letter;
  std::string text, mail, json, mailto, page;
};
Written written(const std::string& text) {
  const Reading reading = book(text);
  const Agenda agenda = agenda_of_today(reading.book, at("2026-11-23"), {});
  REQUIRE(agenda.entries.size() == 1);
  const Entry& entry = agenda.entries.front();
  const LetterFor about{&reading.book, &entry, &entry.items.front(), {}, StaffIndex{0}};
  const auto letter = letter_for(about);
  REQUIRE(letter.has_value());
  const std::vector<Problem> none;
  return {*letter,
          letter_text(*letter),
          letter_mail(*letter, about, {"Dana", "d@example.com"}, std::nullopt),
          letter_json(*letter, about),
          mailto_link(*letter),
          find_format("html")->page({agenda, none, std::nullopt}, {})};
}

std::size_t lines_that_begin(std::string_view text, std::string_view start) {
  std::size_t count = text.starts_with(start) ? 1 : 0;
  const std::string line = "\n" + std::string{start};
  for (auto at = text.find(line); at != std::string_view::npos; at = text.find(line, at + 1)) {
    ++count;
  }
  return count;
}

}  // namespace

TEST_CASE("R18: the parts of a message are text, fields and braces") {
  const auto said = [](std::string_view text) {
    std::string all;
    for (const MessagePart& part : message_parts(text)) {
      all += part.kind == MessagePart::Kind::field   ? part.field ? "F" : "?"
             : part.kind == MessagePart::Kind::brace ? "B"
                                                     : "T";
      all += "(" + std::string{part.text} + ")";
    }
    return all;
  };
  CHECK(said("") == "");
  CHECK(said("Dear {call_me}!") == "T(Dear )F(call_me)T(!)");
  CHECK(said("{{x}}") == "T({)T(x)T(})");
  CHECK(said("{x}") == "?(x)");
  CHECK(said("{") == "B({)");
  CHECK(said("a } b") == "T(a )B(})T( b)");
  CHECK(said("{call_me\n}") == "B({)T(call_me\n)B(})");
  CHECK(said("{{{name}}}") == "T({)F(name)T(})");
}

TEST_CASE("R18: hostile text stays text in every form") {
  const Written all = written(shop(R"("Hi {call_me}")", R"("Dear {call_me}, bye\n.\nFrom here")",
                                   "Rosa\r\nBcc: all@example.com\n{me}&body=x\x1b[31m",
                                   "rosa@example.com?cc=x@example.com"));
  const std::string head = all.mail.substr(0, all.mail.find("\n\n"));
  CHECK(lines_that_begin(head, "Bcc:") == 0);
  CHECK(lines_that_begin(all.mail, "Subject:") == 1);
  CHECK(lines_that_begin(all.mail, "From ") == 0);
  CHECK(lines_that_begin(all.mail, ".\n") == 0);
  CHECK(all.text.find('\x1b') == std::string::npos);
  CHECK(lines_that_begin(all.text, "Subject:") == 1);
  CHECK(all.letter.text.find("{me}") != std::string::npos);
  CHECK(all.letter.to.address.empty());  // nobody is written to behind such an address
  CHECK(all.page.find("mailto:") == std::string::npos);
}

TEST_CASE("R18: a link has the subject and the text, as long as programs take it") {
  const Written small =
      written(shop(R"("Grüße & Küsse, {call_me}")", R"("a&b=c\n100 % +\n\"<>'")"));
  CHECK(small.mailto ==
        "mailto:rosa@example.com?subject=Gr%C3%BC%C3%9Fe%20%26%20K%C3%BCsse%2C%20Rosa&body=a%26b%3D"
        "c%0D%0A100%20%25%20%2B%0D%0A%22%3C%3E%27");
  std::string link = small.mailto;
  link.replace(link.find("&body"), 1, "&amp;");
  CHECK(small.page.find("<dt>write</dt><dd><a href=\"" + link + "\">birthday</a></dd>") !=
        std::string::npos);
  const std::string longest(1800, 'x');
  const Written large = written(shop("'Hi'", "'" + longest + longest + "'"));
  CHECK(large.mailto == "mailto:rosa@example.com?subject=Hi");
  CHECK(large.page.find("mailto:rosa@example.com?subject=Hi\"") != std::string::npos);
  const std::string fits(1900 - std::string{"mailto:rosa@example.com?subject=Hi&body="}.size(),
                         'x');
  CHECK(written(shop("'Hi'", "'" + fits + "'")).mailto.size() == 1900);
  CHECK(written(shop("'Hi'", "'" + fits + "x'")).mailto.size() < 100);
}
