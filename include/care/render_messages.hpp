#pragma once

#include <optional>
#include <string>
#include <vector>

#include <care/agenda.hpp>
#include <care/book_messages.hpp>
#include <care/render_formats.hpp>

namespace care {

/// What a message is written about, and by whom (R18).
struct LetterFor {
  const Book* book = nullptr;
  const Entry* entry = nullptr;            ///< of the customer
  const Item* item = nullptr;              ///< of the entry; nothing: about nothing that is due
  std::optional<std::uint32_t> contact{};  ///< to whom of theirs; else the item's contact
  std::optional<StaffIndex> me{};
};

/// A message with its fields filled in.
struct Letter {
  const Message* message = nullptr;
  Mailbox to;                        ///< without an address where there is none
  std::string subject, text;         ///< both as they are to be sent
  std::vector<std::string> missing;  ///< each fact that there is none of, and what to write where

  [[nodiscard]] bool is_complete() const { return missing.empty(); }
};

/// Whether the message is for such an item: its kind, or the plan whose step it is.
[[nodiscard]] bool is_for(const Message& message, const Item& item);

[[nodiscard]] Letter letter_of(const Message& message, const LetterFor& writing);
/// The first message for the item whose fields all have a value, else the first for it; nothing
/// where there is none.
[[nodiscard]] std::optional<Letter> letter_for(const LetterFor& writing);
/// What a page can send at once: a complete letter with an address, about the first item of the
/// entry that has one. Nobody who is not to be contacted gets any.
[[nodiscard]] std::optional<Letter> letter_of_entry(const Book& book, const Entry& entry,
                                                    std::optional<StaffIndex> me);

/// Why nobody can write to them: `rosa has no email: email = …`.
[[nodiscard]] std::string no_address(const LetterFor& writing);

/// What is to be typed once it is sent: `care log rosa --email --greeted`.
[[nodiscard]] std::string logging_line(const LetterFor& writing);

/// `Subject: …`, a blank line and the text.
[[nodiscard]] std::string letter_text(const Letter& letter);
/// A message for `sendmail -t` in plain text; see `render_message`.
[[nodiscard]] std::string letter_mail(const Letter& letter, const LetterFor& writing,
                                      const Mailbox& from,
                                      std::optional<std::chrono::minutes> zone);
[[nodiscard]] std::string letter_json(const Letter& letter, const LetterFor& writing);
/// A link that opens a mail program with it (RFC 6068); without the text where it would be longer
/// than programs take.
[[nodiscard]] std::string mailto_link(const Letter& letter);

}  // namespace care
