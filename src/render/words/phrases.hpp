#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <care/calendar.hpp>

namespace care {

/// The year of a day, and its number in the month.
[[nodiscard]] inline int year_of(Date day) { return static_cast<int>(civil(day).year()); }
[[nodiscard]] inline unsigned number_of(Date day) {
  return static_cast<unsigned>(civil(day).day());
}

/// Neutralised, with blanks for line ends: of a text within a sentence.
[[nodiscard]] std::string in_line(std::string_view text);
/// `"two new doors"`, the same in quotes.
[[nodiscard]] std::string quoted(std::string_view text);
/// Of a string; otherwise std::quoted would be found, where it is included.
[[nodiscard]] inline std::string quoted(const std::string& text) {
  return quoted(std::string_view{text});
}
/// `orchids, dark chocolate`, on one line, neutralised.
[[nodiscard]] std::string listed(std::span<const std::string_view> texts);
/// On one line, neutralised, cut where it is longer than anybody reads in a sentence.
[[nodiscard]] std::string in_short(std::string_view text);
/// The same in quotes.
[[nodiscard]] std::string short_quote(std::string_view text);
/// With blanks for line ends.
[[nodiscard]] std::string on_one_line(std::string text);
/// `Ana, Tom and Eve`.
[[nodiscard]] std::string enumerated(const std::vector<std::string>& names);
/// `their patience`, of what one says to them: `your patience`.
[[nodiscard]] std::string theirs(std::string_view said);
/// `1 problem`, `2 problems`.
[[nodiscard]] std::string counted(int count, std::string_view one, std::string_view several);
/// `2 problems in the book; something may be missing here: care check`; nothing where there are
/// none.
[[nodiscard]] std::string missing_words(std::size_t problems);
/// With a capital letter at its beginning, where that is ASCII.
[[nodiscard]] std::string capitalised(std::string text);

// How a person reads days and times; `today` decides whether a year needs saying: where it is
// another one, or the day more than 300 days off.

/// `Fri 20 Nov`, `Sun 3 Jan 2027`.
[[nodiscard]] std::string short_day(Date day, Date today);
/// The same, with a time where it has one: `Fri 20 Nov 15:00`.
[[nodiscard]] std::string short_when(const When& when, Date today);
/// The same without the day of the week: `20 Nov`.
[[nodiscard]] std::string past_day(Date day, Date today);
/// `Monday 23 November 2026`.
[[nodiscard]] std::string long_day(Date day);
/// `Tue 24`, or `Tue 1 Dec` in another month than today's.
[[nodiscard]] std::string by_day(Date day, Date today);
/// `Mar 2023`.
[[nodiscard]] std::string month_and_year(Date day);
/// `Mon`.
[[nodiscard]] std::string weekday_words(Date day);
/// `Thursday 26 November 2026`, or `Mon 23 Nov to Sun 29 Nov 2026`.
[[nodiscard]] std::string days_words(Date from, Date to);
/// `07:40`.
[[nodiscard]] std::string clock(Moment moment);
/// `5 h 50 min`, `3 days`: no finer than anybody needs.
[[nodiscard]] std::string time_words(std::chrono::minutes time);
/// `5 days ago`, `3 weeks ago`, `11 months ago`: no finer than anybody needs.
[[nodiscard]] std::string ago_words(Date day, Date today);

}  // namespace care
