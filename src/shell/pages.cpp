#include "shell/pages.hpp"

#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "shell/files.hpp"
#include "shell/store.hpp"
#include "shell/usage.hpp"

namespace care {
namespace {

Mailbox mailbox_typed(std::string_view option, const std::string& text) {
  if (auto mailbox = parse_mailbox(text)) return *mailbox;
  throw UsageError{
      fmt::format("{}: \"{}\" is no mail address; write it like dana@example.com or \"Dana "
                  "<dana@example.com>\"",
                  option, shown(text))};
}

/// The address of one of the staff; nothing where the book has none, or none that is one.
std::optional<Mailbox> mailbox_of(const Book& book, StaffIndex index) {
  const Staff& staff = book.staff[index];
  auto mailbox = parse_mailbox(staff.email);
  if (mailbox && mailbox->name.empty()) mailbox->name = neutralised(staff.name);
  return mailbox;
}

std::optional<StaffIndex> recipient(const Book& book, std::optional<StaffIndex> owner) {
  if (owner) return owner;
  if (book.owner) return book.owner;
  return book.staff.size() == 1 ? std::optional<StaffIndex>{0} : std::nullopt;
}

std::vector<Mailbox> recipients(const Arguments& arguments, const Book& book,
                                std::optional<StaffIndex> owner) {
  std::vector<Mailbox> to;
  for (const std::string& word : arguments.mail.to) to.push_back(mailbox_typed("--to", word));
  if (!to.empty()) return to;
  const auto staff = recipient(book, owner);
  if (!staff) {
    throw UsageError{
        "--format email: to whom? Give --to ADDRESS, or --owner ID of somebody with an email in "
        "[[staff]]"};
  }
  if (auto mailbox = mailbox_of(book, *staff)) return {std::move(*mailbox)};
  const Staff& person = book.staff[*staff];
  throw UsageError{fmt::format(
      "--format email: [[staff]] \"{}\" has {}; write email = \"dana@example.com\" there, or give "
      "--to ADDRESS",
      neutralised(person.id),
      person.email.empty()
          ? std::string{"no email"}
          : fmt::format("an email that is no address, \"{}\"", shown(person.email)))};
}

std::string scope_of(const Arguments& arguments) {
  std::string scope;
  for (const std::string& tag : arguments.tags) scope += fmt::format("{}\n", tag);
  for (const Kind kind : arguments.only) scope += fmt::format("\n{}", word(kind));
  return scope;
}

/// The coming four weeks.
Agenda agenda_ahead(const Loaded& loaded, const Selection& selection) {
  constexpr std::chrono::days four_weeks{28};
  const Date today = day_of(loaded.now);
  return agenda_of_range(loaded.reading.book, loaded.now, today,
                         today + four_weeks - std::chrono::days{1}, selection);
}

/// `dana.eml`; what could lead elsewhere or nowhere as a file's name is written as `%2F`.
std::string message_name(std::string_view id) {
  std::string name;
  for (const char c : id) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       c == '-' || c == '_' || (c == '.' && !name.empty());
    name += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return name + ".eml";
}

void make_directory(const std::string& path) {
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) return;
  if (exists(path)) fail(path, "is no directory; --each-owner wants one for the messages");
  std::filesystem::create_directory(path, error);
  if (error) fail(path, error.message());
}

void remove_message(const std::string& path) {
  std::error_code error;
  const auto status = std::filesystem::symlink_status(path, error);
  if (!std::filesystem::is_regular_file(status)) return;
  if (!std::filesystem::remove(path, error) && error) fail(path, error.message());
}

bool has_own_entry(const Agenda& agenda) {
  return std::ranges::any_of(agenda.entries,
                             [&](const Entry& entry) { return entry.owner == agenda.owner; });
}

}  // namespace

Envelope envelope_wanted(const Arguments& arguments, const Book& book,
                         std::optional<StaffIndex> owner) {
  Envelope envelope;
  envelope.to = recipients(arguments, book, owner);
  envelope.subject = arguments.mail.subject;
  envelope.scope = scope_of(arguments);
  if (!arguments.mail.from.empty()) {
    envelope.from = mailbox_typed("--from", arguments.mail.from);
    return envelope;
  }
  const auto sender = recipient(book, std::nullopt);
  const auto own = sender ? mailbox_of(book, *sender) : std::nullopt;
  envelope.from.address = own ? own->address : envelope.to.front().address;
  envelope.from.name = book.name.empty() ? "care" : neutralised(book.name);
  return envelope;
}

std::string page_wanted(const Arguments& arguments, const Style& style, const Loaded& loaded,
                        const Selection& selection, const Agenda& agenda) {
  const Book& book = loaded.reading.book;
  AgendaPage page{agenda, loaded.reading.problems, std::nullopt};
  page.selection = selection;
  if (!anything_due(agenda) && arguments.format->says_next) {
    const auto last = std::chrono::days{(agenda.to - day_of(loaded.now)).count()};
    page.next = next_due(book, loaded.now + last, selection);
  }
  std::optional<Agenda> ahead;
  if (arguments.format->shows_weeks) {
    ahead = agenda_ahead(loaded, selection);
    page.ahead = &*ahead;
  }
  if (arguments.format->message == nullptr) return arguments.format->page(page, style);
  return arguments.format->message(page, envelope_wanted(arguments, book, agenda.owner), style);
}

bool write_to_each_owner(const Arguments& arguments, World& world, const Loaded& loaded,
                         const Selection& selection,
                         const std::function<Agenda(const Selection&)>& agenda_wanted) {
  const Book& book = loaded.reading.book;
  if (book.staff.empty()) throw UsageError{"--each-owner: the book has no [[staff]] to write to"};
  const std::string& directory = arguments.mail.each_owner;
  make_directory(directory);
  bool due = false;
  std::string without;
  for (StaffIndex staff = 0; staff < book.staff.size(); ++staff) {
    const std::string path = directory_entry(directory, message_name(book.staff[staff].id));
    Selection theirs = selection;
    theirs.owner = staff;
    const Agenda agenda = agenda_wanted(theirs);
    const bool is_here = !is_away(book.staff[staff], day_of(loaded.now)) || has_own_entry(agenda);
    if (!is_here || (arguments.if_any && !anything_due(agenda))) {
      remove_message(path);
    } else if (!mailbox_of(book, staff)) {
      remove_message(path);
      without +=
          fmt::format("{}{}", without.empty() ? "" : ", ", neutralised(book.staff[staff].id));
    } else {
      write_file(path, page_wanted(arguments, style_of(arguments, world), loaded, theirs, agenda));
    }
    due = due || (is_here && anything_due(agenda));
  }
  if (!without.empty()) {
    throw FileError{fmt::format(
        "no message for {}: write email = \"dana@example.com\" in their [[staff]]", without)};
  }
  return due;
}

}  // namespace care
