#include "render/words/happenings.hpp"
#include <care/book_fields.hpp>
#include <care/record.hpp>
#include <care/text.hpp>
#include "render/words/learned.hpp"
#include "render/words/phrases.hpp"

#include <fmt/format.h>

#include <cmath>
#include <utility>

namespace care {
namespace {

/// `, say Maria`: the text behind what leads to it; nothing where there is none.
std::string part(std::string_view before, std::string_view text, std::string_view after = "") {
  return text.empty() ? "" : fmt::format("{}{}{}", before, neutralised_lines(text), after);
}

using Lines = std::vector<std::string>;

Lines lines_of(const Book& book, const Touch& touch, Date today) {
  const bool is_contact = touch.reached || !touch.from_them || touch.how;
  std::string head{touch.how ? word(*touch.how) : is_contact ? "contact" : "without a contact"};
  if (touch.from_them && is_contact) head += ", from them";
  if (!touch.reached && is_contact) head += ", not reached";
  if (touch.contact) {
    head += part(", ", book.customers[touch.customer].contacts[*touch.contact].name);
  }
  head += part(", by ", touch.by);
  if (touch.mood) head += part(", ", word(*touch.mood));
  // Of the dead nobody says that they are greeted.
  const bool is_dead = as_of(book, touch.customer, today).died.has_value();
  Lines lines{head + part(": ", touch.said)};
  const bool ended = touch.outcome && *touch.outcome != Outcome::alternative;
  for (std::string& more :
       Lines{part("heard: ", touch.heard), part("thanked for: ", theirs(touch.thanked)),
             part(is_dead ? "for: " : "greeted: ", listed(touch.greeted)),
             part("plan: ", listed(touch.plans)), part("wow: ", touch.wow),
             part("offered: ", touch.offered),
             touch.answer ? part("offer ", word(*touch.answer)) : "",
             part("waiting for: ", touch.waiting),
             ended ? part("request ", word(*touch.outcome)) : "",
             touch.promise ? part("kept: ", book.promises.all[*touch.promise].what) : ""}) {
    if (!more.empty()) lines.push_back(std::move(more));
  }
  return lines;
}

Lines lines_of(const Book& /*book*/, const Purchase& purchase, Date /*today*/) {
  return {part("bought ", purchase.what) + price_words(purchase)};
}

/// With the end that the request itself has; one without an outcome ends nothing (R7).
Lines lines_of(const Book& /*book*/, const Request& request, Date today) {
  Lines lines{part(request.urgent ? "emergency: " : "request: ", request.what)};
  if (!request.closed || *request.closed > today || !request.outcome) return lines;
  const std::string day = past_day(*request.closed, today);
  if (*request.outcome == Outcome::alternative) {
    lines.push_back(fmt::format("offered {}{}", day, part(": ", request.offered)));
  } else {
    lines.front() += fmt::format(", closed {}: {}", day, word(*request.outcome));
  }
  return lines;
}

Lines lines_of(const Book& /*book*/, const Promise& promise, Date today) {
  std::string line = part("promised: ", promise.what);
  if (promise.due) line += ", due " + short_when(*promise.due, today);
  const bool is_kept = promise.kept && *promise.kept <= today;
  if (is_kept) line += ", kept " + past_day(*promise.kept, today);
  return {std::move(line)};
}

Lines lines_of(const Book& /*book*/, const Snooze& snooze, Date today) {
  return {fmt::format("snoozed until {}{}", short_day(snooze.until, today),
                      part(": ", snooze.because))};
}

Lines lines_of(const Book& /*book*/, const Ready& ready, Date /*today*/) {
  return {part("prepared: ", ready.what)};
}

/// Any other kind of record: its keys, but for those that say whose and when.
template <class Record>
Lines lines_of(const Book& book, const Record& record, Date /*today*/) {
  std::string said;
  const auto keys = record_keys();
  const auto values = record_values(book, &record);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i] == "customer" || keys[i] == "on" || keys[i] == "by") continue;
    const std::string value = cell_text(values[i]);
    if (!value.empty()) said += fmt::format("{}{}: {}", said.empty() ? "" : "; ", keys[i], value);
  }
  return {neutralised_lines(fmt::format("{}: {}", table_head<Record>.noun, said))};
}

}  // namespace

std::string price_words(const Purchase& purchase) {
  if (!purchase.amount) return {};
  const double amount = *purchase.amount;
  return fmt::format(", {:.{}f}{}{}", amount, amount == std::floor(amount) ? 0 : 2,
                     purchase.currency.empty() ? "" : " ", neutralised(purchase.currency));
}

std::vector<std::string> happening_lines(const Book& book, RecordRef record, Date today) {
  return std::visit([&](const auto* one) { return lines_of(book, *one, today); }, record);
}

std::vector<std::string> happening_lines(const Book& /*book*/, const Plan* plan, Date today) {
  return {fmt::format("planned: {}", own_plan_words(*plan, today))};
}

}  // namespace care
