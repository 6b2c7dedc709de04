#include "import/known.hpp"

#include <algorithm>

#include <care/text.hpp>

namespace care {
namespace {

constexpr std::string_view whatever_company = "\xff";
/// What nobody is called.
constexpr std::string_view given_to_nobody = "\xff";

}  // namespace

KnownPeople::KnownPeople(const Book& book, std::size_t expected, bool finds_all)
    : finds_all_{finds_all} {
  const std::size_t count = book.customers.size() + expected;
  constexpr std::size_t usual = 3;
  known_.reserve(count);
  given_.reserve(usual * count);
  by_reached_.reserve(usual * count);
  by_name_.reserve(count);
  const auto add_all = [&](const Customer& customer, std::uint32_t i) {
    add(identity_of(customer), {i, std::nullopt});
    const std::uint64_t name = sum_of(folded(customer.name));
    for (std::uint32_t j = 0; j < customer.contacts.size(); ++j) {
      const Identity contact = identity_of(customer.contacts[j], customer);
      add(contact, {i, j});
      // Files call by either name the firm that people are grouped by.
      put_name(by_name_, sum_of(contact.name, name), last());
    }
  };
  for (std::uint32_t i = 0; i < book.customers.size(); ++i) add_all(book.customers[i], i);
  for (const LearnedCustomer& one : book.learned) add_all(one.customer, one.who);
}

void KnownPeople::share(std::uint64_t sum, std::uint32_t first, std::uint32_t who) {
  constexpr std::size_t most = 32;
  if (!finds_all_ || first == who) return;
  std::vector<std::uint32_t>& all = sharers_[sum];
  if (all.empty()) all.push_back(first);
  if (all.size() < most) all.push_back(who);
}

void KnownPeople::put_name(SumTable& table, std::uint64_t sum, std::uint32_t who) {
  share(sum, table.put(sum, who).who, who);
}

std::vector<std::uint32_t> KnownPeople::all_at(const SumTable& table, std::uint64_t sum) const {
  const SumTable::Slot slot = table.at(sum);
  if (slot.sum == 0) return {};
  const auto shared = sharers_.find(sum);
  return shared == sharers_.end() ? std::vector{slot.who} : shared->second;
}

void KnownPeople::put_given(std::uint64_t reached, std::uint32_t who) {
  const Known& one = known_[who];
  if (one.is_nameless()) by_reached_and_given_.put(sum_of(reached, 0), who);
  for (std::uint32_t i = one.first_given; i < one.end_of_given; ++i) {
    by_reached_and_given_.put(sum_of(reached, given_[i]), who);
  }
}

/// Whoever had no name is called from now on as a row about them says.
void KnownPeople::call_nameless(const Identity& identity, const Known& called) {
  for (const std::uint64_t reached : identity.reached_by) {
    const SumTable::Slot slot = by_reached_.at(reached);
    if (slot.sum == 0) continue;
    Known& one = known_[slot.who];
    if (!one.is_nameless() || one.place != called.place) continue;
    one.first_given = called.first_given;
    one.end_of_given = called.end_of_given;
    for (const std::uint64_t each : reached_of_nameless_[slot.who])
      if (by_reached_.at(each).is_shared) put_given(each, slot.who);
  }
}

void KnownPeople::expect(const Identity& identity) const {
  for (const std::uint64_t reached : identity.reached_by) by_reached_.expect(reached);
  by_name_.expect(sum_of(identity.name, identity.company));
  by_name_alone_.expect(identity.name);
}

void KnownPeople::add(const Identity& identity, const KnownPlace& place, Said said) {
  const auto who = static_cast<std::uint32_t>(known_.size());
  const auto first = static_cast<std::uint32_t>(given_.size());
  given_.insert(given_.end(), identity.given.begin(), identity.given.end());
  // Whoever else is reached where only a row says so may not be found there next time.
  const bool is_nameless = identity.given.empty();
  if (is_nameless && said == Said::by_row) given_.push_back(sum_of(given_to_nobody));
  known_.push_back(
      {place, first, static_cast<std::uint32_t>(given_.size()), identity.has_own_name});
  if (!is_nameless) call_nameless(identity, known_.back());
  if (known_.back().is_nameless()) reached_of_nameless_[who] = identity.reached_by;
  for (const std::uint64_t reached : identity.reached_by) {
    SumTable::Slot& slot = by_reached_.put(reached, who);
    if (slot.who == who && !slot.is_shared) continue;
    share(reached, slot.who, who);
    if (!slot.is_shared) put_given(reached, slot.who);
    slot.is_shared = true;
    put_given(reached, who);
  }
  if (identity.name == 0) return;
  put_name(by_name_, sum_of(identity.name, identity.company), who);
  if (identity.reached_by.empty()) put_name(by_name_alone_, identity.name, who);
  if (finds_all_) put_name(by_any_name_, sum_of(identity.name, checksum(whatever_company)), who);
}

std::optional<KnownPlace> KnownPeople::reached_and_called(std::uint64_t reached,
                                                          std::uint64_t given) const {
  const SumTable::Slot slot = by_reached_.at(reached);
  if (slot.sum == 0) return std::nullopt;
  if (!slot.is_shared) {
    const Known& one = known_[slot.who];
    const bool is_meant = given == 0 ? one.is_nameless() : is_called(one, given);
    return is_meant ? std::optional{one.place} : std::nullopt;
  }
  const SumTable::Slot called = by_reached_and_given_.at(sum_of(reached, given));
  const bool is_gone = called.sum != 0 && given == 0 && !known_[called.who].is_nameless();
  return called.sum == 0 || is_gone ? std::nullopt : std::optional{place(called.who)};
}

bool KnownPeople::is_called(const Known& one, std::uint64_t given) const {
  const auto end = given_.begin() + one.end_of_given;
  return std::find(given_.begin() + one.first_given, end, given) != end;
}

std::vector<KnownPlace> KnownPeople::who_may_be(const Identity& identity) const {
  std::vector<KnownPlace> all;
  const auto add = [&](std::uint32_t who) {
    if (std::ranges::find(all, place(who)) == all.end()) all.push_back(place(who));
  };
  const auto add_reached = [&](const auto& is_meant) {
    for (const std::uint64_t reached : identity.reached_by) {
      for (const std::uint32_t who : all_at(by_reached_, reached)) {
        if (is_meant(known_[who])) add(who);
      }
    }
  };
  const auto may_be_called = [&](const Known& one) {
    return std::ranges::any_of(identity.given,
                               [&](std::uint64_t given) { return is_called(one, given); });
  };
  if (identity.given.empty()) {
    add_reached([](const Known&) { return true; });
  } else {
    add_reached([&](const Known& one) { return is_called(one, *identity.given.begin()); });
  }
  if (all.empty()) {
    add_reached([&](const Known& one) { return !one.has_own_name || may_be_called(one); });
  } else if (all.size() == 1 && !identity.given.empty()) {
    // Unless others are reached where this one is not.
    const KnownPlace named = all.front();
    for (const std::uint64_t reached : identity.reached_by) {
      const std::vector<std::uint32_t> there = all_at(by_reached_, reached);
      const auto is_named = [&](std::uint32_t who) { return place(who) == named; };
      if (std::ranges::any_of(there, is_named)) continue;
      for (const std::uint32_t who : there) {
        if (may_be_called(known_[who])) add(who);
      }
    }
  }
  if (!all.empty() || identity.name == 0) return all;
  if (identity.company != 0) {
    std::ranges::for_each(all_at(by_name_, sum_of(identity.name, identity.company)), add);
  } else if (identity.reached_by.empty()) {
    std::ranges::for_each(all_at(by_any_name_, sum_of(identity.name, checksum(whatever_company))),
                          add);
  } else {
    std::ranges::for_each(all_at(by_name_alone_, identity.name), add);
  }
  return all;
}

bool KnownPeople::covers(const Identity& identity, const KnownPlace& place) const {
  // Where all who may be meant are looked for, one more name leads to one more of them, and whoever
  // may be one of several is set aside.
  const bool counts_all = !finds_all_;
  const bool is_named =
      identity.name == 0 || by_name_.at(sum_of(identity.name, identity.company)).sum != 0;
  if (counts_all && !is_named) return false;
  return std::ranges::all_of(identity.reached_by, [&](std::uint64_t reached) {
    if (counts_all && identity.given.empty()) {
      const SumTable::Slot slot = by_reached_.at(reached);
      return slot.sum != 0 && this->place(slot.who) == place;
    }
    return std::ranges::all_of(identity.given, [&](std::uint64_t given) {
      return reached_and_called(reached, given) == place;
    });
  });
}

KnownPeople::Answer KnownPeople::find(const Identity& identity) const {
  const bool is_reached = std::ranges::any_of(
      identity.reached_by, [&](std::uint64_t one) { return by_reached_.at(one).sum != 0; });
  return is_reached ? find_reached(identity) : find_named(identity, std::nullopt);
}

KnownPeople::Answer KnownPeople::find_reached(const Identity& identity) const {
  // Whoever has the whole name comes before who has the given name alone.
  for (const std::uint64_t given : identity.given) {
    for (const std::uint64_t reached : identity.reached_by) {
      if (const auto same = reached_and_called(reached, given)) return {same, {}};
    }
  }
  std::optional<KnownPlace> shares;
  for (const std::uint64_t reached : identity.reached_by) {
    const SumTable::Slot slot = by_reached_.at(reached);
    if (slot.sum == 0) continue;
    if (!shares) shares = place(slot.who);
    if (identity.given.empty()) return {place(slot.who), {}};
    if (const auto same = reached_and_called(reached, 0)) return {same, {}};
  }
  return find_named(identity, shares);
}

KnownPeople::Answer KnownPeople::find_named(const Identity& identity,
                                            const std::optional<KnownPlace>& shares) const {
  if (identity.name == 0) return {{}, shares};
  const bool is_alone = identity.reached_by.empty() || identity.company != 0;
  const SumTable::Slot name = by_name_.at(sum_of(identity.name, identity.company));
  if (name.sum != 0 && is_alone) return {place(name.who), {}};
  if (identity.company == 0) {
    const SumTable::Slot alone = by_name_alone_.at(identity.name);
    if (alone.sum != 0) return {place(alone.who), {}};
  }
  return {{}, shares};
}

}  // namespace care
