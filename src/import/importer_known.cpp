#include <algorithm>
#include <cstddef>
#include <variant>

#include <care/book_learned.hpp>

#include "import/importer.hpp"
#include "import/letters.hpp"

namespace care {
namespace {

constexpr std::size_t most_of_a_kind = 100;

bool has_many(const auto& somebody) {
  return somebody.phone.size() > most_of_a_kind || somebody.email.size() > most_of_a_kind;
}

/// Whether so much is known of them already that nobody would read more of it. Rows without end
/// about one and the same would take for ever, each adding to all before it.
bool is_full(const Customer& customer, const News& news) {
  constexpr std::size_t longest_notes = 8192;
  return std::ranges::any_of(news.records, [&](const Record& one) {
    if (std::holds_alternative<LearnedEvent>(one)) return customer.events.size() > most_of_a_kind;
    const Fact* const fact = std::get_if<Fact>(&one);
    if (fact == nullptr) return false;
    const auto has_all = [&](const auto& who) {
      return has_many(who) || who.notes.size() > longest_notes;
    };
    if (fact->contact) return has_all(customer.contacts[*fact->contact]);
    return has_all(customer) || customer.tags.size() > most_of_a_kind;
  });
}

/// What is known of the customer from then on.
void learn(const News& news, Customer& customer, TextStore& texts) {
  for (const Record& one : news.records) {
    if (const Fact* const fact = std::get_if<Fact>(&one)) {
      if (fact->contact) {
        learn(*fact, customer.contacts[*fact->contact], texts);
      } else {
        learn(*fact, customer, texts);
      }
    } else if (const auto* const contact = std::get_if<LearnedContact>(&one)) {
      customer.contacts.push_back(*contact);
    } else if (const auto* const event = std::get_if<LearnedEvent>(&one)) {
      customer.events.push_back(*event);
    }
  }
}

}  // namespace

FirstRows& Importer::rows_about(const KnownPlace& place) {
  const auto [found, is_new] =
      first_rows_.try_emplace(std::pair{place.customer, place.contact}, FirstRows{});
  if (is_new && place.made_by.line != 0) found->second.add(place.said, place.made_by);
  return found->second;
}

void Importer::set_aside(const Person& person, const Identity& identity,
                         std::span<const KnownPlace> all, bool is_known) {
  const KnownPlace& first = all.front();
  const Customer& customer = at(first.customer);
  const NewsContext context = context_of(first.customer, rows_about(first));
  const News news = first.contact ? news_of(context, person, customer, *first.contact)
                                  : news_of(context, person, customer);
  std::vector<std::string> ids;
  for (const KnownPlace& place : all) {
    const std::string id{at(place.customer).id};
    if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
    rows_about(place).add(singles_of(person), place_of(person));
    if (!known_.covers(identity, place)) known_.add(identity, place, KnownPeople::Said::by_row);
  }
  ++import_.counts.known;
  if (is_known && news.is_empty()) return;
  std::string what = "may be " + joined_parts(ids, " or ") + "; not ";
  std::vector<std::string> words = news.words;
  words.insert(words.end(), news.by_hand.begin(), news.by_hand.end());
  what += words.empty() ? "added" : "taken: " + joined_parts(words, ", ");
  import_.remarks.push_back({RemarkKind::worth_a_look, person.file, person.line,
                             std::string{person.name}, what, joined_parts(news.commands, "\n")});
}

void Importer::set_aside(const Person& person, const Identity& identity, const KnownPlace& place) {
  // Which of several it is may look different once all are in the book, and written twice.
  if (options_.updates_known) {
    const std::vector<KnownPlace> all = known_.who_may_be(identity);
    if (all.size() > 1) return set_aside(person, identity, all, true);
  }
  const Customer& customer = at(place.customer);
  FirstRows& rows = rows_about(place);
  const NewsContext context = context_of(place.customer, rows);
  News news = place.contact ? news_of(context, person, customer, *place.contact)
                            : news_of(context, person, customer);
  rows.add(singles_of(person), place_of(person));
  take_over(news, place.customer);
  tell(person, customer, news);
  for (const Outvoted& one : news.outvoted) tell_outvoted(person, customer, one);
  // Later rows may be about whom this one tells more of.
  if (!known_.covers(identity, place)) known_.add(identity, place, KnownPeople::Said::by_row);
  if (options_.updates_known && !news.records.empty()) add_as_in_book(place);
}

/// As whoever reads the book that is written will know them.
void Importer::add_as_in_book(const KnownPlace& place) {
  const Customer& customer = at(place.customer);
  const Identity identity = place.contact ? identity_of(customer.contacts[*place.contact], customer)
                                          : identity_of(customer);
  if (!known_.covers(identity, place)) known_.add(identity, place);
}

void Importer::take_over(News& news, CustomerIndex who) {
  if (news.records.empty() || is_full(at(who), news)) return;
  const bool is_written_new = who >= old_count() && options_.updates_known;
  Customer& customer = is_written_new ? import_.customers[who - old_count()]
                                      : updated_.try_emplace(who, at(who)).first->second;
  learn(news, customer, *import_.texts);
  for (Record& one : news.records) {
    if (const Touch* const touch = std::get_if<Touch>(&one)) {
      Date& last = new_touches_.try_emplace(who, touch->on.day).first->second;
      last = std::max(last, touch->on.day);
    }
    if (options_.updates_known) write(one, who);
  }
  if (options_.updates_known) news.commands.clear();
}

void Importer::write(Record& record, CustomerIndex who) {
  if (const Touch* const touch = std::get_if<Touch>(&record)) {
    import_.touches.push_back(*touch);
    // Contacts of whom the book has yet to learn cannot be named.
    if (touch->contact && new_contacts_.contains({who, *touch->contact})) {
      import_.touches.back().contact = std::nullopt;
    }
    return;
  }
  // Of somebody new it is written with them.
  if (who >= old_count()) return;
  if (const Fact* const fact = std::get_if<Fact>(&record); fact != nullptr && fact->contact) {
    const auto contact = new_contacts_.find({who, *fact->contact});
    if (contact != new_contacts_.end()) {
      auto& added = std::get<LearnedContact>(import_.updates[contact->second]);
      return learn(*fact, added, *import_.texts);
    }
  }
  import_.updates.push_back(std::move(record));
}

void Importer::tell(const Person& person, const Customer& customer, const News& news) {
  if (news.is_empty()) {
    ++import_.counts.known;
    return;
  }
  ++import_.counts.with_news;
  std::string what = "is " + std::string{customer.id};
  if (!news.words.empty()) what += "; new: " + joined_parts(news.words, ", ");
  if (!news.by_hand.empty()) what += "; for [customer.extra]: " + joined_parts(news.by_hand, ", ");
  import_.remarks.push_back({RemarkKind::news, person.file, person.line, std::string{person.name},
                             std::move(what), joined_parts(news.commands, "\n")});
}

void Importer::tell_outvoted(const Person& person, const Customer& customer, const Outvoted& one) {
  const std::string why = one.by.line == 0
                              ? "the book says something else"
                              : import_.files[one.by.file] + ':' + std::to_string(one.by.line) +
                                    " says something else and comes first";
  import_.remarks.push_back(
      {RemarkKind::worth_a_look, person.file, person.line, std::string{person.name},
       "is " + std::string{customer.id} + "; not taken: " + one.words + ", as " + why,
       one.command});
}

void Importer::tell_shared(const Person& person, const KnownPlace& place) {
  const Customer& other = at(place.customer);
  const Text name = place.contact ? other.contacts[*place.contact].name : other.name;
  import_.remarks.push_back({RemarkKind::worth_a_look, person.file, person.line,
                             std::string{person.name},
                             "shares a phone or mail address with " + std::string{name} + " (" +
                                 std::string{other.id} + ")"});
}

}  // namespace care
