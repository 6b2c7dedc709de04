#include <care/book_fields.hpp>
#include <care/record.hpp>
#include <care/render.hpp>
#include "render/json.hpp"
#include "render/words/plans.hpp"

#include <algorithm>
#include <iterator>
#include <span>
#include <variant>

// All about one customer, for programs.

namespace care {
namespace {

std::vector<std::string> strings(const Texts& texts) { return {texts.begin(), texts.end()}; }

void write_contact(const Contact& contact, JsonObject& object) {
  object.text("name", contact.name);
  object.text("call_me", contact.call_me);
  object.text("sounds_like", contact.sounds_like);
  object.text("role", contact.role);
  object.texts("phone", strings(contact.phone));
  object.texts("email", strings(contact.email));
  object.texts("likes", strings(contact.likes));
  if (contact.birthday) object.text("birthday", iso(*contact.birthday));
  object.text("notes", contact.notes);
  if (contact.left) object.text("left", iso(*contact.left));
}

/// All keys but those that stand above: whose it is, and when it was.
void write_keys(const Book& book, RecordRef record, JsonObject& object) {
  const auto keys = record_keys();
  const std::vector<Cell> values = record_values(book, record);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i] != "customer" && keys[i] != "on") object.cell(keys[i], values[i]);
  }
}

void write_happening(const Book& book, const Happening& happening, JsonObject& object) {
  object.text("on", iso(happening.on));
  object.text("kind", std::visit([]<class One>(const One*) { return table_head<One>.name; },
                                 happening.record));
  write_keys(book, happening.record, object);
}

void write_fact(const Book& book, const Fact& fact, JsonObject& object) {
  if (fact.on) object.text("on", iso(*fact.on));
  write_keys(book, &fact, object);
  object.text("file", book.files[fact.at.file]);
  object.number("line", fact.at.line);
}

/// The latest first, as on the page.
void write_learned(const Book& book, CustomerIndex who, JsonObject& object) {
  const auto facts = book.facts.of(who);
  const std::vector<std::uint32_t> latest{std::make_reverse_iterator(facts.end()),
                                          std::make_reverse_iterator(facts.begin())};
  object.objects("learned", latest, "", [&](std::uint32_t fact, JsonObject& inner) {
    write_fact(book, book.facts.all[fact], inner);
  });
}

void write_planned(const Planned& one, JsonObject& object) {
  object.text("plan", one.plan);
  if (one.step > 0) {
    object.number("step", one.step);
    object.number("steps", one.steps);
  }
  object.text("what", one.what);
  if (one.how) object.text("how", word(*one.how));
  if (one.every) object.text("every", spelled(*one.every));
  object.text("state", word(one.state));
  if (one.day) object.text("day", iso(*one.day));
  if (one.last) object.text("last", iso(*one.last));
}

/// What stands in their own table, and what has been learned of it since.
void write_file(const Book& book, const Customer& customer, JsonObject& object) {
  object.text("status", word(customer.status));
  object.text("because", customer.because);
  if (customer.died) object.text("died", iso(*customer.died));
  object.text("sounds_like", customer.sounds_like);
  object.texts("phones", strings(customer.phone));
  object.texts("emails", strings(customer.email));
  object.text("address", customer.address);
  if (customer.tier) object.text("tier", book.policy.tiers[*customer.tier].name);
  const Cadence& every = cadence_of(book, customer);
  object.text("every", every.period ? spelled(*every.period) : "never");
  object.texts("tags", strings(customer.tags));
  object.texts("likes", strings(customer.likes));
  object.text("notes", customer.notes);
  if (customer.since) object.text("since", iso(*customer.since));
  if (customer.birthday) object.text("birthday", iso(*customer.birthday));
  if (customer.referred_by) {
    object.text("referred_by", book.customers[*customer.referred_by].id);
  }
  object.objects("contacts", customer.contacts, "", write_contact);
  // Two keys may be called the same, so they are none of an object.
  object.objects("extra", customer.extra, "", [](const Extra& extra, JsonObject& inner) {
    inner.text("key", extra.key);
    inner.text("value", extra.value);
  });
}

/// The latest few, or all; and how many are older.
void write_history(const CallSheet& sheet, bool whole, JsonObject& object) {
  constexpr std::size_t few = 5;
  const std::size_t all = sheet.history.size();
  const std::size_t count = whole ? all : std::min(few, all);
  object.objects("history", std::span{sheet.history}.first(count), "",
                 [&](const Happening& happening, JsonObject& inner) {
                   write_happening(*sheet.book, happening, inner);
                 });
  object.number("older", static_cast<std::int64_t>(all - count));
}

}  // namespace

std::string sheet_json(const CallSheet& sheet, const Style& style) {
  const Book& book = *sheet.book;
  const Customer& customer = as_of(book, sheet.customer, day_of(sheet.now));
  std::string out;
  {
    JsonObject object{out};
    object.number("schema", 1);
    object.text("book", book.name);
    object.text("now", iso(sheet.now));
    write_entry(book, sheet.entry, object);
    write_file(book, customer, object);
    if (sheet.next) object.text("next", iso(sheet.next->day));
    const bool is_active = customer.status == Status::active;
    object.objects("plans", is_active ? planned(sheet) : std::vector<Planned>{}, "", write_planned);
    object.objects("ahead", sheet.ahead, "", write_item);
    write_history(sheet, style.whole_history, object);
    write_learned(book, sheet.customer, object);
  }
  return out + '\n';
}

}  // namespace care
