#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
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
  using Places = std::unordered_map<std::string, KnownPlace>;
  Places by_given_, by_any_, by_name_, by_name_alone_;
};

}  // namespace care
