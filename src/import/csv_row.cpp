#include "import/csv_row.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <care/text.hpp>
#include <care/text_blank.hpp>

#include "import/labelled_days.hpp"
#include "import/letters.hpp"
#include "import/standing.hpp"

namespace care {
namespace {

bool is_mobile_label(std::string_view label) {
  constexpr std::array<std::string_view, 6> words{"mobil", "cell",     "handy",
                                                  "movil", "portable", "iphone"};
  const std::string low = folded(label);
  return std::ranges::any_of(
      words, [&](std::string_view one) { return low.find(one) != std::string::npos; });
}

bool looks_like_phone(std::string_view text) {
  constexpr std::size_t fewest = 5;
  return digits_of(text).size() >= fewest && text.find('@') == std::string_view::npos;
}

}  // namespace

std::string_view cell_text(std::string_view cell) {
  constexpr std::string_view formulas = "=+-@\t\r\n";
  const std::string_view whole = cell;
  cell = stripped(cell);
  // Nothing but blanks, of which the first looked like the start of a formula.
  if (cell == "'" && whole.back() != '\'') return {};
  if (cell.size() > 1 && cell[0] == '\'' && formulas.find(cell[1]) != std::string_view::npos) {
    cell.remove_prefix(1);
  }
  return cell;
}

bool is_date(ColumnKind kind) {
  return kind == ColumnKind::birthday || kind == ColumnKind::event || kind == ColumnKind::since ||
         kind == ColumnKind::last_contact || kind == ColumnKind::died;
}

RowPerson::RowPerson(const CsvRow& row, Date today, bool is_cares, PersonStore& store)
    : person{store}, row_{row}, today_{today}, is_cares_{is_cares} {
  person.line = row.line;
  person.is_cares = is_cares;
}

void RowPerson::take(const Column& column, Text text) {
  switch (column.row.kind) {
    case ColumnKind::text: take_text(column, text); break;
    case ColumnKind::phone: take_phones(column, text, PhoneRank::other); break;
    case ColumnKind::mobile: take_phones(column, text, PhoneRank::mobile); break;
    case ColumnKind::maybe_phone:
      if (looks_like_phone(text)) {
        take_phones(column, text, PhoneRank::other);
      } else {
        person.add_extra(column.heading, text);
      }
      break;
    case ColumnKind::birth_year: birth_year_ = text; break;
    case ColumnKind::birth_month: birth_month_ = text; break;
    case ColumnKind::birth_day: birth_day_ = text; break;
    case ColumnKind::email: take_emails(column, text); break;
    case ColumnKind::tags:
      for (const Text one : several(text, {":::", ";", ",", "\n"})) person.add_tag(one);
      break;
    case ColumnKind::notes: person.add_note(text); break;
    case ColumnKind::link:
      for (const Text one : listed(text, {":::"})) person.add_extra("url", one);
      break;
    case ColumnKind::extra:
      for (const Text one : listed(text, {":::"})) person.add_extra(label(column), one);
      break;
    case ColumnKind::organisation: person.is_organisation = is_yes(text); break;
    case ColumnKind::part: take_part(column, text); break;
    case ColumnKind::label:
      // Of others, the value looks at its label.
      if (column.row.group == "address" && is_preferred_label(text)) {
        address_of(column).is_preferred = true;
      }
      break;
    case ColumnKind::opt_out: take_opt_out(column, text); break;
    case ColumnKind::died: take_death(column, text); break;
    default: take_day(column, text); break;
  }
}

void RowPerson::finish() {
  person.add_note(person.no_media);
  std::stable_partition(addresses_.begin(), addresses_.end(),
                        [](const Address& one) { return one.is_preferred; });
  for (const Address& one : addresses_) {
    std::string line = address_line(one.parts.parts());
    if (line.empty()) line = address_line({{}, {}, one.formatted, {}, {}, {}, {}});
    if (!is_blank(line)) person.addresses.push_back(person.texts->keep(line));
  }
  take_birthday();
  complete(person);
}

void RowPerson::take_birthday() {
  if (birth_day_.empty() && birth_month_.empty()) return;
  const auto two = [](Text text) { return (text.size() == 1 ? "0" : "") + std::string{text}; };
  const std::string text = std::string{birth_year_.empty() ? Text{"-"} : birth_year_} + '-' +
                           two(birth_month_) + '-' + two(birth_day_);
  const ReadDate read = read_date(text, std::nullopt);
  if (std::string words = trouble_words("birthday", text, read); !words.empty()) {
    person.troubles.push_back({row_.line, std::move(words)});
  }
  if (read.date && !person.birthday) person.birthday = read.date;
}

std::vector<Text> RowPerson::several(Text text, Separators separators) {
  // Care's own tables have no other.
  return is_cares_ ? quoted_list(text, {"; "}, *person.texts)
                   : quoted_list(text, separators, *person.texts);
}

std::string_view RowPerson::label(const Column& column) const {
  if (column.labelled_by && *column.labelled_by < row_.cells.size()) {
    const std::string_view said = cell_text(row_.cells[*column.labelled_by]);
    if (!said.empty()) return said;
  }
  return column.label;
}

void RowPerson::take_text(const Column& column, Text text) {
  Text& member = person.*column.row.text;
  if (member.empty()) {
    member = text;
  } else if (member != text) {
    person.add_extra(column.heading, text);
  }
}

void RowPerson::take_phones(const Column& column, Text text, PhoneRank rank) {
  const std::string_view said = column.labelled_by ? label(column) : std::string_view{};
  if (is_mobile_label(said)) rank = PhoneRank::mobile;
  if (is_preferred_label(said)) rank = PhoneRank::preferred;
  const bool is_fax = folded(said).find("fax") != std::string::npos;
  for (const Text one : several(text, {":::", ";", "\n"})) {
    if (is_fax) {
      person.add_extra("fax", one);
    } else {
      person.add_phone(one, rank);
    }
  }
}

void RowPerson::take_emails(const Column& column, Text text) {
  bool is_preferred = column.labelled_by && is_preferred_label(label(column));
  for (const Text one : several(text, {":::", ";", ",", "\n"})) {
    person.add_email(one, std::exchange(is_preferred, false));
  }
}

void RowPerson::take_opt_out(const Column& column, std::string_view text) {
  if (is_no(text)) return;
  const std::string& what = column.label;
  if (column.row.group.empty()) {
    if (person.opted_out.empty()) person.opted_out = person.texts->keep(what);
  } else if (person.no_media.find(what) == Text::npos) {
    person.no_media = person.texts->keep(joined_parts({person.no_media, what}, ", "));
  }
}

void RowPerson::take_death(const Column& column, std::string_view text) {
  if (is_no(text)) return;
  if (is_yes(text)) return person.add_death(std::nullopt, {});
  const ReadDate read = read_date(text, column.order);
  if (read.trouble == DateTrouble::absent) return;
  if (std::string words = trouble_words("day of death", text, read); !words.empty()) {
    person.troubles.push_back({row_.line, std::move(words)});
  }
  person.add_death(whole_date(text, read, today_), text);
}

RowPerson::Address& RowPerson::address_of(const Column& column) {
  // Google numbers addresses, others the lines of one.
  const std::string_view own = column.row.group;
  const bool is_google = own == "address" || own == "formatted";
  const std::string_view group = is_google || own.empty() ? std::string_view{"address"} : own;
  const int number = is_google ? column.number : 1;
  auto at = std::ranges::find_if(
      addresses_, [&](const Address& one) { return one.group == group && one.number == number; });
  if (at == addresses_.end()) {
    addresses_.push_back({group, number, {}, {}});
    at = addresses_.end() - 1;
  }
  return *at;
}

void RowPerson::take_part(const Column& column, std::string_view text) {
  Address& to = address_of(column);
  add_line(column.row.group == "formatted" ? to.formatted : to.parts.*column.row.part, text);
}

void RowPerson::take_day(const Column& column, std::string_view text) {
  if (!is_date(column.row.kind)) return;
  const bool is_birthday = column.row.kind == ColumnKind::birthday;
  const std::string_view what = is_birthday ? "birthday" : label(column);
  const ReadDate read = read_date(text, column.order);
  if (column.row.kind == ColumnKind::since || column.row.kind == ColumnKind::last_contact) {
    return take_past_day(column, text, read);
  }
  if (std::string words = trouble_words(what, text, read); !words.empty()) {
    person.troubles.push_back({row_.line, std::move(words)});
  }
  if (!read.date) return;
  if (is_birthday) {
    if (!person.birthday) person.birthday = read.date;
  } else if (column.labelled_by) {
    add_labelled_day(person, what, *read.date);
  } else {
    person.add_event(what, *read.date);
  }
}

void RowPerson::take_past_day(const Column& column, std::string_view text, const ReadDate& read) {
  const std::string what = column.row.kind == ColumnKind::since ? "since" : "last contact";
  if (read.trouble == DateTrouble::absent) return;
  const std::optional<Date> day = whole_date(text, read, today_);
  if (!day) {
    std::string words = trouble_words(what, text, read);
    if (words.empty()) words = what + " \"" + std::string{text} + "\" has no year";
    person.troubles.push_back({row_.line, std::move(words)});
  } else if (*day > today_) {
    person.troubles.push_back({row_.line, what + " " + iso(*day) + " is still to come"});
  } else if (column.row.kind == ColumnKind::since) {
    if (!person.since || *day < *person.since) person.since = day;
  } else if (!person.last_contact || *day > *person.last_contact) {
    person.last_contact = day;
  }
}

}  // namespace care
