#include "shell/commands/open_records.hpp"

#include <care/plan.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace care {
namespace {

std::string_view noun(std::string_view option) {
  return option == "--request" ? "request" : "promise";
}

/// Several records of one implied id: nothing can refer to one of them.
template <class Dated>
bool is_shared(const std::vector<Dated>& all, Text id) {
  return std::ranges::count(all, id, &Dated::id) > 1;
}

void refuse_shared_id(const RecordContext& context, std::string_view option,
                      const OpenRecord& record) {
  const Book& book = context.book;
  const bool shared = option == "--request" ? is_shared(book.requests.all, record.id)
                                            : is_shared(book.promises.all, record.id);
  if (!shared) return;
  refuse("several go by the id {}; give each an `id` of its own first: care edit {}",
         {shown(record.id), context.id()});
}

/// By its id, else by all of its words, else by some.
std::vector<OpenRecord> fitting(std::string_view text, const std::vector<OpenRecord>& records) {
  std::vector<OpenRecord> whole, found;
  for (const OpenRecord& record : records) {
    if (record.id == text) return {record};
    if (equal_ignoring_case(record.what, text)) whole.push_back(record);
    if (record.id.starts_with(text) || has_words(record.what, text)) found.push_back(record);
  }
  if (!whole.empty()) found = std::move(whole);
  const auto open = still_open(found);
  return open.empty() ? found : open;
}

}  // namespace

std::vector<OpenRecord> requests_of(const Book& book, CustomerIndex who, Moment now) {
  std::vector<OpenRecord> records;
  for (const RequestState& state : plan_customer(book, who, now).requests) {
    const Request& request = book.requests.all[state.request];
    records.push_back({state.request, request.id, request.what, !state.ending,
                       state.aim == Aim::word_on_offer || state.aim == Aim::other_offer,
                       state.offered});
  }
  std::ranges::sort(records, {}, &OpenRecord::index);
  return records;
}

std::vector<OpenRecord> promises_of(const Book& book, CustomerIndex who, Moment now) {
  std::set<std::uint32_t> open;
  for (const Item& item : plan_customer(book, who, now).items) {
    if (item.kind == Kind::promise) open.insert(item.record);
  }
  std::vector<OpenRecord> records;
  for (const std::uint32_t i : book.promises.of(who)) {
    const Promise& promise = book.promises.all[i];
    records.push_back({i, promise.id, promise.what, open.contains(i), false});
  }
  std::ranges::sort(records, {}, &OpenRecord::index);
  return records;
}

std::vector<OpenRecord> still_open(std::vector<OpenRecord> records) {
  std::erase_if(records, [](const OpenRecord& record) { return !record.is_open; });
  return records;
}

std::string choices(std::string_view option, const std::vector<OpenRecord>& records) {
  std::string lines;
  for (const OpenRecord& record : records) {
    lines += fmt::format("\n  {} {}  {}", option, shown(record.id), shown(record.what));
  }
  return lines;
}

std::uint32_t one_meant(const RecordContext& context, std::string_view option,
                        std::string_view text, const std::vector<OpenRecord>& records,
                        std::string_view instead) {
  const auto found = text.empty() ? still_open(records) : fitting(text, records);
  if (found.size() == 1) {
    refuse_shared_id(context, option, found.front());
    if (!found.front().is_open) {
      context.remark(
          fmt::format("This {} had ended before: \"{}\"", noun(option), shown(found.front().what)));
    }
    return found.front().index;
  }
  const std::string id = context.id();
  if (found.size() > 1) {
    // Where nothing can refer to any of them, there is nothing to choose from.
    if (std::ranges::count(found, found.front().id, &OpenRecord::id) == std::ssize(found))
      refuse_shared_id(context, option, found.front());
    refuse("which {} of {}?{}", {noun(option), id, choices(option, found)});
  }
  if (records.empty() || text.empty()) {
    refuse("no {} of {} is open; care show {} shows them all", {noun(option), id, id});
  }
  const auto open = still_open(records);
  refuse("{}: {} has no such {}: \"{}\"{}; {}",
         {option, id, noun(option), shown(text), instead,
          open.empty() ? "none is open" : "open:" + choices(option, open)});
}

void remark_same(const RecordContext& context, std::string_view noun, Text what,
                 const std::vector<OpenRecord>& records) {
  for (const OpenRecord& record : records) {
    if (!record.is_open || !equal_ignoring_case(record.what, what)) continue;
    context.remark(fmt::format("The same {} is open already as {}; if this is that one: care undo",
                               noun, shown(record.id)));
    return;
  }
}

Promise promised(const RecordContext& context, std::string_view what, std::string_view due) {
  context.refuse_former("promise");
  auto promise = context.begun<Promise>();
  promise.what = context.keep(what);
  promise.made = context.on.day;
  remark_same(context, "promise", promise.what,
              promises_of(context.book, context.who, context.now));
  promise.due = context.due_typed(due);
  promise.id = context.keep(free_promise_id(context.book, context.customer().id, promise.due->day));
  return promise;
}

}  // namespace care
