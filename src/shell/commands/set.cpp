#include <care/book_learned.hpp>
#include <care/render_learned.hpp>
#include <care/text.hpp>

#include <algorithm>
#include <utility>

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
    options.example("care set acme --plan \"grease the door rollers\" --date mon --every 6m");
    options.example("care set acme --status active");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    static const std::vector<std::string> no_words;
    learned.check();
    if (learned.contacts.size() > 1) refuse("set takes one --contact at a time");
    if (!learned.has_own() && learned.contacts.empty() && learned.event.empty() &&
        learned.plan.empty()) {
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
      give_back_because(context, fact);
      add_what_is_new(context, fact, records);
    }
    if (!learned.contacts.empty()) add_about_contact(context, records);
    if (!learned.event.empty()) {
      auto event = context.begun<LearnedEvent>();
      learned.fill(context, event);
      records.emplace_back(event);
    }
    if (!learned.plan.empty()) records.emplace_back(plan_of_their_own(context));
    return records;
  }

  [[nodiscard]] Plan plan_of_their_own(const RecordContext& context) const {
    if (learned.status.empty()) context.refuse_former("plan");
    if (context.customer().status == Status::do_not_contact) {
      context.remark("They asked not to be contacted, so the plan stays off the pages");
    }
    const Customer& customer = context.customer();
    const auto is_called_so = [&](Text name) { return equal_ignoring_case(name, learned.plan); };
    if (std::ranges::any_of(customer.plans, is_called_so, &OwnPlan::what)) {
      refuse("--plan: {} has a plan \"{}\" already; give this one a name of its own",
             {context.id(), shown(learned.plan)});
    }
    if (std::ranges::any_of(context.book.plans, is_called_so, &Plan::name)) {
      refuse("--plan: a plan of the book is called \"{}\"; give this one a name of its own",
             {shown(learned.plan)});
    }
    OwnPlan own{};
    learned.fill(context, own);
    Plan plan{};
    plan.whose = customer.id;
    plan.what = own.what;
    plan.from = own.from;
    plan.every = own.every;
    plan.until = own.until;
    plan.on = context.on;
    plan.by = context.by;
    return plan;
  }

  /// With the way back, why they left is true no more.
  static void give_back_because(const RecordContext& context, Fact& fact) {
    const Customer& known = as_of(context.book, context.who, context.on.day);
    if (fact.status != Status::active || known.status == Status::active || !fact.because.empty())
      return;
    const Text lasting = lasting_because(context.book, context.who, context.on.day);
    if (lasting != known.because) fact.because = lasting;
  }

  /// What holds already is not written, but said.
  static void add_what_is_new(const RecordContext& context, Fact& fact,
                              std::vector<Record>& records) {
    const Fact known = take_out_known(context.book, fact);
    for (const std::string& words : known_words(context.book, known)) context.remark(words);
    if (is_blank(fact)) return;
    if (fact.status == Status::former) refuse_open(context);
    records.emplace_back(fact);
  }

  /// A fact about one who is known, or somebody new.
  void add_about_contact(const RecordContext& context, std::vector<Record>& records) const {
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
      return add_what_is_new(context, fact, records);
    }
    auto contact = context.begun<LearnedContact>();
    contact.name = context.keep(name);
    learned.fill(context, contact);
    records.emplace_back(contact);
  }
};

}  // namespace

CommandRow set_command() { return row<Setting>("set"); }

}  // namespace care
