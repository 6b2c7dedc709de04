#pragma once

#include <optional>
#include <string>

#include <care/book.hpp>
#include <care/render.hpp>
#include <care/report.hpp>

namespace care {

// What of a book goes to other programs: address books, spreadsheets and data bases.

/// RFC 6350, or RFC 2426 for address books that read nothing newer.
enum class VcardVersion { v3, v4 };

/// Whose cards, and what stands on them.
struct CardSelection {
  std::optional<StaffIndex> owner;  ///< theirs only, as `ListSelection` has it
  bool all = false;                 ///< former customers, and contacts who have left, too
  bool notes = false;               ///< notes are private: only where they are asked for
  VcardVersion version = VcardVersion::v4;
};

/// A vCard for each customer and each contact, in the book's order; lines end with CR LF. A card
/// has the same UID in each export and in both versions, as long as the book's name, the id and the
/// contact's name stay.
[[nodiscard]] std::string render_cards(const Book& book, Date today,
                                       const CardSelection& selection);

}  // namespace care
