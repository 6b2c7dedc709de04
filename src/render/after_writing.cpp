#include <care/book_fields.hpp>
#include <care/render.hpp>
#include <care/text.hpp>
#include "render/words/items.hpp"
#include "render/words/people.hpp"
#include "render/words/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace care {
namespace {

constexpr std::size_t most_columns = 60;

std::string shown(Text text) { return shortened(neutralised(text), most_columns); }
std::string short_quote(Text text) { return quoted(shown(text)); }

std::string amount_words(const auto& /*record*/) { return {}; }
std::string amount_words(const Purchase& purchase) {
  if (!purchase.amount) return {};
  return fmt::format(", {}{}{}", *purchase.amount, purchase.currency.empty() ? "" : " ",
                     neutralised(purchase.currency));
}

/// Says what was written and what is ahead of one customer, in sentences.
class Sentences {
 public:
  explicit Sentences(const Outlook& outlook)
      : outlook_{outlook}, book_{*outlook.book}, today_{day_of(outlook.now)} {}

  [[nodiscard]] std::string text() const { return text_; }

  void say(const Touch& touch) {
    // What ended without anybody being spoken to is no contact, and nothing was missed.
    const bool is_contact = touch.reached || !touch.from_them || touch.how;
    sentence(is_contact ? contact_words(touch) + " logged" + on_words(touch.on)
                        : "ended without a contact" + on_words(touch.on));
    if (!touch.thanked.empty()) sentence("Thanked for " + thanked_words(touch.thanked));
    if (!touch.greeted.empty()) sentence(greeted_words(touch));
    if (!touch.wow.empty()) sentence("WOW: " + shown(touch.wow));
    if (touch.promise) {
      sentence("Promise kept: " + short_quote(book_.promises.all[*touch.promise].what));
    }
    if (touch.request) say_request(touch, book_.requests.all[*touch.request]);
  }

  void say(const Request& request) {
    sentence(
        fmt::format("{} noted as {}", request.urgent ? "emergency" : "request", shown(request.id)));
    const auto item = std::ranges::find_if(outlook_.open, [&](const Item& one) {
      return is_request(one) && book_.requests.all[one.record].id == request.id;
    });
    if (item == outlook_.open.end()) return;
    named_ = &*item;
    sentence(capitalised(words_of(book_, *item, outlook_.now).line));
  }

  void say(const Promise& promise) {
    const std::string due = promise.due ? short_when(*promise.due, today_) : "";
    sentence(fmt::format("promise for {} noted as {}", due, shown(promise.id)));
    if (promise.replaces) {
      sentence("It takes the place of " + short_quote(book_.promises.all[*promise.replaces].what));
    }
    if (!promise.due) return;
    const Date act = book_.policy.calendar.before(promise.due->day);
    for (const Item& item : outlook_.open) {
      if (item.kind == Kind::promise && item.id == promise.id) named_ = &item;
    }
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

  void say(const Ready& ready) {
    sentence(fmt::format("prepared{}: {}", on_words(ready.on), short_quote(ready.what)));
  }

  void say(const Snooze& snooze) {
    sentence(fmt::format(
        "snoozed until {}: {} wait", short_day(snooze.until, today_),
        snooze.all ? "follow-up, thanks, occasions and preparations" : "follow-up and thanks"));
  }

  void say(const Customer& customer) {
    const Text address = address_of(customer, today_);
    sentence(fmt::format("{} added{}", shown(customer.name),
                         address == customer.name ? "" : ", called " + shown(address)));
  }

  void say_next() {
    const Customer& customer = book_.customers[outlook_.customer];
    if (customer.status == Status::former || calls_now()) return;
    if (!outlook_.next && customer.status == Status::do_not_contact) return;
    if (!outlook_.next) {
      sentence("Next: nothing within a year");
      return;
    }
    const auto& [day, item] = *outlook_.next;
    const std::string name = !item.follow_up        ? coming_words(book_, item, day)
                             : outlook_.tries_again ? "try again"
                                                    : follow_up_words(item);
    sentence(fmt::format("Next: {} ({})", short_day(day, today_), name));
  }

  /// Whom to call about an emergency, and by when.
  void say_call() {
    if (named_ == nullptr || named_->kind != Kind::emergency || !is_due(*named_)) return;
    const Customer& customer = book_.customers[outlook_.customer];
    const std::string reach = reach_of(customer, today_).best();
    const bool is_late = named_->when == State::overdue;
    text_ += fmt::format("\nCall {}{}{}{}.", address_words(customer, today_),
                         is_late ? " now" : " by " + moment_words(named_->due.moment(), today_),
                         reach.empty() ? "" : ": ", reach);
  }

  void say_open() {
    constexpr std::size_t most = 3;
    std::vector<std::string> parts;
    for (const Item& item : outlook_.open) {
      if (&item != named_) parts.push_back(open_words(item));
    }
    if (parts.empty()) return;
    const std::size_t shown_parts = std::min(parts.size(), most);
    std::string list = fmt::format(
        "{}",
        fmt::join(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(shown_parts), "; "));
    if (parts.size() > most) list += fmt::format("; and {} more", parts.size() - most);
    text_ += fmt::format("\nStill open: {}.", list);
  }

 private:
  /// A follow-up is due already: what comes behind it is far.
  [[nodiscard]] bool calls_now() const {
    return std::ranges::any_of(outlook_.open,
                               [](const Item& item) { return item.follow_up && is_due(item); });
  }

  static bool is_request(const Item& item) {
    return item.kind == Kind::request || item.kind == Kind::emergency;
  }

  /// A closing point, unless the text brings its own.
  void sentence(const std::string& words) {
    const std::string id = neutralised(book_.customers[outlook_.customer].id);
    text_ += text_.empty() ? id + ": " : " ";
    text_ += words;
    constexpr std::string_view ends = ".!?";
    if (words.empty() || ends.find(words.back()) == std::string_view::npos) text_ += '.';
  }

  /// ` for Fri 20 Nov`; nothing for today.
  [[nodiscard]] std::string on_words(const When& on) const {
    return on.day == today_ ? "" : " for " + short_day(on.day, today_);
  }

  static std::string contact_words(const Touch& touch) {
    std::string words{touch.how ? word(*touch.how) : "contact"};
    if (touch.from_them) words.insert(0, "their ");
    if (!touch.reached) words.insert(0, "missed ");
    return words;
  }

  /// `the door retrofit`; `your patience with …` is said to them, not by them.
  static std::string thanked_words(Text thanked) {
    constexpr std::string_view yours = "your ";
    if (!thanked.starts_with(yours)) return shown(thanked);
    return "their " + shown(thanked.substr(yours.size()));
  }

  [[nodiscard]] std::string greeted_words(const Touch& touch) const {
    std::vector<std::string> names;
    for (const Text what : touch.greeted) names.push_back(shown(what));
    const auto& contacts = book_.customers[touch.customer].contacts;
    return fmt::format(
        "Greeted: {}{}", fmt::join(names, ", "),
        touch.contact ? fmt::format(" ({})", shown(contacts[*touch.contact].name)) : "");
  }

  void say_request(const Touch& touch, const Request& request) {
    const std::string what = short_quote(request.what);
    if (!touch.offered.empty()) sentence("Offered: " + short_quote(touch.offered));
    if (touch.answer == Answer::accepted) {
      sentence("They take the offer; that ends " + what);
    } else if (touch.answer == Answer::refused) {
      sentence("They refuse the offer: find another for " + what);
    } else if (touch.outcome == Outcome::done) {
      sentence("Solved: " + what);
    } else if (touch.outcome == Outcome::withdrawn) {
      sentence("Withdrawn: " + what);
    } else if (touch.offered.empty() && touch.reached && !touch.from_them) {
      sentence("Answered: " + what);
    }
  }

  static std::string follow_up_words(const Item& item) {
    const FollowUp& follow_up = *item.follow_up;
    if (follow_up.after_care) return phrase(advice_on(item));
    if (follow_up.strained) return "sooner than usual: they are strained";
    return cadence_words(follow_up);
  }

  /// What is open and, behind it, how one says that it is done.
  [[nodiscard]] std::string open_words(const Item& item) const {
    const ItemWords words = words_of(book_, item, outlook_.now);
    switch (item.kind) {
      case Kind::emergency:
      case Kind::request:
        return fmt::format("{} {}, {} ({})", word(item.kind), short_quote(item.what), words.line,
                           item.aim == Aim::word_on_offer ? "care offer --accepted or --refused"
                           : item.aim == Aim::other_offer ? "care offer"
                                                          : "care done");
      case Kind::promise:
        return fmt::format("promise {}, {} (care done)", short_quote(item.what), words.line);
      case Kind::birthday:
      case Kind::anniversary:
      case Kind::event: return occasion_words(item);
      case Kind::prepare: return fmt::format("prepare {} (care ready)", words.line);
      case Kind::thanks: return fmt::format("thanks {} (--thanks)", words.line);
      case Kind::no_plan: return fmt::format("no plan: {}", advice_on(item).state);
      default: break;
    }
    if (!item.follow_up) return fmt::format("{} {}", word(item.kind), words.line);
    const std::string name = item.follow_up->first ? "first contact" : "follow-up";
    return fmt::format("{}, {}", name, words.brief.empty() ? words.line : words.brief);
  }

  /// `Joe Tran's birthday on Sat 28 Nov is not greeted yet (--greeted)`.
  [[nodiscard]] std::string occasion_words(const Item& item) const {
    if (book_.customers[item.customer].status == Status::do_not_contact) {
      return coming_words(book_, item, today_);
    }
    const std::string day =
        item.occurrence == today_ ? "today" : "on " + short_day(item.occurrence, today_);
    Item named = item;
    named.act = named.occurrence;  // when to greet is not what this is about
    std::string what = coming_words(book_, named, today_);
    if (item.kind == Kind::event) what = short_quote(item.what);
    return fmt::format("{} {} is not greeted yet (--greeted)", what, day);
  }

  const Outlook& outlook_;
  const Book& book_;
  Date today_;
  const Item* named_ = nullptr;  ///< what the first line is about already
  std::string text_;
};

}  // namespace

std::string render(const Outlook& outlook, const Record& written) {
  Sentences answer{outlook};
  std::visit([&](const auto& record) { answer.say(record); }, written);
  answer.say_next();
  answer.say_open();
  answer.say_call();
  return answer.text() + '\n';
}

}  // namespace care
