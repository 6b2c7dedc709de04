#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <type_traits>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <care/book.hpp>

#include "reading/ids.hpp"
#include "reading/node.hpp"
#include "reading/problems.hpp"

namespace care::reading {

/// Finds what the ids and names in a book refer to. A reference that names nothing is reported at
/// its own line, and nothing is returned.
///
/// Kinds of tables are read one after the other, those that others refer to first; so most
/// references are found at once. Those within one kind wait for its end (`later`).
class References {
 public:
  References(Book& book, Problems& problems) : book_{book}, problems_{problems} {}

  [[nodiscard]] Book& book() { return book_; }

  Ids staff_ids, customer_ids, request_ids, promise_ids;
  /// Tiers that stood in the policy but could not be read; all of them, where it is lost.
  std::vector<std::string_view> lost_tiers;
  bool policy_is_lost = false;

  [[nodiscard]] std::optional<StaffIndex> staff(const Node& value);
  [[nodiscard]] std::optional<std::uint32_t> tier(const Node& value);
  [[nodiscard]] std::optional<CustomerIndex> customer(const Node& value);
  /// The same, of another customer than `of`.
  [[nodiscard]] std::optional<CustomerIndex> referrer(const Node& value, CustomerIndex of);
  [[nodiscard]] std::optional<std::uint32_t> contact(const Node& value, CustomerIndex customer);
  [[nodiscard]] std::optional<std::uint32_t> request(const Node& value, CustomerIndex customer);
  [[nodiscard]] std::optional<std::uint32_t> promise(const Node& value, CustomerIndex customer);
  /// Only reports: a `[[ready]]` that names no event is read all the same.
  void event(const Node& value, CustomerIndex customer);

  // The same without a word where the text names nothing, or nothing for sure: what a draft names.

  [[nodiscard]] std::optional<std::uint32_t> find_tier(std::string_view name);
  [[nodiscard]] std::optional<std::uint32_t> find_contact(std::string_view name,
                                                          CustomerIndex customer);
  [[nodiscard]] bool has_event(std::string_view what, CustomerIndex customer);
  template <class Record>
  [[nodiscard]] std::optional<std::uint32_t> find_own(std::string_view id, CustomerIndex customer) {
    const Ids& ids = ids_of<Record>();
    const auto found = ids.find(id);
    const bool is_own =
        found && !ids.is_ambiguous(id) && list_of<Record>(book_)[*found].customer == customer;
    return is_own ? found : std::nullopt;
  }
  template <class Record>
  [[nodiscard]] Ids& ids_of() {
    if constexpr (std::is_same_v<Record, Staff>) {
      return staff_ids;
    } else if constexpr (std::is_same_v<Record, Customer>) {
      return customer_ids;
    } else if constexpr (std::is_same_v<Record, Request>) {
      return request_ids;
    } else {
      return promise_ids;
    }
  }

  /// Remembers a reference within one kind of table: `resolve` is called for it at the end of the
  /// round, with the place of the record that has it.
  using Resolve = void (*)(References& references, std::uint32_t of, const Node& value);
  void later(std::uint32_t of, const Node& value, Resolve resolve);
  void resolve_later();
  /// What a record of this round refers to, as it was put off with `later`; empty where that is
  /// nothing.
  [[nodiscard]] std::string_view later_of(std::uint32_t of) const;

 private:
  Book& book_;
  struct Later {
    std::uint32_t of = 0;
    Node value;
    Resolve resolve = nullptr;
  };
  template <class Record>
  [[nodiscard]] std::optional<std::uint32_t> record(const Node& value, CustomerIndex customer);
  /// Names by what they are found: the few are looked through, the many have `Ids` of their own,
  /// made when first asked for.
  using Indexes = std::unordered_map<std::uint32_t, Ids>;
  template <class List, class Named>
  [[nodiscard]] std::optional<std::uint32_t> find_named(std::string_view text, const List& all,
                                                        Text Named::*name, Indexes& indexes,
                                                        std::uint32_t of);
  /// The name that was most likely meant.
  template <class List, class Named>
  [[nodiscard]] static std::optional<std::string_view> near_named(std::string_view text,
                                                                  const List& all,
                                                                  Text Named::*name,
                                                                  Indexes& indexes,
                                                                  std::uint32_t of);
  /// Promises that replace each other replace nothing.
  void break_circles();
  void no_such(std::string_view code, const Node& value, std::string_view kind,
               std::optional<std::string_view> near);

  Problems& problems_;
  Indexes contacts_, events_, tiers_;  ///< of each customer, of the policy
  /// Contacts of each customer by their names as `composed`.
  std::unordered_map<std::uint32_t, std::unordered_map<std::string, std::uint32_t>>
      composed_contacts_;
  /// Events of each customer that has many, as `name_key`.
  std::unordered_map<std::uint32_t, std::unordered_set<std::string>> event_keys_;
  std::vector<Later> later_;
};

}  // namespace care::reading
