#include "import/support.hpp"

#include "import/phones.hpp"

using namespace care;
using namespace care::test;

TEST_SUITE_BEGIN("import");

TEST_CASE("several numbers in one text, and one that only looks like several") {
  struct Row {
    std::string_view text;
    std::vector<std::string_view> numbers;
  };
  const Row rows[] = {
      {"+49 30 1234577 / +49 171 1234560", {"+49 30 1234577", "+49 171 1234560"}},
      {"+49 30 1234567, +49 30 1234568", {"+49 30 1234567", "+49 30 1234568"}},
      {"030/1234567, 030/1234568", {"030/1234567", "030/1234568"}},
      {"030 1234567\n030 1234568", {"030 1234567", "030 1234568"}},
      {"+493012345781/+491711234573", {"+493012345781", "+491711234573"}},
      {"602-555-0101/602-555-0102", {"602-555-0101", "602-555-0102"}},
      {"6025550101,6025550102", {"6025550101", "6025550102"}},
      {"home 602 555 0101, cell 602 555 0102", {"home 602 555 0101", "cell 602 555 0102"}},
      {"089/5550101", {"089/5550101"}},
      {"+49 (0) 8106 / 1234567", {"+49 (0) 8106 / 1234567"}},
      {"0049 8106/1234567", {"0049 8106/1234567"}},
      {"030 1234577/78", {"030 1234577/78"}},
      {"+1 866 555 0101,,1234567#", {"+1 866 555 0101,,1234567#"}},
      {"+18665550101,1234567", {"+18665550101,1234567"}},
      {"+1 866 555 0101, code 1234567", {"+1 866 555 0101, code 1234567"}},
      {"/", {"/"}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    std::vector<std::string_view> found;
    for_each_number(row.text, [&](std::string_view one) { found.push_back(one); });
    CHECK(found == row.numbers);
  }
}

TEST_CASE("what stands before a number is no extension of it") {
  CHECK(phone_key("Tel. 089 555 0101") == "895550101");
  CHECK(phone_key("+1 602 555 0101 ext. 12") == "025550101");
  CHECK(phone_key("cell") == "");
}

TEST_CASE("whoever has two numbers in one text is known by either") {
  constexpr std::string_view book = R"([[customer]]
id = "ada"
name = "Ada One"
phone = "+49 30 1234577 / +49 171 1234560"
added = 2026-01-01
)";
  for (const std::string_view number : {"030 1234577", "0171 1234560"}) {
    const Imported all =
        import_table("Name,Phone\nAda One," + std::string{number} + "\n", import_options(), book);
    CHECK(all.report == "1 read: 0 new, 1 known\n");
  }
  const Imported both = import_cards(
      "BEGIN:VCARD\nFN:Ada One\nTEL:+49 30 1234577 / +49 171 1234560\nEND:VCARD\n", book);
  CHECK(both.report == "1 read: 0 new, 1 known\n");
}

TEST_SUITE_END();
