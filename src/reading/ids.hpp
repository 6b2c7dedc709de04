#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace care::reading {

/// The ids of one kind of table, to find what a reference names.
class Ids {
 public:
  void reserve(std::size_t count);
  /// False where something has that id already: then the first keeps it. The id's bytes must
  /// outlive this.
  bool add(std::string_view id, std::uint32_t index);
  /// The id of something that could not be read: references to it are nobody's mistake.
  void add_lost(std::string_view id);

  /// The first that has the id.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const;
  /// Several go by the id.
  [[nodiscard]] bool is_ambiguous(std::string_view id) const;
  [[nodiscard]] bool is_lost(std::string_view id) const;
  [[nodiscard]] const std::unordered_set<std::string>& lost() const { return lost_; }
  /// The id that was most likely meant, for the first few dozen wrong ones: a book of thousands
  /// shall not take minutes.
  [[nodiscard]] std::optional<std::string_view> nearest(std::string_view typed);

 private:
  struct Named {
    std::uint32_t first;
    std::uint32_t count;
  };
  /// Where an id stands in `in_order_`, from 1 (0 = free slot), and enough of its hash to pass by
  /// most others without a look at their text.
  struct Slot {
    std::uint32_t place = 0;
    std::uint32_t hash = 0;
  };
  void make_slots(std::size_t ids);
  /// The slot of the id, or the free one where it belongs.
  [[nodiscard]] std::size_t slot_of(std::string_view id, std::uint32_t hash) const;
  [[nodiscard]] const Named* named(std::string_view id) const;

  // Flat, because a large book looks customers up at random, and each step through the nodes of a
  // map is a miss of the cache.
  std::vector<Slot> slots_;
  std::vector<std::string_view> in_order_;
  std::vector<Named> named_;  ///< in the same order
  std::unordered_set<std::string> lost_;
  std::unordered_map<std::string, std::optional<std::string_view>> offered_;
  std::size_t looked_at_ = 0;
};

}  // namespace care::reading
