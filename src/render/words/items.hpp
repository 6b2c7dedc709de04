#pragma once

#include <string>
#include <string_view>

#include <care/agenda.hpp>
#include "render/words/item_advice.hpp"

namespace care {

/// How loud a text is; a page decides what that looks like.
enum class Ink { plain, bold, dim, alarm, late, good };
[[nodiscard]] Ink ink_of(const Item& item);

/// How an item reads: the reason in capitals, the rest of its line, and the text below it.
/// All of it is neutralised.
struct ItemWords {
  std::string label;     ///< `PROMISE`, `5 YEARS`
  std::string line;      ///< `due Fri 20 Nov, 3 days late`
  std::string detail{};  ///< what was asked or promised, in the customer's words
  std::string brief{};   ///< a shorter line, where there is one
  std::string day{};     ///< `Sat 28 Nov`, of what is only coming; that has no label
  Ink ink = Ink::plain;  ///< alarm, late or plain
};
/// Whether a page is read on its own day, and so may say `today`; a page of a coming day, or what
/// stands in a calendar, names the day.
enum class Read { today, another_day };

/// Its words as of `now`, as of something that is due.
[[nodiscard]] ItemWords words_of(const Book& book, const Item& item, Moment now,
                                 Read read = Read::today);
/// The same as a page has them, on which some items are only coming.
[[nodiscard]] ItemWords words_on_page(const Book& book, const Item& item, Moment now,
                                      Read read = Read::today);
/// `3 days late`, or `5 h 50 min late` where that is less than a day; nothing where it is not. All
/// formats, and lists, say the same.
[[nodiscard]] std::string late_words(const Item& item, Moment now);
/// `; gift: a cake`, `; gift ready: a cake`: of an event, or of its preparation.
[[nodiscard]] std::string gift_words(const Book& book, const Item& item);

/// A coming item in one line after its day: `annual owners' meeting`, `Joe Tran's birthday`.
[[nodiscard]] std::string coming_words(const Book& book, const Item& item, Date today);
/// `, do not contact`, of an occasion that is only to know: where no line above says so already.
[[nodiscard]] std::string caution_words(const Book& book, const Item& item, Date today);

/// `solve by 17:00`: what a request waits for.
[[nodiscard]] std::string aim_words(const Item& item, std::string_view by);

/// `every 2 weeks`, `first contact`, `after-care`, or why it is sooner; of the first with somebody
/// known that no contact is on record.
[[nodiscard]] std::string cadence_words(const FollowUp& follow_up, bool is_known = false);

}  // namespace care
