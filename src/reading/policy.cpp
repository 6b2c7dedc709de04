#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "reading/keys.hpp"
#include "reading/schema.hpp"

namespace care::reading {
namespace {

constexpr int most_per_day = 100'000;

/// Remembers where a key stands whose value counts.
template <class Places>
void note(Reader& in, const Node& value, Places& places) {
  places[in.book.texts->keep(value.key)] = value.key_at;
}

// [book]

constexpr Key<Book> book_keys[] = {
    {"name",
     [](Reader& in, const Node& value, Book& book) {
       book.name = in.values.text(value);
       if (!book.name.empty()) note(in, value, book.at);
     }},
    {"started",
     [](Reader& in, const Node& value, Book& book) {
       book.started = in.values.date(value);
       if (book.started) note(in, value, book.at);
     }},
    {"owner",
     [](Reader& in, const Node& value, Book& book) {
       if (value.kind != Kind::text)
         return in.values.wrong_type(value, "the id of one of the staff", "\"nick\"");
       in.references.book_owner_later(value);
       note(in, value, book.at);
     }},
    {"value",
     [](Reader& in, const Node& value, Book& book) {
       book.value = in.values.texts(value);
       if (!book.value.empty()) note(in, value, book.at);
     }},
};

// [policy]

struct PolicyDraft {
  Policy& policy;
  WorkingTime working_time;
};

template <auto member, Lengths lengths>
void length(Reader& in, const Node& value, PolicyDraft& draft) {
  const auto read = in.values.duration(value, lengths);
  if (!read) return;
  draft.policy.*member = *read;
  note(in, value, draft.policy.at);
}

void every(Reader& in, const Node& value, PolicyDraft& draft) {
  const auto read = in.values.cadence(value);
  if (!read) return;
  draft.policy.every = *read;
  note(in, value, draft.policy.at);
}

void tiers(Reader& in, const Node& value, PolicyDraft& draft) {
  if (value.kind != Kind::table)
    return in.values.wrong_type(value, "a table", "{ A = \"2w\", B = \"1m\" }");
  std::vector<Tier>& all = draft.policy.tiers;
  all.clear();
  for (const Node& tier : value) {
    const Text name = in.book.texts->keep(tier.key);
    if (const auto cadence = in.values.cadence(tier)) {
      all.push_back({name, *cadence, tier.key_at});
    } else {
      in.references.lost_tiers.push_back(name);
    }
  }
  std::ranges::sort(all, {}, &Tier::at);
  note(in, value, draft.policy.at);
}

void leap_day(Reader& in, const Node& value, PolicyDraft& draft) {
  const auto read = read_leap_day(in, value);
  if (!read) return;
  draft.policy.leap_day = *read;
  note(in, value, draft.policy.at);
}

void anniversaries(Reader& in, const Node& value, PolicyDraft& draft) {
  constexpr std::array<std::string_view, 3> words{"round", "all", "none"};
  constexpr std::array all{Anniversaries::round, Anniversaries::all, Anniversaries::none};
  const auto read = in.values.word(value, words);
  if (!read) return;
  draft.policy.anniversaries = all[*read];
  note(in, value, draft.policy.at);
}

void per_day(Reader& in, const Node& value, PolicyDraft& draft) {
  const auto read = in.values.count(value, most_per_day);
  if (!read) return;
  draft.policy.per_day = *read;
  note(in, value, draft.policy.at);
}

template <auto member>
void working_time(Reader&, const Node& value, PolicyDraft& draft) {
  draft.working_time.*member = &value;
}

constexpr Key<PolicyDraft> policy_keys[] = {
    {"every", every},
    {"tiers", tiers},
    {"first_contact", length<&Policy::first_contact, Lengths::interval>},
    {"heads_up", length<&Policy::heads_up, Lengths::lead>},
    {"belated", length<&Policy::belated, Lengths::lead>},
    {"leap_day", leap_day},
    {"anniversaries", anniversaries},
    {"thank_within", length<&Policy::thank_within, Lengths::interval>},
    {"thank_window", length<&Policy::thank_window, Lengths::interval>},
    {"respond", length<&Policy::respond, Lengths::clock>},
    {"solve", length<&Policy::solve, Lengths::clock>},
    {"emergency_respond", length<&Policy::emergency_respond, Lengths::clock>},
    {"emergency_solve", length<&Policy::emergency_solve, Lengths::clock>},
    {"retry", length<&Policy::retry, Lengths::interval>},
    {"per_day", per_day},
    {"wow_every", length<&Policy::wow_every, Lengths::interval>},
    {"workdays", working_time<&WorkingTime::workdays>},
    {"hours", working_time<&WorkingTime::hours>},
    {"holidays", working_time<&WorkingTime::holidays>},
};

// [[staff]]

struct StaffDraft : Staff {
  Position id_at;
  const Node* backup_ref = nullptr;
};
using IntoStaff = Into<StaffDraft>;

constexpr Key<StaffDraft> staff_keys[] = {
    {"id",
     [](Reader& in, const Node& value, StaffDraft& staff) {
       staff.id = in.values.text(value);
       staff.id_at = value.at;
     },
     "id = \"nick\""},
    {"name", IntoStaff::text<&Staff::name>, "name = \"Nick Petra\""},
    {"email", IntoStaff::text<&Staff::email>},
    {"per_day", [](Reader& in, const Node& value,
                   StaffDraft& staff) { staff.per_day = in.values.count(value, most_per_day); }},
    {"away",
     [](Reader& in, const Node& value, StaffDraft& staff) { staff.away = read_spans(in, value); }},
    {"backup", IntoStaff::reference<&StaffDraft::backup_ref>},
};

}  // namespace

std::optional<LeapDay> read_leap_day(Reader& in, const Node& value) {
  constexpr std::array<std::string_view, 2> words{"02-28", "03-01"};
  constexpr std::array all{LeapDay::february_28, LeapDay::march_1};
  const auto read = in.values.word(value, words);
  if (!read) return std::nullopt;
  return all[*read];
}

void read_book_table(Reader& in, const Node& table) {
  read_keys(in, table, "book", book_keys, in.book);
}

void read_policy(Reader& in, const Node& table) {
  PolicyDraft draft{in.book.policy, {}};
  read_keys(in, table, "policy", policy_keys, draft);
  draft.policy.calendar = read_working_time(in, draft.working_time);
}

void read_staff(Reader& in, const Node& table) {
  StaffDraft draft{};
  draft.at = table.at;
  read_keys(in, table, "member of the staff", staff_keys, draft);
  if (draft.id.empty()) return;
  // Work may stand under their id: it is theirs, even if nobody wrote what they are called.
  if (draft.name.empty()) draft.name = draft.id;
  const auto index = static_cast<StaffIndex>(in.book.staff.size());
  if (!in.references.staff_ids.add(draft.id, index)) {
    in.problems.error("duplicate-id", draft.id_at,
                      fmt::format("two of the staff have the id {}", quoted(draft.id)),
                      "an id of their own for each");
    return;
  }
  if (draft.backup_ref != nullptr) in.references.backup_later(index, *draft.backup_ref);
  in.book.staff.push_back(std::move(static_cast<Staff&>(draft)));
}

}  // namespace care::reading
