#pragma once

#include <optional>

#include <care/calendar.hpp>

namespace care {

/// The day of a record: `on`, or when it was asked or promised; nothing where it carries none.
template <class Record>
[[nodiscard]] std::optional<When> day_of_record(const Record& record) {
  const auto as_when = [](const auto& day) -> std::optional<When> {
    if constexpr (
        requires { day->time; } || requires { day.time; }) {
      return day;
    } else {
      return day ? std::optional{When{*day, std::nullopt}} : std::nullopt;
    }
  };
  if constexpr (requires { record.asked; }) {
    return as_when(record.asked);
  } else if constexpr (requires { record.made; }) {
    return as_when(record.made);
  } else {
    return as_when(record.on);
  }
}

}  // namespace care
