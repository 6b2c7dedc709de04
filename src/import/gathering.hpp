#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
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

/// Puts news and the options that take them over together.
class Gathering {
 public:
  Gathering(const NewsContext& context, std::string command,
            std::optional<std::uint32_t> contact = {});

  Fact fact{};  ///< all that has a key

  void add(std::string_view option, std::string_view what, std::string_view value);
  void add_command(std::string command, std::string words);
  void by_hand(std::string_view key, std::string_view value);
  /// What takes the place of what is known.
  void replace(Single single, std::string_view option, std::string_view what, Text value,
               Text& in_fact);

  void add_phones(const Person& person, std::span<const std::string_view> known);
  void add_emails(const Person& person, std::span<const std::string_view> known);
  void add_birthday(const Person& person, const std::optional<YearlyDate>& known);
  void add_notes(const Person& person, std::string_view known);
  void add_tags(const Person& person, const Customer& customer);
  /// Of whom has left, no command could add one that nobody is reminded of.
  void add_events(const Person& person, const Customer& customer, std::string_view whose,
                  bool has_left);
  /// The last talk, where it is news.
  void add_touch(const Person& person, const Customer& customer);

  [[nodiscard]] News news() &&;

 private:
  bool is_outvoted(Single single, std::string_view option, std::string_view what,
                   std::string_view value);
  /// What is set takes the place of what there was: of several, those stay.
  void keep(std::string_view option, std::span<const std::string_view> known, Texts& all);

  const NewsContext& context_;
  std::string command_, options_;
  News news_;
};

}  // namespace care
