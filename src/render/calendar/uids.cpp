#include "render/calendar/uids.hpp"

#include <care/text_checksum.hpp>

#include <fmt/format.h>

#include <initializer_list>

namespace care {
namespace {

/// Lengths keep `ab, c` and `a, bc` apart.
std::uint64_t checksum_of(std::initializer_list<std::string_view> parts) {
  std::uint64_t hash = checksum({});
  for (const std::string_view part : parts) {
    hash = checksum(part, checksum(fmt::format("{}:", part.size()), hash));
  }
  return hash;
}

/// `request` for emergencies too, as one may become the other.
std::string_view kind_of(const Item& item) {
  return word(item.kind == Kind::emergency ? Kind::request : item.kind);
}

/// What sets the item's record apart from others of its kind: an id, name or text.
std::string key_of(const Item& item) {
  if (!item.id.empty()) return std::string{item.id};
  switch (item.kind) {
    case Kind::birthday: return std::string{item.record == Item::own ? Text{} : item.person};
    case Kind::event:
    case Kind::prepare:
    case Kind::emergency:
    case Kind::request:
    case Kind::promise: return std::string{item.what};
    default: return {};
  }
}

}  // namespace

std::string uid_prefix(const Book& book) {
  return fmt::format("care-{:08x}-", checksum_of({book.name}) & 0xffffffffU);
}

std::string Uids::of(const Book& book, const Item& item, std::string_view part,
                     std::string_view of_year) {
  return next(book.customers[item.customer].id, fmt::format("{}{}", kind_of(item), part),
              fmt::format("{}{}", key_of(item), of_year));
}

std::string Uids::of(const Unreadable& unreadable, std::string_view where) {
  return next(unreadable.id, word(Kind::unreadable), where);
}

std::string Uids::next(std::string_view id, std::string_view kind, std::string_view key) {
  const auto numbered = [&](int count) {
    const std::string number = count == 0 ? "" : fmt::format("{}", count);
    return fmt::format("{}{:016x}", prefix_, checksum_of({id, kind, key, number}));
  };
  std::string uid = numbered(0);
  int& count = used_[uid];
  while (count++ > 0) {
    uid = numbered(count - 1);
    if (used_.try_emplace(uid, 1).second) break;
  }
  return uid;
}

}  // namespace care
