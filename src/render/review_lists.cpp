#include "render/review_lists.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>

#include <care/text.hpp>

namespace care {
namespace {

void write_person(const PersonWords& person, std::size_t id, std::size_t right, Layout& layout) {
  constexpr std::size_t narrow = 60;
  const std::string said =
      person.owner.empty() ? person.heard : fmt::format("{}, {}", person.heard, person.owner);
  if (layout.width() < narrow) {
    layout.paragraph(review_margin, fmt::format("{}  {}; {}", person.id, person.who, said));
    return;
  }
  const std::size_t room = layout.width() - review_margin - id - column_gap - column_gap - right;
  layout.side_by_side({{std::string(review_margin, ' ')},
                       {padded(person.id, id + column_gap), Ink::bold},
                       {padded(shortened(person.who, room), room + column_gap)},
                       {said}});
}

void write_people(const PeopleWords& list, Layout& layout) {
  layout.blank_line();
  if (display_width(list.title) + column_gap + display_width(list.advice) <= layout.width()) {
    layout.side_by_side({{std::string{list.title}, Ink::bold}, {"  " + list.advice, Ink::dim}});
  } else {
    layout.line(list.title, Ink::bold);
    layout.line(list.advice, Ink::dim);
  }
  std::size_t id = 0;
  std::size_t right = 0;
  for (const PersonWords& person : list.people) {
    id = std::max(id, display_width(person.id));
    right =
        std::max(right, display_width(person.heard) +
                            (person.owner.empty() ? 0 : column_gap + display_width(person.owner)));
  }
  constexpr std::size_t most = 18;
  for (PersonWords person : list.people) {
    person.id = shortened(person.id, most);
    write_person(person, std::min(id, most), right, layout);
  }
  if (!list.rest.empty()) layout.paragraph(review_margin, "… " + list.rest);
}

/// All of a list in a line or two, so that the page of one person fits a screen.
std::string names_words(const PeopleWords& list, bool of_each) {
  std::vector<std::string> names;
  for (const PersonWords& person : list.people) {
    const bool says_when = of_each || names.empty();
    names.push_back(says_when ? fmt::format("{} ({})", person.id, person.heard) : person.id);
  }
  return fmt::format("{} ({}): {}{}{}", list.title, list.advice, fmt::join(names, ", "),
                     list.rest.empty() ? "" : ", … ", list.rest);
}

}  // namespace

void write_lists(const ReviewWords& words, Layout& layout) {
  if (words.lists.empty()) return;
  for (const PeopleWords& list : words.lists) {
    const bool is_last = &list == &words.lists.back();
    if (!words.of_one) {
      write_people(list, layout);
    } else {
      layout.line(names_words(list, true) + (is_last ? ". " + words.next : ""));
    }
  }
  if (words.of_one) return;
  layout.blank_line();
  layout.line(words.next, Ink::dim);
}

void write_close_lists(const ReviewWords& words, Layout& layout) {
  std::vector<Inked> texts;
  for (const PeopleWords& list : words.lists) texts.push_back({names_words(list, false) + "."});
  if (!texts.empty()) texts.push_back({words.next});
  layout.flow(0, texts);
}

}  // namespace care
