#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include <fmt/format.h>

#include <care/book_messages.hpp>
#include <care/text.hpp>

#include "reading/checks.hpp"

namespace care::reading {
namespace {

Position position(const Node* value) { return value == nullptr ? Position{} : value->at; }

/// The names of plans or messages that have come before, as `name_key`.
using KnownNames = std::unordered_map<std::string, Position>;

void check_name(Reader& in, KnownNames& names, std::string_view name, Position at) {
  const auto [first, is_new] = names.try_emplace(name_key(name), at);
  if (is_new) return;
  const Position there = first->second;
  in.problems.error("duplicate-name", at,
                    fmt::format("{} has the name {} already",
                                to_string(in.book, {there.file, there.line, 0}), in_quotes(name)),
                    "a name of its own");
}

void check_tiers(Reader& in, const Plan& plan) {
  References& references = in.references;
  for (const Text tier : plan.tiers) {
    if (references.find_tier(tier) || references.policy_is_lost ||
        std::ranges::find(references.lost_tiers, tier) != references.lost_tiers.end()) {
      continue;
    }
    std::vector<std::string_view> known;
    for (const Tier& one : in.book.policy.tiers) known.push_back(one.name);
    const auto near = nearest_of(tier, known);
    in.problems.error("no-such-tier", plan.tiers_at,
                      fmt::format("no tier is called {}", in_quotes(tier)),
                      near ? in_quotes(*near) : "one that stands in the book, or add it there");
  }
}

/// The text from a position on; a position counts code points.
std::string_view text_from(std::string_view text, Position at) {
  for (std::uint32_t line = 1; line < at.line; ++line) {
    const std::size_t end = text.find('\n');
    if (end == std::string_view::npos) return {};
    text.remove_prefix(end + 1);
  }
  for (std::uint32_t column = 1; column < at.column && !text.empty(); ++column) {
    text.remove_prefix(std::min(first_code_point(text).size, text.size()));
  }
  return text;
}

/// Where a field stands within the value that begins at `at`; that itself where it is spelled with
/// escapes.
Position within(std::string_view file, Position at, std::string_view field) {
  const std::string_view value = text_from(file, at);
  const std::size_t found = value.find(field);
  if (found == std::string_view::npos) return at;
  for (std::string_view before = value.substr(0, found); !before.empty();) {
    const bool is_line_end = before.front() == '\n';
    before.remove_prefix(std::min(first_code_point(before).size, before.size()));
    at.line += is_line_end ? 1 : 0;
    at.column = is_line_end ? 1 : at.column + 1;
  }
  return at;
}

void check_fields(Reader& in, std::span<const std::string_view> texts, std::string_view text,
                  Position value) {
  for (const MessagePart& part : message_parts(text)) {
    if (part.kind == MessagePart::Kind::text || part.field) continue;
    const std::string_view file =
        value.file < texts.size() ? texts[value.file] : std::string_view{};
    const bool is_brace = part.kind == MessagePart::Kind::brace;
    const std::string field = is_brace ? std::string{part.text} : fmt::format("{{{}}}", part.text);
    const auto near = is_brace ? std::nullopt : nearest_of(part.text, choice_words<MessageField>);
    in.problems.error("unknown-field", within(file, value, field),
                      is_brace ? fmt::format("this {} is no part of a field", field)
                               : fmt::format("there is no field {}", in_quotes(part.text)),
                      is_brace ? fmt::format("{0}{0}, for the brace itself", field)
                      : near   ? fmt::format("{{{}}}", *near)
                               : "one of " + fields_listed());
  }
}

}  // namespace

bool stands(Reader& in, Plan& plan, const Written<Plan>& keys) {
  plan.name_at = position(keys.value("name"));
  plan.tiers_at = position(keys.value("tiers"));
  plan.whose_at = position(keys.value("customer"));
  plan.by_at = position(keys.value("by"));
  bool is_complete = keys.is_complete();
  const auto need = [&](FieldPlace<Plan> key, std::string_view example) {
    if (keys.value(key) == nullptr) {
      missing_key(in, plan.at, table_head<Plan>, field_names<Plan>[key.place], example);
    }
    is_complete = is_complete && keys.is_read(key);
  };
  if (!plan.whose.empty()) {
    need("what", "\"grease the door rollers\"");
    plan.name_at = position(keys.value("what"));
    return is_complete;
  }
  need("name", "\"welcome\"");
  need("starts", "\"new\"");
  need("steps", "[{ after = \"2wd\", what = \"Call\" }]");
  const Node* const steps = keys.value("steps");
  if (steps != nullptr && steps->kind == ValueKind::list && steps->first == nullptr) {
    in.problems.error("missing-key", steps->at, "this plan has no step",
                      "steps = [{ after = \"2wd\", what = \"Call\" }]");
  }
  return is_complete;
}

bool stands(Reader& /*in*/, OwnPlan& plan, const Written<OwnPlan>& keys) {
  plan.what_at = position(keys.value("what"));
  return keys.is_complete();
}

bool stands(Reader& /*in*/, Message& message, const Written<Message>& keys) {
  message.name_at = position(keys.value("name"));
  message.purposes_at = position(keys.value("for"));
  message.subject_at = position(keys.value("subject"));
  message.text_at = position(keys.value("text"));
  return keys.is_complete();
}

void place_later_plans(Reader& in) {
  Book& book = in.book;
  const Ids& ids = in.references.customer_ids;
  for (const Plan& plan : book.plans) {
    if (plan.whose.empty()) continue;
    book.later_plans.push_back(plan);
    if (!plan.by.empty() && !in.references.staff_ids.find(plan.by) &&
        !in.references.staff_ids.is_lost(plan.by)) {
      in.problems.error("no-such-staff", plan.by_at,
                        fmt::format("no staff member has the id {}", in_quotes(plan.by)),
                        "by = the id of one of the staff");
    }
    if (const auto who = ids.find(plan.whose)) {
      book.customers[*who].plans.push_back(
          {plan.at, plan.what, plan.from, plan.every, plan.until, plan.how, plan.name_at, true});
    } else if (!ids.is_lost(plan.whose)) {
      in.problems.error("no-such-customer", plan.whose_at,
                        fmt::format("no customer has the id {}", in_quotes(plan.whose)),
                        "customer = the id of one that stands in the book");
    }
  }
  std::erase_if(book.plans, [](const Plan& plan) { return !plan.whose.empty(); });
}

void check_plans(Reader& in) {
  KnownNames names;
  for (const Plan& plan : in.book.plans) {
    check_name(in, names, plan.name, plan.name_at);
    check_tiers(in, plan);
  }
  for (const Customer& customer : in.book.customers) {
    if (customer.plans.empty()) continue;
    KnownNames own;
    for (const OwnPlan& plan : customer.plans) {
      if (names.contains(name_key(plan.what))) {
        check_name(in, names, plan.what, plan.what_at);
      } else {
        check_name(in, own, plan.what, plan.what_at);
      }
    }
  }
}

void check_messages(Reader& in, std::span<const std::string_view> texts) {
  KnownNames names;
  for (const Message& message : in.book.messages) {
    check_name(in, names, message.name, message.name_at);
    check_fields(in, texts, message.subject, message.subject_at);
    check_fields(in, texts, message.text, message.text_at);
  }
}

}  // namespace care::reading
