#include "render/wording.hpp"

#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace care {
namespace {

constexpr std::array<std::string_view, 7> weekdays{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                   "Friday", "Saturday", "Sunday"};
constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

std::string_view weekday_of(Date day) {
  return weekdays[std::chrono::weekday{day}.iso_encoding() - 1];
}

std::string_view month_of(Date day) {
  return months[static_cast<unsigned>(civil(day).month()) - 1];
}

bool same_year(Date a, Date b) { return civil(a).year() == civil(b).year(); }

const Contact* first_contact(const Customer& customer, Date today) {
  const auto here = std::ranges::find_if(
      customer.contacts, [&](const Contact& c) { return !c.left || *c.left > today; });
  return here == customer.contacts.end() ? nullptr : &*here;
}

std::string possessive(std::string_view name) { return fmt::format("{}'s", name); }

}  // namespace

std::string past_day(Date day, Date today) {
  const auto number = static_cast<unsigned>(civil(day).day());
  const auto month = month_of(day).substr(0, 3);
  if (same_year(day, today)) return fmt::format("{} {}", number, month);
  return fmt::format("{} {} {}", number, month, static_cast<int>(civil(day).year()));
}

std::string short_day(Date day, Date today) {
  return fmt::format("{} {}", weekday_of(day).substr(0, 3), past_day(day, today));
}

std::string long_day(Date day) {
  const auto date = civil(day);
  return fmt::format("{} {} {} {}", weekday_of(day), static_cast<unsigned>(date.day()),
                     month_of(day), static_cast<int>(date.year()));
}

std::string span_words(const Agenda& agenda) {
  if (agenda.from == agenda.to) return long_day(agenda.from);
  return fmt::format("{} to {} {}", short_day(agenda.from, agenda.to),
                     short_day(agenda.to, agenda.to), static_cast<int>(civil(agenda.to).year()));
}

std::string clock(Moment moment) { return iso(moment).substr(11); }

std::string days_late_words(int days) {
  return fmt::format("{} {} late", days, days == 1 ? "day" : "days");
}

std::string address_words(const Customer& customer, Date today) {
  const Contact* contact = first_contact(customer, today);
  Text sound = customer.sounds_like;
  if (sound.empty() && customer.call_me.empty() && contact != nullptr) {
    sound = contact->sounds_like;
  }
  std::string address = neutralised(address_of(customer, today));
  if (sound.empty()) return address;
  return fmt::format("{} ({})", address, neutralised(sound));
}

std::string who_words(const Customer& customer, Date today) {
  std::string address = address_words(customer, today);
  const Text plain = address_of(customer, today);
  const Text shown = customer.name == plain ? customer.company : customer.name;
  if (shown.empty() || shown == plain) return address;
  // "Odile (oh-DEEL) Marchetti": a name that begins with how to address them is said once.
  if (shown.starts_with(plain) && shown.substr(plain.size()).starts_with(' ')) {
    return address + neutralised(shown.substr(plain.size()));
  }
  return fmt::format("{}, {}", address, neutralised(shown));
}

std::string reach_words(const Customer& customer, Date today) {
  const Contact* contact = first_contact(customer, today);
  for (const Text own : {customer.phone, contact != nullptr ? contact->phone : Text{},
                         customer.email, contact != nullptr ? contact->email : Text{}}) {
    if (!own.empty()) return neutralised(own);
  }
  return {};
}

std::string staff_words(const Book& book, StaffIndex staff) {
  const Text name = book.staff[staff].name;
  return neutralised(name.substr(0, name.find(' ')));
}

std::string owner_words(const Agenda& agenda, const Entry& entry) {
  const Book& book = *agenda.book;
  std::string words;
  if (entry.owner && entry.owner != agenda.owner && book.staff.size() > 1) {
    words = possessive(staff_words(book, *entry.owner));
  }
  if (entry.stands_for) {
    words +=
        fmt::format("{}for {}", words.empty() ? "" : ", ", staff_words(book, *entry.stands_for));
  }
  return words;
}

std::string summary(const Agenda& agenda) {
  struct Count {
    std::string_view one, several;
    int number = 0;
  };
  std::array<Count, 5> counts{{{"entry could not be read", "entries could not be read"},
                               {"emergency", "emergencies"},
                               {"late request", "late requests"},
                               {"late promise", "late promises"},
                               {"more", "more"}}};
  for (const Entry& entry : agenda.entries) {
    const Item& first = entry.items.front();
    if (!is_due(first)) continue;
    std::size_t place = 4;
    if (first.urgency == Urgency::unreadable) place = 0;
    if (first.urgency == Urgency::emergency) place = 1;
    if (first.urgency == Urgency::overdue) place = first.kind == Kind::promise ? 3 : 2;
    ++counts[place].number;
  }
  std::vector<std::string> parts;
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const Count& count = counts[i];
    if (count.number == 0) continue;
    if (i + 1 == counts.size() && parts.empty()) {
      return fmt::format("{} {}", count.number,
                         count.number == 1 ? "customer to care for" : "customers to care for");
    }
    parts.push_back(
        fmt::format("{} {}", count.number, count.number == 1 ? count.one : count.several));
  }
  return fmt::format("{}", fmt::join(parts, ", "));
}

std::string hidden_words(const Agenda& agenda) {
  const HiddenCounts& hidden = agenda.hidden;
  std::vector<std::string> parts;
  const auto add = [&](int count, std::string_view words) {
    if (count > 0) parts.push_back(fmt::format("{} {}", count, words));
  };
  add(hidden.capped, "over today's limit");
  add(hidden.waiting, "waiting for the next try");
  add(hidden.snoozed, "snoozed");
  add(hidden.do_not_contact, "not to contact");
  std::string names;
  for (std::size_t i = 0; i < hidden.others.size(); ++i) {
    const bool last = i + 1 == hidden.others.size();
    names += i == 0 ? "" : last ? " and " : ", ";
    names += staff_words(*agenda.book, hidden.others[i]);
  }
  add(hidden.other_owners,
      fmt::format("{} of {}", hidden.other_owners == 1 ? "entry" : "entries", names));
  if (parts.empty()) return {};
  return fmt::format("Left out: {}", fmt::join(parts, ", "));
}

std::string nothing_due_words(const Agenda& agenda, const std::optional<NextDue>& next) {
  const Date today = day_of(agenda.now);
  std::string when = "today";
  if (agenda.range) {
    when = agenda.from == agenda.to ? fmt::format("on {}", short_day(agenda.from, today))
                                    : fmt::format("from {} to {}", short_day(agenda.from, today),
                                                  short_day(agenda.to, today));
  }
  if (!next) return fmt::format("Nothing is due {}, nor in the year to come.", when);
  return fmt::format("Nothing is due {}. Next: {} on {}.", when,
                     who_words(agenda.book->customers[next->customer], today),
                     short_day(next->day, today));
}

const std::vector<Section>& sections() {
  static const std::vector<Section> all{
      {"COULD NOT BE READ", 0, 0}, {"NOW", 1, 1},   {"LATE", 2, 2}, {"TODAY", 3, 6},
      {"KEEP IN TOUCH", 7, 7},     {"COMING", 8, 8}};
  return all;
}

std::size_t section_of(const Entry& entry) {
  const int urgency = number_of(entry.items.front().urgency);
  const auto found =
      std::ranges::find_if(sections(), [&](const Section& s) { return urgency <= s.last; });
  return static_cast<std::size_t>(found - sections().begin());
}

bool is_marked(const Entry& entry) { return number_of(entry.items.front().urgency) <= 2 || entry.strained; }

}  // namespace care
