#include <care/text.hpp>

#include "shell/commands/learning.hpp"
#include "shell/commands/touch.hpp"
#include "shell/commands/writing.hpp"

namespace care {
namespace {

/// What a form left empty, and a script passes on, says nothing.
void skip_empty(Options& options) {
  for (Option& option : options.options) option.skips_empty = option.may_come_again;
}

}  // namespace

std::optional<Duration> span_of(std::string_view typed) {
  const auto span = parse_duration(typed);
  const bool is_days = span && span->unit != Unit::minute && span->unit != Unit::hour;
  return is_days && span->count > 0 ? span : std::nullopt;
}

Duration span_typed(std::string_view every) {
  if (const auto span = span_of(every)) return *span;
  refuse("--every: \"{}\" is not a span of days; write it like 10d, 2w, 1m or never",
         {shown(every)});
}

Duration repeat_typed(std::string_view typed) {
  const auto span = span_of(typed);
  if (span && span->unit != Unit::working_day) return *span;
  refuse("--every: \"{}\" is not how often a plan comes; write it like 10d, 2w, 6m or 1y",
         {shown(typed)});
}

void LearningOptions::declare(Options& options) {
  options.value("--call-me", "NAME", &own.call_me, "How to address them");
  options.value("--sounds-like", "TEXT", &own.sounds_like, "How the name is pronounced");
  options.value("--company", "NAME", &company, "Where they work");
  options.value("--phone", "NUMBER", &own.phones, "To call them; of several, the first");
  options.value("--email", "ADDRESS", &own.emails, "To write to them; of several, the first");
  options.value("--address", "TEXT", &address, "Where to send a card");
  options.value("--birthday", "DATE", &own.birthday, "As 1984-02-29, \"29 Feb\" or 02-29").day();
  options.value("--since", "DATE", &since, "The day on which they became a customer")
      .day(Lean::past);
  options.value("--every", "SPAN", &every, "How often to be in touch, as 2w, 1m or never");
  options.value("--because", "TEXT", &because, "Why never");
  options.value("--tier", "NAME", &tier, "A, B, C, or as the policy says", {Wanted::tier});
  options.value("--owner", "STAFF", &owner, "Who looks after them", {Wanted::staff});
  options.value("--mood", "M", &mood, either(choices<Mood>()), {Wanted::words, choices<Mood>()});
  options.value("--status", "S", &status, either(choices<Status>()),
                {Wanted::words, choices<Status>()});
  options.value("--like", "TEXT", &own.likes, "Something that pleases them; may be given again");
  options.value("--note", "TEXT", &own.notes, "Anything else; may be given again");
  options.value("--tag", "TAG", &tags, "May be given again", {Wanted::tag});
  options.value("--contact", "NAME", &contacts,
                "Somebody there; --phone and the like behind it are theirs", {Wanted::contact});
  options.value("--contact-call-me", "NAME", &of_contact.call_me, "").hide();
  options.value("--contact-sounds-like", "TEXT", &of_contact.sounds_like, "").hide();
  options.value("--contact-phone", "NUMBER", &of_contact.phones, "").hide();
  options.value("--contact-email", "ADDRESS", &of_contact.emails, "").hide();
  options.value("--contact-birthday", "DATE", &of_contact.birthday, "").day().hide();
  options.value("--contact-like", "TEXT", &of_contact.likes, "").hide();
  options.value("--contact-note", "TEXT", &of_contact.notes, "").hide();
  options.value("--role", "TEXT", &role, "What the contact does there");
  options.value("--left", "DAY", &left, "The day from which on the contact is gone")
      .day(Lean::past);
  options.value("--event", "WHAT", &event, "A special day of theirs");
  options.value("--date", "DATE", &date, "Of event or plan, as 2010-06-12 or \"12 Jun\"").day();
  options.flag("--once", &once, "The event does not return each year");
  options.value("--prepare", "SPAN", &prepare,
                "How long before the event to start on the card or gift");
  options.value("--gift", "TEXT", &gift, "What to prepare for the event");
  options.value("--plan", "WHAT", &plan,
                "Something to do with them on --date, and with --every again and again");
  options.value("--until", "DAY", &until, "The day from which on the plan is over")
      .day(Lean::future);
  skip_empty(options);
}

void LearningOptions::declare_changes(Options& options) {
  options.value("--name", "NAME", &name, "What they are called");
  declare(options);
  options.value("--no-tag", "TAG", &no_tags, "Takes a tag away; may be given again", {Wanted::tag});
  skip_empty(options);
}

void LearningOptions::check() const {
  (void)mood_typed(mood);
  if (!status.empty()) check_choice("--status", status, choices<Status>());
  if (contacts.empty() && !role.empty()) refuse("--role is of a contact: --contact NAME beside it");
  if (contacts.empty() && !left.empty()) refuse("--left is of a contact: --contact NAME beside it");
  if (contacts.size() > 1 && has_of_contact()) {
    refuse("of several contacts, only names can be given at once: one --contact at a time");
  }
  const bool has_of_event = once || !prepare.empty() || !gift.empty();
  if (event.empty() && has_of_event) {
    refuse("--once, --prepare and --gift are of an event: --event WHAT beside them");
  }
  check_plan();
  if (!event.empty() && date.empty()) {
    refuse("--event wants its day: --event \"{}\" --date \"12 Jun\"", {shown(event)});
  }
  if (!prepare.empty() && !span_of(prepare)) {
    refuse("--prepare: \"{}\" is not a span of days; write it like 10d, 2w or 3wd",
           {shown(prepare)});
  }
}

void LearningOptions::check_plan() const {
  if (plan.empty() && !until.empty()) refuse("--until is of a plan: --plan WHAT beside it");
  if (plan.empty() && event.empty() && !date.empty()) {
    refuse("--date is of an event or a plan: --event WHAT or --plan WHAT beside it");
  }
  if (plan.empty()) return;
  if (!event.empty()) refuse("an event and a plan have days of their own: one at a time");
  if (date.empty()) refuse("--plan wants its day: --plan \"{}\" --date \"2 Mar\"", {shown(plan)});
  if (!every.empty()) (void)repeat_typed(every);
}

}  // namespace care
