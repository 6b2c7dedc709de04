#include <care/review.hpp>

#include "shell/commands/lookup.hpp"
#include "shell/commands/output.hpp"
#include "shell/commands/period.hpp"

namespace care {
namespace {

/// `care review`
struct Reviewing {
  static constexpr bool only_prints = true;
  std::string owner;
  std::vector<std::string> tags;
  PeriodOption period;
  FormatOption format;
  OutputOption output;

  void declare(Options& options) {
    options.summary("Step back: loyal or merely satisfied, and where care is deficient");
    period.declare(options);
    options.value("--owner", "ID", &owner, "Only customers of this staff member", {Wanted::staff});
    options.value("--tag", "TAG", &tags, "Only customers with this tag; may be given again",
                  {Wanted::tag});
    format.declare(options, [](const Format& each) { return each.review != nullptr; });
    output.declare(options);
    options.example("care review --last quarter");
    options.example("care review --from -1y --owner dana --format json");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    const Format& as = format.format();
    const Loaded loaded = session.load();
    const Book& book = loaded.book();
    check_tags(book, tags);
    const TwoPeriods both = period.periods(book, loaded.now);
    const ReviewSelection selection{both.period, both.previous, owner_named(book, owner), tags};
    session.report_problems(loaded);
    Style style = session.style(output.is_file());
    style.bom = format.bom;
    const Review found = review(book, loaded.now, selection);
    output.deliver(session, as.review({found, loaded.reading.problems}, style));
    return loaded.exit_code();
  }
};

}  // namespace

CommandRow review_command() { return row<Reviewing>("review"); }

}  // namespace care
