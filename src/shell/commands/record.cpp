#include "shell/commands/record.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace care {
namespace {

/// Records behind all that their file has.
struct Appended {
  Addition addition;
  std::vector<Position> at;      ///< of each
  std::optional<Reading> whole;  ///< of the whole book, where adding the record does not do
};

/// Nothing where all of the book is needed for it, and was not read.
std::optional<Appended> append(Held& held, const RecordTexts& records) {
  const Place& place = held.place;
  const Source& target = place.target();
  const auto file = static_cast<std::uint32_t>(place.file);
  const auto line_ends = held.reading.line_ends[place.file];
  Appended appended{addition_to(target.text, records.text, line_ends), {}, {}};
  const auto& [text, line] = appended.addition;
  for (const std::uint32_t own : records.lines) appended.at.push_back({file, line + own, 1});
  const bool is_one = records.lines.size() == 1;
  if (is_one && read_on(held.reading, {file, line, text.substr(text.find('['))})) return appended;
  if (!held.is_whole) return std::nullopt;
  std::vector<Source> sources = place.sources;
  sources[place.file].text = std::string{target.text.view()} + text;
  appended.whole = read_book(sources);
  return appended;
}

CustomerIndex index_of(const Book& book, Text id) {
  const auto found = std::ranges::find(book.customers, id, &Customer::id);
  return static_cast<CustomerIndex>(found - book.customers.begin());
}

/// The snooze that was just written, and is ignored by R13.
void refuse_snooze(const Book& book, Position at, CustomerIndex who, Moment now) {
  const CustomerPlan plan = plan_customer(book, who, now);
  const Text id = book.customers[who].id;
  for (const Snooze* snooze : plan.refused_snoozes) {
    if (snooze->at != at) continue;
    refuse(plan.strained ? fmt::format("snooze: {} is strained, and needs you most: one snooze of "
                                       "at most 2 working days. Call, and listen: care log {}",
                                       shown(id), shown(id))
                         : fmt::format("snooze: {} was put off 3 times since the last talk; nobody "
                                       "is put off for ever. Call: care log {}",
                                       shown(id), shown(id)));
  }
}

/// Nothing is written unless the book reads as before, with this record more.
void verify(const Reading& before, const Appended& appended, std::span<const Record> records,
            Moment now) {
  const Reading& after = appended.whole ? *appended.whole : before;
  if (const auto wrong = difference(before, after, records, appended.at)) {
    throw FileError{fmt::format("{}; nothing was written", *wrong)};
  }
  if (!std::holds_alternative<Snooze>(records.front())) return;
  const Text id = customer_of(before.book, records.front());
  refuse_snooze(after.book, appended.at.front(), index_of(after.book, id), now);
}

/// As the book has them, once they are in it.
std::vector<Record> as_read(const Book& book, const std::vector<Record>& meant,
                            const std::vector<Position>& at) {
  std::vector<Record> read;
  for (std::size_t i = 0; i < meant.size(); ++i)
    read.push_back(record_at(book, meant[i], at[i]).value());
  return read;
}

/// What is to be known about a record of somebody who asked not to be contacted.
void warn(const RecordContext& context, const Record& record) {
  if (context.customer().status != Status::do_not_contact) return;
  const Touch* const touch = std::get_if<Touch>(&record);
  if (touch != nullptr && (touch->from_them || touch->request || touch->promise)) return;
  if (touch == nullptr && !std::holds_alternative<Promise>(record) &&
      !std::holds_alternative<Snooze>(record)) {
    return;
  }
  context.remark("They asked not to be contacted: answer what was asked, nothing else");
}

}  // namespace

CustomerPlan RecordContext::plan() const {
  const Moment as_of = on.time                 ? on.moment()
                       : on.day == day_of(now) ? now
                                               : book.policy.calendar.opening(on.day);
  return plan_customer(book, who, as_of);
}

void RecordContext::refuse_former(std::string_view what) const {
  if (customer().status != Status::former) return;
  refuse(
      "{0} is a former customer, so nobody would see the {1}; set the status to \"active\" first: "
      "care set {0} --status active",
      {id(), what});
}

std::optional<When> RecordContext::due_typed(std::string_view due) const {
  if (due.empty()) return std::nullopt;
  const When when = when_typed(book, now, "--due", due, Lean::future);
  if (when.day < on.day) refuse("--due {} is before {}, when it began", {iso(when), iso(on.day)});
  // At 15:00, 9:00 means tomorrow's; at 23:50, so does 0:30.
  const bool is_now = on.day == day_of(now);
  if (when.time && is_now && when.moment() < (on.time ? on.moment() : now)) {
    refuse("--due: {} is past; of tomorrow: --due \"tomorrow {}\"",
           {iso(when), iso(when).substr(iso(when.day).size() + 1)});
  }
  return when;
}

void RecordOptions::declare_on(Options& options, std::string_view text) {
  options.value("--on", "WHEN", &on, text).day(Lean::past);
}

void RecordOptions::declare_on_ahead(Options& options, std::string_view text) {
  may_lie_ahead = true;
  options.value("--on", "DAY", &on, text).day(Lean::future);
}

void RecordOptions::declare(Options& options) {
  options.value(
      "--by", "STAFF", &by,
      "Who did it; default: $CARE_STAFF, else the only staff member, else the book's owner",
      {Wanted::staff});
  options.flag("--dry-run", &dry_run, "Print what would be written, and where; write nothing");
}

When RecordOptions::when(const Book& book, Moment now, Precision precision) const {
  const std::string& typed = asked.empty() ? on : asked;
  if (typed.empty()) {
    const bool is_day = precision == Precision::day;
    return {day_of(now), is_day ? std::nullopt : std::optional{now - day_of(now)}};
  }
  const std::string_view option = asked.empty() ? "--on" : "--asked";
  if (may_lie_ahead) return {day_typed(book, now, option, typed, Lean::future), std::nullopt};
  const auto when = parse_typed_day(typed, now, book.policy.calendar, Lean::past);
  if (!when) {
    refuse_date(option, typed, "yesterday, fri, -2d, 28 Nov, 15:30 or 2026-11-28T15:30");
  }
  if (when->time && when->day == day_of(now) && when->moment() > now) {
    refuse("{0}: {1} is still to come; of yesterday: {0} \"yesterday {2}\"",
           {option, iso(*when), iso(*when).substr(iso(when->day).size() + 1)});
  }
  if (when->day > day_of(now) || (when->time && when->moment() > now)) {
    refuse("{}: {} is still to come; write it down once it has happened", {option, iso(*when)});
  }
  return *when;
}

Text RecordOptions::writer(const Session& session, const Book& book) const {
  if (!by.empty()) return book.staff[staff_named(book, "--by", by)].id;
  if (book.staff.empty()) return {};
  if (const auto staff = session.environment("CARE_STAFF")) {
    return book.staff[staff_named(book, "CARE_STAFF", *staff)].id;
  }
  if (book.staff.size() == 1) return book.staff.front().id;
  return book.owner ? book.staff[*book.owner].id : Text{};
}

/// Each on lines of its own, the further ones indented.
static std::string sentences(const Session& session, const std::vector<std::string>& remarks) {
  constexpr std::size_t widest = 100;
  constexpr std::size_t least = 24;
  const std::size_t width = std::clamp(session.world.columns, least, widest) - 2;
  std::string lines;
  for (const std::string& remark : remarks)
    lines += fmt::format("{}\n", fmt::join(wrapped(remark + ".", width), "\n  "));
  return lines;
}

/// Nothing where that takes more of the book.
static std::optional<ExitCode> write_knowing(
    const Session& session, const RecordOptions& options, Extent extent,
    const std::function<std::vector<Record>(Book&, Moment now)>& make,
    const std::vector<std::string>& remarks) {
  Held held = hold(session, options, Change::addition, extent);
  refuse_unfit(held);
  const Place& place = held.place;
  Reading& before = held.reading;
  const Moment now = session.now(before.book);
  std::vector<Record> records = make(before.book, now);
  if (records.empty()) {
    session.print(sentences(session, remarks));
    return ExitCode::done;
  }
  for (Record& record : records) record = kept(before.book, std::move(record));
  const RecordTexts texts = record_texts(before.book, records);
  if (find_invalid_utf8(texts.text)) {
    refuse("what was typed is not UTF-8; set the terminal to UTF-8");
  }
  const std::optional<Appended> added = append(held, texts);
  if (!added) return std::nullopt;
  const Appended& appended = *added;
  verify(before, appended, records, now);
  if (options.dry_run) {
    session.print(fmt::format("Would go to {}{}:{}:\n\n{}", place.is_new ? "a new file, " : "",
                              neutralised(place.target().name), appended.addition.line,
                              neutralised_lines(texts.text)));
    if (!remarks.empty()) session.print("\n" + sentences(session, remarks));
    return ExitCode::done;
  }
  held.file->replace(place.target().text, appended.addition.text);
  session.note_written("the record is in the book");
  const Book& book = (appended.whole ? *appended.whole : before).book;
  Outlook ahead = outlook(book, index_of(book, customer_of(before.book, records.front())), now);
  ahead.before = &before.book;
  session.print(render(ahead, as_read(book, records, appended.at), session.style()) +
                sentences(session, remarks));
  session.world.kept.push_back(std::make_shared<Reading>(std::move(before)));
  return ExitCode::done;
}

ExitCode write_records(const Session& session, const RecordOptions& options,
                       const std::function<std::vector<Record>(Book&, Moment now)>& make,
                       const std::vector<std::string>& remarks) {
  return write_knowing(session, options, {}, make, remarks).value();
}

ExitCode write_record(const Session& session, const RecordOptions& options,
                      const std::function<Record(Book&, Moment now)>& make) {
  return write_records(session, options,
                       [&](Book& book, Moment now) { return std::vector{make(book, now)}; });
}

ExitCode write_record_from(const Session& session, const RecordOptions& options,
                           const TypedWords& typed, Precision precision,
                           const std::function<Record(const RecordContext&)>& make, Extent extent) {
  const auto make_and_warn = [&](const RecordContext& context) {
    std::vector<Record> records{make(context)};
    warn(context, records.front());
    return records;
  };
  return write_records(session, options, typed, precision, make_and_warn, extent);
}

ExitCode write_records(const Session& session, const RecordOptions& options,
                       const TypedWords& typed, Precision precision,
                       const std::function<std::vector<Record>(const RecordContext&)>& make,
                       Extent extent) {
  std::vector<std::string> remarks;
  const auto make_about = [&](Book& book, Moment now) {
    const auto& [who, words] = typed;
    remarks.clear();
    const NamedCustomer named = customer_named(book, who, words);
    const auto text = words.begin() + static_cast<std::ptrdiff_t>(named.words);
    RecordContext context{book, named.who, now, options.when(book, now, precision), {}};
    context.words = {text, words.end()};
    std::erase_if(context.words, is_blank);
    context.remarks = &remarks;
    context.by = options.writer(session, book);
    if (named.words > 0) {
      context.remark(
          fmt::format("\"{}\" was taken as part of the name; a text in quotes stays whole",
                      shown(joined(std::vector<std::string>{words.begin(), text}))));
    }
    return make(context);
  };
  const auto code = write_knowing(session, options, extent, make_about, remarks);
  return code ? *code : write_records(session, options, make_about, remarks);
}

}  // namespace care
