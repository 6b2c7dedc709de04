#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "import/letters.hpp"
#include "import/vcard_person.hpp"

namespace care {
namespace {

/// A part with several names in it: `Quinlan,Paul`.
Text spaced(Text text, TextStore& texts) {
  if (text.find(',') == Text::npos) return text;
  std::string names{text};
  for (std::size_t i = 0; i + 1 < names.size(); ++i) {
    if (names[i] == ',' && names[i + 1] != ' ') names[i] = ' ';
  }
  return texts.keep(names);
}

}  // namespace

void take_full_name(CardPerson& to, const CardProperty& property) {
  if (!to.person.name.empty()) return;
  to.person.name = stripped(to.texts.text(property));
}

void take_name(CardPerson& to, const CardProperty& property) {
  const std::vector<Text>& all = to.texts.split(property, ';');
  Person& person = to.person;
  if (!person.family.empty() || !person.given.empty()) return;
  person.family = spaced(part_of(all, 0), *person.texts);
  person.given = spaced(part_of(all, 1), *person.texts);
  person.middle = spaced(part_of(all, 2), *person.texts);
  person.prefix = spaced(part_of(all, 3), *person.texts);
  person.suffix = spaced(part_of(all, 4), *person.texts);
}

void take_company(CardPerson& to, const CardProperty& property) {
  const std::vector<Text>& all = to.texts.split(property, ';');
  if (to.person.company.empty()) {
    to.person.company = part_of(all, 0);
  } else {
    to.person.add_extra("company", part_of(all, 0));
  }
  for (std::size_t i = 1; i < all.size(); ++i) to.person.add_extra("department", all[i]);
}

void take_nickname(CardPerson& to, const CardProperty& property) {
  for (const Text name : to.texts.split(property, ',')) {
    if (to.person.nickname.empty()) {
      to.person.nickname = name;
    } else if (name != to.person.nickname) {
      to.person.add_extra("nickname", name);
    }
  }
}

void take_role(CardPerson& to, const CardProperty& property) {
  const Text text = stripped(to.texts.text(property));
  if (to.person.role.empty()) {
    to.person.role = text;
  } else if (text != to.person.role) {
    to.person.add_extra("role", text);
  }
}

/// Phones from Japan put how a name is pronounced where others put a sound.
void take_sound(CardPerson& to, const CardProperty& property) {
  const std::vector<Text>& all = to.texts.split(property, ';');
  if (to.person.sounds_like.empty()) {
    to.person.sounds_like = to.person.texts->keep(joined_parts(all, " "));
  }
}

void take_phonetic(CardPerson& to, const CardProperty& property) {
  Person& person = to.person;
  const Text text = stripped(to.texts.text(property));
  constexpr std::size_t longest = 200;
  if (person.sounds_like.size() > longest) return person.add_extra("sounds_like", text);
  person.sounds_like = person.texts->keep(joined_parts({person.sounds_like, text}, " "));
}

}  // namespace care
