#include "shell/commands/asking.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include <care/text.hpp>
#include <care/text_ascii.hpp>

#include "shell/commands/lookup.hpp"

namespace care {

std::string on_lines(const World& world, std::string_view question) {
  return fmt::format("{}", fmt::join(wrapped(question, world.columns), "\n"));
}

std::string on_one_screen(const World& world, const std::string& text, std::size_t others) {
  constexpr std::size_t least = 3;
  std::vector<std::string_view> lines;
  for (std::string_view rest = text; !rest.empty();) {
    lines.push_back(rest.substr(0, rest.find('\n') + 1));
    rest.remove_prefix(lines.back().size());
  }
  if (world.rows == 0 || lines.size() + others <= world.rows) return text;
  std::size_t kept = std::max(least, world.rows - std::min(world.rows, others + 1));
  if (kept >= lines.size()) return text;
  // A title with nothing under it says nothing.
  while (kept > least && !lines[kept - 1].starts_with("  ")) --kept;
  return fmt::format(
      "{}... {} more {}: a\n",
      fmt::join(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(kept), ""),
      lines.size() - kept, lines.size() - kept == 1 ? "line" : "lines");
}

WholeLines::WholeLines(World& world) : world_{world}, write_{world.write_error} {
  world_.write_error = [this](std::string_view text) {
    text_ += text;
    return true;
  };
}

WholeLines::~WholeLines() {
  world_.write_error = write_;
  if (text_.ends_with('\n')) text_.pop_back();
  if (!text_.empty()) write_(on_lines(world_, text_) + "\n");
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
