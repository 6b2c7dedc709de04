// A record behind any bytes at all: what stood there still stands and reads as before, and the
// record reads as it was meant, or nothing would be written.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <care/agenda.hpp>
#include <care/reading.hpp>
#include <care/record.hpp>
#include <care/render.hpp>
#include <care/report.hpp>
#include <care/text_blank.hpp>

#include "fuzz/fuzz.hpp"

using namespace care;
using namespace care::test;

namespace {

/// What an input says: the record's kind, its text, and behind the first line end the book.
struct Input {
  unsigned kind = 0;
  std::string_view text, book;
};

Input parse(std::string_view bytes) {
  Input input;
  if (bytes.empty()) return input;
  input.kind = static_cast<unsigned char>(bytes.front());
  bytes.remove_prefix(1);
  const std::size_t end = bytes.find('\n');
  input.text = bytes.substr(0, end);
  if (end != std::string_view::npos) input.book = bytes.substr(end + 1);
  return input;
}

Date today() { return *make_date(2026, 11, 23); }

Customer new_customer(Book& book, Text text) {
  Customer customer{};
  customer.name = text;
  customer.notes = text;
  customer.tags = {text, "west"};
  customer.birthday = YearlyDate{std::nullopt, {std::chrono::February, std::chrono::day{29}}};
  customer.since = today();
  Contact contact{};
  contact.name = text;
  customer.contacts.push_back(contact);
  customer.id = book.texts->keep(free_customer_id(book, text));
  return customer;
}

Touch new_touch(const Book& book, Text text) {
  Touch touch{};
  touch.on = When{today(), std::chrono::hours{8}};
  touch.said = touch.heard = touch.thanked = touch.wow = text;
  touch.greeted = {text, "birthday"};
  touch.how = Channel::letter;
  touch.mood = Mood::strained;
  touch.reached = false;
  touch.from_them = true;
  if (!book.customers[0].contacts.empty()) touch.contact = 0;
  return touch;
}

/// One of the kinds, of the book's first customer; a new one where it has none.
Record record_of(const Input& input, Book& book) {
  constexpr unsigned kinds = 10;
  const Text text = input.text;
  if (book.customers.empty()) return new_customer(book, text);
  const Text id = book.customers[0].id;
  switch (input.kind % kinds) {
    case 0: return new_customer(book, text);
    case 1: {
      Purchase purchase{};
      purchase.on = When{today(), std::nullopt};
      purchase.what = purchase.currency = text;
      purchase.amount = input.kind / 7.0;
      return purchase;
    }
    case 2: {
      Request request{};
      request.what = text;
      request.asked = When{today(), std::chrono::minutes{511}};
      request.urgent = input.kind > 100;
      request.id = book.texts->keep(free_request_id(book, id, today()));
      return request;
    }
    case 3: {
      Promise promise{};
      promise.what = text;
      promise.made = today();
      promise.due = When{today(), std::nullopt};
      promise.id = book.texts->keep(free_promise_id(book, id, today()));
      return promise;
    }
    case 4: {
      Snooze snooze{};
      snooze.on = When{today(), std::nullopt};
      snooze.until = today() + std::chrono::days{1};
      snooze.because = text;
      snooze.all = input.kind > 100;
      return snooze;
    }
    case 5: {
      if (book.customers[0].events.empty()) break;
      Ready ready{};
      ready.what = book.customers[0].events[0].what;
      ready.on = When{today(), std::nullopt};
      return ready;
    }
    case 6: {
      LearnedContact contact{};
      contact.name = contact.role = text;
      contact.phone = {text};
      return contact;
    }
    case 7: {
      LearnedEvent event{};
      event.what = event.gift = text;
      event.date = {std::nullopt, std::chrono::February / 29};
      return event;
    }
    case 8: {
      Fact fact{};
      fact.on = When{today() + std::chrono::days{input.kind}, std::nullopt};
      fact.name = fact.notes = text;
      fact.likes = {text};
      fact.tags = Texts{text};
      fact.mood = Mood::strained;
      return fact;
    }
    default: break;
  }
  return new_touch(book, text);
}

/// What was added can be taken back, to the byte.
void check_undo(std::string_view before, std::string_view after) {
  const auto last = last_addition(after);
  demand(last && last->is_intact, "what was added is recognised", after);
  demand(after.substr(0, last->begin) == before, "undo gives the old bytes", after);
}

/// What is said about the new record, as a command would.
void check_answer(const Book& before, const Reading& reading, const Record& record) {
  const auto now = Moment{today()} + std::chrono::hours{9};
  const Text id = customer_of(reading.book, record);
  const auto found = std::ranges::find(reading.book.customers, id, &Customer::id);
  demand(found != reading.book.customers.end(), "the customer is there");
  const auto who = static_cast<CustomerIndex>(found - reading.book.customers.begin());
  if (!std::holds_alternative<Touch>(record)) {
    Outlook ahead = outlook(reading.book, who, now);
    ahead.before = &before;
    demand_visible(render(ahead, std::span{&record, 1}, {}), "an answer");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Input input = parse(as_text(data, size));
  if (is_blank(input.text) || find_invalid_utf8(input.text)) return 0;  // no command takes those
  const std::string before_text{input.book};
  Reading before = read_book({{"book.toml", before_text}});
  const Record record = record_of(input, before.book);
  const std::string text = record_text(before.book, record);
  demand(!find_invalid_utf8(text), "a record is UTF-8", text);
  const Addition addition = addition_to(before_text, text);
  const std::string after_text = before_text + addition.text;
  const Reading after = read_book({{"book.toml", after_text}});
  const auto wrong = difference(before, after, record, Position{0, addition.line, 1});
  if (before.problems.empty()) demand(!wrong, "a sound book takes any record", wrong.value_or(""));
  if (wrong) return 0;
  demand(after.problems.size() <= before.problems.size(), "no problem is new");
  check_undo(before_text, after_text);
  check_answer(before.book, after, record);
  return 0;
}
