#include "render/words/learned.hpp"

#include <care/book_fields.hpp>
#include <care/render_learned.hpp>
#include <care/text.hpp>
#include "render/words/items.hpp"
#include "render/words/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <type_traits>
#include <utility>

namespace care {
namespace {

/// `12 Jun`.
std::string short_month_day(std::chrono::month_day day) {
  return fmt::format("{} {}", static_cast<unsigned>(day.day()),
                     short_name(month_name(day.month())));
}

// A value as a person reads it; empty where there is none.

std::string value_words(const Book& /*book*/, auto /*kind*/, Text text) { return in_line(text); }
std::string value_words(const Book& /*book*/, auto /*kind*/, const Texts& texts) {
  return neutralised(fmt::format("{}", fmt::join(texts.begin(), texts.end(), ", ")));
}
std::string value_words(const Book& /*book*/, auto /*kind*/, Date day) { return iso(day); }
std::string value_words(const Book& /*book*/, auto /*kind*/, const YearlyDate& date) {
  const auto month_and_day = short_month_day(date.day);
  return date.year ? fmt::format("{} {}", month_and_day, static_cast<int>(*date.year))
                   : month_and_day;
}
std::string value_words(const Book& /*book*/, auto /*kind*/, Duration length) {
  constexpr std::string_view lead = "every ";
  const std::string words = every_words(length).substr(lead.size());
  return length.count == 1 ? "1 " + words : words;
}
std::string value_words(const Book& book, auto kind, const Cadence& every) {
  return every.period ? value_words(book, kind, *every.period) : "never";
}
template <class Value>
requires std::is_enum_v<Value> std::string value_words(const Book& /*book*/, auto /*kind*/,
                                                       Value value) {
  return std::string{word(value)};
}
std::string value_words(const Book& book, takes::Staff /*kind*/, StaffIndex who) {
  return neutralised(book.staff[who].name);
}
std::string value_words(const Book& book, takes::Tier /*kind*/, std::uint32_t tier) {
  return neutralised(book.policy.tiers[tier].name);
}
template <class Kind, class Value>
requires requires(const Book& book, Kind kind, const Value& value) {
  value_words(book, kind, value);
}
std::string value_words(const Book& book, Kind kind, const std::optional<Value>& value) {
  return value ? value_words(book, kind, *value) : std::string{};
}

/// Whether the key is one that says something of the customer or contact.
constexpr bool is_said(std::string_view key) {
  return key != "customer" && key != "contact" && key != "on" && key != "by";
}

/// The words for each key, as `phone: …, now …`, and what was learned of it since.
template <class Target>
class Learned {
 public:
  /// `before`: as of the fact's day, without it.
  Learned(const Book& book, const Target& before, const Fact& fact, Date today)
      : book_{book}, before_{before}, fact_{fact}, today_{today} {}

  std::vector<std::string> words() {
    [&]<std::size_t... place>(std::index_sequence<place...>) { (add<place>(), ...); }
    (std::make_index_sequence<field_count<Fact>>{});
    return std::move(words_);
  }

 private:
  template <std::size_t place>
  void add() {
    constexpr const auto& field = std::get<place>(fields<Fact>);
    if constexpr (is_said(field.name)) {
      const auto& value = fact_.*field.member;
      const std::string after = value_words(book_, field.takes, value);
      const bool has_none = field.name == "tags" && fact_.tags && after.empty();
      if (after.empty() && !has_none) return;
      if (field.name == "likes" || field.name == "notes") {
        words_.push_back(fmt::format("{}: also {}", field.name, after));
        return;
      }
      const Fact* const later = learned_later<place>();
      const bool has_day = later != nullptr && field.name != "died";  // which is a day itself
      std::string change = changed(before_of<place>(), has_none ? "none" : after, has_day);
      if (later != nullptr) {
        const std::string now = value_words(book_, field.takes, later->*field.member);
        change += fmt::format(", since {} {}", past_day(later->from(), today_),
                              now.empty() ? "none" : now);
      }
      words_.push_back(fmt::format("{}: {}", field.name, change));
    }
  }

  /// `+1 602 555 0101, now +1 602 555 0199`.
  [[nodiscard]] std::string changed(const std::string& old, const std::string& value,
                                    bool is_past) const {
    if (old == value) return value + " as before";
    const bool has_day = is_past || fact_.from() > today_;
    const std::string from =
        has_day ? fmt::format("from {} ", past_day(fact_.from(), today_)) : "now ";
    if (old.empty()) return has_day ? from + value : value;
    return fmt::format("{}, {}{}", old, from, value);
  }

  /// The latest fact that says otherwise of a later day; null where this one holds, or will.
  template <std::size_t place>
  [[nodiscard]] const Fact* learned_later() const {
    constexpr const auto& field = std::get<place>(fields<Fact>);
    const Fact* latest = nullptr;
    for (const std::uint32_t i : book_.facts.of(fact_.customer)) {
      const Fact& other = book_.facts.all[i];
      const bool is_later = other.from() > fact_.from() && other.from() <= today_;
      if (!is_later || other.contact != fact_.contact) continue;
      const bool says = field.name == "died"
                            ? other.status.has_value()
                            : (field.name == "tags" && other.tags) ||
                                  !value_words(book_, field.takes, other.*field.member).empty();
      if (says) latest = &other;
    }
    return latest;
  }

  template <std::size_t place>
  [[nodiscard]] std::string before_of() const {
    constexpr const auto& field = std::get<place>(fields<Fact>);
    std::string words;
    each_field<Target>([&](const auto& own) {
      if (own.name != field.name) return;
      const auto& value = before_.*own.member;
      if constexpr (requires { value_words(book_, own.takes, value); })
        words = value_words(book_, own.takes, value);
    });
    return words;
  }

  const Book& book_;
  const Target& before_;
  const Fact& fact_;
  Date today_;
  std::vector<std::string> words_;
};

/// `follow up, every 2 weeks (Mon 16 Nov)`.
std::string item_words(const Book& book, const Item& item, Date day, Date today) {
  if (!is_occasion(item.kind))
    return fmt::format("{} ({})", coming_words(book, item, day), short_day(item.act, today));
  Item named = item;
  named.act = named.occurrence;  // nobody is to be greeted any more
  return fmt::format("{} ({})", coming_words(book, named, day), short_day(named.act, today));
}

/// What was on the agenda, or next, and is no longer.
std::vector<std::string> dropped_words(const Outlook& outlook, CustomerIndex who) {
  const Date today = day_of(outlook.now);
  const Outlook before = care::outlook(*outlook.before, who, outlook.now);
  std::vector<std::string> words;
  std::set<Identity> still_open;
  for (const Item& item : outlook.open) still_open.insert(identity(item));
  for (const Item& item : before.open) {
    if (still_open.contains(identity(item))) continue;
    words.push_back(item_words(*before.book, item, today, today));
  }
  if (words.empty() && before.next && !outlook.next) {
    words.push_back(item_words(*before.book, before.next->item, before.next->day, today));
  }
  return words;
}

/// `Joan Hart, daughter, +1 602 555 0188`.
std::string person_words(const Contact& contact) {
  std::string words = in_line(contact.name);
  for (const Text more : {contact.role, first_of(contact.phone)})
    if (!more.empty()) words += ", " + in_line(more);
  return words;
}

/// Where somebody leaves the agenda: what is no longer on it, and of the dead who is on file.
std::vector<std::string> leaving_words(const Outlook& outlook, const Fact& fact) {
  std::vector<std::string> words;
  if (!fact.status || *fact.status == Status::active) return words;
  const Date today = day_of(outlook.now);
  if (fact.from() <= today) {
    const auto dropped = dropped_words(outlook, fact.customer);
    if (!dropped.empty())
      words.push_back(fmt::format("Off the agenda: {}", fmt::join(dropped, "; ")));
  }
  if (!fact.died) return words;
  std::vector<std::string> people;
  for (const Contact& contact : as_of(*outlook.book, fact.customer, today).contacts)
    if (is_still_here(contact, today)) people.push_back(person_words(contact));
  if (!people.empty()) words.push_back(fmt::format("On file: {}", fmt::join(people, "; ")));
  return words;
}

}  // namespace

std::vector<std::string> learned_words(const Outlook& /*outlook*/, const LearnedContact& contact) {
  return {fmt::format("contact noted: {}{}{}", quoted(contact.name),
                      contact.role.empty() ? "" : ", ", in_line(contact.role))};
}

std::vector<std::string> learned_words(const Outlook& outlook, const LearnedEvent& event) {
  const auto& [year, day] = event.date;
  const std::string when =
      event.yearly ? fmt::format("each {}", short_month_day(day))
                   : past_day(Date{*year / day.month() / day.day()}, day_of(outlook.now));
  return {fmt::format("event noted: {}, {}", quoted(event.what), when)};
}

std::vector<std::string> learned_words(const Outlook& outlook, const Plan& plan) {
  return {fmt::format("plan noted: {}", own_plan_words(plan, day_of(outlook.now)))};
}

std::string own_plan_words(const Plan& plan, Date today) {
  std::string words = care::quoted(plan.what);
  words += plan.every
               ? fmt::format(", {} from {}", every_words(*plan.every), short_day(plan.from, today))
               : fmt::format(", {}", short_day(plan.from, today));
  if (plan.until) words += fmt::format(", until {}", short_day(*plan.until, today));
  return words;
}

std::vector<std::string> learned_words(const Outlook& outlook, const Fact& fact) {
  const Book& book = *outlook.book;
  const Date today = day_of(outlook.now);
  const Customer& old = as_of(*outlook.before, fact.customer, fact.from());
  if (fact.contact) {
    const Contact& contact = old.contacts[*fact.contact];
    auto words = Learned{book, contact, fact, today}.words();
    for (std::string& one : words) one.insert(0, in_line(contact.name) + "'s ");
    return words;
  }
  auto words = Learned{book, old, fact, today}.words();
  if (fact.status && !fact.died && old.died)
    words.push_back(fmt::format("They were noted as dead on {}; if they are: care undo",
                                past_day(*old.died, today)));
  std::ranges::move(leaving_words(outlook, fact), std::back_inserter(words));
  return words;
}

namespace {

/// Calls `use` with each key of the fact that says something, and the words for what.
template <class Use>
void each_said(const Book& book, const Fact& fact, Use use) {
  each_field<Fact>([&](const auto& field) {
    if constexpr (requires { value_words(book, field.takes, fact.*field.member); }) {
      const std::string value = value_words(book, field.takes, fact.*field.member);
      const bool has_none = field.name == "tags" && fact.tags && value.empty();
      if (!is_said(field.name) || (value.empty() && !has_none)) return;
      use(field.name, has_none ? "none" : value);
    }
  });
}

}  // namespace

std::vector<std::string> fact_words(const Book& book, const Fact& fact) {
  std::vector<std::string> words;
  each_said(book, fact, [&](std::string_view key, const std::string& value) {
    words.push_back(fmt::format("{}: {}", key, value));
  });
  return words;
}

std::vector<std::string> known_words(const Book& book, const Fact& fact) {
  const Customer& customer = book.customers[fact.customer];
  const std::string who =
      in_line(fact.contact ? customer.contacts[*fact.contact].name : customer.id);
  std::vector<std::string> words;
  each_said(book, fact, [&](std::string_view key, const std::string& value) {
    const bool is_list = key == "likes" || key == "tags";
    words.push_back(fmt::format("{}'s {} {} {} already", who, key, is_list ? "are" : "is", value));
  });
  return words;
}

}  // namespace care
