#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <variant>
#include <vector>

#include <care/calendar.hpp>

namespace care {

/// Text of the book; its bytes belong to `Book::texts` and live as long as the book. Empty =
/// absent.
using Text = std::string_view;

/// Where something stands; lines and columns from 1, columns in code points. Line 0 = nowhere.
struct Position {
  std::uint32_t file = 0;  ///< index into Book::files
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  friend auto operator<=>(const Position&, const Position&) = default;
};

enum class Severity {
  note,     ///< only `check` says it
  warning,  ///< read and used, but hardly as meant
  error     ///< something was not read
};

/// One thing wrong with the book. Codes are stable and kebab-case; `what` says what is wrong,
/// `instead` what to write.
struct Problem {
  Severity severity;
  std::string_view code;  ///< a literal
  Position at;
  std::string what;
  std::string instead;
};

using CustomerIndex = std::uint32_t;
using StaffIndex = std::uint32_t;

enum class Mood { delighted, content, strained };
enum class Status { active, former, do_not_contact };
enum class Channel { call, visit, meeting, video, email, letter, text, gift, other };
enum class Outcome { done, withdrawn, alternative };
enum class Answer { accepted, refused };
enum class Anniversaries { round, all, none };

/// How often to be in touch; nothing = "never".
struct Cadence {
  std::optional<Duration> period;
  friend bool operator==(const Cadence&, const Cadence&) = default;
};

struct Tier {
  Text name;
  Cadence every;
  Position at;
};

struct Policy {
  Cadence every{Duration{30, Unit::day}};
  std::vector<Tier> tiers;
  Duration first_contact{2, Unit::working_day};
  Duration heads_up{7, Unit::day};
  Duration belated{7, Unit::day};
  LeapDay leap_day = LeapDay::february_28;
  Anniversaries anniversaries = Anniversaries::round;
  Duration thank_within{2, Unit::working_day};
  Duration thank_window{90, Unit::day};
  Duration respond{4, Unit::hour};
  Duration solve{1, Unit::working_day};
  Duration emergency_respond{30, Unit::minute};
  Duration emergency_solve{4, Unit::hour};
  Duration retry{2, Unit::working_day};
  int per_day = 10;  ///< 0 = no limit
  Duration wow_every{1, Unit::year};
  WorkCalendar calendar;
  /// Where each key that the book gives stands; a key that is not here has its default.
  std::unordered_map<std::string_view, Position> at;
};

struct Staff {
  Position at;
  Text id, name, email;
  std::optional<int> per_day;
  std::vector<DaySpan> away;
  std::optional<StaffIndex> backup;
};

struct Contact {
  Position at;
  Text name, call_me, sounds_like, role, phone, email, notes;
  std::vector<Text> likes;
  std::optional<YearlyDate> birthday;
  std::optional<Date> left;
  std::uint32_t birthday_line = 0;
};

struct Event {
  Position at;
  Text what, gift;
  YearlyDate date;  ///< has its year where the event is not yearly
  bool yearly = true;
  std::optional<Date> until;
  std::optional<Duration> heads_up, belated, prepare;
};

/// A fact of `[customer.extra]`: a dotted key and the value as a person reads it.
struct Extra {
  Text key, value;
};

struct Customer {
  Position at;
  Text id, name, call_me, sounds_like, company, phone, email, address, because, notes;
  std::vector<Text> tags, value, likes;
  std::optional<StaffIndex> owner;    ///< as written; see `owner_of`
  std::optional<std::uint32_t> tier;  ///< index into Policy::tiers
  std::optional<Cadence> every;       ///< as written; see `cadence_of`
  std::optional<Date> since;
  std::optional<YearlyDate> birthday;
  std::optional<LeapDay> leap_day;
  std::optional<Mood> mood;
  std::optional<CustomerIndex> referred_by;
  Status status = Status::active;
  std::vector<Contact> contacts;
  std::vector<Event> events;
  std::vector<Extra> extra;
  /// Lines of keys that dates rest on; 0 = not written.
  struct Lines {
    std::uint32_t every = 0, tier = 0, owner = 0, since = 0, birthday = 0, mood = 0, status = 0;
  } lines;
};

struct Purchase {
  Position at;
  CustomerIndex customer;
  When on;
  Text what, currency, by;
  std::optional<double> amount;
};

struct Touch {
  Position at;
  CustomerIndex customer;
  When on;
  std::optional<std::uint32_t> contact;  ///< index into Customer::contacts
  std::optional<std::uint32_t> request;  ///< index into Book::requests
  std::optional<std::uint32_t> promise;  ///< index into Book::promises
  Text by, said, heard, thanked, wow, offered;
  std::vector<Text> greeted;
  std::optional<Channel> how;
  std::optional<Mood> mood;
  std::optional<Outcome> outcome;  ///< `alternative` only together with `offered`
  std::optional<Answer> answer;
  bool reached = true;
  bool from_them = false;
};

struct Request {
  Position at;
  CustomerIndex customer;
  Text id, what, by, offered;
  std::optional<When> asked;  ///< nothing where it could not be read: then it counts from today
  std::optional<When> due;
  std::optional<Date> closed;
  std::optional<Outcome> outcome;  ///< only together with `closed`
  bool urgent = false;
};

struct Promise {
  Position at;
  CustomerIndex customer;
  Text id, what, by;
  std::optional<Date> due;  ///< nothing where it could not be read: then it is due today
  std::optional<Date> made, kept;
  std::optional<std::uint32_t> replaces;  ///< index into Book::promises; never in a circle
};

struct Snooze {
  Position at;
  CustomerIndex customer;
  When on;
  Date until;
  Text because, by;
  bool all = false;
};

struct Ready {
  Position at;
  CustomerIndex customer;
  When on;
  Text what, by;
};

/// Something of the book that nobody may forget although it could not be read (section 3): a
/// customer, an open request or promise of nobody known, lost records of one kind.
struct Unreadable {
  Position at;
  Text id;    ///< the customer's, where it could still be made out
  Text name;  ///< likewise
  std::string what;
};

/// Records of one kind in file order, and those of each customer by day, then file order.
template <class Record>
struct Records {
  std::vector<Record> all;
  std::vector<std::uint32_t> order;  ///< indices into `all`, grouped by customer
  std::vector<std::uint32_t> first;  ///< where each customer's group starts; one more at the end

  [[nodiscard]] std::span<const std::uint32_t> of(CustomerIndex customer) const {
    return std::span{order}.subspan(first[customer], first[customer + 1] - first[customer]);
  }
};

struct Book {
  Text name;
  std::optional<Date> started;
  std::optional<StaffIndex> owner;
  std::vector<Text> value;
  std::unordered_map<std::string_view, Position> at;  ///< keys of [book], as in Policy::at
  Policy policy;
  std::vector<Staff> staff;
  std::vector<Customer> customers;
  Records<Purchase> purchases;
  Records<Touch> touches;
  Records<Request> requests;
  Records<Promise> promises;
  Records<Snooze> snoozes;
  Records<Ready> readies;
  /// Customers that each customer referred, in file order; grouped like Records.
  std::vector<std::uint32_t> referrals, first_referral;
  std::vector<Unreadable> unreadable;
  /// Ids that nothing readable has but that are spoken for: of what was lost, and what records name
  /// in vain. No new record may take one, or it would take over what is said of another.
  std::vector<std::string> claimed_ids;
  std::vector<std::string> files;  ///< names as problems print them
  std::unique_ptr<class TextStore> texts;

  Book();
  Book(Book&&) noexcept;
  Book& operator=(Book&&) noexcept;
  ~Book();

  [[nodiscard]] std::span<const std::uint32_t> referred_by(CustomerIndex customer) const;
};

/// Keeps a copy of each text that the book refers to, packed.
class TextStore {
 public:
  [[nodiscard]] Text keep(std::string_view text);

 private:
  std::vector<std::unique_ptr<char[]>> chunks_;
  std::size_t used_ = 0;
  std::size_t size_ = 0;
};

/// Groups every kind of record by customer (and the referrals); called once the records stand.
void group_records(Book& book);

/// The owner who is written or the book's; nothing = nobody.
[[nodiscard]] std::optional<StaffIndex> owner_of(const Book& book, const Customer& customer);
/// The customer's own cadence, else its tier's, else the policy's (R4).
[[nodiscard]] const Cadence& cadence_of(const Book& book, const Customer& customer);
/// How to address them: `call_me`, else the first contact's who has not left by `today`, else the
/// name.
[[nodiscard]] Text address_of(const Customer& customer, Date today);
[[nodiscard]] std::optional<StaffIndex> find_staff(const Book& book, std::string_view id);

/// The words of the format: `call`, `strained`, `do-not-contact` …
[[nodiscard]] std::string_view word(Mood mood);
[[nodiscard]] std::string_view word(Status status);
[[nodiscard]] std::string_view word(Channel channel);
[[nodiscard]] std::string_view word(Outcome outcome);
[[nodiscard]] std::string_view word(Answer answer);
[[nodiscard]] std::string_view word(Severity severity);

/// `customers.toml:12:3`, `customers.toml:12` without a column, the name alone without a line.
[[nodiscard]] std::string to_string(const Book& book, Position position);

}  // namespace care
