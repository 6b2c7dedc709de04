#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "books.hpp"
#include "draw.hpp"

namespace care::test {

/// As `care` writes it.
inline std::string in_double_quotes(std::string text) {
  std::ranges::replace(text, '\'', '"');
  return text;
}

/// Books as most are: nearly everybody is plain, and many days are near.
class PlainBook : Draw {
 public:
  explicit PlainBook(unsigned seed) : Draw{seed} {}

  std::string text() {
    std::string text = pick({"[book]\nstarted = 2025-01-01\nvalue = ['on time', 'by name']\n",
                             "[book]\nowner = 'ann'\n", ""});
    text += policy("tiers = { A = '2w', B = '1m', C = '10wd', D = 'never' }",
                   "holidays = ['12-25', { from = 2026-11-26, to = 2026-11-27 }]",
                   pick({"heads_up = '3d'", "heads_up = '1m'", "heads_up = '9d'", ""}),
                   pick({"belated = '0d'", "belated = '2w'", ""}),
                   pick({"anniversaries = 'all'", "anniversaries = 'none'", ""}),
                   pick({"leap_day = '03-01'", ""}), pick({"every = '6w'", "every = 'never'", ""}));
    text += table("[[staff]]", "id = 'ann'", "name = 'Ann'");
    text += table("[[staff]]", "id = 'joe'", "name = 'Joe'");
    if (chance(4)) {
      text += table("[[plan]]", "name = 'welcome'", "starts = 'since'", "from = 2026-10-01",
                    "steps = [{ after = '3d', what = 'call' }]");
    }
    constexpr int people = 24;
    for (int i = 0; i < people; ++i) text += person("c" + std::to_string(i));
    for (int i = 0; i < 3 * people; ++i) text += touch("c" + number(0, people - 1));
    for (int i = between(0, 3); i > 0; --i) text += something("c" + number(0, people - 1));
    return text;
  }

 private:
  std::string yearly() { return chance(8) ? "'02-29'" : "'" + date(-180, 180).substr(5) + "'"; }

  std::string person(const std::string& id) {
    std::string text = customer(
        id,
        pick({"every = '3w'", "every = '5wd'", "tier = 'A'", "tier = 'B'", "tier = 'C'",
              "tier = 'D'", "tier = 'B'\nevery = '2m'", "", ""}),
        pick({"owner = 'ann'", "owner = 'joe'", ""}), chance(2) ? "birthday = " + yearly() : "",
        chance(2) ? "since = " + date(-3000, -1) : "", pick({"added = 2026-11-01", "", ""}),
        pick({"value = ['two hours']", "tags = ['west']", "likes = ['tea']", "notes = 'x'"}),
        chance(30)
            ? pick({"mood = 'strained'", "status = 'former'", "at_most = '2m'", "every = 'never'",
                    "status = 'do-not-contact'", "leap_day = '03-01'", "birthday = 1850-11-20"})
            : "");
    if (chance(3)) {
      text += table("[[customer.contact]]", "name = 'Mia'", "birthday = " + yearly(),
                    chance(9) ? "left = 2026-11-01" : "");
    }
    if (chance(4)) {
      text += table("[[customer.event]]", "what = 'gala'", "date = " + yearly(),
                    chance(9) ? "prepare = '2w'" : "");
    }
    if (chance(9)) text += table("[customer.extra]", "coffee = 'black'");
    return text;
  }

  std::string touch(const std::string& id) {
    return of(
        id, "[[touch]]", date(-70, 0), "how = 'call'", pick({"heard = 'all is well'", ""}),
        pick({"mood = 'content'", "from = 'them'", "thanked = 'the order'", "by = 'ann'", ""}),
        chance(40) ? pick({"reached = false", "mood = 'strained'", "contact = 'Mia'",
                           "greeted = 'birthday'", "wow = 'a card'", "plan = 'welcome'"})
                   : "");
  }

  std::string something(const std::string& id) {
    switch (between(0, 4)) {
      case 0: return of(id, "[[purchase]]", date(-20, 0), "what = 'lamp'");
      case 1: return of(id, "[[snooze]]", date(-20, 0), "until = " + date(0, 20), "because = 'x'");
      case 2:
        return table("[[promise]]", "customer = '" + id + "'", "what = 'call'",
                     "due = " + date(-9, 60));
      case 3:
        return table("[[fact]]", "customer = '" + id + "'", "on = " + date(-9, 9), "every = '1w'");
      default:
        return table("[[request]]", "customer = '" + id + "'", "what = 'x'",
                     "asked = " + date(-9, 0));
    }
  }
};

}  // namespace care::test
