#include <fmt/format.h>

#include <string_view>
#include <unordered_set>

#include "shell/commands/lookup.hpp"
#include "shell/commands/output.hpp"
#include "shell/two_threads.hpp"

namespace care {
namespace {

/// Also of those who could not be read, where nobody else has it: what is asked of them says so.
std::string ids_of(const Book& book, const Listing& listing) {
  std::string ids;
  std::unordered_set<std::string_view> taken;
  if (!listing.unreadable.empty())
    for (const Customer& customer : book.customers) taken.insert(customer.id);
  for (const Unreadable* lost : listing.unreadable)
    if (is_customer_id(lost->id) && !taken.contains(lost->id)) ids += fmt::format("{}\n", lost->id);
  for (const CustomerIndex who : listing.customers)
    ids += fmt::format("{}\n", neutralised(book.customers[who].id));
  return ids;
}

/// `care list`
struct ListingCustomers {
  static constexpr bool only_prints = true;
  std::string owner, tier;
  std::vector<std::string> tags;
  bool strained = false, all = false, ids = false;
  FormatOption format;
  std::string sort{"book"};

  void declare(Options& options) {
    options.summary("All customers, one line each");
    options.value("--owner", "ID", &owner, "Only customers of this staff member", {Wanted::staff});
    options.value("--tag", "TAG", &tags, "Only customers with this tag; may be given again",
                  {Wanted::tag});
    options.value("--tier", "NAME", &tier, "Only customers of this tier", {Wanted::tier});
    options.flag("--strained", &strained, "Only those who are strained now");
    options.flag("--all", &all, "Former customers too");
    format.declare(options, [](const Format& each) { return each.listing != nullptr; });
    options.value("--sort", "ORDER", &sort, "In the order of " + either(choices<ListOrder>()),
                  {Wanted::words, choices<ListOrder>()});
    options.flag("--ids", &ids, "Only the ids");
    options.example("care list --tier A --strained");
    options.example("care list --tag west --format csv");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    const Format& as = format.format();
    const Loaded loaded = session.load();
    const Book& book = loaded.book();
    check_tags(book, tags);
    ListSelection selection{owner_named(book, owner), tags, {}, strained, all};
    selection.order = chosen<ListOrder>("--sort", sort);
    if (!tier.empty()) selection.tier = book.policy.tiers[tier_named(book, tier)].name;
    Listing listing = list_customers(book, loaded.now, selection);
    listing.problems = loaded.reading.problems;
    listing.together = on_two_threads;
    session.report_problems(loaded);
    Style style = session.style();
    style.bom = format.bom;
    session.print(ids ? ids_of(book, listing) : as.listing(listing, style));
    return loaded.exit_code();
  }
};

}  // namespace

CommandRow list_command() { return row<ListingCustomers>("list"); }

}  // namespace care
