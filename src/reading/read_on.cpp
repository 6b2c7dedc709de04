#include <care/reading.hpp>

#include <algorithm>
#include <concepts>
#include <string>
#include <utility>

#include <care/text.hpp>

#include "reading/cutting.hpp"
#include "reading/mentions.hpp"
#include "reading/reader.hpp"
#include "reading/tables.hpp"
#include "reading/toml.hpp"

namespace care {
namespace reading {
namespace {

/// All texts of a table, at any depth.
void add_texts(const Node& node, std::vector<std::string_view>& texts) {
  if (node.kind == ValueKind::text) texts.push_back(node.text);
  for (const Node& inner : node) add_texts(inner, texts);
}

/// Those ids that a table may name with its texts, of which it has few.
template <class Record>
void know_ids(References& references, const std::vector<Record>& all,
              const std::vector<std::string_view>& texts) {
  constexpr std::size_t few = 16;
  Ids& ids = references.ids_of<Record>();
  const auto is_named = [&](Text id) {
    return texts.size() > few || std::ranges::any_of(texts, [&](std::string_view text) {
             return text.size() == id.size() && text.back() == id.back() && text == id;
           });
  };
  for (std::uint32_t i = 0; i < all.size(); ++i)
    if (!all[i].id.empty() && is_named(all[i].id)) (void)ids.add(all[i].id, i);
}

/// Puts the last record of all into the group of its customer; where others there are later, all
/// are grouped again.
template <class Record>
void group_last(Book& book) {
  if constexpr (requires(Record one) { one.on.day; }) {
    auto& [all, order, first] = std::get<Records<Record>&>(record_lists(book));
    const auto last = static_cast<std::uint32_t>(all.size() - 1);
    const std::size_t next = all[last].customer + std::size_t{1};
    const bool is_grouped = !first.empty() && order.size() == last;
    if (is_grouped && (first[next - 1] == first[next] ||
                       all[order[first[next] - 1]].on.day <= all[last].on.day)) {
      order.insert(order.begin() + first[next], last);
      for (std::size_t i = next; i < first.size(); ++i) ++first[i];
      return;
    }
  }
  group_records(book);
}

/// Adds a record that no other names: what has no id, and replaces nothing.
template <class Record>
bool add(Reader& in, const Node& root, Table table) {
  std::vector<Record>& list = list_of<Record>(in.book);
  const auto size = static_cast<std::uint32_t>(list.size());
  in.settled = size;
  read_root(in, root, table);
  if (in.problems.empty() && in.settled == size + 1) {
    // To its place in the order of the files.
    const auto place =
        std::ranges::upper_bound(list.begin(), list.end() - 1, list.back().at, {}, &Record::at);
    if (place == list.end() - 1) {
      group_last<Record>(in.book);
    } else {
      std::rotate(place, list.end() - 1, list.end());
      group_records(in.book);
    }
    return true;
  }
  list.erase(list.begin() + size, list.end());
  return false;
}

bool add_any(Reader& in, const Node& root, Table table) {
  return [&]<class... All>(Kinds<All...>) {
    const auto add_one = [&]<class Record>(Kinds<Record>) {
      if constexpr (changes_others<Record>) {
        return false;
      } else {
        return table == table_of<Record> && add<Record>(in, root, table);
      }
    };
    return (add_one(Kinds<All>{}) || ...);
  }(RecordKinds{});
}

}  // namespace
}  // namespace reading

bool read_on(Reading& reading, const Added& added) {
  using namespace reading;
  const std::string_view text = added.text;
  Blocks blocks = cut(text);
  if (!reading.line_ends[added.file] || blocks.all.size() != 1 || blocks.all[0].refused ||
      blocks.all[0].more != 0 || !blocks.conflicts.empty() || find_invalid_utf8(text))
    return false;
  blocks.all[0].line = added.line;
  std::string joined;
  Document document;
  if (document.parse(BlockText{blocks, blocks.all[0], joined}, added.file)) return false;
  Book& book = reading.book;
  Reader in{book};
  std::vector<std::string_view> texts;
  add_texts(document.root(), texts);
  know_ids(in.references, book.staff, texts);
  know_ids(in.references, book.customers, texts);
  know_ids(in.references, book.requests.all, texts);
  know_ids(in.references, book.promises.all, texts);
  return add_any(in, document.root(), blocks.all[0].table);
}

}  // namespace care
