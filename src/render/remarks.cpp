#include <care/text.hpp>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "render/formats.hpp"
#include "render/page_words.hpp"
#include "render/wording.hpp"

namespace care {
namespace {

/// What was last heard, and when: `heard   Sun 21:52  patient moved`.
Remark last_of(const Agenda& agenda, const Entry& entry) {
  const Date today = day_of(agenda.now);
  if (entry.last == nullptr) return {"last", "never contacted"};
  const When on = entry.last->on;
  const bool this_week = on.time && today - on.day < std::chrono::days{7};
  std::string when = past_day(on.day, today);
  if (this_week) {
    when = fmt::format("{} {}", on.day == today ? "today" : short_day(on.day, today).substr(0, 3),
                       clock(on.moment()));
  }
  if (!entry.last->heard.empty()) {
    return {"heard", fmt::format("{}  {}", when, neutralised(entry.last->heard))};
  }
  const std::string_view how = entry.last->how ? word(*entry.last->how) : "touch";
  const std::string said =
      entry.last->said.empty() ? "" : fmt::format(": {}", neutralised(entry.last->said));
  return {"last", fmt::format("{}  {}{}", when, how, said)};
}

/// A WOW needs an idea: what they like, or what the person to call likes.
std::string wow_words(const Entry& entry, const Customer& customer) {
  const Text who = address_of(customer, entry.day);
  const auto* likes = &customer.likes;
  for (const Contact& contact : customer.contacts) {
    const bool meant = contact.call_me == who || contact.name == who;
    if (likes->empty() && meant) likes = &contact.likes;
  }
  return likes->empty() ? std::string{"nothing yet; what would delight them?"}
                        : fmt::format("nothing yet; {} likes {}", neutralised(who),
                                      neutralised(fmt::format("{}", fmt::join(*likes, ", "))));
}

/// Whether the item THANK already says what to thank for.
bool is_said(const Entry& entry) {
  const auto reason = entry.thank_for->reason;
  const bool cause = reason == Gratitude::Reason::purchase || reason == Gratitude::Reason::referral;
  return cause && std::ranges::any_of(entry.items,
                                      [](const Item& item) { return item.kind == Kind::thanks; });
}

}  // namespace

std::vector<Remark> remarks_of(const Agenda& agenda, const Entry& entry) {
  const Customer& customer = agenda.book->customers[*entry.customer];
  std::vector<Remark> remarks{last_of(agenda, entry)};
  if (entry.strained && !customer.notes.empty()) {
    remarks.push_back({"note", neutralised(customer.notes)});
  }
  if (entry.silent_since) {
    remarks.push_back({"silent", fmt::format("heard nothing since {}: call",
                                             past_day(*entry.silent_since, day_of(agenda.now)))});
  }
  if (std::string other = another_way_words(entry); !other.empty()) {
    remarks.push_back({"try", std::move(other)});
  }
  if (entry.thank_for && !is_said(entry)) {
    remarks.push_back({"thank", "for " + neutralised(to_string(*entry.thank_for))});
  }
  if (!entry.value.empty()) remarks.push_back({"value", neutralised(entry.value)});
  if (entry.wow) {
    remarks.push_back({"wow", wow_words(entry, customer)});
  }
  return remarks;
}

}  // namespace care
