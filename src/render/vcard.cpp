#include <care/render_exports.hpp>
#include <care/text.hpp>
#include "render/escape.hpp"

#include <fmt/format.h>

#include <map>

#include <cstdint>
#include <initializer_list>

namespace care {
namespace {

void add_line(std::string& out, std::string_view name, std::string_view value) {
  out += content_line(name, value);
}

void add_text(std::string& out, std::string_view name, std::string_view text) {
  if (!text.empty()) add_line(out, name, text_value(text));
}

// --- Values -------------------------------------------------------------------------------------

/// With a byte between the parts that no text has.
std::uint64_t checksum_of(std::initializer_list<std::string_view> parts, std::uint64_t before) {
  for (const std::string_view part : parts) before = checksum("\xff", checksum(part, before));
  return before;
}

/// A UUID made from names alone, as version 8 allows (RFC 9562 §5.8).
std::string uuid_of(std::initializer_list<std::string_view> parts) {
  const std::uint64_t high = checksum_of(parts, checksum({}));
  const std::uint64_t low = checksum_of(parts, high);
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
    add_line(out, "BDAY",
             is_new ? fmt::format("{:04}{:02}{:02}", year, month, day)
                    : fmt::format("{:04}-{:02}-{:02}", year, month, day));
  } else if (is_new) {
    add_line(out, "BDAY", fmt::format("--{:02}{:02}", month, day));
  } else {
    add_line(out, "BDAY;X-APPLE-OMIT-YEAR=1604", fmt::format("1604-{:02}-{:02}", month, day));
  }
}

// --- Cards --------------------------------------------------------------------------------------

/// What a customer's card and a contact's have in common.
struct Card {
  std::string uid;
  Text name, call_me, organisation, title;
  Texts phones, emails;
  Text address, notes;
  std::optional<YearlyDate> birthday;
  bool is_organisation = false;
};

/// N has the whole name as its first part: a program should not guess which word of it is the
/// family's. 3.0 requires N on each card.
void add_card(std::string& out, const Card& card, const CardSelection& selection) {
  const bool is_new = selection.version == VcardVersion::v4;
  add_line(out, "BEGIN", "VCARD");
  add_line(out, "VERSION", is_new ? "4.0" : "3.0");
  add_line(out, "UID", card.uid);
  if (is_new && card.is_organisation) add_line(out, "KIND", "org");
  add_text(out, "FN", card.name);
  add_line(out, "N", text_value(card.name) + ";;;;");
  if (card.call_me != card.name) add_text(out, "NICKNAME", card.call_me);
  add_text(out, "ORG", card.organisation);
  add_text(out, "TITLE", card.title);
  for (const Text phone : card.phones) add_text(out, "TEL", phone);
  for (const Text email : card.emails) add_text(out, "EMAIL", email);
  if (!card.address.empty()) {
    add_line(out, "ADR", fmt::format(";;{};;;;", text_value(card.address)));
  }
  if (card.birthday) add_birthday(out, *card.birthday, selection.version);
  if (selection.notes) add_text(out, "NOTE", card.notes);
  add_line(out, "END", "VCARD");
}

bool is_wanted(const Book& book, const Customer& customer, const StandIns& here,
               const CardSelection& selection) {
  if (customer.status == Status::former && !selection.all) return false;
  return !selection.owner || owner_of(book, customer) == selection.owner ||
         agenda_owner(book, customer, here) == selection.owner;
}

/// A customer with contacts counts as an organisation, unless it has a birthday or belongs to a
/// company itself.
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

/// `namesakes`: how many contacts of that name stand before this one.
Card card_of(const Book& book, const Customer& customer, const Contact& contact,
             std::size_t namesakes) {
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
  const StandIns here = stand_ins(book, today);
  for (CustomerIndex who = 0; who < book.customers.size(); ++who) {
    const Customer& customer = as_of(book, who, today);
    if (!is_wanted(book, customer, here, selection)) continue;
    add_card(out, card_of(book, customer), selection);
    std::map<Text, std::size_t> of_name;
    for (const Contact& contact : customer.contacts) {
      const std::size_t namesakes = of_name[contact.name]++;
      if (!is_still_here(contact, today) && !selection.all) continue;
      add_card(out, card_of(book, customer, contact, namesakes), selection);
    }
  }
  return out;
}

}  // namespace care
