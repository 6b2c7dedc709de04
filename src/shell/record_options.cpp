#include <fmt/format.h>

#include "shell/options.hpp"

namespace care {
namespace {

void add_record_options(Options& app, Raw& raw) {
  app.option("--by", &raw.by,
             "Who did it; default: $CARE_STAFF, else the only staff member, "
             "else the book's owner")
      ->called("STAFF");
  app.flag("--dry-run", &raw.dry_run, "Print what would be written, and where; write nothing");
}

void add_on(Options& app, Raw& raw) {
  app.option("--on", &raw.on,
             "When it was, as 2026-11-22, 15:30, yesterday, fri (the last one), -2d, 28 Nov; "
             "default: now")
      ->called("WHEN");
}

void add_touch_options(Options& app, Raw& raw) {
  app.flag(
      "--call{call},--visit{visit},--meeting{meeting},--video{video},--email{email},"
      "--letter{letter},--text{text},--gift{gift}",
      &raw.channels, "How: one of these");
  app.option("--contact", &raw.contact, "With whom of theirs")->called("NAME");
  app.flag("--missed", &raw.missed, "Nobody was reached: voicemail, no answer");
  app.flag("--from-them", &raw.from_them, "They contacted us");
  app.option("--heard", &raw.heard, "What they said, in their words")->called("TEXT");
  app.option("--thanks", &raw.thanks.value,
             "They were thanked; without a value for what the agenda shows")
      ->called("[WHAT]")
      ->value_may_lack();
  app.option("--greeted", &raw.greeted,
             "They were greeted: birthday, anniversary or an event; without a value for what "
             "the agenda shows; may be given again")
      ->called("[WHAT]")
      ->value_may_lack()
      ->again();
  app.option("--wow", &raw.wow, "Something beyond what anybody expects")->called("TEXT");
  app.option("--mood", &raw.mood, "delighted, content or strained")->called("M");
}

void add_request(Options& app, Raw& raw, const std::string& description) {
  app.option("--request", &raw.request.value, description)->called("[ID]")->value_may_lack();
}

void add_promise(Options& app, Raw& raw, const std::string& description) {
  app.option("--promise", &raw.promise.value, description)->called("[ID]")->value_may_lack();
}

/// Words that are no options: WHO takes the first; what follows goes together without quotes.
Options* add_writing(Options& app, Raw& raw, Command command, const std::string& about,
                     const char* words, const std::string& meaning) {
  auto* sub = app.command(std::string{name_of(command)}, about);
  declare_who(*sub, raw);
  sub->option(words, &raw.first_word, meaning);
  return sub;
}

void add_records(Options& app, Raw& raw) {
  constexpr const char* last = "the only one that is open";
  auto* log = add_writing(app, raw, Command::log, "A contact with a customer, as it was", "TEXT",
                          "What was said and done");
  add_on(*log, raw);
  add_touch_options(*log, raw);
  add_request(*log, raw, fmt::format("It answers this request; without a value: {}", last));
  add_promise(*log, raw, fmt::format("It keeps this promise; without a value: {}", last));
  add_record_options(*log, raw);

  auto* request = add_writing(app, raw, Command::request, "They ask for something", "WHAT",
                              "What they ask for, in their words");
  request->flag("--urgent", &raw.urgent, "An emergency: the clock runs nights and weekends too");
  request->option("--due", &raw.due, "The day by which it must be solved")->called("DATE");
  request->option("--asked", &raw.asked, "When they asked; default: now")->called("WHEN");
  request->option("--on", &raw.on, "The same as --asked")->called("WHEN");
  add_record_options(*request, raw);

  auto* done = add_writing(app, raw, Command::done, "A request is solved, or a promise kept",
                           "TEXT", "How it ended");
  add_request(*done, raw, fmt::format("Which request; default: {}", last));
  add_promise(*done, raw, fmt::format("Which promise; default: {}", last));
  done->flag("--withdrawn", &raw.withdrawn, "They no longer want what they asked for");
  done->flag("--declined,--refused,--rejected,--no", &raw.refused, "")->hide();
  add_on(*done, raw);
  add_touch_options(*done, raw);
  add_record_options(*done, raw);

  auto* offer = add_writing(app, raw, Command::offer,
                            "An alternative for what they asked, and their word on it", "WHAT",
                            "What is offered");
  offer->flag("--accepted", &raw.accepted, "They take what was offered");
  offer->flag("--refused", &raw.refused, "They do not: find another");
  add_request(*offer, raw, fmt::format("For which request; default: {}", last));
  add_on(*offer, raw);
  add_touch_options(*offer, raw);
  add_record_options(*offer, raw);

  auto* promise = add_writing(app, raw, Command::promise, "You promised something", "WHAT",
                              "What was promised");
  promise->option("--due", &raw.due, "The day by which it is kept")->called("DATE");
  promise->option("--replaces", &raw.replaces, "The promise that it takes the place of")
      ->called("ID");
  promise->option("--on", &raw.on, "When it was promised; default: today")->called("WHEN");
  add_record_options(*promise, raw);

  auto* purchase = add_writing(app, raw, Command::purchase, "They bought something: thank them",
                               "WHAT", "What they bought");
  purchase->option("--amount", &raw.amount, "For how much, as 99.50")->called("N");
  purchase->option("--currency", &raw.currency, "In what money, as EUR")->called("C");
  add_on(*purchase, raw);
  add_record_options(*purchase, raw);

  auto* ready = add_writing(app, raw, Command::ready, "The card or gift for an event is prepared",
                            "WHAT", "The event; default: the only one to prepare for");
  add_on(*ready, raw);
  add_record_options(*ready, raw);

  auto* snooze =
      add_writing(app, raw, Command::snooze, "Not now, because ...: put off follow-up and thanks",
                  "UNTIL", "A day, as fri, 2w or 28 Nov; behind it the reason");
  snooze->flag("--all", &raw.all, "Occasions and things to prepare too");
  add_on(*snooze, raw);
  add_record_options(*snooze, raw);
}

void add_new_customer(Options& app, Raw& raw) {
  NewCustomer& customer = raw.customer;
  auto* add = app.command("add", "A new customer");
  add->option("NAME", &raw.first_word, "Their name");
  add->option("--id", &customer.id, "What you will type; default: from the name")->called("ID");
  add->option("--call-me", &customer.call_me, "How to address them")->called("NAME");
  add->option("--company", &customer.company, "Where they work")->called("NAME");
  add->option("--phone", &customer.phone, "To call them")->called("NUMBER");
  add->option("--email", &customer.email, "To write to them")->called("ADDRESS");
  add->option("--birthday", &customer.birthday, "As 1984-02-29, \"29 Feb\" or 02-29")
      ->called("DATE");
  add->option("--since", &customer.since, "The day on which they became a customer")
      ->called("DATE");
  add->option("--every", &customer.every, "How often to be in touch, as 2w, 1m or never")
      ->called("SPAN");
  add->option("--because", &customer.because, "Why never")->called("TEXT");
  add->option("--tier", &customer.tier, "A, B, C, or as the policy says")->called("NAME");
  add->option("--owner", &raw.owner, "Who looks after them")->called("STAFF");
  add->option("--tag", &raw.tags, "May be given again")->called("TAG")->again();
  add->option("--referred-by", &customer.referred_by, "The customer who sent them: thank them")
      ->called("WHO");
  add->option("--contact", &customer.contacts, "Somebody there; may be given again")
      ->called("NAME")
      ->again();
  add->flag("--yes", &customer.although_alike, "Although somebody alike is in the book");
  add_record_options(*add, raw);
}

}  // namespace

void declare_records(Options& app, Raw& raw) {
  add_records(app, raw);
  add_new_customer(app, raw);
  auto* undo = app.command("undo", "Take back the last record that care wrote");
  add_record_options(*undo, raw);
}

}  // namespace care
