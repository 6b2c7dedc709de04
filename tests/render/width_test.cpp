#include <care/render_formats.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include <string>

#include "books.hpp"
#include "examples.hpp"
#include "render/html/contrast.hpp"
#include "render/layout.hpp"

using namespace care;
using namespace care::test;

namespace {

/// Long names, wide letters, long words and many facts.
const std::string wide =
    "[book]\nname = 'The Long Name of a Service That Has Been Around for a Hundred Years'\n"
    "value = ['誠実な対応を毎日続けることが私たちの約束です', 'short']\n" +
    table("[[staff]]", "id = 'nick'", "name = 'Nick'", "backup = 'ana'",
          "away = [{ from = 2026-11-23, to = 2026-11-24 }]") +
    table("[[staff]]", "id = 'ana'", "name = 'Ana-Maria'") +
    customer("a-rather-long-id-here",
             "call_me = '\U0001f468\u200d\U0001f469"
             "\u200d\U0001f467 Müller-Lüdenscheidt'",
             "sounds_like = 'MYU-ler LYU-den-shite'",
             "company = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrik'",
             "phone = '+49 (0)30 / 12 34 56 78 90 extension 4711'", "owner = 'nick'",
             "since = 2016-11-23", "likes = ['orchids', '胡蝶蘭と紅茶']", "mood = 'strained'",
             "notes = 'averyveryveryverylongwordwithoutanyblankinit'") +
    table("[[customer.contact]]", "name = 'Maria de los Ángeles Fernández de Córdoba'",
          "birthday = '11-23'", "email = 'maria.de.los.angeles.fernandez@example.com'") +
    table("[[customer.event]]", "what = '開業記念日のお祝いと感謝の集い'", "date = '11-30'",
          "prepare = '5wd'", "gift = 'a very large bouquet of flowers of all colours'") +
    of("a-rather-long-id-here", "[[touch]]", "2026-11-20T15:00",
       "heard = '\U0001f600 \U0001f600 the water still drips into the machine room, every night'") +
    table("[[request]]", "customer = 'a-rather-long-id-here'", "asked = 2026-11-22T08:00",
          "urgent = true",
          "what = 'https://example.com/a/very/long/address/of/a/page/that/nobody/can/break'") +
    customer("zen", "phone = '1'") +
    table("[[promise]]", "customer = 'zen'", "due = 2026-11-20", "what = 'a new key'") +
    customer("coming", "birthday = '11-25'", no_follow_up);

constexpr std::size_t widths[] = {1, 24, 30, 40, 59, 60, 80, 100, 101, 200};

void check_width(std::string_view text, std::size_t width) {
  const std::size_t most = std::clamp<std::size_t>(width, 24, 100);
  CHECK(text.ends_with('\n'));
  while (!text.empty()) {
    const std::string line{text.substr(0, text.find('\n'))};
    text.remove_prefix(line.size() + 1);
    CAPTURE(line);
    CHECK(display_width(line) <= most);
    CHECK_FALSE(line.ends_with(' '));
  }
}

/// Everything but what may stand at a cut.
std::string without_blanks(std::string_view text) {
  std::string kept;
  for (const char c : text) {
    if (c != ' ' && c != '\n') kept += c;
  }
  return kept;
}

std::string page(const Book& book, const Agenda& agenda, Style style) {
  const std::vector<Problem> problems = problems_on(book, agenda.now);
  return find_format("text")->page({agenda, problems, {}}, style);
}

}  // namespace

TEST_CASE("no line of a page is wider than the terminal, nor than 100 columns") {
  for (const std::size_t width : widths) {
    CAPTURE(width);
    for (int which = 0; which < 3; ++which) {
      const Reading reading = which == 0   ? read_text(wide)
                              : which == 1 ? example("corner-shop.toml")
                                           : example("saguaro");
      const Book& book = reading.book;
      const Moment now = at("2026-11-23");
      const Agenda today = agenda_of_today(book, now, {});
      const Agenda week = agenda_of_range(book, now, day("2026-11-23"), day("2026-11-29"), {});
      Style style;
      style.width = width;
      check_width(page(book, today, style), width);
      check_width(page(book, week, style), width);
      style.brief = true;
      check_width(page(book, today, style), width);
      style.whole_history = true;
      for (CustomerIndex i = 0; i < std::min<std::size_t>(book.customers.size(), 8); ++i) {
        check_width(find_format("text")->sheet(call_sheet(book, i, now), style), width);
        check_width(render(derive(book, i, now), style), width);
      }
    }
  }
}

TEST_CASE("however narrow the page, nothing is lost from it") {
  for (const std::size_t width : widths) {
    CAPTURE(width);
    const Today one{wide, "2026-11-23"};
    Style style;
    style.width = width;
    const std::string text = without_blanks(page(one.reading.book, one.agenda, style));
    for (const std::string_view part :
         {"a-rather-long-id-here", "extension4711",
          "https://example.com/a/very/long/address/of/a/page/that/nobody/can/break",
          "thewaterstilldripsintothemachineroom,everynight", "anewkey", "zen",
          "開業記念日のお祝いと感謝の集い", "averyveryveryverylongwordwithoutanyblankinit",
          "coming", "(Ana-Maria's,forNick)", "EMERGENCY", "PROMISE"}) {
      CAPTURE(part);
      CHECK(text.find(part) != std::string::npos);
    }
  }
}

TEST_CASE("a wide terminal gets the page of 100 columns") {
  const Today one{wide, "2026-11-23"};
  Style hundred;
  hundred.width = 100;
  Style more;
  more.width = 200;
  CHECK(page(one.reading.book, one.agenda, hundred) == page(one.reading.book, one.agenda, more));
}

TEST_CASE("colour adds escapes of its own and changes nothing else") {
  const Reading reading = example("saguaro");
  const Agenda agenda = agenda_of_today(reading.book, at("2026-11-23"), {});
  Style style;
  const std::string plain = page(reading.book, agenda, style);
  style.color = true;
  std::string colored = page(reading.book, agenda, style);
  CHECK(plain.find('\x1b') == std::string::npos);
  CHECK(colored.find("\x1b[1m") != std::string::npos);
  for (std::size_t from = 0; (from = colored.find('\x1b', from)) != std::string::npos;) {
    colored.erase(from, colored.find('m', from) + 1 - from);
  }
  CHECK(colored == plain);
}

TEST_CASE("a list keeps to the page as far as all but the names leave room") {
  const Reading reading = example("saguaro");
  const Listing listing = list_customers(reading.book, at("2026-11-23"), {});
  const Reading broken = example("broken.toml");
  Listing some = list_customers(broken.book, at("2026-11-23"), {});
  some.problems = broken.problems;
  CHECK(!some.unreadable.empty());
  for (const std::size_t width : {80U, 90U, 100U, 200U}) {
    Style style;
    style.width = width;
    check_width(find_format("text")->listing(listing, style), width);
    check_width(find_format("text")->listing(some, style), width);
  }
}

TEST_CASE("a page of nothing says so, and when the next thing is due") {
  const Reading reading = book(acme(no_follow_up, "birthday = '12-25'"));
  const Agenda agenda = agenda_of_today(reading.book, at("2026-11-23"), {});
  const auto next = next_due(reading.book, at("2026-11-23"), {});
  CHECK(find_format("text")->page({agenda, {}, next}, {}) ==
        "Monday 23 November 2026, 09:00\n\n"
        "Nothing is due today. Next: acme on Fri 25 Dec.\n");
  CHECK(find_format("text")->page({agenda, {}, {}}, {}) ==
        "Monday 23 November 2026, 09:00\n\n"
        "Nothing is due today, nor in the year to come.\n");
}

TEST_CASE("colours of the terminal page can be read on white and on black") {
  for (const Ink ink : {Ink::late, Ink::good}) {
    Style style;
    style.color = true;
    Layout layout{style};
    layout.line("text", ink);
    const std::string line = layout.take();
    CAPTURE(line);
    constexpr std::string_view start = "\x1b[38;5;";
    REQUIRE(line.starts_with(start));
    constexpr int first = 16;  // of a cube of 6 x 6 x 6, after the terminal's own
    const int place = std::stoi(line.substr(start.size())) - first;
    constexpr std::string_view levels[] = {"00", "5f", "87", "af", "d7", "ff"};
    const auto colour =
        fmt::format("#{}{}{}", levels[place / 36], levels[place / 6 % 6], levels[place % 6]);
    CHECK(contrast(colour, "#ffffff") >= 4.3);
    CHECK(contrast(colour, "#000000") >= 4.3);
  }
}
