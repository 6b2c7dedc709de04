#include <care/review.hpp>

#include <algorithm>
#include <set>

#include "review/cases.hpp"
#include "review/groups.hpp"

namespace care {
namespace {

using std::chrono::days;

constexpr int weeks_of_year = 53;

Date monday_of(Date day) { return day - (std::chrono::weekday{day} - std::chrono::Monday); }

/// The states of all customers, in the book's order; nothing for those who have none.
using States = std::vector<std::optional<Loyalty>>;

std::size_t place_of(Loyalty state) { return static_cast<std::size_t>(state); }

bool has_state(const std::optional<Loyalty>& state) {
  return state && place_of(*state) < loyalty_count;
}

/// Hands everybody who is looked at to `visit`, former customers too.
template <class Visit>
void for_each_past(const View& view, const ReviewSelection& selection, const Visit& visit) {
  for (CustomerIndex i = 0; i < view.book.customers.size(); ++i) {
    const Customer& customer = as_of(view.book, i, view.end());
    if (selection.owner && owner_of(view.book, customer) != selection.owner) continue;
    if (has_any(customer, selection.tags)) visit(past_of(view, i));
  }
}

class Telling {
 public:
  Telling(const Book& book, Moment now, const ReviewSelection& selection)
      : book_{book},
        selection_{selection},
        view_{view_of(book, now, selection.period)},
        before_{view_of(book, now, selection.previous)},
        load_{view_},
        review_{.book = &book,
                .now = now,
                .then = view_.then,
                .period = selection.period,
                .previous = selection.previous,
                .owner = selection.owner} {
    before_.purchases = view_.purchases;  // or who came back by years alone would seem to have left
    for (Measured& measured : review_.measures) measured.owners.resize(book.staff.size());
    const Date last_week = monday_of(view_.end());
    for (int back = weeks_of_year - 1; back >= 0; --back) {
      review_.weeks.push_back(
          {last_week - days{7 * back}, std::vector<int>(book.staff.size() + 1)});
    }
  }

  Review run() {
    States before(book_.customers.size());
    States now(book_.customers.size());
    for_each_past(before_, selection_, [&](const Past& past) {
      before[past.who] = loyalty_of(past);
      if (before_.is_customer(past.customer)) add_previous(past);
    });
    for_each_past(view_, selection_, [&](const Past& past) {
      now[past.who] = loyalty_of(past);
      if (view_.is_customer(past.customer)) add(past, now[past.who]);
    });
    compare(before, now);
    load_.finish(review_);
    review_.owners.assign(owners_.begin(), owners_.end());
    find_deficiencies(review_, owners_.size() > 1);
    review_.purchases = view_.purchases;
    review_.referrals = view_.referrals;
    return std::move(review_);
  }

 private:
  void add_previous(const Past& past) {
    Cases cases{past};
    add_cases(past, cases);
    for (std::size_t i = 0; i < measure_count; ++i) {
      review_.measures[i].before.good += cases.tallies()[i].good;
      review_.measures[i].before.total += cases.tallies()[i].total;
    }
  }

  void add(const Past& past, const std::optional<Loyalty>& state) {
    ++review_.customers;
    if (past.owner) owners_.insert(*past.owner);
    Cases cases{past};
    add_cases(past, cases);
    for (std::size_t i = 0; i < measure_count; ++i) {
      add_tally(cases.tallies()[i], review_.measures[i].now);
      if (past.owner) add_tally(cases.tallies()[i], review_.measures[i].owners[*past.owner]);
    }
    load_.add(past);
    add_contacts(past);
    list(past, state);
  }

  static void add_tally(Tally one, Tally& all) {
    all.good += one.good;
    all.total += one.total;
  }

  void add_contacts(const Past& past) {
    review_.contacts += past.contacts_between(view_.period.from, view_.period.to);
    const Date first = review_.weeks.front().monday;
    auto contact = std::ranges::lower_bound(past.contacts, first, {}, &ContactDay::day);
    for (; contact != past.contacts.end(); ++contact) {
      const auto week = static_cast<std::size_t>((contact->day - first).count() / 7);
      ++review_.weeks[week]
            .owners[past.owner.value_or(static_cast<StaffIndex>(book_.staff.size()))];
    }
  }

  /// Those whom somebody should look at.
  void list(const Past& past, const std::optional<Loyalty>& state) {
    const Unheard one{past.who, past.owner, past.heard};
    if (state == Loyalty::strained) review_.strained.push_back(one);
    if (state == Loyalty::silent) review_.silent.push_back(one);
    if (state == Loyalty::satisfied) review_.satisfied.push_back(one);
  }

  void compare(const States& before, const States& now) {
    for (CustomerIndex i = 0; i < now.size(); ++i) {
      if (has_state(before[i])) ++review_.loyalty_before[place_of(*before[i])];
      if (has_state(now[i])) ++review_.loyalty[place_of(*now[i])];
      const bool has_moved =
          before[i] && now[i] && before[i] != now[i] && (has_state(before[i]) || has_state(now[i]));
      if (has_moved) review_.moved.push_back({i, *before[i], *now[i]});
    }
    for (auto* unheard : {&review_.strained, &review_.silent, &review_.satisfied}) {
      // Never stands before all days.
      std::ranges::stable_sort(*unheard, {}, &Unheard::heard);
    }
  }

  const Book& book_;
  const ReviewSelection& selection_;
  View view_, before_;
  LoadCount load_;
  Review review_;
  std::set<StaffIndex> owners_;  ///< of anybody who is looked at
};

}  // namespace

Review review(const Book& book, Moment now, const ReviewSelection& selection) {
  return Telling{book, now, selection}.run();
}

std::vector<ReviewCase> review_cases(const Book& book, Moment now, CustomerIndex customer,
                                     Period period) {
  const View view = view_of(book, now, period);
  std::vector<ReviewCase> list;
  const Past past = past_of(view, customer);
  if (!view.is_customer(past.customer)) return list;
  Cases cases{past, &list};
  add_cases(past, cases);
  std::ranges::stable_sort(list, [](const ReviewCase& a, const ReviewCase& b) {
    return a.measure != b.measure ? a.measure < b.measure : a.day < b.day;
  });
  return list;
}

}  // namespace care
