#include "import/columns.hpp"

#include "import/support.hpp"

using namespace care;
using namespace care::test;

namespace {

TEST_SUITE_BEGIN("import");

TEST_CASE("each key that is offered is a key") {
  for (const std::string_view key : import_keys()) {
    INFO(key);
    CHECK(is_import_key(key));
  }
  CHECK(is_import_key("extra.cars"));
  CHECK_FALSE(is_import_key("extra."));
  CHECK_FALSE(is_import_key("cars"));
  CHECK_FALSE(is_import_key("photo"));
}

TEST_CASE("letter case, accents, punctuation and numbers of a heading do not matter") {
  for (const std::string_view heading :
       {"E-Mail", "e-mail", "EMAIL", "E-mail 2 - Value", "E-Mail-Adresse", "Correo electrónico"}) {
    INFO(heading);
    CHECK(row_of(heading).kind == ColumnKind::email);
  }
  CHECK(row_of("Téléphone (bureau)").kind == ColumnKind::phone);
  CHECK(row_of("Prénom").text == &Person::given);
  CHECK(row_of("Straße geschäftlich").part == &WrittenAddress::street);
  CHECK(row_of("Business Postal Code").part == &WrittenAddress::code);
  CHECK(row_of("E-Mails sent").kind == ColumnKind::unknown);
  CHECK(row_of("").kind == ColumnKind::unknown);
  CHECK(row_of("12").kind == ColumnKind::unknown);
}

TEST_SUITE_END();

}  // namespace
