#include <care/plan.hpp>
#include <care/text.hpp>
#include <care/text_ascii.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "plan/problems.hpp"

namespace care {

std::vector<RepeatedWow> repeated_wows(const Book& book, CustomerIndex customer) {
  constexpr Duration too_soon{3, Unit::year};
  std::map<std::string, const Touch*> latest;
  std::vector<RepeatedWow> repeated;
  for (const std::uint32_t i : book.touches.of(customer)) {
    const Touch& touch = book.touches.all[i];
    if (touch.wow.empty()) continue;
    const std::string wow = name_key(trimmed(touch.wow, " \t\r\n"));
    const Touch*& before = latest[wow];
    if (before != nullptr && before->on.day >= book.policy.calendar.minus(touch.on.day, too_soon))
      repeated.push_back({&touch, before});
    before = &touch;
  }
  return repeated;
}

void surprises_again(const Book& book, std::vector<Problem>& problems) {
  std::set<CustomerIndex> surprised;
  for (const Touch& touch : book.touches.all)
    if (!touch.wow.empty()) surprised.insert(touch.customer);
  for (const CustomerIndex customer : surprised) {
    for (const RepeatedWow& wow : repeated_wows(book, customer)) {
      problems.push_back(
          {Severity::note, "wow-again", wow.touch->at,
           fmt::format("{} had \"{}\" on {} already", neutralised(book.customers[customer].id),
                       short_text(wow.touch->wow), iso(wow.before->on.day)),
           "another surprise next time"});
    }
  }
}

}  // namespace care
