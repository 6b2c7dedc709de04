#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <care/agenda.hpp>
#include <care/book_format.hpp>

namespace care {

/// Writes one JSON object, member by member; closed when it goes out of scope. Members without a
/// value are left out.
class JsonObject {
 public:
  explicit JsonObject(std::string& out);
  ~JsonObject();
  JsonObject(const JsonObject&) = delete;
  JsonObject& operator=(const JsonObject&) = delete;

  void text(std::string_view name, std::string_view value);
  void number(std::string_view name, std::int64_t value);
  void real(std::string_view name, double value);
  /// With four decimals.
  void decimal(std::string_view name, double value);
  void flag(std::string_view name, bool value);
  void texts(std::string_view name, const std::vector<std::string>& values);
  /// What a key of a record holds.
  void cell(std::string_view name, const Cell& cell);
  /// A member whose value the caller writes.
  [[nodiscard]] std::string& open(std::string_view name);
  /// The same where the name is a text of the book.
  [[nodiscard]] std::string& open_named(std::string_view name);
  /// An array of objects, each of which `write` fills; `between` stands before each.
  template <class Range, class Write>
  void objects(std::string_view name, const Range& range, std::string_view between, Write write);

 private:
  void key(std::string_view key);

  std::string& out_;
  bool first_ = true;
};

template <class Range, class Write>
void JsonObject::objects(std::string_view name, const Range& range, std::string_view between,
                         Write write) {
  open(name) += '[';
  bool first = true;
  for (const auto& one : range) {
    if (!first) out_ += ',';
    first = false;
    out_ += between;
    JsonObject object{out_};
    write(one, object);
  }
  if (!first) out_ += between;
  out_ += ']';
}

void write_item(const Item& item, JsonObject& object);
/// A member `problems`.
void write_problems(const Book& book, std::span<const Problem> problems, JsonObject& object);
/// What an entry of a page holds.
void write_entry(const Book& book, const Entry& entry, JsonObject& object);

}  // namespace care
