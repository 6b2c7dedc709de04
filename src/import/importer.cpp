#include "import/importer.hpp"

#include <algorithm>
#include <cstddef>
#include <variant>

#include <care/book_learned.hpp>
#include <care/text.hpp>

#include "import/letters.hpp"
#include "import/standing.hpp"

namespace care {

Importer::Importer(const Book& book, const ImportOptions& options, Import& import, People& people)
    : book_{book},
      options_{options},
      import_{import},
      people_{people},
      known_{book, people.all.size(), options.updates_known},
      maker_{book, options, *import.texts},
      ids_{book, *import.texts, people.all.size()} {
  import.customers.reserve(people.all.size());
  if (!options.by_company) return;
  for (std::uint32_t i = 0; i < book.customers.size(); ++i) {
    companies_.try_emplace(folded(book.customers[i].name), i);
  }
}

void Importer::take_all() {
  prepare();
  constexpr std::size_t step = 500;
  constexpr std::size_t soon = 8;
  for (std::size_t place = 0; place < people_.all.size(); ++place) {
    expect(place + soon);
    take(*people_.all[place], place);
    if ((place + 1) % step == 0 && options_.progress) options_.progress(place + 1);
  }
  import_.customers.resize(added_);
}

/// Of a great many nobody's place is at hand: to look for several at a time takes a third.
void Importer::expect(std::size_t place) const {
  if (place >= import_.customers.size() || place >= identities_.size()) return;
  known_.expect(identities_[place]);
  ids_.expect(import_.customers[place].id);
}

void Importer::prepare() {
  constexpr std::size_t many = 1000;
  const std::size_t count = people_.all.size();
  identities_.resize(count);
  if (count < many) return prepare(0, count, *import_.texts);
  if (!options_.by_company) import_.customers.resize(count);
  people_.others.push_back(std::make_unique<PersonStore>());
  TextStore& others = people_.others.back()->texts;
  in_halves(options_.together, count, [&](std::size_t from, std::size_t to) {
    prepare(from, to, from == 0 ? *import_.texts : others);
  });
}

void Importer::prepare(std::size_t from, std::size_t to, TextStore& texts) {
  CustomerMaker maker{book_, options_, texts};
  for (std::size_t i = from; i < to; ++i) {
    Person& person = *people_.all[i];
    identities_[i] = identity_of(person);
    if (import_.customers.empty() || has_words_of_book(person)) continue;
    import_.customers[i] = maker.customer(person);
  }
}

Customer& Importer::add(Customer&& customer) {
  customer.id = ids_.take(customer.id);
  if (added_ == import_.customers.size()) {
    import_.customers.push_back(std::move(customer));
  } else if (&import_.customers[added_] != &customer) {
    import_.customers[added_] = std::move(customer);
  }
  return import_.customers[added_++];
}

void Importer::take(Person& person, std::size_t place) {
  if (person.died && *person.died > options_.today) {
    person.troubles.push_back({person.line, "died " + iso(*person.died) + " is still to come"});
    person.died = std::nullopt;
  }
  const Identity& identity = identities_[place];
  KnownPeople::Answer answer = known_.find(identity);
  if (answer.same && person.is_cares && answer.same->customer >= old_count()) answer = {};
  const bool may_be_known = !answer.same && options_.updates_known && !person.is_cares;
  const auto maybe = may_be_known ? known_.who_may_be(identity) : std::vector<KnownPlace>{};
  if (answer.same) {
    set_aside(person, identity, *answer.same);
  } else if (!maybe.empty()) {
    set_aside(person, identity, maybe, false);
  } else if (becomes_contact(person)) {
    take_contact(person, identity);
  } else {
    take_customer(person, place);
  }
  if (answer.shares) tell_shared(person, *answer.shares);
  for (const Trouble& one : person.troubles) {
    import_.remarks.push_back(
        {one.kind, person.file, one.line, std::string{person.name}, one.what});
  }
}

const Customer& Importer::at(std::uint32_t customer) const {
  const auto found = updated_.find(customer);
  if (found != updated_.end()) return found->second;
  return customer < old_count() ? as_of(book_, customer, options_.today)
                                : import_.customers[customer - old_count()];
}

std::optional<Date> Importer::last_contact(std::uint32_t customer) const {
  std::optional<Date> last;
  const auto found = new_touches_.find(customer);
  if (found != new_touches_.end()) last = found->second;
  if (customer >= old_count()) return last;
  for (const std::uint32_t i : book_.touches.of(customer)) {
    const Date day = book_.touches.all[i].on.day;
    if (!last || *last < day) last = day;
  }
  return last;
}

bool Importer::becomes_contact(Person& person) const {
  if (!options_.by_company || person.company.empty() || person.is_organisation) return false;
  const Status status = standing_of(person).status.value_or(Status::active);
  if (status == Status::active) return true;
  const std::string company = '"' + std::string{person.company} + '"';
  std::string how{word(status)};
  how += ": a customer of their own, not a contact of " + company;
  if (person.died)
    how = "died " + iso(*person.died) + ": a contact of " + company + " who has left";
  person.troubles.push_back({person.line, std::move(how), RemarkKind::worth_a_look});
  return person.died.has_value();
}

void Importer::take_customer(Person& person, std::size_t place) {
  const std::uint32_t who = next();
  std::vector<Customer>& all = import_.customers;
  const bool is_made = place < all.size() && !all[place].id.empty();
  const Customer& customer = add(is_made ? std::move(all[place]) : maker_.customer(person));
  known_.add(identities_[place], {who, std::nullopt, place_of(person), singles_of(person)});
  if (options_.by_company) companies_.try_emplace(folded(customer.name), who);
  ++import_.counts.added;
  if (person.died) import_.updates.emplace_back(death_of(person, who, options_));
  add_touch(person, who, std::nullopt);
}

void Importer::take_contact(Person& person, const Identity& identity) {
  const auto [company, is_new] = companies_.try_emplace(folded(person.company), next());
  const std::uint32_t place = company->second;
  if (place < old_count()) return take_contact_of_old(person, identity, place);
  if (is_new) (void)add(maker_.company_of(person));
  Customer& customer = import_.customers[place - old_count()];
  const std::size_t events = std::as_const(customer).events.size();
  maker_.add_contact(customer, person);
  if (const auto told = updated_.find(place); told != updated_.end()) {
    const Customer& all = customer;
    told->second.contacts.push_back(all.contacts[all.contacts.size() - 1]);
    for (std::size_t i = events; i < all.events.size(); ++i) {
      told->second.events.push_back(all.events[i]);
    }
  }
  const auto contact = static_cast<std::uint32_t>(customer.contacts.size() - 1);
  known_.add(identity, {place, contact, place_of(person), singles_of(person)});
  ++import_.counts.added;
  add_touch(person, place, contact);
}

/// A customer of the book stays as it is.
void Importer::take_contact_of_old(const Person& person, const Identity& identity,
                                   CustomerIndex who) {
  const FirstRows nobody;
  News news = news_of_new_contact(context_of(who, nobody), person, at(who));
  const std::size_t written = import_.updates.size();
  take_over(news, who);
  tell(person, at(who), news);
  const auto contact = static_cast<std::uint32_t>(at(who).contacts.size() - 1);
  known_.add(identity, {who, contact, place_of(person), singles_of(person)});
  if (options_.updates_known) new_contacts_.emplace(std::pair{who, contact}, written);
}

void Importer::add_touch(const Person& person, std::uint32_t place,
                         std::optional<std::uint32_t> contact) {
  if (!person.last_contact) return;
  import_.touches.push_back(last_talk(person, place, contact));
  Date& last = new_touches_.try_emplace(place, *person.last_contact).first->second;
  last = std::max(last, *person.last_contact);
}

}  // namespace care
