#include "import/news.hpp"

#include <care/book_format.hpp>
#include <care/book_learned.hpp>
#include <care/text.hpp>
#include <care/text_shell.hpp>

#include <algorithm>
#include <span>
#include <variant>

#include "import/known.hpp"
#include "import/letters.hpp"

namespace care {
namespace {

std::string written(const YearlyDate& date) {
  std::string text = toml_value(date);
  std::erase(text, '"');
  return text;
}

/// Puts news and the options that take them over together.
class Gathering {
 public:
  Gathering(const NewsContext& context, std::string command,
            std::optional<std::uint32_t> contact = {})
      : context_{context}, command_{std::move(command)} {
    fact.customer = context.who;
    fact.on = When{context.today, std::nullopt};
    fact.by = context.by;
    fact.contact = contact;
  }

  Fact fact{};  ///< all that has a key

  void add(std::string_view option, std::string_view what, std::string_view value) {
    news_.words.push_back(std::string{what} + ' ' + std::string{value});
    options_ += std::string{" --"} + std::string{option} + ' ' + shell_word(value);
  }
  void add_command(std::string command, std::string words) {
    news_.commands.push_back(std::move(command));
    news_.words.push_back(std::move(words));
  }
  void by_hand(std::string_view key, std::string_view value) {
    news_.by_hand.push_back(std::string{key} + ": " + std::string{value});
  }

  /// What takes the place of what is known.
  void replace(Single single, std::string_view option, std::string_view what, Text value,
               Text& in_fact) {
    if (is_outvoted(single, option, what, value)) return;
    add(option, what, value);
    in_fact = value;
  }

  void add_phones(const Person& person, std::span<const std::string_view> known) {
    int new_phones = 0;
    for (const PhoneNumber& one : person.phones) {
      const std::string key = phone_key(one.number);
      const bool is_known = std::ranges::any_of(known, [&](std::string_view other) {
        return other == one.number || (!key.empty() && phone_key(other) == key);
      });
      if (is_known) continue;
      // What is set takes the place of what there was.
      if (new_phones++ == 0) keep("phone", known, fact.phone);
      fact.phone.push_back(one.number);
      add("phone", "phone", one.number);
    }
  }
  void add_emails(const Person& person, std::span<const std::string_view> known) {
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
  void add_birthday(const Person& person, const std::optional<YearlyDate>& known) {
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
  void add_notes(std::string_view notes, std::string_view known) {
    if (notes.empty() || known.find(notes) != std::string_view::npos) return;
    add("note", "note", notes);
    fact.notes = notes;
  }
  void add_tags(const Person& person, const Customer& customer) {
    for (const Text tag : person.tags) {
      if (std::ranges::find(customer.tags, tag) != customer.tags.end()) continue;
      add("tag", "tag", tag);
      if (!fact.tags) fact.tags = customer.tags;
      fact.tags->push_back(tag);
    }
  }
  void add_events(const Person& person, const Customer& customer, std::string_view whose) {
    for (const DatedEvent& one : person.events) {
      const std::string what =
          std::string{one.what} + (whose.empty() ? "" : " of " + std::string{whose});
      const bool is_known = std::ranges::any_of(customer.events, [&](const Event& event) {
        return folded(event.what) == folded(what) && event.date.day == one.date.day;
      });
      if (is_known) continue;
      add_command("care set " + std::string{customer.id} + " --event " + shell_word(what) +
                      " --date " + written(one.date),
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

  /// The last talk, where it is news.
  void add_touch(const Person& person, const Customer& customer) {
    const std::optional<Date> day = person.last_contact;
    if (!day || (context_.last_contact && *day <= *context_.last_contact)) return;
    std::string command = "care log " + std::string{customer.id} + " --on " + iso(*day);
    if (fact.contact) command += " --contact " + shell_word(customer.contacts[*fact.contact].name);
    add_command(std::move(command), "last contact " + iso(*day));
    Touch touch{};
    touch.customer = context_.who;
    touch.contact = fact.contact;
    touch.on = {*day, std::nullopt};
    touch.by = context_.by;
    news_.records.emplace_back(touch);
  }

  [[nodiscard]] News news() && {
    if (!options_.empty()) {
      news_.commands.insert(news_.commands.begin(), command_ + options_);
      news_.records.emplace(news_.records.begin(), fact);
    }
    return std::move(news_);
  }

 private:
  bool is_outvoted(Single single, std::string_view option, std::string_view what,
                   std::string_view value) {
    const RowPlace first = context_.first_rows.of(single);
    if (first.line == 0) return false;
    news_.outvoted.push_back({first, std::string{what} + ' ' + std::string{value},
                              command_ + " --" + std::string{option} + ' ' + shell_word(value)});
    return true;
  }

  void keep(std::string_view option, std::span<const std::string_view> known, Texts& all) {
    for (const std::string_view one : known) {
      all.push_back(one);
      options_ += std::string{" --"} + std::string{option} + ' ' + shell_word(one);
    }
  }

  const NewsContext& context_;
  std::string command_, options_;
  News news_;
};

std::string set_contact(const Customer& customer, std::string_view name) {
  return "care set " + std::string{customer.id} + " --contact " + shell_word(name);
}

bool is_a_fact(const Customer& customer, std::string_view value) {
  return std::ranges::find(customer.extra, value, &Extra::value) != customer.extra.end();
}

}  // namespace

News news_of(const NewsContext& context, const Person& person, const Customer& customer) {
  Gathering news{context, "care set " + std::string{customer.id}};
  Fact& fact = news.fact;
  news.add_phones(person, customer.phone);
  news.add_emails(person, customer.email);
  // One of several stands there already, or takes the place.
  bool has_address =
      std::ranges::find(person.addresses, customer.address) != person.addresses.end();
  for (const Text address : person.addresses) {
    if (address == customer.address || is_a_fact(customer, address)) continue;
    if (has_address) {
      news.by_hand("address", address);
    } else {
      news.replace(Single::address, "address", "address", address, fact.address);
    }
    has_address = true;
  }
  if (!person.nickname.empty() && person.nickname != customer.call_me &&
      person.nickname != customer.name) {
    news.replace(Single::call_me, "call-me", "called", person.nickname, fact.call_me);
  }
  if (!person.company.empty() && folded(person.company) != folded(customer.company) &&
      folded(person.company) != folded(customer.name)) {
    news.replace(Single::company, "company", "company", person.company, fact.company);
  }
  if (!person.sounds_like.empty() && person.sounds_like != customer.sounds_like) {
    news.replace(Single::sounds_like, "sounds-like", "sounds like", person.sounds_like,
                 fact.sounds_like);
  }
  news.add_birthday(person, customer.birthday);
  if (person.since && !customer.since) {
    news.add("since", "since", iso(*person.since));
    fact.since = person.since;
  }
  news.add_tags(person, customer);
  news.add_notes(person.notes, customer.notes);
  news.add_events(person, customer, {});
  news.add_touch(person, customer);
  if (!person.role.empty() && !is_a_fact(customer, person.role)) news.by_hand("role", person.role);
  for (const auto& one : person.extra) {
    if (!is_a_fact(customer, one.second)) news.by_hand(one.first, one.second);
  }
  News all = std::move(news).news();
  if (auto other = other_care(context.book, person, customer)) {
    all.outvoted.push_back(*std::move(other));
  }
  return all;
}

namespace {

/// What is new of a contact, who is one of the customer's, or is yet to be.
News news_of_contact(const NewsContext& context, const Person& person, const Customer& customer,
                     const Contact& contact, std::optional<std::uint32_t> index) {
  Gathering news{context, set_contact(customer, contact.name), index};
  news.add_phones(person, contact.phone);
  news.add_emails(person, contact.email);
  if (!person.role.empty() && person.role != contact.role) {
    news.replace(Single::role, "role", "role", person.role, news.fact.role);
  }
  news.add_birthday(person, contact.birthday);
  news.add_events(person, customer, person.name);
  news.add_touch(person, customer);
  if (!person.nickname.empty() && person.nickname != contact.call_me) {
    news.by_hand("called", person.nickname);
  }
  if (person.since && (!customer.since || *person.since < *customer.since)) {
    news.by_hand("since", iso(*person.since));
  }
  for (const Text tag : person.tags) {
    if (std::ranges::find(customer.tags, tag) == customer.tags.end()) news.by_hand("tag", tag);
  }
  const auto is_noted = [&](std::string_view text) {
    return contact.notes.find(text) != Text::npos || customer.address == text;
  };
  for (const Text one : person.addresses) {
    if (!is_noted(one)) news.by_hand("address", one);
  }
  for (const auto& one : person.extra) {
    if (!is_noted(one.second)) news.by_hand(one.first, one.second);
  }
  if (!person.notes.empty() && !is_noted(person.notes)) news.by_hand("notes", person.notes);
  return std::move(news).news();
}

}  // namespace

News news_of(const NewsContext& context, const Person& person, const Customer& customer,
             std::uint32_t contact) {
  return news_of_contact(context, person, customer, customer.contacts[contact], contact);
}

News news_of_new_contact(const NewsContext& context, const Person& person,
                         const Customer& customer) {
  Contact nobody{};
  nobody.name = person.name;
  News news = news_of_contact(context, person, customer, nobody, std::nullopt);
  if (news.commands.empty() ||
      !news.commands.front().starts_with(set_contact(customer, person.name))) {
    news.commands.insert(news.commands.begin(), set_contact(customer, person.name));
  }
  news.words.insert(news.words.begin(), "contact " + std::string{person.name});
  LearnedContact contact{};
  contact.name = person.name;
  contact.role = person.role;
  contact.birthday = person.birthday;
  for (const PhoneNumber& one : person.phones) contact.phone.push_back(one.number);
  for (const Text one : person.emails) contact.email.push_back(one);
  contact.customer = context.who;
  contact.on = When{context.today, std::nullopt};
  contact.by = context.by;
  std::erase_if(news.records, [](const Record& one) { return std::holds_alternative<Fact>(one); });
  news.records.emplace(news.records.begin(), contact);
  return news;
}

}  // namespace care
