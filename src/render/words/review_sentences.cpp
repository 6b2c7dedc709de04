#include <care/text.hpp>
#include "render/words/people.hpp"
#include "render/words/periods.hpp"
#include "render/words/phrases.hpp"
#include "render/words/review.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace care {
namespace {

Tally tally_of(const Review& review, Measure measure) {
  return review.measures.at(static_cast<std::size_t>(measure)).now;
}

/// Whether the first has the higher rate; in whole numbers.
bool is_better(Tally a, Tally b) {
  return std::int64_t{a.good} * b.total > std::int64_t{b.good} * a.total;
}

/// What went well: the measure with the highest rate, where that is more than half.
std::optional<Measure> best_of(const Review& review) {
  std::optional<Measure> best;
  for (const MeasureRow& row : measures()) {
    const Tally tally = tally_of(review, row.measure);
    if (tally.total < fewest_cases || 2 * tally.good <= tally.total ||
        row.measure == review.weakest) {
      continue;
    }
    if (!best || is_better(tally, tally_of(review, *best))) best = row.measure;
  }
  return best;
}

class Saying {
 public:
  explicit Saying(const ReviewPage& page) : page_{page} {}

  std::vector<Sentence> take() {
    if (review_.customers == 0 && review_.contacts == 0) {
      say_nobody();
    } else if (begins_later(review_)) {
      say(fmt::format("Nothing is known of these days: the book begins on {}.",
                      past_day(*book_.started, review_.period.to)));
    } else {
      say_best();
      say_weakest();
      say_deficiencies();
      say_attention();
      say_load();
      say_endings();
      say_forgotten();
      say_missing_tables();
    }
    say_problems();
    return std::move(sentences_);
  }

 private:
  void say(std::string text, Ink ink = Ink::plain) { sentences_.push_back({std::move(text), ink}); }

  void say_nobody() {
    if (book_.customers.empty() && book_.unreadable.empty()) {
      say("No customers yet: care add NAME, or care import contacts.vcf");
    } else if (review_.owner || !page_.tags.empty()) {
      say(is_past(review_) ? "There were no such customers then." : "There are no such customers.");
    } else {
      say(is_past(review_) ? "No customer was in the book then." : "There are no customers now.");
    }
  }

  void say_best() {
    const bool any_case = std::ranges::any_of(
        review_.measures, [](const Measured& measured) { return measured.now.total > 0; });
    if (!any_case) say("There was nothing to measure in these days.");
    if (const auto best = best_of(review_)) {
      say(fmt::format("What goes best: {}, {}.", row_of(*best).words,
                      tally_words(tally_of(review_, *best))),
          Ink::good);
    }
  }

  void say_weakest() {
    if (!review_.weakest) return;
    const Tally tally = tally_of(review_, *review_.weakest);
    if (tally.good == tally.total) {
      say("All that can be judged was done, and in time.", Ink::good);
    } else {
      say(fmt::format("The one thing to mend: {}, {}.", row_of(*review_.weakest).words,
                      tally_words(tally)),
          Ink::late);
    }
  }

  void say_deficiencies() {
    constexpr std::size_t most = 3;
    const auto& all = review_.deficiencies;
    for (std::size_t i = 0; i < std::min(most, all.size()); ++i) {
      const Deficiency& one = all[i];
      say(one.owner ? fmt::format("{}: {}, {}; the others {}.", staff_words(book_, *one.owner),
                                  row_of(one.measure).words, tally_words(one.theirs),
                                  tally_words(one.others))
                    : fmt::format("{}: {}, but {} in {}.",
                                  capitalised(std::string{row_of(one.measure).words}),
                                  tally_words(one.theirs), tally_words(one.others),
                                  before_words(review_.period, review_.previous)));
    }
  }

  void say_attention() {
    const Attention& attention = review_.attention;
    if (!attention.ratio || !attention.strained || !attention.others) return;
    int digits = 1;
    const auto written = [&](double value) { return fmt::format("{:.{}f}", value, digits); };
    if (written(*attention.strained) == written(*attention.others)) digits = 2;
    const std::string counts =
        fmt::format("{} contacts in 30 days, the others {}", written(*attention.strained),
                    written(*attention.others));
    if (written(*attention.strained) == written(*attention.others)) {
      say(fmt::format("Those who need you most hear from you as often as the others: {}.", counts));
    } else if (*attention.ratio < 1) {
      say(fmt::format("Those who need you most hear least from you: {}.", counts), Ink::late);
    } else {
      say(fmt::format("Those who need you most hear most: {}.", counts));
    }
  }

  void say_load() {
    const Load& load = review_.load;
    if (load.asked <= 0) return;
    // The head of the page counts all of them.
    std::string text = fmt::format(
        "Your rhythm asks for {} in 30 days{}; you had {}", contacts_words(load.asked),
        review_.barred_contacts > 0 ? " with active customers" : "", amount_words(load.done));
    std::vector<std::string> behind;
    constexpr double enough = 0.8;
    constexpr double hair = 1e-9;  // a sum of rates may come out above what it is
    for (StaffIndex staff = 0; !review_.owner && staff < review_.owner_loads.size(); ++staff) {
      const Load& theirs = review_.owner_loads[staff];
      if (book_.staff.size() < 2 || theirs.done >= enough * theirs.asked - hair) continue;
      behind.push_back(fmt::format("{} {} of {}", staff_words(book_, staff),
                                   amount_words(theirs.done), amount_words(theirs.asked)));
    }
    if (!behind.empty()) text += fmt::format(" ({})", fmt::join(behind, ", "));
    say(text + ".");
  }

  void say_endings() {
    const EndingCounts& endings = review_.endings;
    std::vector<std::string> parts;
    const auto add = [&](int count, std::string_view words) {
      if (count > 0) parts.push_back(fmt::format("{} {}", count, words));
    };
    add(endings.done, "done");
    add(endings.alternative, "by an alternative");
    add(endings.withdrawn, "withdrawn");
    if (!parts.empty()) say(fmt::format("Requests that ended: {}.", fmt::join(parts, ", ")));
    if (endings.refused == 0) return;
    const std::string open = counted(endings.refused, "request", "requests");
    if (is_past(review_)) {
      say(fmt::format("{} open at the end after an offer was refused.", open));
    } else {
      say(fmt::format("{} open after an offer was refused: find another.", open), Ink::late);
    }
  }

  void say_forgotten() {
    constexpr std::size_t most = 5;
    const auto& all = review_.forgotten;
    if (all.empty()) {
      say(is_past(review_) ? "Nobody was later than a whole interval then."
                           : "Nobody is later than a whole interval.");
      return;
    }
    std::vector<std::string> names;
    for (std::size_t i = 0; i < std::min(most, all.size()); ++i) {
      names.push_back(fmt::format("{} ({} late)", neutralised(book_.customers[all[i].customer].id),
                                  counted(all[i].days_late, "day", "days")));
    }
    const std::string count =
        all.size() > 1 ? fmt::format("{} customers, the worst first: ", all.size()) : "";
    say(fmt::format("Later than a whole interval: {}{}{}", count, fmt::join(names, ", "),
                    all.size() > most ? " …" : "."),
        Ink::late);
  }

  /// What loyalty cannot be told by.
  void say_missing_tables() {
    const std::string_view has = is_past(review_) ? "had" : "has";
    const std::string_view then = is_past(review_) ? " then" : "";
    if (!review_.purchases && !review_.referrals) {
      say(
          fmt::format("The book {} no purchase and nobody who was sent by another{}, so loyalty is "
                      "told by years alone: care purchase, care add --referred-by.",
                      has, then));
    } else if (!review_.purchases) {
      say(
          fmt::format("The book {} no purchase{}, so who comes back is told by years alone: care "
                      "purchase.",
                      has, then));
    } else if (!review_.referrals) {
      say(fmt::format("The book {} nobody who was sent by another{}: care add --referred-by.", has,
                      then));
    }
  }

  void say_problems() {
    if (page_.problems.empty()) return;
    say(missing_words(page_.problems.size()), Ink::late);
  }

  const ReviewPage& page_;
  const Review& review_ = page_.review;
  const Book& book_ = *review_.book;
  std::vector<Sentence> sentences_;
};

/// A way to move, and how it is said: of one and of several, of today and of a period long over.
struct Way {
  bool (*fits)(Loyalty from, Loyalty to);
  std::string_view said;
  Ink ink;
};

bool is_gone(Loyalty state) { return state == Loyalty::former || state == Loyalty::do_not_contact; }

/// The first that fits counts; what went well stands first.
constexpr Way ways[] = {
    {[](Loyalty from, Loyalty to) { return to == Loyalty::loyal && !is_gone(from); },
     "became loyal", Ink::good},
    {[](Loyalty from, Loyalty to) { return is_gone(from) && !is_gone(to); }, "came back to us",
     Ink::good},
    {[](Loyalty from, Loyalty to) {
       return from == Loyalty::strained && to != Loyalty::silent && !is_gone(to);
     },
     "no longer strained", Ink::good},
    {[](Loyalty from, Loyalty to) {
       return from == Loyalty::silent && to != Loyalty::strained && !is_gone(to);
     },
     "no longer silent", Ink::good},
    {[](Loyalty from, Loyalty to) { return from != Loyalty::loyal && to == Loyalty::returning; },
     "came back", Ink::good},
    {[](Loyalty from, Loyalty to) { return from != Loyalty::loyal && to == Loyalty::recommending; },
     "sent others", Ink::good},
    {[](Loyalty, Loyalty to) { return to == Loyalty::strained; }, "became strained", Ink::alarm},
    {[](Loyalty, Loyalty to) { return to == Loyalty::silent; }, "fell silent", Ink::late},
    {[](Loyalty from, Loyalty to) { return from == Loyalty::loyal && !is_gone(to); },
     "no longer loyal", Ink::late},
    {[](Loyalty, Loyalty to) { return to == Loyalty::satisfied; }, "became merely satisfied",
     Ink::plain},
    {[](Loyalty, Loyalty to) { return to == Loyalty::former; }, "left", Ink::plain},
    {[](Loyalty, Loyalty to) { return to == Loyalty::do_not_contact; },
     "not to be contacted any more", Ink::plain},
    {[](Loyalty, Loyalty) { return true; }, "moved otherwise", Ink::plain},
};

}  // namespace

std::vector<Sentence> move_sentences(const Review& review) {
  constexpr std::size_t most = 4;
  std::vector<Sentence> sentences;
  std::vector<Move> left = review.moved;
  for (const Way& way : ways) {
    const auto fits = [&](const Move& move) { return way.fits(move.from, move.to); };
    std::vector<std::string> names;
    for (const Move& move : left) {
      if (!fits(move)) continue;
      const bool slipped = move.from == Loyalty::loyal && !is_gone(move.to);
      names.push_back(neutralised(review.book->customers[move.customer].id) +
                      (slipped ? " from loyal" : ""));
    }
    if (names.empty()) continue;
    std::erase_if(left, fits);
    const std::size_t count = names.size();
    if (count > most) {
      names.resize(most);
      names.emplace_back("…");
    }
    sentences.push_back(
        {fmt::format("{} {} ({})", count, way.said, fmt::join(names, ", ")), way.ink});
  }
  return sentences;
}

std::vector<Sentence> review_sentences(const ReviewPage& page) { return Saying{page}.take(); }

}  // namespace care
