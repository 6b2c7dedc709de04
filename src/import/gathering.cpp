#include "import/gathering.hpp"

#include <algorithm>
#include <utility>
#include <vector>

#include <care/book_format.hpp>
#include <care/text.hpp>
#include <care/text_shell.hpp>

#include "import/known.hpp"
#include "import/letters.hpp"
#include "import/phones.hpp"

namespace care {
namespace {

std::string written(const YearlyDate& date) {
  std::string text = toml_value(date);
  std::erase(text, '"');
  return text;
}

}  // namespace

Gathering::Gathering(const NewsContext& context, std::string command,
                     std::optional<std::uint32_t> contact)
    : context_{context}, command_{std::move(command)} {
  fact.customer = context.who;
  fact.on = When{context.today, std::nullopt};
  fact.by = context.by;
  fact.contact = contact;
}

void Gathering::add(std::string_view option, std::string_view what, std::string_view value) {
  news_.words.push_back(std::string{what} + ' ' + std::string{value});
  options_ += shell_option(option, value);
}

void Gathering::add_command(std::string command, std::string words) {
  news_.commands.push_back(std::move(command));
  news_.words.push_back(std::move(words));
}

void Gathering::by_hand(std::string_view key, std::string_view value) {
  news_.by_hand.push_back(std::string{key} + ": " + std::string{value});
}

void Gathering::replace(Single single, std::string_view option, std::string_view what, Text value,
                        Text& in_fact) {
  if (is_outvoted(single, option, what, value)) return;
  add(option, what, value);
  in_fact = value;
}

void Gathering::add_phones(const Person& person, std::span<const std::string_view> known) {
  int new_phones = 0;
  for (const PhoneNumber& one : person.phones) {
    const std::string key = phone_key(one.number);
    bool is_known = false;
    const auto compare = [&](std::string_view other) {
      is_known = is_known || other == one.number || (!key.empty() && phone_key(other) == key);
    };
    for (const std::string_view other : known) {
      compare(other);
      for_each_number(other, compare);
    }
    if (is_known) continue;
    if (new_phones++ == 0) keep("phone", known, fact.phone);
    fact.phone.push_back(one.number);
    add("phone", "phone", one.number);
  }
}

void Gathering::add_emails(const Person& person, std::span<const std::string_view> known) {
  int new_emails = 0;
  for (const Text one : person.emails) {
    const bool is_known = std::ranges::any_of(
        known, [&](std::string_view other) { return mail_key(other) == mail_key(one); });
    if (is_known) continue;
    if (new_emails++ == 0) keep("email", known, fact.email);
    fact.email.push_back(one);
    add("email", "mail", one);
  }
}

void Gathering::add_birthday(const Person& person, const std::optional<YearlyDate>& known) {
  if (!person.birthday || known == person.birthday) return;
  const bool is_same_day = known && known->day == person.birthday->day;
  if (is_same_day && !person.birthday->year) return;
  const std::string value = written(*person.birthday);
  // To add the year contradicts nobody.
  const bool is_more = is_same_day && !known->year;
  if (!is_more && is_outvoted(Single::birthday, "birthday", "birthday", value)) return;
  add("birthday", "birthday", value);
  fact.birthday = person.birthday;
}

void Gathering::add_notes(const Person& person, std::string_view known) {
  std::vector<std::string_view> fresh{person.note_lines.begin(), person.note_lines.end()};
  std::erase_if(fresh, [&](Text one) { return known.find(one) != Text::npos; });
  if (fresh.empty()) return;
  fact.notes = context_.texts.keep(joined_parts(fresh, "\n"));
  add("note", "note", fact.notes);
}

void Gathering::add_tags(const Person& person, const Customer& customer) {
  for (const Text tag : person.tags) {
    const auto is_same = [&](Text known) { return equal_composed(known, tag); };
    if (std::ranges::any_of(customer.tags, is_same)) continue;
    add("tag", "tag", tag);
    if (!fact.tags) fact.tags = customer.tags;
    fact.tags->push_back(tag);
  }
}

void Gathering::add_events(const Person& person, const Customer& customer, std::string_view whose,
                           bool has_left) {
  for (const DatedEvent& one : person.events) {
    const std::string what =
        std::string{one.what} + (whose.empty() ? "" : " of " + std::string{whose});
    const bool is_known = std::ranges::any_of(customer.events, [&](const Event& event) {
      return folded(event.what) == folded(what) && event.date.day == one.date.day;
    });
    if (is_known) continue;
    if (has_left) {
      by_hand(what, written(one.date));
      continue;
    }
    add_command("care set " + std::string{customer.id} + shell_option("event", what) +
                    shell_option("date", written(one.date)),
                what + ' ' + written(one.date));
    LearnedEvent event{};
    event.customer = context_.who;
    event.on = fact.on;
    event.by = context_.by;
    event.what = context_.texts.keep(what);
    event.date = one.date;
    news_.records.emplace_back(event);
  }
}

void Gathering::add_touch(const Person& person, const Customer& customer) {
  const std::optional<Date> day = person.last_contact;
  if (!day || (context_.last_contact && *day <= *context_.last_contact)) return;
  std::string command = "care log " + std::string{customer.id} + " --on " + iso(*day);
  if (fact.contact) command += shell_option("contact", customer.contacts[*fact.contact].name);
  add_command(std::move(command), "last contact " + iso(*day));
  Touch touch{};
  touch.customer = context_.who;
  touch.contact = fact.contact;
  touch.on = {*day, std::nullopt};
  touch.by = context_.by;
  news_.records.emplace_back(touch);
}

News Gathering::news() && {
  if (!options_.empty()) {
    news_.commands.insert(news_.commands.begin(), command_ + options_);
    news_.records.emplace(news_.records.begin(), fact);
  }
  return std::move(news_);
}

bool Gathering::is_outvoted(Single single, std::string_view option, std::string_view what,
                            std::string_view value) {
  const RowPlace first = context_.first_rows.of(single);
  if (first.line == 0) return false;
  news_.outvoted.push_back({first, std::string{what} + ' ' + std::string{value},
                            command_ + shell_option(option, value)});
  return true;
}

void Gathering::keep(std::string_view option, std::span<const std::string_view> known, Texts& all) {
  for (const std::string_view one : known) {
    all.push_back(one);
    options_ += shell_option(option, one);
  }
}

}  // namespace care
