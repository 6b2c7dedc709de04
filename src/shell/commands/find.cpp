#include <care/render_back.hpp>

#include "shell/commands/output.hpp"

namespace care {
namespace {

/// `care find TEXT…`
struct Finding {
  static constexpr bool only_prints = true;
  std::vector<std::string> words;
  FormatOption format;
  OutputOption output;

  void declare(Options& options) {
    options.summary("Where words stand: in names, notes, and what was said and heard");
    options.argument("TEXT...", &words, "All of these words; capitals and accents do not matter");
    format.declare(options, [](const Format& each) { return each.table != nullptr; });
    output.declare(options);
    options.example("care find cardamom");
    options.example("care find roof key --format json");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    const Format& as = format.format();
    if (words.empty()) refuse("find wants words to look for: care find cardamom");
    const Loaded loaded = session.load();
    session.report_problems(loaded);
    Style style = session.style(output.is_file());
    style.bom = format.bom;
    output.deliver(session, as.table(hits_table(loaded.book(), loaded.now, words), style));
    return loaded.exit_code();
  }
};

}  // namespace

CommandRow find_command() { return row<Finding>("find"); }

}  // namespace care
