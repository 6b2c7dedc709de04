#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include <care/book_quiet.hpp>
#include <care/reading.hpp>

#include "reading/drafts.hpp"
#include "reading/quiet_walk.hpp"

namespace care::reading {

struct Reader;

/// Texts of which there are few, however often each stands somewhere.
class FewTexts {
 public:
  using Number = std::uint32_t;
  /// The number of the text, a new one where it was not there yet; nothing where there are many.
  [[nodiscard]] std::optional<Number> number_of(std::string_view text);
  [[nodiscard]] const std::vector<std::string_view>& all() const { return all_; }

 private:
  std::vector<std::string_view> all_;
};

/// Customers and touches that were read and checked like any other, of which no more was kept than
/// facts (care/book_quiet.hpp). Who turns out not to be quiet is read once more, with all records.
///
/// Anything out of the ordinary ends it: then the book has to be read as a whole.
class QuietReading {
 public:
  QuietReading(Date today, QuietOn quiet_on) : dates_{today}, quiet_on_{std::move(quiet_on)} {}

  /// Makes a draft of the block that begins there; false where it is not plain.
  using DraftOf = std::function<bool(Table table, std::uint32_t file, LineStart start)>;

  [[nodiscard]] static bool takes(Table table);
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
  struct Block {
    std::uint32_t file, begin, line;
  };
  struct Person {
    Block block;
    std::uint32_t id_size;
    const char* id;
    QuietFacts facts;  ///< the tier is one of those that are named, until it is known
  };
  struct Contacted {
    Block block;
    std::uint32_t whom_size : 31;
    std::uint32_t is_quiet : 1;
    const char* whom;
    Date on;
  };

  template <class Facts>
  void add_all(QuietWalk& walk, const Where& where);
  std::optional<LineStart> add_one(Table table, Reader& in, DraftSlots& slots, const Where& where);
  void add(const QuietPerson& person, Block block);
  void add(const QuietTouch& touch, Block block);
  [[nodiscard]] bool are_known(Reader& in);
  void take_touches(const Ids& ids);
  void take_others(const Ids& ids, const AllDrafts& others);
  void wake_up(const Ids& ids, std::string_view id);

  QuietDates dates_;
  QuietOn quiet_on_;
  std::optional<QuietWalk> walk_;
  bool has_given_up_ = false;
  std::vector<Person> people_;
  std::vector<Contacted> touches_;
  std::vector<std::uint32_t> who_;  ///< of each touch
  std::size_t people_bytes_ = 0, touches_bytes_ = 0;
  FewTexts tiers_, staff_;
  std::vector<std::string_view> named_;  ///< customers whom others name as theirs
};

}  // namespace care::reading
