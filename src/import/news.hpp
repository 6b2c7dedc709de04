#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <care/book.hpp>

#include "import/first_rows.hpp"
#include "import/person.hpp"

namespace care {

/// What a row says otherwise than an earlier one of the same import did, or than the book, where no
/// import may change it.
struct Outvoted {
  RowPlace by;                 ///< on line 0: the book
  std::string words, command;  ///< as of news
};

/// What a file says of somebody known that the book does not.
struct News {
  std::vector<std::string> words;     ///< "phone +1 602 555 0199"
  std::vector<std::string> commands;  ///< that take it over
  std::vector<std::string> by_hand;   ///< "url = …": for which there is no command
  std::vector<Record> records;        ///< that say the same as the commands
  std::vector<Outvoted> outvoted;

  [[nodiscard]] bool is_empty() const { return words.empty() && by_hand.empty(); }
};

/// How a row would have somebody looked after, where the book says something else: owner, tier,
/// cadence, status and mood are the book's to say.
[[nodiscard]] std::optional<Outvoted> other_care(const Book& book, const Person& person,
                                                 const Customer& customer);

/// What the records of news have besides.
struct NewsContext {
  const Book& book;
  CustomerIndex who = 0;
  Date today{};
  Text by;
  std::optional<Date> last_contact;
  const FirstRows& first_rows;  ///< that said something of them
  TextStore& texts;             ///< for those that are nobody's
};

[[nodiscard]] News news_of(const NewsContext& context, const Person& person,
                           const Customer& customer);
[[nodiscard]] News news_of(const NewsContext& context, const Person& person,
                           const Customer& customer, std::uint32_t contact);
/// Of somebody who would be one more contact of a customer of the book.
[[nodiscard]] News news_of_new_contact(const NewsContext& context, const Person& person,
                                       const Customer& customer);

}  // namespace care
