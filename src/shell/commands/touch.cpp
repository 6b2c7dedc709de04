#include "shell/commands/touch.hpp"

#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>

#include "shell/commands/greetings.hpp"

namespace care {
namespace {

std::uint32_t contact_named(const RecordContext& context, std::string_view name) {
  const auto& contacts = context.customer().contacts;
  const auto found = named(contacts, name, [](const Contact& contact) { return contact.name; });
  if (found) return *found;
  const auto called = named(contacts, name, [](const Contact& contact) { return contact.call_me; });
  if (called) return *called;
  const auto name_of = [](const Contact& contact) { return contact.name; };
  refuse("--contact: {} has no contact called \"{}\"{}",
         {context.id(), shown(name),
          contacts.empty()
              ? fmt::format("; care set {} --contact \"{}\" adds one", context.id(), shown(name))
              : "; " + there_are(contacts, name_of)});
}

Text thanked(const RecordContext& context, const Implied& thanks) {
  if (!thanks.is_given) return {};
  if (!thanks.value.empty()) return context.keep(thanks.value);
  const auto shown_there = context.plan().thank_for;
  if (shown_there) return context.keep(to_string(*shown_there));
  refuse(
      "--thanks: the agenda has nothing to thank {} for; say what for: --thanks \"the spring "
      "order\"",
      {context.id()});
}

/// What somebody types who was told no, or who is about to say it.
bool says_no(std::string_view text) {
  while (!text.empty() && (text.back() == '.' || text.back() == '!')) text.remove_suffix(1);
  return std::ranges::any_of(
      refusals, [&](std::string_view refusal) { return equal_ignoring_case(text, refusal); });
}

/// A day that was typed for one; not each word that could be one.
bool is_past_day(std::string_view word) {
  return parse_iso(word).has_value() || equal_ignoring_case(word, "yesterday");
}

/// `--call,--visit`: an option for each channel.
std::string_view channel_flags() {
  static const std::string flags = [] {
    std::string all;
    for (const auto& [channel, word] : word_rows<Channel>) {
      if (channel != Channel::other) all += fmt::format("{}--{}", all.empty() ? "" : ",", word);
    }
    return all;
  }();
  return flags;
}

}  // namespace

// --- Options ------------------------------------------------------------------------------------

void TouchOptions::declare(Options& options) {
  options.flag(channel_flags(), &channels, "How: one of these");
  options.value("--contact", "NAME", &contact, "With whom of theirs", {Wanted::contact});
  options.flag("--missed", &missed, "Nobody was reached: voicemail, no answer");
  options.flag("--from-them", &from_them, "They contacted us");
  options.value("--heard", "TEXT", &heard, "What they said, in their words");
  options.implied("--thanks", "[WHAT]", thanks,
                  "They were thanked; without a value for what the agenda shows");
  options.implied(
      "--greeted", "[WHAT]", greeted,
      "They were greeted: birthday, anniversary, words of an event or of a name, several "
      "with commas, or all; without a value for all that is visible; may be given "
      "again");
  options.value("--wow", "TEXT", &wow, "Something beyond what anybody expects");
  options.value("--mood", "M", &mood, either(choices<Mood>()), {Wanted::words, choices<Mood>()});
}

void TouchOptions::check() const {
  if (missed && thanks.is_given) {
    refuse("--missed reached nobody, so nobody was thanked: --thanks once they have heard it");
  }
  if (channels.size() > 1) {
    refuse("one contact is one of these: --{}; log the other by itself",
           {joined(channels, ", --")});
  }
  (void)mood_typed(mood);
}

bool TouchOptions::are_absent() const {
  return channels.empty() && contact.empty() && heard.empty() && wow.empty() && mood.empty() &&
         !missed && !from_them && !thanks.is_given && !greeted.is_given;
}

Touch TouchOptions::touch(const RecordContext& context) const {
  auto touch = context.begun<Touch>();
  if (!channels.empty()) touch.how = meaning_of<Channel>(channels.front());
  touch.heard = context.keep(heard);
  touch.wow = context.keep(wow);
  touch.mood = mood_typed(mood);
  touch.reached = !missed;
  touch.from_them = from_them;
  if (!contact.empty()) touch.contact = contact_named(context, contact);
  touch.thanked = thanked(context, thanks);
  greet(context, greeted, touch);
  return touch;
}

std::optional<Mood> mood_typed(std::string_view typed) {
  if (typed.empty()) return std::nullopt;
  if (const std::string_view meant = mood_for(typed); !meant.empty()) {
    refuse("--mood: \"{}\" is called {} here", {shown(typed), meant});
  }
  for (const auto& row : word_rows<Mood>)
    if (equal_ignoring_case(typed, row.word)) return row.value;
  return chosen<Mood>("--mood", typed);
}

void refuse_no(std::string_view text, std::string_view who) {
  if (!says_no(text)) return;
  refuse(
      "\"{}\": never say no without an alternative. What can be done instead? care offer {} \"what "
      "you can do\"; if they no longer want it: care done {} --withdrawn",
      {shown(text), shown(who), shown(who)});
}

void refuse_day_in_text(std::string_view command, const std::vector<std::string>& text) {
  if (text.empty() || !is_past_day(text.front())) return;
  refuse(
      "{0}: when it was goes behind an option: --on {1}; a text that begins with \"{1}\" goes into "
      "quotes",
      {command, shown(text.front())});
}

}  // namespace care
