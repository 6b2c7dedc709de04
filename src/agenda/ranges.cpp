#include <algorithm>
#include <cstdint>
#include <iterator>
#include <unordered_set>
#include <utility>

#include <care/text_sums.hpp>

#include "agenda/page.hpp"

namespace care {
namespace {

constexpr std::chrono::days one_day{1};
constexpr std::chrono::days look_ahead{400};

/// The pages of later days, in order. A customer is planned on those days alone on which something
/// of theirs may newly be due or asked for; that is the same as planning everybody each day.
class LaterPages {
 public:
  /// Those after `today`, as far as `last`.
  LaterPages(const Book& book, const Selection& selection, Date today, Date last)
      : book_{book},
        selection_{selection},
        day_{today},
        last_{last},
        back_(book.staff.size()),
        calls_(static_cast<std::size_t>((last - today).count() + 1)) {}

  /// Has the customer planned again after `day`, whose plan said when it `changes`.
  void follow(CustomerIndex who, Date day, Date changes, std::optional<StaffIndex> stands_in) {
    const Customer& customer = as_of(book_, who, day);
    if (!is_asked_for(customer)) {
      changes = next_fact(book_, who, day);
    } else if (!selection_.wants(stands_in)) {
      changes = std::min(changes, back_on(*owner_of(book_, customer), day));
      if (book_.policy.escalate && book_.owner)
        changes = std::min(changes, told_on(*book_.owner, day));
    }
    if (changes <= last_) calls_on(changes).push_back(who);
  }

  /// The entries of the next day that may have any; nothing after the last.
  [[nodiscard]] std::optional<std::vector<Entry>> next() {
    do {
      if (day_ >= last_) return std::nullopt;
      day_ += one_day;
    } while (calls_on(day_).empty());
    const Moment now = book_.policy.calendar.opening(day_);
    const StandIns here = stand_ins(book_, day_);
    std::vector<Entry> entries;
    std::vector<CustomerIndex> calls = std::exchange(calls_on(day_), {});
    std::ranges::sort(calls);
    for (const CustomerIndex who : calls) {
      const Customer& customer = as_of(book_, who, day_);
      const auto owner = agenda_owner(book_, customer, here);
      CustomerPlan plan = plan_customer(book_, who, now);
      select_items(selection_, plan.items);
      follow(who, day_, plan.changes, owner);
      if (is_asked_for(customer)) add_entry(book_, who, now, owner, std::move(plan), entries);
    }
    select_entries(selection_, entries);
    return entries;
  }

 private:
  /// Who is planned on a day up to the last that is later than the one that `next` returned.
  [[nodiscard]] std::vector<CustomerIndex>& calls_on(Date day) {
    return calls_[calls_.size() - 1 - static_cast<std::size_t>((last_ - day).count())];
  }

  [[nodiscard]] bool is_asked_for(const Customer& customer) const {
    return customer.status != Status::former && selection_.wants(customer);
  }

  /// The first later day on which the owner's entries stand on an agenda that is asked for.
  [[nodiscard]] Date back_on(StaffIndex owner, Date day) {
    Date& back = back_[owner];
    back = std::max(back, day + one_day);
    while (back <= last_ && !selection_.wants(stand_in(book_, owner, back))) back += one_day;
    return back;
  }

  /// The same of what is so late that the book's owner sees it (R14), unless they see it already.
  [[nodiscard]] Date told_on(StaffIndex boss, Date day) {
    return selection_.wants(stand_in(book_, boss, day)) ? Date::max() : back_on(boss, day);
  }

  const Book& book_;
  const Selection& selection_;
  Date day_;  ///< of the entries that `next` returned
  Date last_;
  std::vector<Date> back_;
  std::vector<std::vector<CustomerIndex>> calls_;  ///< of each day from the first
};

struct IdentityHash {
  [[nodiscard]] std::size_t operator()(const Identity& of) const {
    const auto& [customer, kind, record, day, flag, step] = of;
    std::uint64_t hash = customer;
    for (const std::uint64_t part : {static_cast<std::uint64_t>(kind), std::uint64_t{record},
                                     static_cast<std::uint64_t>(day.time_since_epoch().count()),
                                     static_cast<std::uint64_t>(flag), std::uint64_t{step}})
      hash = mixed(hash, part);
    return static_cast<std::size_t>(hash);
  }
};

/// Knows what has stood on an earlier page.
class FirstDue {
 public:
  explicit FirstDue(const std::vector<Identity>& before) : seen_{before.begin(), before.end()} {}

  /// Whether the item is due, and has not been before; remembers it.
  [[nodiscard]] bool operator()(const Item& item) {
    return is_due(item) && seen_.insert(identity(item)).second;
  }

 private:
  std::unordered_set<Identity, IdentityHash> seen_;
};

/// Leaves only what is due for the first time.
void drop_seen(std::vector<Entry>& entries, FirstDue& is_new) {
  for (Entry& entry : entries) {
    if (entry.unreadable != nullptr) continue;
    std::erase_if(entry.items, [&](const Item& item) { return !is_new(item); });
  }
  std::erase_if(entries, [](const Entry& entry) { return entry.items.empty(); });
  sort_entries(entries);
}

/// Those after today, as far as `last`.
LaterPages pages_after(const Agenda& today, Date last, const Selection& selection) {
  const Book& book = *today.book;
  LaterPages later{book, selection, day_of(today.now), last};
  const Date first = day_of(today.now);
  const StandIns here = stand_ins(book, first);
  for (CustomerIndex i = 0; i < book.customers.size(); ++i) {
    later.follow(i, first, today.changes[i], agenda_owner(book, as_of(book, i, first), here));
  }
  return later;
}

}  // namespace

Agenda agenda_of_range(const Book& book, Moment now, Date from, Date to,
                       const Selection& selection) {
  Agenda today = page_of_today(book, now, selection);
  Agenda agenda{&book, now, from, to, true, selection.owner, {}, today.hidden, {}, {}};
  LaterPages later = pages_after(today, to, selection);
  FirstDue is_new{today.capped};
  for (auto entries = std::optional{std::move(today.entries)}; entries; entries = later.next()) {
    drop_seen(*entries, is_new);
    if (entries->empty() || entries->front().day < from) continue;
    complete(book, *entries);
    std::ranges::move(*entries, std::back_inserter(agenda.entries));
  }
  return agenda;
}

DueAhead due_ahead(const Agenda& today, int days, const Selection& selection) {
  const Date first = day_of(today.now);
  DueAhead due{first, std::vector<std::map<Kind, int>>(static_cast<std::size_t>(days))};
  LaterPages later = pages_after(today, first + one_day * (days - 1), selection);
  FirstDue is_new{today.capped};
  const auto count = [&](const std::vector<Entry>& entries) {
    for (const Entry& entry : entries) {
      if (!entry.customer) continue;
      auto& of_day = due.days[static_cast<std::size_t>((entry.day - first).count())];
      for (const Item& item : entry.items) {
        if (is_new(item)) ++of_day[item.kind];
      }
    }
  };
  count(today.entries);
  while (const auto entries = later.next()) count(*entries);
  return due;
}

std::optional<NextDue> next_due(const Book& book, Moment now, const Selection& selection) {
  const Date today = day_of(now);
  LaterPages later{book, selection, today, today + look_ahead};
  const StandIns here = stand_ins(book, today);
  for (CustomerIndex i = 0; i < book.customers.size(); ++i) {
    const CustomerPlan plan = plan_customer(book, i, now);
    const bool is_due_now = std::ranges::any_of(
        plan.items, [](const Item& item) { return item.hiding == Hiding::none && is_due(item); });
    later.follow(i, today, is_due_now ? today + one_day : plan.changes,
                 agenda_owner(book, as_of(book, i, today), here));
  }
  while (auto entries = later.next()) {
    sort_entries(*entries);
    for (const Entry& entry : *entries) {
      if (is_due(entry.items.front())) return NextDue{entry.day, *entry.customer};
    }
  }
  return std::nullopt;
}

}  // namespace care
