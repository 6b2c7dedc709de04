#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <care/book.hpp>

#include "import/person.hpp"

namespace care {

/// A customer of the book, or behind those one that is new; or one of their contacts.
struct KnownPlace {
  std::uint32_t customer = 0;
  std::optional<std::uint32_t> contact;
};

/// By what two are found to be the same; texts are folded.
struct Identity {
  std::string name, company;
  std::vector<std::string> given;       ///< how they may be called; none where only a mail says it
  std::vector<std::string> reached_by;  ///< mails and phones, as `mail_key` and `phone_key`
};

[[nodiscard]] std::string mail_key(std::string_view address);
/// Of the last nine digits; empty for fewer than seven.
[[nodiscard]] std::string phone_key(std::string_view number);

[[nodiscard]] Identity identity_of(const Person& person);
[[nodiscard]] Identity identity_of(const Customer& customer);
[[nodiscard]] Identity identity_of(const Contact& contact, const Customer& customer);

/// Places by a number that is as good as one of a kind. Flat, because there are many of each
/// person.
class PlaceTable {
 public:
  /// The first that was put there stays.
  void put(std::uint64_t key, KnownPlace place);
  [[nodiscard]] std::optional<KnownPlace> at(std::uint64_t key) const;

 private:
  struct Slot {
    std::uint64_t key = 0;  ///< 0: free
    KnownPlace place;
  };
  [[nodiscard]] std::size_t slot_of(std::uint64_t key) const;
  void grow();

  std::vector<Slot> slots_;
  std::size_t used_ = 0;
};

/// Everybody whom nobody need add again. Each question takes the same time, however many they are.
class KnownPeople {
 public:
  explicit KnownPeople(const Book& book);
  void add(const Identity& identity, KnownPlace place);

  struct Answer {
    std::optional<KnownPlace> same;
    std::optional<KnownPlace> shares;  ///< a mail or a phone, but is somebody else
  };
  /// The same mail or phone and the same given name (or one side without), or the same name and
  /// company. Two of one name without a company are two, where both have a mail or phone and none
  /// in common.
  [[nodiscard]] Answer find(const Identity& identity) const;

 private:
  /// What is known of a place, by which it is looked up.
  enum class By : std::uint64_t { reached, reached_and_given, name, name_alone };

  /// The first place that was put there stays.
  void put(By by, std::string_view a, std::string_view b, KnownPlace place);
  [[nodiscard]] std::optional<KnownPlace> at(By by, std::string_view a, std::string_view b) const;

  PlaceTable places_;
};

}  // namespace care
