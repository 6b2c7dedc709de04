#include <care/render_exports.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include <cstdint>
#include <initializer_list>

namespace care {
namespace {

// --- Content lines ------------------------------------------------------------------------------

/// A text value (RFC 6350 §3.4): `\`, `,` and `;` escaped, line ends written as `\n`; what nobody
/// could see is shown as everywhere else.
std::string card_text(std::string_view text) {
  std::string lines;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_line_end = text[i] == '\r';
    if (is_line_end && text.substr(i + 1).starts_with('\n')) continue;
    lines += is_line_end ? '\n' : text[i];
  }
  std::string out;
  for (const char c : neutralised_lines(lines)) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '\\' || c == ',' || c == ';') out += '\\';
    out += c;
  }
  return out;
}

/// One content line, folded after 75 octets at most and never within a character (RFC 6350 §3.2).
void add_line(std::string& out, std::string_view line) {
  constexpr std::size_t most = 75;
  constexpr unsigned char continuation_mask = 0xc0;
  constexpr unsigned char continuation = 0x80;
  std::size_t room = most;
  while (line.size() > room) {
    std::size_t cut = room;
    while ((static_cast<unsigned char>(line[cut]) & continuation_mask) == continuation) --cut;
    out += line.substr(0, cut);
    out += "\r\n ";
    line.remove_prefix(cut);
    room = most - 1;
  }
  out += line;
  out += "\r\n";
}

void add_text(std::string& out, std::string_view name, std::string_view text) {
  if (!text.empty()) add_line(out, fmt::format("{}:{}", name, card_text(text)));
}

// --- Values -------------------------------------------------------------------------------------

/// FNV-1a, 64 bits, over all parts with a byte between them that no text has.
std::uint64_t hash_of(std::initializer_list<std::string_view> parts, std::uint64_t hash) {
  constexpr std::uint64_t prime = 0x100000001b3;
  constexpr unsigned char separator = 0xff;
  for (const std::string_view part : parts) {
    for (const char c : part) hash = (hash ^ static_cast<unsigned char>(c)) * prime;
    hash = (hash ^ separator) * prime;
  }
  return hash;
}

/// A UUID made from names alone, as version 8 allows (RFC 9562 §5.8).
std::string uuid_of(std::initializer_list<std::string_view> parts) {
  constexpr std::uint64_t basis = 0xcbf29ce484222325;
  const std::uint64_t high = hash_of(parts, basis);
  const std::uint64_t low = hash_of(parts, high);
  return fmt::format("urn:uuid:{:08x}-{:04x}-8{:03x}-{:04x}-{:012x}", high >> 32,
                     (high >> 16) & 0xffff, high & 0xfff, 0x8000 | ((low >> 48) & 0x3fff),
                     low & 0xffffffffffff);
}

/// A birthday whose year is not known is a truncated date in 4.0 (RFC 6350 §4.3.1). 3.0 has only
/// whole dates: there it is in 1604, a leap year, with the parameter by which Apple's address book
/// says that this year is to be left out; to other readers it is an x-parameter (RFC 2426 §4).
void add_birthday(std::string& out, const YearlyDate& birthday, VcardVersion version) {
  const auto month = static_cast<unsigned>(birthday.day.month());
  const auto day = static_cast<unsigned>(birthday.day.day());
  const bool is_new = version == VcardVersion::v4;
  const int year = birthday.year ? static_cast<int>(*birthday.year) : 0;
  if (birthday.year) {
    add_line(out, is_new ? fmt::format("BDAY:{:04}{:02}{:02}", year, month, day)
                         : fmt::format("BDAY:{:04}-{:02}-{:02}", year, month, day));
  } else {
    add_line(out, is_new ? fmt::format("BDAY:--{:02}{:02}", month, day)
                         : fmt::format("BDAY;X-APPLE-OMIT-YEAR=1604:1604-{:02}-{:02}", month, day));
  }
}

// --- Cards --------------------------------------------------------------------------------------

/// What a customer's card and a contact's have in common.
struct Card {
  std::string uid;
  Text name, call_me, organisation, title, phone, email, address, notes;
  std::optional<YearlyDate> birthday;
  bool is_organisation = false;
};

/// N has the whole name as its first part: which word of it is the family's is not for a program
/// to guess. 3.0 wants N on each card.
void add_card(std::string& out, const Card& card, const CardSelection& selection) {
  const bool is_new = selection.version == VcardVersion::v4;
  add_line(out, "BEGIN:VCARD");
  add_line(out, is_new ? "VERSION:4.0" : "VERSION:3.0");
  add_line(out, "UID:" + card.uid);
  if (is_new && card.is_organisation) add_line(out, "KIND:org");
  add_text(out, "FN", card.name);
  add_line(out, fmt::format("N:{};;;;", card_text(card.name)));
  if (card.call_me != card.name) add_text(out, "NICKNAME", card.call_me);
  add_text(out, "ORG", card.organisation);
  add_text(out, "TITLE", card.title);
  add_text(out, "TEL", card.phone);
  add_text(out, "EMAIL", card.email);
  if (!card.address.empty()) {
    add_line(out, fmt::format("ADR:;;{};;;;", card_text(card.address)));
  }
  if (card.birthday) add_birthday(out, *card.birthday, selection.version);
  if (selection.notes) add_text(out, "NOTE", card.notes);
  add_line(out, "END:VCARD");
}

bool is_wanted(const Book& book, const Customer& customer, Date today,
               const CardSelection& selection) {
  if (customer.status == Status::former && !selection.all) return false;
  return !selection.owner || owner_of(book, customer) == selection.owner ||
         agenda_owner(book, customer, today) == selection.owner;
}

/// Customers at whom there are people are taken for organisations, unless they have a birthday or
/// belong to a company themselves.
Card card_of(const Book& book, const Customer& customer) {
  const bool is_organisation =
      !customer.contacts.empty() && customer.company.empty() && !customer.birthday;
  return {uuid_of({book.name, customer.id}),
          customer.name,
          customer.call_me,
          is_organisation ? customer.name : customer.company,
          {},
          customer.phone,
          customer.email,
          customer.address,
          customer.notes,
          customer.birthday,
          is_organisation};
}

Card card_of(const Book& book, const Customer& customer, std::size_t index) {
  const Contact& contact = customer.contacts[index];
  std::size_t namesakes = 0;
  for (std::size_t i = 0; i < index; ++i) {
    if (customer.contacts[i].name == contact.name) ++namesakes;
  }
  return {uuid_of({book.name, customer.id, contact.name, fmt::format("{}", namesakes)}),
          contact.name,
          contact.call_me,
          customer.company.empty() ? customer.name : customer.company,
          contact.role,
          contact.phone,
          contact.email,
          {},
          contact.notes,
          contact.birthday,
          false};
}

}  // namespace

std::string render_cards(const Book& book, Date today, const CardSelection& selection) {
  std::string out;
  for (const Customer& customer : book.customers) {
    if (!is_wanted(book, customer, today, selection)) continue;
    add_card(out, card_of(book, customer), selection);
    for (std::size_t i = 0; i < customer.contacts.size(); ++i) {
      const auto left = customer.contacts[i].left;
      if (left && *left <= today && !selection.all) continue;
      add_card(out, card_of(book, customer, i), selection);
    }
  }
  return out;
}

}  // namespace care
