#include <care/record.hpp>

#include <ostream>

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "reading/support.hpp"
#include "record/random_book.hpp"
#include "record/random_record.hpp"

using namespace care;
using namespace care::test;

namespace {

/// What a record says in words, so that it can be compared without the code that is tested.
std::vector<std::string> texts_of(const Customer& one) {
  std::vector<std::string> all{std::string{one.id}, std::string{one.name}, std::string{one.call_me},
                               std::string{one.company}, std::string{one.because}};
  for (const Text tag : one.tags) all.emplace_back(tag);
  for (const Text phone : one.phone) all.emplace_back(phone);
  for (const Text email : one.email) all.emplace_back(email);
  for (const Contact& contact : one.contacts) all.emplace_back(contact.name);
  return all;
}
std::vector<std::string> texts_of(const Purchase& one) {
  return {std::string{one.what}, std::string{one.currency}, std::string{one.by}};
}
std::vector<std::string> texts_of(const Touch& one) {
  std::vector<std::string> all{std::string{one.by},      std::string{one.said},
                               std::string{one.heard},   std::string{one.thanked},
                               std::string{one.offered}, std::string{one.wow},
                               std::string{one.waiting}};
  for (const Text greeted : one.greeted) all.emplace_back(greeted);
  return all;
}
std::vector<std::string> texts_of(const Request& one) {
  return {std::string{one.what}, std::string{one.id}, std::string{one.by}};
}
std::vector<std::string> texts_of(const Promise& one) {
  return {std::string{one.what}, std::string{one.id}, std::string{one.by}};
}
std::vector<std::string> texts_of(const Snooze& one) {
  return {std::string{one.because}, std::string{one.by}};
}
std::vector<std::string> texts_of(const Ready& one) {
  return {std::string{one.what}, std::string{one.by}};
}

std::vector<std::string> texts_of(const LearnedContact& one) {
  return {std::string{one.name}, std::string{one.role}, std::string{one.by}};
}
std::vector<std::string> texts_of(const LearnedEvent& one) {
  return {std::string{one.what}, std::string{one.by}};
}
std::vector<std::string> texts_of(const Fact& one) {
  std::vector<std::string> all{std::string{one.name}, std::string{one.role}, std::string{one.notes},
                               std::string{one.by}};
  for (const Text phone : one.phone) all.emplace_back(phone);
  for (const Text liked : one.likes) all.emplace_back(liked);
  for (const Text tag : one.tags.value_or(Texts{})) all.emplace_back(tag);
  return all;
}

std::vector<std::string> texts_of(const Plan& one) {
  return {std::string{one.whose}, std::string{one.what}, std::string{one.by}};
}

std::vector<std::string> texts_of(const Record& record) {
  return std::visit([](const auto& one) { return texts_of(one); }, record);
}

template <class List>
std::vector<std::string> texts_at(const List& list, Position at) {
  for (const auto& one : list)
    if (one.at == at) return texts_of(one);
  return {};
}

/// Without what records say of them: those may have waited for their customer.
std::vector<Customer> own_tables(std::vector<Customer> customers) {
  const auto keep_own = [](auto& list) {
    std::vector own(list.begin(), list.end());
    std::erase_if(own, [](const auto& one) { return one.is_learned; });
    list = {};
    for (const auto& one : own) list.push_back(one);
  };
  for (Customer& customer : customers) {
    keep_own(customer.contacts);
    keep_own(customer.events);
    keep_own(customer.plans);
  }
  return customers;
}

/// Of the record that was read there, whatever it is.
std::vector<std::string> texts_at(const Book& book, const Record& like, Position at) {
  switch (like.index()) {
    case 0: return texts_at(own_tables(book.customers), at);
    case 1: return texts_at(book.later_plans, at);
    case 2: return texts_at(book.purchases.all, at);
    case 3: return texts_at(book.touches.all, at);
    case 4: return texts_at(book.requests.all, at);
    case 5: return texts_at(book.promises.all, at);
    case 6: return texts_at(book.snoozes.all, at);
    case 7: return texts_at(book.readies.all, at);
    case 8: return texts_at(book.contacts.all, at);
    case 9: return texts_at(book.events.all, at);
    default: return texts_at(book.facts.all, at);
  }
}

std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines(1);
  for (const char c : text) {
    if (c == '\n') {
      lines.emplace_back();
    } else {
      lines.back() += c;
    }
  }
  return lines;
}

/// All line ends as git writes them out on Windows, or as it takes them in.
std::string converted(std::string_view text, bool to_crlf) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 2) == "\r\n") continue;
    if (text[i] == '\n' && to_crlf) out += '\r';
    out += text[i];
  }
  return out;
}

struct Count {
  int all = 0, sound = 0, refused = 0;
  int texts = 0, foreign = 0;
  std::size_t of_kind[std::variant_size_v<Record>] = {};
};

/// A book, a record, and the book with the record behind it.
struct Trial {
  std::vector<Source> old;
  std::size_t target;
  Reading before;
  Record record;
  Addition addition;

  Trial(Random& random, std::size_t unsound)
      : old{sources(random, unsound)},
        target{random.below(old.size())},
        before{read_book(old)},
        record{RandomRecord{random, before.book}.make()},
        addition{addition_to(old[target].text, record_text(before.book, record))} {}

  static std::vector<Source> sources(Random& random, std::size_t unsound) {
    std::vector<Source> all{{"a.toml", RandomBook{random, unsound}.text()}};
    if (unsound > 0 && random.chance(20))
      all.push_back({"b.toml", RandomBook{random, unsound}.text()});
    return all;
  }

  [[nodiscard]] std::string old_text() const { return std::string{old[target].text.view()}; }
  [[nodiscard]] std::string text() const { return old_text() + addition.text; }
  [[nodiscard]] std::vector<Source> longer() const {
    std::vector<Source> all = old;
    all[target].text = text();
    return all;
  }
  [[nodiscard]] Position at() const {
    return {static_cast<std::uint32_t>(target), addition.line, 1};
  }
};

/// One blank line before the record, the file's own line ends, and the record where it is said.
void check_layout(const Trial& trial) {
  const std::vector<std::string> lines = lines_of(trial.text());
  const std::size_t header = trial.addition.line - 1;
  REQUIRE(header < lines.size());
  const std::string table = "[[" + std::string{table_of(trial.record)} + "]]  # care ";
  CHECK(std::string_view{lines[header]}
            .substr(lines[header].starts_with("\xef") ? 3 : 0)
            .starts_with(table));
  if (header > 0)
    CHECK(lines[header - 1].find_first_not_of(" \t\r\xef\xbb\xbf") == std::string::npos);
  const std::string& old = trial.old_text();
  const auto last = old.rfind('\n');
  const bool is_crlf = last != std::string::npos && last > 0 && old[last - 1] == '\r';
  CHECK(converted(trial.addition.text, is_crlf) == trial.addition.text);
  CHECK(trial.addition.text.ends_with('\n'));
}

void check_undo(const Trial& trial, const Reading& after) {
  const std::string text = trial.text();
  const auto last = last_addition(text);
  REQUIRE(last.has_value());
  CHECK(last->is_intact);
  CHECK(last->begin == trial.old_text().size());
  CHECK(last->line == trial.addition.line);
  const bool is_named = std::holds_alternative<Customer>(trial.record) ||
                        std::holds_alternative<LearnedContact>(trial.record) ||
                        std::holds_alternative<LearnedEvent>(trial.record);
  const bool is_needed = is_named && trial.before.problems.size() != after.problems.size();
  CHECK(can_do_without(trial.before, after, trial.at()) == !is_needed);

  for (const bool to_crlf : {false, true}) {
    const std::string other = converted(text, to_crlf);
    const auto there = last_addition(other);
    REQUIRE(there.has_value());
    CHECK(there->is_intact);
    CHECK(other.substr(0, there->begin) == converted(trial.old_text(), to_crlf));
  }
}

/// Old records that named the new customer in vain are read now, with whatever else is wrong with
/// them: the one thing in a random book that keeps a record out of it.
bool is_named_in_vain(const Trial& trial) {
  const auto* const customer = std::get_if<Customer>(&trial.record);
  return customer != nullptr &&
         std::ranges::any_of(trial.before.problems, [&](const Problem& problem) {
           return problem.code == "no-such-customer" &&
                  problem.what.find("\"" + std::string{customer->id} + "\"") != std::string::npos;
         });
}

void count_texts(const Trial& trial, Count& count) {
  for (const std::string& text : texts_of(trial.record)) {
    if (text.empty()) continue;
    ++count.texts;
    if (std::ranges::any_of(text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
      ++count.foreign;
  }
}

void run(std::uint64_t seed, std::size_t unsound, Count& count) {
  Random random{seed};
  const Trial trial{random, unsound};
  const std::string text = trial.text();
  CAPTURE(seed);
  CAPTURE(text);
  ++count.all;
  if (trial.before.problems.empty()) ++count.sound;
  ++count.of_kind[trial.record.index()];
  count_texts(trial, count);

  check_layout(trial);
  const Reading after = read_book(trial.longer());
  const auto wrong = difference(trial.before, after, trial.record, trial.at());
  if (wrong && is_named_in_vain(trial)) {
    ++count.refused;
    return;
  }
  CHECK(wrong.value_or("") == "");
  CHECK(texts_at(after.book, trial.record, trial.at()) == texts_of(trial.record));
  if (unsound == 0) CHECK(told(after) == "");
  check_undo(trial, after);
}

}  // namespace

TEST_CASE("a record goes into any book, sound or not, and changes nothing that stands there") {
  Count count;
  for (std::uint64_t seed = 1; seed <= 4500; ++seed) {
    constexpr std::size_t unsound[] = {0, 3, 12};
    run(seed, unsound[seed % 3], count);
  }
  CHECK(count.sound > 1300);
  CHECK(count.refused < 10);
  CHECK(count.foreign * 10 > count.texts * 3);
  for (const std::size_t kind : count.of_kind) CHECK(kind > 50);
}

TEST_CASE("where nothing can be appended, that is told before anything is written") {
  const std::string record = "[[customer]]\nid = \"zen\"\nname = \"Zen\"\n";
  Customer zen{};
  zen.id = "zen";
  zen.name = "Zen";
  struct Row {
    std::string name;
    std::string text;
    std::string expected;
  };
  using namespace std::string_literals;
  const Row rows[] = {
      {"16 bits a character", "\xff\xfe[\0b\0o\0o\0k\0]\0\n\0"s,
       "the record would not be read as it is meant"},
      {"16 bits a character, the other way round", "\xfe\xff\0[\0b\0o\0o\0k\0]\0\n"s,
       "the record would not be read as it is meant"},
      {"half a Windows line end is its last byte", "[book]\nname = \"A\"\r",
       "what stands in the book already would be read in another way"},
      {"the record's id stands in it already", "[[customer]]\nid = \"zen\"\nname = \"Z\"\n",
       "book.toml:6:6: the customer of book.toml:1 has the id \"zen\" already; write instead: an "
       "id of its own"},
      {"old records of the new customer, with more wrong in them",
       "[[touch]]\ncustomer = \"zen\"\ncontact = \"Bo\"\non = 2026-11-02\n",
       "book.toml:3:11: no contact of this customer is called \"Bo\"; write instead: one that "
       "stands in the book, or add it there"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const Addition addition = addition_to(row.text, record);
    const Reading before = read_text(row.text);
    const Reading after = read_text(row.text + addition.text);
    CHECK(difference(before, after, zen, {0, addition.line, 1}).value_or("") == row.expected);
  }
}
