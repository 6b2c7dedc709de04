#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <care/book.hpp>

#include "import/first_rows.hpp"
#include "import/person.hpp"
#include "import/sum_table.hpp"

namespace care {

/// A customer of the book, or behind those one that is new; or one of their contacts.
struct KnownPlace {
  std::uint32_t customer = 0;
  std::optional<std::uint32_t> contact;
  RowPlace made_by{};  ///< the row of this import, where they are new
  Singles said{};      ///< by that row

  friend bool operator==(const KnownPlace& a, const KnownPlace& b) {
    return a.customer == b.customer && a.contact == b.contact;
  }
};

/// A few sums; only more of them take memory besides.
class Sums {
 public:
  void push_back(std::uint64_t sum);
  [[nodiscard]] const std::uint64_t* begin() const {
    return more_.empty() ? few_.data() : more_.data();
  }
  [[nodiscard]] const std::uint64_t* end() const { return begin() + size(); }
  [[nodiscard]] std::size_t size() const { return more_.empty() ? count_ : more_.size(); }
  [[nodiscard]] bool empty() const { return size() == 0; }

 private:
  std::array<std::uint64_t, 4> few_{};
  std::size_t count_ = 0;
  std::vector<std::uint64_t> more_;
};

/// By what two are found to be the same: sums of folded texts, as good as one of a kind.
struct Identity {
  std::uint64_t name = 0, company = 0;  ///< 0: none
  Sums given;                           ///< how they may be called; none where only a mail says it
  Sums reached_by;                      ///< mails and phones, by `mail_key` and `phone_key`
  bool has_own_name = true;             ///< not after the first of these
};

[[nodiscard]] std::uint64_t sum_of(std::string_view text);
/// Of one behind the other.
[[nodiscard]] std::uint64_t sum_of(std::uint64_t first, std::uint64_t second);
[[nodiscard]] std::string mail_key(std::string_view address);

/// Whether it has a name for somebody who is called after a mail address or phone number of theirs,
/// as those are who came without one.
[[nodiscard]] bool gives_name(const Person& person, const Customer& known);
[[nodiscard]] bool gives_name(const Person& person, const Contact& known);

[[nodiscard]] Identity identity_of(const Person& person);
[[nodiscard]] Identity identity_of(const Customer& customer);
[[nodiscard]] Identity identity_of(const Contact& contact, const Customer& customer);

/// Everybody whom nobody need add again. Each question takes the same time, however many they are.
class KnownPeople {
 public:
  /// `expected`: how many more there may be. `finds_all`: whether `who_may_be` is asked.
  KnownPeople(const Book& book, std::size_t expected, bool finds_all);
  /// Whether it is in the book, or comes into it; else a row about somebody who is known says so,
  /// and it may come to nothing.
  enum class Said { in_book, by_row };
  void add(const Identity& identity, const KnownPlace& place, Said said = Said::in_book);
  /// They are asked for soon.
  void expect(const Identity& identity) const;

  /// Whether all that it says leads to that place already.
  [[nodiscard]] bool covers(const Identity& identity, const KnownPlace& place) const;

  struct Answer {
    std::optional<KnownPlace> same;
    std::optional<KnownPlace> shares;  ///< a mail or a phone, but is somebody else
  };
  /// The same mail or phone and the same given name (or one side without), or the same name and
  /// company. Two of one name without a company are two, where both have a mail or phone and none
  /// in common.
  [[nodiscard]] Answer find(const Identity& identity) const;
  /// All who may be meant: who is called so there, by the whole name if anybody is; whoever has no
  /// name of their own; and where nothing but a name is said, all of that name.
  [[nodiscard]] std::vector<KnownPlace> who_may_be(const Identity& identity) const;

 private:
  struct Known {
    KnownPlace place;
    std::uint32_t first_given = 0, end_of_given = 0;  ///< among all that are `given_`
    bool has_own_name = true;
    [[nodiscard]] bool is_nameless() const { return first_given == end_of_given; }
  };
  [[nodiscard]] KnownPlace place(std::uint32_t who) const { return known_[who].place; }
  [[nodiscard]] std::uint32_t last() const { return static_cast<std::uint32_t>(known_.size() - 1); }
  /// Somebody who can be reached there and is called so.
  [[nodiscard]] std::optional<KnownPlace> reached_and_called(std::uint64_t reached,
                                                             std::uint64_t given) const;
  [[nodiscard]] Answer find_reached(const Identity& identity) const;
  [[nodiscard]] Answer find_named(const Identity& identity,
                                  const std::optional<KnownPlace>& shares) const;
  void call_nameless(const Identity& identity, const Known& called);
  void put_given(std::uint64_t reached, std::uint32_t who);
  void put_name(SumTable& table, std::uint64_t sum, std::uint32_t who);
  /// Notes that the sum leads to both.
  void share(std::uint64_t sum, std::uint32_t first, std::uint32_t who);
  [[nodiscard]] std::vector<std::uint32_t> all_at(const SumTable& table, std::uint64_t sum) const;
  [[nodiscard]] bool is_called(const Known& one, std::uint64_t given) const;

  bool finds_all_;
  std::vector<Known> known_;
  std::vector<std::uint64_t> given_;
  /// By each of them; together with what they are called only where several are reached there.
  SumTable by_reached_, by_reached_and_given_, by_name_, by_name_alone_;
  SumTable by_any_name_;  ///< whatever else is known of them
  /// Of the sums that lead to several: the first few.
  std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> sharers_;
  /// Of whoever has no name yet, where they are reached.
  std::unordered_map<std::uint32_t, Sums> reached_of_nameless_;
};

}  // namespace care
