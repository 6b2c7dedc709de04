#include "shell/commands/mail.hpp"

#include <care/render_exports.hpp>
#include <care/text.hpp>
#include <care/text_ascii.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "shell/disk/files.hpp"
#include "shell/disk/output_file.hpp"

namespace care {
namespace {

bool is_address(const std::string& word) { return word.find('@') != std::string::npos; }

Mailbox mailbox_typed(std::string_view option, const std::string& text) {
  if (auto mailbox = parse_mailbox(text)) return *mailbox;
  if (is_local_part_foreign(text)) {
    refuse(
        "{}: \"{}\" has letters beyond ASCII before the @, which few mail servers take; give an "
        "address without them",
        {option, shown(text)});
  }
  refuse(
      "{}: \"{}\" is not a mail address; write it like dana@example.com or \"Dana "
      "<dana@example.com>\"",
      {option, shown(text)});
}

std::optional<StaffIndex> recipient(const Book& book, std::optional<StaffIndex> owner) {
  if (owner) return owner;
  if (book.owner) return book.owner;
  return book.staff.size() == 1 ? std::optional<StaffIndex>{0} : std::nullopt;
}

std::vector<Mailbox> recipients(const std::vector<std::string>& typed, const Book& book,
                                std::optional<StaffIndex> owner) {
  std::vector<Mailbox> to;
  for (const std::string& word : typed) {
    if (is_address(word)) to.push_back(mailbox_typed("--to", word));
  }
  if (!to.empty()) return to;
  const auto staff = recipient(book, owner);
  if (!staff) {
    refuse(
        "--format email: to whom? Give --to ADDRESS, or --owner ID of somebody with an email in "
        "[[staff]]");
  }
  if (auto mailbox = mailbox_of(book, *staff)) return {std::move(*mailbox)};
  const Staff& person = book.staff[*staff];
  refuse(
      "--format email: [[staff]] \"{}\" has {}; write email = \"dana@example.com\" there, or give "
      "--to ADDRESS",
      {neutralised(person.id),
       person.email.empty() ? std::string{"no email"}
       : is_local_part_foreign(person.email)
           ? fmt::format("an email with letters beyond ASCII before the @, \"{}\", which few mail "
                         "servers take",
                         shown(person.email))
           : fmt::format("an email that is not an address, \"{}\"", shown(person.email))});
}

/// How each message begins that `--each-owner` writes: by that it knows its own of earlier days, of
/// this book.
std::string mark_of(const Book& book, std::string_view file) {
  return fmt::format("X-Care-Each-Owner: {}{}\n", uid_prefix(book), file);
}

std::string scope_of(const Selection& selection) {
  std::string scope;
  for (const std::string& tag : selection.tags) scope += fmt::format("{}\n", tag);
  for (const Kind kind : selection.only) scope += fmt::format("\n{}", word(kind));
  return scope;
}

}  // namespace

std::optional<Mailbox> mailbox_of(const Book& book, StaffIndex index) {
  const Staff& staff = book.staff[index];
  auto mailbox = parse_mailbox(staff.email);
  if (mailbox && mailbox->name.empty()) mailbox->name = neutralised(staff.name);
  return mailbox;
}

std::string message_name(std::string_view id) {
  std::string name;
  for (const char c : id) {
    const bool plain = is_letter_or_digit(c) || c == '-' || c == '_' || (c == '.' && !name.empty());
    name += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return name + ".eml";
}

std::string day_among(std::string_view option, const std::vector<std::string>& words) {
  std::string day;
  for (const std::string& word : words) {
    if (is_address(word)) continue;
    if (!day.empty()) refuse("{}: one day is enough", {option});
    day = word;
  }
  return day;
}

void MailOptions::declare(Options& options) {
  options
      .value("--from", "ADDRESS", &from,
             "With --format email: from this address. Default: that of the book's owner, else the "
             "first it goes to")
      .day(Lean::future);
  options
      .value("--to", "ADDRESS", &to,
             "With --format email: to this address, as dana@example.com or \"Dana "
             "<dana@example.com>\"; may be given again. Default: the owner's in [[staff]]")
      .day();
  options.value("--subject", "TEXT", &subject,
                "With --format email: its subject. Default: the day and what it asks for");
}

void MailOptions::declare(Options& options, const MailDays& days) {
  has_days = true;
  options
      .value("--from", "DATE|ADDRESS", &from,
             fmt::format("{}; or, with an @ in it, the address that an email is from", days.from))
      .day(days.lean);
  options
      .value("--to", "DATE|ADDRESS", &to,
             fmt::format("{}; or, with an @ in it, an address that an email goes to", days.to))
      .day(days.lean);
  options.value("--subject", "TEXT", &subject,
                "With --format email: its subject. Default: the days and what they hold");
}

void MailOptions::declare_each_owner(Options& options, std::string_view about) {
  options.value("--each-owner", "DIR", &each_owner,
                fmt::format("With --format email: a message to each of the staff who {}", about),
                {Wanted::directory});
}

void MailOptions::check(const Format& format) const {
  for (const auto& [option, words] : {std::pair{"--from", &from}, std::pair{"--to", &to}}) {
    const auto day = std::ranges::find_if_not(*words, is_address);
    if (has_days || day == words->end()) continue;
    refuse(
        "{}: \"{}\" is not a mail address; the days from one to another: care agenda --from DATE "
        "--to DATE",
        {option, shown(*day)});
  }
  const auto senders = std::ranges::count_if(from, is_address);
  if (senders > 1) refuse("--from: one address is enough");
  const std::array<std::pair<std::string_view, bool>, 4> given{
      {{"--to", std::ranges::any_of(to, is_address)},
       {"--from", senders > 0},
       {"--subject", !subject.empty()},
       {"--each-owner", !each_owner.empty()}}};
  for (const auto& [option, is_given] : given) {
    if (is_given && format.message == nullptr) refuse("{} goes with --format email", {option});
  }
}

void MailOptions::check_each_owner(
    std::initializer_list<std::pair<std::string_view, bool>> others) const {
  if (each_owner.empty()) return;
  if (std::ranges::any_of(to, is_address)) refuse("--each-owner does not go with --to");
  for (const auto& [option, is_given] : others) {
    if (is_given) refuse("--each-owner does not go with {}", {option});
  }
}

Envelope MailOptions::envelope(const Book& book, std::optional<StaffIndex> owner,
                               const Selection& selection) const {
  Envelope envelope;
  envelope.to = recipients(to, book, owner);
  envelope.subject = subject;
  envelope.scope = scope_of(selection);
  const auto typed = std::ranges::find_if(from, is_address);
  if (typed != from.end()) {
    envelope.from = mailbox_typed("--from", *typed);
    return envelope;
  }
  const auto sender = recipient(book, std::nullopt);
  const auto own = sender ? mailbox_of(book, *sender) : std::nullopt;
  envelope.from.address = own ? own->address : envelope.to.front().address;
  envelope.from.name = book.name.empty() ? "care" : neutralised(book.name);
  return envelope;
}

void write_to_each_owner(const OutputGuard& guard, const std::string& directory, const Book& book,
                         const std::function<StaffMessage(StaffIndex)>& message_for) {
  if (book.staff.empty()) refuse("--each-owner: the book has no [[staff]] to write to");
  OutputGuard::make_directory_at(directory, "--each-owner wants one for the messages");
  std::set<std::string> names;
  for (const Staff& staff : book.staff) {
    const auto name = names.insert(message_name(staff.id)).first;
    (void)guard.file_at(directory_entry(directory, *name));
  }
  remove_marked(guard, directory, names,
                [&](const std::string& name) { return mark_of(book, name); });
  std::string without;
  for (StaffIndex staff = 0; staff < book.staff.size(); ++staff) {
    const Text id = book.staff[staff].id;
    const std::string name = message_name(id);
    const std::string path = directory_entry(directory, name);
    const StaffMessage message = message_for(staff);
    const bool has_address = mailbox_of(book, staff).has_value();
    if (message.wanted && has_address) {
      write_file(guard, path, mark_of(book, name) + message.text());
      continue;
    }
    remove_file(guard, path);
    if (message.wanted) {
      without += fmt::format("{}{}", without.empty() ? "" : ", ", neutralised(id));
    }
  }
  if (without.empty()) return;
  throw FileError{fmt::format(
      "no message for {}: write email = \"dana@example.com\" in their [[staff]]", without)};
}

}  // namespace care
