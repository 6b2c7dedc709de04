#pragma once

#include <string>
#include <vector>

#include <care/report.hpp>

namespace care {

// What is said of something that was learned. All of it is neutralised.

/// `contact noted: "Joe Tran", night manager`.
[[nodiscard]] std::vector<std::string> learned_words(const Outlook& outlook,
                                                     const LearnedContact& contact);
/// `event noted: "Opening day", each 12 Jun`.
[[nodiscard]] std::vector<std::string> learned_words(const Outlook& outlook,
                                                     const LearnedEvent& event);
/// `plan noted: "grease the door rollers", every 6 months from Mon 2 Mar`.
[[nodiscard]] std::vector<std::string> learned_words(const Outlook& outlook, const Plan& plan);
/// `"grease the door rollers", every 6 months from Mon 2 Mar`; of a plan of one customer alone.
[[nodiscard]] std::string own_plan_words(const Plan& plan, Date today);
/// `phone: +1 602 555 0101, now +1 602 555 0199`, for each key of the fact. Where somebody leaves
/// the agenda, what is no longer on it; and of the dead, who of theirs is on file.
[[nodiscard]] std::vector<std::string> learned_words(const Outlook& outlook, const Fact& fact);

/// `phone +1 602 555 0199`, for each key of the fact.
[[nodiscard]] std::vector<std::string> fact_words(const Book& book, const Fact& fact);

}  // namespace care
