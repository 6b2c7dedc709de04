#include <optional>
#include <string>

#include <fmt/format.h>

#include "reading/checks.hpp"

namespace care::reading {
namespace {

/// An alternative needs an offer, and an offer is only one as an alternative; what misses the other
/// is reported and taken out.
template <class Record>
void settle_offer(Reader& in, Record& record, const Written<Record>& keys) {
  if (record.outcome == Outcome::alternative && record.offered.empty()) {
    in.problems.error("alternative-needed", keys.value("outcome")->at,
                      "an alternative needs to say what it is",
                      "outcome = \"alternative\", offered = \"…\"");
    record.outcome.reset();
  }
  if (record.outcome == Outcome::alternative || record.offered.empty()) return;
  const bool is_reported = keys.value("outcome") != nullptr && !record.outcome;
  if (!is_reported) {
    in.problems.warning("outcome-needed", keys.value("offered")->at,
                        "`offered` is an offer only with the outcome \"alternative\"",
                        "outcome = \"alternative\" beside it");
  }
  record.offered = {};
}

template <class Record>
bool has_ended(const Record& record) {
  return record.outcome == Outcome::done || record.outcome == Outcome::withdrawn;
}

// [[touch]]

/// An outcome, an answer or what we wait for belongs to a request; without one it is reported and
/// says nothing.
void settle_request(Reader& in, Touch& touch, const Written<Touch>& keys) {
  settle_offer(in, touch, keys);
  const Node* const outcome = keys.value("outcome");
  const Node* const answer = keys.value("answer");
  const Node* const first = outcome != nullptr  ? outcome
                            : answer != nullptr ? answer
                                                : keys.value("waiting");
  if (keys.reference("request") == nullptr && first != nullptr) {
    in.problems.error("request-needed", first->at,
                      fmt::format("this touch has `{}`, but no request", first->key),
                      "request = \"…\" (the id of the request) beside it");
  }
  if (touch.request) return;
  touch.outcome.reset();
  touch.answer.reset();
  touch.offered = {};
  touch.waiting = {};
}

/// A touch of nobody known may still be what ended a request of theirs, or kept a promise.
void note_endings(Reader& in, const Touch& touch, const Written<Touch>& keys) {
  if (keys.reference("customer") == nullptr || !keys.is_read("on")) return;
  const std::string_view customer = keys.text("customer");
  if (const Node* const request = keys.reference("request"); request != nullptr && has_ended(touch))
    in.lost.ended(table_of<Request>, customer, request->text);
  if (const Node* const promise = keys.reference("promise"))
    in.lost.ended(table_of<Promise>, customer, promise->text);
}

// [[request]] and [[promise]]

/// `closed` and `outcome` say something only together.
void settle_closing(Reader& in, Request& request, const Written<Request>& keys) {
  settle_offer(in, request, keys);
  const Node* const closed = keys.value("closed");
  const Node* const outcome = keys.value("outcome");
  if (closed != nullptr && outcome == nullptr) {
    in.problems.error("outcome-needed", closed->at,
                      "this request is closed, but nothing says how it ended",
                      "outcome = \"done\" (or \"withdrawn\", \"alternative\") beside it");
  } else if (closed == nullptr && outcome != nullptr) {
    in.problems.error("missing-key", outcome->at, "this request has an `outcome`, but no `closed`",
                      "closed = 2026-11-20");
  }
  if (request.closed && request.outcome) return;
  request.closed.reset();
  request.outcome.reset();
  request.offered = {};
}

/// Whether the record says what the one of the same id says, key by key.
template <class Record>
bool says_it_again(Reader& in, std::uint32_t first, const Record& record,
                   const Written<Record>& keys) {
  const Record& other = list_of<Record>(in.book)[first];
  bool is_same = true;
  each_place<Record>([&](auto place) {
    constexpr auto& field = std::get<place>(fields<Record>);
    if constexpr (IsLater<KindOf<Record, place>>) {
      const Node* const named = keys.reference(FieldPlace<Record>{place});
      is_same = is_same && in.references.later_of(first) == (named ? named->text : "");
    } else {
      is_same = is_same && record.*field.member == other.*field.member;
    }
  });
  return is_same;
}

/// Takes the id of a record that stands; one that does not is open for ever, unless it has ended.
/// An id that is written a second time is reported, and a record that only repeats the first (two
/// copies of a book became one) does not count; one that is implied a second time is no mistake as
/// long as nothing refers to it.
template <class Record>
bool take_place(Reader& in, Ids& ids, const Record& record, const Written<Record>& keys,
                bool is_open) {
  if (!keys.is_read("customer") || record.what.empty()) {
    ids.add_lost(record.id);
    if (is_open) {
      in.lost.open_record({table_of<Record>, record.at, std::string{keys.text("customer")},
                           std::string{record.id}, std::string{record.what}});
    }
    return false;
  }
  const auto first = keys.is_read("id") ? ids.find(record.id) : std::nullopt;
  if (first && says_it_again(in, *first, record, keys)) {
    const Position at = list_of<Record>(in.book)[*first].at;
    in.problems.warning("duplicate-id", keys.value("id")->at,
                        fmt::format("the same stands at {} already; it counts once",
                                    to_string(in.book, {at.file, at.line, 0})),
                        "one of the two");
    return false;
  }
  if (first) {
    in.problems.error("duplicate-id", keys.value("id")->at,
                      fmt::format("another has the id {} already", in_quotes(record.id)),
                      "an id of its own");
  }
  return true;
}

}  // namespace

void imply_id(TextStore& texts, Request& request, std::string_view customer) {
  if (request.id.empty() && request.asked && !customer.empty())
    request.id = texts.keep(fmt::format("{}-{}", customer, iso(request.asked->day)));
}

void imply_id(TextStore& texts, Promise& promise, std::string_view customer) {
  if (promise.id.empty() && promise.due && !customer.empty())
    promise.id = texts.keep(fmt::format("{}-{}", customer, iso(promise.due->day)));
}

bool stands(Reader& in, Touch& touch, const Written<Touch>& keys) {
  if (keys.is_complete()) {
    settle_request(in, touch, keys);
  } else {
    note_endings(in, touch, keys);
  }
  return keys.is_complete();
}

bool stands(Reader& in, Request& request, const Written<Request>& keys) {
  settle_closing(in, request, keys);
  if (!in.is_drafting()) imply_id(*in.book.texts, request, keys.text("customer"));
  return take_place(in, in.references.request_ids, request, keys, !has_ended(request));
}

bool stands(Reader& in, Promise& promise, const Written<Promise>& keys) {
  if (!in.is_drafting()) imply_id(*in.book.texts, promise, keys.text("customer"));
  if (take_place(in, in.references.promise_ids, promise, keys, !promise.kept)) return true;
  if (const Node* const replaced = keys.reference("replaces"))
    in.lost.ended(table_of<Promise>, keys.text("customer"), replaced->text);
  return false;
}

}  // namespace care::reading
