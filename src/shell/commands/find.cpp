#include <care/render_back.hpp>

#include "shell/commands/output.hpp"

namespace care {
namespace {

/// `care find TEXT…`
struct Finding {
  static constexpr bool only_prints = true;
  std::vector<std::string> words;
  TableOption table;

  void declare(Options& options) {
    options.summary("Where words stand: in names, notes, and what was said and heard");
    options.argument("TEXT...", &words, "All of these words; capitals and accents do not matter");
    table.declare(options);
    options.example("care find cardamom");
    options.example("care find roof key --format json");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    table.check();
    if (words.empty()) refuse("find wants words to look for: care find cardamom");
    const Loaded loaded = session.load();
    return table.write(session, loaded, hits_table(loaded.book(), loaded.now, words));
  }
};

}  // namespace

CommandRow find_command() { return row<Finding>("find"); }

}  // namespace care
