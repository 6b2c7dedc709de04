#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <care/book_quiet.hpp>
#include <care/reading.hpp>

#include "reading/drafts.hpp"
#include "reading/few_texts.hpp"
#include "reading/ids.hpp"
#include "reading/quiet_walk.hpp"
#include "reading/window.hpp"

namespace care::reading {

struct Reader;

/// Customers and touches that were read and checked like any other, of which no more was kept than
/// facts (care/book_quiet.hpp). Who turns out not to be quiet is read once more, with all records.
///
/// Anything out of the ordinary ends it: then the book has to be read as a whole.
class QuietReading {
 public:
  /// `wanted`: who is not quiet in any case; may be null, else it outlives this.
  QuietReading(Date today, QuietOn quiet_on, const MayBeWanted* wanted = nullptr)
      : dates_{today}, quiet_on_{std::move(quiet_on)}, wanted_{wanted} {}

  /// Makes a draft of the block with this text, which begins there; false where it is not plain.
  using DraftOf =
      std::function<bool(Table table, std::uint32_t file, LineStart start, std::string_view text)>;

  [[nodiscard]] static bool takes(Table table);

  /// Tables of this text come now; it stands in the file with that index.
  void begin_file(std::uint32_t index, const FileText& file, std::string_view text);
  /// Where a block begins, the text from there on, and how much comes in all.
  struct Where {
    std::uint32_t file;
    LineStart start;
    std::string_view text;
    std::size_t ahead;
  };
  /// Reads the block there and, where that is done in haste, those of the same kind behind it;
  /// where the last one ends, or nothing, and then it has given up.
  [[nodiscard]] std::optional<LineStart> add(Table table, Reader& in, DraftSlots& slots,
                                             const Where& where);
  void give_up() { has_given_up_ = true; }
  [[nodiscard]] bool has_given_up() const { return has_given_up_; }

  /// Makes drafts of everybody who is not quiet, once policy and staff are read; `in` is the reader
  /// of the book, `others` what else is drafted.
  void wake(Reader& in, const AllDrafts& others, const DraftOf& draft_of);

 private:
  static constexpr std::uint32_t nobody = std::numeric_limits<std::uint32_t>::max();

  /// Of the file that its place in the list says (PartOfFile).
  struct Block {
    std::uint32_t begin = 0, size = 0, line = 0;
  };
  struct Person {
    Block block;
    ShortKey id;
    QuietFacts facts;  ///< the tier is one of those that are named, until it is known
  };
  struct Contacted {
    Block block;
    std::uint32_t who = nobody;
  };
  /// A touch of which the customer is still to be found.
  struct Waiting {
    std::string_view whom;
    ShortKey key;
    std::uint32_t touch;
    Date on;
    bool is_quiet;
  };
  struct PartOfFile {
    std::uint32_t index;
    FileText file;
    std::string_view text;
    TextWindow window;
    std::size_t first_person, first_touch;
  };

  template <class Facts>
  void add_all(QuietWalk& walk, const Where& where);
  std::optional<LineStart> add_one(Table table, Reader& in, DraftSlots& slots, const Where& where);
  void add(const QuietPerson& person, Block block);
  void add(const QuietTouch& touch, Block block);
  [[nodiscard]] bool move(TextWindow& window, LineStart start);
  void know_people();
  void find_waiting();
  [[nodiscard]] bool take(const Waiting& touch);
  [[nodiscard]] bool are_known(Reader& in);
  [[nodiscard]] bool take_touches();
  void take_others(const AllDrafts& others);
  void wake_up(std::string_view id);
  template <class Item, class IsBusy>
  [[nodiscard]] std::vector<std::vector<Block>> busy_blocks(const std::vector<Item>& items,
                                                            std::size_t PartOfFile::*first,
                                                            const IsBusy& is_busy) const;
  void draft(Table table, const std::vector<std::vector<Block>>& blocks, const DraftOf& draft_of);

  QuietDates dates_;
  QuietOn quiet_on_;
  const MayBeWanted* wanted_;
  std::optional<QuietWalk> walk_;
  bool has_given_up_ = false;
  TextStore* texts_ = nullptr;  ///< the book's
  std::vector<PartOfFile> files_;
  std::vector<Person> people_;
  Ids ids_{Ids::Keeps::few};
  std::size_t known_ = 0;                   ///< so many people have their ids there
  std::vector<std::string_view> long_ids_;  ///< of those that have not, in their order
  std::vector<Contacted> touches_;
  /// Looked up several at a time, since what is looked up at random takes its time to come.
  std::array<Waiting, 16> waiting_{};
  std::size_t waiting_count_ = 0;
  std::vector<Waiting> unknown_;  ///< whose customer comes later
  std::size_t people_bytes_ = 0, touches_bytes_ = 0;
  FewTexts tiers_, staff_;
  std::vector<std::string_view> named_;  ///< customers whom others name as theirs
};

}  // namespace care::reading
