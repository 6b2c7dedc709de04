#pragma once

#include <optional>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "import/vcard.hpp"

namespace care {

/// One card on its way to becoming somebody.
struct CardPerson {
  const Card& card;
  CardTexts& texts;
  std::optional<DateOrder> order;
  Person person;
  bool is_group = false;
  std::vector<Text> members;  ///< of a group, as UIDs

  std::unordered_map<std::string_view, Text> labels = {};  ///< by group
  bool has_address = false;

  CardPerson(const Card& one, CardTexts& its_texts, std::optional<DateOrder> its_order,
             PersonStore& store)
      : card{one}, texts{its_texts}, order{its_order}, person{store} {
    for (const CardProperty& property : card.properties) {
      if (property.name == "X-ABLABEL") labels.emplace(property.group, texts.text(property));
      has_address = has_address || property.name == "ADR";
    }
  }
  /// The label that another property of the same group has.
  [[nodiscard]] Text label_of(const CardProperty& property) const {
    const auto label = labels.find(property.group);
    return property.group.empty() || label == labels.end() ? Text{} : label->second;
  }
};

/// A part of a value; empty where there are fewer.
[[nodiscard]] Text part_of(const std::vector<Text>& all, std::size_t index);

// What is about names.
void take_full_name(CardPerson& to, const CardProperty& property);
void take_name(CardPerson& to, const CardProperty& property);
void take_company(CardPerson& to, const CardProperty& property);
void take_nickname(CardPerson& to, const CardProperty& property);
void take_role(CardPerson& to, const CardProperty& property);
void take_sound(CardPerson& to, const CardProperty& property);
void take_phonetic(CardPerson& to, const CardProperty& property);

// What is about days.
void take_birthday(CardPerson& to, const CardProperty& property);
void take_anniversary(CardPerson& to, const CardProperty& property);
void take_labelled_day(CardPerson& to, const CardProperty& property);
void take_death(CardPerson& to, const CardProperty& property);
/// `vnd.android.cursor.item/contact_event;2015-06-01;1;;…`, also /nickname and /relation.
void take_android(CardPerson& to, const CardProperty& property);

/// Takes over what one line of a card says.
void take(CardPerson& to, const CardProperty& property, People& people);

/// Whoever stands in a file of cards.
void read_vcard(const Source& source, std::uint32_t file, const ImportOptions& options,
                People& people);

}  // namespace care
