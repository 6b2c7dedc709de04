#pragma once

#include <span>
#include <string>
#include <vector>

#include <care/render.hpp>
#include "render/words/entries.hpp"

namespace care {

/// Entries under one heading: those of one urgency, or of one day in a range.
struct SectionWords {
  std::string title;
  Ink ink = Ink::bold;   ///< alarm for what burns
  bool compact = false;  ///< entries of a line or two, with no room between them
  std::span<const EntryWords> entries;
};

/// What a page says, before any format has its way with it: made once, for all that are read as
/// prose. All of it is neutralised.
struct PageWords {
  PageWords() = default;
  PageWords(PageWords&&) = default;  // what was copied would refer to the other's entries
  PageWords& operator=(PageWords&&) = default;

  std::string title;     ///< the day and minute, or the days of a range
  std::string whose;     ///< the book's name, and the owner's
  std::string summary;   ///< or that nothing is due
  bool quiet = false;    ///< nothing is due
  std::string problems;  ///< how many the book has; empty where none
  std::vector<std::string> first_problems;
  std::vector<EntryWords> entries;  ///< of all sections, one behind the other
  std::vector<SectionWords> sections;
  std::string hidden;     ///< what is left out; empty where nothing is
  std::string new_month;  ///< on the first working day of a month: where to look back
};
/// `brief`: of each entry its first reason alone.
[[nodiscard]] PageWords words_of(const AgendaPage& page, bool brief);

/// `2 emergencies, 1 late promise, 8 more`.
[[nodiscard]] std::string summary_words(const Agenda& agenda);
/// The same, or that nothing is due, and when the next thing is.
[[nodiscard]] std::string summary_words(const AgendaPage& page);
/// `Left out: 3 over today's limit, 1 snoozed`; nothing where nothing was (R15).
[[nodiscard]] std::string hidden_words(const Agenda& agenda);

}  // namespace care
