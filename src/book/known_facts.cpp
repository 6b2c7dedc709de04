#include <care/book_fields.hpp>
#include <care/book_learned.hpp>
#include <care/text.hpp>

#include <algorithm>
#include <concepts>
#include <optional>
#include <vector>

namespace care {
namespace {

bool is_known(Text value, Text member) { return !value.empty() && value == member; }
bool is_known(const Texts& value, const Texts& member) { return !value.empty() && value == member; }
template <class Value, class Member>
requires std::same_as<Member, Value> || std::same_as<Member, std::optional<Value>>
bool is_known(const std::optional<Value>& value, const Member& member) {
  return value && member == *value;
}

/// Whether the key is one that says something of the customer or contact.
constexpr bool is_said(std::string_view key) {
  return key != "customer" && key != "contact" && key != "on" && key != "by";
}
/// What is more than a value that takes the place of another.
constexpr bool is_more(std::string_view key) {
  return key == "mood" || key == "notes" || key == "likes" || key == "died";
}

void take_out_likes(const Texts& of_target, Fact& fact, Fact& known) {
  std::vector<Text> fresh;
  for (const Text like : fact.likes) {
    const auto is_same = [&](Text one) { return equal_ignoring_case(one, like); };
    if (std::ranges::any_of(of_target, is_same)) {
      known.likes.push_back(like);
    } else {
      fresh.push_back(like);
    }
  }
  fact.likes = Texts{fresh};
}

template <class Target>
void take_out(const Target& target, Fact& fact, Fact& known) {
  each_field<Fact>([&](const auto& learned) {
    if (!is_said(learned.name) || is_more(learned.name)) return;
    auto& value = fact.*learned.member;
    each_field<Target>([&](const auto& own) {
      if constexpr (requires { is_known(value, target.*own.member); }) {
        if (own.name != learned.name || !is_known(value, target.*own.member)) return;
        known.*learned.member = value;
        value = {};
      }
    });
  });
  take_out_likes(target.likes, fact, known);
}

}  // namespace

Fact take_out_known(const Book& book, Fact& fact) {
  Fact known{};
  known.customer = fact.customer;
  known.contact = fact.contact;
  known.on = fact.on;
  const Customer& customer = as_of(book, fact.customer, fact.from());
  if (fact.contact) {
    take_out(customer.contacts[*fact.contact], fact, known);
  } else {
    take_out(customer, fact, known);
  }
  return known;
}

bool is_blank(const Fact& fact) {
  static const Fact blank{};
  bool says_nothing = true;
  each_field<Fact>([&](const auto& field) {
    if (is_said(field.name) && fact.*field.member != blank.*field.member) says_nothing = false;
  });
  return says_nothing;
}

Text lasting_because(const Book& book, CustomerIndex who, Date day) {
  const Customer& own = book.customers[who];
  Text lasting = own.status == Status::active ? own.because : Text{};
  for (const std::uint32_t i : book.facts.of(who)) {
    const Fact& fact = book.facts.all[i];
    if (fact.from() > day) break;
    const bool is_of_leaving = fact.status && *fact.status != Status::active;
    if (!fact.contact && !is_of_leaving && !fact.because.empty()) lasting = fact.because;
  }
  return lasting;
}

}  // namespace care
