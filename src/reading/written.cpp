#include "reading/written.hpp"

#include <string>
#include <utility>

#include <fmt/format.h>

namespace care::reading {

void unknown_key(Reader& in, const Node& value, std::span<const std::string_view> known,
                 std::string_view otherwise) {
  std::string instead{otherwise};
  if (const auto near = nearest_of(value.key, known)) {
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
