#include "import/vcard_person.hpp"

#include "import/dates.hpp"
#include "import/labelled_days.hpp"
#include "import/letters.hpp"

namespace care {
namespace {

std::optional<YearlyDate> date_in(CardPerson& to, const CardProperty& property,
                                  std::string_view what) {
  const Text text = to.texts.text(property);
  ReadDate read = read_date(text, to.order);
  // The parameter names the year that stands for none.
  const std::string_view omitted = property.parameter("X-APPLE-OMIT-YEAR");
  if (read.date && read.date->year && !omitted.empty() &&
      std::to_string(static_cast<int>(*read.date->year)) == omitted) {
    read.date->year = std::nullopt;
  }
  if (std::string words = trouble_words(what, text, read); !words.empty()) {
    to.person.troubles.push_back({property.line, std::move(words)});
  }
  return read.date;
}

}  // namespace

void take_birthday(CardPerson& to, const CardProperty& property) {
  const auto date = date_in(to, property, "birthday");
  if (date && !to.person.birthday) to.person.birthday = date;
}

void take_anniversary(CardPerson& to, const CardProperty& property) {
  if (const auto date = date_in(to, property, wedding_anniversary)) {
    to.person.add_event("anniversary", *date);
  }
}

void take_labelled_day(CardPerson& to, const CardProperty& property) {
  const Text label = to.label_of(property);
  if (const auto date = date_in(to, property, label.empty() ? "day" : label)) {
    add_labelled_day(to.person, label, *date);
  }
}

void take_death(CardPerson& to, const CardProperty& property) {
  const Text text = to.texts.text(property);
  to.person.add_death(whole_date(text, read_date(text, std::nullopt), {}), text);
}

void take_android(CardPerson& to, const CardProperty& property) {
  const std::vector<Text>& all = to.texts.split(property, ';');
  const Text kind = part_of(all, 0);
  const Text value = part_of(all, 1);
  if (kind.ends_with("/nickname")) {
    if (to.person.nickname.empty()) to.person.nickname = value;
  } else if (kind.ends_with("/contact_event")) {
    const Text type = part_of(all, 2);
    const Text label = type == "1" ? "anniversary" : type == "3" ? "birthday" : part_of(all, 3);
    const ReadDate read = read_date(value, to.order);
    const std::string words = trouble_words(label.empty() ? "day" : label, value, read);
    if (!words.empty()) to.person.troubles.push_back({property.line, words});
    if (read.date) add_labelled_day(to.person, label, *read.date);
  } else {
    to.person.add_extra(kind.substr(kind.rfind('/') + 1), value);
  }
}

}  // namespace care
