#include "import/address_columns.hpp"

#include <algorithm>
#include <array>

namespace care {
namespace {

/// How a program names the parts of an address; whose it is stands before or behind.
struct PartName {
  std::string_view name;
  std::string WrittenAddress::*part;
};
constexpr std::array part_names = std::to_array<PartName>({
    {"streetaddress", &WrittenAddress::street},
    {"street", &WrittenAddress::street},
    {"straße", &WrittenAddress::street},
    {"strasse", &WrittenAddress::street},
    {"rue", &WrittenAddress::street},
    {"calle", &WrittenAddress::street},
    {"extendedaddress", &WrittenAddress::more},
    {"pobox", &WrittenAddress::box},
    {"postfach", &WrittenAddress::box},
    {"boitepostale", &WrittenAddress::box},
    {"apartadopostal", &WrittenAddress::box},
    {"city", &WrittenAddress::city},
    {"ort", &WrittenAddress::city},
    {"ville", &WrittenAddress::city},
    {"ciudad", &WrittenAddress::city},
    {"stateprovince", &WrittenAddress::region},
    {"state", &WrittenAddress::region},
    {"bundeslandkanton", &WrittenAddress::region},
    {"depregion", &WrittenAddress::region},
    {"estadooprovincia", &WrittenAddress::region},
    {"provinciaoestado", &WrittenAddress::region},
    {"postalcode", &WrittenAddress::code},
    {"zippostalcode", &WrittenAddress::code},
    {"zip", &WrittenAddress::code},
    {"postleitzahl", &WrittenAddress::code},
    {"codepostal", &WrittenAddress::code},
    {"codigopostal", &WrittenAddress::code},
    {"countryregion", &WrittenAddress::country},
    {"country", &WrittenAddress::country},
    {"landregion", &WrittenAddress::country},
    {"paysregion", &WrittenAddress::country},
    {"paisoregion", &WrittenAddress::country},
    {"region", &WrittenAddress::region},
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

/// By which the parts of an address belong together.
constexpr std::array address_qualifiers = std::to_array<std::string_view>(
    {"default",    "home",     "work",     "business", "office",    "other",    "mailing",
     "billing",    "shipping", "physical", "privat",   "private",   "personal", "geschaftlich",
     "dienstlich", "domicile", "bureau",   "trabajo",  "domicilio", "casa",     "oficina",
     "primary",    "company",  "firma",    "permanent"});

}  // namespace

ColumnRow part_of_address(std::string_view heading) {
  for (const PartName& one : part_names) {
    std::string_view whose;
    if (heading.ends_with(one.name)) {
      whose = heading.substr(0, heading.size() - one.name.size());
    } else if (heading.starts_with(one.name)) {
      whose = heading.substr(one.name.size());
    }
    if (const auto group = address_named(whose); !group.empty()) {
      return {ColumnKind::part, nullptr, one.part, group};
    }
  }
  return {};
}

std::string_view address_qualifier(std::string_view word) {
  const auto* found = std::ranges::find(address_qualifiers, word);
  return found == address_qualifiers.end() ? std::string_view{} : *found;
}

}  // namespace care
