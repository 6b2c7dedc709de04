#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "reading/keys.hpp"
#include "reading/outcomes.hpp"
#include "reading/schema.hpp"

namespace care::reading {
namespace {

constexpr std::string_view never_say_no = "never say no: close it with an alternative";
constexpr std::string_view offer_example = "outcome = \"alternative\", offered = \"…\"";

template <class Draft>
void written_id(Reader& in, const Node& value, Draft& draft) {
  draft.id = in.values.text(value);
  draft.id_at = value.at;
}

// [[request]]

struct RequestDraft : Request {
  Position id_at;
  const Node* customer_ref = nullptr;
  const Node* outcome_ref = nullptr;
  const Node* offered_ref = nullptr;
  const Node* closed_ref = nullptr;
};
using IntoRequest = Into<RequestDraft>;

constexpr Key<RequestDraft> request_keys[] = {
    {"customer", IntoRequest::reference<&RequestDraft::customer_ref>, "customer = \"acme\""},
    {"what", IntoRequest::text<&Request::what>, "what = \"second key for the roof\""},
    {"asked", IntoRequest::when<&Request::asked>, "asked = 2026-11-20"},
    {"id", written_id<RequestDraft>},
    {"by", IntoRequest::by<&Request::by>},
    {"urgent", IntoRequest::truth<&Request::urgent, true>},
    {"due", IntoRequest::when<&Request::due>},
    {"closed",
     [](Reader& in, const Node& value, RequestDraft& request) {
       request.closed_ref = &value;
       request.closed = in.values.date(value);
     }},
    {"outcome",
     [](Reader& in, const Node& value, RequestDraft& request) {
       request.outcome_ref = &value;
       request.outcome = read_outcome(in, value);
     }},
    {"offered",
     [](Reader& in, const Node& value, RequestDraft& request) {
       request.offered_ref = &value;
       request.offered = in.values.text(value);
     }},
};

/// `closed` and `outcome` say something only together.
void settle_closing(Reader& in, RequestDraft& request) {
  settle_offer(in, request.outcome_ref, request.offered_ref, request.outcome, request.offered);
  if (request.closed_ref != nullptr && request.outcome_ref == nullptr) {
    in.problems.error("outcome-needed", request.closed_ref->at,
                      "this request is closed, but nothing says how it ended",
                      "outcome = \"done\" (or \"withdrawn\", \"alternative\") beside it");
  } else if (request.closed_ref == nullptr && request.outcome_ref != nullptr) {
    in.problems.error("missing-key", request.outcome_ref->at,
                      "this request has an `outcome`, but no `closed`", "closed = 2026-11-20");
  }
  if (request.closed && request.outcome) return;
  request.closed.reset();
  request.outcome.reset();
  request.offered = {};
}

// [[promise]]

struct PromiseDraft : Promise {
  Position id_at;
  const Node* customer_ref = nullptr;
  const Node* replaces_ref = nullptr;
};
using IntoPromise = Into<PromiseDraft>;

constexpr Key<PromiseDraft> promise_keys[] = {
    {"customer", IntoPromise::reference<&PromiseDraft::customer_ref>, "customer = \"acme\""},
    {"what", IntoPromise::text<&Promise::what>, "what = \"the report by mail\""},
    {"due", IntoPromise::date<&Promise::due>, "due = 2026-11-24"},
    {"made", IntoPromise::date<&Promise::made>},
    {"id", written_id<PromiseDraft>},
    {"by", IntoPromise::by<&Promise::by>},
    {"kept", IntoPromise::date<&Promise::kept>},
    {"replaces", IntoPromise::reference<&PromiseDraft::replaces_ref>},
};

/// `acme-2026-11-24`, of a record that has no id of its own.
Text implied_id(Reader& in, std::string_view customer, std::optional<Date> day) {
  if (!day || customer.empty()) return {};
  return in.book.texts->keep(fmt::format("{}-{}", customer, iso(*day)));
}

/// Takes the id of a record. One that is written a second time is told; one that is implied a
/// second time is no mistake as long as nothing refers to it.
void take_id(Reader& in, Ids& ids, Text id, bool is_written, std::uint32_t index, Position at) {
  if (id.empty() || ids.add(id, index) || !is_written) return;
  in.problems.error("duplicate-id", at, fmt::format("another has the id {} already", quoted(id)),
                    "an id of its own");
}

std::string_view text_of(const Node* value) {
  return value == nullptr ? std::string_view{} : value->text;
}

}  // namespace

std::optional<Outcome> read_outcome(Reader& in, const Node& value) {
  constexpr std::array outcomes{Outcome::done, Outcome::withdrawn, Outcome::alternative};
  constexpr std::string_view refusals[] = {"no",     "declined", "decline",    "rejected",
                                           "reject", "refused",  "refuse",     "denied",
                                           "deny",   "wontfix",  "impossible", "not possible"};
  if (value.kind == Kind::text && std::ranges::find(refusals, value.text) != std::end(refusals)) {
    in.problems.error("alternative-needed", value.at, std::string{never_say_no},
                      std::string{offer_example});
    return std::nullopt;
  }
  return in.values.choice(value, outcomes);
}

void settle_offer(Reader& in, const Node* outcome_value, const Node* offered_value,
                  std::optional<Outcome>& outcome, Text& offered) {
  if (outcome == Outcome::alternative && offered.empty()) {
    in.problems.error("alternative-needed", outcome_value->at,
                      "an alternative is none before it is said what it is",
                      std::string{offer_example});
    outcome.reset();
  }
  if (outcome == Outcome::alternative || offered.empty()) return;
  const bool is_told = outcome_value != nullptr && !outcome;
  if (!is_told) {
    in.problems.warning("outcome-needed", offered_value->at,
                        "`offered` is an offer only with the outcome \"alternative\"",
                        "outcome = \"alternative\" beside it");
  }
  offered = {};
}

void read_request(Reader& in, const Node& table) {
  RequestDraft draft{};
  draft.at = table.at;
  read_keys(in, table, "request", request_keys, draft);
  settle_closing(in, draft);
  const std::optional<CustomerIndex> customer =
      draft.customer_ref != nullptr ? in.references.customer(*draft.customer_ref) : std::nullopt;
  const bool has_id = !draft.id.empty();
  if (!has_id) {
    draft.id = implied_id(in, text_of(draft.customer_ref),
                          draft.asked ? std::optional{draft.asked->day} : std::nullopt);
  }
  if (!customer || draft.what.empty()) {
    const bool ended = draft.outcome == Outcome::done || draft.outcome == Outcome::withdrawn;
    in.references.request_ids.add_lost(draft.id);
    if (!ended) {
      in.lost.open_record({Table::request, draft.at, std::string{text_of(draft.customer_ref)},
                           std::string{draft.id}, std::string{draft.what}});
    }
    return;
  }
  draft.customer = *customer;
  const auto index = static_cast<std::uint32_t>(in.book.requests.all.size());
  take_id(in, in.references.request_ids, draft.id, has_id, index, draft.id_at);
  in.book.requests.all.push_back(std::move(static_cast<Request&>(draft)));
}

void read_promise(Reader& in, const Node& table) {
  PromiseDraft draft{};
  draft.at = table.at;
  read_keys(in, table, "promise", promise_keys, draft);
  const std::optional<CustomerIndex> customer =
      draft.customer_ref != nullptr ? in.references.customer(*draft.customer_ref) : std::nullopt;
  const bool has_id = !draft.id.empty();
  if (!has_id) draft.id = implied_id(in, text_of(draft.customer_ref), draft.due);
  if (!customer || draft.what.empty()) {
    in.references.promise_ids.add_lost(draft.id);
    if (draft.replaces_ref != nullptr)
      in.lost.ended(Table::promise, text_of(draft.customer_ref), draft.replaces_ref->text);
    if (!draft.kept) {
      in.lost.open_record({Table::promise, draft.at, std::string{text_of(draft.customer_ref)},
                           std::string{draft.id}, std::string{draft.what}});
    }
    return;
  }
  draft.customer = *customer;
  const auto index = static_cast<std::uint32_t>(in.book.promises.all.size());
  take_id(in, in.references.promise_ids, draft.id, has_id, index, draft.id_at);
  if (draft.replaces_ref != nullptr) in.references.replaces_later(index, *draft.replaces_ref);
  in.book.promises.all.push_back(std::move(static_cast<Promise&>(draft)));
}

}  // namespace care::reading
