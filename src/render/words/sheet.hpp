#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <care/report.hpp>
#include "render/words/items.hpp"
#include "render/words/people.hpp"

namespace care {

/// What a line of a call sheet is; a format decides what that looks like.
enum class SheetLook {
  reason,     ///< what is due, behind its label in capitals
  remark,     ///< a lesser line behind its label
  happening,  ///< what was, behind its day
  dated,      ///< what will be, behind its day
  text,       ///< alone
};

/// One line of a call sheet. All of it is neutralised.
struct SheetLine {
  SheetLook look = SheetLook::text;
  std::string label;     ///< the reason, the label or the day; may be empty
  Ink ink = Ink::plain;  ///< of a reason
  std::string day{};     ///< of a remark, before its text; may be empty
  std::string text{};
  bool quoted = false;              ///< their own words
  std::vector<std::string> more{};  ///< what stands below it
  std::string id{};                 ///< of what is due, below that: `id acme-2026-11-20`
  std::string right{};              ///< at the edge: a phone, or where it stands in the book
};

/// Lines under one heading; those before the first have none.
struct SheetPart {
  std::string_view title;
  std::vector<SheetLine> lines;
  std::size_t left_out = 0;  ///< of what happened, all that is older
};

/// What a call sheet says, in the order in which one reads before a call, once for every format.
struct SheetWords {
  bool marked = false;  ///< burning or strained
  std::string id, who;
  Reach reach;
  std::vector<SheetPart> parts;
};
/// `whole_history`: not only the latest five.
[[nodiscard]] SheetWords words_of(const CallSheet& sheet, bool whole_history);

}  // namespace care
