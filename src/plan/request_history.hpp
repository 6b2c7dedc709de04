#pragma once

#include "plan/customer_day.hpp"

namespace care {

/// An alternative that was offered, and the customer's last word on it.
struct Offer {
  When on;
  Position at;
  Text what;
  std::optional<Answer> answer;
  Date answered_on;
  std::size_t answered_at = 0;  ///< by the step of this number
};

/// What happened to one request, in the order in which it did.
struct RequestHistory {
  std::uint32_t request;
  bool reached = false;  ///< a touch of ours that reached them named it
  bool own_closing_read = false;
  std::size_t steps = 0;            ///< touches and its own closing that have been read
  std::optional<Ending> closing{};  ///< the first outcome done or withdrawn
  std::optional<When> closed_on{};  ///< like `closing`
  std::size_t closed_at = 0;        ///< by the step of this number
  bool closed_unanswered = false;
  std::optional<When> answered{};  ///< first, or done first
  std::vector<Offer> offers{};
  /// The first offer that they accepted and that was not the last.
  std::optional<std::size_t> accepted_before{};
  /// Of an emergency: the days at the end of each of which it was one that had ended that day.
  std::vector<Date> ended_on{};
  const Touch* waiting = nullptr;       ///< we wait for what it says, until they give us that
  std::optional<When> waiting_since{};  ///< where that began
  std::chrono::minutes waited{0};       ///< working time of waits that are over
};

/// The histories of the customer's requests that have been asked, in file order.
[[nodiscard]] std::vector<RequestHistory> request_histories(const CustomerDay& today);

/// The first that they accepted; nullptr where there is none.
[[nodiscard]] const Offer* accepted_offer(const RequestHistory& history);

/// At the first outcome done or withdrawn, or the first offer that they accepted.
[[nodiscard]] std::optional<Ending> ending_of(const RequestHistory& history);

}  // namespace care
