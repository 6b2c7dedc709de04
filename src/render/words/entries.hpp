#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <care/agenda.hpp>
#include "render/words/items.hpp"
#include "render/words/people.hpp"

namespace care {

/// A lesser line under an entry, behind its label: `heard   12 Nov  the owners meet`.
struct Remark {
  std::string_view label;
  std::string day;  ///< may be empty
  std::string text;
  bool quoted = false;  ///< their own words
};

/// What a page says of one customer, or of something that could not be read. All of it is
/// neutralised.
struct EntryWords {
  bool marked = false;  ///< burning, late or strained
  bool due = false;     ///< not only coming
  std::string id;
  std::string call_me;  ///< how to address them, alone
  std::string who;      ///< the same with the pronunciation and their name
  std::string caution;  ///< what to mind before all: that they are not to be contacted
  std::string owner;    ///< `Luis's, for Dana`; empty where it is the reader's own
  Reach reach;
  std::string write;               ///< the name of a message that is there for it
  std::string mailto;              ///< a link that writes it (R18); both empty where there is none
  std::vector<ItemWords> reasons;  ///< what is due; or what is coming, where nothing is
  std::vector<Remark> remarks;     ///< what is soon first; where nothing is due, a WOW alone
};
/// Whether a `!` stands before them: something burns or is late, they are strained, or it is high
/// time.
[[nodiscard]] bool is_marked(const Entry& entry);
/// `brief`: its first reason alone, and how many more there are.
[[nodiscard]] EntryWords words_of(const Agenda& agenda, const Entry& entry, bool brief);

/// What whoever calls should mind: a line about the whole entry, under its label, as `silent`,
/// `heard nothing since 2 Nov: call`. It is made here and nowhere else (R4, R5, R11, R15).
struct Advice {
  std::string_view label;
  std::string text;
};
/// In the order of a page: do not contact (under `mind`), strained, silent, try another way. All of
/// it neutralised.
[[nodiscard]] std::vector<Advice> advice_on(const Book& book, const Entry& entry);
/// The events for which there is something to prepare now, by their records.
using Prepared = std::set<std::uint32_t>;
[[nodiscard]] Prepared prepared_now(const Entry& entry);
/// What is coming, beside what is due. The gift of what is prepared now is said there.
[[nodiscard]] Remark soon_words(const Book& book, const Item& item, const Entry& entry,
                                const Prepared& prepared);
/// `for their patience with "car 3 stopped…"`, `for 7 years with us`; empty where there is nothing
/// to thank for, or the item THANK says it.
[[nodiscard]] std::string thank_words(const Entry& entry);
/// `nothing since Mar 2023; Maria likes orchids`; empty where no WOW is due (R9).
[[nodiscard]] std::string wow_words(const Book& book, const Entry& entry);
/// The same, advice on items among it, as phrases that need no label.
[[nodiscard]] std::vector<std::string> hints_of(const Book& book, const Entry& entry);

/// `12 Nov  the owners meet`: the text with its day, where it has one, before it.
[[nodiscard]] std::string with_day(std::string_view day, std::string_view text);

/// What they last said; how they were reached since then; and whether somebody tried to (R11).
[[nodiscard]] std::vector<Remark> last_words(const Book& book, const Entry& entry);

/// How somebody was in touch: `call`, `their letter`, `missed visit`.
[[nodiscard]] std::string contact_words(const Touch& touch);

}  // namespace care
