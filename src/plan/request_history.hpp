#pragma once

#include "plan/customer_day.hpp"

namespace care {

/// An alternative that was offered, and the customer's last word on it.
struct Offer {
  Date day;
  Position at;
  std::optional<Answer> answer;
  Date answered_on;
};

/// What happened to one request, in the order in which it did.
struct RequestHistory {
  std::uint32_t request;
  bool reached = false;  ///< a touch of ours that reached them named it
  bool own_closing_read = false;
  std::optional<Ending> closing;  ///< the first outcome done or withdrawn
  std::vector<Offer> offers;
};

/// The histories of the customer's requests that have been asked, in file order.
[[nodiscard]] std::vector<RequestHistory> request_histories(const CustomerDay& today);

/// At the first outcome done or withdrawn, or the first offer that they accepted.
[[nodiscard]] std::optional<Ending> ending_of(const RequestHistory& history);

}  // namespace care
