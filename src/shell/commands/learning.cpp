#include "shell/commands/learning.hpp"

#include <care/calendar_typed.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>

#include "shell/commands/touch.hpp"
#include "shell/commands/writing.hpp"

namespace care {
namespace {

/// "never" wants a reason, typed or known.
Cadence cadence_typed(const std::string& typed, bool has_reason) {
  if (equal_ignoring_case(typed, "never")) {
    if (has_reason) return Cadence{std::nullopt};
    refuse("--every never: nobody is forgotten by accident; say why with --because \"...\"");
  }
  return Cadence{span_typed(typed)};
}

YearlyDate yearly_typed(std::string_view option, const std::string& typed) {
  if (const auto date = parse_typed_yearly(typed)) return *date;
  refuse_date(option, typed, "1984-02-29, 02-29 or \"29 Feb\"");
}

Texts kept(const RecordContext& context, const std::vector<std::string>& typed) {
  std::vector<Text> texts;
  for (const std::string& text : typed)
    if (const Text kept = context.keep(text); !kept.empty()) texts.push_back(kept);
  return Texts{texts};
}

/// The tags that they have, with those that were typed and without those that were taken away.
Texts tags_typed(const RecordContext& context, const LearningOptions& typed, const Texts& known) {
  std::vector<Text> tags{known.begin(), known.end()};
  for (const std::string& tag : typed.no_tags) {
    if (std::erase_if(tags, [&](Text one) { return equal_composed(one, tag); }) > 0) continue;
    const std::string all = neutralised(joined(tags));
    refuse("--no-tag: {} is not tagged \"{}\"{}{}",
           {context.id(), shown(tag), all.empty() ? "" : "; the tags are ", all});
  }
  for (const std::string& tag : typed.tags)
    if (std::ranges::none_of(tags, [&](Text one) { return equal_composed(one, tag); }))
      tags.push_back(context.keep(tag));
  return Texts{tags};
}

/// What customers, contacts and facts about either have alike.
template <class Target>
void fill_person(const RecordContext& context, const PersonOptions& typed, Target& target) {
  target.call_me = context.keep(typed.call_me);
  target.sounds_like = context.keep(typed.sounds_like);
  target.phone = kept(context, typed.phones);
  target.email = kept(context, typed.emails);
  target.likes = kept(context, typed.likes);
  target.notes = context.keep(joined(typed.notes, "\n"));
  if (!typed.birthday.empty()) target.birthday = yearly_typed("--birthday", typed.birthday);
}

/// What customers and facts about them have alike, beside that.
template <class Target>
void fill_customer(const RecordContext& context, const LearningOptions& typed, Target& target) {
  const Book& book = context.book;
  target.company = context.keep(typed.company);
  target.address = context.keep(typed.address);
  target.because = context.keep(typed.because);
  target.owner = owner_named(book, typed.owner);
  if (!typed.tier.empty()) target.tier = tier_named(book, typed.tier);
  if (!typed.since.empty())
    target.since = day_typed(book, context.now, "--since", typed.since, Lean::past);
  target.mood = mood_typed(typed.mood);
  if (!typed.status.empty()) target.status = chosen<Status>("--status", typed.status);
}

template <class Target>
void fill_contact(const RecordContext& context, const LearningOptions& typed, Target& target) {
  fill_person(context, typed.of_contact, target);
  target.role = context.keep(typed.role);
  if (!typed.left.empty())
    target.left = day_typed(context.book, context.now, "--left", typed.left, Lean::past);
}

}  // namespace

bool PersonOptions::are_absent() const {
  return call_me.empty() && sounds_like.empty() && birthday.empty() && phones.empty() &&
         emails.empty() && likes.empty() && notes.empty();
}

void LearningOptions::fill(const RecordContext& context, Customer& customer) const {
  fill_person(context, own, customer);
  fill_customer(context, *this, customer);
  for (const std::string& tag : tags) customer.tags.push_back(context.keep(tag));
  if (plan.empty() && !every.empty()) customer.every = cadence_typed(every, !because.empty());
  for (const std::string& person : contacts) {
    Contact& contact = customer.contacts.emplace_back();
    contact.name = context.keep(person);
    fill(context, contact);
  }
  if (!event.empty()) fill(context, customer.events.emplace_back());
  if (!plan.empty()) fill(context, customer.plans.emplace_back());
}

void LearningOptions::fill(const RecordContext& context, Fact& fact) const {
  fact.name = context.keep(name);
  fill_person(context, own, fact);
  fill_customer(context, *this, fact);
  const Customer& known = as_of(context.book, context.who, context.on.day);
  if (plan.empty() && !every.empty())
    fact.every = cadence_typed(every, !because.empty() || !known.because.empty());
  if (!tags.empty() || !no_tags.empty()) fact.tags = tags_typed(context, *this, known.tags);
  if (!tier.empty() && !fact.every && known.every) {
    context.remark(fmt::format("Their own cadence, {}, comes before the tier's",
                               known.every->period ? every_words(*known.every->period) : "never"));
  }
}

void LearningOptions::fill(const RecordContext& context, Contact& contact) const {
  fill_contact(context, *this, contact);
}

void LearningOptions::fill_of_contact(const RecordContext& context, Fact& fact) const {
  fill_contact(context, *this, fact);
}

void LearningOptions::fill(const RecordContext& context, Event& target) const {
  target.what = context.keep(event);
  target.date = yearly_typed("--date", date);
  target.yearly = !once;
  if (once && !target.date.year) {
    const Date day = day_typed(context.book, context.now, "--date", date, Lean::future);
    const auto civil_day = civil(day);
    target.date = {civil_day.year(), civil_day.month() / civil_day.day()};
  }
  target.prepare = span_of(prepare);
  target.gift = context.keep(gift);
}

void LearningOptions::fill(const RecordContext& context, OwnPlan& target) const {
  const Book& book = context.book;
  target.what = context.keep(plan);
  target.from = day_typed(book, context.now, "--date", date, Lean::future);
  if (!every.empty()) target.every = repeat_typed(every);
  if (until.empty()) return;
  target.until = day_typed(book, context.now, "--until", until, Lean::future);
  if (*target.until <= target.from) {
    refuse("--until {} is not after --date {}, so the plan would never come",
           {iso(*target.until), iso(target.from)});
  }
}

bool LearningOptions::has_of_contact() const {
  return !of_contact.are_absent() || !role.empty() || !left.empty();
}

bool LearningOptions::has_own() const {
  for (const std::string* text :
       {&name, &company, &address, &since, &because, &tier, &owner, &mood, &status})
    if (!text->empty()) return true;
  if (plan.empty() && !every.empty()) return true;
  return !tags.empty() || !no_tags.empty() || !own.are_absent();
}

std::optional<std::uint32_t> contact_typed(const Customer& customer, std::string_view name) {
  const std::string typed = folded(name);
  const auto find = [&](auto fits) -> std::optional<std::uint32_t> {
    const auto found = std::ranges::find_if(customer.contacts, fits);
    if (found == customer.contacts.end()) return std::nullopt;
    return static_cast<std::uint32_t>(found - customer.contacts.begin());
  };
  const auto whole = find([&](const Contact& one) { return folded(one.name) == typed; });
  if (whole) return whole;
  return find([&](const Contact& one) {
    return folded(one.call_me) == typed || folded(one.name).starts_with(typed + " ");
  });
}

void refuse_open(const RecordContext& context) {
  const auto requests = still_open(requests_of(context.book, context.who, context.now));
  const auto promises = still_open(promises_of(context.book, context.who, context.now));
  if (requests.empty() && promises.empty()) return;
  refuse("{0}: nobody would see any more what is open; end it first, as with care done {0}:{1}{2}",
         {context.id(), choices("--request", requests), choices("--promise", promises)});
}

Fact leaving(const RecordContext& context, Status status, std::string_view because) {
  Fact fact = context.begun<Fact>();
  fact.status = status;
  fact.because = context.keep(because);
  return fact;
}

}  // namespace care
