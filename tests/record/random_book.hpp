#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <care/record.hpp>

// Random books, sound and unsound, and random records for them; the same for the same number.

#include "record/random_text.hpp"

namespace care::test {

/// Writes a random book, table by table.
class RandomBook {
 public:
  /// `unsound` of a hundred tables have something wrong in them.
  RandomBook(Random& random, std::size_t unsound) : random_{random}, unsound_{unsound} {}

  std::string text() {
    head();
    plans();
    const std::size_t staff = random_.below(3);
    for (std::size_t i = 0; i < staff; ++i) this->staff(i);
    const std::size_t tables = random_.below(14);
    for (std::size_t i = 0; i < tables; ++i) {
      if (random_.chance(35) || (customers_ == 0 && unsound_ == 0)) {
        customer();
      } else {
        record();
      }
    }
    tail();
    return with_line_ends();
  }

 private:
  /// A request or promise with an id.
  struct Named {
    std::string kind, customer, id;
  };

  void line(std::string_view text) {
    if (random_.chance(5)) text_ += random_.chance(50) ? "  " : "\t";
    text_ += text;
    if (random_.chance(6)) text_ += "  # " + std::string{random_.one_of(foreign_words)};
    text_ += '\n';
    if (random_.chance(5)) text_ += random_.chance(50) ? "\n" : "# remark ü\n";
    if (random_.chance(unsound_)) broken_line();
  }

  /// A text in one of the ways that TOML has.
  std::string written(const std::string& text) {
    const bool is_plain = text.find_first_of("'\n\r\b\f\x01\x1b\x7f") == std::string::npos;
    if (is_plain && random_.chance(20)) return "'" + text + "'";
    if (is_plain && random_.chance(15)) return "'''" + text + "'''";
    if (random_.chance(15)) {
      constexpr std::string_view notes[] = {
          "\n[[touch]]\ncustomer = \"c0\"\n", "\n\nbring 東京\n", "two \\\n   lines", "say \"yes\"",
          "\n[[touch]]  # care abcde\n",      "\n=======\n",
      };
      return "\"\"\"" + std::string{random_.one_of(notes)} + "\"\"\"";
    }
    return toml_string(text);
  }

  void text_key(std::string_view key) {
    if (random_.chance(40)) {
      line(std::string{key} + " = " + written(random_text(random_, 8)));
    }
  }

  std::string date() {
    const std::size_t day = 1 + random_.below(28);
    const std::size_t month = 1 + random_.below(12);
    const auto two = [](std::size_t n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return std::to_string(2024 + random_.below(4)) + "-" + two(month) + "-" + two(day);
  }

  std::string moment() {
    constexpr std::string_view times[] = {"", "", "T15:00", " 09:30:00", "T00:00:00"};
    return date() + std::string{random_.one_of(times)};
  }

  /// One that stands in the book, may come to stand there, or is wrong.
  std::string someone() {
    if (random_.chance(unsound_ / 2)) return random_.chance(50) ? "nobody" : "c99";
    return "c" + std::to_string(random_.below(std::max<std::size_t>(customers_, 1)));
  }

  void head() {
    const bool is_dotted = random_.chance(10);
    if (is_dotted) line("book.name = \"ドット\"");
    if (random_.chance(unsound_)) line("touch = [{ customer = 'c0', on = 2026-01-01 }]");
    if (random_.chance(5)) line("snooze = []");
    if (random_.chance(30) && (!is_dotted || unsound_ > 0)) {
      line("[book]");
      text_key("name");
      if (random_.chance(50)) line("started = 2024-01-01");
    }
    if (random_.chance(25)) {
      line("[policy]");
      if (random_.chance(50)) line("every = \"3w\"");
      if (random_.chance(30)) line("tiers = { A = \"1w\", 'Größte' = \"2w\" }");
      if (random_.chance(30)) line("holidays = [\n  \"12-25\",  # [[x\n  2026-11-26,\n]");
    }
  }

  void plans() {
    if (random_.chance(30)) {
      line("[[plan]]");
      line("name = \"Begrüßung\"");
      line("starts = \"new\"");
      line("from = " + date());
      line(random_.chance(80) ? "steps = [{ after = \"2wd\", what = \"ring\" }]"
                              : "[[plan.steps]]\nafter = \"1w\"\nwhat = \"ring\"");
    }
    if (random_.chance(30)) {
      line("[[message]]");
      line("name = \"grüßen\"");
      line("text = \"{call_me}, {{}}\"");
    }
  }

  void staff(std::size_t index) {
    line("[[staff]]");
    line("id = \"s" + std::to_string(index) + "\"");
    line("name = \"Ünal\"");
  }

  void customer() {
    line(random_.chance(90) ? "[[customer]]" : "[[ customer ]]");
    const bool again = random_.chance(unsound_ / 2);
    line("id = \"c" + std::to_string(again ? 0 : customers_) + "\"");
    if (!again) ++customers_;
    line("name = " + written(random_seen_text(random_, 3)));
    for (const std::string_view key : {"call_me", "phone", "notes", "address"}) text_key(key);
    if (random_.chance(20)) line("tier = \"A\"");
    if (random_.chance(20) && customers_ > 1) line("referred_by = \"c0\"");
    if (random_.chance(20)) line("tags = [\"west\", 'ö',\n  \"x\", # ]\n]");
    const bool is_dotted = random_.chance(10);
    if (is_dotted) line("extra.coffee = \"schwärz\"");
    if (random_.chance(40)) {
      line("[[customer.contact]]");
      line("name = \"" + std::string{random_.one_of(contacts)} + "\"");
    }
    has_event_.push_back(random_.chance(30));
    if (has_event_.back()) {
      line("  [[customer.event]]");
      line("what = \"Eröffnung\"");
      line("date = \"06-12\"");
    }
    if (random_.chance(20)) {
      line("[[customer.plan]]");
      line("what = \"Prüfung\"");
      line("from = " + date());
      if (random_.chance(70)) line("every = \"6m\"");
    }
    if (random_.chance(10) && !is_dotted) line("[customer.extra]\nx = { y = 1, z = [1, 2] }");
  }

  void record() {
    constexpr std::string_view kinds[] = {"touch",  "touch", "request", "promise", "purchase",
                                          "snooze", "ready", "contact", "fact"};
    const std::string_view kind = random_.one_of(kinds);
    const std::string who = someone();
    if (kind == "ready" && unsound_ == 0 && !has_event_.front()) return;
    line("[[" + std::string{kind} + "]]");
    line("customer = \"" + (kind == "ready" && unsound_ == 0 ? "c0" : who) + "\"");
    if (kind == "touch") {
      line("on = " + moment());
      text_key("said");
      text_key("heard");
      if (unsound_ > 0 && random_.chance(15))
        line("contact = \"" + std::string{random_.one_of(contacts)} + "\"");
      reference("request", "request", who);
      reference("promise", "promise", who);
      if (random_.chance(15)) line("plan = [\"Begrüßung\", 'Prüfung']");
    } else if (kind == "request" || kind == "promise") {
      line("what = " + written(random_seen_text(random_, 5)));
      line((kind == "request" ? "asked = " + moment() : "due = " + date()));
      if (kind == "promise") reference("replaces", "promise", who);
      if (random_.chance(70)) {
        ids_.push_back({std::string{kind}, who, record_id()});
        line("id = \"" + ids_.back().id + "\"");
      }
    } else if (kind == "contact") {
      line("name = \"" + std::string{random_.one_of(contacts)} + "\"");
      text_key("role");
    } else if (kind == "fact") {
      if (random_.chance(70)) line("on = " + date());
      for (const std::string_view key : {"name", "phone", "notes"}) text_key(key);
      if (unsound_ > 0 && random_.chance(30))
        line("contact = \"" + std::string{random_.one_of(contacts)} + "\"");
    } else if (kind == "purchase") {
      line("on = " + moment());
      line("what = " + written(random_seen_text(random_, 5)));
      if (random_.chance(50)) line("amount = 12.5");
    } else if (kind == "snooze") {
      line("on = " + date());
      line("until = " + date());
      line("because = \"Umzug\"");
    } else {
      line("what = \"Eröffnung\"");
      line("on = " + date());
    }
  }

  /// Of its own in a sound book.
  std::string record_id() {
    if (unsound_ == 0) return "ö" + std::to_string(ids_.size());
    return someone() + "-2026-11-" + std::to_string(20 + random_.below(5));
  }

  void reference(std::string_view key, std::string_view kind, std::string_view who) {
    if (random_.chance(60)) return;
    std::string id = unsound_ == 0 ? "" : record_id();
    for (const Named& one : ids_)
      if (one.kind == kind && one.customer == who) id = one.id;
    if (!id.empty()) line(std::string{key} + " = \"" + id + "\"");
  }

  void broken_line() {
    constexpr std::string_view lines[] = {
        "notes = \"never closed\n",
        "notes = \"\"\"never closed\n",
        "notes = '''never closed\n",
        "notes = \"\"\"never \\\n",
        "tags = [\"west\",\n",
        "tags = ['''west\n",
        "tags = [\"\"\"west\n",
        "x = { a = 1,\n",
        "since = 2023-02-30\n",
        "every = \"soon\"\n",
        "unknown = 1\n",
        "gone\n",
        "= 3\n",
        "[customer\n",
        "[[touch]\n",
        "[customer.extra]\n",
        "[[customer.contact]]\n",
        "<<<<<<< HEAD\n",
        "=======\n",
        ">>>>>>> other\n",
        "||||||| base\n",
        "name = \"\xe4\"\n",
        "x = \"\x01\"\n",
        "id = \"c0\"\n",
        "a.b.c.d.e.f.g.h.i.j.k.l.m.n.o.p.q.r.s.t = 1\n",
        "x = [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]\n",
        "\"\"\"\n",
        "'''\n",
        "]\n",
        "}\n",
        "x = \n",
        "[[nonsense]]\n",
        "[[plan]]\n",
        "[[customer.plan]]\n",
        "[[message]]\ntext = \"{\"\n",
        "steps = []\n",
        "[customers]\n",
        "[policy]\n",
        "[touch]\n",
        "on = 2026-11-22T10:00:00Z\n",
        "x = \"\\q\"\n",
        "name = \xe2\x80\x9c"
        "A\xe2\x80\x9d\n",
        "[ [ touch ] ]\n",
        "\\\n",
        "x = 1 y = 2\n",
        "# \xff\n",
        "x = \"a\" \"b\"\n",
    };
    text_ += random_.one_of(lines);
  }

  void tail() {
    constexpr std::string_view ends[] = {
        "",
        "",
        "\n",
        "\n\n\n",
        "  ",
        "\t\n",
        " \n \n",
        "# the end – ä",
        "# the end\n",
        "\n# end\n\n",
    };
    text_ += random_.one_of(ends);
    if (random_.chance(unsound_)) broken_line();
    if (random_.chance(30) && text_.ends_with('\n')) text_.pop_back();
  }

  std::string with_line_ends() {
    std::string out = random_.chance(15) ? "\xef\xbb\xbf" : "";
    const std::size_t returns = random_.chance(60) ? 0 : random_.chance(70) ? 100 : 50;
    for (const char c : text_) {
      if (c == '\n' && random_.chance(returns)) out += '\r';
      out += c;
    }
    return out;
  }

  static constexpr std::string_view contacts[] = {"Jörg", "María", "李"};

  Random& random_;
  std::size_t unsound_;
  std::size_t customers_ = 0;
  std::vector<bool> has_event_;
  std::vector<Named> ids_;
  std::string text_;
};

}  // namespace care::test
