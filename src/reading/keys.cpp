#include "reading/keys.hpp"

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
                    fmt::format("no key is called {} here", quoted(value.key)), std::move(instead));
}

void missing_key(Reader& in, Position at, std::string_view table, std::string_view key,
                 std::string_view example) {
  in.problems.error("missing-key", at, fmt::format("this {} has no `{}`", table, key),
                    std::string{example});
}

void no_table(Reader& in, const Node& value, std::string_view path) {
  in.problems.error("wrong-type", value.at,
                    fmt::format("[[{}]] is a table, not {}", path, described(value)),
                    fmt::format("[[{}]]", path));
}

void single_brackets(Reader& in, const Node& value, std::string_view path) {
  in.problems.error("wrong-type", value.at,
                    "there can be several of these, so each has double brackets",
                    fmt::format("[[{}]]", path));
}

std::optional<StaffIndex> staff_member(Reader& in, const Node& value) {
  if (value.kind == Kind::text) return in.references.staff(value);
  in.values.wrong_type(value, "the id of one of the staff", "\"nick\"");
  return std::nullopt;
}

}  // namespace care::reading
