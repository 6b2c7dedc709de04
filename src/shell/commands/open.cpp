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
  TableOption table;

  void declare(Options& options) {
    options.summary("Every open request, promise and offer, by the day it is due");
    options.value("--owner", "ID", &owner, "Only of customers of this staff member",
                  {Wanted::staff});
    options.value("--tag", "TAG", &tags, "Only customers with this tag; may be given again",
                  {Wanted::tag});
    table.declare(options);
    options.example("care open --owner dana");
    options.example("care open --tag west --format csv");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    table.check();
    const Loaded loaded = session.load();
    check_tags(loaded.book(), tags);
    Selection selection;
    selection.owner = owner_named(loaded.book(), owner);
    selection.tags = tags;
    return table.write(session, loaded, open_table(loaded.book(), loaded.now, selection));
  }
};

}  // namespace

CommandRow open_command() { return row<ListingOpen>("open"); }

}  // namespace care
