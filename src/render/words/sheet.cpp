#include "render/words/sheet.hpp"
#include <care/render.hpp>
#include <care/text.hpp>
#include "render/words/entries.hpp"
#include "render/words/happenings.hpp"
#include "render/words/learned.hpp"
#include "render/words/phrases.hpp"
#include "render/words/plans.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

namespace care {
namespace {

/// `, say Maria`: the text behind what leads to it; nothing where there is none.
std::string text_part(std::string_view before, Text text, std::string_view after = "") {
  return text.empty() ? "" : fmt::format("{}{}{}", before, neutralised(text), after);
}

std::string_view hiding_words(Hiding hiding) {
  switch (hiding) {
    case Hiding::snoozed: return " (snoozed)";
    case Hiding::waiting: return " (waits for the next try)";
    default: return "";
  }
}

/// Says the parts of a call sheet in the order in which one reads before a call.
class Sheet {
 public:
  Sheet(const CallSheet& sheet, bool whole_history)
      : sheet_{sheet}, whole_history_{whole_history} {}

  SheetWords take() {
    words_.marked = is_marked(entry_);
    words_.id = neutralised(customer_.id);
    words_.who = who_words(customer_, today_);
    words_.reach = reach_of(customer_, today_);
    words_.parts.emplace_back();
    if (customer_.status == Status::do_not_contact) write_advice();
    for (const Text offered : entry_.offered) remark("offered", neutralised_lines(offered));
    for (const Remark& said : last_words(book_, entry_)) {
      remark(said.label, said.text, said.day, said.quoted);
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
    return std::move(words_);
  }

 private:
  using Written = std::set<std::tuple<Kind, std::uint32_t, Date>>;

  static Written written_of(const Entry& entry) {
    Written written;
    for (const Item& item : entry.items) {
      const bool is_there = item.hiding == Hiding::none && is_told(item);
      if (is_there) written.emplace(item.kind, item.record, item.occurrence);
    }
    return written;
  }

  /// A plan whose day is to come stands under PLANNED.
  static bool is_told(const Item& item) { return item.kind != Kind::plan || is_due(item); }

  void write_item(const Item& item) {
    if (!is_told(item)) return;
    const ItemWords words = words_on_page(book_, item, sheet_.now);
    if (words.label.empty()) {
      const Remark soon = soon_words(book_, item, entry_, prepared_);
      remark(soon.label, soon.text, soon.day);
      return;
    }
    is_mood_said_ = is_mood_said_ || words.label == "STRAINED";
    SheetLine& line = add({SheetLook::reason, words.label, words.ink});
    line.text = fmt::format("{}{}", words.line, hiding_words(item.hiding));
    if (!words.detail.empty()) line.more.push_back(words.detail);
    if (!item.id.empty()) line.id = text_part("id ", item.id);
  }

  void write_hints() {
    write_status();
    if (customer_.status != Status::do_not_contact) write_advice();
    remark("thank", thank_words(entry_));
    remark("value", neutralised_lines(entry_.value));
    remark("wow", wow_words(book_, entry_));
    remark("likes", listed(customer_.likes));
    remark("note", neutralised_lines(customer_.notes));
  }

  void write_status() {
    const bool is_former = customer_.status == Status::former;
    if (is_former) remark("status", "former: on no agenda");
    if (customer_.died) remark("died", past_day(*customer_.died, today_));
    if (customer_.status != Status::active) remark("because", neutralised_lines(customer_.because));
  }

  void write_advice() {
    for (const Advice& advice : advice_on(book_, entry_)) {
      if (advice.label != "mood" || !is_mood_said_) remark(advice.label, advice.text);
    }
  }

  /// When they will be on the agenda next, where nothing is to do today.
  void write_next() {
    const bool due = std::ranges::any_of(
        entry_.items, [](const Item& item) { return item.hiding == Hiding::none && is_due(item); });
    if (!sheet_.next || due) return;
    const auto& [day, item] = *sheet_.next;
    if (is_written(item)) return;
    remark("next", coming_words(book_, item, day), short_day(day, today_));
  }

  void write_file() {
    if (customer_.name != address_of(customer_, today_)) {
      remark("firm", neutralised(customer_.company));
    }
    // The first stands at the head.
    for (std::size_t i = 1; i < customer_.phone.size(); ++i) {
      remark("phone", neutralised(customer_.phone[i]));
    }
    for (const Text address : customer_.email) remark("email", neutralised(address));
    remark("at", neutralised_lines(customer_.address));
    const auto owner = owner_of(book_, customer_);
    std::vector<std::string> about{
        customer_.tier ? text_part("tier ", book_.policy.tiers[*customer_.tier].name) : "",
        customer_.since ? "since " + past_day(*customer_.since, today_) : "",
        owner ? text_part("owner ", book_.staff[*owner].name) : "",
        customer_.referred_by
            ? text_part("sent by ", as_of(book_, *customer_.referred_by, today_).name)
            : "",
        text_part("tags ", listed(customer_.tags))};
    std::erase(about, "");
    remark("about", fmt::format("{}", fmt::join(about, "; ")));
  }

  void write_contacts() {
    start_section("PEOPLE", customer_.contacts.empty());
    for (const Contact& contact : customer_.contacts) {
      std::string who = neutralised(contact.name) + text_part(", say ", contact.call_me) +
                        text_part(" (", contact.sounds_like, ")") + text_part(", ", contact.role);
      if (contact.left) who += ", left " + past_day(*contact.left, today_);
      add({SheetLook::text, {}, Ink::plain, {}, std::move(who)}).right = listed(contact.phone);
      for (const Text address : contact.email) remark("email", neutralised(address));
      remark("likes", listed(contact.likes));
      remark("note", neutralised_lines(contact.notes));
    }
  }

  void write_planned() {
    if (customer_.status != Status::active) return;
    const auto lines = planned_lines(sheet_);
    start_section("PLANNED", lines.empty());
    for (const PlannedLine& line : lines) dated(line.state, line.text);
  }

  void write_ahead() {
    std::vector<Item> ahead = sheet_.ahead;
    std::erase_if(ahead, [&](const Item& item) { return is_written(item); });
    start_section("AHEAD", ahead.empty());
    for (const Item& item : ahead) {
      dated(short_day(item.occurrence, today_), coming_words(book_, item, today_));
    }
  }

  /// Whether what is ahead stands above already.
  [[nodiscard]] bool is_written(const Item& ahead) const {
    return written_.contains({ahead.kind, ahead.record, ahead.occurrence});
  }

  void write_history() {
    constexpr std::size_t few = 5;
    const auto& history = sheet_.history;
    start_section("HISTORY", history.empty());
    const std::size_t count = whole_history_ ? history.size() : std::min(few, history.size());
    for (std::size_t i = 0; i < count; ++i) write_happening(history[i]);
    words_.parts.back().left_out = history.size() - count;
  }

  void write_happening(const Happening& happening) {
    std::vector<std::string> lines = happening_lines(book_, happening.record, today_);
    SheetLine& line = add({SheetLook::happening, past_day(happening.on.day, today_)});
    line.text = std::move(lines.front());
    line.more.assign(std::make_move_iterator(lines.begin() + 1),
                     std::make_move_iterator(lines.end()));
  }

  void write_extra() {
    start_section("MORE", customer_.extra.empty());
    for (const Extra& extra : customer_.extra) {
      text(fmt::format("{}: {}", neutralised(extra.key), neutralised_lines(extra.value)));
    }
  }

  /// What was learned, the latest first, and where it stands.
  void write_learned() {
    const auto facts = book_.facts.of(sheet_.customer);
    start_section("LEARNED", facts.empty());
    for (std::size_t i = facts.size(); i-- > 0;) {
      const Fact& fact = book_.facts.all[facts[i]];
      std::string text = fact.on ? past_day(fact.on->day, today_) + "  " : std::string{};
      if (fact.contact) text += text_part("", customer_.contacts[*fact.contact].name, ": ");
      text += fmt::format("{}", fmt::join(fact_words(book_, fact), "; "));
      add({SheetLook::text, {}, Ink::plain, {}, std::move(text)}).right =
          to_string(book_, {fact.at.file, fact.at.line, 0});
    }
  }

  SheetLine& add(SheetLine line) {
    std::vector<SheetLine>& lines = words_.parts.back().lines;
    lines.push_back(std::move(line));
    return lines.back();
  }

  void text(std::string text) { add({SheetLook::text, {}, Ink::plain, {}, std::move(text)}); }

  void dated(std::string day, std::string text) {
    add({SheetLook::dated, std::move(day), Ink::plain, {}, std::move(text)});
  }

  /// Nothing where the text is empty.
  void remark(std::string_view label, std::string text, std::string day = {}, bool quoted = false) {
    if (text.empty()) return;
    add({SheetLook::remark, std::string{label}, Ink::plain, std::move(day), std::move(text),
         quoted});
  }

  void start_section(std::string_view title, bool empty) {
    if (empty) return;
    words_.parts.push_back({title, {}});
  }

  const CallSheet& sheet_;
  const Book& book_ = *sheet_.book;
  Date today_ = day_of(sheet_.now);
  const Customer& customer_ = as_of(book_, sheet_.customer, today_);
  const Entry& entry_ = sheet_.entry;
  bool whole_history_;
  Prepared prepared_ = prepared_now(entry_);
  Written written_ = written_of(entry_);
  bool is_mood_said_ = false;  ///< by the line of what is due
  SheetWords words_;
};

}  // namespace

SheetWords words_of(const CallSheet& sheet, bool whole_history) {
  return Sheet{sheet, whole_history}.take();
}

}  // namespace care
