#include "import/support.hpp"

using namespace care;
using namespace care::test;

TEST_SUITE_BEGIN("import");

namespace {

constexpr std::string_view acme = R"([[customer]]
id = "acme"
name = "Acme"
phone = "+1 602 555 0100"
email = "a@acme.example"
added = 2026-01-01
)";

constexpr std::string_view two_rows = R"(Name,Email,Phone,Tags
Acme,a@acme.example,+1 602 555 0111,x
Acme,a@acme.example,+1 602 555 0222,y
)";

constexpr std::string_view a_firm = R"(Name,Company,Email,Phone,Job Title,Last Contact
Ann Lee,Acme,ann@acme.example,,,2026-11-01
Ann Lee,Acme,ann@acme.example,+1 602 555 0888,Boss,2026-11-02
New One,NewCo,one@newco.example,,,
New One,NewCo,one@newco.example,+1 602 555 0777,,2026-10-01
New Two,NewCo,two@newco.example,,,
New One,NewCo,one@newco.example,+1 602 555 0776,,2026-10-02
)";

ImportOptions grouped(bool updates_known) {
  ImportOptions options = import_options();
  options.by_company = true;
  options.updates_known = updates_known;
  return options;
}

}  // namespace

TEST_CASE("of two rows about one customer the second adds to the first") {
  ImportOptions options = import_options();
  options.updates_known = true;
  const Imported once = import_table(two_rows, options, acme);
  CHECK(once.text == R"([[fact]]
customer = "acme"
on = 2026-11-23
phone = ["+1 602 555 0100", "+1 602 555 0111"]
tags = ["x"]

[[fact]]
customer = "acme"
on = 2026-11-23
phone = ["+1 602 555 0100", "+1 602 555 0111", "+1 602 555 0222"]
tags = ["x", "y"]
)");
  const Imported again = import_table(two_rows, options, std::string{acme} + '\n' + once.text);
  CHECK(again.import.counts.known == 2);
}

TEST_CASE("commands that take news over add up as well") {
  const Imported told = import_table(two_rows, import_options(), acme);
  REQUIRE(told.import.remarks.size() == 2);
  CHECK(told.import.remarks[1].command ==
        "care set acme --phone \"+1 602 555 0100\" --phone \"+1 602 555 0111\" "
        "--phone \"+1 602 555 0222\" --tag y");
}

TEST_CASE("a new contact of a known firm is one, however many rows there are") {
  const Imported once = import_table(a_firm, grouped(true), acme);
  CHECK(once.text == R"([[customer]]
id = "newco"
name = "NewCo"
added = 2026-11-23

[[customer.contact]]
name = "New One"
phone = ["+1 602 555 0777", "+1 602 555 0776"]
email = "one@newco.example"

[[customer.contact]]
name = "New Two"
email = "two@newco.example"

[[contact]]
customer = "acme"
on = 2026-11-23
name = "Ann Lee"
role = "Boss"
phone = "+1 602 555 0888"
email = "ann@acme.example"

[[touch]]
customer = "acme"
on = 2026-11-01

[[touch]]
customer = "acme"
on = 2026-11-02

[[touch]]
customer = "newco"
contact = "New One"
on = 2026-10-01

[[touch]]
customer = "newco"
contact = "New One"
on = 2026-10-02
)");
  const std::string after = std::string{acme} + '\n' + once.text;
  CHECK(read_text(after).problems.empty());
  CHECK(import_table(a_firm, grouped(true), after).import.counts.known == 6);
  CHECK(import_table(a_firm, grouped(false), acme).import.counts.with_news == 4);
}

TEST_CASE("people of a firm that has another firm's name beside its own are known by either") {
  constexpr std::string_view book = R"([[customer]]
id = "acme"
name = "Acme"
company = "Holding"
added = 2026-01-01

[[customer.contact]]
name = "Joe Tran"
)";
  CHECK(import_table("Name,Company\nJoe Tran,Acme\n", grouped(false), book).import.counts.known ==
        1);
  CHECK(
      import_table("Name,Company\nJoe Tran,Holding\n", grouped(false), book).import.counts.known ==
      1);
}

TEST_CASE("what a card says of a contact's last talk, tags and other name is told") {
  constexpr std::string_view table =
      "Name,Company,Email,Last Contact,Tags,Nickname\n"
      "Ann Lee,Acme,ann@acme.example,2026-11-01,vip,Annie\n";
  const Imported told = import_table(
      table, grouped(false),
      std::string{acme} +
          "\n[[customer.contact]]\nname = \"Ann Lee\"\nemail = \"ann@acme.example\"\n");
  REQUIRE(told.import.remarks.size() == 1);
  CHECK(told.import.remarks[0].what ==
        "is acme; new: last contact 2026-11-01; for [customer.extra]: called: Annie, tag: vip");
  CHECK(told.import.remarks[0].command == "care log acme --on 2026-11-01 --contact \"Ann Lee\"");
}

TEST_CASE("what rows about one customer add up to has an end; then it is told") {
  std::string table = "Name,Email,Phone\n";
  for (int i = 1000; i < 1300; ++i) {
    table += "Acme,a@acme.example,+1 602 777 " + std::to_string(i) + '\n';
  }
  ImportOptions options = import_options();
  options.updates_known = true;
  const Imported into_empty = import_table(table, options);
  REQUIRE(into_empty.import.customers.size() == 1);
  CHECK(into_empty.import.customers.front().phone.size() == 101);
  CHECK(!into_empty.import.remarks.back().command.empty());
  const Imported known = import_table(table, options, acme);
  CHECK(known.import.updates.size() == 100);
  CHECK(known.import.counts.with_news == 300);
}

TEST_SUITE_END();
