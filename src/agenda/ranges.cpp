#include <algorithm>
#include <cstdint>
#include <iterator>
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
    entries.reserve(calls.size());
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

/// Knows what has stood on an earlier page. Weeks of a large book have a great many: one behind the
/// other, with a table of their places.
class FirstDue {
 public:
  explicit FirstDue(const std::vector<Identity>& before) {
    for (const Identity& one : before) (void)add(one);
  }

  /// Whether the item is due, and has not been before; remembers it.
  [[nodiscard]] bool operator()(const Item& item) { return is_due(item) && add(identity(item)); }

 private:
  [[nodiscard]] bool add(const Identity& one) {
    if (2 * (seen_.size() + 1) > places_.size()) grow();
    std::uint32_t& place = place_of(one);
    if (place != 0) return false;
    seen_.push_back(one);
    place = static_cast<std::uint32_t>(seen_.size());
    return true;
  }

  /// Where it is, or would be.
  [[nodiscard]] std::uint32_t& place_of(const Identity& one) {
    const std::size_t mask = places_.size() - 1;
    std::size_t at = IdentityHash{}(one)&mask;
    while (places_[at] != 0 && seen_[places_[at] - 1] != one) at = (at + 1) & mask;
    return places_[at];
  }

  void grow() {
    constexpr std::size_t least = 64;
    places_.assign(std::max(least, 2 * places_.size()), 0);
    for (std::uint32_t i = 0; i < seen_.size(); ++i) place_of(seen_[i]) = i + 1;
  }

  std::vector<Identity> seen_;
  std::vector<std::uint32_t> places_;  ///< of each in `seen_`, from 1; 0: nothing
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

/// The customers from one on, before another.
struct Part {
  CustomerIndex begin, end;
};

Part all_of(const Book& book) { return {0, static_cast<CustomerIndex>(book.customers.size())}; }

/// Those after today, as far as `last`, of some customers.
LaterPages pages_after(const Agenda& today, Date last, const Selection& selection, Part part) {
  const Book& book = *today.book;
  LaterPages later{book, selection, day_of(today.now), last};
  const Date first = day_of(today.now);
  const StandIns here = stand_ins(book, first);
  for (CustomerIndex i = part.begin; i < part.end; ++i) {
    later.follow(i, first, today.changes[i], agenda_owner(book, as_of(book, i, first), here));
  }
  return later;
}

/// How much of some customers is due on each day.
DueAhead due_ahead(const Agenda& today, int days, const Selection& selection, Part part) {
  const Date first = day_of(today.now);
  DueAhead due{first, std::vector<std::map<Kind, int>>(static_cast<std::size_t>(days))};
  LaterPages later = pages_after(today, first + one_day * (days - 1), selection, part);
  FirstDue is_new{today.capped};
  const auto count = [&](const std::vector<Entry>& entries) {
    for (const Entry& entry : entries) {
      if (!entry.customer || *entry.customer < part.begin || *entry.customer >= part.end) continue;
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

}  // namespace

Agenda agenda_of_range(const Book& book, Moment now, Date from, Date to,
                       const Selection& selection) {
  Agenda today = page_of_today(book, now, selection);
  Agenda agenda{&book, now, from, to, true, selection.owner, {}, today.hidden, {}, {}};
  LaterPages later = pages_after(today, to, selection, all_of(book));
  FirstDue is_new{today.capped};
  agenda.entries.reserve(today.entries.size() + book.customers.size());
  for (auto entries = std::optional{std::move(today.entries)}; entries; entries = later.next()) {
    drop_seen(*entries, is_new);
    if (entries->empty() || entries->front().day < from) continue;
    complete(book, *entries);
    std::ranges::move(*entries, std::back_inserter(agenda.entries));
  }
  return agenda;
}

DueAhead due_ahead(const Agenda& today, int days, const Selection& selection) {
  DueAhead due{};
  DueAhead others{};
  in_halves(selection.together, today.book->customers.size(),
            [&](std::size_t from, std::size_t to) {
              const Part part{static_cast<CustomerIndex>(from), static_cast<CustomerIndex>(to)};
              (from == 0 ? due : others) = due_ahead(today, days, selection, part);
            });
  for (std::size_t day = 0; day < others.days.size(); ++day)
    for (const auto& [kind, count] : others.days[day]) due.days[day][kind] += count;
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
