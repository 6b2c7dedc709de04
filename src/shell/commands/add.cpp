#include <algorithm>
#include <functional>

#include "shell/commands/learning.hpp"

#include <care/text_ascii.hpp>
#include <care/text_blank.hpp>

namespace care {
namespace {

std::string digits_of(std::string phone) {
  std::erase_if(phone, std::not_fn(is_digit));
  return phone;
}

/// The same number, also where one of the two lacks the country's or the trunk's.
bool same_phone(std::string_view a, std::string_view b) {
  constexpr std::size_t telling = 7;
  const std::string x = digits_of(std::string{a});
  const std::string y = digits_of(std::string{b});
  if (x.size() < telling || y.size() < telling) return !x.empty() && x == y;
  constexpr std::size_t longest = 9;
  const std::size_t size = std::min({x.size(), y.size(), longest});
  return x.substr(x.size() - size) == y.substr(y.size() - size);
}

bool same_text(std::string_view a, std::string_view b) {
  return !a.empty() && folded(a) == folded(b);
}

/// What two have in common; empty where that says nothing.
std::string_view alike(const Customer& added, Text name, const Texts& phones, const Texts& emails) {
  for (const Text email : emails) {
    if (same_text(first_of(added.email), email)) return "mail address";
  }
  for (const Text phone : phones) {
    if (same_phone(first_of(added.phone), phone)) return "phone number";
  }
  if (same_text(added.name, name)) return "name";
  return {};
}

void refuse_duplicate(const Book& book, const Customer& added) {
  for (CustomerIndex who = 0; who < book.customers.size(); ++who) {
    const Customer& customer = as_of(book, who, *added.added);
    std::string_view common = alike(added, customer.name, customer.phone, customer.email);
    for (const Contact& contact : customer.contacts) {
      if (common.empty()) common = alike(added, contact.name, contact.phone, contact.email);
    }
    if (common.empty()) continue;
    refuse("{} ({}) has the same {}; if that is somebody else, add --yes",
           {shown(customer.id), shown(customer.name), common});
  }
}

void check_id(const Book& book, const std::string& id) {
  if (!is_customer_id(id)) {
    refuse("--id: \"{}\" is not an id; small letters, digits, . _ - (as {})",
           {shown(id), free_customer_id(book, id)});
  }
  const auto taken = std::ranges::find(book.customers, id, &Customer::id);
  if (taken != book.customers.end() ||
      std::ranges::find(book.claimed_ids, id) != book.claimed_ids.end()) {
    refuse("--id: {} is taken; {} is free", {shown(id), free_customer_id(book, id)});
  }
}

CustomerIndex referrer(const Book& book, const std::string& who) {
  try {
    return customer_named(book, who);
  } catch (const UsageError& error) {
    refuse("--referred-by: {}", {error.what()});
  }
}

/// A word of the name that was meant for an option.
void check_name(const std::vector<std::string>& words) {
  constexpr std::size_t shortest_phone = 5;
  for (const std::string& word : words) {
    if (word.find('@') != std::string::npos) {
      refuse("add: \"{0}\" is not part of a name; --email {0}", {shown(word)});
    }
    const bool is_number = word.find_first_not_of("+0123456789-/.() ") == std::string::npos;
    if (is_number && digits_of(word).size() >= shortest_phone) {
      refuse("add: \"{0}\" is not part of a name; --phone \"{0}\"", {shown(word)});
    }
  }
}

/// `care add NAME…`
struct Adding {
  std::vector<std::string> name;
  std::string id, referred_by;
  LearningOptions learned;
  bool although_alike = false;
  RecordOptions record;

  void declare(Options& options) {
    options.summary("A new customer");
    options.argument("NAME...", &name, "Their name");
    options.value("--id", "ID", &id, "What you will type; default: the first name, or all of it");
    learned.declare(options);
    options.value("--referred-by", "WHO", &referred_by, "The customer who sent them: thank them",
                  {Wanted::customer});
    options.flag("--yes", &although_alike, "Although somebody alike is in the book");
    record.declare(options);
    options.example("care add Acme Tower --call-me Maria --phone \"+1 602 555 0101\" --tier A");
    options.example("care add Søren Holm --birthday \"29 Feb\" --referred-by acme --since today");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    if (is_blank(joined(name)))
      refuse("add wants a name: care add \"Acme Tower\" --phone 555-0101");
    check_name(name);
    learned.check();
    return write_record(session, record, [&](Book& book, Moment now) { return made(book, now); });
  }

 private:
  [[nodiscard]] Customer made(Book& book, Moment now) const {
    const RecordContext context{book, 0, now, {day_of(now), std::nullopt}, {}};
    Customer customer{};
    customer.name = context.keep(joined(name));
    customer.added = day_of(now);
    learned.fill(context, customer);
    if (!referred_by.empty()) customer.referred_by = referrer(book, referred_by);
    if (!although_alike) refuse_duplicate(book, customer);
    if (!id.empty()) check_id(book, id);
    customer.id = context.keep(id.empty() ? short_customer_id(book, customer.name) : id);
    return customer;
  }
};

}  // namespace

CommandRow add_command() { return row<Adding>("add"); }

}  // namespace care
