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
    mail.declare_each_owner(options, "has customers, with their own review, as DIR/ID.eml");
    options.example("care review --last quarter");
    options.example("care review --from -1y --owner dana --format json");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    mail.check(format.format());
    mail.check_each_owner({{"--owner", !owner.empty()}, {"-o", !output.file.empty()}});
    const PeriodOption period{day_among("--from", mail.from), day_among("--to", mail.to), last};
    const Loaded loaded = session.load();
    const Book& book = loaded.book();
    check_tags(book, tags);
    const TwoPeriods both = period.periods(book, loaded.now);
    const ReviewSelection selection{both.period, both.previous, owner_named(book, owner), tags};
    session.report_problems(loaded);
    if (!mail.each_owner.empty()) {
      write_messages(session, loaded, selection);
      return loaded.exit_code();
    }
    if (format.format().review_message != nullptr) (void)envelope(loaded, selection.owner);
    output.deliver(session, page(session, loaded, review(book, loaded.now, selection)));
    return loaded.exit_code();
  }

 private:
  [[nodiscard]] Envelope envelope(const Loaded& loaded, std::optional<StaffIndex> of) const {
    Selection scope;
    scope.tags = tags;
    return mail.envelope(loaded.book(), of, scope);
  }

  [[nodiscard]] std::string page(const Session& session, const Loaded& loaded,
                                 const Review& found) const {
    const Format& as = format.format();
    Style style = session.style(output.is_file() || !mail.each_owner.empty());
    style.bom = format.bom;
    const ReviewPage page{found, loaded.reading.problems, tags};
    if (as.review_message == nullptr) return as.review(page, style);
    Envelope to = envelope(loaded, found.owner);
    if (session.world.zone) to.zone = session.world.zone(loaded.now);
    return as.review_message(page, to, style);
  }

  /// To each of the staff whose customers there is anything to say of.
  void write_messages(const Session& session, const Loaded& loaded,
                      ReviewSelection selection) const {
    const Book& book = loaded.book();
    write_to_each_owner(
        session.output_guard(output.force), mail.each_owner, book, [&](StaffIndex staff) {
          selection.owner = staff;
          Review theirs = review(book, loaded.now, selection);
          return StaffMessage{theirs.customers > 0, [&, theirs = std::move(theirs)] {
                                return page(session, loaded, theirs);
                              }};
        });
  }
};

}  // namespace

CommandRow review_command() { return row<Reviewing>("review"); }

}  // namespace care
