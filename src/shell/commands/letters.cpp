#include "shell/commands/letters.hpp"

#include <care/agenda.hpp>
#include <care/text.hpp>
#include <care/text_ascii.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <system_error>

#include "shell/commands/mail.hpp"
#include "shell/disk/files.hpp"
#include "shell/disk/output_file.hpp"

namespace care {
namespace {

/// Letters of one morning, by the names of their files.
class LettersOfMorning {
 public:
  LettersOfMorning(const Loaded& loaded, const LettersOfToday& wanted,
                   std::optional<std::chrono::minutes> zone)
      : book_{loaded.book()}, wanted_{wanted}, zone_{zone} {}

  [[nodiscard]] const std::map<std::string, std::string>& files() const { return files_; }
  [[nodiscard]] const std::vector<std::string>& left_out() const { return left_out_; }

  void write_to(const Entry& entry) {
    if (!entry.customer) return;
    for (const Item& item : entry.items) {
      if (is_due(item) && is_about(item, wanted_.purpose)) write_about(entry, item);
    }
  }

 private:
  void write_about(const Entry& entry, const Item& item) {
    const LetterFor writing{&book_, &entry, &item, {}, wanted_.me};
    const auto letter = letter_for(writing);
    if (!letter) return;
    const Customer& customer = as_of(book_, *entry.customer, entry.day);
    const std::string about = fmt::format("{}, {}", neutralised(customer.id), word(item.kind));
    if (customer.status == Status::do_not_contact) {
      left_out_.push_back(about + ": do not contact");
    } else if (!letter->is_complete()) {
      for (const std::string& fact : letter->missing) left_out_.push_back(about + ": " + fact);
    } else if (letter->to.address.empty()) {
      left_out_.push_back(about + ": " + no_address(writing));
    } else {
      if (!from_) from_ = sender(book_, wanted_.me);
      files_[free_name(customer.id, item.kind)] = letter_mail(*letter, writing, *from_, zone_);
    }
  }

  [[nodiscard]] std::string free_name(Text id, Kind kind) {
    const std::string stem = fmt::format("{}-{}", id, word(kind));
    const int count = ++taken_[stem];
    return message_name(count == 1 ? stem : fmt::format("{}-{}", stem, count));
  }

  const Book& book_;
  const LettersOfToday& wanted_;
  std::optional<std::chrono::minutes> zone_;
  std::optional<Mailbox> from_;
  std::map<std::string, std::string> files_;
  std::map<std::string, int> taken_;
  std::vector<std::string> left_out_;
};

/// Whether a file's name is that of a letter to one of the customers.
bool is_letter(const std::set<std::string>& stems, std::string_view file) {
  constexpr std::string_view ending = ".eml";
  if (!file.ends_with(ending)) return false;
  file.remove_suffix(ending.size());
  if (stems.contains(std::string{file})) return true;
  const std::size_t dash = file.rfind('-');
  if (dash == std::string_view::npos) return false;
  return is_number(file.substr(dash + 1)) && stems.contains(std::string{file.substr(0, dash)});
}

/// What letters that are wanted may be called, without the number of a second one.
std::set<std::string> stems_of(const Book& book, Date today, const LettersOfToday& wanted) {
  constexpr std::size_t ending = 4;
  std::set<std::string> stems;
  Selection selection;
  selection.owner = wanted.owner;
  const bool is_plan = wanted.purpose.find(':') != std::string::npos;
  for (CustomerIndex who = 0; who < book.customers.size(); ++who) {
    const Customer& customer = as_of(book, who, today);
    if (!selection.wants(agenda_owner(book, customer, today))) continue;
    for (const KindRow& row : kinds) {
      const bool is_wanted = wanted.purpose.empty() || wanted.purpose == row.word ||
                             (is_plan && row.kind == Kind::plan);
      if (!is_wanted) continue;
      std::string name = message_name(fmt::format("{}-{}", customer.id, row.word));
      stems.insert(name.substr(0, name.size() - ending));
    }
  }
  return stems;
}

/// Letters of earlier days would be sent again.
void remove_old(const OutputGuard& guard, const std::string& directory,
                const std::set<std::string>& stems,
                const std::map<std::string, std::string>& files) {
  std::error_code error;
  for (const std::string& name : names_in(directory, error)) {
    if (!files.contains(name) && is_letter(stems, name)) {
      remove_file(guard, directory_entry(directory, name));
    }
  }
}

}  // namespace

bool is_about(const Item& item, const std::string& purpose) {
  constexpr std::string_view of_plan = "plan:";
  const std::string_view typed = purpose;
  if (!typed.starts_with(of_plan)) return typed.empty() || typed == word(item.kind);
  return !item.plan.empty() && equal_ignoring_case(typed.substr(of_plan.size()), item.plan);
}

Mailbox sender(const Book& book, std::optional<StaffIndex> me) {
  if (!me) {
    refuse("message: who is it from? Give --by STAFF, and an email in their [[staff]]");
  }
  if (auto mailbox = mailbox_of(book, *me)) return *mailbox;
  refuse(
      "message: [[staff]] \"{}\" has no email that is an address; write email = "
      "\"dana@example.com\" there",
      {neutralised(book.staff[*me].id)});
}

void write_letters(const Session& session, const Loaded& loaded, const LettersOfToday& wanted,
                   const std::string& directory) {
  const Book& book = loaded.book();
  const auto lost = std::ranges::find(book.unreadable, true, &Unreadable::is_fact);
  if (lost != book.unreadable.end()) {
    throw FileError{fmt::format("{}: it may say that somebody died, so no message was written",
                                neutralised(lost->what))};
  }
  Selection selection;
  selection.owner = wanted.owner;
  const Agenda agenda = agenda_of_today(book, loaded.now, selection);
  const auto zone =
      session.world.zone ? std::optional{session.world.zone(loaded.now)} : std::nullopt;
  LettersOfMorning morning{loaded, wanted, zone};
  for (const Entry& entry : agenda.entries) morning.write_to(entry);
  const OutputGuard guard = session.output_guard();
  OutputGuard::make_directory_at(directory, "--each wants one for the messages");
  for (const auto& [name, text] : morning.files()) {
    write_file(guard, directory_entry(directory, name), text);
  }
  remove_old(guard, directory, stems_of(book, day_of(loaded.now), wanted), morning.files());
  const std::size_t count = morning.files().size();
  std::string said = fmt::format("{} {} in {}: read {} before you send {}\n", count,
                                 count == 1 ? "message" : "messages", neutralised(directory),
                                 count == 1 ? "it" : "them", count == 1 ? "it" : "them");
  for (const auto& [name, text] : morning.files()) said += fmt::format("  {}\n", neutralised(name));
  if (!morning.left_out().empty()) said += "Not written:\n";
  for (const std::string& line : morning.left_out()) said += fmt::format("  {}\n", line);
  session.print(said);
}

}  // namespace care
