#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <care/agenda.hpp>
#include <care/record.hpp>
#include <care/report.hpp>

namespace care {

/// How a text page looks. Of this, HTML and mail take `brief`, CSV `bom`, other formats nothing.
struct Style {
  bool color = false;
  std::size_t width = 80;      ///< columns of the terminal; text is never stretched past 100
  bool brief = false;          ///< one line an entry
  bool whole_history = false;  ///< of a call sheet, instead of the latest five
  bool bom = false;            ///< of CSV: with a byte order mark
};

/// An agenda and what else its page must say: problems of the book, and, where nothing is
/// due, when the next thing is.
struct AgendaPage {
  const Agenda& agenda;
  const std::vector<Problem>& problems;
  std::optional<NextDue> next;
  const DueAhead* ahead = nullptr;  ///< whole weeks from today, for the load (HTML and mail)
  Selection selection{};            ///< what the agenda was made for
};

/// The derivation of `care why`.
[[nodiscard]] std::string render(const Derivation& derivation, const Style& style);
/// What was written to the book, what is open and what is ahead, in a few lines.
[[nodiscard]] std::string render(const Outlook& outlook, std::span<const Record> written,
                                 const Style& style);

/// `FILE:LINE:COL: error: what [code]`, and on a second line what to write instead.
[[nodiscard]] std::string problem_line(const Book& book, const Problem& problem);

}  // namespace care
