#include <care/book_fields.hpp>
#include <care/book_format.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <bit>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace care {
namespace {

/// What must not stand in a string as it is, beside the controls that TOML forbids: it could
/// mislead the eye of whoever reads the book.
bool is_misleading(std::int32_t value) {
  const auto within = [&](std::int32_t first, std::int32_t last) {
    return value >= first && value <= last;
  };
  return within(0x7f, 0x9f) || value == 0x61c || within(0x200e, 0x200f) || within(0x2028, 0x202e) ||
         within(0x2066, 0x2069) || value == 0xfeff;
}

/// How many bytes stand as they are at the start, looked at many at a time: all are ASCII, and no
/// control, quote or backslash. Those behind may do so as well.
std::size_t plain_words(std::string_view text) {
  constexpr std::uint64_t ones = 0x0101010101010101U;
  constexpr std::uint64_t tops = ones << 7U;
  const auto has_below = [](std::uint64_t word, std::uint64_t n) {
    return (word - ones * n) & ~word;
  };
  const auto has = [&](std::uint64_t word, char c) {
    return has_below(word ^ (ones * static_cast<unsigned char>(c)), 1);
  };
  std::size_t at = 0;
#ifdef __SSE2__
  // Bytes beyond ASCII are negative.
  for (const __m128i blank = _mm_set1_epi8(' '); text.size() - at >= sizeof blank;
       at += sizeof blank) {
    const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
    const auto is = [&](char c) { return _mm_cmpeq_epi8(bytes, _mm_set1_epi8(c)); };
    const __m128i odd =
        _mm_or_si128(_mm_or_si128(_mm_cmplt_epi8(bytes, blank), _mm_or_si128(is('"'), is('\\'))),
                     _mm_or_si128(is('\''), is('\x7f')));
    const int found = _mm_movemask_epi8(odd);
    if (found != 0)
      return at + static_cast<std::size_t>(std::countr_zero(static_cast<unsigned>(found)));
  }
#endif
  for (std::uint64_t word = 0; text.size() - at >= sizeof word; at += sizeof word) {
    std::memcpy(&word, text.data() + at, sizeof word);
    const std::uint64_t odd = word | has_below(word, ' ') | has(word, '"') | has(word, '\\') |
                              has(word, '\'') | has(word, '\x7f');
    if ((odd & tops) != 0) break;
  }
  return at;
}

/// Whether a byte may begin what is written in another way: a control, a quote, a backslash, or one
/// of the letters that `is_misleading` names.
bool needs_a_look(char c) {
  static constexpr auto looks = [] {
    std::array<bool, 256> table{};
    for (std::size_t i = 0; i < ' '; ++i) table.at(i) = true;
    for (const std::size_t i : {0x22U, 0x27U, 0x5cU, 0x7fU, 0xc2U, 0xd8U, 0xe2U, 0xefU}) {
      table.at(i) = true;
    }
    return table;
  }();
  return looks[static_cast<unsigned char>(c)];
}

void append_escaped(std::string& out, std::int32_t value) {
  switch (value) {
    case '"': out += "\\\""; return;
    case '\\': out += "\\\\"; return;
    case '\b': out += "\\b"; return;
    case '\t': out += "\\t"; return;
    case '\n': out += "\\n"; return;
    case '\f': out += "\\f"; return;
    case '\r': out += "\\r"; return;
    default: fmt::format_to(std::back_inserter(out), "\\u{:04X}", value);
  }
}

// Of each kind of value: what it is called, and how one looks where its key does not say.

struct KindWords {
  std::string type;
  std::string example;
};

KindWords words(takes::Text /*kind*/) { return {"text", "\"…\""}; }
KindWords words(takes::Texts /*kind*/) { return {"list of texts", "[\"…\", \"…\"]"}; }
KindWords words(takes::WholeList /*kind*/) { return words(takes::Texts{}); }
KindWords words(takes::OneOrMoreTexts /*kind*/) { return {"text, or list of texts", "\"…\""}; }
KindWords words(takes::Date /*kind*/) { return {"date", "2026-11-20"}; }
KindWords words(takes::When /*kind*/) { return {"date, or date and time", "2026-11-20T15:00:00"}; }
KindWords words(takes::YearlyDate /*kind*/) {
  return {"date, or \"MM-DD\" where the year is not known", "1984-02-29"};
}
KindWords words(takes::Truth /*kind*/) { return {"true | false", {}}; }
KindWords words(takes::Length kind) {
  const LengthRow& row = row_of(kind.lengths);
  return {
      fmt::format("length of time: {}{}", row.units, row.may_be_zero ? "; \"0d\" for none" : ""),
      fmt::format("\"{}\"", row.example)};
}
KindWords words(takes::Cadence /*kind*/) {
  KindWords interval = words(takes::Length{Lengths::interval});
  interval.type += "; or \"never\"";
  return interval;
}
KindWords words(takes::Number /*kind*/) { return {"number", "1250.00"}; }
KindWords words(takes::Count /*kind*/) { return {"whole number", "12"}; }
template <class Value>
KindWords words(takes::Word<Value> /*kind*/) {
  std::string type;
  for (const Choice<Value>& choice : word_rows<Value>)
    type += fmt::format("{}{}", type.empty() ? "" : " | ", choice.word);
  return {type, toml_string(word_rows<Value>.back().word)};
}
KindWords words(takes::Side /*kind*/) { return {"us | them", "\"them\""}; }
KindWords words(takes::Staff /*kind*/) { return {"id of one of the staff", "\"nick\""}; }
KindWords words(takes::LaterStaff /*kind*/) { return words(takes::Staff{}); }
KindWords words(takes::By /*kind*/) { return words(takes::Staff{}); }
KindWords words(takes::Tier /*kind*/) { return {"name of a tier", "\"A\""}; }
KindWords words(takes::Customer /*kind*/) { return {"id of a customer", "\"acme\""}; }
KindWords words(takes::LaterCustomer /*kind*/) { return words(takes::Customer{}); }
KindWords words(takes::Contact /*kind*/) { return {"name of a contact", {}}; }
KindWords words(takes::Request /*kind*/) { return {"id of a request", {}}; }
KindWords words(takes::Promise /*kind*/) { return {"id of a promise", {}}; }
KindWords words(takes::LaterPromise /*kind*/) { return words(takes::Promise{}); }
KindWords words(takes::Event /*kind*/) { return {"name of an event", {}}; }
template <class Record>
KindWords words(takes::Tables<Record> /*kind*/) {
  return {"tables", std::string{table_head<Record>.header}};
}
KindWords words(takes::Extra /*kind*/) { return {"table of any keys", {}}; }
KindWords words(takes::Tiers /*kind*/) {
  return {"table of lengths of time, or \"never\", or tables of `every` and `at_most`", {}};
}
KindWords words(takes::Spans /*kind*/) { return {"list of from and to", {}}; }
KindWords words(takes::Hours /*kind*/) { return {"list of windows, or table of those", {}}; }
KindWords words(takes::Workdays /*kind*/) { return {"list of days of the week", {}}; }
KindWords words(takes::Days /*kind*/) { return {"table of days, each a list of windows", {}}; }
KindWords words(takes::Holidays /*kind*/) { return {"list of days", {}}; }

/// What a new record has for it.
template <class Member>
std::string default_text(const Member& member) {
  constexpr bool may_be_absent = requires { member.has_value(); };
  if constexpr (!may_be_absent && requires { toml_value(member); }) {
    return toml_value(member);
  } else {
    return {};
  }
}

template <class Record>
void add_table(std::vector<TableFormat>& tables);

void add_sub_tables(std::vector<TableFormat>& /*tables*/, auto /*kind*/) {}
template <class Record>
void add_sub_tables(std::vector<TableFormat>& tables, takes::Tables<Record> /*kind*/) {
  add_table<Record>(tables);
}

/// A table, and behind it those that stand in it.
template <class Record>
void add_table(std::vector<TableFormat>& tables) {
  TableFormat table{table_head<Record>.header, table_head<Record>.about, {}};
  const Record blank = Record();
  each_field<Record>([&](const auto& field) {
    KindWords kind = words(field.takes);
    std::string absent{field.absent};
    if (absent.empty() && !field.is_needed) absent = default_text(blank.*field.member);
    table.keys.push_back(
        {field.name, std::move(kind.type), field.is_needed, std::move(absent),
         field.example.empty() ? std::move(kind.example) : std::string{field.example}, field.rule,
         field.about});
  });
  tables.push_back(std::move(table));
  each_field<Record>([&](const auto& field) { add_sub_tables(tables, field.takes); });
}

}  // namespace

std::string toml_string(std::string_view text) {
  std::string out;
  append_toml_string(out, text);
  return out;
}

void append_toml_string(std::string& out, std::string_view text) {
  out += '"';
  while (true) {
    // Nearly all letters stand as they are, and most texts have no others.
    const std::size_t words = plain_words(text);
    const auto* const stop = std::ranges::find_if(text.substr(words), needs_a_look);
    const auto plain = static_cast<std::size_t>(stop - text.begin());
    out += text.substr(0, plain);
    text.remove_prefix(plain);
    if (text.empty()) break;
    const CodePoint point = first_code_point(text);
    const bool is_control = point.value >= 0 && point.value < ' ';
    // Three in a row would close a text of several lines that somebody left open further up.
    const bool is_third = point.value == '\'' && out.ends_with("''");
    if (is_control || is_third || point.value == '"' || point.value == '\\' ||
        is_misleading(point.value)) {
      append_escaped(out, point.value);
    } else {
      out += text.substr(0, point.size);
    }
    text.remove_prefix(point.size);
  }
  out += '"';
}

std::string cell_text(const Cell& cell) {
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  if (const auto* number = std::get_if<double>(&cell)) return fmt::format("{}", *number);
  if (const auto* truth = std::get_if<bool>(&cell)) return *truth ? "true" : "false";
  const auto* list = std::get_if<std::vector<std::string>>(&cell);
  return list == nullptr ? "" : fmt::format("{}", fmt::join(*list, "; "));
}

void append_toml_list(std::string& out, const Texts& texts) {
  std::string_view before = "[";
  for (const Text text : texts) {
    out += before;
    append_toml_string(out, text);
    before = ", ";
  }
  out += texts.empty() ? "[]" : "]";
}

std::string toml_value(const Texts& texts) {
  std::string list;
  append_toml_list(list, texts);
  return list;
}

std::string toml_value(Date day) { return iso(day); }

std::string toml_value(const When& when) { return when.time ? iso(when) + ":00" : iso(when); }

std::string toml_value(const YearlyDate& date) {
  return date.year ? iso(date) : toml_string(iso(date));
}

std::string toml_value(Duration length) { return toml_string(spelled(length)); }

std::string toml_value(const Cadence& every) {
  return toml_string(every.period ? spelled(*every.period) : "never");
}

std::string toml_value(const std::vector<Tier>& tiers) {
  std::string list;
  for (const Tier& tier : tiers) {
    const std::string every = toml_value(tier.every);
    const std::string value = tier.at_most ? fmt::format("{{ every = {}, at_most = {} }}", every,
                                                         toml_value(*tier.at_most))
                                           : every;
    list += fmt::format("{}{} = {}", list.empty() ? "" : ", ", tier.name, value);
  }
  return fmt::format("{{ {} }}", list);
}

std::string toml_value(double number) { return fmt::format("{}", number); }

std::string toml_value(int number) { return fmt::format("{}", number); }

std::string toml_value(bool truth) { return truth ? "true" : "false"; }

std::vector<TableFormat> book_format() {
  std::vector<TableFormat> tables;
  [&]<class... Record>(Kinds<Record...> /*kinds*/) {
    (add_table<Record>(tables), ...);
  }(BookTables{});
  return tables;
}

}  // namespace care
