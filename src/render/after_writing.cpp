#include <care/book_fields.hpp>
#include <care/render.hpp>
#include <care/text.hpp>
#include "render/layout.hpp"
#include "render/words/entries.hpp"
#include "render/words/happenings.hpp"
#include "render/words/items.hpp"
#include "render/words/learned.hpp"
#include "render/words/open_items.hpp"
#include "render/words/people.hpp"
#include "render/words/phrases.hpp"
#include "render/words/plans.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

namespace care {
namespace {

std::string amount_words(const auto& /*record*/) { return {}; }
std::string amount_words(const Purchase& purchase) { return price_words(purchase); }

/// Says what was written and what is ahead of one customer, in sentences.
class Sentences {
 public:
  explicit Sentences(const Outlook& outlook)
      : outlook_{outlook}, book_{*outlook.book}, today_{day_of(outlook.now)} {}

  /// Each paragraph wrapped, its further lines indented.
  [[nodiscard]] std::string text(const Style& style) const {
    const std::size_t width = Layout{style}.width() - 2;  // further lines are indented
    std::string out;
    for (const std::string& paragraph : paragraphs_)
      out += fmt::format("{}\n", fmt::join(wrapped(paragraph, width), "\n  "));
    return out;
  }

  void say(const Touch& touch) {
    // What ended without anybody being spoken to is not a contact, and nothing was missed.
    const bool is_contact = touch.reached || !touch.from_them || touch.how;
    sentence(is_contact ? contact_words(touch) + " logged" + on_words(touch.on)
                        : "ended without a contact" + on_words(touch.on));
    if (!touch.thanked.empty()) sentence("Thanked for " + in_short(theirs(touch.thanked)));
    if (!touch.greeted.empty()) sentence(greeted_words(touch));
    if (!touch.plans.empty()) sentence("Plan: " + in_short(listed(touch.plans)));
    if (!touch.wow.empty()) say_wow(touch);
    if (touch.promise) {
      sentence("Promise kept: " + short_quote(book_.promises.all[*touch.promise].what));
    }
    if (touch.request) say_request(touch, book_.requests.all[*touch.request]);
  }

  void say_wow(const Touch& touch) {
    sentence("WOW: " + in_short(touch.wow));
    for (const RepeatedWow& wow : repeated_wows(book_, touch.customer)) {
      if (wow.touch->at == touch.at)
        sentence("They had that on " + past_day(wow.before->on.day, today_) + " already");
    }
  }

  void say(const Request& request) {
    sentence(fmt::format("{} noted as {}", request.urgent ? "emergency" : "request",
                         in_short(request.id)));
    named_ = open_item(Group::asked, request.id);
    if (named_ == nullptr) return;
    sentence(capitalised(words_of(book_, *named_, outlook_.now).line));
  }

  void say(const Promise& promise) {
    const std::string due = promise.due ? short_when(*promise.due, today_) : "";
    sentence(fmt::format("promise for {} noted as {}", due, in_short(promise.id)));
    if (promise.replaces) {
      sentence("It takes the place of " + short_quote(book_.promises.all[*promise.replaces].what));
    }
    if (!promise.due) return;
    const Date act = book_.policy.calendar.before(promise.due->day);
    named_ = open_item(Group::asked, promise.id);
    sentence(act <= today_ ? "On your list from now on"
             : act == promise.due->day
                 ? "On your list that day"
                 : fmt::format("On your list from {}: {} is not a working day",
                               short_day(act, today_), due));
  }

  /// Any other kind of record: what it is about; of a purchase also the amount.
  template <class Record>
  void say(const Record& record) {
    sentence(fmt::format("{} noted{}: {}{}", table_head<Record>.noun, on_words(record.on),
                         short_quote(record.what), amount_words(record)));
  }

  template <class Record>
  requires requires(const Outlook& outlook, const Record& record) {
    learned_words(outlook, record);
  }
  void say(const Record& record) {
    for (const std::string& words : learned_words(outlook_, record)) sentence(words);
  }

  void say(const Ready& one) {
    sentence("prepared" + on_words(one.on) + ": " + short_quote(one.what));
  }

  void say(const Snooze& snooze) {
    sentence(fmt::format(
        "snoozed until {}: {} wait", short_day(snooze.until, today_),
        snooze.all ? "follow-up, thanks, occasions and preparations" : "follow-up and thanks"));
  }

  void say(const Customer& customer) {
    const Text address = address_of(customer, today_);
    sentence(fmt::format("{} added{}", in_short(customer.name),
                         address == customer.name ? "" : ", called " + in_short(address)));
  }

  void say_next() {
    const Customer& customer = as_of(book_, outlook_.customer, today_);
    if (customer.status == Status::former || calls_now()) return;
    if (!outlook_.next) {
      if (customer.status == Status::active) sentence("Next: nothing within a year");
      return;
    }
    const auto& [day, item] = *outlook_.next;
    const std::string name = !item.follow_up
                                 ? coming_words(book_, item, day) + caution_words(book_, item, day)
                             : outlook_.tries_again ? "try again"
                                                    : follow_up_words(item);
    sentence(fmt::format("Next: {} ({})", short_day(day, today_), name));
  }

  /// Whom to call about an emergency, and by when.
  void say_call() {
    if (named_ == nullptr || named_->kind != Kind::emergency || !is_due(*named_)) return;
    const Customer& customer = as_of(book_, outlook_.customer, today_);
    const std::string reach = reach_of(customer, today_).best();
    const Moment due = named_->due.moment();
    const std::string day = day_of(due) == today_ ? "" : short_day(day_of(due), today_) + " ";
    paragraphs_.push_back(fmt::format(
        "Call {}{}{}{}.", address_words(customer, today_),
        named_->when == State::overdue ? " now" : fmt::format(" by {}{}", day, clock(due)),
        reach.empty() ? "" : ": ", reach));
  }

  /// What waits now, and how one says that it is done; then what is coming.
  void say_open() {
    std::vector<std::string> open;
    std::vector<std::string> ahead;
    for (const Item& item : outlook_.open) {
      if (&item == named_) continue;
      const bool is_asked = row_of(item.kind).group == Group::asked;
      (is_due(item) ? open : ahead)
          .push_back(is_due(item) || is_asked
                         ? open_words(outlook_, item)
                         : fmt::format("{} {}", short_day(item.due.day, today_),
                                       coming_words(book_, item, today_) +
                                           caution_words(book_, item, today_)));
    }
    say_list("Still open", open);
    say_list("Ahead", ahead);
  }

 private:
  /// A follow-up is due already: what comes behind it is far.
  [[nodiscard]] bool calls_now() const {
    return std::ranges::any_of(outlook_.open,
                               [](const Item& item) { return item.follow_up && is_due(item); });
  }

  [[nodiscard]] const Item* open_item(Group group, Text id) const {
    const auto item = std::ranges::find_if(outlook_.open, [&](const Item& one) {
      return row_of(one.kind).group == group && one.id == id;
    });
    return item == outlook_.open.end() ? nullptr : &*item;
  }

  void say_list(std::string_view title, const std::vector<std::string>& parts) {
    constexpr std::size_t most = 3;
    if (parts.empty()) return;
    const auto end = parts.begin() + static_cast<std::ptrdiff_t>(std::min(parts.size(), most));
    paragraphs_.push_back(fmt::format("{}: {}", title, fmt::join(parts.begin(), end, "; ")));
    if (parts.size() > most)
      paragraphs_.back() += fmt::format("; and {} more", parts.size() - most);
    close(paragraphs_.back());
  }

  /// A closing point, unless the text brings its own, or is cut short.
  static void close(std::string& text) {
    if (text.ends_with("…")) return;
    if (std::string_view{".!?"}.find(text.back()) == std::string_view::npos) text += '.';
  }

  void sentence(const std::string& words) {
    std::string& text = paragraphs_.front();
    text += text.empty() ? neutralised(book_.customers[outlook_.customer].id) + ": " : " ";
    close(text += words);
  }

  /// ` for Fri 20 Nov`; nothing for today.
  [[nodiscard]] std::string on_words(const When& on) const {
    return on.day == today_ ? "" : " for " + short_day(on.day, today_);
  }

  [[nodiscard]] std::string greeted_words(const Touch& touch) const {
    const auto& contacts = book_.customers[touch.customer].contacts;
    const std::string whose = touch.contact ? " of " + in_short(contacts[*touch.contact].name) : "";
    std::vector<std::string> names;
    for (const Text what : touch.greeted)
      names.push_back(in_short(what) + (equal_ignoring_case(what, "birthday") ? whose : ""));
    return fmt::format("Greeted: {}", fmt::join(names, ", "));
  }

  void say_request(const Touch& touch, const Request& request) {
    const std::string what = short_quote(request.what);
    if (!touch.offered.empty()) sentence("Offered: " + short_quote(touch.offered));
    if (touch.answer == Answer::accepted) {
      sentence(fmt::format("They take the offer{}; that ends {}", earlier_offer(touch), what));
    } else if (touch.answer == Answer::refused) {
      sentence(
          fmt::format("They refuse the offer{}: find another for {}", earlier_offer(touch), what));
    } else if (touch.outcome == Outcome::done) {
      sentence("Solved: " + what);
    } else if (touch.outcome == Outcome::withdrawn) {
      sentence("Withdrawn: " + what);
    } else if (touch.offered.empty() && touch.reached && !touch.from_them) {
      sentence("Answered: " + what);
    }
  }

  /// ` "four Sundays"`: the one that an answer is on, where it was not offered with it.
  [[nodiscard]] std::string earlier_offer(const Touch& answer) const {
    if (!answer.offered.empty()) return {};
    Text offered = book_.requests.all[*answer.request].offered;
    std::optional<When> latest;
    for (const std::uint32_t i : book_.touches.of(answer.customer)) {
      const Touch& touch = book_.touches.all[i];
      const bool is_one = touch.request == answer.request && !touch.offered.empty();
      if (!is_one || touch.on.moment() > answer.on.moment() ||
          (latest && touch.on.moment() < latest->moment()))
        continue;
      latest = touch.on;
      offered = touch.offered;
    }
    return offered.empty() ? "" : " " + short_quote(offered);
  }

  static std::string follow_up_words(const Item& item) {
    return item.follow_up->after_care ? phrase(advice_on(item)) : cadence_words(*item.follow_up);
  }

  const Outlook& outlook_;
  const Book& book_;
  Date today_;
  const Item* named_ = nullptr;  ///< what the first line is about already
  std::vector<std::string> paragraphs_{1};
};

}  // namespace

std::string render(const Outlook& outlook, std::span<const Record> written, const Style& style) {
  Sentences answer{outlook};
  for (const Record& one : written) {
    std::visit([&](const auto& record) { answer.say(record); }, one);
  }
  answer.say_next();
  answer.say_open();
  answer.say_call();
  return answer.text(style);
}

}  // namespace care
