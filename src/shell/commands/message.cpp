#include <care/agenda.hpp>
#include <care/render_messages.hpp>
#include <care/report.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "shell/commands/letters.hpp"
#include "shell/commands/lookup.hpp"
#include "shell/commands/mail.hpp"
#include "shell/commands/record.hpp"

namespace care {
namespace {

constexpr std::string_view of_plan = "plan:";

enum class Form { text, email, json, mailto };
struct FormRow {
  Form form;
  std::string_view name;
};
constexpr std::array<FormRow, 4> forms{
    {{Form::text, "text"}, {Form::email, "email"}, {Form::json, "json"}, {Form::mailto, "mailto"}}};

std::vector<std::string_view> form_names() {
  std::vector<std::string_view> names;
  for (const FormRow& row : forms) names.push_back(row.name);
  return names;
}

Form form_typed(const std::string& typed) {
  check_choice("--format", typed, form_names());
  return std::ranges::find(forms, std::string_view{typed}, &FormRow::name)->form;
}

/// What there is for the customer of an entry: what is due first, then what is coming. Of those who
/// are not to be contacted only what they asked for.
std::vector<const Item*> written_about(const Book& book, const Entry& entry) {
  std::vector<const Item*> items;
  const Status status = as_of(book, *entry.customer, entry.day).status;
  for (const Item& item : entry.items) {
    const bool is_shown = item.hiding == Hiding::none || item.hiding == Hiding::later;
    const bool is_asked = row_of(item.kind).group == Group::asked;
    if (is_shown && (status == Status::active || is_asked)) items.push_back(&item);
  }
  return items;
}

/// `care message WHO [NAME]`, or `care message --due --each DIR`
struct Messaging {
  std::string who, name, purpose, contact, by, owner, each, format = "text";
  bool due = false;

  void declare(Options& options) {
    options.summary("Words to send, with names in them: a [[message]] filled in");
    options.argument("[WHO]", &who, "Whom it is for; with --due all of today's page",
                     {Wanted::customer});
    options.argument("[NAME]", &name,
                     "Which message; default: the first for what is most urgent with them",
                     {Wanted::message});
    options.value("--for", "KIND", &purpose,
                  "Only what is for this: a kind of item, or plan: and a plan's name");
    options.value("--contact", "NAME", &contact, "To whom of theirs", {Wanted::contact});
    options.value("--by", "STAFF", &by,
                  "Who writes; default: $CARE_STAFF, else the only staff member, else the book's "
                  "owner",
                  {Wanted::staff});
    options.value("--format", "F", &format, either(form_names()), {Wanted::words, form_names()});
    options.flag("--due", &due, "One for each thing that is due today, into the files of --each");
    options.value("--owner", "ID", &owner, "With --due: only those of this staff member",
                  {Wanted::staff});
    options.value("--each", "DIR", &each,
                  "With --due: the directory, for DIR/ID-KIND.eml; nothing is sent",
                  {Wanted::directory});
    options.example("care message rosa");
    options.example("care message rosa --format email | sendmail -t");
    options.example("care message --due --each outbox");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    const Form form = form_typed(format);
    check();
    const Loaded loaded = session.load({.who = who});
    check_purpose(loaded.book());
    session.report_problems(loaded);
    const auto me =
        find_staff(loaded.book(), RecordOptions{{}, {}, by, false}.writer(session, loaded.book()));
    if (due) {
      const LettersOfToday wanted{owner_named(loaded.book(), owner), me, purpose};
      write_letters(session, loaded, wanted, each);
      return loaded.exit_code();
    }
    return write_one(session, loaded, form, me);
  }

 private:
  void check() const {
    if (due && (!who.empty() || !contact.empty() || format != "text")) {
      refuse("--due writes to everybody who is due: it goes with --each, --for, --owner and --by");
    }
    if (due && each.empty()) refuse("--due wants a directory for the messages: --each DIR");
    if (!due && !each.empty()) refuse("--each goes with --due");
    if (!due && !owner.empty()) refuse("--owner goes with --due");
    if (!due && who.empty()) {
      refuse("message: to whom? care message WHO, or all of today: care message --due --each DIR");
    }
  }

  void check_purpose(const Book& book) const {
    if (purpose.empty()) return;
    if (!purpose.starts_with(of_plan)) {
      if (parse_kind(purpose)) return;
      std::vector<std::string_view> known;
      for (const KindRow& row : kinds) known.push_back(row.word);
      refuse("--for: \"{}\" is not a kind of item{}", {shown(purpose), suggestion(purpose, known)});
    }
    const std::string_view plan = std::string_view{purpose}.substr(of_plan.size());
    const bool is_known = std::ranges::any_of(
        book.plans, [&](const Plan& one) { return equal_ignoring_case(one.name, plan); });
    if (!is_known) refuse("--for: the book has no plan called \"{}\"", {shown(plan)});
  }

  /// The message that was named, and what of theirs it is about.
  [[nodiscard]] const Message& message_named(const Book& book) const {
    const auto found = named(book.messages, name, [](const Message& one) { return one.name; });
    if (found) return book.messages[*found];
    refuse("message: no message is called \"{}\"; {}", {shown(name), names_there(book)});
  }

  static std::string names_there(const Book& book) {
    if (book.messages.empty()) return "the book has no [[message]]: care edit";
    return there_are(book.messages,
                     [](const Message& one) { return fmt::format("\"{}\"", one.name); });
  }

  /// The letter that is wanted; `writing.item` is what it is about.
  [[nodiscard]] Letter letter(const Book& book, LetterFor& writing) const {
    const auto items = written_about(book, *writing.entry);
    if (!name.empty()) {
      const Message& message = message_named(book);
      const auto about = std::ranges::find_if(items, [&](const Item* item) {
        return is_for(message, *item) && is_about(*item, purpose);
      });
      if (about != items.end()) writing.item = *about;
      return letter_of(message, writing);
    }
    for (const Item* const item : items) {
      if (!is_about(*item, purpose)) continue;
      writing.item = item;
      if (auto found = letter_for(writing)) return *found;
    }
    refuse(items.empty() ? "message: nothing is due with {}; {}{}"
                         : "message: there is none for what is due with {}; {}{}",
           {shown(book.customers[*writing.entry->customer].id),
            book.messages.empty() ? "" : "name one: ", names_there(book)});
  }

  [[nodiscard]] std::optional<std::uint32_t> contact_typed(const Customer& customer) const {
    if (contact.empty()) return std::nullopt;
    const auto found =
        named(customer.contacts, contact, [](const Contact& one) { return one.name; });
    if (found) return found;
    refuse("--contact: {} has no contact called \"{}\"", {shown(customer.id), shown(contact)});
  }

  [[nodiscard]] ExitCode write_one(const Session& session, const Loaded& loaded, Form form,
                                   std::optional<StaffIndex> me) const {
    const Book& book = loaded.book();
    const CustomerIndex whom = customer_named(book, who);
    const CallSheet sheet = call_sheet(book, whom, loaded.now);
    LetterFor writing{&book, &sheet.entry, nullptr,
                      contact_typed(as_of(book, whom, day_of(loaded.now))), me};
    Letter written = letter(book, writing);
    const bool wants_address = form == Form::email || form == Form::mailto;
    if (wants_address && written.to.address.empty()) written.missing.push_back(no_address(writing));
    if (!written.is_complete()) {
      std::string lines;
      for (const std::string& fact : written.missing) {
        lines += fmt::format("care: message \"{}\": {}\n", shown(written.message->name), fact);
      }
      session.world.write_error(lines);
      return ExitCode::problems_found;
    }
    session.print(text_of(session, loaded, form, written, writing));
    std::string said = fmt::format("Once it is sent: {}\n", logging_line(writing));
    const Date today = day_of(loaded.now);
    const Customer& customer = as_of(book, whom, today);
    if (customer.status == Status::do_not_contact)
      said += "They asked not to be contacted: answer what was asked, nothing else.\n";
    if (customer.died)
      said += fmt::format("They died on {}: write to the family instead.\n", iso(*customer.died));
    session.world.write_error(said);
    return loaded.exit_code();
  }

  static std::string text_of(const Session& session, const Loaded& loaded, Form form,
                             const Letter& written, const LetterFor& writing) {
    switch (form) {
      case Form::email:
        return letter_mail(
            written, writing, sender(loaded.book(), writing.me),
            session.world.zone ? std::optional{session.world.zone(loaded.now)} : std::nullopt);
      case Form::json: return letter_json(written, writing);
      case Form::mailto: return mailto_link(written) + "\n";
      case Form::text: break;
    }
    return letter_text(written);
  }
};

}  // namespace

CommandRow message_command() { return row<Messaging>("message"); }

}  // namespace care
