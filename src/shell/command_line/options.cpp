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
Option& Option::offers(Offered what) {
  offered = std::move(what);
  return *this;
}
Option& Option::day(std::optional<Lean> lean) {
  is_day = true;
  return lean ? offers(days_offered(*lean)) : *this;
}
Option& Option::hide() {
  is_hidden = true;
  return *this;
}

void Options::who(std::string& target) {
  argument("WHO", "WHO", &target,
           "An id, the beginning of one, or words of a name; several words in quotes")
      .offered.wanted = Wanted::customer;
}

Argument& Options::argument(std::string_view argument, std::string_view usage,
                            Argument::Target target, std::string_view text) {
  return arguments.emplace_back(Argument{argument, usage, text, target});
}

Option& Options::add(std::string_view names, std::string_view value, Option::Target target,
                     ValueCount count, std::string_view text) {
  return options.emplace_back(Option{split(names), value, std::string{text}, target, count});
}

Option& Options::flag(std::string_view names, Option::Target target, std::string_view text) {
  return add(names, {}, target, ValueCount::none, text);
}

Option& Options::value(std::string_view names, std::string_view value, Option::Target target,
                       std::string_view text) {
  Option& option = add(names, value, target, ValueCount::one, text);
  option.may_come_again = std::holds_alternative<std::vector<std::string>*>(target);
  return option;
}

Option& Options::implied(std::string_view names, std::string_view value, bool& is_given,
                         Option::Target target, std::string_view text) {
  Option& option = this->value(names, value, target, text);
  option.count = ValueCount::at_most_one;
  option.is_given = &is_given;
  return option;
}

const Option* Options::find(std::string_view option_name) const {
  const auto found = std::ranges::find_if(
      options, [&](const Option& option) { return option.is_called(option_name); });
  return found == options.end() ? nullptr : &*found;
}

}  // namespace care
