#include "shell/case.hpp"

#include "shell/usage.hpp"

namespace care {

std::string id_of(const Case& facts) { return shown(facts.customer().id); }

Text kept(const Case& facts, std::string_view text) { return facts.book.texts->keep(text); }

Moment moment_of(const Case& facts) {
  if (facts.on.time) return facts.on.moment();
  return facts.on.day == facts.today() ? facts.now
                                       : facts.book.policy.calendar.opening(facts.on.day);
}

}  // namespace care
