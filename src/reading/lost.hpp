#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <care/book.hpp>

#include "reading/blocks.hpp"
#include "reading/references.hpp"

namespace care::reading {

/// What nobody may forget although it could not be read: becomes Book::unreadable.
class Lost {
 public:
  Lost(Book& book, References& references) : book_{book}, references_{references} {}

  /// A block that the parser refused, and all whose tables stand in it. Ids that can still be made
  /// out are taken note of, so that references to them are not reported one by one.
  void block(const BlockText& block, Table table, Position at);
  /// A customer whose id is missing, no id, or another's.
  void customer(Position at, std::string_view id, std::string_view name);
  /// A part of a sound block that says nothing as it stands: "the policy".
  void part(std::string_view what, Position at);

  /// An open request or promise that belongs to nobody known, or does not say what it is.
  struct OpenRecord {
    Table table;
    Position at;
    std::string customer;
    std::string id;
    std::string what;
  };
  void open_record(OpenRecord record);
  /// Another record of the same unknown customer ends it after all.
  void ended(Table table, std::string_view customer, std::string_view id);

  /// Moves all to the book, by position.
  void report();
  /// As if nothing had been lost.
  void clear() { unreadable_.clear(); }

 private:
  void table_of_block(std::string_view text, Table table, Position at);
  void lost_staff(std::string_view text, std::string_view id, Position at);
  static void lost_record(Ids& ids, std::string_view text, std::string_view date_key);
  void report_records();
  void report_open_records();
  void add(Position at, std::string_view id, std::string_view name, std::string what);

  Book& book_;
  References& references_;
  std::vector<Unreadable> unreadable_;
  std::map<std::pair<std::uint32_t, Table>, std::vector<std::uint32_t>> records_;
  std::vector<OpenRecord> open_;
  std::set<std::string> ended_;
};

/// The value of a key in a text that is not TOML: `acme` of a line `id = "acme"`, before the first
/// sub-table; empty where no such line is.
[[nodiscard]] std::string_view recovered(std::string_view text, std::string_view key);

}  // namespace care::reading
