#include "render/words/review.hpp"
#include <care/plan_past.hpp>
#include <care/text.hpp>
#include <care/text_ascii.hpp>
#include "render/words/people.hpp"
#include "render/words/periods.hpp"
#include "render/words/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace care {
namespace {

/// The measures as a page shows them, factor by factor (R20).
std::array<MeasureRow, measure_count> page_order() {
  auto rows = measures();
  std::ranges::stable_sort(rows, {}, [](const MeasureRow& row) {
    return std::pair{row.factor, row.place};
  });
  return rows;
}

struct StateRow {
  Loyalty state;
  std::string_view name;
  Ink ink;
};
/// The best first.
constexpr std::array<StateRow, loyalty_count> state_rows{
    {{Loyalty::loyal, "loyal", Ink::good},
     {Loyalty::returning, "returning", Ink::good},
     {Loyalty::recommending, "recommending", Ink::good},
     {Loyalty::newcomer, "new", Ink::plain},
     {Loyalty::satisfied, "satisfied, not loyal", Ink::dim},
     {Loyalty::silent, "silent", Ink::late},
     {Loyalty::strained, "strained", Ink::alarm}}};

const Measured& measured(const Review& review, Measure measure) {
  return review.measures.at(static_cast<std::size_t>(measure));
}

/// The change against the period before, in points.
void add_change(MeasureWords& words) {
  if (words.before.total == 0) {
    words.change = "new";
    return;
  }
  const int points = percent(words.now) - percent(words.before);
  words.change = points == 0 ? "=" : fmt::format("{:+}", points);
  if (points != 0 && std::min(words.now.total, words.before.total) >= fewest_cases) {
    words.ink = points > 0 ? Ink::good : Ink::late;
  }
}

std::vector<FactorWords> factors_of(const Review& review) {
  std::vector<FactorWords> factors;
  for (const MeasureRow& row : page_order()) {
    const Measured& cases = measured(review, row.measure);
    if (cases.now.total == 0) continue;
    MeasureWords words{row.measure,
                       row.words,
                       cases.now,
                       cases.before,
                       {},
                       Ink::plain,
                       review.weakest == row.measure};
    add_change(words);
    const std::string title = in_capitals(std::string{word(row.factor)});
    if (factors.empty() || factors.back().title != title) factors.push_back({title, {}});
    factors.back().measures.push_back(std::move(words));
  }
  return factors;
}

std::vector<StateWords> states_of(const Review& review) {
  std::vector<StateWords> states;
  int total = 0;
  for (const StateRow& row : state_rows) {
    const auto place = static_cast<std::size_t>(row.state);
    states.push_back(
        {row.state, row.name, row.ink, review.loyalty.at(place), review.loyalty_before.at(place)});
    total += states.back().now + states.back().before;
  }
  if (total == 0) states.clear();
  return states;
}

/// Only what can be judged, and what two or more have a case of, is put side by side.
OwnersWords owners_of(const Review& review) {
  const Book& book = *review.book;
  OwnersWords words;
  std::vector<Measure> shown;
  for (const MeasureRow& row : page_order()) {
    const Measured& cases = measured(review, row.measure);
    const auto with_cases =
        std::ranges::count_if(cases.owners, [](Tally tally) { return tally.total > 0; });
    if (with_cases < 2 || cases.now.total < fewest_cases) continue;
    shown.push_back(row.measure);
    words.columns.push_back(row.brief);
  }
  for (StaffIndex staff = 0; !shown.empty() && staff < book.staff.size(); ++staff) {
    OwnersWords::Row row{staff_words(book, staff), {}};
    bool any = false;
    for (const Measure measure : shown) {
      const Tally tally = measured(review, measure).owners.at(staff);
      any = any || tally.total > 0;
      row.cells.push_back(tally.total > 0 ? counts_words(tally) : "");
    }
    if (any) words.rows.push_back(std::move(row));
  }
  return words;
}

PeopleWords people_of(const Review& review, std::string_view title, std::string advice,
                      const std::vector<Unheard>& list) {
  constexpr std::size_t most = 10;
  const Book& book = *review.book;
  const Date day = day_of(review.then);
  PeopleWords words{title, std::move(advice), {}, {}};
  std::size_t left = 0;
  for (const Unheard& one : list) {
    // Of a past period: they may have left since, or not want to be contacted.
    if (as_of(book, one.customer, day_of(review.now)).status != Status::active) continue;
    if (words.people.size() == most) {
      ++left;
      continue;
    }
    const Customer& customer = as_of(book, one.customer, day);
    const bool says_owner = one.owner && !review.owner && book.staff.size() > 1;
    words.people.push_back({neutralised(customer.id), who_words(customer, day),
                            one.heard ? "heard " + past_day(*one.heard, day) : "never heard",
                            says_owner ? staff_words(book, *one.owner) : ""});
  }
  if (left > 0) words.rest = fmt::format("{} more: care review --format json", left);
  return words;
}

/// The satisfied; of a past period but those who have become strained since: nothing is sold to
/// them.
std::vector<Unheard> to_win(const Review& review) {
  std::vector<Unheard> list = review.satisfied;
  if (!is_past(review)) return list;
  std::erase_if(list, [&](const Unheard& one) {
    const auto states = strained_states(*review.book, one.customer, review.now);
    return !states.empty() && !states.back().ended;
  });
  return list;
}

/// Whom to turn to. Nobody is on these lists who is not to be contacted (R15, R21).
std::vector<PeopleWords> lists_of(const Review& review) {
  std::vector<PeopleWords> lists{
      people_of(review, is_past(review) ? "WHO WAS STRAINED" : "WHO IS STRAINED",
                std::string{strained_advice().advice}, review.strained),
      people_of(review, is_past(review) ? "WHO WAS SILENT" : "WHO IS SILENT",
                "nothing for half a year", review.silent),
      people_of(review, "WHOM TO WIN", "satisfied, not loyal", to_win(review))};
  std::erase_if(lists, [](const PeopleWords& list) { return list.people.empty(); });
  return lists;
}

std::vector<LoadWords> loads_of(const Review& review) {
  const Book& book = *review.book;
  std::vector<LoadWords> loads;
  if (review.load.asked > 0 || review.load.done > 0)
    loads.push_back({"load-all", "all", review.load});
  for (StaffIndex staff = 0; staff < review.owner_loads.size(); ++staff) {
    const Load& load = review.owner_loads[staff];
    if (load.asked > 0 || load.done > 0)
      loads.push_back({fmt::format("load-{}", staff), staff_words(book, staff), load});
  }
  // Of one alone, theirs are all.
  if (loads.size() == 2) loads.erase(loads.begin());
  return loads;
}

/// Whose, and of whom alone.
std::string whose_words(const ReviewPage& page) {
  const Review& review = page.review;
  std::vector<std::string> parts{neutralised(review.book->name)};
  if (review.owner) {
    parts.push_back(fmt::format("{}'s customers", staff_words(*review.book, *review.owner)));
  }
  if (!page.tags.empty()) {
    parts.push_back(neutralised(fmt::format("tagged {}", fmt::join(page.tags, " or "))));
  }
  std::erase(parts, "");
  return fmt::format("{}", fmt::join(parts, ", "));
}

}  // namespace

bool begins_later(const Review& review) {
  return review.book->started && *review.book->started > review.period.to;
}

bool is_past(const Review& review) { return day_of(review.then) < day_of(review.now); }

std::string counts_words(Tally tally) { return fmt::format("{} of {}", tally.good, tally.total); }

std::string tally_words(Tally tally) {
  return fmt::format("{} ({} %)", counts_words(tally), percent(tally));
}

std::string amount_words(double amount) {
  constexpr double few = 9.95;
  std::string words = fmt::format("{:.{}f}", amount, amount < few ? 1 : 0);
  if (words.ends_with(".0")) words.resize(words.size() - 2);
  return words;
}

std::string contacts_words(double amount) {
  const std::string words = amount_words(amount);
  return words + (words == "1" ? " contact" : " contacts");
}

int cells_of(Tally tally, int all) {
  if (tally.total == 0 || tally.good == 0) return 0;
  if (tally.good == tally.total) return all;
  return std::clamp((2 * all * tally.good + tally.total) / (2 * tally.total), 1, all - 1);
}

ReviewWords words_of(const ReviewPage& page) {
  const Review& review = page.review;
  ReviewWords words;
  words.title = period_words(review.period);
  words.whose = whose_words(page);
  words.counts =
      fmt::format("{}, {}", counted(static_cast<int>(review.customers), "customer", "customers"),
                  counted(review.contacts, "contact", "contacts"));
  words.summary = fmt::format("{}; compared with {}", words.counts,
                              period_words(review.previous, review.period));
  words.moves = move_sentences(review);
  const bool is_known = !begins_later(review);
  if (is_known) words.states = states_of(review);
  words.factors = factors_of(review);
  words.owners = owners_of(review);
  words.sentences = review_sentences(page);
  if (is_known) words.loads = loads_of(review);
  if (is_known) words.lists = lists_of(review);
  words.now = is_past(review) ? "then" : "now";
  words.of_one = review.book->staff.size() < 2;
  if (!words.lists.empty()) {
    words.next = "Before you call: care show ID";
  }
  return words;
}

}  // namespace care
