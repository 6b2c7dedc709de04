#include "render/words/item_advice.hpp"
#include "render/words/phrases.hpp"

#include <fmt/format.h>

namespace care {

ItemAdvice strained_advice() { return {"strained", "listen, do not sell"}; }

ItemAdvice late_advice(const FollowUp& follow_up) {
  return {follow_up.beyond
              ? fmt::format("longer than {} without a contact", to_string(*follow_up.beyond))
              : "more than half an interval late",
          "high time"};
}

ItemAdvice advice_on(const Item& item) {
  if (item.kind == Kind::no_plan) {
    return {"never, and no reason given", "decide when to be in touch"};
  }
  if (item.aim == Aim::other_offer) return {"offer refused", "find another"};
  if (item.aim == Aim::their_part) return {"ask again", in_line(item.waiting_for)};
  if (!item.follow_up) return {};
  if (item.follow_up->after_care) return {"after-care", "ask how it went"};
  if (item.follow_up->strained) return strained_advice();
  if (item.follow_up->too_late) return late_advice(*item.follow_up);
  return {};
}

std::string_view caution_of(const Customer& customer) {
  return customer.status == Status::do_not_contact
             ? "do not contact: answer what was asked, nothing else"
             : "";
}

std::string phrase(const ItemAdvice& advice) {
  return advice.state.empty() ? "" : fmt::format("{}: {}", advice.state, advice.advice);
}

}  // namespace care
