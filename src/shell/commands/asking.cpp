#include "shell/commands/asking.hpp"

#include <fmt/format.h>

#include <care/text.hpp>
#include <care/text_ascii.hpp>

#include "shell/commands/lookup.hpp"

namespace care {

std::string on_lines(const World& world, std::string_view question) {
  return fmt::format("{}", fmt::join(wrapped(question, world.columns), "\n"));
}

std::string Questions::answer(const std::string& question) {
  if (ended_) return {};
  print(on_lines(session_.world, question) + " ");
  const auto line = session_.world.read_line();
  if (!line) {
    ended_ = true;
    print("\n");
    return {};
  }
  return std::string{trimmed(*line)};
}

bool Questions::yes(const std::string& question, bool usual) {
  std::string asked = question;
  while (true) {
    const std::string typed = folded(answer(asked));
    if (typed.empty()) return usual;
    if (typed == "y" || typed == "yes") return true;
    if (typed == "n" || typed == "no") return false;
    asked = fmt::format("\"{}\" is neither y nor n:", shown(typed));
  }
}

std::string Questions::word(const std::string& question,
                            const std::vector<std::string_view>& known) {
  std::string asked = question;
  while (true) {
    const std::string typed = answer(asked);
    if (typed.empty()) return {};
    for (const std::string_view one : known) {
      if (one.starts_with(folded(typed))) return std::string{one};
    }
    asked = fmt::format("\"{}\" is not one of these{}", shown(typed), suggestion(typed, known));
    if (!asked.ends_with('?')) asked += fmt::format(": {}?", either(known));
  }
}

}  // namespace care
