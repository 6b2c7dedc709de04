#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <care/render.hpp>
#include <care/render_review.hpp>
#include <care/report_table.hpp>

namespace care {

/// Somebody's mail address, and the name that is shown with it (empty: none).
struct Mailbox {
  std::string name;
  std::string address;
  friend bool operator==(const Mailbox&, const Mailbox&) = default;
};

/// Reads `dana@example.com` or `Dana Whitlock <dana@example.com>`: a dot-atom, `@` and a domain
/// (RFC 5322 §3.4.1), all ASCII, as every mail server takes it; a domain beyond ASCII becomes one
/// of `xn--`. Nothing for anything else, above all for line ends and other controls.
[[nodiscard]] std::optional<Mailbox> parse_mailbox(std::string_view text);
/// Whether what stands before the @ has letters beyond ASCII, which few mail servers take.
[[nodiscard]] bool is_local_part_foreign(std::string_view text);

/// What a message says apart from its page.
struct Envelope {
  Mailbox from;
  std::vector<Mailbox> to;  ///< at least one
  std::string subject;      ///< empty: the day and what it asks for
  /// What the page was narrowed to apart from owner and days: tags, kinds. Two pages that differ
  /// have two Message-IDs, or a mail program would take the second for a copy.
  std::string scope;
  /// How far the local clock is ahead of UTC at that moment; nothing: not known.
  std::optional<std::chrono::minutes> zone{};
};

/// A message for `sendmail -t` (RFC 5322, RFC 2045 to 2049) with the page as text and as HTML for
/// mail; lines end with LF. The Message-ID follows from book, owner,
/// day, scope and what the page says. `Date` is that of the agenda.
[[nodiscard]] std::string render_message(const AgendaPage& page, const Envelope& envelope,
                                         const Style& style);

/// A format: a row of the one table of all formats, from which `--format`, its help and completion
/// follow. Where a function is not set, the format cannot show that.
struct Format {
  std::string_view name;     ///< what `--format` takes
  std::string_view about{};  ///< what its page is; empty where the name says it all
  std::string (*page)(const AgendaPage& page, const Style& style) = nullptr;
  std::string (*message)(const AgendaPage& page, const Envelope& envelope,
                         const Style& style) = nullptr;
  std::string (*listing)(const Listing& listing, const Style& style) = nullptr;
  std::string (*sheet)(const CallSheet& sheet, const Style& style) = nullptr;  ///< `care show`
  std::string (*problems)(const Book& book, const std::vector<Problem>& problems) = nullptr;
  std::string (*table)(const Table& table, const Style& style) = nullptr;  ///< `care journal` …
  std::string (*review)(const ReviewPage& page, const Style& style) = nullptr;  ///< `care review`
  std::string (*review_message)(const ReviewPage& page, const Envelope& envelope,
                                const Style& style) = nullptr;
  std::string (*customers)(const Listing& listing) = nullptr;  ///< `care export`
  bool says_next = false;    ///< where nothing is due, when the next thing is: `AgendaPage::next`
  bool is_of_book = false;   ///< says something of customers who are on no page, too
  bool shows_weeks = false;  ///< the load of the coming weeks: `AgendaPage::ahead`
};

/// All of them, in the order in which help lists them; the first is the default.
[[nodiscard]] std::span<const Format> formats();

/// The format of that name; nullptr where there is none.
[[nodiscard]] const Format* find_format(std::string_view name);

}  // namespace care
