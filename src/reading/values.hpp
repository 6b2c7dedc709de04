#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <care/book_field_kinds.hpp>

#include "reading/node.hpp"
#include "reading/problems.hpp"

namespace care::reading {

/// Reads single values. A value that its key does not take is reported, and nothing is returned.
class Values {
 public:
  Values(Problems& problems, TextStore& texts) : problems_{problems}, texts_{texts} {}

  /// A copy that lives as long as the book; empty where there is none.
  [[nodiscard]] Text text(const Node& value) {
    return value.kind == ValueKind::text && value.stays ? value.text : other_text(value);
  }
  /// Of a list, the elements that are texts.
  [[nodiscard]] Texts texts(const Node& value);
  /// The same, where a single text stands for a list of one.
  [[nodiscard]] Texts one_or_more_texts(const Node& value);
  [[nodiscard]] std::optional<bool> truth(const Node& value);
  [[nodiscard]] std::optional<int> count(const Node& value);
  [[nodiscard]] std::optional<double> number(const Node& value);
  [[nodiscard]] std::optional<Date> date(const Node& value);
  /// A date or a moment.
  [[nodiscard]] std::optional<When> when(const Node& value);
  /// A date, or a text like "02-29".
  [[nodiscard]] std::optional<YearlyDate> yearly(const Node& value);
  [[nodiscard]] std::optional<Duration> duration(const Node& value, Lengths lengths);
  /// A length of time or "never".
  [[nodiscard]] std::optional<Cadence> cadence(const Node& value);

  /// The index of the word among those that the key takes.
  [[nodiscard]] std::optional<std::size_t> word(const Node& value,
                                                std::span<const std::string_view> words);
  template <class Value>
  [[nodiscard]] std::optional<Value> choice(const Node& value) {
    const std::optional<std::size_t> found = word(value, choice_words<Value>);
    if (!found) return std::nullopt;
    return word_rows<Value>[*found].value;
  }

  /// Whether the value could be an id or a name; reported where it is not.
  [[nodiscard]] bool is_reference(const Node& value);
  [[nodiscard]] bool is_staff(const Node& value);

  /// Reports that the key takes `wanted` ("a date"), and what to write instead.
  void wrong_type(const Node& value, std::string_view wanted, std::string_view example);

 private:
  Text other_text(const Node& value);
  void wrong_date(const Node& value, std::string_view wanted);
  void bad_duration(const Node& value, Lengths lengths);

  Problems& problems_;
  TextStore& texts_;
};

/// `key = example`, or the example alone for an element of a list.
[[nodiscard]] std::string written(const Node& value, std::string_view example);
/// A value as a message shows it: `the text "soon"`, `a list`.
[[nodiscard]] std::string described(const Node& value);

}  // namespace care::reading
