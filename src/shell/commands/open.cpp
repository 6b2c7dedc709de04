#include <care/render_back.hpp>

#include "shell/commands/lookup.hpp"
#include "shell/commands/output.hpp"

namespace care {
namespace {

/// `care open`
struct ListingOpen {
  static constexpr bool only_prints = true;
  std::string owner;
  std::vector<std::string> tags;
  FormatOption format;
  OutputOption output;

  void declare(Options& options) {
    options.summary("Every open request, promise and offer, by the day it is due");
    options.value("--owner", "ID", &owner, "Only of customers of this staff member",
                  {Wanted::staff});
    options.value("--tag", "TAG", &tags, "Only customers with this tag; may be given again",
                  {Wanted::tag});
    format.declare(options, [](const Format& each) { return each.table != nullptr; });
    output.declare(options);
    options.example("care open --owner dana");
    options.example("care open --tag west --format csv");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    const Format& as = format.format();
    const Loaded loaded = session.load();
    check_tags(loaded.book(), tags);
    Selection selection;
    selection.owner = owner_named(loaded.book(), owner);
    selection.tags = tags;
    session.report_problems(loaded);
    Style style = session.style(output.is_file());
    style.bom = format.bom;
    output.deliver(session, as.table(open_table(loaded.book(), loaded.now, selection), style));
    return loaded.exit_code();
  }
};

}  // namespace

CommandRow open_command() { return row<ListingOpen>("open"); }

}  // namespace care
