#include "shell/commands/learning.hpp"

namespace care {
namespace {

/// `care set WHO …`: what was learned about a customer.
struct Setting {
  std::string who;
  LearningOptions learned;
  RecordOptions record;

  void declare(Options& options) {
    options.summary("Something new about a customer: phone, owner, contact");
    options.who(who);
    learned.declare_changes(options);
    record.declare_on_ahead(options, "The day from which on it holds; default: today");
    record.declare(options);
    options.example("care set acme --phone \"+1 602 555 0199\" --like orchids");
    options.example("care set acme --contact \"Joe Tran\" --role \"night manager\"");
    options.example("care set acme --owner ana --on 2027-01-01");
    options.example("care set acme --event \"Opening day\" --date 2010-06-12 --prepare 3wd");
    options.example("care set acme --status active");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    static const std::vector<std::string> no_words;
    learned.check();
    if (learned.contacts.size() > 1) refuse("set takes one --contact at a time");
    if (!learned.has_own() && learned.contacts.empty() && learned.event.empty()) {
      refuse("set wants what is new: care set {} --phone 555-0199", {shown(who)});
    }
    return write_records(session, record, {who, no_words}, Precision::day,
                         [this](const RecordContext& context) { return made(context); });
  }

 private:
  [[nodiscard]] std::vector<Record> made(const RecordContext& context) const {
    std::vector<Record> records;
    if (learned.has_own()) {
      Fact fact = context.begun<Fact>();
      learned.fill(context, fact);
      if (fact.status == Status::former) refuse_open(context);
      records.emplace_back(fact);
    }
    if (!learned.contacts.empty()) records.push_back(about_contact(context));
    if (!learned.event.empty()) {
      LearnedEvent event = context.begun<LearnedEvent>();
      learned.fill(context, event);
      records.emplace_back(event);
    }
    return records;
  }

  /// A fact about one who is known, or somebody new.
  [[nodiscard]] Record about_contact(const RecordContext& context) const {
    const std::string& name = learned.contacts.front();
    const Customer& known = as_of(context.book, context.who, context.on.day);
    if (const auto contact = contact_typed(known, name)) {
      if (!learned.has_of_contact()) {
        refuse("{} is on file already; say what is new: --phone, --role, --left ...",
               {shown(known.contacts[*contact].name)});
      }
      Fact fact = context.begun<Fact>();
      fact.contact = contact;
      learned.fill_of_contact(context, fact);
      return fact;
    }
    LearnedContact contact = context.begun<LearnedContact>();
    contact.name = context.keep(name);
    learned.fill(context, contact);
    return contact;
  }
};

}  // namespace

CommandRow set_command() { return row<Setting>("set"); }

}  // namespace care
