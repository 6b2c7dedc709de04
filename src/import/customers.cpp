#include "import/customers.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include <care/book_ids.hpp>
#include <care/text.hpp>

#include "import/letters.hpp"
#include "import/standing.hpp"

namespace care {
namespace {

Texts numbers_of(const Person& person) {
  std::vector<Text> all;
  all.reserve(person.phones.size());
  for (const PhoneNumber& one : person.phones) all.push_back(one.number);
  return Texts{all};
}

void add_unique(Texts& texts, Text text) {
  if (!text.empty() && std::ranges::find(texts, text) == texts.end()) texts.push_back(text);
}

}  // namespace

std::optional<Cadence> cadence_in(std::string_view text) {
  if (equal_ignoring_case(text, "never")) return Cadence{std::nullopt};
  const auto every = parse_duration(text);
  if (!every || every->count < 1 || every->unit == Unit::minute || every->unit == Unit::hour) {
    return std::nullopt;
  }
  return Cadence{every};
}

std::optional<std::uint32_t> tier_in(const Book& book, std::string_view name) {
  const auto& tiers = book.policy.tiers;
  const auto found = std::ranges::find_if(
      tiers, [&](const Tier& tier) { return folded(tier.name) == folded(name); });
  if (found == tiers.end()) return std::nullopt;
  return static_cast<std::uint32_t>(found - tiers.begin());
}

std::optional<StaffIndex> staff_in(const Book& book, std::string_view name) {
  if (const auto staff = find_staff(book, name)) return staff;
  const std::string wanted = folded(name);
  const auto found = std::ranges::find_if(book.staff, [&](const Staff& one) {
    return folded(one.id) == wanted || folded(one.name) == wanted || folded(one.email) == wanted;
  });
  if (found != book.staff.end()) return static_cast<StaffIndex>(found - book.staff.begin());
  // "Dana Reyes (dana@example.com)", as HubSpot has it.
  const auto open = name.find(" (");
  if (open == std::string_view::npos || !name.ends_with(')')) return std::nullopt;
  const auto by_mail = staff_in(book, name.substr(open + 2, name.size() - open - 3));
  return by_mail ? by_mail : staff_in(book, name.substr(0, open));
}

FreeIds::FreeIds(const Book& book, TextStore& texts, std::size_t expected) : texts_{texts} {
  taken_.reserve(book.customers.size() + expected);
  for (const Customer& customer : book.customers) add(customer.id);
  for (const std::string& id : book.claimed_ids) add(id);
}

std::uint64_t FreeIds::sum_of(std::string_view id) { return checksum(id) | 1U; }

Text FreeIds::take(Text wanted) {
  if (!is_taken(wanted)) {
    add(wanted);
    return wanted;
  }
  std::string free{wanted};
  for (int& n = next_number_.try_emplace(free, 2).first->second; is_taken(free); ++n) {
    free = std::string{wanted} + '-' + std::to_string(n);
  }
  add(free);
  return texts_.keep(free);
}

/// The id that is wanted for somebody, whoever has it.
static std::string id_for(const Person& person) {
  if (is_typed_id(person.id)) return std::string{person.id};
  const bool is_full = !person.given.empty() && !person.family.empty();
  std::string id = is_full ? customer_id_from(joined_parts({person.given, person.family}, " "))
                           : customer_id_from(person.name);
  // Of a name in other letters than ASCII's nothing is left; a mail address has some.
  if (id == customer_id_from({}) && !person.emails.empty()) {
    id = customer_id_from(name_in_address(person.emails.front()));
  }
  return id;
}

void CustomerMaker::add_extra(Customer& customer, Text key, Text value) {
  const auto is_taken = [&](std::string_view one) {
    const Few<Extra>& extra = std::as_const(customer).extra;
    return one == "address" || std::ranges::find(extra, one, &Extra::key) != extra.end();
  };
  std::string free;
  for (int n = 2; is_taken(free.empty() ? key : Text{free}); ++n) {
    free = std::string{key} + '_' + std::to_string(n);
  }
  customer.extra.push_back({free.empty() ? key : keep(free), value});
}

bool has_words_of_book(const Person& person) {
  return std::ranges::any_of(std::array{person.owner, person.tier, person.every, person.status,
                                        person.mood, person.opted_out, person.no_media},
                             [](Text one) { return !one.empty(); });
}

void CustomerMaker::look_after(Customer& customer, Person& person) {
  if (!person.owner.empty()) {
    if (const auto owner = staff_in(book_, person.owner)) {
      customer.owner = owner;
    } else {
      person.add_extra("owner", person.owner);
      person.troubles.push_back(
          {person.line,
           "the book has no staff \"" + std::string{person.owner} + "\"; kept as a fact of theirs",
           RemarkKind::worth_a_look});
    }
  }
  if (!person.tier.empty()) {
    customer.tier = tier_in(book_, person.tier);
    if (!customer.tier) person.add_extra("tier", person.tier);
  }
  if (!person.every.empty()) {
    customer.every = cadence_in(person.every);
    if (!customer.every) person.add_extra("every", person.every);
  }
  if (person.since && (!customer.since || *person.since < *customer.since)) {
    customer.since = person.since;
  }
  if (!customer.owner) customer.owner = options_.owner;
  if (!customer.tier && !customer.every) customer.tier = options_.tier;
  if (!customer.every && person.tier.empty()) customer.every = options_.every;
  if (!customer.since) customer.since = options_.since;
  if (customer.every && !customer.every->period && customer.because.empty()) {
    customer.because =
        person.because.empty() ? Text{"the imported table did not say"} : person.because;
  }
  if (customer.tags.empty()) {
    customer.tags = Texts{person.tags};
  } else {
    for (const Text tag : person.tags) add_unique(customer.tags, tag);
  }
  for (const std::string& tag : options_.tags) add_unique(customer.tags, keep(tag));
}

/// What is to be known of somebody who is not to be reached by all means.
static void tell_no_media(Person& person) {
  if (person.no_media.empty()) return;
  person.troubles.push_back(
      {person.line, std::string{person.no_media} + ": in their notes", RemarkKind::worth_a_look});
}

void CustomerMaker::set_status(Customer& customer, Person& person) {
  const Standing standing = standing_of(person);
  customer.status = standing.status.value_or(Status::active);
  customer.died = person.died;
  if (!standing.said.empty() && customer.status != Status::active) {
    person.troubles.push_back(
        {person.line, fmt::format("\"{}\" is taken as {}", standing.said, word(customer.status)),
         RemarkKind::worth_a_look});
  }
  if (says_more(person)) person.add_extra("status", person.status);
  if (person.opted_out.empty()) return;
  if (customer.status == Status::do_not_contact && customer.because.empty()) {
    customer.because = person.opted_out;
  } else {
    person.add_extra(person.opted_out, "yes");
  }
}

void CustomerMaker::add_events(Customer& customer, const Person& person, std::string_view whose) {
  for (const DatedEvent& one : person.events) {
    Event event{};
    event.what =
        whose.empty() ? one.what : keep(std::string{one.what} + " of " + std::string{whose});
    event.date = one.date;
    if (!whose.empty()) event.until = person.died;
    customer.events.push_back(event);
  }
}

Customer CustomerMaker::customer(Person& person) {
  Customer customer{};
  customer.name = person.name;
  customer.id = keep(id_for(person));
  const Text call_me = person.nickname.empty() ? person.given : person.nickname;
  if (call_me != person.name) customer.call_me = call_me;
  customer.sounds_like = person.sounds_like;
  customer.company = person.company;
  customer.birthday = person.birthday;
  customer.because = person.because;
  customer.notes = person.notes;
  customer.added = options_.today;
  look_after(customer, person);
  set_status(customer, person);
  tell_no_media(person);
  customer.mood = meaning_of<Mood>(folded(person.mood));
  if (!customer.mood && !person.mood.empty()) person.add_extra("mood", person.mood);
  customer.phone = numbers_of(person);
  customer.email = Texts{person.emails};
  if (!person.addresses.empty()) customer.address = person.addresses.front();
  if (!person.role.empty()) add_extra(customer, "role", person.role);
  for (const auto& [key, value] : person.extra) add_extra(customer, key, value);
  for (std::size_t i = 1; i < person.addresses.size(); ++i) {
    add_extra(customer, "address", person.addresses[i]);
  }
  add_events(customer, person, {});
  return customer;
}

Customer CustomerMaker::company_of(const Person& person) {
  Customer customer{};
  customer.name = person.company;
  customer.id = keep(customer_id_from(person.company));
  customer.added = options_.today;
  return customer;
}

void CustomerMaker::add_contact(Customer& customer, Person& person) {
  Contact contact{};
  contact.name = person.name;
  const Text call_me = person.nickname.empty() ? person.given : person.nickname;
  if (call_me != person.name) contact.call_me = call_me;
  contact.sounds_like = person.sounds_like;
  contact.role = person.role;
  contact.birthday = person.birthday;
  contact.left = person.died;
  look_after(customer, person);
  tell_no_media(person);
  contact.phone = numbers_of(person);
  contact.email = Texts{person.emails};
  // A contact has fewer keys than a customer: what it has none for stands in its notes.
  std::string notes{person.notes};
  for (const Text address : person.addresses) {
    if (customer.address.empty()) customer.address = address;
    if (customer.address != address) add_line(notes, "address: " + std::string{address});
  }
  for (const auto& [key, value] : person.extra) {
    add_line(notes, fmt::format("{}: {}", key, value));
  }
  if (says_more(person)) add_line(notes, person.status);
  for (const Text one : {person.because, person.mood}) add_line(notes, one);
  contact.notes = keep(notes);
  customer.contacts.push_back(contact);
  add_events(customer, person, person.name);
}

Fact death_of(const Person& person, CustomerIndex who, const ImportOptions& options) {
  Fact fact{};
  fact.customer = who;
  fact.on = When{options.today, std::nullopt};
  fact.by = options.by;
  fact.status = Status::former;
  fact.died = person.died;
  return fact;
}

Touch last_talk(const Person& person, CustomerIndex who, std::optional<std::uint32_t> contact) {
  Touch touch{};
  touch.customer = who;
  touch.contact = contact;
  touch.on = {*person.last_contact, std::nullopt};
  touch.heard = person.last_heard;
  touch.how = meaning_of<Channel>(folded(person.last_how));
  return touch;
}

}  // namespace care
