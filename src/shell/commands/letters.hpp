#pragma once

#include <optional>
#include <string>

#include <care/render_messages.hpp>

#include "shell/session.hpp"

namespace care {

/// Whether the item is of that kind, or a step of the plan behind `plan:`; true where nothing was
/// typed.
[[nodiscard]] bool is_about(const Item& item, const std::string& purpose);

/// The address that a letter is from. Throws UsageError where the book has none.
[[nodiscard]] Mailbox sender(const Book& book, std::optional<StaffIndex> me);

/// Which letters of today's page are wanted, and who writes them.
struct LettersOfToday {
  std::optional<StaffIndex> owner, me;
  std::string purpose;
};
/// Writes a letter for each item that is due today and has a message and an address, as
/// ID-KIND.eml, says who could not be written to and why, and removes those of other days. Nothing
/// is sent. Throws UsageError, FileError.
void write_letters(const Session& session, const Loaded& loaded, const LettersOfToday& wanted,
                   const std::string& directory);

}  // namespace care
