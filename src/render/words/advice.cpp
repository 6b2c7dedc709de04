#include "render/words/advice.hpp"

#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>

#include "render/words/days.hpp"
#include "render/words/people.hpp"
#include "render/words/phrases.hpp"

namespace care {
namespace {

constexpr ItemAdvice strained_advice{"strained", "listen, do not sell"};

bool wants_another_way(const Entry& entry) {
  return std::ranges::any_of(entry.items, [](const Item& item) {
    return item.follow_up && item.follow_up->try_another_way;
  });
}

std::string other_ways(const Entry& entry) {
  if (entry.other_ways.empty()) {
    return "another way: nothing else on file, so ask around or drop by";
  }
  return fmt::format("another way: {}", fmt::join(entry.other_ways, ", "));
}

}  // namespace

ItemAdvice advice_on(const Item& item) {
  if (item.kind == Kind::no_plan) {
    return {"never, and no reason given", "decide when to be in touch"};
  }
  if (item.aim == Aim::other_offer) return {"offer refused", "find another"};
  if (!item.follow_up) return {};
  if (item.follow_up->after_care) return {"after-care", "ask how it went"};
  if (item.follow_up->strained) return strained_advice;
  if (item.follow_up->too_late) return {"more than half an interval late", "high time"};
  return {};
}

std::string phrase(const ItemAdvice& advice) {
  return advice.state.empty() ? "" : fmt::format("{}: {}", advice.state, advice.advice);
}

std::vector<Advice> advice_on(const Book& book, const Entry& entry) {
  std::vector<Advice> all;
  if (book.customers[*entry.customer].status == Status::do_not_contact) {
    all.push_back({"status", "do not contact"});
  }
  if (entry.strained) all.push_back({"mood", phrase(strained_advice)});
  if (entry.silent_since) {
    all.push_back({"silent", fmt::format("heard nothing since {}: call",
                                         past_day(*entry.silent_since, entry.day))});
  }
  if (wants_another_way(entry)) all.push_back({"try", other_ways(entry)});
  return all;
}

std::string wow_words(const Book& book, const Entry& entry) {
  if (!entry.wow) return {};
  const Customer& customer = book.customers[*entry.customer];
  const auto& likes = likes_of(customer, entry.day);
  return fmt::format(
      "{}; {}",
      entry.wow->last ? "nothing since " + month_and_year(*entry.wow->last) : "nothing yet",
      likes.empty() ? std::string{"what would delight them?"}
                    : fmt::format("{} likes {}", neutralised(address_of(customer, entry.day)),
                                  listed(likes)));
}

std::vector<std::string> hints_of(const Book& book, const Entry& entry) {
  std::vector<std::string> hints;
  if (!entry.customer) return hints;
  const auto add = [&](std::string hint) {
    const bool is_new = !hint.empty() && std::ranges::find(hints, hint) == hints.end();
    if (is_new) hints.push_back(std::move(hint));
  };
  for (const Advice& advice : advice_on(book, entry)) {
    add(advice.label == "try" ? "try " + advice.text : advice.text);
  }
  for (const Item& item : entry.items) add(phrase(advice_on(item)));
  if (entry.wow) add("WOW: " + wow_words(book, entry));
  return hints;
}

}  // namespace care
