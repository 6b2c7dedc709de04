#include "transcript.hpp"

#include <doctest/doctest.h>

#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

using namespace care::test;
using Lines = std::vector<std::string>;

namespace {

/// In place of care: says what it was given.
Played echo(const std::vector<std::string>& words, const Scene& scene) {
  Played played;
  for (const std::string& word : words) played.out += "[" + word + "]";
  played.out += "\nat " + scene.now + "\n";
  if (!scene.input.empty()) played.out += "read " + scene.input;
  for (const auto& [name, value] : scene.environment) played.err += name + "=" + value + "\n";
  played.code = static_cast<int>(scene.columns);
  return played;
}

Lines play_echo(std::string_view text) {
  std::string updated;
  return play_text(text, Wrapping::none, ".", echo, updated);
}

std::string update(std::string_view text, Wrapping wrapping = Wrapping::none) {
  std::string updated;
  const Lines ignored = play_text(text, wrapping, ".", echo, updated);
  return updated;
}

std::string parse_error(std::string_view text) {
  try {
    const Transcript ignored = parse_transcript(text, Wrapping::none);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "no error";
}

std::string words_error(std::string_view line) {
  try {
    const Lines ignored = split_words(line);
  } catch (const std::runtime_error& error) {
    return error.what();
  }
  return "no error";
}

}  // namespace

TEST_SUITE("transcript runner") {
  TEST_CASE("a command line is split as a shell does it") {
    struct Row {
      std::string_view line;
      Lines words;
    };
    const Row rows[] = {
        {"care today", {"care", "today"}},
        {"  care   today ", {"care", "today"}},
        {"care show 'Joe''s shop'", {"care", "show", "Joes shop"}},
        {R"(care note "she said \"yes\" \ it's")", {"care", "note", R"(she said "yes" \ it's)"}},
        {R"(care a\ b '' "")", {"care", "a b", "", ""}},
        {"care '*?|$`[VIP]'", {"care", "*?|$`[VIP]"}},
        {"care a#b c~", {"care", "a#b", "c~"}},
        {R"(care --note=$'- it\'s\n\x21' b)", {"care", "--note=- it's\n!", "b"}},
    };
    for (const Row& row : rows) {
      CAPTURE(row.line);
      CHECK(split_words(row.line) == row.words);
    }
  }

  TEST_CASE("what only a shell could do is refused") {
    CHECK(words_error("care today | head") == "not quoted: |");
    CHECK(words_error("care today > file") == "not quoted: >");
    CHECK(words_error("care $HOME") == "not quoted: $");
    CHECK(words_error("care \"$HOME\"") == "not quoted: $");
    CHECK(words_error("care *.toml") == "not quoted: *");
    CHECK(words_error("care ~/book") == "not quoted: ~");
    CHECK(words_error("care 'open") == "no closing '");
  }

  TEST_CASE("a sound transcript has no complaints") {
    CHECK(play_echo("# A sentence.\n"
                    "\n"
                    "@ now 2026-11-22T08:30\n"
                    "@ env CARE_BOOK=shop.toml\n"
                    "@ terminal 80\n"
                    "@ input <<EOF\n"
                    "$ a line\n"
                    "EOF\n"
                    "$ care today 'a b'\n"
                    "[today][a b]\n"
                    "at 2026-11-22T08:30\n"
                    "read $ a line\n"
                    "! CARE_BOOK=shop.toml\n"
                    "? 80\n"
                    "\n"
                    "# Input is for one command, the rest stays.\n"
                    "$ build/care\n"
                    "\\\n"
                    "at 2026-11-22T08:30\n"
                    "! CARE_BOOK=shop.toml\n"
                    "? 80\n") == Lines{});
  }

  TEST_CASE("books are written, copied and shown") {
    CHECK(play_echo("@ book shop/a.toml <<EOF\n"
                    "# comment\n"
                    "\n"
                    "name = 1\n"
                    "EOF\n"
                    "$ cat shop/a.toml\n"
                    "\\# comment\n"
                    "\n"
                    "name = 1\n") == Lines{});
    const Lines lost = play_echo("$ cat nowhere.toml\n");
    CHECK(lost == Lines{"1: cannot read nowhere.toml"});
  }

  TEST_CASE("each difference is a complaint that shows its place") {
    const std::string start = "1: $ care x\n  expected:\n";
    struct Row {
      std::string name;
      std::string expected;
      std::string complaint;
    };
    const Row rows[] = {
        {"another line", "[y]\nat 2026-11-23T09:00\n",
         "  > [y]\n    at 2026-11-23T09:00\n  got:\n  > [x]\n    at 2026-11-23T09:00\n"},
        {"a line too few", "[x]\n",
         "    [x]\n  > (nothing more)\n  got:\n    [x]\n  > at 2026-11-23T09:00\n"},
        {"a line too many", "[x]\nat 2026-11-23T09:00\nmore\n",
         "    [x]\n    at 2026-11-23T09:00\n  > more\n  got:\n    [x]\n    at "
         "2026-11-23T09:00\n  > (nothing more)\n"},
        {"an error that is none", "[x]\nat 2026-11-23T09:00\n! oh\n",
         "    [x]\n    at 2026-11-23T09:00\n  > ! oh\n  got:\n    [x]\n    at "
         "2026-11-23T09:00\n  > (nothing more)\n"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.name);
      CHECK(play_echo("$ care x\n" + row.expected) == Lines{start + row.complaint});
    }
    const Lines code = play_echo("@ terminal 3\n$ care x\n[x]\nat 2026-11-23T09:00\n");
    REQUIRE(code.size() == 1);
    CHECK(code[0].ends_with("  > ? 3\n"));
    CHECK(play_echo("$ care x\n$ care y\n").size() == 2);
  }

  TEST_CASE("output that looks like a transcript stands behind a backslash") {
    const auto show = [](std::string out) { return shown({std::move(out), "", 0}); };
    CHECK(show("# a\n$ b\n! c\n? d\n@ e\n\\ f\n") ==
          Lines{"\\# a", "\\$ b", "\\! c", "\\? d", "\\@ e", "\\\\ f"});
    CHECK(show("#\n#1\n$5\n") == Lines{"\\#", "#1", "$5"});
    CHECK(show("\n\na\n\n\nb\n\n") == Lines{"\\", "\\", "a", "", "", "b", "\\"});
    CHECK(show("\n") == Lines{"\\"});
    CHECK(show("") == Lines{});
    CHECK(show("a") == Lines{"a", "\\ no newline at the end"});
    CHECK(show("a\r\n\x1b[0m\x7f\n") == Lines{"a␍", "␛[0m␡"});
    CHECK(shown({"a\n", "b\n\n# c", 4}) ==
          Lines{"a", "! b", "!", "! # c", "! \\ no newline at the end", "? 4"});
    CHECK_THROWS(show("␛\n"));
  }

  TEST_CASE("updating rewrites what commands left, and nothing else") {
    CHECK(
        update(
            "# Kept.\n\n$ care x\nold\n\nold\n\n# Kept, too.\n@ now 2027-01-01T10:00\n$ care\n") ==
        "# Kept.\n\n$ care x\n[x]\nat 2026-11-23T09:00\n\n# Kept, too.\n"
        "@ now 2027-01-01T10:00\n$ care\n\\\nat 2027-01-01T10:00\n");
    const std::string once = update("$ care x\n\n\n$ care y\n? 3\n");
    CHECK(once == "$ care x\n[x]\nat 2026-11-23T09:00\n\n\n$ care y\n[y]\nat 2026-11-23T09:00\n");
    CHECK(update(once) == once);
    CHECK(play_echo(once) == Lines{});
  }

  TEST_CASE("the console blocks of a page are transcripts") {
    const Transcript page = parse_transcript(
        "# Title\n"
        "$ not a command\n"
        "<!-- @ now 2026-11-22T08:30 -->\n"
        "```console\n"
        "$ care today\n"
        "nothing\n"
        "\n"
        "```\n"
        "```sh\n"
        "$ not this\n"
        "```\n",
        Wrapping::markdown);
    REQUIRE(page.steps.size() == 2);
    CHECK(page.steps[0].line == 3);
    CHECK(std::get<Setting>(page.steps[0].what).name == "2026-11-22T08:30");
    CHECK(page.steps[1].line == 5);
    CHECK(std::get<Command>(page.steps[1].what).expected == Lines{"nothing"});
  }

  TEST_CASE("a transcript that cannot be read says where") {
    CHECK(parse_error("$ care\n\noutput\n") == "no error");
    CHECK(parse_error("output\n") == "1: expected a line that begins with #, @ or $");
    CHECK(parse_error("@ nwo 2026\n") == "1: unknown setting: nwo");
    CHECK(parse_error("@ env CARE\n") == "1: expected NAME=value");
    CHECK(parse_error("\n@ book a <<EOF\nx\n") == "2: no line EOF follows");
    CHECK(parse_error("@ book a\n") == "1: expected <<EOF");
    CHECK(parse_error("$ care | cat\n") == "1: not quoted: |");
    CHECK(play_echo("$ rm -r x\n") == Lines{"1: a transcript runs care, or cat with one file"});
  }
}
