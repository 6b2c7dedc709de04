#include "reading/quiet_walk.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <tuple>
#include <type_traits>
#include <utility>

#include <care/book_fields.hpp>
#include <care/text.hpp>
#include <care/text_blank.hpp>

#include "reading/blocks.hpp"
#include "reading/key_signs.hpp"
#include "reading/plain_words.hpp"
#include "reading/word_keys.hpp"
#include "reading/written.hpp"

namespace care::reading {
namespace {

/// Bytes that are looked at behind a key without asking where the text ends: the sign of the key,
/// and a date.
constexpr std::ptrdiff_t margin = KeySign::width + 16;

/// Which of the walk's memories of keys is that of the record.
template <class Record>
constexpr std::size_t number_of = std::is_same_v<Record, Customer>  ? 0
                                  : std::is_same_v<Record, Contact> ? 1
                                  : std::is_same_v<Record, Event>   ? 2
                                                                    : 3;

/// Whether the key of that place says what somebody is called.
template <class Record, std::size_t place>
constexpr bool is_name = [] {
  constexpr auto member = std::get<place>(fields<Record>).member;
  if constexpr (std::is_same_v<decltype(member), Text Record::*const>) {
    return std::ranges::find(called_by<Record>, member) != called_by<Record>.end();
  } else {
    return false;
  }
}();

}  // namespace

void QuietWalk::begin(std::string_view text, LineStart start) {
  begin_ = at_ = text.data();
  end_ = begin_ + text.size();
  start_ = start;
  line_ = start.line;
}

bool QuietWalk::read(QuietPerson& person) { return read_table<Customer>(person); }
bool QuietWalk::read(QuietTouch& touch) { return read_table<Touch>(touch); }

template <class Record, class Facts>
bool QuietWalk::read_table(Facts& facts) {
  const char* const at = at_;
  const std::uint32_t line = line_;
  const auto is_read = [&] {
    if (!take_header<Record>() || !read_keys<Record>(facts)) return false;
    if constexpr (std::is_same_v<Record, Customer>) return read_parts(facts);
    return at_ == end_ || begins_another();
  };
  if (is_read()) return true;
  at_ = at;
  line_ = line;
  return false;
}

bool QuietWalk::read_parts(QuietPerson& person) {
  for (std::uint32_t weight = header_weight; at_ != end_ && !begins_another();) {
    weight += header_weight;
    const bool is_part = take_header<Contact>() ? read_keys<Contact>(person)
                                                : take_header<Event>() && read_keys<Event>(person);
    if (!is_part || weight > most_weight) return false;
  }
  return true;
}

template <class Record>
bool QuietWalk::begins_with() const {
  return std::string_view{at_, end_}.starts_with(table_head<Record>.header);
}

template <class Record>
bool QuietWalk::take_header() {
  const char* const end = at_ + table_head<Record>.header.size();
  if (!begins_with<Record>() || end == end_ || *end != '\n') return false;
  at_ = end;
  return end_of_line();
}

/// Whether a header of the plainest kind stands here; mostly it is one of two.
bool QuietWalk::begins_another() const {
  if (begins_with<Touch>() || begins_with<Customer>()) return true;
  if (!std::string_view{at_, end_}.starts_with("[[")) return false;
  const char* const name = at_ + 2;
  const char* at = name;
  while (at != end_ && *at >= 'a' && *at <= 'z') ++at;
  return at != name && end_ - at >= 2 && at[0] == ']' && at[1] == ']';
}

/// To the header that follows, or the end.
bool QuietWalk::take_blank_lines() {
  while (at_ != end_ && *at_ == '\n') {
    ++at_;
    ++line_;
  }
  return at_ == end_ || *at_ == '[';
}

/// Takes a key with its sign; mostly the same follows on the same, or one further down the table.
template <class Record>
std::size_t QuietWalk::take_key(std::size_t last) {
  constexpr auto& signs = key_signs<Record>;
  Follows& follows = follows_[number_of<Record>];
  std::size_t place = follows[last];
  if (!signs[place].begins(at_)) {
    const auto begins = [this](const KeySign& sign) { return sign.begins(at_); };
    const auto next = signs.begin() + static_cast<std::ptrdiff_t>((last + 1) % (signs.size() + 1));
    auto found = std::find_if(next, signs.end(), begins);
    if (found == signs.end() && (found = std::find_if(signs.begin(), next, begins)) == next)
      return signs.size();
    place = static_cast<std::size_t>(found - signs.begin());
    follows[last] = static_cast<std::uint8_t>(place);
  }
  at_ += signs[place].size();
  return place;
}

template <class Record, class Facts>
bool QuietWalk::read_keys(Facts& facts) {
  constexpr std::size_t count = field_count<Record>;
  using Take = bool (*)(QuietWalk&, Facts&);
  static constexpr auto takes = []<std::size_t... place>(std::index_sequence<place...>) {
    return std::array<Take, count>{take_value<Record, place, Facts>...};
  }
  (std::make_index_sequence<count>{});
  std::uint64_t seen = 0;
  for (std::size_t last = count;;) {
    if (at_ == end_ || *at_ == '\n' || *at_ == '[') break;
    if (end_ - at_ < margin) return false;
    const std::size_t place = take_key<Record>(last);
    if (place == count) return false;
    const std::uint64_t bit = Written<Record>::bit_of(place);
    if ((seen & bit) != 0 || !takes[place](*this, facts) || !end_of_line()) return false;
    seen |= bit;
    last = place;
  }
  return (Written<Record>::needed & ~seen) == 0 && take_blank_lines();
}

template <class Record, std::size_t place, class Facts>
bool QuietWalk::take_value([[maybe_unused]] QuietWalk& walk, [[maybe_unused]] Facts& facts) {
  constexpr auto& field = std::get<place>(fields<Record>);
  if constexpr (is_key_of_quiet<Record>(field)) {
    return walk.take<Record, place>(field.takes, facts);
  } else {
    return false;
  }
}

template <class Record, std::size_t place>
bool QuietWalk::take(takes::Text /*kind*/, [[maybe_unused]] auto& facts) {
  if constexpr (std::is_same_v<Record, Customer> && field_names<Record>[place] == "id") {
    return text(facts.id) && is_customer_id(facts.id);
  } else {
    std::string_view passed;
    if (!text(passed)) return false;
    if constexpr (is_name<Record, place>) name(passed, facts);
    return true;
  }
}
template <class Record, std::size_t place>
bool QuietWalk::take(takes::Texts /*kind*/, auto& /*facts*/) {
  return texts();
}
template <class Record, std::size_t place>
bool QuietWalk::take(takes::OneOrMoreTexts /*kind*/, auto& /*facts*/) {
  std::string_view passed;
  return *at_ == '[' ? texts() : text(passed);
}

template <class Record, std::size_t place>
bool QuietWalk::take(takes::Word<Channel> /*kind*/, auto& /*facts*/) {
  std::optional<Channel> channel;
  return word(channel);
}
template <class Record, std::size_t place>
bool QuietWalk::take(takes::Side /*kind*/, auto& /*facts*/) {
  std::string_view side;
  return text(side) && (side == "us" || side == "them");
}
template <class Record, std::size_t place>
bool QuietWalk::take(takes::Cadence /*kind*/, QuietPerson& person) {
  Node node;
  if (!text(node.text)) return false;
  node.kind = ValueKind::text;
  const auto every = values_.cadence(node);
  if (every) QuietDates::add_every(person.facts, *every);
  return every.has_value();
}

template <class Record, std::size_t place>
bool QuietWalk::take(takes::When /*kind*/, QuietTouch& touch) {
  std::chrono::year_month_day on{};
  if (!day(on) || !time()) return false;
  touch.on = Date{on};
  return true;
}
template <class Record, std::size_t place>
bool QuietWalk::take(takes::Date /*kind*/, QuietPerson& person) {
  std::chrono::year_month_day date{};
  if (!day(date)) return false;
  if (field_names<Record>[place] == "since") dates_.add_since(person.facts, date);
  return true;
}
template <class Record, std::size_t place>
bool QuietWalk::take(takes::YearlyDate /*kind*/, QuietPerson& person) {
  std::chrono::year_month_day date{};
  if (!day(date)) return false;
  if constexpr (std::is_same_v<Record, Event>) {
    dates_.add_yearly(person.facts, date.month() / date.day());
  } else {
    dates_.add_birthday(person.facts, {date.year(), date.month() / date.day()});
  }
  return true;
}

template <class Value>
bool QuietWalk::word(std::optional<Value>& value) {
  std::string_view word;
  if (!text(word)) return false;
  value = meaning_of<Value>(ShortKey{word}, word);
  return value.has_value();
}

/// A text between quotes in which something is to be seen.
bool QuietWalk::text(std::string_view& text) {
  if (*at_ != '"') return false;
  const char* const begin = at_ + 1;
  const char* const stop = end_of_plain_text(begin, end_);
  if (stop == nullptr || *stop != '"' || stop == begin || *begin == ' ')
    return other_text(begin, stop, text);
  text = {begin, stop};
  at_ = stop + 1;
  return true;
}

/// A list of texts on one line.
bool QuietWalk::texts() {
  if (*at_ != '[') return false;
  do {
    ++at_;
    if (end_ - at_ < margin) return false;
    if (*at_ == ' ') ++at_;
    std::string_view one;
    const std::uint32_t line = line_;
    if (!text(one) || line_ != line || at_ == end_) return false;
  } while (*at_ == ',');
  if (*at_ != ']') return false;
  ++at_;
  return true;
}

/// That of a moment, if there is one behind the date.
bool QuietWalk::time() {
  if (*at_ != 'T') return true;
  constexpr std::string_view shape = "T00:00";
  const auto digit = [this](std::size_t at) { return static_cast<unsigned>(at_[at]) - '0'; };
  const bool has_digits = std::max({digit(1), digit(2), digit(4), digit(5)}) <= 9;
  if (!has_digits || at_[3] != ':') return false;
  if (10 * digit(1) + digit(2) > 23 || digit(4) > 5) return false;
  at_ += shape.size();
  return true;
}

}  // namespace care::reading
