#include "render/words/people.hpp"

#include <fmt/format.h>

#include "books.hpp"

using namespace care;
using namespace care::test;

namespace {

std::string contact(std::string_view rows) {
  return table("[[customer.contact]]", "name = 'Maria Alvarez'", rows);
}

struct Row {
  std::string name;
  std::string text;
  std::string expected;
};

template <std::size_t N, class Words>
void check_words(const Row (&rows)[N], Words words_of_customer) {
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Reading reading = book(row.text);
    CHECK(words_of_customer(reading.book.customers[0], day("2026-11-23")) == row.expected);
  }
}

}  // namespace

TEST_CASE("R11: how to address them, with the pronunciation and who they are") {
  check_words(
      {
          {"a name alone", acme(), "acme"},
          {"their own way", acme("call_me = 'Mia'"), "Mia, acme"},
          {"with its sound", acme("call_me = 'Mia'", "sounds_like = 'MEE-ah'"),
           "Mia (MEE-ah), acme"},
          {"the first contact", acme() + contact("call_me = 'Maria'"), "Maria, acme"},
          {"with the contact's sound",
           acme() + contact("call_me = 'Maria'\nsounds_like = 'mah-REE-ah'"),
           "Maria (mah-REE-ah), acme"},
          {"the contact's sound is not that of another name",
           acme("call_me = 'Mia'") + contact("sounds_like = 'mah-REE-ah'"), "Mia, acme"},
          {"a contact who has left", acme() + contact("left = 2026-11-23"), "acme"},
          {"a contact who leaves tomorrow", acme() + contact("left = 2026-11-24"),
           "Maria Alvarez, acme"},
          {"a person with a company", acme("company = 'Acme Holding'"), "acme, Acme Holding"},
          {"a name that begins so is said once",
           table("[[customer]]", "id = 'odile'", "name = 'Odile Marchetti'", "call_me = 'Odile'",
                 "sounds_like = 'oh-DEEL'"),
           "Odile (oh-DEEL) Marchetti"},
      },
      who_words);
}

TEST_CASE("R11: how to reach them: the phone, else the mail; their own before a contact's") {
  check_words(
      {
          {"nothing on file", acme(), ""},
          {"their phone", acme("phone = '1'", "email = 'a@b'") + contact("phone = '2'"), "1"},
          {"a contact's phone before their mail", acme("email = 'a@b'") + contact("phone = '2'"),
           "2"},
          {"their mail", acme("email = 'a@b'") + contact("email = 'm@b'"), "a@b"},
          {"a contact's mail", acme() + contact("email = 'm@b'"), "m@b"},
          {"not that of one who has left", acme() + contact("phone = '2'\nleft = 2026-11-23"), ""},
      },
      [](const Customer& customer, Date today) { return reach_of(customer, today).best(); });
}

TEST_CASE("R14: an entry says whose it is, and for whom, unless that is the reader") {
  const std::string text =
      table("[[staff]]", "id = 'nick'", "name = 'Nick Petra'", "backup = 'ana'",
            "away = [{ from = 2026-11-24, to = 2026-11-24 }]") +
      table("[[staff]]", "id = 'ana'", "name = 'Ana Ruiz'") + acme("owner = 'nick'");
  const auto whose = [&](std::string_view now, std::optional<StaffIndex> reader) {
    Selection selection;
    selection.owner = reader;
    const Today one{text, now, selection};
    return owner_words(one.agenda, one.agenda.entries.at(0));
  };
  CHECK(whose("2026-11-23", {}) == "Nick's");
  CHECK(whose("2026-11-23", 0) == "");
  CHECK(whose("2026-11-24", {}) == "Ana's, for Nick");
  CHECK(whose("2026-11-24", 1) == "for Nick");
  const Today alone{table("[[staff]]", "id = 'nick'", "name = 'Nick'") + acme("owner = 'nick'"),
                    "2026-11-23"};
  CHECK(owner_words(alone.agenda, alone.agenda.entries.at(0)) == "");
}

TEST_CASE("staff are said by their first name, which may stand behind a comma") {
  const auto called = [](std::string_view name) {
    const Today one{table("[[staff]]", "id = 'nick'", fmt::format("name = '{}'", name)) + acme(),
                    "2026-11-23"};
    return staff_words(*one.agenda.book, 0);
  };
  CHECK(called("Nick Petra") == "Nick");
  CHECK(called("Petra, Nick") == "Nick");
  CHECK(called("Petra, Dr. Nick") == "Nick");
  CHECK(called("Dr. Nick Petra") == "Nick");
  CHECK(called("Petra, Dr.") == "Petra");
  CHECK(called("Nick Petra, Ph.D.") == "Nick");
  CHECK(called("Dr.") == "Dr.");
}
