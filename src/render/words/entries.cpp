#include "render/words/entries.hpp"
#include <care/text.hpp>
#include "render/words/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace care {
namespace {

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

/// `12 Nov`; with its time where that is not long ago: `Sun 21:52`.
std::string when_words(const When& on, Date today) {
  if (!on.time || today - on.day >= std::chrono::days{7}) return past_day(on.day, today);
  return fmt::format("{} {}", on.day == today ? "today" : weekday_words(on.day),
                     clock(on.moment()));
}

Remark last_of(const Entry& entry) {
  if (entry.last == nullptr) return {"last", {}, "never contacted"};
  std::string day = when_words(entry.last->on, entry.day);
  if (entry.last->heard.empty()) return {"last", std::move(day), touch_words(*entry.last)};
  return {"heard", std::move(day), neutralised(entry.last->heard)};
}

/// Whether the item THANK says already what to thank for.
bool is_thanks_said(const Entry& entry) {
  const auto reason = entry.thank_for->reason;
  const bool cause = reason == Gratitude::Reason::purchase || reason == Gratitude::Reason::referral;
  return cause && std::ranges::any_of(entry.items,
                                      [](const Item& item) { return item.kind == Kind::thanks; });
}

/// Whether an item's own line says already that they are strained.
bool is_mood_said(const EntryWords& words) {
  return std::ranges::any_of(words.reasons,
                             [](const ItemWords& item) { return item.label == "STRAINED"; });
}

void add_remarks(const Book& book, const Entry& entry, EntryWords& words) {
  const auto add = [&](std::string_view label, std::string text) {
    if (!text.empty()) words.remarks.push_back({label, {}, std::move(text)});
  };
  for (const Item& item : entry.items) {
    if (is_due(item)) continue;
    ItemWords soon = words_on_page(book, item, entry.now);
    words.remarks.push_back({"soon", std::move(soon.day), std::move(soon.line)});
  }
  words.remarks.push_back(last_of(entry));
  if (entry.strained) add("note", neutralised(book.customers[*entry.customer].notes));
  for (Advice& advice : advice_on(book, entry)) {
    if (advice.label != "mood" || !is_mood_said(words)) add(advice.label, std::move(advice.text));
  }
  if (entry.thank_for && !is_thanks_said(entry)) {
    add("thank", "for " + neutralised(to_string(*entry.thank_for)));
  }
  add("value", neutralised(entry.value));
}

}  // namespace

std::vector<Advice> advice_on(const Book& book, const Entry& entry) {
  std::vector<Advice> all;
  if (book.customers[*entry.customer].status == Status::do_not_contact) {
    all.push_back({"status", "do not contact"});
  }
  if (entry.strained) all.push_back({"mood", phrase(strained_advice())});
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
  for (const Item& item : entry.items) {
    add(phrase(advice_on(item)));
    // The strained, too, whose line says that alone (R4).
    if (item.follow_up && item.follow_up->too_late) add(phrase(late_advice()));
  }
  if (entry.wow) add("WOW: " + wow_words(book, entry));
  return hints;
}

std::string with_day(std::string_view day, std::string_view text) {
  return fmt::format("{}{}{}", day, day.empty() ? "" : "  ", text);
}

std::string touch_words(const Touch& touch) {
  return fmt::format("{}{}{}", touch.how ? word(*touch.how) : "touch",
                     touch.said.empty() ? "" : ": ", neutralised(touch.said));
}

EntryWords words_of(const Agenda& agenda, const Entry& entry, bool brief) {
  const Book& book = *agenda.book;
  EntryWords words;
  if (entry.unreadable != nullptr) {
    words.marked = true;
    words.id = entry.unreadable->id.empty() ? "?" : neutralised(entry.unreadable->id);
    words.who = neutralised(entry.unreadable->what);
    return words;
  }
  const Customer& customer = book.customers[*entry.customer];
  const Urgency urgency = entry.items.front().urgency;
  words.marked = entry.strained || urgency == Urgency::emergency || urgency == Urgency::overdue;
  words.due = is_due(entry.items.front());
  words.id = neutralised(customer.id);
  words.call_me = neutralised(address_of(customer, entry.day));
  words.who = who_words(customer, entry.day);
  words.owner = owner_words(agenda, entry);
  words.reach = reach_of(customer, entry.day);
  for (const Item& item : entry.items) {
    if (is_due(item) || !words.due) {
      words.reasons.push_back(words_on_page(book, item, entry.now));
    }
  }
  if (!brief) {
    if (words.due) add_remarks(book, entry, words);
    // Of a page it is one entry's only, so that it is said there whatever the entry is for (R9).
    if (entry.wow) words.remarks.push_back({"wow", {}, wow_words(book, entry)});
    return words;
  }
  words.reasons.resize(1);
  ItemWords& first = words.reasons.front();
  if (!first.brief.empty()) first.line = first.brief;
  first.detail.clear();
  if (entry.items.size() > 1) first.line += fmt::format(" (+{})", entry.items.size() - 1);
  return words;
}

}  // namespace care
