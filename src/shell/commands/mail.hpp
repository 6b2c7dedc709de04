#pragma once

#include <care/render_formats.hpp>

#include "shell/session.hpp"

namespace care {

/// What a message says besides its page. Behind `--from` and `--to` stand addresses, with `agenda`
/// also the days of the range: addresses have an @.
struct MailOptions {
  std::vector<std::string> from, to;
  std::string subject;
  std::string each_owner;  ///< the directory for a message to each of the staff
  bool has_days = false;

  void declare(Options& options, bool with_days = false);
  /// Throws UsageError, also where one is given and no message is wanted.
  void check(const Format& format) const;
  /// Who the message is from and to: as typed, else as the book says. Throws UsageError.
  [[nodiscard]] Envelope envelope(const Book& book, std::optional<StaffIndex> owner,
                                  const Selection& selection) const;
};

/// The address of one of the staff; nothing where the book has none, or none that is one.
[[nodiscard]] std::optional<Mailbox> mailbox_of(const Book& book, StaffIndex index);
/// `dana.eml`; what could lead elsewhere or nowhere as a file's name is written as `%2F`.
[[nodiscard]] std::string message_name(std::string_view id);

/// `dana@example.com`
[[nodiscard]] bool is_address(const std::string& word);

/// A message to one of the staff, and whether it says anything.
struct StaffMessage {
  bool wanted = true;  ///< not where they are away, or nothing is due with `--if-any`
  std::function<std::string()> text;
};

/// Writes a message for each of the staff into the directory, as ID.eml. Where none is wanted,
/// what stands there of theirs is removed, so that no old page is sent again. Throws UsageError,
/// FileError.
void write_to_each_owner(const OutputGuard& guard, const std::string& directory, const Book& book,
                         const std::function<StaffMessage(StaffIndex)>& message_for);

}  // namespace care
