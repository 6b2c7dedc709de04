#include "import/person.hpp"

#include <algorithm>
#include <cstdint>
#include <new>
#include <span>
#include <utility>

#include <care/book_ids.hpp>
#include <care/text.hpp>
#include <care/text_ascii.hpp>
#include <care/text_blank.hpp>

#include "import/letters.hpp"
#include "import/phones.hpp"

namespace care {
namespace {

constexpr std::string_view preferred_mark = "* ";

/// What stands there, with a comma for each line end.
void append_in_one_line(std::string& out, std::string_view text, std::string_view before) {
  while (!text.empty()) {
    const std::size_t end = std::min({text.find('\n'), text.find('\r'), text.size()});
    if (const std::string_view line = stripped(text.substr(0, end)); !line.empty()) {
      if (!out.empty()) out += before;
      out += line;
      before = ", ";
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

void name_after_something(Person& person) {
  const auto tell = [&](std::string_view what) {
    person.troubles.push_back({person.line, "has no name; called after their " + std::string{what},
                               RemarkKind::worth_a_look});
  };
  if (!person.company.empty()) {
    person.name = person.company;
    person.is_organisation = true;
  } else if (!person.nickname.empty()) {
    person.name = person.nickname;
  } else if (!person.emails.empty()) {
    person.name = name_in_address(person.emails.front());
    tell("mail address");
  } else if (!person.phones.empty()) {
    person.name = person.phones.front().number;
    tell("phone number");
  }
}

}  // namespace

bool is_preferred_label(std::string_view label) { return label.starts_with(preferred_mark); }

std::string_view bare_label(std::string_view label) {
  constexpr std::string_view begin = "_$!<";
  constexpr std::string_view end = ">!$_";
  if (label.starts_with(begin) && label.ends_with(end) &&
      label.size() >= begin.size() + end.size()) {
    label = label.substr(begin.size(), label.size() - begin.size() - end.size());
  }
  if (is_preferred_label(label)) label.remove_prefix(preferred_mark.size());
  return stripped(label);
}

std::string_view name_in_address(std::string_view mail) {
  const std::string_view name = mail.substr(0, mail.find('@'));
  return is_blank(name) ? mail : name;
}

Person::Person(PersonStore& store)
    : texts{&store.texts},
      note_lines{&store.lists},
      phones{&store.lists},
      emails{&store.lists},
      addresses{&store.lists},
      tags{&store.lists},
      events{&store.lists},
      extra{&store.lists} {}

bool Person::has_room(std::size_t count) {
  constexpr std::size_t most = 200;
  if (count < most) return true;
  if (!is_overfull) {
    troubles.push_back({line, "has more than 200 of one kind of thing; the rest was left out"});
  }
  is_overfull = true;
  return false;
}

void Person::add_phone(Text numbers, PhoneRank rank) {
  // What care wrote as one is one.
  if (is_cares) return add_one_phone(numbers, rank);
  for_each_number(numbers, [&](Text number) { add_one_phone(number, rank); });
}

void Person::add_one_phone(Text number, PhoneRank rank) {
  number = stripped(number);
  if (is_blank(number) || !has_room(phones.size())) return;
  const auto same = std::ranges::find(phones, number, &PhoneNumber::number);
  if (same == phones.end()) {
    phones.push_back({number, rank});
  } else {
    same->rank = std::min(same->rank, rank);
  }
}

void Person::add_email(Text address, bool is_preferred) {
  address = stripped(address);
  if (is_blank(address) || !has_room(emails.size())) return;
  auto at =
      std::ranges::find_if(emails, [&](Text one) { return equal_ignoring_case(one, address); });
  if (at == emails.end()) at = emails.insert(at, address);
  if (is_preferred) std::rotate(emails.begin(), at, at + 1);
}

void Person::add_note(Text note) {
  if (!is_blank(note)) note_lines.push_back(note);
}

void Person::add_tag(Text tag) {
  tag = bare_label(stripped(tag));
  if (is_blank(tag) || tag == "myContacts" || tag == "My Contacts" || !has_room(tags.size()))
    return;
  if (std::ranges::find(tags, tag) == tags.end()) tags.push_back(tag);
}

void Person::add_extra(std::string_view key, Text value) {
  value = stripped(value);
  if (is_blank(value) || !has_room(extra.size())) return;
  const std::string base = extra_key(key);
  std::string free = base;
  for (int n = 2;; ++n) {
    const auto same =
        std::ranges::find_if(extra, [&](const auto& one) { return one.first == free; });
    if (same == extra.end()) break;
    if (same->second == value) return;
    free = base + '_' + std::to_string(n);
  }
  extra.emplace_back(texts->keep(free), value);
}

void Person::add_event(std::string_view label, const YearlyDate& date) {
  label = bare_label(stripped(label));
  const std::string low = folded(label);
  if (low == "birthday") {
    if (!birthday) birthday = date;
    return;
  }
  if (!has_room(events.size())) return;
  Text what = label;
  if (is_blank(label)) what = "special day";
  if (low == "anniversary") what = wedding_anniversary;
  const bool is_there = std::ranges::any_of(
      events, [&](const DatedEvent& one) { return one.what == what && one.date == date; });
  if (!is_there) events.push_back({texts->keep(what), date});
}

void Person::add_death(std::optional<Date> day, std::string_view text) {
  status = "former";
  died = day;
  const std::string when = day ? iso(*day) : std::string{stripped(text)};
  because = texts->keep(when.empty() ? "died" : "died " + when);
}

bool is_typed_id(std::string_view text) {
  return is_customer_id(text) && std::ranges::any_of(text, is_small_letter);
}

std::string address_line(const AddressParts& parts) {
  // A whole address in one part stays as it stands, lines and all.
  const bool has_street_alone = parts.box.empty() && parts.more.empty() && parts.city.empty() &&
                                parts.region.empty() && parts.code.empty() && parts.country.empty();
  if (has_street_alone) return std::string{stripped(parts.street)};
  std::string line;
  constexpr std::size_t usual = 100;
  line.reserve(usual);
  const auto add = [&](std::string_view part, std::string_view before) {
    append_in_one_line(line, part, before);
  };
  add(parts.street, ", ");
  add(parts.more, ", ");
  add(parts.box, ", ");
  if (stripped(parts.region).empty()) {
    add(parts.code, ", ");
    add(parts.city, stripped(parts.code).empty() ? ", " : " ");
  } else {
    add(parts.city, ", ");
    add(parts.region, ", ");
    add(parts.code, " ");
  }
  add(parts.country, ", ");
  return line;
}

/// Names in these scripts are read with the family's first.
static bool is_family_first(Text family) {
  const std::int32_t letter = family.empty() ? 0 : first_code_point(family).value;
  const auto within = [&](std::int32_t first, std::int32_t last) {
    return letter >= first && letter <= last;
  };
  return within(0x3041, 0x30ff) || within(0x3400, 0x9fff) || within(0xac00, 0xd7a3);
}

/// "Frau" is no part of a name, nor is it in "Frau Dr.".
static void take_out_salutation(Person& person) {
  const Text first = person.prefix.substr(0, person.prefix.find(' '));
  if (!is_form_of_address(first)) return;
  person.add_extra("salutation", first);
  person.prefix = stripped(person.prefix.substr(first.size()));
}

/// What nobody sees is not a name.
static void drop_blanks(Person& person) {
  for (Text* const text :
       {&person.name, &person.prefix, &person.given, &person.middle, &person.family, &person.suffix,
        &person.nickname, &person.sounds_like, &person.company, &person.role}) {
    if (is_blank(*text)) *text = {};
  }
}

void complete(Person& person) {
  drop_blanks(person);
  const std::span<const Text> lines = person.note_lines;
  if (lines.size() == 1) person.notes = lines.front();
  if (lines.size() > 1) person.notes = person.texts->keep(joined_parts(lines, "\n"));
  std::ranges::stable_sort(person.phones, {}, &PhoneNumber::rank);
  // Some tables have it under "Title".
  if (is_form_of_address(person.role)) {
    person.add_extra("salutation", std::exchange(person.role, {}));
  }
  if (person.name.empty()) {
    take_out_salutation(person);
    const bool is_other_way = is_family_first(person.family);
    person.name = person.texts->keep(
        joined_parts({person.prefix, is_other_way ? person.family : person.given, person.middle,
                      is_other_way ? person.given : person.family, person.suffix},
                     " "));
  }
  if (person.name.empty()) name_after_something(person);
  const bool may_be_company = person.given.empty() || person.is_organisation;
  if (may_be_company && !person.company.empty() && folded(person.name) == folded(person.company)) {
    person.is_organisation = true;
    person.company = {};
  }
}

void People::add(Person&& person) {
  void* const room = store->lists.allocate(sizeof(Person), alignof(Person));
  all.emplace_back(new (room) Person{std::move(person)});
}

void People::leave_out(std::string_view what, std::size_t count) {
  const auto known = std::ranges::find(left_out, what, &LeftOut::what);
  constexpr std::size_t most = 100;
  if (known == left_out.end() && left_out.size() >= most)
    return leave_out(left_out.back().what, count);
  if (known == left_out.end()) {
    left_out.push_back({std::string{what}, count});
  } else {
    known->count += count;
  }
}

void People::remark(RemarkKind kind, std::uint32_t file, std::uint32_t line, std::string what) {
  remarks.push_back({kind, file, line, {}, std::move(what)});
}

}  // namespace care
