#include "shell/command_line/options.hpp"

#include <algorithm>

namespace care {
namespace {

std::vector<std::string_view> split(std::string_view names) {
  std::vector<std::string_view> parts;
  while (!names.empty()) {
    const std::size_t end = std::min(names.find(','), names.size());
    parts.push_back(names.substr(0, end));
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return parts;
}

}  // namespace

Offered days_offered(Lean lean) {
  return {Wanted::words,
          {"today", lean == Lean::past ? "yesterday" : "tomorrow", "mon", "tue", "wed", "thu",
           "fri", "sat", "sun"}};
}

bool Option::is_called(std::string_view name) const {
  return std::ranges::find(names, name) != names.end();
}
Option& Option::list() {
  count = ValueCount::list;
  may_come_again = false;
  return *this;
}
Option& Option::day(std::optional<Lean> lean) {
  is_day = true;
  if (lean) offered = days_offered(*lean);
  return *this;
}
Option& Option::amount() {
  is_amount = true;
  return *this;
}
Option& Option::hide() {
  is_hidden = true;
  return *this;
}

void Options::who(std::string& target) {
  argument("WHO", &target,
           "An id, the beginning of one, or words of a name; several words in quotes",
           {Wanted::customer});
}

void Options::argument(std::string_view usage, Argument::Target target, std::string_view text,
                       Offered offered) {
  const auto begin = usage.find_first_not_of('[');
  const auto word = usage.substr(begin, usage.find_first_of(" .]") - begin);
  arguments.push_back({word, usage, text, target, std::move(offered)});
}

Option& Options::add(std::string_view names, std::string_view value, Option::Target target,
                     ValueCount count, std::string_view text) {
  return options.emplace_back(Option{split(names), value, std::string{text}, target, count});
}

Option& Options::flag(std::string_view names, Option::Target target, std::string_view text) {
  return add(names, {}, target, ValueCount::none, text);
}

Option& Options::value(std::string_view names, std::string_view value, Option::Target target,
                       std::string_view text, Offered offered) {
  Option& option = add(names, value, target, ValueCount::one, text);
  option.offered = std::move(offered);
  option.may_come_again = std::holds_alternative<std::vector<std::string>*>(target);
  return option;
}

const Option* Options::find(std::string_view option_name) const {
  const auto found = std::ranges::find_if(
      options, [&](const Option& option) { return option.is_called(option_name); });
  return found == options.end() ? nullptr : &*found;
}

}  // namespace care
