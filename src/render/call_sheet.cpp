#include <care/render.hpp>
#include <care/text.hpp>
#include "render/layout.hpp"
#include "render/words/entries.hpp"
#include "render/words/happenings.hpp"
#include "render/words/learned.hpp"
#include "render/words/phrases.hpp"
#include "render/words/plans.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace care {
namespace {

/// `, say Maria`: the text behind what leads to it; nothing where there is none.
std::string part(std::string_view before, Text text, std::string_view after = "") {
  return text.empty() ? "" : fmt::format("{}{}{}", before, neutralised(text), after);
}

std::string_view hiding_words(Hiding hiding) {
  switch (hiding) {
    case Hiding::snoozed: return " (snoozed)";
    case Hiding::waiting: return " (waits for the next try)";
    case Hiding::do_not_contact: return " (left out: do not contact)";
    default: return "";
  }
}

/// Writes the parts of a call sheet in the order in which one reads before a call.
class Sheet {
 public:
  Sheet(const CallSheet& sheet, const Style& style)
      : sheet_{sheet}, whole_history_{style.whole_history}, layout_{style} {}

  std::string take() {
    layout_.head(entry_.strained || entry_.emergency, neutralised(customer_.id),
                 who_words(customer_, today_), reach_of(customer_, today_).best());
    if (customer_.status == Status::do_not_contact) write_advice();
    for (const Remark& remark : last_words(book_, entry_)) {
      layout_.remark(remark.label, with_day(remark.day, remark.text));
    }
    for (const Item& item : entry_.items) write_item(item);
    write_hints();
    write_next();
    write_file();
    write_contacts();
    write_planned();
    write_ahead();
    write_history();
    write_extra();
    write_learned();
    return layout_.take();
  }

 private:
  void write_item(const Item& item) {
    // A plan whose day is to come stands under PLANNED.
    if (item.hiding == Hiding::do_not_contact) return;
    if (item.kind == Kind::plan && !is_due(item)) return;
    const ItemWords words = words_on_page(book_, item, sheet_.now);
    if (words.label.empty()) {
      layout_.remark("soon", with_day(words.day, words.line));
      return;
    }
    layout_.item(words.label, words.ink,
                 fmt::format("{}{}", words.line, hiding_words(item.hiding)));
    if (!words.detail.empty()) layout_.text(words.detail);
    if (!item.id.empty()) layout_.text(part("id ", item.id));
  }

  void write_hints() {
    write_status();
    if (customer_.status != Status::do_not_contact) write_advice();
    if (entry_.thank_for) layout_.remark("thank", part("for ", to_string(*entry_.thank_for)));
    layout_.remark("value", neutralised(entry_.value));
    layout_.remark("wow", wow_words(book_, entry_));
    layout_.remark("likes", listed(customer_.likes));
    layout_.remark("note", neutralised(customer_.notes));
  }

  void write_status() {
    const bool is_former = customer_.status == Status::former;
    if (is_former) layout_.remark("status", "former: on no agenda");
    if (customer_.died) layout_.remark("died", past_day(*customer_.died, today_));
    if (customer_.status != Status::active)
      layout_.remark("because", neutralised(customer_.because));
  }

  void write_advice() {
    for (const Advice& advice : advice_on(book_, entry_)) layout_.remark(advice.label, advice.text);
  }

  /// When they will be on the agenda next, where nothing is to do today.
  void write_next() {
    const bool due = std::ranges::any_of(
        entry_.items, [](const Item& item) { return item.hiding == Hiding::none && is_due(item); });
    if (!sheet_.next || due) return;
    const auto& [day, item] = *sheet_.next;
    layout_.remark("next", with_day(short_day(day, today_), coming_words(book_, item, day)));
  }

  void write_file() {
    if (customer_.name != address_of(customer_, today_)) {
      layout_.remark("firm", neutralised(customer_.company));
    }
    layout_.remark("email", listed(customer_.email));
    layout_.remark("at", neutralised(customer_.address));
    const auto owner = owner_of(book_, customer_);
    std::vector<std::string> about{
        customer_.tier ? part("tier ", book_.policy.tiers[*customer_.tier].name) : "",
        customer_.since ? "since " + past_day(*customer_.since, today_) : "",
        owner ? part("owner ", book_.staff[*owner].name) : "",
        customer_.referred_by ? part("sent by ", as_of(book_, *customer_.referred_by, today_).name)
                              : "",
        part("tags ", listed(customer_.tags))};
    std::erase(about, "");
    layout_.remark("about", fmt::format("{}", fmt::join(about, "; ")));
  }

  void write_contacts() {
    start_section("PEOPLE", customer_.contacts.empty());
    for (const Contact& contact : customer_.contacts) {
      std::string who = neutralised(contact.name) + part(", say ", contact.call_me) +
                        part(" (", contact.sounds_like, ")") + part(", ", contact.role);
      if (contact.left) who += ", left " + past_day(*contact.left, today_);
      layout_.text(who, std::string_view{listed(contact.phone)});
      layout_.remark("email", listed(contact.email));
      layout_.remark("likes", listed(contact.likes));
      layout_.remark("note", neutralised(contact.notes));
    }
  }

  void write_planned() {
    if (customer_.status != Status::active) return;
    const auto lines = planned_lines(sheet_);
    start_section("PLANNED", lines.empty());
    for (const PlannedLine& line : lines) layout_.text(with_day(line.state, line.text));
  }

  void write_ahead() {
    start_section("AHEAD", sheet_.ahead.empty());
    for (const Item& item : sheet_.ahead) {
      layout_.text(with_day(short_day(item.occurrence, today_), coming_words(book_, item, today_)));
    }
  }

  void write_history() {
    constexpr std::size_t few = 5;
    const auto& history = sheet_.history;
    start_section("HISTORY", history.empty());
    const std::size_t count = whole_history_ ? history.size() : std::min(few, history.size());
    for (std::size_t i = 0; i < count; ++i) write_happening(history[i]);
    if (count < history.size()) {
      layout_.text(fmt::format("and {} more: --all", history.size() - count));
    }
  }

  void write_happening(const Happening& happening) {
    std::string when = past_day(happening.on.day, today_);
    for (const std::string& line : happening_lines(book_, happening.record, today_)) {
      layout_.item(when, Ink::plain, line);
      when.clear();
    }
  }

  void write_extra() {
    start_section("MORE", customer_.extra.empty());
    for (const Extra& extra : customer_.extra) {
      layout_.text(fmt::format("{}: {}", neutralised(extra.key), neutralised(extra.value)));
    }
  }

  /// What was learned, the latest first, and where it stands.
  void write_learned() {
    const auto facts = book_.facts.of(sheet_.customer);
    start_section("LEARNED", facts.empty());
    for (auto i = facts.rbegin(); i != facts.rend(); ++i) {
      const Fact& fact = book_.facts.all[*i];
      std::string text = fact.on ? past_day(fact.on->day, today_) + "  " : std::string{};
      if (fact.contact) text += part("", customer_.contacts[*fact.contact].name, ": ");
      text += fmt::format("{}", fmt::join(fact_words(book_, fact), "; "));
      layout_.text(text, to_string(book_, {fact.at.file, fact.at.line, 0}));
    }
  }

  void start_section(std::string_view title, bool empty) {
    if (empty) return;
    layout_.blank_line();
    layout_.line(title, Ink::bold);
  }

  const CallSheet& sheet_;
  const Book& book_ = *sheet_.book;
  Date today_ = day_of(sheet_.now);
  const Customer& customer_ = as_of(book_, sheet_.customer, today_);
  const Entry& entry_ = sheet_.entry;
  bool whole_history_;
  Layout layout_;
};

}  // namespace

std::string sheet_text(const CallSheet& sheet, const Style& style) {
  return Sheet{sheet, style}.take();
}

}  // namespace care
