#include "fuzz/session.hpp"

#include <algorithm>
#include <cerrno>

#include <care/calendar.hpp>
#include <care/cli.hpp>

#include "fuzz/fuzz.hpp"

namespace care::test {
namespace {

Moment moment_of(const std::string& text) {
  const auto when = parse_iso(text);
  if (when && when->time) return when->moment();
  return parse_iso("2026-11-23T09:10")->moment();
}

/// What is typed, line by line.
std::optional<std::string> next_line(std::string_view& rest) {
  if (rest.empty()) return std::nullopt;
  const std::size_t end = std::min(rest.find('\n'), rest.size());
  std::string line{rest.substr(0, end)};
  rest.remove_prefix(std::min(end + 1, rest.size()));
  return line;
}

}  // namespace

Session::Session(const Script& script) : script_{script} {
  environment_["HOME"] = "home";
  environment_["CARE_BOOK"] =
      script.book.empty() || script.book.contains("book.toml") ? "book.toml" : "book";
  for (const auto& [name, value] : script.environment) environment_.insert_or_assign(name, value);
}

Outcome Session::play(const std::vector<std::string>& words) const {
  Outcome outcome;
  std::string_view typed{script_.input};
  World world;
  world.now = [this] { return moment_of(script_.now); };
  world.environment = [this](std::string_view name) -> std::optional<std::string> {
    const auto found = environment_.find(name);
    return found == environment_.end() ? std::nullopt : std::optional{found->second};
  };
  world.read_input = [this] { return std::optional{script_.input}; };
  world.read_line = [&typed] { return next_line(typed); };
  world.write_out = [&](std::string_view text) {
    if (script_.is_full) errno = ENOSPC;
    if (!script_.is_full) outcome.out += text;
    return !script_.is_full;
  };
  world.write_error = [&](std::string_view text) {
    outcome.err += text;
    return true;
  };
  world.run_program = [](const std::vector<std::string>& command) {
    errno = ENOENT;
    return command.front() != "nonesuch";
  };
  world.in_is_terminal = script_.is_typed;
  world.out_is_terminal = script_.columns > 0;
  if (script_.columns > 0) world.columns = script_.columns;
  outcome.code = static_cast<int>(run(words, world));

  constexpr int wrong_usage = 2;
  constexpr int not_written = 4;
  demand(outcome.code >= 0 && outcome.code <= not_written, "an exit code is 0 to 4");
  demand_visible(outcome.err, "standard error");
  demand(outcome.err.empty() || outcome.err.ends_with('\n'), "a line of standard error has an end",
         outcome.err);
  if (outcome.code == wrong_usage || outcome.code == not_written) {
    demand(outcome.err.starts_with("care: "), "an error says whose it is", outcome.err);
  }
  return outcome;
}

bool Session::is_plain(const std::vector<std::string>& words) const {
  return std::ranges::find(script_.environment, "CARE_BOOK",
                           &std::pair<std::string, std::string>::first) ==
             script_.environment.end() &&
         std::ranges::none_of(words, [](const std::string& word) {
           return word.find("--book") != std::string::npos;
         });
}

bool Session::may_colour(const std::vector<std::string>& words) const {
  return script_.columns > 0 || environment_.contains("CLICOLOR_FORCE") ||
         std::ranges::any_of(words, [](const std::string& word) {
           return word.find("always") != std::string::npos;
         });
}

}  // namespace care::test
