#include <care/cli.hpp>

#include <cerrno>
#include <optional>
#include <stdexcept>

#include "transcript.hpp"

namespace care::test {

Played play(const std::vector<std::string>& words, const Scene& scene) {
  const std::optional<When> now = parse_iso(scene.now);
  if (!now || !now->time) throw std::runtime_error("no moment: " + scene.now);

  Played played;
  World world;
  world.now = [&] { return now->moment(); };
  world.environment = [&](std::string_view name) -> std::optional<std::string> {
    const auto found = scene.environment.find(std::string(name));
    if (found == scene.environment.end()) return std::nullopt;
    return found->second;
  };
  world.read_input = [&] { return std::optional(scene.input); };
  world.write_out = [&](std::string_view text) {
    played.out += text;
    return true;
  };
  world.write_error = [&](std::string_view text) {
    played.err += text;
    return true;
  };
  world.read_line = [&, rest = std::string_view{scene.input}]() mutable {
    if (rest.empty()) return std::optional<std::string>{};
    const auto end = rest.find('\n');
    std::optional<std::string> line{rest.substr(0, end)};
    played.out += *line + "\n";  // as the terminal shows what is typed
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    return line;
  };
  world.run_program = [&](const std::vector<std::string>& command) {
    for (const std::string& word : command) {
      played.out += (&word == &command.front() ? "[runs " : " ") + word;
    }
    played.out += "]\n";
    errno = ENOENT;
    return command.front() != "nonesuch";
  };
  world.run_pager = [&](const std::vector<std::string>& command, std::string_view text) {
    played.out += "[" + command.back() + "]\n";
    if (command.back() == "nonesuch") return false;
    played.out += text;
    return true;
  };
  world.in_is_terminal = scene.answers;
  world.out_is_terminal = scene.columns != 0;
  if (world.out_is_terminal) world.columns = scene.columns;
  world.rows = scene.rows;
  played.code = static_cast<int>(run(words, world));
  return played;
}

}  // namespace care::test
