#include <care/record_several.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace care {
namespace {

constexpr std::size_t part_size = std::size_t{1} << 19;
/// What stands before the addition is read with each of its parts.
constexpr std::size_t largest_before = std::size_t{1} << 16;

/// Reads the files with this text behind one of them.
Reading read_with(std::vector<Source> files, std::uint32_t file, std::string_view added) {
  FileText& text = files[file].text;
  text = text.view().empty() ? FileText{nullptr, added}
                             : FileText{std::string{text.view()}.append(added)};
  return read_book(files);
}

std::size_t size_of(const std::vector<Source>& files) {
  std::size_t size = 0;
  for (const Source& one : files) size += one.text.view().size();
  return size;
}

bool have_own_ids(std::span<const Customer> customers) {
  std::vector<Text> ids;
  ids.reserve(customers.size());
  for (const Customer& one : customers) ids.push_back(one.id);
  std::ranges::sort(ids);
  return std::ranges::adjacent_find(ids) == ids.end();
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

}  // namespace

std::optional<std::string> difference(const Reading& before, const std::vector<Source>& files,
                                      std::uint32_t file, const Addition& addition,
                                      const std::vector<Customer>& customers,
                                      const std::vector<Touch>& touches,
                                      const std::vector<Record>& updates) {
  const Position at{file, addition.line, 1};
  const bool has_others = !touches.empty() || !updates.empty();
  if (has_others || addition.text.size() <= part_size || size_of(files) > largest_before) {
    return difference(before, read_with(files, file, addition.text), customers, touches, updates,
                      at);
  }
  if (!have_own_ids(customers)) return "the record would not be read as it is meant";
  const std::string_view start = std::string_view{addition.text}.substr(0, addition.text.find('['));
  std::span<const Customer> left = customers;
  std::string_view rest = addition.text;
  rest.remove_prefix(start.size());
  while (!rest.empty()) {
    const std::string text = std::string{start}.append(next_part(rest));
    const Reading after = read_with(files, file, text);
    const std::size_t read = after.book.customers.size() - before.book.customers.size();
    const std::span<const Customer> part = left.first(std::min(read, left.size()));
    if (auto wrong = difference(before, after, part, {}, {}, at)) return wrong;
    left = left.subspan(part.size());
  }
  if (!left.empty()) return "the record would not be read as it is meant";
  return std::nullopt;
}

}  // namespace care
