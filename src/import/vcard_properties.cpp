#include "import/vcard_person.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <utility>

#include <care/text.hpp>
#include <care/text_blank.hpp>

#include "import/letters.hpp"

namespace care {
namespace {

using Take = void (*)(CardPerson& to, const CardProperty& property);

std::string_view without_scheme(std::string_view text, std::string_view scheme) {
  text = stripped(text);
  if (text.size() < scheme.size() || !same_word(text.substr(0, scheme.size()), scheme)) {
    return text;
  }
  return text.substr(scheme.size());
}

bool is_preferred(const CardProperty& property) {
  return property.is_type(CardProperty::Type::pref) || property.parameter("PREF") == "1";
}

void take_phone(CardPerson& to, const CardProperty& property) {
  Text number = without_scheme(to.texts.text(property), "tel:");
  if (const auto extension = number.find(";ext="); extension != Text::npos) {
    number = to.person.texts->keep(
        std::string{number}.replace(extension, std::string_view{";ext="}.size(), " ext. "));
  }
  if (property.is_type(CardProperty::Type::fax)) return to.person.add_extra("fax", number);
  if (property.is_type(CardProperty::Type::pager)) return to.person.add_extra("pager", number);
  const std::string label = folded(to.label_of(property));
  const bool is_mobile = property.is_type(CardProperty::Type::cell) ||
                         property.is_type(CardProperty::Type::iphone) || label == "mobile" ||
                         label == "mobil" || label == "iphone";
  to.person.add_phone(number, is_preferred(property) ? PhoneRank::preferred
                              : is_mobile            ? PhoneRank::mobile
                                                     : PhoneRank::other);
}

void take_email(CardPerson& to, const CardProperty& property) {
  const Text text = to.texts.text(property);
  const std::string_view address = without_scheme(text, "mailto:");
  to.person.add_email(address, is_preferred(property));
}

void take_address(CardPerson& to, const CardProperty& property) {
  const std::vector<Text>& all = to.texts.split(property, ';');
  const Text line = to.person.texts->keep(
      address_line({part_of(all, 0), part_of(all, 1), part_of(all, 2), part_of(all, 3),
                    part_of(all, 4), part_of(all, 5), part_of(all, 6)}));
  std::pmr::vector<Text>& addresses = to.person.addresses;
  if (is_blank(line) || std::ranges::find(addresses, line) != addresses.end()) return;
  constexpr std::size_t most = 100;
  if (addresses.size() >= most) return to.person.add_extra("address", line);
  addresses.insert(is_preferred(property) ? addresses.begin() : addresses.end(), line);
}

/// What stands on an envelope: the same as ADR, where there is one.
void take_label(CardPerson& to, const CardProperty& property) {
  if (to.has_address) return;
  const Text line =
      to.person.texts->keep(address_line({{}, {}, to.texts.text(property), {}, {}, {}, {}}));
  if (is_blank(line)) return;
  if (to.person.addresses.empty()) {
    to.person.addresses.push_back(line);
  } else {
    to.person.add_extra("address", line);
  }
}

void take_note(CardPerson& to, const CardProperty& property) {
  to.person.add_note(stripped(to.texts.text(property)));
}

void take_tags(CardPerson& to, const CardProperty& property) {
  for (const Text tag : to.texts.split(property, ',')) to.person.add_tag(tag);
}

void take_kind(CardPerson& to, const CardProperty& property) {
  const std::string kind = folded(stripped(to.texts.text(property)));
  if (kind == "group") to.is_group = true;
  if (kind == "org" || kind == "organization" || kind == "location") {
    to.person.is_organisation = true;
  }
}

void take_shown_as(CardPerson& to, const CardProperty& property) {
  if (same_word(stripped(property.value), "COMPANY")) to.person.is_organisation = true;
}

void take_member(CardPerson& to, const CardProperty& property) {
  const Text text = to.texts.text(property);
  to.members.push_back(without_scheme(text, "urn:uuid:"));
}

void take_uid(CardPerson& to, const CardProperty& property) {
  const Text text = to.texts.text(property);
  to.person.uid = without_scheme(text, "urn:uuid:");
  // The version of UUIDs that care makes, and hardly anybody else.
  constexpr std::size_t version_at = 14;
  constexpr std::size_t uuid_size = 36;
  const Text uid = to.person.uid;
  to.person.is_cares = uid.size() == uuid_size && uid[version_at] == '8';
}

void take_link(CardPerson& to, const CardProperty& property) {
  to.person.add_extra("url", to.texts.text(property));
}

/// A person who belongs to them: `RELATED;TYPE=spouse:Anna`.
void take_related(CardPerson& to, const CardProperty& property) {
  std::string_view label = bare_label(to.label_of(property));
  if (label.empty()) label = property.parameter("TYPE");
  const Text value = to.texts.text(property);
  to.person.add_extra(label.empty() ? "related" : label, value);
}

void take_spouse(CardPerson& to, const CardProperty& property) {
  to.person.add_extra("spouse", to.texts.text(property));
}

/// What a property is: taken, left out and counted, or what programs say to themselves, which
/// nobody would miss.
struct PropertyRow {
  std::string_view name;
  Take take = nullptr;
  std::string_view left_out = {};
};
constexpr std::array property_rows = std::to_array<PropertyRow>({
    {"FN", take_full_name},
    {"N", take_name},
    {"ORG", take_company},
    {"NICKNAME", take_nickname},
    {"X-NICKNAME", take_nickname},
    {"TITLE", take_role},
    {"ROLE", take_role},
    {"TEL", take_phone},
    {"EMAIL", take_email},
    {"ADR", take_address},
    {"LABEL", take_label},
    {"BDAY", take_birthday},
    {"ANNIVERSARY", take_anniversary},
    {"X-ANNIVERSARY", take_anniversary},
    {"X-EVOLUTION-ANNIVERSARY", take_anniversary},
    {"X-KADDRESSBOOK-X-ANNIVERSARY", take_anniversary},
    {"X-WAB-WEDDING_ANNIVERSARY", take_anniversary},
    {"X-MS-ANNIVERSARY", take_anniversary},
    {"X-ABDATE", take_labelled_day},
    {"X-ANDROID-CUSTOM", take_android},
    {"DEATHDATE", take_death},
    {"NOTE", take_note},
    {"CATEGORIES", take_tags},
    {"X-CATEGORIES", take_tags},
    {"X-GROUP-MEMBERSHIP", take_tags},
    {"URL", take_link},
    {"RELATED", take_related},
    {"X-ABRELATEDNAMES", take_related},
    {"X-SPOUSE", take_spouse},
    {"X-EVOLUTION-SPOUSE", take_spouse},
    {"X-KADDRESSBOOK-X-SPOUSENAME", take_spouse},
    {"X-MS-SPOUSE", take_spouse},
    {"KIND", take_kind},
    {"X-ADDRESSBOOKSERVER-KIND", take_kind},
    {"X-ABSHOWAS", take_shown_as},
    {"MEMBER", take_member},
    {"X-ADDRESSBOOKSERVER-MEMBER", take_member},
    {"UID", take_uid},
    {"X-PHONETIC-FIRST-NAME", take_phonetic},
    {"X-PHONETIC-LAST-NAME", take_phonetic},

    // Pictures, sounds and keys.
    {"PHOTO", nullptr, "photos"},
    {"LOGO", nullptr, "logos"},
    {"SOUND", nullptr, "sounds"},
    {"KEY", nullptr, "keys"},
    {"X-MS-CARDPICTURE", nullptr, "photos"},
    {"X-ABCROP-RECTANGLE", nullptr, "photos' details"},
    {"X-MS-OL-DESIGN", nullptr, "designs of cards"},

    // Silent.
    {"VERSION"},
    {"PRODID"},
    {"REV"},
    {"PROFILE"},
    {"CLASS"},
    {"MAILER"},
    {"SOURCE"},
    {"NAME"},
    {"SORT-STRING"},
    {"AGENT"},
    {"CLIENTPIDMAP"},
    {"X-ACCOUNT-TYPE"},
    {"X-ACCOUNT-NAME"},
    {"CREATED"},
    {"X-ABLABEL"},
    {"X-ABADR"},
    {"X-ABUID"},
    {"X-ABORDER"},
    {"X-EVOLUTION-FILE-AS"},
    {"X-MOZILLA-HTML"},
    {"X-IMAGETYPE"},
    {"X-IMAGEHASH"},
    {"X-MS-SIGNATURE"},
    {"X-MS-OL-DEFAULT-POSTAL-ADDRESS"},
    {"X-KADDRESSBOOK-CRYPTOENCRYPTPREF"},
    {"X-KADDRESSBOOK-CRYPTOSIGNPREF"},
    {"X-KADDRESSBOOK-CRYPTOPROTOPREF"},
});
/// The place among the rows of a name that is none: there are fewer.
constexpr std::size_t no_row = 0xff;
constexpr std::size_t slot_count = 256;
constexpr std::size_t first_slot(std::string_view name) {
  const auto sum = checksum<std::uint32_t>(name);
  return (sum ^ (sum >> 16U)) % slot_count;
}
/// Where each name is found at once, or in one of the next slots.
constexpr auto slots = [] {
  std::array<std::uint8_t, slot_count> places{};
  places.fill(no_row);
  for (std::size_t place = 0; place < property_rows.size(); ++place) {
    std::size_t slot = first_slot(property_rows[place].name);
    while (places[slot] != no_row) slot = (slot + 1) % slot_count;
    places[slot] = static_cast<std::uint8_t>(place);
  }
  return places;
}();

const PropertyRow* property_row(std::string_view name) {
  for (std::size_t slot = first_slot(name); slots.at(slot) != no_row;
       slot = (slot + 1) % slot_count) {
    const PropertyRow& row = property_rows.at(slots.at(slot));
    if (row.name == name) return &row;
  }
  return nullptr;
}

}  // namespace

Text part_of(const std::vector<Text>& all, std::size_t index) {
  return index < all.size() ? all[index] : Text{};
}

void take(CardPerson& to, const CardProperty& property, People& people) {
  if (stripped(property.value).empty()) return;
  if (property.name == "SOUND" &&
      (property.is_type(CardProperty::Type::irmc_name) || !property.is_base64())) {
    const bool is_link =
        property.value.find("://") != std::string::npos || property.value.starts_with("data:");
    if (!is_link) return take_sound(to, property);
  }
  if (const PropertyRow* const row = property_row(property.name)) {
    if (!row->left_out.empty()) return people.leave_out(row->left_out);
    if (row->take != nullptr) row->take(to, property);
    return;
  }
  std::string_view name = property.name;
  if (name.starts_with("X-")) name.remove_prefix(2);
  if (property.is_base64()) return people.leave_out(name);
  if (const auto type = property.parameter("X-SERVICE-TYPE"); !type.empty()) {
    name = type;
  } else if (name == "SOCIALPROFILE" && !property.parameter("TYPE").empty()) {
    name = property.parameter("TYPE");
  }
  to.person.add_extra(name, to.texts.text(property));
}

}  // namespace care
