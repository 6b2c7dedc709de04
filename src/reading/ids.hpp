#pragma once

#include <array>
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
  /// The same, but an id that is taken is not ambiguous from then on.
  bool add_new(std::string_view id, std::uint32_t index);
  /// The id of something that could not be read: references to it are nobody's mistake.
  void add_lost(std::string_view id);

  /// The first that has the id.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const;
  /// Prefetches what `find` will look at: a large book looks ids up at random.
  void prefetch(std::string_view id) const;
  /// Several go by the id.
  [[nodiscard]] bool is_ambiguous(std::string_view id) const;
  [[nodiscard]] bool is_lost(std::string_view id) const;
  [[nodiscard]] const std::unordered_set<std::string>& lost() const { return lost_; }
  /// The id that was most likely meant, for the first few dozen wrong ones: a book of thousands
  /// must not take minutes.
  [[nodiscard]] std::optional<std::string_view> nearest(std::string_view typed);

 private:
  /// The start of an id and its size: all there is to most.
  struct Key {
    static constexpr std::size_t most = 11;
    explicit Key(std::string_view id);
    Key() = default;
    [[nodiscard]] std::uint32_t hash() const;
    friend bool operator==(const Key&, const Key&) = default;

    std::array<std::uint32_t, 3> words{};
  };
  /// What has an id; all within a slot, so that looking one up misses the cache once.
  struct Slot {
    Key key;
    std::uint32_t index : 31 = 0;  ///< from 1; 0 = free
    std::uint32_t is_ambiguous : 1 = 0;
  };
  void make_slots(std::size_t ids);
  /// The slot of the id, or the free one where it belongs.
  [[nodiscard]] std::size_t slot_of(std::string_view id) const;
  [[nodiscard]] const Slot* named(std::string_view id) const;

  std::vector<Slot> slots_;
  std::size_t count_ = 0;
  std::vector<std::string_view> texts_;  ///< by index; empty where one has no id
  std::unordered_set<std::string> lost_;
  std::unordered_map<std::string, std::optional<std::string_view>> offered_;
  std::size_t looked_at_ = 0;
};

}  // namespace care::reading
