#include "import/news.hpp"

#include <care/book_format.hpp>
#include <care/text.hpp>

#include <algorithm>
#include <span>

#include "import/known.hpp"
#include "import/letters.hpp"

namespace care {
namespace {

/// One word of a shell's command line.
std::string shell_word(std::string_view text) {
  const bool is_plain = !text.empty() && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || is_digit(c) ||
           std::string_view{"@._-+/:,"}.find(c) != std::string_view::npos;
  });
  if (is_plain) return std::string{text};
  if (text.find_first_of("\"\\$`!") == std::string_view::npos) {
    return '"' + std::string{text} + '"';
  }
  std::string word = "'";
  for (const char c : text) word += c == '\'' ? std::string{"'\\''"} : std::string{c};
  return word + "'";
}

std::string written(const YearlyDate& date) {
  std::string text = toml_value(date);
  std::erase(text, '"');
  return text;
}

/// Puts news and the options that take them over together.
class Gathering {
 public:
  explicit Gathering(std::string command) : command_{std::move(command)} {}

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

  void add_phones(const Person& person, std::span<const std::string_view> known) {
    int new_phones = 0;
    for (const PhoneNumber& one : person.phones) {
      const std::string key = phone_key(one.number);
      const bool is_known = std::ranges::any_of(known, [&](std::string_view other) {
        return other == one.number || (!key.empty() && phone_key(other) == key);
      });
      if (is_known) continue;
      // What is set takes the place of what there was.
      if (new_phones++ == 0) keep("phone", known);
      add("phone", "phone", one.number);
    }
  }
  void add_emails(const Person& person, std::span<const std::string_view> known) {
    int new_emails = 0;
    for (const std::string& one : person.emails) {
      const bool is_known = std::ranges::any_of(
          known, [&](std::string_view other) { return mail_key(other) == mail_key(one); });
      if (is_known) continue;
      if (new_emails++ == 0) keep("email", known);
      add("email", "mail", one);
    }
  }
  void add_birthday(const Person& person, const std::optional<YearlyDate>& known) {
    if (!person.birthday || known == person.birthday) return;
    if (known && !person.birthday->year && known->day == person.birthday->day) return;
    add("birthday", "birthday", written(*person.birthday));
  }
  void add_notes(std::string_view notes, std::string_view known) {
    if (!notes.empty() && known.find(notes) == std::string_view::npos) add("note", "note", notes);
  }
  void add_tags(const Person& person, const Customer& customer) {
    for (const std::string& tag : person.tags) {
      if (std::ranges::find(customer.tags, tag) == customer.tags.end()) add("tag", "tag", tag);
    }
  }
  void add_events(const Person& person, const Customer& customer, std::string_view whose) {
    for (const DatedEvent& one : person.events) {
      const std::string what = whose.empty() ? one.what : one.what + " of " + std::string{whose};
      const bool is_known = std::ranges::any_of(customer.events, [&](const Event& event) {
        return folded(event.what) == folded(what) && event.date.day == one.date.day;
      });
      if (is_known) continue;
      add_command("care set " + std::string{customer.id} + " --event " + shell_word(what) +
                      " --date " + written(one.date),
                  what + ' ' + written(one.date));
    }
  }

  [[nodiscard]] News news() && {
    if (!options_.empty()) news_.commands.insert(news_.commands.begin(), command_ + options_);
    return std::move(news_);
  }

 private:
  void keep(std::string_view option, std::span<const std::string_view> known) {
    for (const std::string_view one : known) {
      options_ += std::string{" --"} + std::string{option} + ' ' + shell_word(one);
    }
  }

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

News news_of(const Person& person, const Customer& customer, std::optional<Date> last_contact) {
  Gathering news{"care set " + std::string{customer.id}};
  news.add_phones(person, customer.phone);
  news.add_emails(person, customer.email);
  for (const std::string& address : person.addresses) {
    if (address != customer.address && !is_a_fact(customer, address)) {
      news.add("address", "address", address);
    }
  }
  if (!person.nickname.empty() && person.nickname != customer.call_me &&
      person.nickname != customer.name) {
    news.add("call-me", "called", person.nickname);
  }
  if (!person.company.empty() && folded(person.company) != folded(customer.company) &&
      folded(person.company) != folded(customer.name)) {
    news.add("company", "company", person.company);
  }
  if (!person.sounds_like.empty() && customer.sounds_like.empty()) {
    news.add("sounds-like", "sounds like", person.sounds_like);
  }
  news.add_birthday(person, customer.birthday);
  if (person.since && !customer.since) news.add("since", "since", iso(*person.since));
  news.add_tags(person, customer);
  news.add_notes(person.notes, customer.notes);
  news.add_events(person, customer, {});
  if (person.last_contact && (!last_contact || *last_contact < *person.last_contact)) {
    news.add_command("care log " + std::string{customer.id} + " --on " + iso(*person.last_contact),
                     "last contact " + iso(*person.last_contact));
  }
  if (!person.role.empty() && !is_a_fact(customer, person.role)) news.by_hand("role", person.role);
  for (const auto& one : person.extra) {
    if (!is_a_fact(customer, one.second)) news.by_hand(one.first, one.second);
  }
  return std::move(news).news();
}

News news_of(const Person& person, const Customer& customer, const Contact& contact) {
  Gathering news{set_contact(customer, contact.name)};
  news.add_phones(person, contact.phone);
  news.add_emails(person, contact.email);
  if (!person.role.empty() && person.role != contact.role) news.add("role", "role", person.role);
  news.add_birthday(person, contact.birthday);
  news.add_events(person, customer, person.name);
  const auto is_noted = [&](std::string_view text) {
    return contact.notes.find(text) != Text::npos || customer.address == text;
  };
  for (const std::string& one : person.addresses) {
    if (!is_noted(one)) news.by_hand("address", one);
  }
  for (const auto& one : person.extra) {
    if (!is_noted(one.second)) news.by_hand(one.first, one.second);
  }
  if (!person.notes.empty() && !is_noted(person.notes)) news.by_hand("notes", person.notes);
  return std::move(news).news();
}

News news_of_new_contact(const Person& person, const Customer& customer) {
  Contact nobody{};
  nobody.name = person.name;
  News news = news_of(person, customer, nobody);
  if (news.commands.empty() ||
      !news.commands.front().starts_with(set_contact(customer, person.name))) {
    news.commands.insert(news.commands.begin(), set_contact(customer, person.name));
  }
  news.words.insert(news.words.begin(), "contact " + person.name);
  return news;
}

}  // namespace care
