#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <care/import.hpp>

#include "import/customers.hpp"
#include "import/known.hpp"
#include "import/news.hpp"

namespace care {

/// Takes people one by one, and sets aside whom somebody already has.
class Importer {
 public:
  Importer(const Book& book, const ImportOptions& options, Import& import, People& people);

  void take_all();

 private:
  /// What each says by themselves, however many others there are: by what they are known, and the
  /// customers that most will be.
  void prepare();
  void prepare(std::size_t from, std::size_t to, TextStore& texts);
  void expect(std::size_t place) const;
  void take(Person& person, std::size_t place);
  /// Puts a customer behind those whom the import has so far.
  Customer& add(Customer&& customer);
  /// The number that the next one gets.
  [[nodiscard]] std::uint32_t next() const {
    return static_cast<std::uint32_t>(old_count() + added_);
  }
  [[nodiscard]] std::uint32_t old_count() const {
    return static_cast<std::uint32_t>(book_.customers.size());
  }
  /// With what earlier rows say of them.
  [[nodiscard]] const Customer& at(std::uint32_t customer) const;
  [[nodiscard]] std::optional<Date> last_contact(std::uint32_t customer) const;
  [[nodiscard]] NewsContext context_of(CustomerIndex who, const FirstRows& rows) const {
    return {book_, who, options_.today, options_.by, last_contact(who), rows, *import_.texts};
  }
  /// Which rows said something of them so far.
  [[nodiscard]] FirstRows& rows_about(const KnownPlace& place);

  void set_aside(const Person& person, const Identity& identity, const KnownPlace& place);
  /// The same of somebody who may be any of these: nothing of it is written.
  void set_aside(const Person& person, const Identity& identity, std::span<const KnownPlace> all,
                 bool is_known);
  void add_as_in_book(const KnownPlace& place);
  /// Later rows find it known; and into the book, where that is wanted.
  void take_over(News& news, CustomerIndex who);
  void write(Record& record, CustomerIndex who);
  void tell(const Person& person, const Customer& customer, const News& news);
  void tell_outvoted(const Person& person, const Customer& customer, const Outvoted& one);
  void tell_shared(const Person& person, const KnownPlace& place);
  /// Whether they come in as a contact of their company. Whom nobody may be in touch with would be
  /// lost among the others there; who died has left.
  [[nodiscard]] bool becomes_contact(Person& person) const;
  void take_customer(Person& person, std::size_t place);
  void take_contact(Person& person, const Identity& identity);
  void take_contact_of_old(const Person& person, const Identity& identity, CustomerIndex who);
  void add_touch(const Person& person, std::uint32_t place, std::optional<std::uint32_t> contact);

  const Book& book_;
  const ImportOptions& options_;
  Import& import_;
  People& people_;
  KnownPeople known_;
  CustomerMaker maker_;
  FreeIds ids_;
  std::vector<Identity> identities_;  ///< of each of the people
  /// So many of the customers are in the import; behind them stand some who may come into it.
  std::size_t added_ = 0;
  std::unordered_map<std::string, std::uint32_t> companies_;
  std::unordered_map<std::uint32_t, Date> new_touches_;
  /// Those of whom earlier rows say more than the book, or than what is written.
  std::unordered_map<std::uint32_t, Customer> updated_;
  std::map<std::pair<CustomerIndex, std::optional<std::uint32_t>>, FirstRows> first_rows_;
  /// Where the record of a new contact of an old customer stands among the updates.
  std::map<std::pair<CustomerIndex, std::uint32_t>, std::size_t> new_contacts_;
};

}  // namespace care
