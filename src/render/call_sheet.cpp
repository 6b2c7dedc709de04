#include <care/render.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>

#include "render/layout.hpp"
#include "render/words/advice.hpp"
#include "render/words/days.hpp"
#include "render/words/entries.hpp"
#include "render/words/phrases.hpp"

namespace care {
namespace {

/// Their last words first: what they said, in the latest talk in which they said something.
void write_last_words(const CallSheet& sheet, Layout& layout) {
  const Date today = day_of(sheet.now);
  const auto heard = std::ranges::find_if(sheet.history, [](const Happening& happening) {
    return happening.touch != nullptr && !happening.touch->heard.empty();
  });
  if (heard != sheet.history.end()) {
    layout.remark("heard",
                  with_day(past_day(heard->on.day, today), neutralised(heard->touch->heard)));
  }
  const Touch* last = sheet.entry.last;
  if (last == nullptr) {
    layout.remark("last", "never contacted");
  } else if (heard == sheet.history.end() || heard->touch != last) {
    layout.remark("last", with_day(past_day(last->on.day, today), touch_words(*last)));
  }
}

std::string_view hiding_words(Hiding hiding) {
  switch (hiding) {
    case Hiding::snoozed: return " (snoozed)";
    case Hiding::waiting: return " (waits for the next try)";
    case Hiding::do_not_contact: return " (left out: do not contact)";
    default: return "";
  }
}

void write_items(const CallSheet& sheet, Layout& layout) {
  for (const Item& item : sheet.entry.items) {
    if (item.hiding == Hiding::do_not_contact) continue;
    const ItemWords words = words_on_page(*sheet.book, item, sheet.now);
    if (words.label.empty()) {
      layout.remark("soon", with_day(words.day, words.line));
      continue;
    }
    layout.item(words.label, words.ink, fmt::format("{}{}", words.line, hiding_words(item.hiding)));
    if (!words.detail.empty()) layout.text(words.detail);
    if (!item.id.empty()) layout.text(fmt::format("id {}", neutralised(item.id)));
  }
}

void write_hints(const CallSheet& sheet, Layout& layout) {
  const Entry& entry = sheet.entry;
  const Customer& customer = sheet.book->customers[sheet.customer];
  if (customer.status == Status::former) layout.remark("status", "former: on no agenda");
  for (const Advice& advice : advice_on(*sheet.book, entry)) {
    layout.remark(advice.label, advice.text);
  }
  if (entry.thank_for) layout.remark("thank", "for " + neutralised(to_string(*entry.thank_for)));
  layout.remark("value", neutralised(entry.value));
  layout.remark("wow", wow_words(*sheet.book, entry));
  layout.remark("likes", listed(customer.likes));
  layout.remark("note", neutralised(customer.notes));
}

/// When they will be on the agenda next, where nothing is to do today.
void write_next(const CallSheet& sheet, Layout& layout) {
  const bool due = std::ranges::any_of(sheet.entry.items, [](const Item& item) {
    return item.hiding == Hiding::none && is_due(item);
  });
  if (!sheet.next || due) return;
  layout.remark("next", with_day(short_day(sheet.next->day, day_of(sheet.now)),
                                 coming_words(*sheet.book, sheet.next->item, sheet.next->day)));
}

void write_section(Layout& layout, std::string_view title) {
  layout.blank_line();
  layout.line(title, Ink::bold);
}

void write_contacts(const CallSheet& sheet, Layout& layout) {
  const Date today = day_of(sheet.now);
  const Customer& customer = sheet.book->customers[sheet.customer];
  if (customer.contacts.empty()) return;
  write_section(layout, "PEOPLE");
  for (const Contact& contact : customer.contacts) {
    std::string who = neutralised(contact.name);
    if (!contact.call_me.empty()) who += fmt::format(", say {}", neutralised(contact.call_me));
    if (!contact.sounds_like.empty()) who += fmt::format(" ({})", neutralised(contact.sounds_like));
    if (!contact.role.empty()) who += fmt::format(", {}", neutralised(contact.role));
    if (contact.left) who += fmt::format(", left {}", past_day(*contact.left, today));
    layout.text(who, neutralised(contact.phone));
    layout.remark("email", neutralised(contact.email));
    layout.remark("likes", listed(contact.likes));
    layout.remark("note", neutralised(contact.notes));
  }
}

void write_ahead(const CallSheet& sheet, Layout& layout) {
  if (sheet.ahead.empty()) return;
  write_section(layout, "AHEAD");
  const Date today = day_of(sheet.now);
  for (const Item& item : sheet.ahead) {
    layout.text(
        with_day(short_day(item.occurrence, today), coming_words(*sheet.book, item, today)));
  }
}

void write_touch(const Book& book, const Touch& touch, const std::string& when, Layout& layout) {
  std::string head =
      fmt::format("{}{}{}", touch.how ? word(*touch.how) : "touch",
                  touch.from_them ? ", from them" : "", touch.reached ? "" : ", not reached");
  if (touch.contact) {
    head += fmt::format(", {}",
                        neutralised(book.customers[touch.customer].contacts[*touch.contact].name));
  }
  if (!touch.by.empty()) head += fmt::format(", by {}", neutralised(touch.by));
  if (touch.mood) head += fmt::format(", {}", word(*touch.mood));
  if (!touch.said.empty()) head += fmt::format(": {}", neutralised(touch.said));
  layout.item(when, Ink::plain, head);
  const auto more = [&](std::string_view label, std::string_view text) {
    if (!text.empty()) layout.item("", Ink::plain, fmt::format("{} {}", label, text));
  };
  more("heard:", neutralised(touch.heard));
  more("thanked for:", neutralised(touch.thanked));
  more("greeted:", listed(touch.greeted));
  more("wow:", neutralised(touch.wow));
  more("offered:", neutralised(touch.offered));
  if (touch.answer) more("offer", word(*touch.answer));
  if (touch.outcome && *touch.outcome != Outcome::alternative)
    more("request", word(*touch.outcome));
}

void write_happening(const Book& book, const Happening& happening, Date today, Layout& layout) {
  const std::string when = past_day(happening.on.day, today);
  const auto line = [&](std::string_view label, Text what, std::string_view more = {}) {
    layout.item(when, Ink::plain, fmt::format("{} {}{}", label, neutralised(what), more));
  };
  if (happening.touch != nullptr) {
    write_touch(book, *happening.touch, when, layout);
  } else if (const Purchase* purchase = happening.purchase; purchase != nullptr) {
    line("bought", purchase->what,
         purchase->amount
             ? fmt::format(", {:.2f} {}", *purchase->amount, neutralised(purchase->currency))
             : "");
  } else if (happening.request != nullptr) {
    line(happening.request->urgent ? "emergency:" : "request:", happening.request->what);
  } else {
    line("promised:", happening.promise->what);
  }
}

void write_history(const CallSheet& sheet, const Style& style, Layout& layout) {
  constexpr std::size_t few = 5;
  if (sheet.history.empty()) return;
  write_section(layout, "HISTORY");
  const std::size_t count =
      style.whole_history ? sheet.history.size() : std::min(few, sheet.history.size());
  for (std::size_t i = 0; i < count; ++i) {
    write_happening(*sheet.book, sheet.history[i], day_of(sheet.now), layout);
  }
  if (count < sheet.history.size()) {
    layout.text(fmt::format("and {} more: --all", sheet.history.size() - count));
  }
}

void write_extra(const Customer& customer, Layout& layout) {
  if (customer.extra.empty()) return;
  write_section(layout, "MORE");
  for (const Extra& extra : customer.extra) {
    layout.text(fmt::format("{}: {}", neutralised(extra.key), neutralised(extra.value)));
  }
}

void write_file(const CallSheet& sheet, Layout& layout) {
  const Book& book = *sheet.book;
  const Customer& customer = book.customers[sheet.customer];
  if (customer.name != address_of(customer, day_of(sheet.now)))
    layout.remark("firm", neutralised(customer.company));
  layout.remark("email", neutralised(customer.email));
  layout.remark("at", neutralised(customer.address));
  std::string about;
  const auto add = [&](std::string_view label, std::string_view text) {
    if (text.empty()) return;
    about += fmt::format("{}{}{}", about.empty() ? "" : "; ", label, text);
  };
  if (customer.tier) add("tier ", neutralised(book.policy.tiers[*customer.tier].name));
  if (customer.since) add("since ", past_day(*customer.since, day_of(sheet.now)));
  if (const auto owner = owner_of(book, customer)) {
    add("owner ", neutralised(book.staff[*owner].name));
  }
  if (customer.referred_by)
    add("sent by ", neutralised(book.customers[*customer.referred_by].name));
  if (!customer.tags.empty()) add("tags ", listed(customer.tags));
  layout.remark("about", about);
}

}  // namespace

std::string render(const CallSheet& sheet, const Style& style) {
  Layout layout{style};
  const Customer& customer = sheet.book->customers[sheet.customer];
  const Date today = day_of(sheet.now);
  layout.head(sheet.entry.strained || sheet.entry.emergency, neutralised(customer.id),
              who_words(customer, today), reach_of(customer, today).best());
  write_last_words(sheet, layout);
  write_items(sheet, layout);
  write_hints(sheet, layout);
  write_next(sheet, layout);
  write_file(sheet, layout);
  write_contacts(sheet, layout);
  write_ahead(sheet, layout);
  write_history(sheet, style, layout);
  write_extra(customer, layout);
  return layout.take();
}

}  // namespace care
