#include <algorithm>

#include <fmt/format.h>

#include "reading/schema.hpp"

namespace care::reading {
namespace {

/// A value of `[customer.extra]` as a person reads it.
std::string readable(const Node& value) {
  switch (value.kind) {
    case Kind::text: return std::string{value.text};
    case Kind::integer: return fmt::format("{}", value.integer);
    case Kind::real: return fmt::format("{}", value.real);
    case Kind::boolean: return value.truth ? "true" : "false";
    case Kind::date: return iso(value.when.day);
    case Kind::moment:
    case Kind::offset_moment: return iso(value.when);
    case Kind::time: {
      const long minutes = value.when.time.value_or(std::chrono::minutes{0}).count();
      return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
    }
    default: break;
  }
  std::string list;
  for (const Node& element : value) {
    if (!list.empty()) list += ", ";
    if (value.kind == Kind::table) list += fmt::format("{}: ", element.key);
    list += readable(element);
  }
  return list;
}

struct ExtraDraft {
  Position at;
  Extra extra;
};

void flatten(Reader& in, const Node& table, const std::string& prefix,
             std::vector<ExtraDraft>& all) {
  for (const Node& value : table) {
    const std::string key = prefix + std::string{value.key};
    if (value.kind == Kind::table) {
      flatten(in, value, key + ".", all);
    } else {
      TextStore& texts = *in.book.texts;
      all.push_back({value.key_at, {texts.keep(key), texts.keep(readable(value))}});
    }
  }
}

}  // namespace

std::vector<Extra> read_extra(Reader& in, const Node& table) {
  std::vector<ExtraDraft> drafts;
  flatten(in, table, "", drafts);
  std::ranges::stable_sort(drafts, {}, &ExtraDraft::at);
  std::vector<Extra> all;
  all.reserve(drafts.size());
  for (const ExtraDraft& draft : drafts) all.push_back(draft.extra);
  return all;
}

}  // namespace care::reading
