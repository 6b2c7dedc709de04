#include "import/standing.hpp"

#include <algorithm>

#include <care/text.hpp>

#include "import/letters.hpp"

namespace care {
namespace {

// What programs and people write for a status, letters and digits alone, with blanks between.

/// Of whoever may be contacted, or of whom nothing is said.
constexpr std::string_view words_for_active =
    "active aktiv actif activo attivo actief current existing customer client kunde cliente klant "
    "currentcustomer existingcustomer lead prospect interessent contact opportunity partner "
    "subscriber subscribed new neu open working inprogress qualified contacted notcontacted "
    "connected converted won vip regular enabled na none null";
constexpr std::string_view words_for_former =
    "former formercustomer formerclient excustomer exclient pastcustomer pastclient ehemalig "
    "deceased died dead verstorben decede fallecido deceduto overleden";

constexpr std::string_view words_for_no =
    "0 false no n nein non nee falsch faux falso off unchecked allow allowed none null na";
constexpr std::string_view words_for_yes =
    "1 true yes y x ja j oui o si s wahr vrai vero verdadero on checked";

std::optional<Status> status_in(std::string_view word) {
  const std::string name = plain(word);
  if (name.empty()) return std::nullopt;
  if (has_word(words_for_active, name)) return Status::active;
  if (has_word(words_for_former, name)) return Status::former;
  return Status::do_not_contact;
}

}  // namespace

bool says_more(const Person& person) {
  const std::string name = plain(person.status);
  return !name.empty() && std::ranges::none_of(word_rows<Status>, [&](const auto& row) {
    return plain(row.word) == name;
  });
}

Standing standing_of(const Person& person) {
  Standing standing{status_in(person.status), {}};
  if (says_more(person)) standing.said = person.status;
  if (person.opted_out.empty() || standing.status == Status::former) return standing;
  if (standing.status != Status::do_not_contact) standing.said = person.opted_out;
  standing.status = Status::do_not_contact;
  return standing;
}

std::string words_of(const Standing& standing) {
  std::string words{word(*standing.status)};
  if (!standing.said.empty()) words += " (\"" + std::string{standing.said} + "\")";
  return words;
}

bool is_told(const Standing& standing, Status known) {
  if (!standing.status || *standing.status == known) return false;
  const bool is_guess = !standing.said.empty();
  return !is_guess || (*standing.status != Status::active && known == Status::active);
}

bool is_no(std::string_view cell) {
  const std::string name = plain(cell);
  return name.empty() || has_word(words_for_no, name);
}

bool is_yes(std::string_view cell) { return has_word(words_for_yes, plain(cell)); }

}  // namespace care
