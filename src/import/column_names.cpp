#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "import/address_columns.hpp"
#include "import/columns.hpp"
#include "import/letters.hpp"

namespace care {
namespace {

using Kind = ColumnKind;

constexpr ColumnRow of(Kind kind, std::string_view group = {}) {
  return {kind, nullptr, nullptr, group};
}
constexpr ColumnRow text(Text Person::*member) { return {Kind::text, member, nullptr, {}}; }
constexpr ColumnRow part(std::string WrittenAddress::*member, std::string_view group = {}) {
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
constexpr std::array heading_rows = std::to_array<Headings>({
    // Names
    {text(&Person::name),
     "name fullname displayname anzeigename nomcomplet nombrecompleto "
     "contactname customer customername client clientname kunde personname "
     "fileas"},
    {of(Kind::name_or_given), "nombre"},
    {of(Kind::name_or_family), "nom namen"},
    {text(&Person::given),
     "firstname first givenname forename vorname prenom nombredepila nome voornaam"},
    {text(&Person::middle),
     "middlename middle middlenames additionalname weiterevornamen zweitervorname deuxiemeprenom "
     "segundonombre"},
    {text(&Person::family),
     "lastname last familyname surname nachname familienname nomdefamille cognome achternaam "
     "apellido "
     "apellidos"},
    {text(&Person::prefix),
     "nameprefix honorificprefix salutation anrede civilite tratamiento prefix"},
    {text(&Person::suffix), "suffix namesuffix suffixe sufijo"},
    {text(&Person::nickname), "callme nickname spitzname rufname surnom apodo"},
    {text(&Person::sounds_like), "soundslike phoneticfirstname phoneticname"},
    {of(Kind::title), "title titel titre titulo"},

    // Where they work
    {text(&Person::company),
     "company companyname organization organisation organizationname account "
     "accountname associatedcompany firma unternehmen societe entreprise "
     "empresa compania organizacion azienda bedrijf"},
    {text(&Person::role),
     "jobtitle role organizationtitle position job fonction profession puesto "
     "cargo arbeitstitel"},
    {of(Kind::extra), "department occupation beruf"},
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
     "telefonotrabajo telefonoparticular telefonoprincipal callback callbackphone "
     "radiophone isdn assistantsphone festnetz landline rufnummer telefoon"},
    {of(Kind::maybe_phone), "home work other main particular yahoophone"},
    {of(Kind::mobile),
     "mobile mobilephone mobilephonenumber phonemobile cell cellphone handy "
     "mobil mobiltelefon telefonmobil telephonemobile telmobile telportable "
     "portable movil telefonomovil celular natel gsm cellulare mobiel"},
    {of(Kind::label, "phone"), "phonelabel phonetype"},
    {of(Kind::extra, "fax"),
     "businessfax homefax fax otherfax faxgeschaftlich faxprivat "
     "telecopiebureau faxdeltrabajo"},
    {of(Kind::extra, "pager"), "pager"},

    // Mail
    {of(Kind::email),
     "email emailaddress emailvalue mail emailadres emailadresse primaryemail "
     "secondaryemail emailwork emailhome emailother workemail homeemail "
     "adressedemessagerie adresseemail courriel direcciondecorreoelectronico "
     "correoelectronico correo"},
    {of(Kind::label, "email"), "emaillabel emailtype"},
    {of(Kind::ignored),
     "emailtyp emaildisplayname emailangezeigtername "
     "typedemessagerie nomcompletdeladressedemessagerie "
     "tipodecorreoelectronico nombredepantalladecorreoelectronico"},

    // Days
    {of(Kind::birthday),
     "birthday birthdate dateofbirth dob geburtstag geburtsdatum anniversaire "
     "datedenaissance cumpleanos fechadenacimiento gebam geb geburt geboren geborenam born "
     "bday naissance nacimiento compleanno datadinascita verjaardag geboortedatum"},
    {of(Kind::birth_year), "birthyear yearofbirth geburtsjahr anneedenaissance anodenacimiento"},
    {of(Kind::birth_month), "birthmonth monthofbirth geburtsmonat moisdenaissance mesdenacimiento"},
    {of(Kind::birth_day), "dayofbirth jourdenaissance diadenacimiento"},
    {of(Kind::event, "anniversary"),
     "anniversary weddinganniversary jahrestag hochzeitstag "
     "anniversairedemariageoufete aniversario"},
    {of(Kind::event, "event"), "eventvalue"},
    {of(Kind::label, "event"), "eventlabel eventtype"},
    {of(Kind::died),
     "died death deceased isdeceased deathdate dateofdeath deathday deceaseddate dateofdecease "
     "verstorben verstorbenam todestag sterbedatum datededeces fechadefallecimiento"},
    {of(Kind::since),
     "since customersince clientsince kundeseit created createdate "
     "createddate createdtime personcreated createdat createdon firstvisit dateadded "
     "customerfrom seit clientdepuis clientedesde"},
    {of(Kind::last_contact),
     "lastcontact lastcontacted lastcontactedat lastactivity lastactivitydate "
     "lastactivitytime lasttalkedto letzterkontakt laston lastvisit lastseen lastcontactdate "
     "dateoflastcontact dernierecontact derniercontact ultimocontacto"},
    {text(&Person::last_how), "lasthow"},
    {text(&Person::last_heard), "lastheard"},
    {of(Kind::extra), "next nextcontact nextactivity nextactivitydate nextstep"},

    // What else is known of them
    {of(Kind::notes),
     "notes note notizen notiz remarques notas description comments comment memo remarks "
     "bemerkung bemerkungen anmerkung anmerkungen kommentar commentaires observaciones nota"},
    {of(Kind::tags),
     "tags tag labels label categories category kategorien kategorie "
     "categorias groupmembership groups group gruppe gruppen schlagworte etiquettes etiquetas"},
    {text(&Person::owner), "owner contactowner personowner accountowner"},
    {text(&Person::tier), "tier"},
    {text(&Person::every), "every"},
    {text(&Person::because), "because"},
    {text(&Person::status), "status"},
    {text(&Person::mood), "mood"},
    {of(Kind::opt_out),
     "donotcontact dontcontact nocontact donotcall dontcall nocall nocalls dnc optedout optout "
     "donotphone donotallowphonecalls phoneoptout nichtkontaktieren nichtanrufen nepascontacter "
     "nepasappeler nocontactar nollamar"},
    {of(Kind::opt_out, "email opt out"),
     "emailoptout emailoptedout optedoutofemail hasoptedoutofemail donotemail "
     "donotallowemails donotallowbulkemails unsubscribed unsubscribe unsubscribedfromemail "
     "unsubscribedfromallemail emailunsubscribed newsletteroptout unsubtime"},
    {of(Kind::opt_out, "mail opt out"), "donotmail donotpostalmail donotallowmails mailoptout"},
    {of(Kind::opt_out, "text opt out"), "smsoptout smsoptedout textoptout donotsms donottext"},
    {of(Kind::opt_out, "fax opt out"),
     "faxoptout faxoptedout optedoutoffax hasoptedoutoffax donotfax donotallowfaxes"},
    {text(&Person::id), "id"},
    {of(Kind::extra), "referredby spouse children"},
    {of(Kind::link), "website websitevalue websiteurl webpage webseite pageweb paginaweb url"},
    {of(Kind::extra, "spouse"), "partner partnerin conjoint conjointe conyuge"},
    {of(Kind::extra, "children"), "kinder"},
    {of(Kind::extra, "relation"), "relationvalue"},
    {of(Kind::label, "relation"), "relationlabel relationtype"},
    {of(Kind::extra, "customfield"), "customfieldvalue"},
    {of(Kind::label, "customfield"), "customfieldlabel customfieldtype"},
    {of(Kind::label, "address"), "addresslabel addresstype"},
    {of(Kind::ignored), "websitelabel websitetype organizationtype photo"},

    // What care's own table has reckoned.
    {of(Kind::ignored), "touches nexton nextkind nextwhat nextdue dayslate"},

    // Addresses
    {part(&WrittenAddress::street),
     "address postaladdress adresse anschrift direccion street streetaddress "
     "addressline strae straße strasse rue calle indirizzo straat"},
    {part(&WrittenAddress::more, "formatted"), "addressformatted"},
    {part(&WrittenAddress::city), "city town ort stadt ville ciudad citta plaats"},
    {part(&WrittenAddress::region),
     "state stateregion stateprovince statecounty province region county bundesland provincia "
     "provincecode statecode canton kanton"},
    {part(&WrittenAddress::code),
     "zippostalcode zip zipcode postalcode postcode plz postleitzahl codepostal "
     "codigopostal cap"},
    {part(&WrittenAddress::country), "country countryregion countrycode land pays pais"},
    {part(&WrittenAddress::city, "privat"), "wohnort"},
});

/// Words that say whose something is or which of several, or that say nothing.
constexpr std::string_view qualifiers =
    "person contact customer client kunde default primary primaer primare secondary sekundar "
    "sekundare alternate alternative additional main home work private personal business office "
    "other mailing billing shipping postal physical privat private geschaftlich dienstlich buro "
    "domicile bureau travail professionnel trabajo casa domicilio particular oficina principal "
    "mobiler haupt second third nr nummer number no num de del du la le el von der des am value "
    "raw utc permanent current company firma";
/// The words of a heading, as `plain` has them.
std::vector<std::string> words_of(std::string_view heading) {
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    std::string bare = plain(word);
    std::erase_if(bare, is_digit);
    if (!bare.empty()) words.push_back(std::move(bare));
    word.clear();
  };
  for (const char c : heading) {
    const bool is_inner = static_cast<unsigned char>(c) >= 0x80 || is_letter_or_digit(c);
    if (is_inner) {
      word += c;
    } else {
      end_word();
    }
  }
  end_word();
  return words;
}

ColumnRow row_named(std::string_view name) {
  if (name.empty()) return {};
  const auto* found = std::ranges::find_if(
      heading_rows, [&](const Headings& one) { return has_word(one.all, name); });
  return found == heading_rows.end() ? part_of_address(name) : found->row;
}

/// `Person - Phone - Work`, `Primäre E-Mail-Adresse`, `Default Address City`: what is left without
/// the words that say whose it is.
ColumnRow row_within(std::string_view heading) {
  const std::vector<std::string> words = words_of(heading);
  std::string name;
  std::string_view whose;
  for (const std::string& word : words) {
    if (whose.empty()) whose = address_qualifier(word);
    // "Company Main Phone" is a phone, "Default Address Company" a company.
    const bool is_company = &word == &words.back() && (word == "company" || word == "firma");
    if (is_company || !has_word(qualifiers, word)) name += word;
  }
  constexpr std::string_view address = "address";
  ColumnRow row = name.starts_with(address) && name.size() > address.size()
                      ? row_named(std::string_view{name}.substr(address.size()))
                      : ColumnRow{};
  if (row.kind == ColumnKind::unknown) row = row_named(name);
  if (row.kind == ColumnKind::part && row.group.empty()) row.group = whose;
  return row;
}

}  // namespace

ColumnRow row_of(std::string_view heading) {
  std::string name = plain(heading);
  std::erase_if(name, is_digit);
  const ColumnRow row = row_named(name);
  return row.kind == ColumnKind::unknown ? row_within(heading) : row;
}

std::span<const std::string_view> import_keys() {
  static constexpr std::array keys = std::to_array<std::string_view>(
      {"name",         "first name",     "last name",     "call me",  "company",     "role",
       "phone",        "mobile",         "email",         "address",  "street",      "city",
       "zip",          "state",          "country",       "birthday", "anniversary", "since",
       "last contact", "notes",          "tags",          "owner",    "tier",        "website",
       "status",       "do not contact", "email opt out", "died"});
  return keys;
}

bool is_import_key(std::string_view key) {
  constexpr std::string_view extra = "extra.";
  if (key.starts_with(extra)) return key.size() > extra.size();
  const ColumnKind kind = row_of(key).kind;
  return kind != ColumnKind::unknown && kind != ColumnKind::ignored && kind != ColumnKind::label;
}

}  // namespace care
