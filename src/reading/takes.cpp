#include "reading/takes.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace care::reading {
namespace {

std::optional<StaffIndex> staff_member(Reader& in, const Node& value) {
  if (!in.values.is_staff(value)) return std::nullopt;
  return in.references.staff(value);
}

}  // namespace

bool read_value(Reader& in, const Node& value, takes::Texts /*kind*/, Texts& member) {
  member = in.values.texts(value);
  return !member.empty();
}

bool read_value(Reader& in, const Node& value, takes::WholeList /*kind*/,
                std::optional<Texts>& member) {
  Texts texts = in.values.texts(value);
  // One that is empty, or of which nothing could be read: only the former says something.
  if (texts.empty() && (value.kind != ValueKind::list || value.first != nullptr)) return false;
  member = std::move(texts);
  return true;
}

bool read_value(Reader& in, const Node& value, takes::OneOrMoreTexts /*kind*/, Texts& member) {
  member = in.values.one_or_more_texts(value);
  return !member.empty();
}

bool read_value(Reader& in, const Node& value, takes::Truth kind, bool& member) {
  member = in.values.truth(value).value_or(kind.if_bad);
  return true;
}

bool read_value(Reader& in, const Node& value, takes::Side /*kind*/, bool& member) {
  constexpr std::string_view sides[] = {"us", "them"};
  const auto side = in.values.word(value, sides);
  member = side == std::size_t{1};
  return side.has_value();
}

bool read_value(Reader& in, const Node& value, takes::Word<Outcome> /*kind*/,
                std::optional<Outcome>& member) {
  if (value.kind == ValueKind::text &&
      std::ranges::find(refusals, value.text) != std::end(refusals)) {
    in.problems.error("alternative-needed", value.at, "never say no: close it with an alternative",
                      "outcome = \"alternative\", offered = \"…\"");
    return false;
  }
  return put(in.values.choice<Outcome>(value), member);
}

bool read_value(Reader& in, const Node& value, takes::Staff /*kind*/,
                std::optional<StaffIndex>& member) {
  return put(staff_member(in, value), member);
}

bool read_value(Reader& in, const Node& value, takes::By /*kind*/, Text& member) {
  const auto who = staff_member(in, value);
  if (who) member = in.book.staff[*who].id;
  return who.has_value();
}

bool read_value(Reader& in, const Node& value, takes::Tier /*kind*/,
                std::optional<std::uint32_t>& member) {
  if (value.kind == ValueKind::text) return put(in.references.tier(value), member);
  in.values.wrong_type(value, "the name of a tier", "\"A\"");
  return false;
}

bool read_value(Reader& in, const Node& value, takes::Customer /*kind*/, CustomerIndex& member) {
  return in.values.is_reference(value) && put(in.references.customer(value), member);
}

bool read_value(Reader& in, const Node& value, takes::Event /*kind*/, Text& member) {
  if (!in.values.is_reference(value)) return false;
  member = in.values.text(value);
  return true;
}

bool read_value(Reader& in, const Node& value, takes::LaterStaff /*kind*/,
                std::optional<StaffIndex>& /*member*/) {
  return in.values.is_staff(value);
}

/// `{ every = "2w", at_most = "3w" }`: the cadence; what else is in it goes into the tier.
static std::optional<Cadence> read_tier(Reader& in, const Node& value, Tier& tier) {
  std::optional<Cadence> every;
  bool is_written = false;
  for (const Node& key : value) {
    if (key.key == "every") {
      is_written = true;
      every = in.values.cadence(key);
    } else if (key.key == "at_most") {
      tier.at_most = in.values.duration(key, Lengths::interval);
    } else {
      in.problems.error("unknown-key", key.key_at,
                        fmt::format("a tier has no key {}", in_quotes(key.key)),
                        "every = \"2w\", at_most = \"3w\"");
    }
  }
  if (!is_written) {
    in.problems.error("missing-key", value.at, "this tier has no `every`",
                      "{ every = \"2w\", at_most = \"3w\" }");
  }
  return every;
}

bool read_value(Reader& in, const Node& value, takes::Tiers /*kind*/, std::vector<Tier>& member) {
  if (value.kind != ValueKind::table) {
    in.values.wrong_type(value, "a table", "{ A = \"2w\", B = \"1m\" }");
    return false;
  }
  member.clear();
  for (const Node& node : value) {
    Tier tier{in.book.texts->keep(node.key), {}, node.key_at, {}};
    const auto every =
        node.kind == ValueKind::table ? read_tier(in, node, tier) : in.values.cadence(node);
    if (every) {
      tier.every = *every;
      member.push_back(tier);
    } else {
      in.references.lost_tiers.push_back(tier.name);
    }
  }
  std::ranges::sort(member, {}, &Tier::at);
  return true;
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

}  // namespace care::reading
