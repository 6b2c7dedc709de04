#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <care/render_back.hpp>
#include <care/render_formats.hpp>
#include <care/render_learned.hpp>
#include <care/report_back.hpp>
#include <care/text_blank.hpp>

#include "books.hpp"
#include "examples.hpp"
#include "in_windows.hpp"
#include "plain_book.hpp"
#include "project.hpp"

using namespace care;
using namespace care::test;

namespace {

const Moment now =
    Moment{std::chrono::local_days{std::chrono::year{2026} / 11 / 23}} + std::chrono::hours{8};

std::optional<Reading> part_for(const std::vector<Source>& sources, std::string_view who) {
  const auto wanted = may_be_called(who);
  return wanted ? read_for_one(sources, day_of(now), *wanted) : std::nullopt;
}

std::string called(const Book& book, std::string_view who) {
  std::string ids;
  for (const CustomerIndex one : customers_called(book, who))
    ids += std::string{book.customers[one].id} + " ";
  return ids;
}

/// All that the commands say of somebody; but for `why`, which tells their turn on the page.
std::string told_of(const Book& book, std::string_view who) {
  const auto found = customers_called(book, who);
  if (found.size() != 1) return "";
  const CallSheet sheet = call_sheet(book, found[0], now);
  JournalSelection all;
  all.from = Date::min();
  all.to = day_of(now);
  all.undated = true;
  all.customer = found[0];
  return find_format("json")->sheet(sheet, Style{}) + find_format("text")->sheet(sheet, Style{}) +
         find_format("csv")->table(journal_table(book, now, all, true), Style{});
}

/// What is wrong on the day, less what `care check` alone says.
std::size_t problems(const Book& book) {
  const auto all = problems_on(book, now);
  return static_cast<std::size_t>(std::ranges::count_if(
      all, [](const Problem& one) { return one.severity != Severity::note; }));
}

/// What came of reading books for one customer each.
struct Compared {
  int read = 0;      ///< that were read so
  int told = 0;      ///< of which somebody was the only one meant
  int left_out = 0;  ///< customers who were not read
  int recorded = 0;  ///< to which a record was added alone
};

/// Reads a book for one customer, and as a whole: both say the same of them.
void compare(const std::vector<Source>& sources, std::string_view who, Compared& compared) {
  CAPTURE(who);
  auto part = part_for(sources, who);
  if (!part) return;
  const Reading whole = read_book(sources);
  ++compared.read;
  CHECK(whole.problems.empty());
  CHECK(problems(part->book) == problems(whole.book));
  compared.left_out += static_cast<int>(whole.book.customers.size() - part->book.customers.size());
  const std::string ids = called(whole.book, who);
  CHECK(called(part->book, who) == ids);
  const std::string told = told_of(whole.book, who);
  CHECK(told_of(part->book, who) == told);
  if (told.empty()) return;
  ++compared.told;
  const std::string id = ids.substr(0, ids.size() - 1);
  std::vector<Source> files = sources;
  const std::string old{files.back().text.view()};
  const std::string added =
      "[[touch]]\ncustomer = \"" + id + "\"\non = 2026-11-22\nhow = \"call\"\n";
  const auto lines = static_cast<std::uint32_t>(std::ranges::count(old, '\n'));
  const auto last = static_cast<std::uint32_t>(files.size() - 1);
  CHECK(part->line_ends[last].value_or(lines) == lines);
  if (!read_on(*part, {last, lines + 1, added})) return;
  ++compared.recorded;
  files.back().text = old + added;
  CHECK(told_of(part->book, who) == told_of(read_book(files).book, who));
}

/// Letters of which names are made, with some that are no letters, or none any more once case and
/// accents are aside.
std::string random_text(std::mt19937& random, int most) {
  static const std::vector<std::string> letters{
      "a", "A", "b",  "z",  "Z",  "9",  "é", "Ä", "ß",      "Ø",       "ł",      "Ǆ",
      "×", "÷", "-",  ".",  "'",  " ",  " ", "ʼ", "\u00a0", "e\u0301", "\u0301", "ﬁ",
      "İ", "ı", "山", "田", "ア", "김", "½", "№", "–",      "\u2009"};
  std::string text;
  for (int i = static_cast<int>(random() % static_cast<unsigned>(most)); i >= 0; --i)
    text += letters[random() % letters.size()];
  return text;
}

}  // namespace

TEST_SUITE_BEGIN("report");

TEST_CASE("of one customer the same is said without the others") {
  Compared compared;
  for (unsigned seed = 1; seed <= 80; ++seed) {
    CAPTURE(seed);
    const std::string text = in_double_quotes(PlainBook{seed}.text());
    for (const char* who : {"c7", "c23", "c1", "C 7", "mia", "zoë", "Café Zoe", "mia s", "x", "--"})
      ::compare({{"book.toml", text}}, who, compared);
    const std::size_t half = text.rfind("[[customer]]", text.size() / 3);
    const std::vector<Source> parts{{"a.toml", in_windows(text.substr(0, half), 333)},
                                    {"b.toml", in_windows(text.substr(half), 1000)}};
    ::compare(parts, "c9", compared);
  }
  CHECK(compared.read > 300);
  CHECK(compared.told > 100);
  CHECK(compared.recorded > 100);
  CHECK(compared.left_out > 10 * compared.read);
}

TEST_CASE("also of those of the examples") {
  Compared compared;
  const auto corner_shop = project_directory() / "examples" / "corner-shop.toml";
  const std::vector<Source> sources{read_source(corner_shop)};
  const Reading whole = read_book(sources);
  for (const Customer& customer : whole.book.customers) {
    ::compare(sources, customer.id, compared);
    ::compare(sources, customer.name, compared);
  }
  CHECK(compared.told >= static_cast<int>(whole.book.customers.size()));
}

TEST_CASE("whoever sent somebody, or was sent, is known by name") {
  const std::string text =
      "[[customer]]\nid = \"a\"\nname = \"Ann\"\n[[customer]]\nid = \"b\"\nname = \"Ben\"\n"
      "referred_by = \"a\"\n[[customer]]\nid = \"c\"\nname = \"Cleo\"\n"
      "[[touch]]\ncustomer = \"c\"\non = 2026-11-20\n";
  Compared compared;
  for (const char* who : {"a", "b", "c", "ann", "ben", "cleo"})
    ::compare({{"book.toml", text}}, who, compared);
  CHECK(compared.told == 6);
  const auto part = part_for({{"book.toml", text}}, "a");
  REQUIRE(part.has_value());
  CHECK(part->book.customers.size() == 2);
}

TEST_CASE("whoever may be meant has an id or a name that fits") {
  std::mt19937 random{7};
  int found = 0;
  int fits = 0;
  for (int i = 0; i < 3000; ++i) {
    std::string text;
    std::vector<std::string> typed;
    std::vector<std::vector<std::string>> names(5);
    for (std::size_t who = 0; who < names.size(); ++who) {
      for (int key = 0; key < 3; ++key) names[who].push_back(random_text(random, 6));
      if (std::ranges::any_of(names[who], [](const std::string& one) { return is_blank(one); }))
        names[who] = {"Ab", "Éa", "zz"};
      text += "[[customer]]\nid = \"a" + std::to_string(who) + "\"\nname = \"" + names[who][0] +
              "\"\ncall_me = \"" + names[who][1] + "\"\n[[customer.contact]]\nname = \"" +
              names[who][2] + "\"\n";
    }
    const Reading reading = read_text(text);
    const std::string& like = names[random() % names.size()][random() % 3];
    for (const std::string& who :
         {like, like.substr(0, 1), random_text(random, 2), std::string{"a"}}) {
      const auto wanted = may_be_called(who);
      CAPTURE(text);
      CAPTURE(who);
      if (!wanted) continue;
      for (const CustomerIndex one : customers_called(reading.book, who)) {
        ++found;
        const auto of_them = names_of(reading.book, one);
        CHECK((wanted->by_id(reading.book.customers[one].id) ||
               std::ranges::any_of(of_them, [&](Text name) { return wanted->by_name(name); })));
      }
      for (CustomerIndex one = 0; one < reading.book.customers.size(); ++one) {
        const auto of_them = names_of(reading.book, one);
        fits += std::ranges::any_of(of_them, [&](Text name) { return wanted->by_name(name); });
      }
    }
  }
  CHECK(found > 3000);
  CHECK(fits < 3000 * 4 * 5 / 2);
}

TEST_SUITE_END();
