#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <care/agenda.hpp>

namespace care {

// How a person reads dates, items and names. Everything here comes back neutralised.

/// `Fri 20 Nov`; with its year where that is not the year of `today`.
[[nodiscard]] std::string short_day(Date day, Date today);
/// The same without the day of the week: `20 Nov`.
[[nodiscard]] std::string past_day(Date day, Date today);
/// `Monday 23 November 2026`.
[[nodiscard]] std::string long_day(Date day);
/// `Mon 23 Nov to Sun 29 Nov 2026`: the days of a range.
[[nodiscard]] std::string span_words(const Agenda& agenda);
/// `07:40`.
[[nodiscard]] std::string clock(Moment moment);
/// `3 days late`, `1 day late`.
[[nodiscard]] std::string days_late_words(int days);

/// How an item reads: the reason in capitals, the rest of its line, and the text below it.
struct ItemWords {
  std::string label;     ///< `PROMISE`, `5 YEARS`
  std::string line;      ///< `due Fri 20 Nov, 3 days late`
  std::string detail{};  ///< what was asked or promised, in the customer's words
  std::string brief{};   ///< a shorter line, where there is one
};
[[nodiscard]] ItemWords words_of(const Book& book, const Item& item, Moment now);

/// A coming item in one line after its day: `annual owners' meeting`, `Joe Tran's birthday`.
[[nodiscard]] std::string coming_words(const Book& book, const Item& item, Date today);

/// How to address them with the pronunciation: `Renée (ruh-NAY)`.
[[nodiscard]] std::string address_words(const Customer& customer, Date today);
/// The same with the name behind it: `Renée (ruh-NAY), Copperline Lofts HOA`, and where the name
/// begins with it, `Odile (oh-DEEL) Marchetti`.
[[nodiscard]] std::string who_words(const Customer& customer, Date today);
/// The phone, or the mail address where there is none; the customer's own before a contact's.
[[nodiscard]] std::string reach_words(const Customer& customer, Date today);
/// `Luis's`, `for Nick`, `Ana's, for Nick`; nothing where it is the reader's own.
[[nodiscard]] std::string owner_words(const Agenda& agenda, const Entry& entry);
/// A person's first name as colleagues say it.
[[nodiscard]] std::string staff_words(const Book& book, StaffIndex staff);

/// `2 emergencies, 1 late promise, 8 more`.
[[nodiscard]] std::string summary(const Agenda& agenda);
/// `Left out: 3 over today's limit, 1 snoozed`; nothing where nothing was (R15).
[[nodiscard]] std::string hidden_words(const Agenda& agenda);
/// `Nothing due today. Next: Walt, Lakeshore Marina Condos on Tue 24 Nov.`
[[nodiscard]] std::string nothing_due_words(const Agenda& agenda,
                                            const std::optional<NextDue>& next);

/// The headings of a page and the classes below each (R10).
struct Section {
  std::string_view title;
  int first, last;
};
[[nodiscard]] const std::vector<Section>& sections();
/// The section of an entry: that of its most urgent item.
[[nodiscard]] std::size_t section_of(const Entry& entry);
/// Burning, late, or strained: what a page marks with `!`.
[[nodiscard]] bool is_marked(const Entry& entry);

}  // namespace care
