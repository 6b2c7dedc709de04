#include "shell/pager.hpp"
#include <care/text_lines.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "shell/disk/files.hpp"

namespace care {
namespace {

/// What the shell is to run; nothing where there is to be none.
std::optional<std::string> pager_wanted(const Session& session) {
  const World& world = session.world;
  const bool is_seen = world.out_is_terminal && world.rows > 0 && world.run_pager;
  if (!is_seen || session.global.no_pager || session.environment("TERM") == "dumb") {
    return std::nullopt;
  }
  for (const std::string_view name : {"CARE_PAGER", "PAGER"}) {
    auto command = world.environment(name);
    if (!command) continue;
    if (command->empty() || *command == "cat") return std::nullopt;
    return command;
  }
  return "less -FRX";
}

bool is_longer_than_screen(std::string_view text, const World& world) {
  return line_feeds_in(text) >= world.rows;
}

void print(World& world, std::string_view text) {
  if (!world.write_out(text)) throw FileError{fmt::format("standard output: {}", last_error())};
}

}  // namespace

ExitCode paged(const Session& session, const std::function<ExitCode()>& run) {
  const auto pager = pager_wanted(session);
  if (!pager) return run();
  World& world = session.world;
  std::string text;
  const auto keep = [&text](std::string_view piece) {
    text += piece;
    return true;
  };
  auto write_out = std::exchange(world.write_out, keep);
  ExitCode code = ExitCode::done;
  try {
    code = run();
  } catch (...) {
    world.write_out = std::move(write_out);
    (void)world.write_out(text);
    throw;
  }
  world.write_out = std::move(write_out);
  if (!is_longer_than_screen(text, world) || !world.run_pager({"sh", "-c", *pager}, text)) {
    print(world, text);
  }
  return code;
}

}  // namespace care
