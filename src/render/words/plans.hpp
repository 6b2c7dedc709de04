#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <care/report.hpp>

namespace care {

// What is said of plans (R17). Everything here comes back neutralised.

/// `welcome 1 of 2, 3 days late: Call: is everything as promised?`, and of a plan of their own
/// `grease the door rollers (visit), 3 days late`.
[[nodiscard]] std::string plan_words(const Item& item, std::string_view late);
/// `welcome 1 of 2`, or what a plan of their own is called.
[[nodiscard]] std::string plan_name_words(const Item& item);

/// Where something planned stands.
enum class PlannedState : std::uint8_t {
  done,
  due,      ///< next
  not_yet,  ///< what comes before it is not done
  ended,    ///< they were in touch, which ended it
  over      ///< no day is left
};
template <>
inline constexpr auto word_rows<PlannedState> =
    std::to_array<Choice<PlannedState>>({{PlannedState::done, "done"},
                                         {PlannedState::due, "due"},
                                         {PlannedState::not_yet, "not_yet"},
                                         {PlannedState::ended, "ended"},
                                         {PlannedState::over, "over"}});

/// Something that is planned with somebody: a step of a plan of the book, or a plan of their own.
struct Planned {
  Text plan;                          ///< the book's; empty: of their own
  std::uint32_t step = 0, steps = 0;  ///< of that plan, from 1, and how many there are
  Text what;
  std::optional<Channel> how{};
  std::optional<Duration> every{};
  PlannedState state = PlannedState::over;
  std::optional<Date> day{};   ///< when it was done, or is due
  std::optional<Date> last{};  ///< of a plan of their own: when it was last done
};
/// Courses with their steps, then their own plans; as the book has them.
[[nodiscard]] std::vector<Planned> planned(const CallSheet& sheet);

/// A line of what is planned with somebody: where a step stands, and what it is.
struct PlannedLine {
  std::string state;  ///< `done 6 Nov`, `due Fri 27 Nov`, `not yet`
  std::string text;
};
/// Each of `planned`, in words.
[[nodiscard]] std::vector<PlannedLine> planned_lines(const CallSheet& sheet);

}  // namespace care
