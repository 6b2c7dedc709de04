#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <care/reading.hpp>

namespace care::test {

/// Reads a book of one file, `book.toml`.
inline Reading read_text(std::string_view text) {
  return read_book({{"book.toml", std::string{text}}});
}

/// What is wrong, one after the other: `syntax 3:7, bad-date 5:8`; of a book in several files with
/// the file's place in the book: `syntax 1/3:7`.
inline std::string told(const Reading& reading) {
  std::string all;
  for (const Problem& problem : reading.problems) {
    if (!all.empty()) all += ", ";
    all += std::string{problem.code} + " ";
    if (reading.book.files.size() > 1) all += std::to_string(problem.at.file) + "/";
    all += std::to_string(problem.at.line) + ":" + std::to_string(problem.at.column);
  }
  return all;
}

/// What stands in a book, counted: `acme zenith touches=2 unreadable=1`.
inline std::string left(const Book& book) {
  std::string all;
  for (const Customer& customer : book.customers)
    all += std::string{all.empty() ? "" : " "} + std::string{customer.id};
  const std::pair<std::string_view, std::size_t> counts[] = {
      {"staff", book.staff.size()},           {"purchases", book.purchases.all.size()},
      {"touches", book.touches.all.size()},   {"requests", book.requests.all.size()},
      {"promises", book.promises.all.size()}, {"snoozes", book.snoozes.all.size()},
      {"readies", book.readies.all.size()},   {"unreadable", book.unreadable.size()},
  };
  for (const auto& [name, count] : counts)
    if (count > 0) all += " " + std::string{name} + "=" + std::to_string(count);
  return all;
}

/// The lines that stand at the head of the agenda for what could not be read.
inline std::vector<std::string> unreadable(const Book& book) {
  std::vector<std::string> lines;
  for (const Unreadable& one : book.unreadable) lines.push_back(one.what);
  return lines;
}

using Lines = std::vector<std::string>;

}  // namespace care::test
