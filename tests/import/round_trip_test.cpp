#include <care/agenda.hpp>
#include <care/render_exports.hpp>
#include <care/render_formats.hpp>
#include <care/report.hpp>
#include <care/text.hpp>

#include "import/support.hpp"
#include "project.hpp"
#include "record/random_book.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

using namespace care;
using namespace care::test;

namespace {

namespace fs = std::filesystem;

/// Blanks of all kinds as one, and none at the ends: no card and no table keeps those. Controls are
/// made visible on the way out.
std::string plain(Text text) {
  std::string out;
  std::string rest = exported(text);
  for (std::size_t at = rest.find("\u00a0"); at != std::string::npos; at = rest.find("\u00a0")) {
    rest.replace(at, 2, " ");
  }
  for (const char c : rest) {
    const bool is_blank = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!is_blank) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

/// What an address book has of somebody, in one line.
std::string line_of(Text name, const std::string& phone, const std::string& email, Text address,
                    const std::optional<YearlyDate>& birthday) {
  std::string line = plain(name) + '|' + phone + '|' + email + '|' + plain(address);
  if (birthday) {
    line += '|' + std::to_string(birthday->year ? static_cast<int>(*birthday->year) : 0) + '-' +
            std::to_string(static_cast<unsigned>(birthday->day.month())) + '-' +
            std::to_string(static_cast<unsigned>(birthday->day.day()));
  }
  return line;
}

std::string all_of(const Texts& texts) {
  std::string all;
  for (const Text one : texts) all += plain(one).empty() ? std::string{} : plain(one) + ';';
  return all;
}

/// One line each, sorted.
using Lines = std::multiset<std::string>;
std::string text_of(const Lines& lines) {
  std::string all;
  for (const std::string& one : lines) all += one + '\n';
  return all;
}

Lines customers_of(const Book& book) {
  Lines lines;
  for (CustomerIndex who = 0; who < book.customers.size(); ++who) {
    const Customer& one = as_of(book, who, import_day());
    lines.insert(
        line_of(one.name, all_of(one.phone), all_of(one.email), one.address, one.birthday));
  }
  return lines;
}

Lines everybody_of(const Book& book) {
  Lines lines = customers_of(book);
  for (CustomerIndex who = 0; who < book.customers.size(); ++who) {
    for (const Contact& one : as_of(book, who, import_day()).contacts) {
      lines.insert(line_of(one.name, all_of(one.phone), all_of(one.email), {}, one.birthday));
    }
  }
  return lines;
}

Lines imported(const std::string& name, const std::string& text) {
  const Imported all = import_into("", {name, text}, import_options());
  INFO(all.report);
  CHECK_FALSE(all.import.is_partial());
  const Reading after = read_text(all.text);
  CHECK(told(after) == "");
  const Import again = import_people(after.book, {{name, text}}, import_options());
  CHECK(again.counts.added == 0);
  return customers_of(after.book);
}

std::string own_table(const Book& book) {
  const Moment now = Moment{import_day()} + std::chrono::hours{9};
  return find_format("csv")->customers(list_customers(book, now, {{}, {}, {}, false, true}));
}

void check_round_trips(const Book& book) {
  for (const VcardVersion version : {VcardVersion::v3, VcardVersion::v4}) {
    const std::string cards = render_cards(book, import_day(), {{}, true, true, version});
    CHECK(text_of(imported("contacts.vcf", cards)) == text_of(everybody_of(book)));
  }
  CHECK(text_of(imported("customers.csv", own_table(book))) == text_of(customers_of(book)));
}

TEST_SUITE_BEGIN("import");

TEST_CASE("what care exports, it imports: names, phones, mails, addresses, birthdays") {
  int seen = 0;
  for (const auto& entry :
       fs::recursive_directory_iterator{care::test::project_directory() / "examples"}) {
    if (entry.path().extension() != ".toml") continue;
    INFO(entry.path().string());
    std::ifstream in{entry.path(), std::ios::binary};
    const Reading reading = read_text(std::string{std::istreambuf_iterator<char>{in}, {}});
    if (!reading.problems.empty() || reading.book.customers.empty()) continue;
    ++seen;
    check_round_trips(reading.book);
  }
  CHECK(seen > 0);
}

TEST_CASE("and of 200 random books") {
  constexpr std::uint64_t books = 200;
  std::size_t customers = 0;
  for (std::uint64_t seed = 1; seed <= books; ++seed) {
    Random random{seed};
    const std::string text = RandomBook{random, 0}.text();
    CAPTURE(seed);
    CAPTURE(text);
    const Reading reading = read_text(text);
    const auto has_name = [](const Customer& one) { return !plain(one.name).empty(); };
    const bool can_be_told_apart = std::ranges::all_of(reading.book.customers, has_name);
    if (reading.book.customers.empty() || !can_be_told_apart) continue;
    customers += reading.book.customers.size();
    check_round_trips(reading.book);
  }
  CHECK(customers > books);
}

TEST_CASE("a book's own table has no news for it, and keeps lists as they are") {
  const std::string text = R"toml([book]
owner = "dana"
[[staff]]
id = "dana"
name = "Dana Reyes"
[[customer]]
id = "acme"
name = "Acme"
referred_by = "zenith"
phone = ["+1 602 555 0101 / +1 602 555 0102", "602 555 0103; ext 5"]
tags = ["west, old", "a;b", "say \"hi\"", "\"quoted\"", "two\nlines", "a:b"]
status = "do-not-contact"
[[customer.contact]]
name = "Inge Olsen"
call_me = "Inge"
[[customer]]
id = "zenith"
name = "Zenith"
)toml";
  const Reading reading = read_text(text);
  const std::string table = own_table(reading.book);
  CHECK(import_into(text, {"customers.csv", table}, import_options()).report ==
        "2 read: 0 new, 2 known\n");
  const Reading copy = read_text(import_into("", {"customers.csv", table}, import_options()).text);
  REQUIRE(copy.book.customers.size() == 2);
  const Customer& before = reading.book.customers.front();
  const Customer& after = copy.book.customers.front();
  CHECK(after.tags == before.tags);
  CHECK(after.phone == before.phone);
  CHECK(after.status == before.status);
}

TEST_CASE("also what is hard to write in a card or a table") {
  constexpr std::string_view text = R"toml(
[[customer]]
id = "a"
name = "Semi; colon, comma \\ back \"quote\""
phone = "+1 602 555 0101"
email = "a@example.com"
address = "1 Main St; Suite 2\nPhoenix, AZ"
birthday = "02-29"
[[customer]]
id = "b"
name = "=SUM(1)"
address = "-5 Below Lane"
birthday = 1904-02-29
[[customer]]
id = "c"
name = "Ünïcödé 太郎 and a very long name that has to be folded somewhere in the midst of it"
call_me = "太郎"
[[customer]]
id = "firm"
name = "Acme Tower"
call_me = "Maria"
phone = "+1 602 555 0102"
[[customer.contact]]
name = "Maria Alvarez"
phone = "+1 602 555 0102"
birthday = 1990-01-02
)toml";
  check_round_trips(read_text(text).book);
}

TEST_SUITE_END();

}  // namespace
