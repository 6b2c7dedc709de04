#include <care/render_messages.hpp>

#include <algorithm>
#include <set>

#include "books.hpp"
#include "json.hpp"
#include "render/well_formed.hpp"

using namespace care;
using namespace care::test;

namespace {

/// What tries to be a header line, a parameter of a link, a field, an escape, markup.
constexpr std::string_view hostile[] = {
    "x\r\nBcc: all@example.com",
    "x\nSubject: mine\n\nand a text",
    "x&bcc=all@example.com&body=mine",
    "x?cc=all@example.com#top%0d%0aBcc:%20all@example.com",
    "{name} {{me}} {nobody} }} {",
    "\x1b[31mred\x1b[0m \u202eevil \u2028x \x07",
    "<script>alert(1)</script>\" onclick='x' &amp;",
    "=?utf-8?q?mine?= <a@example.com>,",
    "ends in a backslash \\",
};

/// Something of each kind is due, and every text of it is `bad`; the message says the field.
std::string book_of(std::string_view field, std::string_view bad) {
  const std::string text = toml_string(bad);
  const std::string said = "{" + std::string{field} + "}";
  return table("[book]", "name = " + text, "value = [" + text + "]") +
         table("[[staff]]", "id = 'dana'", "name = " + text, "email = 'd@example.com'") +
         table("[[message]]", "name = " + text,
               "for = ['birthday', 'anniversary', 'promise', 'plan', 'thanks', " +
                   toml_string("plan:" + std::string{bad}) + "]",
               "subject = '<" + said + ">'", "text = \"<" + said + ">\\n\"") +
         table("[[plan]]", "name = " + text, "starts = 'new'", "from = 2020-01-01",
               "steps = [{ after = '1d', what = " + text + " }]") +
         table("[[customer]]", "id = 'acme'", "name = " + text, "call_me = " + text,
               "company = " + text, "email = 'a@example.com'", "since = 2021-11-23",
               "birthday = 1984-11-23") +
         table("[[customer.contact]]", "name = " + text, "email = 'b@example.com'",
               "birthday = 1984-11-23") +
         table("[[customer.plan]]", "what = " + toml_string(std::string{bad} + " again"),
               "from = 2026-11-01", "every = '6m'") +
         touch("2026-10-01", "heard = " + text) +
         of("acme", "[[purchase]]", "2026-11-20", "what = " + text) +
         table("[[promise]]", "customer = 'acme'", "what = " + text, "due = 2026-11-23");
}

/// The header lines of a mail, their names.
std::multiset<std::string> headers_of(std::string_view mail) {
  std::multiset<std::string> names;
  const std::string_view head = mail.substr(0, mail.find("\n\n"));
  for (std::size_t at = 0; at < head.size();) {
    const std::string_view line = head.substr(at, head.find('\n', at) - at);
    if (!line.starts_with(' ')) names.emplace(line.substr(0, line.find(':')));
    at += line.size() + 1;
  }
  return names;
}

/// `to subject body`: of a link, of which every other letter is escaped.
std::string parts_of(std::string_view link) {
  constexpr std::string_view scheme = "mailto:";
  constexpr std::string_view plain =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~%@";
  if (!link.starts_with(scheme)) return "no link";
  std::string parts = "to";
  std::string_view rest = link.substr(scheme.size());
  char before = '?';
  while (true) {
    const std::string_view part = rest.substr(0, rest.find(before));
    if (part.find_first_not_of(plain) != std::string_view::npos) return "unescaped";
    if (part.size() == rest.size()) return parts;
    rest.remove_prefix(part.size() + 1);
    const std::string_view name = rest.substr(0, rest.find('='));
    parts += " " + std::string{name};
    rest.remove_prefix(std::min(name.size() + 1, rest.size()));
    before = '&';
  }
}

bool is_json(std::string_view text) { return take_json(text).has_value() && text.empty(); }

void check_forms(const Letter& letter, const LetterFor& about) {
  CHECK(letter.subject.find('\n') == std::string::npos);
  const std::string text = letter_text(letter);
  CHECK(is_visible(text, "\n"));
  CHECK(text.starts_with("Subject: <"));
  CHECK(text.find("\n\n<") == text.find('\n'));
  const std::string mail = letter_mail(letter, about, {"Dana", "d@example.com"}, std::nullopt);
  const auto names = headers_of(mail);
  CHECK(names.count("Subject") == 1);
  CHECK(names.count("To") == 1);
  CHECK(names.count("Bcc") + names.count("Cc") + names.count("cc") == 0);
  CHECK(names.size() == std::set<std::string>(names.begin(), names.end()).size());
  CHECK(std::ranges::all_of(mail, [](char c) { return c == '\n' || (c >= ' ' && c <= '~'); }));
  CHECK(is_json(letter_json(letter, about)));
  const std::string parts = parts_of(mailto_link(letter));
  CHECK((parts == "to subject body" || parts == "to subject"));
}

}  // namespace

TEST_CASE("R18: what stands in a field stays text, in every form") {
  for (const std::string_view field : choice_words<MessageField>) {
    for (const std::string_view bad : hostile) {
      CAPTURE(field);
      CAPTURE(bad);
      const Reading reading = read_text(book_of(field, bad));
      const Agenda agenda = agenda_of_today(reading.book, at("2026-11-23"), {});
      REQUIRE(agenda.entries.size() == 1);
      std::size_t written = 0;
      for (const Item& item : agenda.entries.front().items) {
        const LetterFor about{&reading.book, &agenda.entries.front(), &item, {}, StaffIndex{0}};
        const auto letter = letter_for(about);
        if (!letter || !letter->is_complete()) continue;
        ++written;
        check_forms(*letter, about);
        // A field in a value is no field any more.
        const bool has_braces =
            bad.starts_with('{') && letter->text.find('{') < letter->text.size();
        if (has_braces) CHECK(letter->text.find("{name} {{me}} {nobody}") < letter->text.size());
      }
      CHECK(written > 0);
    }
  }
}

TEST_CASE("R17, R18: hostile plans and messages stay text in every format") {
  for (const std::string_view bad : hostile) {
    CAPTURE(bad);
    const Reading reading = read_text(book_of("what", bad));
    const Agenda agenda = agenda_of_today(reading.book, at("2026-11-23"), {});
    const std::vector<Problem> none;
    for (const Format& format : formats()) {
      CAPTURE(format.name);
      if (format.message != nullptr || format.page == nullptr) continue;
      std::string page = format.page({agenda, none, std::nullopt}, {});
      for (std::size_t i = 0; format.name == "org" && (i = page.find("\u200b")) < page.size();)
        page.erase(i, 3);
      const bool is_for_programs = format.name == "csv" || format.name == "ics";
      CHECK(is_visible(page, is_for_programs ? "\r\n" : "\n"));
      CHECK(page.find("<script") ==
            (format.name == "html" ? std::string::npos : page.find("<script")));
      if (format.name == "json") CHECK(is_json(page));
      for (std::size_t i = 0; (i = page.find("href=\"mailto:", i)) < page.size(); ++i) {
        constexpr std::size_t quote = std::string_view{"href=\""}.size();
        std::string link = page.substr(i + quote, page.find('"', i + quote) - i - quote);
        while (link.find("&amp;") < link.size()) link.erase(link.find("&amp;") + 1, 4);
        const std::string parts = parts_of(link);  // the first is of the address on file
        CHECK((parts == "to" || parts == "to subject body" || parts == "to subject"));
      }
    }
  }
}
