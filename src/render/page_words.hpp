#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <care/render.hpp>

#include "render/layout.hpp"

namespace care {

// What a page says, before any format has its way with it. All texts come back neutralised, in the
// words of the terminal page.

/// A lesser line under an entry: `heard`, and what.
struct Remark {
  std::string_view label;
  std::string text;
};
/// The lines under an entry that is due; only those that have something to say.
[[nodiscard]] std::vector<Remark> remarks_of(const Agenda& agenda, const Entry& entry);

/// One reason of an entry.
struct ReasonWords {
  std::string label;
  std::string text;
  std::string detail;
  Ink ink = Ink::plain;  ///< alarm, late or plain
};

struct EntryWords {
  bool marked = false;
  std::string id, who, owner;
  std::string phone, email;  ///< how to reach them; both where both are known
  std::vector<ReasonWords> reasons;
  std::vector<Remark> remarks;  ///< what is soon stands before the rest
};

struct SectionWords {
  std::string title;
  Ink ink = Ink::bold;  ///< alarm for what burns or is late
  bool compact = false;
  std::vector<EntryWords> entries;
};

struct PageWords {
  std::string title, whose;
  std::string summary;   ///< or that nothing is due
  bool quiet = false;    ///< nothing is due
  std::string problems;  ///< how many the book has; empty where none
  std::vector<std::string> first_problems;
  std::vector<SectionWords> sections;
  std::string hidden;
};

/// `brief`: of each entry its first reason only.
[[nodiscard]] PageWords words_of(const AgendaPage& page, bool brief);

/// The title of a page: the day and minute, or the days of a range.
[[nodiscard]] std::string title_words(const Agenda& agenda);
/// Whose page it is: the book's name, and the owner.
[[nodiscard]] std::string whose_words(const Agenda& agenda);
/// `3 problems in the book; ...`, and the first few of them; nothing where there are none.
[[nodiscard]] std::vector<std::string> problem_words(const AgendaPage& page);
/// The heading above an entry: its section, or its day in a range.
[[nodiscard]] std::string heading_of(const Agenda& agenda, const Entry& entry);
/// Whether entries of this one's section stand close to each other.
[[nodiscard]] bool is_compact(const Agenda& agenda, const Entry& entry);
[[nodiscard]] Ink heading_ink(const Agenda& agenda, const Entry& entry);
[[nodiscard]] Ink ink_of(const Item& item);
/// The moment that the page of `entry` speaks from: now, or the start of a later day.
[[nodiscard]] Moment moment_of(const Agenda& agenda, const Entry& entry);

}  // namespace care
