#include "shell/commands/plans.hpp"

#include <care/agenda.hpp>
#include <care/plan_courses.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>

namespace care {
namespace {

/// Plans of the book that fit the customer, then their own.
std::vector<Text> names_there(const RecordContext& context) {
  std::vector<Text> names;
  for (const Plan& plan : context.book.plans) {
    if (fits(context.book, plan, context.customer())) names.push_back(plan.name);
  }
  for (const OwnPlan& plan : context.customer().plans) names.push_back(plan.what);
  return names;
}

Text plan_named(const RecordContext& context, const std::string& typed) {
  const std::vector<Text> names = names_there(context);
  const auto found = named(names, typed, [](Text name) { return name; });
  if (found) return names[*found];
  refuse("--plan: {} has no plan called \"{}\"{}",
         {context.id(), shown(typed),
          names.empty() ? "; add a [[plan]] or [[customer.plan]] with care edit"
                        : "; " + there_are(names)});
}

/// A plan of the book of which nothing is open: then the touch does nothing of it.
void remark_idle(const RecordContext& context, const CustomerPlan& plan, Text name) {
  const auto is_named = [&](const Item& item) {
    return item.kind == Kind::plan && plan_name(item) == name;
  };
  if (std::ranges::any_of(plan.items, is_named)) return;
  context.remark(fmt::format("Nothing of the plan \"{}\" was open that day", shown(name)));
}

}  // namespace

std::vector<Item> plans_shown(const RecordContext& context) {
  std::vector<Item> items = context.plan().items;
  std::erase_if(items, [](const Item& item) {
    return item.kind != Kind::plan || !is_due(item) || item.hiding == Hiding::do_not_contact;
  });
  std::ranges::sort(items, comes_before);
  return items;
}

Text plan_name(const Item& item) { return item.plan.empty() ? item.what : item.plan; }

void do_plans(const RecordContext& context, const ImpliedList& typed, Touch& touch) {
  if (!typed.is_given) return;
  const auto add = [&](Text name) {
    if (std::ranges::find(touch.plans, name) == touch.plans.end()) touch.plans.push_back(name);
  };
  const bool takes_all =
      typed.value.empty() || std::ranges::find(typed.value, std::string{}) != typed.value.end();
  if (takes_all) {
    const std::vector<Item> items = plans_shown(context);
    if (items.empty()) {
      refuse("--plan: the agenda shows nothing of a plan for {} that day; name the plan",
             {context.id()});
    }
    for (const Item& item : items) add(plan_name(item));
  }
  const CustomerPlan plan = context.plan();
  for (const std::string& name : typed.value) {
    if (name.empty()) continue;
    add(plan_named(context, name));
    remark_idle(context, plan, touch.plans[touch.plans.size() - 1]);
  }
}

}  // namespace care
