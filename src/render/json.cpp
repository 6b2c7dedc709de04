#include "render/json.hpp"
#include <care/render.hpp>
#include <care/text.hpp>
#include "render/escape.hpp"
#include "render/words/entries.hpp"
#include "render/words/people.hpp"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <iterator>

namespace care {
namespace {

void write_last(const Touch* last, JsonObject& object) {
  if (last == nullptr) return;
  JsonObject inner{object.open("last")};
  inner.text("on", iso(last->on));
  if (last->how) inner.text("how", word(*last->how));
  inner.text("heard", last->heard);
}

void write_entry_of(const Agenda& agenda, const Entry& entry, JsonObject& object) {
  if (agenda.range) object.text("day", iso(entry.day));
  write_entry(*agenda.book, entry, object);
}

}  // namespace

JsonObject::JsonObject(std::string& out) : out_(out) { out_ += '{'; }

JsonObject::~JsonObject() { out_ += '}'; }

void JsonObject::key(std::string_view key) {
  if (!first_) out_ += ',';
  first_ = false;
  out_ += '"';
  out_ += key;
  out_ += "\":";
}

void JsonObject::text(std::string_view name, std::string_view value) {
  if (value.empty()) return;
  key(name);
  append_json(out_, value);
}

void JsonObject::number(std::string_view name, std::int64_t value) {
  key(name);
  constexpr std::size_t longest = 20;
  std::array<char, longest> digits{};
  const auto end = std::to_chars(digits.begin(), digits.end(), value).ptr;
  out_.append(digits.begin(), end);
}

void JsonObject::real(std::string_view name, double value) {
  key(name);
  fmt::format_to(std::back_inserter(out_), "{}", value);
}

void JsonObject::decimal(std::string_view name, double value) {
  key(name);
  fmt::format_to(std::back_inserter(out_), "{:.4f}", value);
}

void JsonObject::flag(std::string_view name, bool value) {
  key(name);
  out_ += value ? "true" : "false";
}

void JsonObject::texts(std::string_view name, const std::vector<std::string>& values) {
  std::string_view before = "[";
  key(name);
  if (values.empty()) out_ += before;
  for (const std::string& value : values) {
    out_ += before;
    append_json(out_, value);
    before = ",";
  }
  out_ += ']';
}

void JsonObject::cell(std::string_view name, const Cell& cell) {
  if (const auto* value = std::get_if<std::string>(&cell)) text(name, *value);
  if (const auto* value = std::get_if<double>(&cell)) open(name) += cell_text(*value);
  if (const auto* value = std::get_if<bool>(&cell)) flag(name, *value);
  if (const auto* value = std::get_if<std::vector<std::string>>(&cell)) texts(name, *value);
}

std::string& JsonObject::open(std::string_view name) {
  key(name);
  return out_;
}

std::string& JsonObject::open_named(std::string_view name) {
  if (!first_) out_ += ',';
  first_ = false;
  append_json(out_, name);
  out_ += ':';
  return out_;
}

void write_item(const Item& item, JsonObject& object) {
  object.text("kind", word(item.kind));
  object.number("class", number_of(item.urgency));
  object.text("when", word(item.when));
  object.text("due", iso(item.due));
  object.text("act", iso(item.act));
  object.number("days_late", item.days_late);
  if (item.follow_up) object.real("ratio", item.follow_up->ratio.value());
  object.text("what", item.what);
  object.text("person", item.person);
  if (item.years) object.number("years", *item.years);
  object.text("id", item.id);
  object.text("plan", item.plan);
  if (item.step > 0) {
    object.number("step", item.step);
    object.number("steps", item.steps);
  }
  object.text("rule", rule_of(item.kind));
}

void write_entry(const Book& book, const Entry& entry, JsonObject& object) {
  if (entry.unreadable != nullptr) {
    object.text("id", entry.unreadable->id);
    object.text("name", entry.unreadable->name);
  } else {
    const Customer& customer = as_of(book, *entry.customer, entry.day);
    object.text("id", customer.id);
    object.text("name", customer.name);
    object.text("call_me", address_of(customer, entry.day));
    object.text("company", customer.company);
    const Contact* contact = first_contact(customer, entry.day);
    const bool is_theirs = customer.phone.empty() && contact != nullptr;
    object.text("phone", first_of(is_theirs ? contact->phone : customer.phone));
    object.text("email", first_of(customer.email));
    if (contact != nullptr) object.text("contact", contact->name);
    object.text("owner", staff_id(book, entry.owner));
    object.text("for", staff_id(book, entry.stands_for));
    object.text("escalated_to", staff_id(book, entry.escalated_to));
    object.flag("strained", entry.strained);
    write_last(entry.last, object);
    if (entry.thank_for) object.text("thank_for", to_string(*entry.thank_for));
    object.text("value", entry.value);
  }
  object.texts("hints", hints_of(book, entry));
  object.objects("items", entry.items, "", write_item);
}

void write_problems(const Book& book, std::span<const Problem> problems, JsonObject& object) {
  object.objects("problems", problems, "", [&](const Problem& problem, JsonObject& inner) {
    inner.text("severity", word(problem.severity));
    inner.text("code", problem.code);
    if (problem.at.file < book.files.size()) inner.text("file", book.files[problem.at.file]);
    inner.number("line", problem.at.line);
    inner.number("column", problem.at.column);
    inner.text("what", problem.what);
    inner.text("instead", problem.instead);
  });
}

std::string render_json(const AgendaPage& page, const Style& /*style*/) {
  constexpr std::size_t usual_entry = 640;
  const Agenda& agenda = page.agenda;
  std::string out;
  out.reserve(usual_entry * (agenda.entries.size() + 1));
  {
    JsonObject object{out};
    object.number("schema", 1);
    object.text("book", agenda.book->name);
    object.text("now", iso(agenda.now));
    object.text("from", iso(agenda.from));
    object.text("to", iso(agenda.to));
    object.objects("entries", agenda.entries, "\n", [&](const Entry& entry, JsonObject& inner) {
      write_entry_of(agenda, entry, inner);
    });
    {
      JsonObject hidden{object.open("hidden")};
      hidden.number("snoozed", agenda.hidden.snoozed);
      hidden.number("waiting", agenda.hidden.waiting);
      hidden.number("capped", agenda.hidden.capped);
      hidden.number("do_not_contact", agenda.hidden.do_not_contact);
      hidden.number("other_owners", agenda.hidden.other_owners);
    }
    write_problems(*agenda.book, page.problems, object);
  }
  out += '\n';
  return out;
}

std::string render_json_lines(const AgendaPage& page, const Style& /*style*/) {
  std::string out;
  for (const Entry& entry : page.agenda.entries) {
    {
      JsonObject object{out};
      write_entry_of(page.agenda, entry, object);
    }
    out += '\n';
  }
  return out;
}

std::string problems_json(const Book& book, const std::vector<Problem>& problems) {
  std::string out;
  {
    JsonObject object{out};
    object.number("schema", 1);
    write_problems(book, problems, object);
  }
  return out + '\n';
}

}  // namespace care
