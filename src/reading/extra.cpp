#include <algorithm>

#include <fmt/format.h>

#include "reading/takes.hpp"

namespace care::reading {
namespace {

/// A value of `[customer.extra]` as a person reads it.
std::string readable(const Node& value) {
  switch (value.kind) {
    case ValueKind::text: return std::string{value.text};
    case ValueKind::integer: return fmt::format("{}", value.integer);
    case ValueKind::real: return fmt::format("{}", value.real);
    case ValueKind::boolean: return value.truth ? "true" : "false";
    case ValueKind::date: return iso(value.when.day);
    case ValueKind::moment:
    case ValueKind::offset_moment: return iso(value.when);
    case ValueKind::time: {
      const long minutes = value.when.time.value_or(std::chrono::minutes{0}).count();
      return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
    }
    default: break;
  }
  std::string list;
  for (const Node& element : value) {
    if (!list.empty()) list += ", ";
    if (value.kind == ValueKind::table) list += fmt::format("{}: ", element.key);
    list += readable(element);
  }
  return list;
}

struct PlacedExtra {
  Position at;
  Extra extra;
};

void flatten(Reader& in, const Node& table, const std::string& prefix,
             std::vector<PlacedExtra>& all) {
  for (const Node& value : table) {
    const std::string key = prefix + std::string{value.key};
    if (value.kind == ValueKind::table) {
      flatten(in, value, key + ".", all);
    } else {
      TextStore& texts = *in.book.texts;
      all.push_back({value.key_at, {texts.keep(key), texts.keep(readable(value))}});
    }
  }
}

}  // namespace

bool read_value(Reader& in, const Node& value, takes::Extra /*kind*/, Few<Extra>& member) {
  if (value.kind != ValueKind::table) {
    in.values.wrong_type(value, "a table", "{ coffee = \"black\" }");
    return false;
  }
  std::vector<PlacedExtra> placed;
  flatten(in, value, "", placed);
  std::ranges::stable_sort(placed, {}, &PlacedExtra::at);
  for (const PlacedExtra& one : placed) member.push_back(one.extra);
  return !member.empty();
}

}  // namespace care::reading
