#include <care/render_exports.hpp>
#include <care/text.hpp>

#include "books.hpp"

using namespace care;
using namespace care::test;

namespace {

std::string cards(std::string_view text, const CardSelection& selection = {}) {
  const Reading reading = read_text(text);
  return render_cards(reading.book, day("2026-11-23"), selection);
}

/// The lines of the cards that begin with `name`, unfolded and without their end.
Shown lines_of(std::string_view name, std::string_view text, const CardSelection& selection = {}) {
  std::string unfolded;
  const std::string all = cards(text, selection);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (all.compare(i, 3, "\r\n ") == 0) {
      i += 2;
    } else {
      unfolded += all[i];
    }
  }
  Shown found;
  for (std::size_t at = 0; at < unfolded.size();) {
    const std::size_t end = unfolded.find("\r\n", at);
    REQUIRE(end != std::string::npos);
    const std::string line = unfolded.substr(at, end - at);
    if (line.starts_with(name)) found.push_back(line);
    at = end + 2;
  }
  return found;
}

CardSelection version(VcardVersion version) {
  CardSelection selection;
  selection.version = version;
  return selection;
}

const CardSelection with_notes{std::nullopt, false, true, VcardVersion::v4};
const CardSelection of_all{std::nullopt, true, false, VcardVersion::v4};

}  // namespace

TEST_CASE("text of a card is escaped, and a line end of any kind is one \\n") {
  CHECK(lines_of("NOTE", acme(R"(notes = "a,b;c\\d:e\nf\r\ng\rh")"), with_notes) ==
        Shown{R"(NOTE:a\,b\;c\\d:e\nf\ng\nh)"});
  CHECK(lines_of("NOTE", acme(R"(notes = "END:VCARD\r\nBEGIN:VCARD")"), with_notes) ==
        Shown{R"(NOTE:END:VCARD\nBEGIN:VCARD)"});
  CHECK(lines_of("TEL", acme(R"(phone = "1\u001b[31m\u202e\u0000")")) ==
        Shown{"TEL:1\\\\x1b[31m\u202e\\\\x00"});
  CHECK(lines_of("ADR", acme(R"(address = "1 Main St; Suite 2, Phoenix")")) ==
        Shown{R"(ADR:;;1 Main St\; Suite 2\, Phoenix;;;;)"});
}

TEST_CASE("a card has every phone and mail") {
  const std::string acme_of_two =
      acme("phone = ['1', '2']", "email = ['a@example.com', 'b@example.com']");
  CHECK(lines_of("TEL", acme_of_two) == Shown{"TEL:1", "TEL:2"});
  CHECK(lines_of("EMAIL", acme_of_two) == Shown{"EMAIL:a@example.com", "EMAIL:b@example.com"});
}

TEST_CASE("no line of a card is longer than 75 octets, and no character is cut") {
  for (std::size_t before = 0; before < 8; ++before) {
    CAPTURE(before);
    std::string notes(before, 'x');
    for (int i = 0; i < 60; ++i) notes += i % 3 == 0 ? "é" : i % 3 == 1 ? "🛗" : "日";
    const std::string text = acme("notes = '" + notes + "'");
    const std::string all = cards(text, with_notes);
    std::size_t start = 0;
    for (std::size_t end = all.find("\r\n"); end != std::string::npos;
         end = all.find("\r\n", start)) {
      CHECK(end - start <= 75);
      CHECK(!find_invalid_utf8(std::string_view{all}.substr(start, end - start)));
      start = end + 2;
    }
    CHECK(start == all.size());
    CHECK(lines_of("NOTE", text, with_notes) == Shown{"NOTE:" + notes});
  }
  CHECK(cards(acme("notes = '" + std::string(70, 'x') + "'"), with_notes)
            .find("\r\nNOTE:" + std::string(70, 'x') + "\r\n") != std::string::npos);
}

TEST_CASE("a birthday keeps what is known of it") {
  const auto old = version(VcardVersion::v3);
  CHECK(lines_of("BDAY", acme("birthday = 1984-02-29")) == Shown{"BDAY:19840229"});
  CHECK(lines_of("BDAY", acme("birthday = 1984-02-29"), old) == Shown{"BDAY:1984-02-29"});
  CHECK(lines_of("BDAY", acme("birthday = '02-03'")) == Shown{"BDAY:--0203"});
  CHECK(lines_of("BDAY", acme("birthday = '02-29'"), old) ==
        Shown{"BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29"});
}

TEST_CASE("a card keeps its UID, and no two have the same") {
  const std::string joe = table("[[customer.contact]]", "name = 'Joe'");
  const std::string two = acme() + joe + joe + customer("acme2") + joe;
  const Shown uids = lines_of("UID", two);
  REQUIRE(uids.size() == 5);
  for (std::size_t i = 0; i < uids.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) CHECK(uids[i] != uids[j]);
  }
  CHECK(lines_of("UID", two, version(VcardVersion::v3)) == uids);
  // Whatever else changes, and whoever comes before.
  const Shown later =
      lines_of("UID", customer("new") + acme("phone = '1'", "call_me = 'A'") + joe + joe);
  REQUIRE(later.size() == 4);
  CHECK(later[1] == uids[0]);
  CHECK(later[2] == uids[1]);
  CHECK(later[3] == uids[2]);
  // Another book's acme is somebody else.
  CHECK(lines_of("UID", table("[book]", "name = 'b'") + acme()).at(0) != uids[0]);
  // Fixed for all time: an address book compares it with what it has.
  CHECK(uids[0] == "UID:urn:uuid:62f7c11e-0273-84dd-907f-5887e5ff0365");
}

TEST_CASE("an organisation is distinguished from a person") {
  const std::string joe = table("[[customer.contact]]", "name = 'Joe'", "role = 'facilities'");
  CHECK(lines_of("KIND", acme()).empty());
  CHECK(lines_of("KIND", acme() + joe) == Shown{"KIND:org"});
  CHECK(lines_of("KIND", acme("company = 'Tower'") + joe).empty());
  CHECK(lines_of("KIND", acme("birthday = '02-03'") + joe).empty());
  CHECK(lines_of("KIND", acme() + joe, version(VcardVersion::v3)).empty());
  CHECK(lines_of("ORG", acme() + joe) == Shown{"ORG:acme", "ORG:acme"});
  CHECK(lines_of("ORG", acme("company = 'Tower'") + joe) == Shown{"ORG:Tower", "ORG:Tower"});
  CHECK(lines_of("TITLE", acme() + joe) == Shown{"TITLE:facilities"});
}

TEST_CASE("who has gone is left out, unless all are wanted; notes are left out unless wanted") {
  const std::string joe = table("[[customer.contact]]", "name = 'Joe'", "left = 2026-11-23");
  const std::string ann = table("[[customer.contact]]", "name = 'Ann'", "left = 2026-11-24");
  const std::string book = acme("notes = 'n'") + joe + ann + customer("old", "status = 'former'") +
                           customer("silent", "status = 'do-not-contact'");
  CHECK(lines_of("FN", book) == Shown{"FN:acme", "FN:Ann", "FN:silent"});
  CHECK(lines_of("FN", book, of_all) ==
        Shown{"FN:acme", "FN:Joe", "FN:Ann", "FN:old", "FN:silent"});
  CHECK(lines_of("NOTE", book).empty());
}
