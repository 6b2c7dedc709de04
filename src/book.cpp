#include <care/book.hpp>

#include <algorithm>
#include <cstring>
#include <limits>

#include <fmt/format.h>

namespace care {
namespace {

constexpr std::size_t chunk_size = std::size_t{1} << 18;

/// The day that places a record among those of its customer. A request or promise whose date could
/// not be read counts from today, which no other record here is later than by right: it comes last.
Date sorting_day(const Purchase& purchase) { return purchase.on.day; }
Date sorting_day(const Touch& touch) { return touch.on.day; }
Date sorting_day(const Request& request) {
  return request.asked ? request.asked->day : Date::max();
}
Date sorting_day(const Promise& promise) { return promise.due.value_or(Date::max()); }
Date sorting_day(const Snooze& snooze) { return snooze.on.day; }
Date sorting_day(const Ready& ready) { return ready.on.day; }

template <class Record>
void group(Records<Record>& records, std::size_t customers) {
  records.first.assign(customers + 1, 0);
  for (const Record& record : records.all) ++records.first[record.customer + 1];
  for (std::size_t i = 1; i <= customers; ++i) records.first[i] += records.first[i - 1];

  std::vector<std::uint32_t> next{records.first.begin(), records.first.end() - 1};
  records.order.resize(records.all.size());
  for (std::uint32_t i = 0; i < records.all.size(); ++i)
    records.order[next[records.all[i].customer]++] = i;

  const auto earlier = [&](std::uint32_t a, std::uint32_t b) {
    return sorting_day(records.all[a]) < sorting_day(records.all[b]);
  };
  for (std::size_t i = 0; i < customers; ++i) {
    const auto first = records.order.begin() + records.first[i];
    const auto last = records.order.begin() + records.first[i + 1];
    if (!std::is_sorted(first, last, earlier)) std::stable_sort(first, last, earlier);
  }
}

void group_referrals(Book& book) {
  const std::size_t customers = book.customers.size();
  book.first_referral.assign(customers + 1, 0);
  for (const Customer& customer : book.customers)
    if (customer.referred_by) ++book.first_referral[*customer.referred_by + 1];
  for (std::size_t i = 1; i <= customers; ++i) book.first_referral[i] += book.first_referral[i - 1];

  std::vector<std::uint32_t> next{book.first_referral.begin(), book.first_referral.end() - 1};
  book.referrals.resize(book.first_referral.back());
  for (std::uint32_t i = 0; i < customers; ++i)
    if (const auto from = book.customers[i].referred_by) book.referrals[next[*from]++] = i;
}

}  // namespace

Book::Book() : texts{std::make_unique<TextStore>()} {}
Book::Book(Book&&) noexcept = default;
Book& Book::operator=(Book&&) noexcept = default;
Book::~Book() = default;

std::span<const std::uint32_t> Book::referred_by(CustomerIndex customer) const {
  const std::uint32_t first = first_referral[customer];
  return std::span{referrals}.subspan(first, first_referral[customer + 1] - first);
}

Text TextStore::keep(std::string_view text) {
  if (text.empty()) return {};
  if (text.size() > size_ - used_) {
    size_ = std::max(chunk_size, text.size());
    used_ = 0;
    chunks_.push_back(std::make_unique_for_overwrite<char[]>(size_));
  }
  char* const kept = chunks_.back().get() + used_;
  std::memcpy(kept, text.data(), text.size());
  used_ += text.size();
  return {kept, text.size()};
}

void group_records(Book& book) {
  const std::size_t customers = book.customers.size();
  group(book.purchases, customers);
  group(book.touches, customers);
  group(book.requests, customers);
  group(book.promises, customers);
  group(book.snoozes, customers);
  group(book.readies, customers);
  group_referrals(book);
}

std::optional<StaffIndex> owner_of(const Book& book, const Customer& customer) {
  return customer.owner ? customer.owner : book.owner;
}

const Cadence& cadence_of(const Book& book, const Customer& customer) {
  if (customer.every) return *customer.every;
  if (customer.tier) return book.policy.tiers[*customer.tier].every;
  return book.policy.every;
}

Text address_of(const Customer& customer, Date today) {
  if (!customer.call_me.empty()) return customer.call_me;
  for (const Contact& contact : customer.contacts) {
    if (contact.left && *contact.left <= today) continue;
    return contact.call_me.empty() ? contact.name : contact.call_me;
  }
  return customer.name;
}

std::optional<StaffIndex> find_staff(const Book& book, std::string_view id) {
  const auto found = std::ranges::find(book.staff, id, &Staff::id);
  if (found == book.staff.end()) return std::nullopt;
  return static_cast<StaffIndex>(found - book.staff.begin());
}

std::string_view word(Mood mood) {
  switch (mood) {
    case Mood::delighted: return "delighted";
    case Mood::content: return "content";
    case Mood::strained: return "strained";
  }
  return {};
}

std::string_view word(Status status) {
  switch (status) {
    case Status::active: return "active";
    case Status::former: return "former";
    case Status::do_not_contact: return "do-not-contact";
  }
  return {};
}

std::string_view word(Channel channel) {
  switch (channel) {
    case Channel::call: return "call";
    case Channel::visit: return "visit";
    case Channel::meeting: return "meeting";
    case Channel::video: return "video";
    case Channel::email: return "email";
    case Channel::letter: return "letter";
    case Channel::text: return "text";
    case Channel::gift: return "gift";
    case Channel::other: return "other";
  }
  return {};
}

std::string_view word(Outcome outcome) {
  switch (outcome) {
    case Outcome::done: return "done";
    case Outcome::withdrawn: return "withdrawn";
    case Outcome::alternative: return "alternative";
  }
  return {};
}

std::string_view word(Answer answer) {
  switch (answer) {
    case Answer::accepted: return "accepted";
    case Answer::refused: return "refused";
  }
  return {};
}

std::string_view word(Severity severity) {
  switch (severity) {
    case Severity::note: return "note";
    case Severity::warning: return "warning";
    case Severity::error: return "error";
  }
  return {};
}

std::string to_string(const Book& book, Position position) {
  if (position.file >= book.files.size()) return {};
  const std::string& file = book.files[position.file];
  if (position.line == 0) return file;
  if (position.column == 0) return fmt::format("{}:{}", file, position.line);
  return fmt::format("{}:{}:{}", file, position.line, position.column);
}

}  // namespace care
