#include <care/review.hpp>

#include "shell/command_line/usage.hpp"
#include "shell/commands/lookup.hpp"
#include "shell/commands/mail.hpp"
#include "shell/commands/output.hpp"
#include "shell/commands/period.hpp"

namespace care {
namespace {

/// `care review`
struct Reviewing {
  static constexpr bool only_prints = true;
  std::string owner, last;
  std::vector<std::string> tags;
  FormatOption format;
  OutputOption output;
  MailOptions mail;

  void declare(Options& options) {
    options.summary("Step back: loyal or merely satisfied, and where care is deficient");
    mail.declare(options, {"From this day on; default: 90 days in all",
                           "Up to this day, as of its end; default: today", Lean::past});
    PeriodOption::declare_last(options, last);
    options.value("--owner", "ID", &owner, "Only customers of this staff member", {Wanted::staff});
    options.value("--tag", "TAG", &tags, "Only customers with this tag; may be given again",
                  {Wanted::tag});
    format.declare(options, [](const Format& each) {
      return each.review != nullptr || each.review_message != nullptr;
    });
    output.declare(options);
    options.example("care review --last quarter");
    options.example("care review --from -1y --owner dana --format json");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    mail.check(format.format());
    const PeriodOption period{day_among("--from", mail.from), day_among("--to", mail.to), last};
    const Loaded loaded = session.load();
    const Book& book = loaded.book();
    check_tags(book, tags);
    const TwoPeriods both = period.periods(book, loaded.now);
    const ReviewSelection selection{both.period, both.previous, owner_named(book, owner), tags};
    session.report_problems(loaded);
    output.deliver(session, page(session, loaded, selection));
    return loaded.exit_code();
  }

 private:
  [[nodiscard]] std::string page(const Session& session, const Loaded& loaded,
                                 const ReviewSelection& selection) const {
    const Book& book = loaded.book();
    const Format& as = format.format();
    Style style = session.style(output.is_file());
    style.bom = format.bom;
    if (as.review_message == nullptr) {
      const Review found = review(book, loaded.now, selection);
      return as.review({found, loaded.reading.problems, tags}, style);
    }
    Selection scope;
    scope.tags = tags;
    Envelope envelope = mail.envelope(book, selection.owner, scope);
    if (session.world.zone) envelope.zone = session.world.zone(loaded.now);
    const Review found = review(book, loaded.now, selection);
    return as.review_message({found, loaded.reading.problems, tags}, envelope, style);
  }
};

}  // namespace

CommandRow review_command() { return row<Reviewing>("review"); }

}  // namespace care
