#pragma once

#include <optional>
#include <string>
#include <vector>

#include <care/agenda.hpp>

namespace care {

// How a person reads names. Everything here comes back neutralised.

/// How to address them with the pronunciation: `Renée (ruh-NAY)`.
[[nodiscard]] std::string address_words(const Customer& customer, Date today);
/// The same with the name behind it: `Renée (ruh-NAY), Copperline Lofts HOA`, and where the name
/// begins with it, `Odile (oh-DEEL) Marchetti`.
[[nodiscard]] std::string who_words(const Customer& customer, Date today);

/// How to reach them: the customer's own before that of the first contact who is here.
struct Reach {
  std::string phone, email;
  /// The phone, or the mail address where there is none.
  [[nodiscard]] const std::string& best() const { return phone.empty() ? email : phone; }
};
[[nodiscard]] Reach reach_of(const Customer& customer, Date today);

/// What they like, or else what the contact likes whose name is used to address them.
[[nodiscard]] const Texts& likes_of(const Customer& customer, Date today);

/// The id of somebody of the staff; empty for nobody.
[[nodiscard]] Text staff_id(const Book& book, std::optional<StaffIndex> staff);
/// Their first name, as colleagues say it.
[[nodiscard]] std::string staff_words(const Book& book, StaffIndex staff);
/// `Luis's`, `for Nick`, `Ana's, for Nick; Dana sees it too`; nothing where it is the reader's own.
[[nodiscard]] std::string owner_words(const Agenda& agenda, const Entry& entry);

/// Of somebody who was never contacted: whether anything is known from before, a day since when or
/// what they bought or asked for; then somebody has spoken with them, though none of it is on
/// record.
[[nodiscard]] bool is_known_without_contact(const Book& book, CustomerIndex customer, Date today);

}  // namespace care
