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

namespace {

/// Of what somebody has one thing alone, in two rows about each that say different things.
constexpr std::string_view contradicting = R"(Name,Email,Birthday,Address,Nickname,Company
Ana Diaz,ana@x.example,1980-05-01,1 Main St,Ani,Acme
Ana Diaz,ana@x.example,1981-06-02,2 Mill Ln,Nita,Umbrella
Acme,a@acme.example,,3 Harbor Rd,Ac,
Acme,a@acme.example,,4 Church Walk,Me,
)";

ImportOptions updating() {
  ImportOptions options = import_options();
  options.updates_known = true;
  return options;
}

}  // namespace

TEST_CASE("rows that contradict each other: the first counts, and a second import adds nothing") {
  const Imported once = import_table(contradicting, updating(), acme);
  CHECK(once.text == R"([[customer]]
id = "ana-diaz"
name = "Ana Diaz"
call_me = "Ani"
company = "Acme"
email = "ana@x.example"
address = "1 Main St"
added = 2026-11-23
birthday = 1980-05-01

[[fact]]
customer = "acme"
on = 2026-11-23
call_me = "Ac"
address = "3 Harbor Rd"
)");
  CHECK(once.report == R"(4 read: 1 new, 2 known, 1 known with news

Known, and brought up to date:
  a.csv:4: Acme is acme; new: address 3 Harbor Rd, called Ac

Worth a look:
  a.csv:3: Ana Diaz: is ana-diaz; not taken: address 2 Mill Ln, as a.csv:2 says something else and comes first
    care set ana-diaz --address "2 Mill Ln"
  a.csv:3: Ana Diaz: is ana-diaz; not taken: called Nita, as a.csv:2 says something else and comes first
    care set ana-diaz --call-me Nita
  a.csv:3: Ana Diaz: is ana-diaz; not taken: company Umbrella, as a.csv:2 says something else and comes first
    care set ana-diaz --company Umbrella
  a.csv:3: Ana Diaz: is ana-diaz; not taken: birthday 1981-06-02, as a.csv:2 says something else and comes first
    care set ana-diaz --birthday 1981-06-02
  a.csv:5: Acme: is acme; not taken: address 4 Church Walk, as a.csv:4 says something else and comes first
    care set acme --address "4 Church Walk"
  a.csv:5: Acme: is acme; not taken: called Me, as a.csv:4 says something else and comes first
    care set acme --call-me Me
)");
  const Imported again =
      import_table(contradicting, updating(), std::string{acme} + '\n' + once.text);
  CHECK(again.import.counts.known == 4);
  CHECK(again.text == "");
}

TEST_CASE("a later row may say more of a day, and whom it leads to is known from then on") {
  constexpr std::string_view table = R"(Name,Nickname,Email,Phone,Birthday
Bob Smith,Bob,bob@x.example,,05-01
Robert Smith,Bob,bob@x.example,602 555 0177,1980-05-01
Robert Smith,,,602 555 0177,
)";
  const Imported once = import_table(table, updating());
  REQUIRE(once.import.customers.size() == 1);
  CHECK(once.text.find("birthday = 1980-05-01") != std::string::npos);
  CHECK(import_table(table, updating(), once.text).text == "");
}

TEST_CASE("who is called after their number, and has a given name, is known by it") {
  const std::string_view cards =
      "BEGIN:VCARD\nFN:602 555 0101\nN:;Luis;;;\nTEL:602 555 0101\nEND:VCARD\n"
      "BEGIN:VCARD\nFN:Pia\nTEL:602 555 0101\nEND:VCARD\n";
  const Imported once = import_cards(cards);
  CHECK(once.import.counts.added == 2);
  const Imported again = import_cards(cards, once.text);
  CAPTURE(once.text);
  CHECK(again.import.counts.added == 0);
}

TEST_CASE("of two addresses in one card the second does not take the place of the first") {
  const std::string card =
      "BEGIN:VCARD\nFN:Acme\nEMAIL:a@acme.example\nADR:;;1 Main St;;;;\nADR:;;2 Mill Ln;;;;\n"
      "END:VCARD\n";
  std::string book{acme};
  for (int i = 0; i < 3; ++i) {
    const Imported one = import_into(book, {"a.vcf", card}, updating());
    CHECK(one.import.updates.size() == (i == 0 ? 1 : 0));
    book += '\n' + one.text;
  }
}

TEST_CASE("how somebody known is looked after is told, and stays the book's to say") {
  constexpr std::string_view book = R"([policy]
tiers = { A = "2w", B = "4w" }

[[staff]]
id = "ana"
name = "Ana Ruiz"

[[customer]]
id = "joe"
name = "Joe Tran"
email = "j@x.example"
owner = "ana"
tier = "A"
since = 2020-01-01
added = 2026-01-01
)";
  const Imported same = import_table(
      "Name,Email,Owner,Tier,Status,Since\nJoe Tran,j@x.example,Ana Ruiz,a,active,2021-01-01\n",
      updating(), book);
  CHECK(same.report == "1 read: 0 new, 1 known\n");
  const Imported other = import_table(
      "Name,Email,Owner,Tier,Every,Status,Mood,Since\n"
      "Joe Tran,j@x.example,Nick,B,3w,former,happy,2019-01-01\n",
      updating(), book);
  CHECK(other.text == "");
  CHECK(other.report == R"(1 read: 0 new, 1 known

Worth a look:
  a.csv:2: Joe Tran: is joe; not taken: owner Nick, tier B, status former, since 2019-01-01, every 3w, mood happy, as the book says something else
    care set joe --owner Nick --tier B --status former --since 2019-01-01 --every 3w --mood happy
)");
}

TEST_CASE("with --update nothing is written of somebody who may be one of several") {
  constexpr std::string_view book = R"([[customer]]
id = "ana"
name = "Ana Diaz"
phone = "602 555 0101"
added = 2026-01-01

[[customer]]
id = "ana-2"
name = "Ana Diaz"
email = "a@x.example"
added = 2026-01-01

[[customer]]
id = "c"
name = "c"
call_me = "Bob"
email = "c@x.example"
added = 2026-01-01
)";
  ImportOptions options = import_options();
  options.updates_known = true;
  const Imported several =
      import_table("Name,Phone,Email,Birthday\nAna Diaz,602 555 0101,a@x.example,1980-05-01\n",
                   options, std::string{book});
  INFO(several.report);
  CHECK(several.text == "");
  CHECK(several.report.find(
            "may be ana-2 or ana; not taken: phone 602 555 0101, birthday 1980-05-01") !=
        std::string::npos);
  const Imported nameless =
      import_table("Name,Email\nEve Moss,c@x.example\n", options, std::string{book});
  CHECK(nameless.text == "");
  CHECK(nameless.report.find("may be c; not added") != std::string::npos);
  options.updates_known = false;
  CHECK(import_table("Name,Email\nEve Moss,c@x.example\n", options, std::string{book})
            .text.find("eve-moss") != std::string::npos);
}

TEST_CASE("who came without a name keeps what they are called; a name is told of") {
  constexpr std::string_view book = R"([[customer]]
id = "desk"
name = "desk"
email = "desk@x.example"
added = 2026-01-01

  [[customer.contact]]
  name = "tom"
  email = "tom@x.example"
)";
  ImportOptions options = import_options();
  for (const bool updates : {false, true}) {
    options.updates_known = updates;
    const Imported named =
        import_table("Name,Email\nEve Moss,desk@x.example\nTom Hall,tom@x.example\n", options,
                     std::string{book});
    CHECK(named.text == "");
    CHECK(named.report == R"(2 read: 0 new, 2 known

Worth a look:
  a.csv:2: Eve Moss: is desk; not taken: name Eve Moss, as the book says something else
    care set desk --name "Eve Moss"
  a.csv:3: Tom Hall: is desk; not taken: name Tom Hall, as the book says something else
)");
  }
}

TEST_SUITE_END();
