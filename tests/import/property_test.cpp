#include <care/record.hpp>
#include <care/record_several.hpp>
#include <care/render_exports.hpp>

#include <string>
#include <vector>

#include "draw.hpp"
#include "import/support.hpp"
#include "record/random_book.hpp"

using namespace care;
using namespace care::test;

namespace {

TEST_SUITE_BEGIN("import");

TEST_CASE("a book grows by an import alone, and without it is as it was to the byte") {
  constexpr std::uint64_t books = 120;
  int grown = 0;
  for (std::uint64_t seed = 1; seed <= books; ++seed) {
    CAPTURE(seed);
    Random random{seed};
    const std::string old = RandomBook{random, 0}.text();
    const Reading others = read_text(RandomBook{random, 0}.text());
    const std::string cards = render_cards(others.book, import_day(), {});
    Reading before = read_book({{"book.toml", old}});
    Import import = import_people(before.book, {{"cards.vcf", cards}}, import_options());
    if (import.customers.empty()) continue;
    const Addition addition = addition_to(
        old, records_text(before.book, import.customers, import.touches, import.updates));
    const std::string text = old + addition.text;
    const Reading after = read_book({{"book.toml", text}});
    const auto wrong =
        difference(before, after, import.customers, import.touches, {}, {0, addition.line, 1});
    CHECK(wrong.value_or("") == "");
    CHECK(after.book.customers.size() == before.book.customers.size() + import.customers.size());
    const auto last = last_addition(text);
    REQUIRE(last.has_value());
    CHECK(last->is_intact);
    CHECK(text.substr(0, last->begin) == old);
    ++grown;
  }
  CHECK(grown > 50);
}

/// Rows about few people, who have little to tell them apart.
class Rows : Draw {
 public:
  explicit Rows(unsigned seed) : Draw{seed} {}

  std::string text() {
    std::string table =
        "Name,Nickname,Company,Job Title,Email,Phone,Birthday,Address,Tags,Last Contact,"
        "Status,Do Not Call,Email Opt Out,Died,Notes,Anniversary\n";
    const std::initializer_list<std::string_view> columns[] = {
        {"Ana Diaz", "Ana", "Bob Smith", "Robert Smith", "Smith Ltd", "Acme", ""},
        {"", "", "Bob", "Ani"},
        {"", "", "Acme", "Beta"},
        {"", "Boss", "Clerk"},
        {"", "a@x.example", "b@x.example", "c@x.example"},
        {"", "602 555 0101", "602 555 0102", "602 555 0103", "602 555 0101 / 602 555 0103"},
        {"", "", "1980-05-01", "05-01", "1981-01-02"},
        {"", "", "1 Main St", "2 Mill Ln"},
        {"", "x", "y"},
        {"", "", "2026-10-01", "2026-11-01"},
        {"", "", "active", "Customer", "inactive", "former", "do not contact"},
        {"", "", "", "1", "no"},
        {"", "", "yes"},
        {"", "", "", "", "2025-11-20", "yes", "2030-01-01"},
        {"", "- tea", "\"likes\nrum\""},
        {"", "", "2002-09-21"}};
    for (int left = between(2, 7); left > 0; --left) {
      // One after the other: compilers differ in the order in which a sum is worked out.
      std::vector<std::string> row;
      for (const auto& cells : columns) row.push_back(pick(cells));
      for (const std::string& cell : row) table += cell + ',';
      table.back() = '\n';
    }
    return table;
  }
};

TEST_CASE("the same file imported again adds nothing, nor with --update") {
  constexpr unsigned tables = 800;
  constexpr std::string_view acme = R"([[customer]]
id = "acme"
name = "Acme"
call_me = "Ac"
email = "a@x.example"
added = 2026-01-01
birthday = 1970-01-01

[[customer.contact]]
name = "Ana Diaz"
phone = "602 555 0102"
)";
  for (unsigned seed = 1; seed <= tables; ++seed) {
    Rows rows{seed};
    const std::string table = rows.text();
    ImportOptions options = import_options();
    options.updates_known = seed % 4 != 0;
    options.by_company = seed % 2 == 0;
    const std::string book{seed % 3 == 0 ? acme : ""};
    const Imported once = import_table(table, options, book);
    const Imported again = import_table(table, options, book + '\n' + once.text);
    CAPTURE(seed);
    CAPTURE(table);
    CAPTURE(once.text);
    CHECK(again.text == "");
  }
}

TEST_CASE("what no reader of cards or tables reads, says what it is") {
  for (const std::string_view bytes : {"PK\x03\x04 xl", "%PDF-1.7", "dn: cn=Ana", "{\"a\": 1}"}) {
    const Imported all = import_table(bytes);
    INFO(all.report);
    CHECK(all.import.is_partial());
    CHECK(all.report.find("CSV") != std::string::npos);
  }
}

TEST_SUITE_END();

}  // namespace
