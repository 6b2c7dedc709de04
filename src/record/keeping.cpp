#include <care/record.hpp>

#include <optional>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include <care/book_fields.hpp>

namespace care {
namespace {

/// Calls `use` with each text of a record, of its sub-tables and lists too.
template <class Value, class Use>
void each_text(Value& value, const Use& use) {
  if constexpr (std::is_same_v<std::remove_const_t<Value>, Text>) {
    use(value);
  } else if constexpr (std::is_same_v<std::remove_const_t<Value>, Texts>) {
    std::vector<Text> all{value.begin(), value.end()};
    for (Text& one : all) use(one);
    if constexpr (!std::is_const_v<Value>) value = Texts{all};
  } else if constexpr (std::is_same_v<std::remove_const_t<Value>, Extra>) {
    use(value.key);
    use(value.value);
  } else if constexpr (field_count<std::remove_const_t<Value>> > 0) {
    each_field<std::remove_const_t<Value>>(
        [&](const auto& field) { each_text(value.*field.member, use); });
  } else if constexpr (requires { value->begin(); }) {
    if (value) each_text(*value, use);
  } else if constexpr (requires { value.begin(); }) {
    for (auto& one : value) each_text(one, use);
  }
}

}  // namespace

Record kept(Book& book, Record record) {
  const auto keep = [&](Text& text) {
    if (!book.texts->holds(text)) text = book.texts->keep(text);
  };
  std::visit([&](auto& one) { each_text(one, keep); }, record);
  return record;
}

bool is_kept(const Book& book, const Record& record) {
  bool all = true;
  const auto check = [&](Text text) { all = all && book.texts->holds(text); };
  std::visit([&](const auto& one) { each_text(one, check); }, record);
  return all;
}

}  // namespace care
