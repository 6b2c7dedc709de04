#include "fuzz/formats.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

#include "fuzz/fuzz.hpp"
#include "fuzz/markup.hpp"
#include "json.hpp"

namespace care::test {
namespace {

// --- JSON ---------------------------------------------------------------------------------------

void demand_one_json(std::string_view text) {
  demand_visible(text, "JSON");
  std::string_view rest = text;
  demand(take_json(rest).has_value() && rest.empty(), "JSON is one value", text);
}

void demand_json_lines(std::string_view text) {
  demand_visible(text, "JSON lines");
  demand(text.empty() || text.ends_with('\n'), "the last line has an end", text);
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    demand(take_json(line).has_value() && line.empty(), "each line is one JSON value", text);
    text.remove_prefix(end + 1);
  }
}

// --- CSV ----------------------------------------------------------------------------------------

/// Takes one field of RFC 4180 off `text`, without its quotes.
std::string take_field(std::string_view& text) {
  const std::string_view all = text;
  if (!text.starts_with('"')) {
    const std::string field{text.substr(0, text.find_first_of(",\r\n\""))};
    text.remove_prefix(field.size());
    return field;
  }
  std::string field;
  for (text.remove_prefix(1); !text.empty(); text.remove_prefix(1)) {
    if (text.starts_with("\"\"")) {
      text.remove_prefix(1);
    } else if (text[0] == '"') {
      text.remove_prefix(1);
      return field;
    }
    field += text[0];
  }
  demand(false, "quotes are closed", all);
  return field;
}

bool is_number(std::string_view text) {
  return text.find_first_not_of("-0123456789.e") == std::string_view::npos;
}

/// No spreadsheet takes the field for a formula (OWASP).
bool is_formula(std::string_view field) {
  return !field.empty() && std::string_view{"=+-@\t\r"}.find(field[0]) != std::string_view::npos &&
         !is_number(field);
}

void demand_csv(std::string_view text) {
  demand_visible(text, "CSV", "\r\n");
  std::size_t columns = 0;
  std::string_view rest = text;
  while (!rest.empty()) {
    std::size_t fields = 0;
    do {
      if (fields > 0) rest.remove_prefix(1);
      const std::string field = take_field(rest);
      demand(!is_formula(field), "no field is a formula", field);
      ++fields;
    } while (rest.starts_with(','));
    demand(rest.starts_with("\r\n"), "a row ends behind a field", rest);
    rest.remove_prefix(2);
    demand(columns == 0 || fields == columns, "every row has all columns", text);
    columns = fields;
  }
  demand(columns > 1, "there is a first row", text);
}

// --- iCalendar and vCard ------------------------------------------------------------------------

/// The content lines of RFC 5545 and 6350, unfolded.
std::vector<std::string> content_lines(std::string_view text) {
  constexpr std::size_t most_octets = 75;
  std::vector<std::string> lines;
  for (std::string_view rest = text; !rest.empty();) {
    const std::size_t end = rest.find("\r\n");
    demand(end != std::string_view::npos, "every line ends with CR LF", text);
    const std::string_view line = rest.substr(0, end);
    demand(!line.empty() && line.size() <= most_octets, "a line has 1 to 75 octets", line);
    demand(!find_invalid_utf8(line), "no character is cut by folding", line);
    if (line[0] != ' ') {
      lines.emplace_back(line);
    } else {
      demand(!lines.empty() && line.size() > 1, "something stands before and behind a fold", text);
      lines.back() += line.substr(1);
    }
    rest.remove_prefix(end + 2);
  }
  return lines;
}

/// `NAME;PARAMETER=x:value`: the name is of letters, digits and hyphens.
std::string_view name_of(std::string_view line) {
  const std::size_t end = line.find_first_of(":;");
  demand(end != std::string_view::npos && end > 0, "a line has a name", line);
  const std::string_view name = line.substr(0, end);
  demand(name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-") == std::string_view::npos,
         "a name is of letters", line);
  demand(line.find(':') != std::string_view::npos, "a line has a value", line);
  return name;
}

/// What must stand in a component, and what may stand there once at most.
struct Component {
  std::string_view name;
  std::vector<std::string_view> needed;
};

const Component* find_component(std::string_view name) {
  static const std::array<Component, 5> components{{
      {"VCALENDAR", {"VERSION", "PRODID"}},
      {"VEVENT", {"UID", "DTSTAMP", "DTSTART", "SUMMARY"}},
      {"VTODO", {"UID", "DTSTAMP", "SUMMARY"}},
      {"VALARM", {"ACTION", "TRIGGER"}},
      {"VCARD", {"VERSION", "UID", "FN", "N"}},
  }};
  const auto* found = std::ranges::find(components, name, &Component::name);
  return found == components.end() ? nullptr : found;
}

void demand_components(std::string_view text) {
  demand_visible(text, "a calendar or card", "\r\n");
  std::vector<std::pair<const Component*, std::vector<std::string>>> open;
  std::set<std::string> ids;
  for (const std::string& line : content_lines(text)) {
    const std::string_view name = name_of(line);
    const std::string_view value = std::string_view{line}.substr(line.find(':') + 1);
    if (name == "BEGIN") {
      const Component* component = find_component(value);
      demand(component != nullptr, "a component is one that care writes", line);
      open.emplace_back(component, std::vector<std::string>{});
      continue;
    }
    demand(!open.empty(), "a line stands in a component", line);
    auto& [component, names] = open.back();
    if (name == "UID") demand(ids.insert(line).second, "an id stands once", line);
    if (name != "END") {
      names.emplace_back(name);
      continue;
    }
    demand(component->name == value, "components are nested", text);
    for (const std::string_view needed : component->needed) {
      demand(std::ranges::count(names, needed) == 1, std::string{needed} + " stands once", text);
    }
    open.pop_back();
  }
  demand(open.empty(), "every component is closed", text);
}

// --- The others ---------------------------------------------------------------------------------

/// Characters that nobody sees part words there, on purpose.
void demand_org(std::string_view text) {
  demand(!find_invalid_utf8(text), "Org is UTF-8", text);
  demand(text.find_first_of("\r\x1b\x7f") == std::string_view::npos, "Org has lines only", text);
}

void demand_prose(std::string_view text) { demand_visible(text, "a text for people"); }

void demand_page(std::string_view text) {
  demand_visible(text, "HTML");
  demand_html(text);
}

}  // namespace

void demand_format(std::string_view format, std::string_view text) {
  struct Row {
    std::string_view name;
    void (*demand)(std::string_view text);
  };
  static constexpr std::array<Row, 10> rows{{
      {"json", demand_one_json},
      {"jsonl", demand_json_lines},
      {"csv", demand_csv},
      {"html", demand_page},
      {"email", demand_mail},
      {"letter", demand_letter},
      {"ics", demand_components},
      {"calendar", demand_components},
      {"contacts", demand_components},
      {"org", demand_org},
  }};
  const auto* row = std::ranges::find(rows, format, &Row::name);
  (row == rows.end() ? demand_prose : row->demand)(text);
}

void demand_coloured(std::string_view text) {
  std::string plain;
  while (!text.empty()) {
    const std::size_t end = text.starts_with("\x1b[") ? text.find_first_not_of("0123456789;", 2)
                                                      : std::string_view::npos;
    if (end != std::string_view::npos && text[end] == 'm') {
      text.remove_prefix(end + 1);
      continue;
    }
    plain += text[0];
    text.remove_prefix(1);
  }
  demand_prose(plain);
}

}  // namespace care::test
