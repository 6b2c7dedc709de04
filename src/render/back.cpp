#include <care/book_fields.hpp>
#include <care/record.hpp>
#include <care/render_back.hpp>
#include <care/text.hpp>
#include "render/words/happenings.hpp"
#include "render/words/items.hpp"
#include "render/words/people.hpp"
#include "render/words/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <initializer_list>
#include <optional>

namespace care {
namespace {

Cell text_cell(std::string_view text) { return text.empty() ? Cell{} : Cell{std::string{text}}; }

Cell day_cell(const std::optional<When>& on) { return on ? Cell{iso(*on)} : Cell{}; }

/// Columns for the eye, and behind them those for programs alone.
std::vector<TableColumn> columns(std::vector<TableColumn> seen,
                                 std::initializer_list<std::string_view> hidden) {
  for (const std::string_view key : hidden) seen.push_back({key, "", Look::hidden});
  return seen;
}

/// `Fri 20 Nov`, `Fri 20 Nov 2024`: a heading.
std::string day_heading(const std::optional<When>& on, Date today) {
  return on ? short_day(on->day, today) : "Without a day";
}

std::string_view table_name(const RecordedRef& record) {
  return std::visit([]<class One>(const One*) { return table_head<One>.name; }, record);
}

/// Whose it is, where that is not known from the record's own words.
std::string by_words(const RecordedRef& record) {
  const Text by = std::visit([](const auto* one) { return one->by; }, record);
  return by.empty() || std::holds_alternative<const Touch*>(record)
             ? ""
             : fmt::format(" (by {})", neutralised(by));
}

/// `birthday of Joe Tran (41)`, `5 years with us`, `annual owners' meeting`.
std::string date_words(const Book& book, const DateAhead& date, Date today) {
  std::string words;
  switch (date.kind) {
    case Kind::birthday: {
      const bool own = date.person == as_of(book, date.customer, today).name;
      words = own ? "birthday" : fmt::format("birthday of {}", neutralised(date.person));
      if (date.years) words += fmt::format(" ({})", *date.years);
      break;
    }
    case Kind::anniversary:
      words = date.years ? fmt::format("{} with us", counted(*date.years, "year", "years"))
                         : std::string{"with us"};
      break;
    default:
      words = in_line(date.what);
      if (date.years) words += fmt::format(" ({})", counted(*date.years, "year", "years"));
  }
  return words;
}

/// Where to begin so that something of the line is seen, of which the place in its fold is given:
/// behind the first blank not long before it, or within a word that is as long as that.
std::size_t start_before(std::string_view line, std::size_t at) {
  constexpr std::size_t before = 30;
  if (at <= before) return 0;
  std::optional<std::size_t> within;
  std::size_t in_fold = 0;
  for (std::size_t i = 0; i < line.size() && in_fold < at;) {
    const std::string_view sign = line.substr(i, first_code_point(line.substr(i)).size);
    const std::size_t size = folded(sign).size();
    if (size > 0 && in_fold + before >= at) {  // accents stay with their letter
      if (sign == " ") return i + 1;
      if (!within) within = i;
    }
    in_fold += size;
    i += sign.size();
  }
  return within.value_or(0);
}

/// The text around the first of the words, on one line.
std::string words_around(Text text, const std::vector<std::string>& words) {
  constexpr std::size_t most = 160;
  std::string line = in_line(text);
  if (display_width(line) <= most) return line;
  const std::size_t at = folded(line).find(folded(words.front()));
  const std::size_t start = at == std::string::npos ? 0 : start_before(line, at);
  std::string seen = shortened(std::string_view{line}.substr(start), most);
  if (start == 0) return seen;
  return (line[start - 1] == ' ' ? "… " : "…") + seen;
}

/// What could not be read, in the columns of what is open, as today's page has it.
TableRows::Row unreadable_row(const OpenItem& open) {
  const Unreadable& lost = *open.unreadable;
  const Item& item = open.item;
  return {lost.id.empty() ? Cell{"?"} : Cell{std::string{lost.id}},
          Cell{},
          neutralised(lost.what),
          iso(item.due),
          std::string{word(item.kind)},
          text_cell(lost.id),
          text_cell(lost.name),
          Cell{},
          Cell{},
          lost.what,
          Cell{},
          std::string{word(item.when)},
          static_cast<double>(item.days_late),
          Cell{},
          Cell{},
          Cell{}};
}

}  // namespace

Table journal_table(const Book& book, Moment now, const JournalSelection& selection,
                    bool has_numbers) {
  Table table{&book, now, "records", {}, "Nothing was recorded then.", {}, {}};
  const Date today = day_of(now);
  table.columns = columns({{"", "DAY", Look::group}, {"", "ID"}, {"", "WHAT", Look::rest}},
                          {"table", "file", "line"});
  for (const std::string_view key : record_keys()) table.columns.push_back({key, "", Look::hidden});
  table.rows = rows_of(journal(book, selection), [&book, today, has_numbers](const Recorded& one) {
    std::vector<std::string> lines = std::visit(
        [&](const auto* record) { return happening_lines(book, record, today); }, one.record);
    if (one.on && one.on->time) lines.front() = clock(one.on->moment()) + " " + lines.front();
    lines.front() += by_words(one.record);
    if (has_numbers) lines.push_back(to_string(book, {one.at.file, one.at.line, 0}));
    TableRows::Row row{day_heading(one.on, today),
                       std::string{book.customers[one.customer].id},
                       fmt::format("{}", fmt::join(lines, "\n")),
                       std::string{table_name(one.record)},
                       book.files[one.at.file],
                       static_cast<double>(one.at.line)};
    std::ranges::move(
        std::visit([&](const auto* record) { return record_values(book, record); }, one.record),
        std::back_inserter(row));
    return row;
  });
  return table;
}

Table open_table(const Book& book, Moment now, const Selection& selection) {
  Table table{&book, now, "open", {}, "Nothing is open: no request, promise or offer.", {}, {}};
  const Date today = day_of(now);
  table.columns = columns({{"", "ID"}, {"", "OWNER"}, {"", "WHAT", Look::rest}},
                          {"due", "kind", "customer", "name", "owner", "id", "what", "since",
                           "when", "days_late", "waits_for", "aim", "offered"});
  table.rows = rows_of(open_items(book, now, selection), [&book, now, today](const OpenItem& open) {
    if (open.unreadable != nullptr) return unreadable_row(open);
    const Item& item = open.item;
    const Customer& customer = as_of(book, item.customer, today);
    const ItemWords words = words_of(book, item, now);
    std::string what = fmt::format("{} {}", words.label, words.line);
    if (open.since) what += fmt::format(", since {}", past_day(open.since->day, today));
    if (!words.detail.empty()) what += "\n" + words.detail;
    if (!open.offered.empty()) what += "\noffered: " + neutralised_lines(open.offered);
    if (!item.waiting_for.empty()) what += "\nwaits for " + neutralised_lines(item.waiting_for);
    if (customer.status == Status::do_not_contact) what += "\ndo not contact";
    return TableRows::Row{std::string{customer.id},
                          std::string{staff_id(book, open.owner)},
                          std::move(what),
                          iso(item.due),
                          std::string{word(item.kind)},
                          std::string{customer.id},
                          std::string{customer.name},
                          text_cell(staff_id(book, open.owner)),
                          text_cell(item.id),
                          text_cell(item.what),
                          day_cell(open.since),
                          std::string{word(item.when)},
                          static_cast<double>(item.days_late),
                          text_cell(item.waiting_for),
                          item.kind == Kind::promise ? Cell{} : Cell{std::string{word(item.aim)}},
                          text_cell(open.offered)};
  });
  return table;
}

Table dates_table(const Book& book, Moment now, Date from, Date to, const Selection& selection) {
  Table table{&book, now, "dates", {}, "No birthday, anniversary or event in these days.", {}, {}};
  const Date today = day_of(now);
  table.columns = columns(
      {{"", "DAY"}, {"", "ID"}, {"", "WHAT", Look::rest}},
      {"day", "kind", "customer", "name", "person", "what", "years", "greeted", "do_not_contact"});
  table.rows =
      rows_of(dates_between(book, now, from, to, selection), [&book, today](const DateAhead& date) {
        const Customer& customer = as_of(book, date.customer, today);
        std::string what =
            fmt::format("{}: {}", neutralised(customer.name), date_words(book, date, today));
        const bool is_barred = customer.status == Status::do_not_contact;
        if (is_barred) what += ", do not contact";
        if (date.marked) {
          what += fmt::format(", {} {}", date.kind == Kind::event ? "marked" : "greeted",
                              past_day(*date.marked, today));
        }
        return TableRows::Row{short_day(date.day, today),
                              std::string{customer.id},
                              std::move(what),
                              iso(date.day),
                              std::string{word(date.kind)},
                              std::string{customer.id},
                              std::string{customer.name},
                              text_cell(date.person),
                              text_cell(date.what),
                              date.years ? Cell{static_cast<double>(*date.years)} : Cell{},
                              date.marked ? Cell{iso(*date.marked)} : Cell{},
                              is_barred};
      });
  return table;
}

Table hits_table(const Book& book, Moment now, const std::vector<std::string>& words) {
  Table table{&book, now, "found", {}, "Nowhere in the book.", {}, {}};
  const Date today = day_of(now);
  table.columns = columns({{"", "DAY"}, {"", "ID"}, {"", "WORDS", Look::rest}},
                          {"on", "customer", "table", "key", "text", "file", "line"});
  table.rows = rows_of(find_text(book, words), [&book, today, words](const Hit& hit) {
    const Text id = book.customers[hit.customer].id;
    return TableRows::Row{
        hit.on ? past_day(hit.on->day, today) : "",
        std::string{id},
        fmt::format("{}: {}\n{}", neutralised(hit.key), words_around(hit.text, words),
                    to_string(book, {hit.at.file, hit.at.line, 0})),
        day_cell(hit.on),
        std::string{id},
        std::string{hit.table},
        std::string{hit.key},
        std::string{hit.text},
        book.files[hit.at.file],
        static_cast<double>(hit.at.line)};
  });
  return table;
}

}  // namespace care
