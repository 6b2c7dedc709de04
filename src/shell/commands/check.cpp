#include <algorithm>
#include <iterator>

#include "shell/commands/output.hpp"

namespace care {
namespace {

/// `care check`
struct Checking {
  static constexpr bool only_prints = true;
  FormatOption format;

  void declare(Options& options) {
    options.summary("All problems of the book; silent where there are none");
    format.declare(options, [](const Format& each) { return each.problems != nullptr; });
    options.example("care check");
    options.example("care check --format json | jq -r '.problems[].code'");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    const Format& as = format.format();
    Loaded loaded = session.load();
    const ExitCode code = loaded.exit_code();  // of the problems alone
    auto& problems = loaded.reading.problems;
    std::ranges::move(loaded.notes, std::back_inserter(problems));
    std::ranges::stable_sort(problems, {}, &Problem::at);
    session.print(as.problems(loaded.book(), problems));
    return code;
  }
};

}  // namespace

CommandRow check_command() { return row<Checking>("check"); }

}  // namespace care
