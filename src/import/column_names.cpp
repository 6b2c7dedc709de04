#include <algorithm>
#include <array>

#include "import/columns.hpp"
#include "import/letters.hpp"

namespace care {
namespace {

using Kind = ColumnKind;

constexpr ColumnRow of(Kind kind, std::string_view group = {}) {
  return {kind, nullptr, nullptr, group};
}
constexpr ColumnRow text(std::string Person::*member) { return {Kind::text, member, nullptr, {}}; }
constexpr ColumnRow part(std::string AddressParts::*member, std::string_view group = {}) {
  return {Kind::part, nullptr, member, group};
}

/// What a column is, and its headings, with blanks between.
struct Headings {
  ColumnRow row;
  std::string_view all;
};

/// The headings of care's own table, Google Contacts (old and new), Outlook (English, German,
/// French, Spanish), Apple's and iCloud's tools, HubSpot, Salesforce, Pipedrive, Zoho and Monica,
/// and plain words. Digits and blanks are left out. An `extra`
/// without a group is called as its heading.
constexpr std::array rows = std::to_array<Headings>({
    // Names
    {text(&Person::name),
     "name fullname displayname anzeigename nomcomplet nombrecompleto "
     "contactname customer customername client clientname kunde personname "
     "fileas"},
    {of(Kind::name_or_given), "nombre"},
    {of(Kind::name_or_family), "nom namen"},
    {text(&Person::given), "firstname givenname forename vorname prenom nombredepila"},
    {text(&Person::middle),
     "middlename additionalname weiterevornamen zweitervorname deuxiemeprenom "
     "segundonombre"},
    {text(&Person::family),
     "lastname familyname surname nachname familienname nomdefamille apellido "
     "apellidos"},
    {text(&Person::prefix), "nameprefix honorificprefix salutation anrede civilite tratamiento"},
    {text(&Person::suffix), "suffix namesuffix suffixe sufijo"},
    {text(&Person::nickname), "callme nickname spitzname rufname surnom apodo"},
    {text(&Person::sounds_like), "soundslike phoneticfirstname phoneticname"},
    {of(Kind::title), "title titel titre titulo"},

    // Where they work
    {text(&Person::company),
     "company companyname organization organisation organizationname account "
     "accountname associatedcompany firma unternehmen societe entreprise "
     "empresa compania organizacion"},
    {text(&Person::role),
     "jobtitle role organizationtitle position job fonction profession puesto "
     "cargo"},
    {of(Kind::extra), "department"},
    {of(Kind::extra, "department"),
     "organizationdepartment abteilung service departement departamento"},
    {of(Kind::organisation), "isorganization"},

    // Phones
    {of(Kind::phone),
     "phone phonevalue phonenumber telephone tel telefon telefonnummer "
     "telefono phonework phonehome phoneother workphone primaryphone "
     "businessphone companymainphone homephone otherphone carphone "
     "telefongeschaftlich telefonprivat telefonfirma haupttelefon "
     "weiterestelefon autotelefon telephonebureau telephonedomicile "
     "telephoneprincipal telephonesociete autretelephone telefonodeltrabajo "
     "telefonotrabajo telefonoparticular telefonoprincipal"},
    {of(Kind::mobile),
     "mobile mobilephone mobilephonenumber phonemobile cell cellphone handy "
     "mobil mobiltelefon telefonmobil telephonemobile telmobile telportable "
     "portable movil telefonomovil"},
    {of(Kind::label, "phone"), "phonelabel phonetype"},
    {of(Kind::extra, "fax"),
     "businessfax homefax fax otherfax faxgeschaftlich faxprivat "
     "telecopiebureau faxdeltrabajo"},
    {of(Kind::extra, "pager"), "pager"},

    // Mail
    {of(Kind::email),
     "email emailaddress emailvalue mail emailadresse primaryemail "
     "secondaryemail emailwork emailhome emailother workemail homeemail "
     "adressedemessagerie adresseemail courriel direcciondecorreoelectronico "
     "correoelectronico correo"},
    {of(Kind::ignored),
     "emaillabel emailtype emailtyp emaildisplayname emailangezeigtername "
     "typedemessagerie nomcompletdeladressedemessagerie "
     "tipodecorreoelectronico nombredepantalladecorreoelectronico"},

    // Days
    {of(Kind::birthday),
     "birthday birthdate dateofbirth dob geburtstag geburtsdatum anniversaire "
     "datedenaissance cumpleanos fechadenacimiento"},
    {of(Kind::event, "anniversary"),
     "anniversary weddinganniversary jahrestag hochzeitstag "
     "anniversairedemariageoufete aniversario"},
    {of(Kind::event, "event"), "eventvalue"},
    {of(Kind::label, "event"), "eventlabel eventtype"},
    {of(Kind::since),
     "since customersince clientsince kundeseit created createdate "
     "createddate createdtime personcreated"},
    {of(Kind::last_contact),
     "lastcontact lastcontacted lastcontactedat lastactivity lastactivitydate "
     "lastactivitytime lasttalkedto letzterkontakt laston"},
    {text(&Person::last_how), "lasthow"},
    {text(&Person::last_heard), "lastheard"},
    {of(Kind::extra), "next nextcontact nextactivity nextactivitydate nextstep"},

    // What else is known of them
    {of(Kind::notes), "notes note notizen remarques notas description comments"},
    {of(Kind::tags),
     "tags tag labels label categories category kategorien kategorie "
     "categorias groupmembership"},
    {text(&Person::owner), "owner contactowner personowner accountowner"},
    {text(&Person::tier), "tier"},
    {text(&Person::every), "every"},
    {text(&Person::because), "because"},
    {text(&Person::status), "status"},
    {text(&Person::mood), "mood"},
    {text(&Person::id), "id"},
    {of(Kind::extra), "referredby spouse children"},
    {of(Kind::link), "website websitevalue websiteurl webpage webseite pageweb paginaweb url"},
    {of(Kind::extra, "spouse"), "partner partnerin conjoint conjointe conyuge"},
    {of(Kind::extra, "children"), "kinder"},
    {of(Kind::extra, "relation"), "relationvalue"},
    {of(Kind::label, "relation"), "relationlabel relationtype"},
    {of(Kind::extra, "customfield"), "customfieldvalue"},
    {of(Kind::label, "customfield"), "customfieldlabel customfieldtype"},
    {of(Kind::ignored),
     "websitelabel websitetype addresslabel addresstype organizationtype "
     "photo"},

    // What care's own table has reckoned.
    {of(Kind::ignored), "touches nexton nextkind nextwhat nextdue dayslate"},

    // Addresses
    {part(&AddressParts::street),
     "address postaladdress adresse anschrift direccion street streetaddress "
     "addressline strae straße strasse rue calle"},
    {part(&AddressParts::more, "formatted"), "addressformatted"},
    {part(&AddressParts::city), "city town ort stadt ville ciudad"},
    {part(&AddressParts::region), "state stateregion province region bundesland provincia"},
    {part(&AddressParts::code),
     "zip zipcode postalcode postcode plz postleitzahl codepostal "
     "codigopostal"},
    {part(&AddressParts::country), "country countryregion land pays pais"},
});

/// How a program names the parts of an address; whose it is stands before or behind.
struct PartName {
  std::string_view name;
  std::string AddressParts::*part;
};
constexpr std::array part_names = std::to_array<PartName>({
    {"streetaddress", &AddressParts::street},
    {"street", &AddressParts::street},
    {"straße", &AddressParts::street},
    {"strasse", &AddressParts::street},
    {"rue", &AddressParts::street},
    {"calle", &AddressParts::street},
    {"extendedaddress", &AddressParts::more},
    {"pobox", &AddressParts::box},
    {"postfach", &AddressParts::box},
    {"boitepostale", &AddressParts::box},
    {"apartadopostal", &AddressParts::box},
    {"city", &AddressParts::city},
    {"ort", &AddressParts::city},
    {"ville", &AddressParts::city},
    {"ciudad", &AddressParts::city},
    {"stateprovince", &AddressParts::region},
    {"state", &AddressParts::region},
    {"bundeslandkanton", &AddressParts::region},
    {"depregion", &AddressParts::region},
    {"estadooprovincia", &AddressParts::region},
    {"postalcode", &AddressParts::code},
    {"zippostalcode", &AddressParts::code},
    {"zip", &AddressParts::code},
    {"postleitzahl", &AddressParts::code},
    {"codepostal", &AddressParts::code},
    {"codigopostal", &AddressParts::code},
    {"countryregion", &AddressParts::country},
    {"country", &AddressParts::country},
    {"landregion", &AddressParts::country},
    {"paysregion", &AddressParts::country},
    {"paisoregion", &AddressParts::country},
    {"region", &AddressParts::region},
});
constexpr std::array address_names = std::to_array<std::string_view>({
    "address", "business", "work",    "home",          "other",     "mailing",    "shipping",
    "billing", "company",  "primary", "geschaftlich",  "privat",    "weitere",    "weiterer",
    "bureau",  "domicile", "autre",   "deltrabajo",    "detrabajo", "particular", "deldomicilio",
    "otra",    "postal",   "otro",    "postaladdress",
});

std::string_view address_named(std::string_view name) {
  if (name == "detrabajo") name = "deltrabajo";
  if (name == "weiterer" || name == "weiteres") name = "weitere";
  const auto* found = std::ranges::find(address_names, name);
  return found == address_names.end() ? std::string_view{} : *found;
}

/// `Business Street`, `Straße geschäftlich`, `Address 1 - City`.
ColumnRow part_of_address(std::string_view heading) {
  for (const PartName& one : part_names) {
    std::string_view whose;
    if (heading.ends_with(one.name)) {
      whose = heading.substr(0, heading.size() - one.name.size());
    } else if (heading.starts_with(one.name)) {
      whose = heading.substr(one.name.size());
    }
    if (const auto group = address_named(whose); !group.empty()) {
      return part(one.part, group);
    }
  }
  return {};
}

}  // namespace

ColumnRow row_of(std::string_view heading) {
  std::string name = plain(heading);
  std::erase_if(name, is_digit);
  if (name.empty()) return {};
  const auto* found =
      std::ranges::find_if(rows, [&](const Headings& one) { return has_word(one.all, name); });
  return found == rows.end() ? part_of_address(name) : found->row;
}

std::span<const std::string_view> import_keys() {
  static constexpr std::array keys = std::to_array<std::string_view>(
      {"name",         "first name", "last name", "call me",  "company",     "role",
       "phone",        "mobile",     "email",     "address",  "street",      "city",
       "zip",          "state",      "country",   "birthday", "anniversary", "since",
       "last contact", "notes",      "tags",      "owner",    "tier",        "website"});
  return keys;
}

bool is_import_key(std::string_view key) {
  constexpr std::string_view extra = "extra.";
  if (key.starts_with(extra)) return key.size() > extra.size();
  const ColumnKind kind = row_of(key).kind;
  return kind != ColumnKind::unknown && kind != ColumnKind::ignored && kind != ColumnKind::label;
}

}  // namespace care
