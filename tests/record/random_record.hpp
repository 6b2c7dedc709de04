#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <care/record.hpp>

// Random books, sound and unsound, and random records for them; the same for the same number.

#include "record/random_text.hpp"

namespace care::test {

/// A record such as care would write into this book.
class RandomRecord {
 public:
  RandomRecord(Random& random, Book& book) : random_{random}, book_{book} {}

  Record make() {
    const std::size_t kind = book_.customers.empty() ? 0 : random_.below(12);
    if (kind == 0) return customer();
    who_ = static_cast<CustomerIndex>(random_.below(book_.customers.size()));
    switch (kind) {
      case 1: return purchase();
      case 2: return request();
      case 3: return promise();
      case 4: return snooze();
      case 5: return ready();
      case 6: return contact();
      case 7: return event();
      case 8: return fact();
      case 9: return plan();
      default: return touch();
    }
  }

 private:
  Text text() { return book_.texts->keep(random_seen_text(random_, 40)); }
  Text maybe(std::size_t percent = 40) { return random_.chance(percent) ? text() : Text{}; }
  Texts ways() {
    const Text first = maybe(20);
    if (first.empty()) return {};
    return random_.chance(20) ? Texts{first, "another"} : Texts{first};
  }
  Text by() {
    return book_.staff.empty() || random_.chance(50) ? Text{} : random_.one_of(book_.staff).id;
  }
  Date day() {
    return *make_date(random_.chance(3) ? 1 : 2026, static_cast<unsigned>(1 + random_.below(12)),
                      static_cast<unsigned>(1 + random_.below(28)));
  }
  When when() {
    if (random_.chance(40)) return {day(), std::nullopt};
    return {day(), std::chrono::minutes{random_.below(24UL * 60)}};
  }
  Text kept(const std::string& id) { return book_.texts->keep(id); }

  Customer customer() {
    Customer one{};
    one.name = text();
    one.id = kept(free_customer_id(book_, random_.chance(20) ? "c99" : one.name));
    one.call_me = maybe();
    one.company = maybe(20);
    one.phone = ways();
    one.email = ways();
    if (random_.chance(30)) one.tags = Texts{text(), text()};
    if (!book_.staff.empty() && random_.chance(40))
      one.owner = static_cast<StaffIndex>(random_.below(book_.staff.size()));
    if (!book_.policy.tiers.empty() && random_.chance(40))
      one.tier = static_cast<std::uint32_t>(random_.below(book_.policy.tiers.size()));
    if (random_.chance(30)) one.every = Cadence{Duration{2, Unit::week}};
    if (random_.chance(10)) {
      one.every = Cadence{std::nullopt};
      one.because = text();
    }
    if (random_.chance(30)) one.since = day();
    if (random_.chance(30)) {
      using namespace std::chrono;
      one.birthday = YearlyDate{std::nullopt, February / 29};
      if (random_.chance(50)) one.birthday->year = std::chrono::year{1984};
    }
    if (!book_.customers.empty() && random_.chance(30))
      one.referred_by = static_cast<CustomerIndex>(random_.below(book_.customers.size()));
    for (std::size_t i = random_.below(3); i > 0; --i) {
      Contact contact{};
      contact.name = text();
      one.contacts.push_back(contact);
    }
    if (random_.chance(20)) {
      OwnPlan plan{};
      plan.what = text();
      plan.from = day();
      if (random_.chance(50)) plan.every = Duration{6, Unit::month};
      if (random_.chance(30)) plan.how = Channel::visit;
      one.plans.push_back(plan);
    }
    return one;
  }

  /// One of their own, learned later; under a name that nobody else has.
  Plan plan() {
    Plan one{};
    one.whose = book_.customers[who_].id;
    one.what = kept(std::string{text()} + " again " + std::to_string(random_.below(1'000'000)));
    one.from = day();
    if (random_.chance(50)) one.every = Duration{6, Unit::month};
    if (random_.chance(30)) one.until = day();
    one.on = when();
    one.by = by();
    return one;
  }

  Purchase purchase() {
    Purchase one{};
    one.customer = who_;
    one.on = when();
    one.what = text();
    if (random_.chance(50)) one.amount = static_cast<double>(random_.below(100'000'000)) / 100;
    if (random_.chance(5)) one.amount = 1e22;
    one.currency = maybe(30);
    one.by = by();
    return one;
  }

  template <class Dated>
  std::optional<std::uint32_t> unambiguous(const std::vector<Dated>& all) {
    if (all.empty()) return std::nullopt;
    const auto index = static_cast<std::uint32_t>(random_.below(all.size()));
    const Dated& one = all[index];
    if (one.customer != who_ || one.id.empty() || std::ranges::count(all, one.id, &Dated::id) > 1)
      return std::nullopt;
    return index;
  }

  Touch touch() {
    constexpr Channel channels[] = {Channel::call, Channel::gift, Channel::text};
    Touch one{};
    one.customer = who_;
    one.on = when();
    const auto& contacts = book_.customers[who_].contacts;
    if (!contacts.empty() && random_.chance(50)) {
      const Text name = random_.one_of(contacts).name;
      one.contact = static_cast<std::uint32_t>(std::ranges::find(contacts, name, &Contact::name) -
                                               contacts.begin());
    }
    one.by = by();
    if (random_.chance(70)) one.how = random_.one_of(channels);
    one.reached = random_.chance(80);
    one.from_them = random_.chance(30);
    one.said = maybe();
    one.heard = maybe();
    one.thanked = maybe(20);
    for (std::size_t i = random_.below(3); i > 0; --i) one.greeted.push_back(text());
    one.wow = maybe(20);
    if (random_.chance(30)) one.mood = Mood::strained;
    one.request = unambiguous(book_.requests.all);
    if (one.request && random_.chance(60)) {
      one.outcome = random_.chance(50) ? Outcome::done : Outcome::alternative;
      if (one.outcome == Outcome::alternative) one.offered = text();
      if (random_.chance(30)) one.answer = Answer::refused;
    }
    if (one.request && random_.chance(30)) one.waiting = text();
    one.promise = unambiguous(book_.promises.all);
    return one;
  }

  Request request() {
    Request one{};
    one.customer = who_;
    one.what = text();
    one.asked = when();
    one.id = kept(free_request_id(book_, book_.customers[who_].id, one.asked->day));
    one.by = by();
    one.urgent = random_.chance(30);
    if (random_.chance(40)) one.due = when();
    return one;
  }

  Promise promise() {
    Promise one{};
    one.customer = who_;
    one.what = text();
    one.due = when();
    one.made = day();
    one.id = kept(free_promise_id(book_, book_.customers[who_].id, one.due->day));
    one.by = by();
    one.replaces = unambiguous(book_.promises.all);
    return one;
  }

  Snooze snooze() {
    Snooze one{};
    one.customer = who_;
    one.on = when();
    one.until = day();
    one.because = text();
    one.by = by();
    one.all = random_.chance(30);
    return one;
  }

  Record ready() {
    const auto& events = book_.customers[who_].events;
    if (events.empty()) return snooze();
    Ready one{};
    one.customer = who_;
    one.on = when();
    one.what = random_.one_of(events).what;
    one.by = by();
    return one;
  }

  template <class Learned>
  void learn(Learned& one) {
    one.customer = who_;
    if (random_.chance(70)) one.on = when();
    one.by = by();
  }

  LearnedContact contact() {
    LearnedContact one{};
    learn(one);
    one.name = text();
    one.role = maybe();
    one.phone = ways();
    if (random_.chance(30)) one.left = day();
    return one;
  }

  LearnedEvent event() {
    LearnedEvent one{};
    learn(one);
    one.what = text();
    one.date = {std::chrono::year{2020}, std::chrono::February / 29};
    one.yearly = random_.chance(70);
    if (random_.chance(30)) one.prepare = Duration{3, Unit::working_day};
    return one;
  }

  Fact fact() {
    Fact one{};
    learn(one);
    const auto& contacts = book_.customers[who_].contacts;
    const bool is_of_contact = !contacts.empty() && random_.chance(40);
    one.phone = ways();
    one.notes = maybe();
    if (random_.chance(30)) one.likes = {text(), text()};
    if (is_of_contact) {
      const Text name = random_.one_of(contacts).name;
      one.contact = static_cast<std::uint32_t>(std::ranges::find(contacts, name, &Contact::name) -
                                               contacts.begin());
      one.role = maybe();
      if (random_.chance(30)) one.left = day();
      return one;
    }
    one.name = maybe(20);
    if (random_.chance(20)) one.tags = Texts{text(), text()};
    if (random_.chance(10)) one.tags = Texts{};
    if (!book_.staff.empty() && random_.chance(40))
      one.owner = static_cast<StaffIndex>(random_.below(book_.staff.size()));
    if (random_.chance(20)) one.every = Cadence{Duration{3, Unit::week}};
    if (random_.chance(20)) one.mood = Mood::strained;
    if (random_.chance(20)) one.status = Status::former;
    if (one.status && random_.chance(50)) one.died = day();
    return one;
  }

  Random& random_;
  Book& book_;
  CustomerIndex who_ = 0;
};

}  // namespace care::test
