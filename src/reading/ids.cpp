#include "reading/ids.hpp"

#include "reading/problems.hpp"

namespace care::reading {

void Ids::reserve(std::size_t count) {
  named_.reserve(count);
  in_order_.reserve(count);
}

bool Ids::add(std::string_view id, std::uint32_t index) {
  const auto [entry, is_new] = named_.try_emplace(id, Named{index, 0});
  ++entry->second.count;
  if (is_new) in_order_.push_back(id);
  return is_new;
}

void Ids::add_lost(std::string_view id) {
  if (!id.empty()) lost_.emplace(id);
}

std::optional<std::uint32_t> Ids::find(std::string_view id) const {
  const auto found = named_.find(id);
  if (found == named_.end()) return std::nullopt;
  return found->second.first;
}

bool Ids::is_ambiguous(std::string_view id) const {
  const auto found = named_.find(id);
  return found != named_.end() && found->second.count > 1;
}

bool Ids::is_lost(std::string_view id) const {
  return !lost_.empty() && lost_.contains(std::string{id});
}

std::optional<std::string_view> Ids::nearest(std::string_view typed) {
  constexpr std::size_t most_looked_at = 5'000'000;
  constexpr std::size_t most_remembered = 10'000;
  const auto known = offered_.find(std::string{typed});
  if (known != offered_.end()) return known->second;
  if (looked_at_ > most_looked_at || offered_.size() > most_remembered) return std::nullopt;
  looked_at_ += in_order_.size();
  return offered_[std::string{typed}] = nearest_of(typed, in_order_);
}

}  // namespace care::reading
