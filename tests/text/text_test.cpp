#include <care/text.hpp>
#include <care/text_lines.hpp>
#include <care/text_units.hpp>

#include <ostream>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

using namespace care;
using namespace std::string_literals;

namespace {

struct Row {
  std::string name;
  std::string text;
  std::string expected;
};

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "|";
  return text;
}

constexpr const char* family = "\U0001f468\u200d\U0001f469\u200d\U0001f467";
constexpr const char* flag_us = "\U0001f1fa\U0001f1f8";
constexpr const char* scotland =
    "\U0001f3f4\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f";

}  // namespace

TEST_CASE("what could drive a terminal or mislead an eye is made visible") {
  const Row rows[] = {
      {"plain text", "Acme Tower, 24/7 ~", "Acme Tower, 24/7 ~"},
      {"a flag written in tags", scotland, scotland},
      {"accents and other scripts", "Renée Łódź 東京 Ωμέγα", "Renée Łódź 東京 Ωμέγα"},
      {"an escape sequence", "\x1b[31mred\x1b[0m", "\\x1b[31mred\\x1b[0m"},
      {"a bell and a backspace",
       "a\x07"
       "b\x08"
       "c",
       "a\\x07b\\x08c"},
      {"a null", "a\0b"s, "a\\x00b"},
      {"delete",
       "a\x7f"
       "b",
       "a\\x7fb"},
      {"C1: the control sequence introducer", "a\u009b31m", "a\\x9b31m"},
      {"C1: next line", "a\u0085b", "a\\x85b"},
      {"a tab becomes a blank", "a\tb", "a b"},
      {"a line end", "a\nb", "a\\nb"},
      {"a line end of Windows", "a\r\nb", "a\\nb"},
      {"a carriage return alone", "a\rb", "a\\x0db"},
      {"two carriage returns before a line end", "a\r\r\nb", "a\\x0d\\nb"},
      {"right-to-left override",
       "a\u202e"
       "b",
       "a\\u202eb"},
      {"right-to-left isolate",
       "a\u2067"
       "b\u2069",
       "a\\u2067b\\u2069"},
      {"Arabic letter mark",
       "a\u061c"
       "b",
       "a\\u061cb"},
      {"line separator",
       "a\u2028"
       "b",
       "a\\u2028b"},
      {"paragraph separator",
       "a\u2029"
       "b",
       "a\\u2029b"},
      {"zero-width space",
       "a\u200b"
       "b",
       "a\\u200bb"},
      {"zero-width joiner between letters",
       "a\u200d"
       "b",
       "a\\u200db"},
      {"byte order mark",
       "\ufeff"
       "a",
       "\\ufeffa"},
      {"a soft hyphen between letters",
       "a\u00ad"
       "b",
       "a\u00ad"
       "b"},
      {"a soft hyphen at the end", "a\u00ad", "a\\xad"},
      {"Persian with a non-joiner", "می\u200cخواهم", "می\u200cخواهم"},
      {"Sinhala with a joiner", "ශ්\u200dරී", "ශ්\u200dරී"},
      {"a stray non-joiner", "علی \u200c", "علی \\u200c"},
      {"Hebrew and its mark", "שלום!\u200f", "שלום!\u200f"},
      {"Scotland", "\U0001f3f4\U000e0067\U000e0062\U000e007f",
       "\U0001f3f4\U000e0067\U000e0062\U000e007f"},
      {"a tag",
       "a\U000e0041"
       "b",
       "a\\U000e0041b"},
      {"an ill-formed byte",
       "a\xff"
       "b",
       "a\\xffb"},
      {"a sequence cut short", "a\xe2\x82", "a\\xe2\\x82"},
      {"an overlong sequence", "a\xc0\xaf", "a\\xc0\\xaf"},
      {"half a surrogate pair", "a\xed\xa0\x80", "a\\xed\\xa0\\x80"},
      {"beyond Unicode", "\xf4\x90\x80\x80", "\\xf4\\x90\\x80\\x80"},
      {"a family of emoji stays one", family, family},
      {"a skin tone before the joiner", "\U0001f469\U0001f3fd\u200d\U0001f680",
       "\U0001f469\U0001f3fd\u200d\U0001f680"},
      {"a joiner after an emoji before a letter",
       "\U0001f468\u200d"
       "a",
       "\U0001f468\\u200da"},
      {"a joiner at the end", "\U0001f468\u200d", "\U0001f468\\u200d"},
      {"a flag", flag_us, flag_us},
      {"nothing", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(neutralised(row.text) == row.expected);
    CHECK(neutralised(row.expected) == row.expected);
  }
}

TEST_CASE("line ends may stay where a text is printed as lines") {
  CHECK(neutralised_lines("a\nb") == "a\nb");
  CHECK(neutralised_lines("a\r\nb\n") == "a\nb\n");
  CHECK(neutralised_lines("\x1b[31m\n") == "\\x1b[31m\n");
  CHECK(neutralised_lines("a\u2028"
                          "b") == "a\\u2028b");
  CHECK(neutralised_lines("plain") == "plain");
}

TEST_CASE("no byte and no code point below U+3000 gets through that could not be seen") {
  for (std::int32_t value = 0; value < 0x3000; ++value) {
    std::string bytes;
    if (value < 0x80) {
      bytes += static_cast<char>(value);
    } else if (value < 0x800) {
      bytes += static_cast<char>(0xc0 | (value >> 6));
      bytes += static_cast<char>(0x80 | (value & 0x3f));
    } else {
      bytes += static_cast<char>(0xe0 | (value >> 12));
      bytes += static_cast<char>(0x80 | ((value >> 6) & 0x3f));
      bytes += static_cast<char>(0x80 | (value & 0x3f));
    }
    const std::string safe = neutralised("a" + bytes + "b");
    if (value == 0xad) continue;  // a soft hyphen is at home in a word
    std::string_view rest = safe;
    while (!rest.empty()) {
      const CodePoint point = first_code_point(rest);
      CAPTURE(value);
      REQUIRE(point.value >= 0);
      REQUIRE_FALSE(is_invisible(point.value));
      rest.remove_prefix(point.size);
    }
  }
}

TEST_CASE("the columns of a text on a terminal are counted by what stands there") {
  struct Width {
    std::string name;
    std::string text;
    std::size_t expected;
  };
  const Width rows[] = {
      {"nothing", "", 0},
      {"ASCII", "Acme", 4},
      {"blanks", "a  b", 4},
      {"an accent in one code point", "é", 1},
      {"an accent of its own", "e\u0301", 1},
      {"several accents", "a\u0301\u0302\u0303", 1},
      {"Greek", "Ωμέγα", 5},
      {"Cyrillic", "Привет", 6},
      {"Chinese", "東京", 4},
      {"Japanese", "カタカナ", 8},
      {"half-width Japanese", "ｶﾀｶﾅ", 4},
      {"full-width letters", "ＡＢ", 4},
      {"Korean", "한국", 4},
      {"Korean of single letters", "\u1112\u1161\u11ab", 2},
      {"Thai with marks", "ที่", 1},
      {"Hebrew", "שלום", 4},
      {"an emoji", "\U0001f600", 2},
      {"an emoji with a skin tone", "\U0001f44d\U0001f3fd", 2},
      {"a heart as text", "\u2764", 1},
      {"a heart as an emoji", "\u2764\ufe0f", 2},
      {"a family", family, 2},
      {"a rainbow flag", "\U0001f3f3\ufe0f\u200d\U0001f308", 2},
      {"a flag", flag_us, 2},
      {"two flags", std::string{flag_us} + flag_us, 4},
      {"a key cap", "1\ufe0f\u20e3", 2},
      {"typographic marks", "“a” – b…", 8},
      {"a degree and a half", "21.5°C ½", 8},
      {"the euro", "€ 5", 3},
      {"a mixture", "Zoë 東 \U0001f600!", 10},
  };
  for (const Width& row : rows) {
    CAPTURE(row.name);
    CHECK(display_width(row.text) == row.expected);
  }
}

TEST_CASE("a text that is too wide is cut within its columns, and never within a character") {
  struct Cut {
    std::string text;
    std::size_t width;
    std::string expected;
  };
  const Cut rows[] = {
      {"Acme Tower", 10, "Acme Tower"},
      {"Acme Tower", 9, "Acme Tow…"},
      {"Acme Tower", 6, "Acme…"},
      {"Acme Tower", 5, "Acme…"},
      {"Acme", 1, "…"},
      {"Acme", 0, ""},
      {"", 0, ""},
      {"東京都", 6, "東京都"},
      {"東京都", 5, "東京…"},
      {"東京都", 4, "東…"},
      {"東京都", 2, "…"},
      {"東京都", 3, "東…"},
      {"ne\u0301e", 2, "n…"},
      {"e\u0301e\u0301e", 2, "e\u0301…"},
      {std::string{family} + "abc", 3, std::string{family} + "…"},
      {std::string{family} + "abc", 2, "…"},
  };
  for (const Cut& row : rows) {
    CAPTURE(row.text);
    CAPTURE(row.width);
    CHECK(shortened(row.text, row.width) == row.expected);
    CHECK(display_width(shortened(row.text, row.width)) <= row.width);
  }
}

TEST_CASE("a text is filled to its columns") {
  CHECK(padded("ab", 4) == "ab  ");
  CHECK(padded("東", 4) == "東  ");
  CHECK(padded("abcd", 4) == "abcd");
  CHECK(padded("abcde", 4) == "abcde");
}

TEST_CASE("a text is wrapped at its words, and within a word only where that is too long") {
  struct Wrapped {
    std::string text;
    std::size_t width;
    std::string expected;
  };
  const Wrapped rows[] = {
      {"", 10, "|"},
      {"one two", 7, "one two|"},
      {"one two", 6, "one|two|"},
      {"one two three", 7, "one two|three|"},
      {"one  two", 8, "one  two|"},
      {"one  two", 7, "one|two|"},
      {"abcdefghij", 4, "abcd|efgh|ij|"},
      {"ab cdefghij k", 4, "ab|cdef|ghij|k|"},
      {"abcdefgh", 4, "abcd|efgh|"},
      {"trailing  ", 20, "trailing|"},
      {"東京都 大阪", 6, "東京都|大阪|"},
      {"東京都大阪", 5, "東京|都大|阪|"},
      {"東京", 1, "東|京|"},
      {"a b", 0, "a|b|"},
      {"  two blanks first", 12, "  two blanks|first|"},
      {"Look: care show ID now", 17, "Look:|care show ID now|"},
      {"Look: care show ID. Now", 18, "Look:|care show ID. Now|"},
      {"due today (care done).", 15, "due today|(care done).|"},
      {"Look: care show ID. Now", 11, "Look: care|show ID.|Now|"},
      {"5 problems; `care check` lists", 24, "5 problems; `care check`|lists|"},
      {"5 problems; `care check` lists", 22, "5 problems;|`care check` lists|"},
      {"due (care log --thanks) now", 20, "due|(care log --thanks)|now|"},
      {"10 min left", 8, "10 min|left|"},
      {"those whom we care for now", 21, "those whom we care|for now|"},
  };
  for (const Wrapped& row : rows) {
    CAPTURE(row.text);
    CAPTURE(row.width);
    CHECK(joined(wrapped(row.text, row.width)) == row.expected);
  }
}

TEST_CASE("dates and units hang together where somebody else wraps the text") {
  struct Row {
    std::string text, expected;
  };
  const Row rows[] = {
      {"", ""},
      {"due Fri 20 Nov 2026, 3 days late", "due Fri~20~Nov~2026, 3~days~late"},
      {"answer by Tue 24 Nov 10:30, 5 h 50 min late",
       "answer by Tue~24~Nov~10:30, 5~h~50~min~late"},
      {"greet by Wed 25", "greet by Wed~25"},
      {"kept, 8 of 8 (100 %), 9.3 of 14", "kept, 8~of~8~(100~%), 9.3~of~14"},
      {"kept of the first …", "kept of the first~…"},
      {"Monday 23 November 2026, 07:30", "Monday~23~November~2026, 07:30"},
      {"Sat 28 Nov  a day\n12 cats", "Sat~28~Nov  a day\n12 cats"},
      {"by 08:40, 10 min left.", "by 08:40, 10~min~left."},
      {"by Sun 3 Jan 2027 10:00 (care done)", "by Sun~3~Jan~2027~10:00 (care done)"},
      {"at 2026-11-24 15:00, 2 working days", "at 2026-11-24~15:00, 2~working~days"},
      {"by Wed 25 (care log)", "by Wed~25 (care log)"},
      {"1,480 USD, 12.50 EUR: 3 ago", "1,480~USD, 12.50~EUR: 3 ago"},
      {"Car 2 stops, 40 mm off; the 5 cars", "Car 2 stops, 40 mm off; the 5 cars"},
      {" +1 602 555 0101 ", " +1 602 555 0101 "},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    std::string whole = with_whole_units(row.text);
    for (std::size_t at = 0; (at = whole.find("\u00a0")) != std::string::npos;)
      whole.replace(at, 2, "~");
    CHECK(whole == row.expected);
  }
}

TEST_CASE("wrapping loses nothing but the blanks at its cuts, at any width") {
  const std::string text = "Zoë asked " + std::string{family} +
                           " for an unbelievablylongwordthatfitsnowhere 東京都大阪 twice.";
  const auto without_blanks = [](std::string_view all) {
    std::string kept;
    for (const char c : all) {
      if (c != ' ') kept += c;
    }
    return kept;
  };
  for (std::size_t width = 2; width <= 90; ++width) {
    std::string all;
    for (const std::string& line : wrapped(text, width)) {
      CAPTURE(width);
      CHECK(display_width(line) <= width);
      all += line;
    }
    CHECK(without_blanks(all) == without_blanks(text));
  }
}

TEST_CASE("what people type is compared with letter case and accents set aside") {
  const Row rows[] = {
      {"letter case", "ACME Tower", "acme tower"},
      {"accents", "Renée ÉCOLE Ångström", "renee ecole angstrom"},
      {"an accent of its own", "e\u0301", "e"},
      {"Turkish dotted I", "İstanbul", "istanbul"},
      {"Turkish dotless i", "ırmak", "irmak"},
      {"sharp s", "Straße", "strasse"},
      {"letters with a stroke", "Łódź Đoković Søren", "lodz dokovic soren"},
      {"a ligature", "ﬁne", "fine"},
      {"full-width letters", "ＡＢ", "ab"},
      {"other scripts", "Ωμέγα ПРИВЕТ", "ωμεγα привет"},
      {"an ill-formed byte", "A\xff", "a\xff"},
      {"nothing", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(folded(row.text) == row.expected);
  }
}

TEST_CASE("letter case in ASCII alone can be set aside, too") {
  CHECK(equal_composed("süd", "su\u0308d"));
  CHECK_FALSE(equal_composed("Nord", "nord"));
  CHECK(equal_ignoring_case("Birthday", "bIRTHDAY"));
  CHECK(equal_ignoring_case("Café", "cafe\u0301"));
  CHECK(equal_ignoring_case("علی\u200cرضا", "علیرضا"));
  CHECK(equal_ignoring_case("Chloe\u0308 Bell", "chlo\u00eb bell"));
  CHECK(equal_ignoring_case("An\u200ba Núñez", "ANA Núñez"));
  CHECK(equal_ignoring_case("", ""));
  CHECK_FALSE(equal_ignoring_case("Cesar Núñez", "Carlos Núñez"));
  CHECK_FALSE(equal_ignoring_case("birthday", "birthdays"));
  CHECK_FALSE(equal_ignoring_case("É", "é"));
  CHECK_FALSE(equal_ignoring_case("[", "{"));
}

TEST_CASE("the nearest known name is offered for a slip, and none for another word") {
  const std::vector<std::string_view> known = {"birthday", "every", "heads_up", "id", "belated"};
  struct Typed {
    std::string text;
    std::string expected;
  };
  const Typed rows[] = {
      {"birthdya", "birthday"},
      {"brthday", "birthday"},
      {"birthdayy", "birthday"},
      {"Birthday", "birthday"},
      {"evry", "every"},
      {"heads-up", "heads_up"},
      {"dI", "id"},
      {"belatet", "belated"},
      {"xx", ""},
      {"cadence", ""},
      {"everything", ""},
      {"", ""},
      {"ever", "every"},
      {"eeevery", "every"},
      {"eeeevery", ""},
  };
  for (const Typed& row : rows) {
    CAPTURE(row.text);
    CHECK(nearest(row.text, known).value_or("") == row.expected);
  }
  CHECK_FALSE(nearest("any", {}).has_value());
}

TEST_CASE("the first ill-formed byte of a text is found") {
  CHECK_FALSE(find_invalid_utf8("plain 東京 \U0001f600").has_value());
  CHECK_FALSE(find_invalid_utf8("").has_value());
  CHECK(find_invalid_utf8("ab\xff") == 2u);
  CHECK(find_invalid_utf8("\xc0\xaf") == 0u);
  CHECK(find_invalid_utf8("é\xed\xa0\x80") == 2u);
  CHECK(find_invalid_utf8("東\xe6\x9d") == 3u);
}

TEST_CASE("names are compared as people see them") {
  CHECK(composed("Zoe\u0308") == "Zoë");
  CHECK(composed("Acme") == "Acme");
  CHECK(composed("a\u00adb") == "ab");
  CHECK(composed("\u200f") == "");
  CHECK(composed("a\xff\u0301") == "a\xff\u0301");
  CHECK(composed("q\u0323\u0307") == composed("q\u0307\u0323"));
  CHECK(name_key("ZOË") == "zoË");
  CHECK(folded("علی\u200cرضا") == folded("علیرضا"));
}

TEST_CASE("lines that end are counted, however many bytes are looked at together") {
  CHECK(line_feeds_in("") == 0);
  CHECK(line_feeds_in("\n") == 1);
  // Bytes that differ from a line feed in one bit, and those that a carry might reach.
  std::string text;
  for (int byte = 0; byte < 256; ++byte)
    text += std::string{static_cast<char>(byte)} + "\n\x0b\x8a";
  text += std::string(5000, '\n') + std::string(100, '\x0b') + text;
  for (std::size_t from = 0; from < 20; ++from) {
    for (std::size_t size = 0; size + from <= text.size(); size += 1 + size / 8) {
      const std::string_view part = std::string_view{text}.substr(from, size);
      REQUIRE(line_feeds_in(part) == static_cast<std::size_t>(std::ranges::count(part, '\n')));
    }
  }
}
