#pragma once

#include <cstdint>
#include <optional>

#include <care/book_choices.hpp>
#include <care/book_lists.hpp>
#include <care/book_problems.hpp>
#include <care/book_texts.hpp>
#include <care/calendar.hpp>

namespace care {

/// What begins the course of a plan (R17).
enum class PlanStart : std::uint8_t { new_customer, purchase, emergency, strained };

template <>
inline constexpr auto word_rows<PlanStart> =
    std::to_array<Choice<PlanStart>>({{PlanStart::new_customer, "new"},
                                      {PlanStart::purchase, "purchase"},
                                      {PlanStart::emergency, "emergency"},
                                      {PlanStart::strained, "strained"}});

struct PlanStep {
  Position at;
  Duration after{1, Unit::day};
  Text what;
  std::optional<Channel> how;
};

/// A planned follow-up for every customer whom it fits; or, with `whose`, what is planned with that
/// one alone: then it stands among their own plans.
struct Plan {
  Position at;
  Text name;
  PlanStart starts = PlanStart::new_customer;
  Date from;  ///< no course starts before
  Texts tiers, tags;
  bool ends_on_reply = false;
  Few<PlanStep> steps;
  Text whose, what, by;
  std::optional<Duration> every;
  std::optional<Date> until;
  std::optional<Channel> how;
  std::optional<When> on;  ///< when it was agreed on; it counts from the beginning
  Position name_at, tiers_at, whose_at, by_at;  ///< of the values
};

/// What is due with one customer alone, once or again and again.
struct OwnPlan {
  Position at;
  Text what;
  Date from;
  std::optional<Duration> every;  ///< nothing: once
  std::optional<Date> until;
  std::optional<Channel> how;
  Position what_at;         ///< of the value
  bool is_learned = false;  ///< stands in a table of its own, not in the customer's
};

/// Words to say, with fields in them; see `message_parts`.
struct Message {
  Position at;
  Text name;
  Texts purposes;  ///< kinds of items, or `plan:` and a plan's name
  Text subject, text;
  Position name_at, purposes_at, subject_at, text_at;  ///< of the values
};

}  // namespace care
