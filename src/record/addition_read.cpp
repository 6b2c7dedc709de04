#include <care/record_several.hpp>

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace care {
namespace {

constexpr std::size_t part_size = std::size_t{1} << 19;
/// What stands before the addition is read with each of its parts.
constexpr std::size_t largest_before = std::size_t{1} << 16;

/// Reads the files with these texts behind one of them.
Reading read_with(std::vector<Source> files, std::uint32_t file, std::string_view start,
                  std::string_view added) {
  FileText& text = files[file].text;
  std::string whole;
  whole.reserve(text.view().size() + start.size() + added.size());
  whole.append(text.view()).append(start).append(added);
  text = std::move(whole);
  return read_book(files);
}

std::size_t size_of(const std::vector<Source>& files) {
  std::size_t size = 0;
  for (const Source& one : files) size += one.text.view().size();
  return size;
}

/// Takes the next tables off what is left of the addition, some of about so many bytes.
std::string_view next_part(std::string_view& rest) {
  constexpr std::string_view border = "\n[[customer]]";
  std::size_t end = rest.size() > part_size ? rest.find(border, part_size) : std::string_view::npos;
  end = end == std::string_view::npos ? rest.size() : end + 1;
  const std::string_view part = rest.substr(0, end);
  rest.remove_prefix(end);
  return part;
}

/// Reads an addition in parts, each behind the book as it was, and finds in each the customers that
/// are meant.
class Parts {
 public:
  Parts(const Reading& before, const std::vector<Source>& files, Position at,
        std::string_view addition, std::span<const Customer> customers)
      : before_{before}, files_{files}, at_{at}, customers_{customers} {
    start_ = addition.substr(0, addition.find('['));
    addition.remove_prefix(start_.size());
    while (!addition.empty()) parts_.push_back({next_part(addition)});
    ids_.reserve(customers.size());
    for (std::size_t i = 0; i < customers.size(); ++i) ids_.emplace_back(customers[i].id, i);
    std::ranges::sort(ids_);
  }

  /// Half of the parts each.
  [[nodiscard]] std::optional<std::string> difference(const Together& together) {
    const auto same_id = [](const auto& a, const auto& b) { return a.first == b.first; };
    if (std::ranges::adjacent_find(ids_, same_id) != ids_.end()) return std::string{not_meant};
    const std::span<Part> all{parts_};
    const auto read_all = [this](std::span<Part> some) {
      for (Part& part : some) read(part);
    };
    const std::size_t half = all.size() / 2;
    run_together(
        together, [&] { read_all(all.first(half)); }, [&] { read_all(all.subspan(half)); });
    std::size_t next = 0;
    for (const Part& part : parts_) {
      if (part.wrong) return part.wrong;
      if (part.first != next) return std::string{not_meant};
      next += part.count;
    }
    if (next != customers_.size()) return std::string{not_meant};
    return std::nullopt;
  }

 private:
  static constexpr std::string_view not_meant = "the record would not be read as it is meant";

  struct Part {
    std::string_view text;
    std::size_t first = 0, count = 0;  ///< of the customers that are meant
    std::optional<std::string> wrong = {};
  };

  void read(Part& part) const {
    const Reading after = read_with(files_, at_.file, start_, part.text);
    const std::size_t before = before_.book.customers.size();
    part.count = after.book.customers.size() - std::min(before, after.book.customers.size());
    if (part.count > 0) part.first = place_of(after.book.customers[before].id);
    const std::size_t most = customers_.size() - std::min(part.first, customers_.size());
    const auto meant = customers_.subspan(customers_.size() - most, std::min(part.count, most));
    part.wrong = care::difference(before_, after, meant, {}, {}, at_);
  }

  /// Among those that are meant; behind them where it is of none.
  [[nodiscard]] std::size_t place_of(std::string_view id) const {
    const auto found = std::ranges::lower_bound(ids_, id, {}, &std::pair<Text, std::size_t>::first);
    return found != ids_.end() && found->first == id ? found->second : customers_.size();
  }

  const Reading& before_;
  const std::vector<Source>& files_;
  Position at_;
  std::span<const Customer> customers_;
  std::string_view start_;
  std::vector<Part> parts_;
  std::vector<std::pair<Text, std::size_t>> ids_;
};

}  // namespace

std::optional<std::string> difference(const Reading& before, const std::vector<Source>& files,
                                      std::uint32_t file, const Addition& addition,
                                      const std::vector<Customer>& customers,
                                      const std::vector<Touch>& touches,
                                      const std::vector<Record>& updates,
                                      const Together& together) {
  const Position at{file, addition.line, 1};
  const bool has_others = !touches.empty() || !updates.empty();
  if (has_others || addition.text.size() <= part_size || size_of(files) > largest_before) {
    return difference(before, read_with(files, file, {}, addition.text), customers, touches,
                      updates, at);
  }
  return Parts{before, files, at, addition.text, customers}.difference(together);
}

}  // namespace care
