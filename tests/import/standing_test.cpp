#include "import/support.hpp"

using namespace care;
using namespace care::test;

namespace {

constexpr std::string_view known = R"([[customer]]
id = "bob"
name = "Bob Miller"
email = "bob@example.com"
added = 2026-01-01

[[customer]]
id = "acme"
name = "Acme Inc"
added = 2026-01-01

[[customer.contact]]
name = "Eva Stone"
email = "eva@acme.example"
)";

ImportOptions grouped() {
  ImportOptions options = import_options();
  options.by_company = true;
  return options;
}

std::string card(std::string_view name, std::string_view mail, std::string_view more) {
  return "BEGIN:VCARD\nFN:" + std::string{name} + "\nEMAIL:" + std::string{mail} + '\n' +
         std::string{more} + "\nEND:VCARD\n";
}

TEST_SUITE_BEGIN("import");

TEST_CASE("the death of somebody known is told with the command that takes it over") {
  const std::string dead = card("Bob Miller", "bob@example.com", "DEATHDATE:20251120");
  const Imported told = import_cards(dead, known);
  CHECK(told.report == R"(1 read: 0 new, 1 known

Worth a look:
  a.vcf:1: Bob Miller: is bob; not taken: died 2025-11-20, as the book says something else
    care former bob --died 2025-11-20
)");
  const Imported later = import_cards(dead, std::string{known} + R"(
[[fact]]
customer = "bob"
on = 2026-11-23
status = "former"
died = 2025-11-20
)");
  CHECK(later.report == "1 read: 0 new, 1 known\n");
  const Imported once = import_cards(
      card("Bob Miller", "bob@example.com", "DEATHDATE;VALUE=text:last summer"), known);
  CHECK(once.report.find(R"(care former bob "died last summer")") != std::string::npos);
}

TEST_CASE("the death of a contact is that they left") {
  const std::string dead = card("Eva Stone", "eva@acme.example",
                                "ORG:Acme Inc\nANNIVERSARY:2001-05-06\nDEATHDATE:20251120");
  const Imported told = import_cards(dead, known);
  CHECK(told.report == R"(1 read: 0 new, 1 known with news

Known, with something new:
  a.vcf:1: Eva Stone is acme; new: died 2025-11-20; for [customer.extra]: wedding anniversary of Eva Stone: 2001-05-06
    care set acme --contact "Eva Stone" --left 2025-11-20
)");
  ImportOptions options = import_options();
  options.updates_known = true;
  const Imported taken = import_into(known, {"a.vcf", dead}, options);
  CHECK(taken.text == R"([[fact]]
customer = "acme"
contact = "Eva Stone"
on = 2026-11-23
left = 2025-11-20
)");
  CHECK(import_into(std::string{known} + '\n' + taken.text, {"a.vcf", dead}, options).text == "");
}

TEST_CASE("a dead contact of a firm that the book has comes in as one who has left") {
  const std::string dead =
      card("Max Stone", "max@acme.example", "ORG:Acme Inc\nDEATHDATE:20251120");
  ImportOptions options = grouped();
  const Imported told = import_into(known, {"a.vcf", dead}, options);
  REQUIRE(told.import.remarks.size() == 2);
  CHECK(told.import.remarks[0].command ==
        "care set acme --contact \"Max Stone\" --email max@acme.example --left 2025-11-20");
  options.updates_known = true;
  const Imported taken = import_into(known, {"a.vcf", dead}, options);
  CHECK(taken.text == R"([[contact]]
customer = "acme"
on = 2026-11-23
name = "Max Stone"
email = "max@acme.example"
left = 2025-11-20
)");
  CHECK(import_into(std::string{known} + '\n' + taken.text, {"a.vcf", dead}, options).text == "");
}

TEST_CASE("whom nobody may contact is no contact of a firm, and what says it of one is told") {
  const Imported own = import_table(
      "Name,Company,Email,Status\nMax Stone,Acme Inc,max@acme.example,do-not-contact\n", grouped(),
      known);
  CHECK(own.text == R"([[customer]]
id = "max-stone"
name = "Max Stone"
company = "Acme Inc"
email = "max@acme.example"
added = 2026-11-23
status = "do-not-contact"
)");
  CHECK(own.report.find("Max Stone: do-not-contact: a customer of their own, not a contact of "
                        "\"Acme Inc\"") != std::string::npos);
  const Imported contact = import_table(
      "Name,Company,Email,Do Not Call\nEva Stone,Acme Inc,eva@acme.example,1\n", grouped(), known);
  CHECK(contact.report.find("status: do-not-contact (\"Do Not Call\")") != std::string::npos);
}

TEST_CASE("a table's word for their status is told where it would hide somebody known") {
  const auto told = [](std::string_view status) {
    return import_table(
               "Name,Email,Status\nBob Miller,bob@example.com," + std::string{status} + '\n',
               import_options(), known)
        .report;
  };
  for (const std::string_view same : {"active", "Customer", "LEAD", "-"}) {
    CHECK(told(same) == "1 read: 0 new, 1 known\n");
  }
  CHECK(told("Do Not Contact").find("care set bob --status do-not-contact") != std::string::npos);
  CHECK(told("inactive").find("not taken: status do-not-contact (\"inactive\")") !=
        std::string::npos);
  CHECK(told("Deceased").find("care set bob --status former") != std::string::npos);
  const Imported opted_out = import_table("Name,Email,Do Not Call\nBob Miller,bob@example.com,x\n",
                                          import_options(), known);
  CHECK(opted_out.report.find("care no-contact bob \"Do Not Call\"") != std::string::npos);
}

TEST_CASE("of rows about one new customer, the one that says do-not-contact is told") {
  const Imported all =
      import_table("Name,Email,Status\nAda,ada@example.com,\nAda,ada@example.com,unsubscribed\n");
  CHECK(all.report.find("care set ada --status do-not-contact") != std::string::npos);
}

TEST_CASE("a day with the label of a death is no event to greet") {
  const Imported google = import_table(
      "Name,Event 1 - Label,Event 1 - Value,Event 2 - Label,Event 2 - Value\n"
      "Ada,* Anniversary,2001-02-03,Death,2025-11-20\n");
  CHECK(google.text.find("what = \"wedding anniversary\"") != std::string::npos);
  CHECK(google.text.find("what = \"Death\"") == std::string::npos);
  CHECK(google.text.find("died = 2025-11-20") != std::string::npos);
}

TEST_CASE("what is noted of a contact of a firm that the book has is taken over with them") {
  ImportOptions options = grouped();
  const std::string_view table =
      "Name,Company,Email,Email Opt Out,Notes\nMax Stone,Acme Inc,max@acme.example,yes,likes tea\n"
      "Eva Stone,Acme Inc,eva@acme.example,yes,\n";
  const Imported told = import_table(table, options, known);
  REQUIRE(told.import.remarks.size() == 2);
  CHECK(told.import.remarks[0].command ==
        "care set acme --contact \"Max Stone\" --email max@acme.example "
        "--note $'likes tea\\nemail opt out'");
  CHECK(told.import.remarks[1].command ==
        "care set acme --contact \"Eva Stone\" --note \"email opt out\"");
  options.updates_known = true;
  const Imported taken = import_table(table, options, known);
  CHECK(taken.text == R"([[contact]]
customer = "acme"
on = 2026-11-23
name = "Max Stone"
email = "max@acme.example"
notes = "likes tea\nemail opt out"

[[fact]]
customer = "acme"
contact = "Eva Stone"
on = 2026-11-23
notes = "email opt out"
)");
  CHECK(import_table(table, options, std::string{known} + '\n' + taken.text).report ==
        "2 read: 0 new, 2 known\n");
}

TEST_SUITE_END();

}  // namespace
