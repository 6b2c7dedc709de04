#include "shell/commands/greetings.hpp"

#include <care/agenda.hpp>
#include <care/text.hpp>
#include <care/text_ascii.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

namespace care {
namespace {

Text name_of(const Item& item) { return item.kind == Kind::event ? item.what : word(item.kind); }

/// `birthday of Joe Tran`.
std::string described(const Item& item) {
  if (item.kind != Kind::birthday) return std::string{name_of(item)};
  return fmt::format("birthday of {}", item.person);
}

/// `Tue 24 Nov`
std::string day_words(Date day) {
  const auto date = civil(day);
  return fmt::format("{} {} {}", short_name(weekday_name(day)), static_cast<unsigned>(date.day()),
                     short_name(month_name(date.month())));
}

/// Whether these are words by which somebody may name it: `opening`, `lars`, `5 years`. A number is
/// that of the years, whole.
bool is_named_by(const Item& item, std::string_view typed) {
  const std::string about = described(item) + " years";
  std::string words;
  while (!typed.empty()) {
    const std::string_view word = typed.substr(0, typed.find(' '));
    typed.remove_prefix(std::min(word.size() + 1, typed.size()));
    const bool is_years = is_number(word) && word == std::to_string(item.years.value_or(0));
    if (!is_years) words += fmt::format("{} ", word);
  }
  return words.empty() || has_words(about, words);
}

/// Chooses among the occasions that are visible.
class Greetings {
 public:
  Greetings(const RecordContext& context, std::vector<Item> visible)
      : context_{context}, visible_{std::move(visible)} {}

  [[nodiscard]] const std::vector<Item>& chosen() const { return chosen_; }

  void take_all() {
    if (visible_.empty()) {
      refuse("--greeted: nothing of {}'s is to be greeted that day, or it was already",
             {context_.id()});
    }
    take_together(visible_);
  }

  /// One that is named, or several with commas between them.
  void take_named(const std::string& typed) {
    if (take_called(typed)) return;
    if (equal_ignoring_case(typed, "all")) {
      take_all();
      return;
    }
    if (typed.find(',') == std::string::npos || fit_words(typed) == 1) {
      if (!take_by_words(typed)) refuse_unknown(typed);
      return;
    }
    for (std::size_t begin = 0; begin <= typed.size();) {
      const std::size_t end = std::min(typed.find(',', begin), typed.size());
      const auto first = std::min(typed.find_first_not_of(' ', begin), end);
      const std::string part = typed.substr(first, end - first);
      if (!part.empty() && !take_called(part) && !take_by_words(part)) refuse_unknown(part);
      begin = end + 1;
    }
  }

  /// Puts what was chosen into the touch: one contact's birthday, or those that `birthday` means.
  void mark(Touch& touch) const {
    std::vector<const Item*> birthdays;
    std::vector<Text> names{touch.greeted.begin(), touch.greeted.end()};
    std::set<Text> known{names.begin(), names.end()};
    for (const Item& item : chosen_) {
      const Text name = name_of(item);
      if (item.kind == Kind::birthday) birthdays.push_back(&item);
      if (known.insert(name).second) names.push_back(name);
    }
    touch.greeted = Texts{names};
    if (birthdays.empty()) return;
    const Item& first = *birthdays.front();
    if (birthdays.size() == 1) {
      if (first.record != Item::own) touch.contact = first.record;
      return;
    }
    const auto visible = std::ranges::count(visible_, Kind::birthday, &Item::kind);
    // Without a contact, "birthday" is the customer's own, also where that was greeted already
    // (R3).
    const bool has_own = context_.customer().birthday.has_value();
    if (!has_own && static_cast<std::size_t>(visible) == birthdays.size()) return;
    refuse("--greeted: one record greets one of these: {}; log each by itself: --greeted \"{}\"",
           {listed(birthdays, [](const Item* item) { return described(*item); }),
            shown(first.person)});
  }

 private:
  void take(const Item& item) {
    if (taken_.insert(identity(item)).second) chosen_.push_back(item);
  }

  /// Nobody has named each: which of them are not yet is said.
  void take_together(const std::vector<Item>& items) {
    for (const Item& item : items) take(item);
    for (const Item& item : items) {
      if (item.when != State::coming) continue;
      context_.remark(fmt::format("The {} is only on {}; if that was not meant: care undo",
                                  neutralised(described(item)), day_words(item.occurrence)));
    }
  }

  /// False where no occasion is called so.
  bool take_called(const std::string& typed) {
    std::vector<Item> found = visible_;
    std::erase_if(found,
                  [&](const Item& item) { return !equal_ignoring_case(name_of(item), typed); });
    if (std::ranges::any_of(found, is_own_birthday)) {
      std::erase_if(found, [](const Item& item) { return !is_own_birthday(item); });
    }
    if (found.size() > 1) {
      take_together(found);
    } else {
      for (const Item& item : found) take(item);
    }
    return !found.empty();
  }

  [[nodiscard]] std::ptrdiff_t fit_words(const std::string& typed) const {
    return std::ranges::count_if(visible_,
                                 [&](const Item& item) { return is_named_by(item, typed); });
  }

  /// The same for words of one; UsageError where they are words of several.
  bool take_by_words(const std::string& typed) {
    std::vector<Item> found = visible_;
    std::erase_if(found, [&](const Item& item) { return !is_named_by(item, typed); });
    if (found.size() > 1) {
      refuse("--greeted: \"{}\" may be {}; name one of them, or several with commas",
             {shown(typed), listed(found, described)});
    }
    for (const Item& item : found) take(item);
    return !found.empty();
  }

  static bool is_own_birthday(const Item& item) {
    return item.kind == Kind::birthday && item.record == Item::own;
  }

  void refuse_unknown(const std::string& typed) const {
    std::vector<std::string_view> known{word(Kind::birthday), word(Kind::anniversary)};
    for (const Event& event : context_.customer().events) known.push_back(event.what);
    const bool is_known = std::ranges::any_of(
        known, [&](std::string_view name) { return equal_ignoring_case(name, typed); });
    const std::string near = is_known ? std::string{} : suggestion(typed, known);
    const std::string there = listed(visible_, described);
    const std::string what =
        is_known ? fmt::format("\"{}\" is not to be greeted that day, or was already", shown(typed))
                 : fmt::format("{} has no occasion \"{}\"", context_.id(), shown(typed));
    refuse("--greeted: {}{}", {what, !near.empty()    ? near
                                     : !there.empty() ? "; to greet that day: " + there
                                     : is_known       ? "; nothing else is"
                                                      : "; nothing is to be greeted that day"});
  }

  const RecordContext& context_;
  std::vector<Item> visible_, chosen_;
  std::set<Identity> taken_;
};

}  // namespace

std::vector<Item> greetable(const RecordContext& context) {
  std::vector<Item> items = context.plan().items;
  std::erase_if(items, [](const Item& item) { return !is_occasion(item.kind); });
  std::ranges::sort(items, comes_before);
  return items;
}

std::string listed_with_days(const std::vector<Item>& occasions, Date today) {
  return listed(occasions, [&](const Item& item) {
    const bool is_today = item.occurrence == today;
    return fmt::format("{} {}", described(item),
                       is_today ? "today" : fmt::format("on {}", day_words(item.occurrence)));
  });
}

void greet(const RecordContext& context, const ImpliedList& greeted, Touch& touch) {
  if (!greeted.is_given) return;
  std::vector<Item> visible = greetable(context);
  if (touch.contact) {
    std::erase_if(visible, [&](const Item& item) {
      return item.kind == Kind::birthday && item.record != *touch.contact;
    });
  }
  Greetings choice{context, std::move(visible)};
  for (const std::string& typed : greeted.value) {
    if (typed.empty()) {
      choice.take_all();
    } else {
      choice.take_named(typed);
    }
  }
  if (greeted.value.empty()) choice.take_all();
  choice.mark(touch);
}

}  // namespace care
