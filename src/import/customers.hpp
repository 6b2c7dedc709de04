#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include <care/book.hpp>
#include <care/import.hpp>

#include "import/person.hpp"
#include "import/sum_table.hpp"

namespace care {

// What a table calls a cadence, a tier or one of the staff; nothing where the book has none such.
[[nodiscard]] std::optional<Cadence> cadence_in(std::string_view text);
[[nodiscard]] std::optional<std::uint32_t> tier_in(const Book& book, std::string_view name);
[[nodiscard]] std::optional<StaffIndex> staff_in(const Book& book, std::string_view name);

/// Gives customers ids that nobody else has.
class FreeIds {
 public:
  /// `expected`: how many more there may be.
  FreeIds(const Book& book, TextStore& texts, std::size_t expected);
  /// The one that is wanted; where somebody has it, with the first number that makes it free.
  [[nodiscard]] Text take(Text wanted);
  /// It is asked for soon.
  void expect(Text wanted) const { taken_.expect(sum_of(wanted)); }

 private:
  [[nodiscard]] static std::uint64_t sum_of(std::string_view id);
  [[nodiscard]] bool is_taken(std::string_view id) const { return taken_.at(sum_of(id)).sum != 0; }
  void add(std::string_view id) { taken_.put(sum_of(id), 0); }

  TextStore& texts_;
  SumTable taken_;
  std::unordered_map<std::string, int> next_number_;  ///< of names that were taken
};

/// Makes customers and contacts of people. They refer to the texts of these. Each is made as if
/// there were no other: the ids are those that are wanted.
class CustomerMaker {
 public:
  CustomerMaker(const Book& book, const ImportOptions& options, TextStore& texts)
      : book_{book}, options_{options}, texts_{texts} {}

  /// A customer of one's own. What the book has no word for becomes a fact, and is reported.
  [[nodiscard]] Customer customer(Person& person);
  /// The customer that people of one company are contacts of.
  [[nodiscard]] Customer company_of(const Person& person);
  /// One more contact.
  void add_contact(Customer& customer, Person& person);

 private:
  /// A text that is nobody's.
  [[nodiscard]] Text keep(const std::string& text) {
    return text.empty() ? Text{} : texts_.keep(text);
  }
  /// Owner, tier, cadence, since and tags.
  void look_after(Customer& customer, Person& person);
  void set_status(Customer& customer, Person& person);
  void add_events(Customer& customer, const Person& person, std::string_view whose);
  void add_extra(Customer& customer, Text key, Text value);

  const Book& book_;
  const ImportOptions& options_;
  TextStore& texts_;
};
/// Whether something is said of them that a book may have no word for: making a customer of them
/// then adds facts to what is known of them.
[[nodiscard]] bool has_words_of_book(const Person& person);

/// That a customer who came into the book is dead, which only a record can say.
[[nodiscard]] Fact death_of(const Person& person, CustomerIndex who, const ImportOptions& options);

/// The last talk that was had with them, which the person must have; refers to their texts.
[[nodiscard]] Touch last_talk(const Person& person, CustomerIndex who,
                              std::optional<std::uint32_t> contact);

}  // namespace care
