#pragma once

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

/// Makes customers and contacts of people. They refer to the texts of these.
class CustomerMaker {
 public:
  /// `expected`: how many there may be.
  CustomerMaker(const Book& book, const ImportOptions& options, TextStore& texts,
                std::size_t expected);

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
  [[nodiscard]] Text free_id(std::string wanted);
  [[nodiscard]] bool is_taken(std::string_view id) const;
  void take_id(std::string_view id);
  /// Owner, tier, cadence, since and tags.
  void look_after(Customer& customer, Person& person);
  void add_events(Customer& customer, const Person& person, std::string_view whose);
  void add_extra(Customer& customer, Text key, Text value);

  const Book& book_;
  const ImportOptions& options_;
  TextStore& texts_;
  SumTable taken_;                                    ///< ids
  std::unordered_map<std::string, int> next_number_;  ///< of names that were taken
};

/// The last talk that was had with them, which the person must have; refers to their texts.
[[nodiscard]] Touch last_talk(const Person& person, CustomerIndex who,
                              std::optional<std::uint32_t> contact);

}  // namespace care
