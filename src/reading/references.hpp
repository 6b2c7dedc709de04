#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <care/book.hpp>

#include "reading/ids.hpp"
#include "reading/problems.hpp"
#include "reading/toml.hpp"

namespace care::reading {

/// Finds what the ids and names in a book refer to. A reference that names nothing is told at its
/// own line and gives nothing.
///
/// Kinds of tables are read one after the other, those that others refer to first; so most
/// references are found at once. Those within one kind wait for its end (`resolve_…`).
class References {
 public:
  References(Book& book, Problems& problems) : book_{book}, problems_{problems} {}

  Ids staff_ids, customer_ids, request_ids, promise_ids;
  /// Tiers that stood in the policy but could not be read; all of them, where it is lost.
  std::vector<std::string_view> lost_tiers;
  bool policy_is_lost = false;

  [[nodiscard]] std::optional<StaffIndex> staff(const Node& value);
  [[nodiscard]] std::optional<std::uint32_t> tier(const Node& value);
  [[nodiscard]] std::optional<CustomerIndex> customer(const Node& value);
  [[nodiscard]] std::optional<std::uint32_t> contact(const Node& value, CustomerIndex customer);
  [[nodiscard]] std::optional<std::uint32_t> request(const Node& value, CustomerIndex customer);
  [[nodiscard]] std::optional<std::uint32_t> promise(const Node& value, CustomerIndex customer);
  /// Only tells: a `[[ready]]` that names no event is read all the same.
  void event(const Node& value, CustomerIndex customer);

  void book_owner_later(const Node& value);
  void backup_later(StaffIndex who, const Node& value);
  void referred_by_later(CustomerIndex who, const Node& value);
  void replaces_later(std::uint32_t promise, const Node& value);

  void resolve_staff();
  void resolve_referrals();
  void resolve_replaced();

 private:
  /// A reference within one kind of table: of whom, and what it says.
  struct Later {
    std::uint32_t of;
    Node value;
  };
  [[nodiscard]] Later later(std::uint32_t of, const Node& value) const;
  template <class Record>
  [[nodiscard]] std::optional<std::uint32_t> record(const Node& value, CustomerIndex customer,
                                                    Ids& ids, const std::vector<Record>& records,
                                                    bool is_promise);
  void no_such(std::string_view code, const Node& value, std::string_view kind,
               std::optional<std::string_view> near);
  void break_circles();

  Book& book_;
  Problems& problems_;
  std::optional<Later> book_owner_;
  std::vector<Later> backups_, referrals_, replaced_;
};

}  // namespace care::reading
