#include <array>

#include <fmt/format.h>

#include "reading/keys.hpp"
#include "reading/outcomes.hpp"
#include "reading/schema.hpp"

namespace care::reading {
namespace {

constexpr std::array channels{Channel::call,  Channel::visit, Channel::meeting,
                              Channel::video, Channel::email, Channel::letter,
                              Channel::text,  Channel::gift,  Channel::other};
constexpr std::array moods{Mood::delighted, Mood::content, Mood::strained};
constexpr std::array answers{Answer::accepted, Answer::refused};

constexpr std::string_view customer_example = "customer = \"acme\"";
constexpr std::string_view on_example = "on = 2026-11-20";

/// A record while it is read: what it refers to can be looked up only once its customer is known.
template <class Record>
struct Draft : Record {
  const Node* customer_ref = nullptr;
  std::optional<When> dated;
};

/// Puts the record to its customer, if that and its day are known.
template <class Record>
bool complete(Reader& in, Draft<Record>& draft) {
  if (draft.customer_ref == nullptr) return false;
  const auto customer = in.references.customer(*draft.customer_ref);
  if (!customer || !draft.dated) return false;
  draft.customer = *customer;
  draft.on = *draft.dated;
  return true;
}

template <class Record>
void add(Records<Record>& records, Draft<Record>& draft) {
  records.all.push_back(std::move(static_cast<Record&>(draft)));
}

// [[purchase]]

using PurchaseDraft = Draft<Purchase>;
using IntoPurchase = Into<PurchaseDraft>;

constexpr Key<PurchaseDraft> purchase_keys[] = {
    {"customer", IntoPurchase::reference<&PurchaseDraft::customer_ref>, customer_example},
    {"on", IntoPurchase::when<&PurchaseDraft::dated>, on_example},
    {"what", IntoPurchase::text<&Purchase::what>, "what = \"two door sensors\""},
    {"amount", [](Reader& in, const Node& value,
                  PurchaseDraft& purchase) { purchase.amount = in.values.number(value); }},
    {"currency", IntoPurchase::text<&Purchase::currency>},
    {"by", IntoPurchase::by<&Purchase::by>},
};

// [[touch]]

struct TouchDraft : Draft<Touch> {
  const Node* contact_ref = nullptr;
  const Node* request_ref = nullptr;
  const Node* promise_ref = nullptr;
  const Node* outcome_ref = nullptr;
  const Node* answer_ref = nullptr;
  const Node* offered_ref = nullptr;
};
using IntoTouch = Into<TouchDraft>;

void greeted(Reader& in, const Node& value, TouchDraft& touch) {
  touch.greeted = in.values.one_or_more_texts(value);
}

void from(Reader& in, const Node& value, TouchDraft& touch) {
  constexpr std::array<std::string_view, 2> words{"us", "them"};
  touch.from_them = in.values.word(value, words) == std::size_t{1};
}

constexpr Key<TouchDraft> touch_keys[] = {
    {"customer", IntoTouch::reference<&TouchDraft::customer_ref>, customer_example},
    {"on", IntoTouch::when<&TouchDraft::dated>, on_example},
    {"contact", IntoTouch::reference<&TouchDraft::contact_ref>},
    {"by", IntoTouch::by<&Touch::by>},
    {"how", [](Reader& in, const Node& value,
               TouchDraft& touch) { touch.how = in.values.choice(value, channels); }},
    {"reached", IntoTouch::truth<&Touch::reached, false>},
    {"from", from},
    {"said", IntoTouch::text<&Touch::said>},
    {"heard", IntoTouch::text<&Touch::heard>},
    {"thanked", IntoTouch::text<&Touch::thanked>},
    {"greeted", greeted},
    {"wow", IntoTouch::text<&Touch::wow>},
    {"mood",
     [](Reader& in, const Node& value, TouchDraft& touch) {
       touch.mood = in.values.choice(value, moods).value_or(Mood::strained);
     }},
    {"request", IntoTouch::reference<&TouchDraft::request_ref>},
    {"outcome",
     [](Reader& in, const Node& value, TouchDraft& touch) {
       touch.outcome_ref = &value;
       touch.outcome = read_outcome(in, value);
     }},
    {"offered",
     [](Reader& in, const Node& value, TouchDraft& touch) {
       touch.offered_ref = &value;
       touch.offered = in.values.text(value);
     }},
    {"answer",
     [](Reader& in, const Node& value, TouchDraft& touch) {
       touch.answer_ref = &value;
       touch.answer = in.values.choice(value, answers);
     }},
    {"promise", IntoTouch::reference<&TouchDraft::promise_ref>},
};

/// An outcome or answer belongs to a request; without one it is told and says nothing.
void settle_request(Reader& in, TouchDraft& touch) {
  settle_offer(in, touch.outcome_ref, touch.offered_ref, touch.outcome, touch.offered);
  const Node* const first = touch.outcome_ref != nullptr ? touch.outcome_ref : touch.answer_ref;
  if (touch.request_ref == nullptr && first != nullptr) {
    in.problems.error("request-needed", first->at,
                      fmt::format("this touch has `{}`, but no request", first->key),
                      "request = \"…\" (the id of the request) beside it");
  }
  if (touch.request_ref != nullptr)
    touch.request = in.references.request(*touch.request_ref, touch.customer);
  if (touch.request) return;
  touch.outcome.reset();
  touch.answer.reset();
  touch.offered = {};
}

/// A touch of nobody known may still be what ended a request of theirs, or kept a promise.
void note_endings(Reader& in, const TouchDraft& touch) {
  if (touch.customer_ref == nullptr || !touch.dated) return;
  const std::string_view customer = touch.customer_ref->text;
  const bool ends = touch.outcome == Outcome::done || touch.outcome == Outcome::withdrawn;
  if (touch.request_ref != nullptr && ends)
    in.lost.ended(Table::request, customer, touch.request_ref->text);
  if (touch.promise_ref != nullptr)
    in.lost.ended(Table::promise, customer, touch.promise_ref->text);
}

// [[snooze]]

struct SnoozeDraft : Draft<Snooze> {
  std::optional<Date> until_day;
};
using IntoSnooze = Into<SnoozeDraft>;

constexpr Key<SnoozeDraft> snooze_keys[] = {
    {"customer", IntoSnooze::reference<&SnoozeDraft::customer_ref>, customer_example},
    {"on", IntoSnooze::when<&SnoozeDraft::dated>, on_example},
    {"until", IntoSnooze::date<&SnoozeDraft::until_day>, "until = 2026-12-01"},
    {"because", IntoSnooze::text<&Snooze::because>, "because = \"on holiday until then\""},
    {"by", IntoSnooze::by<&Snooze::by>},
    {"all", IntoSnooze::truth<&Snooze::all, false>},
};

// [[ready]]

struct ReadyDraft : Draft<Ready> {
  const Node* what_ref = nullptr;
};
using IntoReady = Into<ReadyDraft>;

constexpr Key<ReadyDraft> ready_keys[] = {
    {"customer", IntoReady::reference<&ReadyDraft::customer_ref>, customer_example},
    {"on", IntoReady::when<&ReadyDraft::dated>, on_example},
    {"what", IntoReady::reference<&ReadyDraft::what_ref>, "what = \"Opening day\""},
    {"by", IntoReady::by<&Ready::by>},
};

}  // namespace

void read_purchase(Reader& in, const Node& table) {
  PurchaseDraft draft{};
  draft.at = table.at;
  read_keys(in, table, "purchase", purchase_keys, draft);
  if (complete(in, draft) && !draft.what.empty()) add(in.book.purchases, draft);
}

void read_touch(Reader& in, const Node& table) {
  TouchDraft draft{};
  draft.at = table.at;
  read_keys(in, table, "touch", touch_keys, draft);
  if (!complete(in, draft)) return note_endings(in, draft);
  if (draft.contact_ref != nullptr)
    draft.contact = in.references.contact(*draft.contact_ref, draft.customer);
  if (draft.promise_ref != nullptr)
    draft.promise = in.references.promise(*draft.promise_ref, draft.customer);
  settle_request(in, draft);
  add(in.book.touches, draft);
}

void read_snooze(Reader& in, const Node& table) {
  SnoozeDraft draft{};
  draft.at = table.at;
  read_keys(in, table, "snooze", snooze_keys, draft);
  if (!complete(in, draft) || !draft.until_day || draft.because.empty()) return;
  draft.until = *draft.until_day;
  add(in.book.snoozes, draft);
}

void read_ready(Reader& in, const Node& table) {
  ReadyDraft draft{};
  draft.at = table.at;
  read_keys(in, table, "ready mark", ready_keys, draft);
  if (!complete(in, draft) || draft.what_ref == nullptr) return;
  draft.what = in.values.text(*draft.what_ref);
  in.references.event(*draft.what_ref, draft.customer);
  add(in.book.readies, draft);
}

}  // namespace care::reading
