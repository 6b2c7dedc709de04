#include <care/record.hpp>
#include <care/record_several.hpp>
#include <care/render_exports.hpp>

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
