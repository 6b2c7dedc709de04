#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "reading/short_key.hpp"

namespace care::reading {

/// The ids of one kind of table, to find what a reference names.
class Ids {
 public:
  /// The texts of all of them, so that one can be offered where another is wrong; or of those alone
  /// that are too long to be compared without.
  enum class Keeps : std::uint8_t { all, few };
  explicit Ids(Keeps keeps = Keeps::all) : keeps_{keeps} {}

  void reserve(std::size_t count);
  /// False where something has that id already: then the first keeps it. The id's bytes must
  /// outlive this, if its text is kept.
  bool add(std::string_view id, std::uint32_t index);
  /// The same, but an id that is taken is not ambiguous from then on.
  bool add_new(std::string_view id, std::uint32_t index) {
    return add_new(ShortKey{id}, id, index);
  }
  /// The same; where the id is whole in its key and its text is not kept, it need not be there.
  bool add_new(const ShortKey& key, std::string_view id, std::uint32_t index);
  /// The id of something that could not be read: references to it are nobody's mistake.
  void add_lost(std::string_view id);

  /// The first that has the id.
  [[nodiscard]] std::optional<std::uint32_t> find(std::string_view id) const {
    return find(ShortKey{id}, id);
  }
  [[nodiscard]] std::optional<std::uint32_t> find(const ShortKey& key, std::string_view id) const;
  /// Prefetches what `find` will look at: a large book looks ids up at random.
  void prefetch(const ShortKey& key) const;
  void prefetch(std::string_view id) const { prefetch(ShortKey{id}); }
  /// Several go by the id.
  [[nodiscard]] bool is_ambiguous(std::string_view id) const;
  [[nodiscard]] bool is_lost(std::string_view id) const;
  [[nodiscard]] const std::unordered_set<std::string>& lost() const { return lost_; }
  /// The id that was most likely meant, for the first few dozen wrong ones: a book of thousands
  /// must not take minutes.
  [[nodiscard]] std::optional<std::string_view> nearest(std::string_view typed);

 private:
  /// What has an id; all within a slot, so that looking one up misses the cache once.
  struct Slot {
    ShortKey key;
    std::uint32_t index : 31 = 0;  ///< from 1; 0 = free
    std::uint32_t is_ambiguous : 1 = 0;
  };
  void make_slots(std::size_t ids);
  [[nodiscard]] bool is_full(std::size_t ids) const { return 2 * slots_.size() < 3 * ids + 4; }
  /// The slot of the id, or the free one where it belongs.
  [[nodiscard]] std::size_t slot_of(std::string_view id) const { return slot_of(ShortKey{id}, id); }
  /// The same; of an id that is whole in the key, the text is not read.
  [[nodiscard]] std::size_t slot_of(const ShortKey& key, std::string_view id) const;
  [[nodiscard]] const Slot* named(const ShortKey& key, std::string_view id) const;
  [[nodiscard]] std::string_view text_of(const Slot& slot) const {
    const std::size_t index = slot.index - 1;
    return index < texts_.size() ? texts_[index] : std::string_view{};
  }

  std::vector<Slot> slots_;
  std::size_t count_ = 0;
  std::vector<std::string_view> texts_;  ///< by index; empty where one has none that is kept
  Keeps keeps_;
  std::unordered_set<std::string> lost_;
  std::unordered_map<std::string, std::optional<std::string_view>> offered_;
  std::size_t looked_at_ = 0;
};

}  // namespace care::reading
