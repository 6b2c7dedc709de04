#include <care/plan.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "plan/problems.hpp"

namespace care {
namespace {

std::string_view without_blanks(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
  return text.substr(0, text.find_last_not_of(blanks) + 1);
}

}  // namespace

std::vector<RepeatedWow> repeated_wows(const Book& book, CustomerIndex customer) {
  constexpr Duration too_soon{3, Unit::year};
  std::map<std::string, const Touch*> latest;
  std::vector<RepeatedWow> repeated;
  for (const std::uint32_t i : book.touches.of(customer)) {
    const Touch& touch = book.touches.all[i];
    if (touch.wow.empty()) continue;
    const std::string wow = name_key(without_blanks(touch.wow));
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
                       shortened(neutralised(wow.touch->wow), 60), iso(wow.before->on.day)),
           "another surprise next time"});
    }
  }
}

}  // namespace care
