#include <care/book.hpp>
#include <care/text_ascii.hpp>

#include <algorithm>
#include <cstring>
#include <functional>

#include <fmt/format.h>

namespace care {
namespace {

/// The first room for texts that are kept. Each further one is eight times as large, up to the
/// last: memory comes in whole pages, of which a small book needs few.
constexpr std::size_t first_chunk_size = std::size_t{1} << 12;
constexpr std::size_t last_chunk_size = std::size_t{1} << 21;

/// The day that places a record among those of its customer. A request or promise whose date could
/// not be read counts from today, which no other record here is later than by right: it comes last.
template <class Record>
Date sorting_day(const Record& record) {
  if constexpr (requires { record.asked; }) {
    return record.asked ? record.asked->day : Date::max();
  } else if constexpr (requires { record.due; }) {
    return record.due ? record.due->day : Date::max();
  } else if constexpr (requires { record.on->day; }) {
    return record.on ? record.on->day : Date::min();
  } else {
    return record.on.day;
  }
}

template <class Record>
void group(Records<Record>& records, std::size_t customers) {
  records.order.clear();
  records.first.clear();
  if (records.all.empty()) return;
  records.first.assign(customers + 1, 0);
  std::vector<CustomerIndex> customer_of;
  customer_of.reserve(records.all.size());
  for (const Record& record : records.all) {
    customer_of.push_back(record.customer);
    ++records.first[record.customer + 1];
  }
  for (std::size_t i = 1; i <= customers; ++i) records.first[i] += records.first[i - 1];

  std::vector<std::uint32_t> next{records.first.begin(), records.first.end() - 1};
  records.order.resize(records.all.size());
  for (std::uint32_t i = 0; i < records.all.size(); ++i) records.order[next[customer_of[i]]++] = i;

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
  book.referrals.clear();
  book.first_referral.clear();
  const auto is_referred = [](const Customer& one) { return one.referred_by.has_value(); };
  if (std::ranges::none_of(book.customers, is_referred)) return;
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
  if (first_referral.empty()) return {};
  const std::uint32_t first = first_referral[customer];
  return std::span{referrals}.subspan(first, first_referral[customer + 1] - first);
}

FileText::FileText(std::string text) {
  const auto kept = std::make_shared<const std::string>(std::move(text));
  bytes_ = *kept;
  owner_ = kept;
}

FileText::FileText(const char* text) : FileText{std::string{text}} {}

Text TextStore::keep(std::string_view text) {
  if (text.empty()) return {};
  if (chunks_.empty() || text.size() > chunks_.back().size - used_) {
    const std::size_t next = chunks_.empty() ? first_chunk_size : 8 * chunks_.back().size;
    const std::size_t size = std::max(std::min(next, last_chunk_size), text.size());
    used_ = 0;
    chunks_.push_back({std::make_unique_for_overwrite<char[]>(size), size});
  }
  char* const kept = chunks_.back().bytes.get() + used_;
  std::memcpy(kept, text.data(), text.size());
  used_ += text.size();
  return {kept, text.size()};
}

bool TextStore::holds(Text text) const {
  const auto stands_in = [&](std::string_view bytes) {
    const std::less_equal<> not_after;
    return text.size() <= bytes.size() && not_after(bytes.data(), text.data()) &&
           not_after(text.data(), bytes.data() + bytes.size() - text.size());
  };
  const auto is_in_chunk = [&](const Chunk& chunk) {
    return stands_in({chunk.bytes.get(), chunk.size});
  };
  return text.empty() || std::ranges::any_of(files_, stands_in) ||
         std::ranges::any_of(chunks_, is_in_chunk);
}

void group_records(Book& book) {
  const std::size_t customers = book.customers.size();
  std::apply([&](auto&... records) { (group(records, customers), ...); }, record_lists(book));
  group_referrals(book);
  lay_facts(book);
}

Position position_of(const KeyPositions& keys, std::string_view key) {
  const auto found = keys.find(key);
  return found == keys.end() ? Position{} : found->second;
}

std::optional<StaffIndex> owner_of(const Book& book, const Customer& customer) {
  return customer.owner ? customer.owner : book.owner;
}

const Cadence& cadence_of(const Book& book, const Customer& customer) {
  if (customer.every) return *customer.every;
  if (customer.tier) return book.policy.tiers[*customer.tier].every;
  return book.policy.every;
}

std::optional<Duration> at_most_of(const Book& book, const Customer& customer) {
  if (customer.at_most || customer.every) return customer.at_most;
  if (customer.tier) return book.policy.tiers[*customer.tier].at_most;
  return book.policy.at_most;
}

bool is_still_here(const Contact& contact, Date today) {
  return !contact.left || *contact.left > today;
}

const Contact* first_contact(const Customer& customer, Date today) {
  const auto here = std::ranges::find_if(
      customer.contacts, [&](const Contact& contact) { return is_still_here(contact, today); });
  return here == customer.contacts.end() ? nullptr : &*here;
}

Text address_of(const Customer& customer, Date today) {
  if (!customer.call_me.empty()) return customer.call_me;
  const Contact* contact = first_contact(customer, today);
  if (contact == nullptr) return customer.name;
  return contact->call_me.empty() ? contact->name : contact->call_me;
}

bool is_customer_id(std::string_view text) {
  const auto starts = [](char c) { return is_small_letter(c) || is_digit(c); };
  return !text.empty() && starts(text.front()) && std::ranges::all_of(text, [&](char c) {
    return starts(c) || c == '.' || c == '_' || c == '-';
  });
}

std::optional<StaffIndex> find_staff(const Book& book, std::string_view id) {
  const auto found = std::ranges::find(book.staff, id, &Staff::id);
  if (found == book.staff.end()) return std::nullopt;
  return static_cast<StaffIndex>(found - book.staff.begin());
}

std::string to_string(const Book& book, Position position) {
  if (position.file >= book.files.size()) return {};
  const std::string& file = book.files[position.file];
  if (position.line == 0) return file;
  if (position.column == 0) return fmt::format("{}:{}", file, position.line);
  return fmt::format("{}:{}:{}", file, position.line, position.column);
}

}  // namespace care
