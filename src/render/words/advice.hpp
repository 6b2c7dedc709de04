#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <care/agenda.hpp>

namespace care {

// What whoever calls should mind. It is made here and nowhere else, so that all formats say the
// same (R4, R5, R7, R9, R11, R15).

/// How it stands with one item, and what to do about it: `offer refused`, `find another`. Both are
/// empty where there is nothing to mind.
struct ItemAdvice {
  std::string_view state, advice;
};
[[nodiscard]] ItemAdvice advice_on(const Item& item);
/// `offer refused: find another`.
[[nodiscard]] std::string phrase(const ItemAdvice& advice);

/// A line about the whole entry, under its label: `silent`, `heard nothing since 2 Nov: call`.
struct Advice {
  std::string_view label;
  std::string text;
};
/// In the order of a page: do not contact, strained, silent, try another way. All of it
/// neutralised.
[[nodiscard]] std::vector<Advice> advice_on(const Book& book, const Entry& entry);
/// `nothing since Mar 2023; Maria likes orchids`; empty where no WOW is due (R9).
[[nodiscard]] std::string wow_words(const Book& book, const Entry& entry);

/// The same, those on items among it, as phrases that need no label.
[[nodiscard]] std::vector<std::string> hints_of(const Book& book, const Entry& entry);

}  // namespace care
