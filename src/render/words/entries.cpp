#include "render/words/entries.hpp"
#include <care/render_messages.hpp>
#include <care/text.hpp>
#include "render/words/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <set>
#include <vector>

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

/// Whether the item FOLLOW UP says already that nobody was ever in touch.
bool is_first_said(const Entry& entry) {
  return std::ranges::any_of(entry.items, [](const Item& item) {
    return item.follow_up && item.follow_up->first && !item.follow_up->after_care && is_due(item) &&
           item.hiding != Hiding::do_not_contact;
  });
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
  const Customer& customer = as_of(book, *entry.customer, entry.day);
  const auto add = [&](std::string_view label, std::string text) {
    if (!text.empty()) words.remarks.push_back({label, {}, std::move(text)});
  };
  const Prepared prepared = prepared_now(entry);
  for (const Item& item : entry.items) {
    if (!is_due(item)) words.remarks.push_back(soon_words(book, item, entry, prepared));
  }
  for (const Text offered : entry.offered) add("offered", neutralised_lines(offered));
  for (Remark& remark : last_words(book, entry)) words.remarks.push_back(std::move(remark));
  if (entry.emergency) add("at", neutralised_lines(customer.address));
  if (entry.strained || entry.emergency) add("note", neutralised_lines(customer.notes));
  for (Advice& advice : advice_on(book, entry)) {
    const bool is_said = advice.label == "mind" || (advice.label == "mood" && is_mood_said(words));
    if (!is_said) add(advice.label, std::move(advice.text));
  }
  add("thank", thank_words(entry));
  add("value", neutralised_lines(entry.value));
}

/// How they were reached and what was said: `call: the offer is on its way`, `their letter`.
std::string touch_words(const Touch& touch) {
  std::string words{touch.how       ? word(*touch.how)
                    : touch.reached ? "contact"
                                    : "nobody was reached"};
  if (touch.from_them) words.insert(0, "their ");
  if (touch.said.empty()) return words;
  return fmt::format("{}: {}", words, neutralised_lines(touch.said));
}

}  // namespace

Prepared prepared_now(const Entry& entry) {
  Prepared events;
  for (const Item& item : entry.items) {
    if (item.kind == Kind::prepare && is_due(item)) events.insert(item.record);
  }
  return events;
}

Remark soon_words(const Book& book, const Item& item, const Entry& entry,
                  const Prepared& prepared) {
  ItemWords soon = words_on_page(book, item, entry.now);
  if (item.kind == Kind::event && prepared.contains(item.record)) {
    soon.line.resize(soon.line.size() - gift_words(book, item).size());
  }
  return {"soon", std::move(soon.day), std::move(soon.line)};
}

std::vector<Advice> advice_on(const Book& book, const Entry& entry) {
  std::vector<Advice> all;
  const std::string_view caution = caution_of(as_of(book, *entry.customer, entry.day));
  if (!caution.empty()) all.push_back({"mind", std::string{caution}});
  if (entry.strained) all.push_back({"mood", phrase(strained_advice())});
  if (entry.silent_since) {
    // Where calls reached nobody, the line below says what else there is.
    all.push_back(
        {"silent", fmt::format("heard nothing since {}{}", past_day(*entry.silent_since, entry.day),
                               wants_another_way(entry) ? "" : ": call")});
  }
  if (wants_another_way(entry)) all.push_back({"try", other_ways(entry)});
  return all;
}

std::string thank_words(const Entry& entry) {
  if (!entry.thank_for || is_thanks_said(entry)) return {};
  const Gratitude& gratitude = *entry.thank_for;
  constexpr std::size_t most_columns = 48;
  const bool patience = gratitude.reason == Gratitude::Reason::emergency ||
                        gratitude.reason == Gratitude::Reason::alternative;
  if (gratitude.reason == Gratitude::Reason::purchase) return "for " + quoted(gratitude.what);
  if (!patience) return "for " + neutralised(to_string(gratitude));
  std::string what = in_line(gratitude.what);
  if (display_width(what) > most_columns) what = wrapped(what, most_columns).front() + " …";
  return fmt::format("for their patience with \"{}\"", what);
}

std::string wow_words(const Book& book, const Entry& entry) {
  if (!entry.wow) return {};
  const Customer& customer = as_of(book, *entry.customer, entry.day);
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
  std::set<std::string> said;
  const auto add = [&](std::string hint) {
    if (!hint.empty() && said.insert(hint).second) hints.push_back(std::move(hint));
  };
  for (const Advice& advice : advice_on(book, entry)) {
    add(advice.label == "try" ? "try " + advice.text : advice.text);
  }
  for (const Item& item : entry.items) {
    add(phrase(advice_on(item)));
    // The strained, too, whose line says that alone (R4).
    if (item.follow_up && item.follow_up->too_late) add(phrase(late_advice(*item.follow_up)));
  }
  if (entry.wow) add("WOW: " + wow_words(book, entry));
  return hints;
}

std::string with_day(std::string_view day, std::string_view text) {
  return fmt::format("{}{}{}", day, day.empty() ? "" : "  ", text);
}

std::vector<Remark> last_words(const Book& book, const Entry& entry) {
  std::vector<Remark> words;
  const Touch* const heard = entry.heard;
  const auto add = [&](std::string_view label, const Touch& touch, std::string text) {
    words.push_back({label, when_words(touch.on, entry.day), std::move(text)});
  };
  if (heard != nullptr) {
    add("heard", *heard, neutralised_lines(heard->heard));
    words.back().quoted = true;
  }
  const Touch* const last = entry.last;
  if (last != nullptr && (heard == nullptr || (last != heard && last->on.day >= heard->on.day))) {
    add("last", *last, touch_words(*last));
  }
  if (last == nullptr && heard == nullptr && !is_first_said(entry)) {
    const bool known = is_known_without_contact(book, *entry.customer, entry.day);
    words.push_back({"last", {}, known ? "no contact on record" : "never contacted"});
  }
  if (entry.tried != nullptr) add("tried", *entry.tried, touch_words(*entry.tried));
  return words;
}

std::string contact_words(const Touch& touch) {
  std::string words{touch.how ? word(*touch.how) : "contact"};
  if (touch.from_them) words.insert(0, "their ");
  if (!touch.reached) words.insert(0, "missed ");
  return words;
}

bool is_marked(const Entry& entry) {
  return entry.strained || entry.emergency ||
         std::ranges::any_of(entry.items, [](const Item& item) {
           const bool is_beyond = item.follow_up && item.follow_up->beyond;
           return item.hiding == Hiding::none && is_due(item) &&
                  (item.urgency == Urgency::overdue || is_beyond);
         });
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
  const Customer& customer = as_of(book, *entry.customer, entry.day);
  words.marked = is_marked(entry);
  words.due = is_due(entry.items.front());
  words.id = neutralised(customer.id);
  words.call_me = neutralised(address_of(customer, entry.day));
  words.who = who_words(customer, entry.day);
  words.owner = owner_words(agenda, entry);
  words.reach = reach_of(customer, entry.day);
  if (const auto letter = letter_of_entry(book, entry, agenda.owner ? agenda.owner : entry.owner)) {
    words.write = neutralised(letter->message->name);
    words.mailto = mailto_link(*letter);
  }
  const auto advice = advice_on(book, entry);
  if (!advice.empty() && advice.front().label == "mind") words.caution = advice.front().text;
  const Read read = entry.day > day_of(agenda.now) ? Read::another_day : Read::today;
  for (const Item& item : entry.items) {
    if (is_due(item) || !words.due) {
      words.reasons.push_back(words_on_page(book, item, entry.now, read));
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
  if (entry.items.size() > 1) first.line += fmt::format(" (+{})", entry.items.size() - 1);
  return words;
}

}  // namespace care
