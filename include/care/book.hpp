#pragma once

#include <type_traits>

#include <care/book_choices.hpp>
#include <care/book_problems.hpp>
#include <care/book_records.hpp>
#include <care/book_tables.hpp>
#include <care/book_texts.hpp>
#include <care/calendar.hpp>

namespace care {

/// Something of the book that nobody may forget although it could not be read (section 3): a
/// customer, an open request or promise of nobody known, lost records of one kind.
struct Unreadable {
  Position at;
  Text id;    ///< the customer's, where it could still be made out
  Text name;  ///< likewise
  std::string what;
  bool is_fact = false;      ///< what was lost may say that somebody died
  bool is_customer = false;  ///< it is one of the customers
};

/// A customer from a day on, as facts make them.
struct LearnedCustomer {
  CustomerIndex who = 0;
  Date from;
  Customer customer;
};

/// The customers stand in it as their own tables say, with the contacts and events that were
/// learned behind their own; what holds on a day is `as_of`.
struct Book : RecordLists {
  Text name;
  std::optional<Date> started;
  std::optional<StaffIndex> owner;
  Texts value;
  KeyPositions at;  ///< of [book]
  Policy policy;
  std::vector<Staff> staff;
  std::vector<Plan> plans;
  std::vector<Plan> later_plans;  ///< of customers, who have them among their own
  std::vector<Message> messages;
  std::vector<Customer> customers;
  /// Where only some customers were read: the place of each among all of them.
  std::vector<std::uint32_t> places;
  /// Customers that each customer referred, in file order; grouped like Records.
  std::vector<std::uint32_t> referrals, first_referral;
  std::vector<LearnedCustomer> learned;  ///< by customer, then day
  std::vector<Position> learned_at;      ///< where keys of theirs stand
  std::vector<Unreadable> unreadable;
  /// Ids that nothing readable has but that are spoken for: of what was lost, and what records name
  /// in vain. No new record may take one, or it would take over what is said of another.
  std::vector<std::string> claimed_ids;
  std::vector<std::string> files;  ///< names as problems print them
  std::unique_ptr<TextStore> texts;

  Book();
  Book(Book&&) noexcept;
  Book& operator=(Book&&) noexcept;
  ~Book();

  [[nodiscard]] std::span<const std::uint32_t> referred_by(CustomerIndex customer) const;
  /// The place of a customer in the whole book, from 0.
  [[nodiscard]] std::uint32_t place_of(CustomerIndex customer) const {
    return places.empty() ? customer : places[customer];
  }
};

/// All customers, all of the staff, all plans …, or all records of one kind.
template <class Record, class AnyBook>
[[nodiscard]] auto& list_of(AnyBook& book) {
  if constexpr (std::is_same_v<Record, Customer>) {
    return book.customers;
  } else if constexpr (std::is_same_v<Record, Staff>) {
    return book.staff;
  } else if constexpr (std::is_same_v<Record, Plan>) {
    return book.plans;
  } else if constexpr (std::is_same_v<Record, Message>) {
    return book.messages;
  } else {
    using List =
        std::conditional_t<std::is_const_v<AnyBook>, const Records<Record>, Records<Record>>;
    return std::get<List&>(record_lists(book)).all;
  }
}

/// Groups every kind of record by customer (and the referrals), and lays the facts over those whom
/// they are about; called once the records stand.
void group_records(Book& book);
/// The latter alone.
void lay_facts(Book& book);

/// The customer as all that is known says for that day.
[[nodiscard]] const Customer& as_of(const Book& book, CustomerIndex who, Date day);
/// The first later day from which on another fact holds; the last of all days where there is none.
[[nodiscard]] Date next_fact(const Book& book, CustomerIndex who, Date day);
/// Where a key stands whose line a customer or contact has, of which the table stands at `table`.
[[nodiscard]] Position position_of(const Book& book, Position table, std::uint32_t line);

/// The owner who is written or the book's; nothing = nobody.
[[nodiscard]] std::optional<StaffIndex> owner_of(const Book& book, const Customer& customer);
/// The customer's own cadence, else its tier's, else the policy's (R4).
[[nodiscard]] const Cadence& cadence_of(const Book& book, const Customer& customer);
/// The longest that may pass without a contact, from the level that gives the cadence or a nearer
/// one (R4).
[[nodiscard]] std::optional<Duration> at_most_of(const Book& book, const Customer& customer);
/// Whether the contact has not left by `today`.
[[nodiscard]] bool is_still_here(const Contact& contact, Date today);
/// The first who has not.
[[nodiscard]] const Contact* first_contact(const Customer& customer, Date today);
/// How to address them: `call_me`, else the first contact's who has not left by `today`, else the
/// name.
[[nodiscard]] Text address_of(const Customer& customer, Date today);
/// Small letters and digits, behind the first also `.`, `_` and `-`.
[[nodiscard]] bool is_customer_id(std::string_view text);
[[nodiscard]] std::optional<StaffIndex> find_staff(const Book& book, std::string_view id);

/// `customers.toml:12:3`, `customers.toml:12` without a column, the name alone without a line.
[[nodiscard]] std::string to_string(const Book& book, Position position);

}  // namespace care
