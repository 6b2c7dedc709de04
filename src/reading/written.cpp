#include "reading/written.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>

namespace care::reading {

namespace {

/// What people call a key, and the key.
struct Synonym {
  std::string_view typed, key;
};
constexpr Synonym synonyms[] = {
    {"telephone", "phone"},
    {"tel", "phone"},
    {"mobile", "phone"},
    {"cell", "phone"},
    {"mail", "email"},
    {"e-mail", "email"},
    {"bday", "birthday"},
    {"born", "birthday"},
    {"birthdate", "birthday"},
    {"dob", "birthday"},
    {"nickname", "call_me"},
    {"nick", "call_me"},
    {"interval", "every"},
    {"frequency", "every"},
    {"note", "notes"},
    {"comment", "notes"},
    {"organisation", "company"},
    {"organization", "company"},
    {"title", "role"},
    {"job", "role"},
    {"channel", "how"},
    {"staff", "by"},
    {"date", "on"},
    {"deadline", "due"},
};

/// The key that is meant, where this table has it.
std::optional<std::string_view> key_meant(std::string_view typed,
                                          std::span<const std::string_view> known) {
  for (const Synonym& row : synonyms) {
    const bool has_key = std::ranges::find(known, row.key) != known.end();
    if (has_key && row.typed == typed) return row.key;
  }
  return nearest_of(typed, known);
}

}  // namespace

void unknown_key(Reader& in, const Node& value, std::span<const std::string_view> known,
                 std::string_view otherwise) {
  std::string instead{otherwise};
  if (const auto near = key_meant(value.key, known)) {
    instead = fmt::format("{} = …", *near);
  } else if (instead.empty()) {
    instead = fmt::format("one of {}", fmt::join(known, ", "));
  }
  in.problems.error("unknown-key", value.key_at,
                    fmt::format("no key is called {} here", in_quotes(value.key)),
                    std::move(instead));
}

void missing_key(Reader& in, Position at, const TableHead& table, std::string_view key,
                 std::string_view example) {
  in.problems.error("missing-key", at, fmt::format("this {} has no `{}`", table.noun, key),
                    fmt::format("{} = {}", key, example));
}

}  // namespace care::reading
