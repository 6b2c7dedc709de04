#pragma once

#include <initializer_list>
#include <utility>

#include <care/render_formats.hpp>

#include "shell/session.hpp"

namespace care {

/// What is said of the days that `--from` and `--to` may name beside addresses.
struct MailDays {
  std::string_view from, to;
  Lean lean;
};

/// What a message says besides its page. Behind `--from` and `--to` stand addresses, with `agenda`
/// and `review` also the days of the range: addresses have an @.
struct MailOptions {
  std::vector<std::string> from, to;
  std::string subject;
  std::string each_owner;  ///< the directory for a message to each of the staff
  bool has_days = false;

  void declare(Options& options);
  /// The same for pages of several days.
  void declare(Options& options, const MailDays& days);
  /// A message for each of the staff; `about` says to whom, and with what.
  void declare_each_owner(Options& options, std::string_view about);
  /// Throws UsageError, also where one is given and no message is wanted.
  void check(const Format& format) const;
  /// Throws UsageError where `--each-owner` and something are given that says otherwise whose page
  /// is wanted, or where it goes.
  void check_each_owner(std::initializer_list<std::pair<std::string_view, bool>> others) const;
  /// Who the message is from and to: as typed, else as the book says. Throws UsageError.
  [[nodiscard]] Envelope envelope(const Book& book, std::optional<StaffIndex> owner,
                                  const Selection& selection) const;
};

/// The address of one of the staff; nothing where the book has none, or none that is one.
[[nodiscard]] std::optional<Mailbox> mailbox_of(const Book& book, StaffIndex index);
/// `dana.eml`; what could lead elsewhere or nowhere as a file's name is written as `%2F`.
[[nodiscard]] std::string message_name(std::string_view id);

/// The one among the words behind `--from` or `--to` that is not an address; empty where all are.
/// Throws UsageError where there are two.
[[nodiscard]] std::string day_among(std::string_view option, const std::vector<std::string>& words);

/// A message to one of the staff, and whether it says anything.
struct StaffMessage {
  bool wanted = true;  ///< not where they are away, or nothing is due with `--if-any`
  std::function<std::string()> text;
};

/// Writes a message for each of the staff into the directory, as ID.eml. Where none is wanted,
/// what stands there of theirs is removed, and what was once written to people who are no longer in
/// the book, so that no old page is sent again. Throws UsageError, FileError.
void write_to_each_owner(const OutputGuard& guard, const std::string& directory, const Book& book,
                         const std::function<StaffMessage(StaffIndex)>& message_for);

}  // namespace care
