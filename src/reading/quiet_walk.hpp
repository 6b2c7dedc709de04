#pragma once

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>

#include <care/book_quiet.hpp>
#include <care/reading.hpp>

#include "reading/drafts.hpp"
#include "reading/headers.hpp"
#include "reading/plain_words.hpp"
#include "reading/values.hpp"

namespace care::reading {

/// What is kept of a customer's tables; the texts are those of the file.
struct QuietPerson {
  std::string_view id, tier, owner;
  QuietFacts facts;
};
/// The same of a touch.
struct QuietTouch {
  std::string_view whom, by;
  Date on;
  std::optional<Mood> mood;
  bool is_busy = false;  ///< the customer is not quiet, whatever else is known
};

/// Reads tables of customers and touches as facts, without records and one right behind the other,
/// as long as they are written as nearly all are: keys of quiet people (care/book_quiet.hpp), each
/// with its value on its line as `care` writes it. What else there is, sound or not, others read.
class QuietWalk {
 public:
  /// `wanted`: whom to make busy; may be null.
  QuietWalk(Values& values, const QuietDates& dates, const MayBeWanted* wanted = nullptr)
      : values_{values}, dates_{dates}, wanted_{wanted} {}

  /// The text begins with a header.
  void begin(std::string_view text, LineStart start);
  /// Reads the table that begins here, with those in it. False where it is not that plain; then it
  /// has not moved.
  [[nodiscard]] bool read(QuietPerson& person);
  [[nodiscard]] bool read(QuietTouch& touch);
  [[nodiscard]] bool is_at_end() const { return at_ == end_; }
  [[nodiscard]] LineStart here() const {
    return {start_.offset + static_cast<std::size_t>(at_ - begin_), line_};
  }

 private:
  template <class Record, class Facts>
  bool read_table(Facts& facts);
  template <class Record, class Facts>
  bool read_keys(Facts& facts);
  bool read_parts(QuietPerson& person);
  template <class Record>
  [[nodiscard]] std::size_t take_key(std::size_t last);
  template <class Record>
  [[nodiscard]] bool begins_with() const;
  template <class Record>
  bool take_header();
  bool take_blank_lines();
  [[nodiscard]] bool begins_another() const;
  bool end_of_line() {
    if (at_ == end_ || *at_ != '\n') return false;
    ++at_;
    ++line_;
    return true;
  }

  template <class Record, std::size_t place, class Facts>
  static bool take_value(QuietWalk& walk, Facts& facts);
  // What the key of that place says, by the kind of its value.
  template <class Record, std::size_t place>
  bool take(takes::Text kind, auto& facts);
  template <class Record, std::size_t place>
  bool take(takes::Texts kind, auto& facts);
  template <class Record, std::size_t place>
  bool take(takes::OneOrMoreTexts kind, auto& facts);
  template <class Record, std::size_t place>
  bool take(takes::Staff /*kind*/, QuietPerson& person) {
    return text(person.owner);
  }
  template <class Record, std::size_t place>
  bool take(takes::Tier /*kind*/, QuietPerson& person) {
    return text(person.tier);
  }
  template <class Record, std::size_t place>
  bool take(takes::By /*kind*/, QuietTouch& touch) {
    return text(touch.by);
  }
  template <class Record, std::size_t place>
  bool take(takes::Customer /*kind*/, QuietTouch& touch) {
    return text(touch.whom);
  }
  template <class Record, std::size_t place>
  bool take(takes::Word<Mood> /*kind*/, QuietTouch& touch) {
    return word(touch.mood);
  }
  template <class Record, std::size_t place>
  bool take(takes::Word<Channel> kind, auto& facts);
  template <class Record, std::size_t place>
  bool take(takes::Side kind, auto& facts);
  template <class Record, std::size_t place>
  bool take(takes::Cadence kind, QuietPerson& person);
  template <class Record, std::size_t place>
  bool take(takes::When kind, QuietTouch& touch);
  template <class Record, std::size_t place>
  bool take(takes::Date kind, QuietPerson& person);
  template <class Record, std::size_t place>
  bool take(takes::YearlyDate kind, QuietPerson& person);
  /// Others take a closer look.
  template <class Record, std::size_t place>
  bool take(auto /*kind*/, auto& /*facts*/) {
    return false;
  }

  /// One of several lines is not looked at: then they may be the one.
  void name(std::string_view name, QuietPerson& person) const {
    if (wanted_ != nullptr && (name.empty() || wanted_->by_name(name))) person.facts.is_busy = true;
  }
  template <class Value>
  bool word(std::optional<Value>& value);
  bool text(std::string_view& text);
  bool other_text(const char* begin, const char* stop, std::string_view& text);
  bool long_text();
  bool texts();
  bool day(std::chrono::year_month_day& day) {
    const char* const text = std::exchange(at_, at_ + std::string_view{"2026-11-20"}.size());
    return read_day(text, day);
  }
  bool time();

  Values& values_;
  QuietDates dates_;
  const MayBeWanted* wanted_;
  LineStart start_;
  const char* begin_ = nullptr;
  const char* at_ = nullptr;
  const char* end_ = nullptr;
  std::uint32_t line_ = 1;
  std::array<Follows, 4> follows_{};  ///< of customers, contacts, events, touches
};

}  // namespace care::reading
