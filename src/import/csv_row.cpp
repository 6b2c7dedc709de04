#include "import/csv_row.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include <care/text.hpp>

#include "import/letters.hpp"

namespace care {
namespace {

/// A list in one cell, at any of the separators.
std::vector<Text> listed(Text text, std::initializer_list<std::string_view> separators) {
  std::vector<Text> all{text};
  for (const std::string_view separator : separators) {
    std::vector<Text> next;
    for (const Text one : all) {
      const std::vector<Text> own = parts(one, separator);
      next.insert(next.end(), own.begin(), own.end());
    }
    all = std::move(next);
  }
  return all;
}

/// What stands between several of a kind in one cell. Care's own tables have no other.
std::vector<Text> several(Text text, bool is_cares) {
  return is_cares ? parts(text, "; ") : listed(text, {":::", ";", "\n"});
}

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

/// Mailchimp has a list of its own within quotes.
std::string_view unquoted(std::string_view text) {
  const bool is_quoted = text.size() > 1 && text.starts_with('"') && text.ends_with('"');
  return is_quoted ? text.substr(1, text.size() - 2) : text;
}

bool is_true(std::string_view text) {
  const std::string low = folded(text);
  return low == "true" || low == "yes" || low == "1";
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
         kind == ColumnKind::last_contact;
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
    case ColumnKind::email:
      for (const Text one : is_cares_ ? parts(text, "; ") : listed(text, {":::", ";", ",", "\n"}))
        person.add_email(one);
      break;
    case ColumnKind::tags:
      for (const Text one : listed(text, {":::", ";", ",", "\n"})) person.add_tag(unquoted(one));
      break;
    case ColumnKind::notes: person.add_note(text); break;
    case ColumnKind::link:
      for (const Text one : listed(text, {":::"})) person.add_extra("url", one);
      break;
    case ColumnKind::extra:
      for (const Text one : listed(text, {":::"})) person.add_extra(label(column), one);
      break;
    case ColumnKind::organisation: person.is_organisation = is_true(text); break;
    case ColumnKind::part: take_part(column, text); break;
    default: take_day(column, text); break;
  }
}

void RowPerson::finish() {
  for (const Address& one : addresses_) {
    std::string line = address_line(one.parts.parts());
    if (line.empty()) line = address_line({{}, {}, one.formatted, {}, {}, {}, {}});
    if (!line.empty()) person.addresses.push_back(person.texts->keep(line));
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
  const bool is_fax = folded(said).find("fax") != std::string::npos;
  for (const Text one : several(text, is_cares_)) {
    if (is_fax) {
      person.add_extra("fax", one);
    } else {
      person.add_phone(one, rank);
    }
  }
}

void RowPerson::take_part(const Column& column, std::string_view text) {
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
  std::string& part = column.row.group == "formatted" ? at->formatted : at->parts.*column.row.part;
  add_line(part, text);
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
