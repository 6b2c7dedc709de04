#include <care/book_compare.hpp>
#include <care/record.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <variant>
#include <vector>

namespace care {
namespace {

/// What is reported of a book: problems, or entries that could not be read. A new customer may end
/// some.
template <class One, class Same>
const One* first_new(const std::vector<One>& before, const std::vector<One>& after,
                     bool may_lack_some, bool& lacks_some, Same same_one) {
  auto old = before.begin();
  for (const One& one : after) {
    while (may_lack_some && old != before.end() && !same_one(*old, one)) ++old;
    if (old == before.end() || !same_one(*old, one)) return &one;
    ++old;
  }
  lacks_some = old != before.end() && !may_lack_some;
  return nullptr;
}

/// The advice may well change: the nearest id to a wrong one may be the new record's. What is wrong
/// with the text is a guess, which depends on what follows.
bool same_problem(const Problem& a, const Problem& b) {
  return a.severity == b.severity && a.code == b.code && a.at == b.at &&
         (a.code == "syntax" || a.what == b.what);
}

/// What an entry says of somebody unknown changes where that is the new customer.
bool same_unreadable(const Comparison& books, const Unreadable& a, const Unreadable& b) {
  return a.at == b.at && a.id == b.id && a.name == b.name &&
         (books.adds_customer || a.what == b.what);
}

bool unreadable_differ(const Comparison& books) {
  bool lacks_some = false;
  const auto same_one = [&](const Unreadable& a, const Unreadable& b) {
    return same_unreadable(books, a, b);
  };
  return first_new(books.before.unreadable, books.after.unreadable, books.adds_customer, lacks_some,
                   same_one) != nullptr ||
         lacks_some;
}

/// The record of that kind that stands there.
template <class One>
std::optional<Record> read_at(const Book& book, const One& /*meant*/, Position at) {
  const std::vector<One>& all = list_of<One>(book);
  const auto found = std::ranges::find(all, at, [](const One& one) { return one.at; });
  if (found == all.end()) return std::nullopt;
  return *found;
}

std::optional<Record> record_at(const Book& book, const Record& meant, Position at) {
  return std::visit([&](const auto& one) { return read_at(book, one, at); }, meant);
}

}  // namespace

std::optional<std::string> difference(const Reading& before, const Reading& after,
                                      const Record& record, Position at) {
  const Comparison books{before.book, after.book, at, std::holds_alternative<Customer>(record)};
  bool lacks_some = false;
  const Problem* const problem =
      first_new(before.problems, after.problems, books.adds_customer, lacks_some, same_problem);
  if (problem != nullptr) {
    return fmt::format("{}: {}; write instead: {}", to_string(after.book, problem->at),
                       problem->what, problem->instead);
  }
  const std::optional<Record> read = record_at(after.book, record, at);
  if (!read || !says_the_same(books, record, *read))
    return "the record would not be read as it is meant";
  const bool entries_differ = unreadable_differ(books);
  if (lacks_some || entries_differ || !only_adds(books)) {
    return "what stands in the book already would be read in another way";
  }
  return std::nullopt;
}

Record as_read(const Book& book, const Record& meant, Position at) {
  return record_at(book, meant, at).value();
}

bool can_do_without(const Reading& without, const Reading& with, Position at) {
  const Comparison books{without.book, with.book, at, false};
  bool lacks_some = false;
  return first_new(without.problems, with.problems, false, lacks_some, same_problem) == nullptr &&
         !lacks_some && !unreadable_differ(books) && only_adds(books);
}

}  // namespace care
