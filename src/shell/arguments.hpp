#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <care/render.hpp>

namespace care {

enum class Command { today, week, agenda, show, list, why, check, init };
enum class ColorWish { automatic, always, never };

/// A command line that can be carried out, as far as that can be said without the book.
struct Arguments {
  Command command = Command::today;
  std::optional<std::string> book;
  std::optional<Date> today;
  std::optional<Moment> now;
  ColorWish color = ColorWish::automatic;
  Format format = Format::text;
  std::optional<std::string> output;
  std::optional<std::string> owner;
  bool all = false;  ///< today: of all owners; show: whole history; list: former ones too
  std::vector<std::string> tags;
  std::vector<Kind> only;
  bool brief = false;
  bool if_any = false;
  bool exit_code = false;
  std::optional<int> days;
  std::optional<Date> from, to;
  std::string who;
  std::string tier;
  bool strained = false;
  bool ids = false;
  std::optional<std::string> path;
};

/// What to print instead of carrying anything out: help, the version, or a usage error.
struct Reply {
  int exit_code;
  std::string out, error;
};

/// Touches nothing outside: no file, environment or stream.
[[nodiscard]] std::variant<Arguments, Reply> parse_arguments(const std::vector<std::string>& words);

/// A usage error, as every one of them reads.
[[nodiscard]] Reply usage_error(std::string_view message);

}  // namespace care
