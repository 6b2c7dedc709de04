#pragma once

#include <care/agenda.hpp>
#include <care/reading.hpp>

#include <span>

namespace care {

/// The next thing that will be due, and the day on which it will be on the agenda.
struct NextAct {
  Date day;
  Item item;
};

/// One thing that happened.
struct Happening {
  When on;
  RecordRef record;
};

/// Everything worth knowing in the minute before a call; refers to the book.
struct CallSheet {
  const Book* book;
  CustomerIndex customer = 0;
  Moment now;
  Entry entry;  ///< as the agenda has it, but with what is snoozed or waits; may have no items
  std::optional<NextAct> next;
  std::vector<Item> ahead;             ///< occasions of the coming year that are not due yet
  std::vector<Happening> history;      ///< latest first
  std::vector<Course> courses;         ///< of plans of the book (R17)
  std::vector<OwnCourse> own_courses;  ///< of their own plans
};
[[nodiscard]] CallSheet call_sheet(const Book& book, CustomerIndex customer, Moment now);

/// What is ahead with a customer once something was recorded: what is still open, on the list or
/// coming, and the next thing behind that.
struct Outlook {
  const Book* book;
  CustomerIndex customer = 0;
  Moment now;
  std::vector<Item> open;  ///< what stands on today's page, and what is coming; in the order of R10
  std::optional<NextAct> next;
  const Book* before = nullptr;  ///< as it was, where something was learned
  bool tries_again = false;      ///< the follow-up waits: the latest attempt reached nobody
  /// How many of theirs have not ended, also where nobody sees them yet.
  std::ptrdiff_t requests = 0, promises = 0;
  /// How many of `open` there are, of plans those that are due.
  std::ptrdiff_t occasions = 0, preparations = 0, plans = 0;
  /// An id that several requests go by, or, with true, several promises; in order.
  std::vector<std::pair<bool, std::string_view>> repeated_ids = {};
};
[[nodiscard]] Outlook outlook(const Book& book, CustomerIndex customer, Moment now);

/// One line of `care list`.
struct ListRow {
  CustomerIndex customer = 0;
  const Touch* last = nullptr;
  std::optional<NextAct> next;  ///< today's most urgent item, else the next to come
  std::optional<StaffIndex> owner;
  std::optional<Mood> mood;  ///< as of the latest touch that carries one; strained by R5
};
struct Listing {
  const Book* book;
  Moment now;
  std::vector<CustomerIndex> customers;  ///< in the order that is asked for
  StandIns stand_ins{};                  ///< of the day of `now`
  /// Customers that could not be read, whatever is asked for; they stand before all others.
  std::vector<const Unreadable*> unreadable{};
  std::span<const Problem> problems{};  ///< of the book: how many there are, the page says
  Together together{};                  ///< how the halves of a long table are made

  /// Worked out when it is asked for, since a list may be long.
  [[nodiscard]] ListRow row(CustomerIndex customer) const;
};
/// In which order to list them. By `last`: who waits longest first, by `mood`: the strained.
enum class ListOrder { book, name, last, next, mood };
template <>
inline constexpr auto word_rows<ListOrder> =
    std::to_array<Choice<ListOrder>>({{ListOrder::book, "book"},
                                      {ListOrder::name, "name"},
                                      {ListOrder::last, "last"},
                                      {ListOrder::next, "next"},
                                      {ListOrder::mood, "mood"}});

/// Which customers to list; empty = no restriction.
struct ListSelection {
  std::optional<StaffIndex> owner;
  std::vector<std::string> tags;
  std::string tier;
  bool strained = false;
  bool all = false;  ///< former ones too
  ListOrder order = ListOrder::book;
};
[[nodiscard]] Listing list_customers(const Book& book, Moment now, const ListSelection& selection);

/// How every date of one customer came about, in the plan's own words.
struct Derivation {
  const Book* book;
  CustomerIndex customer = 0;
  Moment now;
  Account steps;
};
[[nodiscard]] Derivation derive(const Book& book, CustomerIndex customer, Moment now);

/// All names by which a customer is, was or will be known, of contacts too; some are empty.
[[nodiscard]] std::vector<Text> names_of(const Book& book, CustomerIndex who);

/// Who may be meant by what somebody typed.
struct Search {
  std::vector<CustomerIndex> found;       ///< one: that is who; several: all that fit
  std::vector<std::string_view> nearest;  ///< ids to offer where nobody fits
};
/// Whose id it is, or the unique beginning of one, or who has these words in name, company, call_me
/// or a contact, letter case and accents aside.
[[nodiscard]] std::vector<CustomerIndex> customers_called(const Book& book, std::string_view who);
[[nodiscard]] Search find_customer(const Book& book, std::string_view who);
/// Of everybody by themselves, whether they may be among `customers_called`: whoever is has an id
/// or a name that fits. Nothing where no word was typed.
[[nodiscard]] std::optional<MayBeWanted> may_be_called(std::string_view who);

}  // namespace care
