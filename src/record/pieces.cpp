#include <care/record_several.hpp>
#include <care/text.hpp>

#include <algorithm>
#include <map>
#include <mutex>
#include <utility>

#include "record/seal.hpp"
#include "record/text.hpp"

namespace care {
namespace {

constexpr std::size_t piece_size = std::size_t{3} << 17;
/// So many that their text has the seal of many, however short their names are.
constexpr std::size_t fewest = 2000;
/// What stands before the addition is read with each of its pieces.
constexpr std::size_t largest_before = std::size_t{1} << 16;

constexpr std::string_view not_meant = "the record would not be read as it is meant";
constexpr std::string_view seal_to_come = "-----";
static_assert(seal_to_come.size() == seal_size);

std::size_t size_of(const std::vector<Source>& files) {
  std::size_t size = 0;
  for (const Source& one : files) size += one.text.view().size();
  return size;
}

/// About; of most, more than half is what keys are called.
std::size_t size_of(const Customer& customer) {
  constexpr std::size_t usual = 384;
  return usual + customer.notes.size();
}

bool have_ids_of_their_own(std::span<const Customer> customers) {
  std::vector<std::uint64_t> sums;
  sums.reserve(customers.size());
  for (const Customer& one : customers) sums.push_back(checksum(one.id));
  std::ranges::sort(sums);
  return std::ranges::adjacent_find(sums) == sums.end();
}

/// Hands on what comes in any order, one after the other.
template <class Piece>
class InOrder {
 public:
  explicit InOrder(std::function<void(const Piece&)> hand_on) : hand_on_{std::move(hand_on)} {}

  /// Whoever brings the next one hands on all that have come meanwhile; nobody else finds one while
  /// it is handed on.
  void add(std::size_t place, Piece piece) {
    std::unique_lock lock{mutex_};
    waiting_.emplace(place, std::move(piece));
    for (auto next = waiting_.extract(next_); !next.empty(); next = waiting_.extract(next_)) {
      lock.unlock();
      hand_on_(next.mapped());
      lock.lock();
      ++next_;
    }
  }

 private:
  std::function<void(const Piece&)> hand_on_;
  std::mutex mutex_;
  std::map<std::size_t, Piece> waiting_;
  std::size_t next_ = 0;
};

class Pieces {
 public:
  Pieces(const ManyCustomers& many, const std::function<void(std::string_view)>& hand_on)
      : many_{many},
        target_{many.files[many.file].text.view()},
        needed_{line_ends_needed(target_)},
        line_end_{line_end_of(target_)},
        in_order_{[&](const Piece& piece) {
          if (piece.is_to_be_sealed) seal_.add(piece.added());
          hand_on(piece.added());
        }} {
    added_.line = first_line_behind(target_);
  }

  AdditionInPieces add(const Together& together) {
    if (!have_ids_of_their_own(many_.customers)) {
      added_.wrong = not_meant;
      return std::move(added_);
    }
    const auto make_some = [this] {
      while (const auto range = next_range()) make(*range);
    };
    run_together(together, make_some, make_some);
    if (!wrong_.empty()) added_.wrong = wrong_.begin()->second;
    added_.seal = seal_.letters();
    return std::move(added_);
  }

 private:
  struct Range {
    std::size_t place = 0;
    std::span<const Customer> customers;
    bool is_last = false;
  };
  /// Behind the text of the file.
  struct Piece {
    FileText whole;
    std::size_t begin;
    bool is_to_be_sealed;
    [[nodiscard]] std::string_view added() const { return whole.view().substr(begin); }
  };

  std::optional<Range> next_range() {
    const std::lock_guard lock{mutex_};
    const auto rest = many_.customers.subspan(taken_);
    if (rest.empty()) return std::nullopt;
    std::size_t count = 0;
    for (std::size_t size = 0; count < rest.size() && size < piece_size; ++count) {
      size += size_of(rest[count]);
    }
    taken_ += count;
    return Range{places_++, rest.first(count), count == rest.size()};
  }

  void make(const Range& range) {
    std::string whole{target_};
    whole.reserve(target_.size() + piece_size + piece_size / 2);
    whole.append(needed_, '\n');
    const std::size_t records = whole.size();
    append_customers(whole, many_.before.book, range.customers);
    if (!range.is_last) whole += '\n';
    const bool is_first = range.place == 0;
    if (is_first) mark(whole, records);
    if (line_end_ != "\n") {
      whole = std::string{target_} + with_line_ends(whole.substr(target_.size()), line_end_);
    }
    const FileText text{std::move(whole)};
    if (const auto wrong = difference(text, range.customers)) {
      const std::lock_guard lock{mutex_};
      wrong_.emplace(range.place, *wrong);
    }
    // Line ends are needed before the first alone.
    const std::size_t begin =
        is_first ? target_.size() : target_.size() + needed_ * line_end_.size();
    in_order_.add(range.place, {text, begin, !is_first});
  }

  /// The first is sealed before its mark is there.
  void mark(std::string& whole, std::size_t records) {
    seal_.add(std::string_view{whole}.substr(target_.size()));
    const std::size_t header = whole.find('\n', records);
    whole.insert(header, std::string{addition_mark} + std::string{seal_to_come});
    added_.seal_at = needed_ * line_end_.size() + header - records + addition_mark.size();
  }

  [[nodiscard]] std::optional<std::string> difference(const FileText& whole,
                                                      std::span<const Customer> customers) const {
    std::vector<Source> files = many_.files;
    files[many_.file].text = whole;
    return care::difference(many_.before, read_book(files), customers, {}, {},
                            {many_.file, added_.line, 1});
  }

  const ManyCustomers& many_;
  std::string_view target_;
  std::size_t needed_;
  std::string_view line_end_;
  InOrder<Piece> in_order_;
  SealOfMany seal_;
  AdditionInPieces added_;
  std::mutex mutex_;
  std::size_t taken_ = 0, places_ = 0;
  std::map<std::size_t, std::string> wrong_;
};

}  // namespace

bool come_in_pieces(const ManyCustomers& many) {
  return many.customers.size() >= fewest && size_of(many.files) <= largest_before;
}

AdditionInPieces add_in_pieces(const ManyCustomers& many,
                               const std::function<void(std::string_view)>& hand_on,
                               const Together& together) {
  return Pieces{many, hand_on}.add(together);
}

}  // namespace care
