#include "shell/options.hpp"

namespace care {
namespace {

void add_mail(Options& app, Raw& raw) {
  const bool has_days = app.name == name_of(Command::agenda);
  const char* const type = has_days ? "DATE|ADDRESS" : "ADDRESS";
  app.option("--from", &raw.from_words,
             has_days ? "The first day, today or later; or, with an @ in it, the address that "
                        "an email is from"
                      : "With --format email: from this address. Default: that of the book's "
                        "owner, else the first it goes to")
      ->called(type)
      ->again();
  app.option("--to", &raw.to_words,
             has_days ? "The last day; or, with an @ in it, an address that an email goes to"
                      : "With --format email: to this address, as dana@example.com or \"Dana "
                        "<dana@example.com>\"; may be given again. Default: the owner's in "
                        "[[staff]]")
      ->called(type)
      ->again();
  app.option("--subject", &raw.mail.subject,
             "With --format email: its subject. Default: the day and what it asks for")
      ->called("TEXT");
  app.option("--each-owner", &raw.mail.each_owner,
             "With --format email: a message to each of the staff who is here, with their own "
             "page, as DIR/ID.eml; with --if-any, none to who has nothing due")
      ->called("DIR");
}

void add_selection(Options& app, Raw& raw) {
  app.option("--owner", &raw.owner,
             "Only the entries of this staff member and of nobody; emergencies always show. "
             "Default: $CARE_STAFF")
      ->called("ID");
  app.flag("--all", &raw.all, "Of all owners, also where $CARE_STAFF is set");
  app.option("--tag", &raw.tags, "Only customers with this tag; may be given again")
      ->called("TAG")
      ->again();
  app.option("--only", &raw.only,
             "Only items of these kinds: emergency request promise birthday anniversary event "
             "prepare thanks no_plan follow_up")
      ->called("KIND...")
      ->list();
  app.option("--format", &raw.format,
             "text, markdown, json, jsonl (one entry a line), csv (one item a line), html (a "
             "page for a browser), email (a message for sendmail -t), ics (a calendar), remind "
             "(a script of all dates) or org")
      ->called("F");
  app.flag("--brief", &raw.brief, "One line an entry");
  app.flag("--if-any", &raw.if_any, "Print nothing where nothing is due");
  app.flag("--exit-code", &raw.exit_code, "Exit with 1 where something is due");
  app.option("-o,--output", &raw.output,
             "Write to this file instead, whole or not at all, readable only by you")
      ->called("FILE");
}

void add_export(Options& app, Raw& raw) {
  auto* sub = app.command("export", "What the book holds, for other programs");
  sub->option("WHAT", &raw.what,
              "calendar: the whole plan as iCalendar, to subscribe to; contacts: vCards; csv or "
              "json: one row a customer (last touch, next act ...)");
  sub->option("--owner", &raw.owner,
              "Only customers of this staff member; in a calendar also nobody's, and "
              "everybody's emergencies")
      ->called("ID");
  sub->flag("--all", &raw.all,
            "contacts, csv, json: former customers, and contacts who have left, too");
  sub->option("--vcard", &raw.vcard, "contacts: version 4 (default), or 3 for older readers")
      ->called("N");
  sub->flag("--notes", &raw.notes, "contacts: the notes too");
  sub->option("-o,--output", &raw.output,
              "Write to this file instead, whole or not at all, readable only by you")
      ->called("FILE");
  sub->option("--vdir", &raw.vdir,
              "calendar: keep one file an item in this directory; only what has changed is "
              "written, and care's own files of what is gone are removed")
      ->called("DIR");
}

void add_output(Options& app, Raw& raw) {
  app.option("-o,--output", &raw.output,
             "Write to this file instead, whole or not at all, readable only by you")
      ->called("FILE");
}

void add_shell_commands(Options& app, Raw& raw) {
  auto* completion =
      app.command("completion", "What lets the Tab key complete commands, ids and tags");
  completion->option("SHELL", &raw.shell, "bash, zsh or fish");
  add_output(*completion, raw);
  add_output(*app.command("man", "The manual page, as man and mandoc read it"), raw);
}

void add_commands(Options& app, Raw& raw) {
  auto* today = app.command("today", "Who needs what today; the same as `care` alone");
  add_selection(*today, raw);
  add_mail(*today, raw);
  auto* week = app.command("week", "Today and the six days after, a page each");
  add_selection(*week, raw);
  add_mail(*week, raw);
  auto* agenda = app.command("agenda", "The pages of several days");
  agenda->option("--days", &raw.days, "Today and the days after, N in all")->called("N");
  add_mail(*agenda, raw);
  add_selection(*agenda, raw);
  auto* show = app.command("show", "The call sheet: all you want to know before a call");
  declare_who(*show, raw);
  show->flag("--all", &raw.all, "The whole history instead of the latest five");
  auto* list = app.command("list", "All customers, one line each");
  list->option("--owner", &raw.owner, "Only customers of this staff member")->called("ID");
  list->option("--tag", &raw.tags, "Only customers with this tag; may be given again")
      ->called("TAG")
      ->again();
  list->option("--tier", &raw.tier, "Only customers of this tier")->called("NAME");
  list->flag("--strained", &raw.strained, "Only those who are strained now");
  list->flag("--all", &raw.all, "Former customers too");
  list->option("--format", &raw.format, "text, json or csv")->called("F");
  list->flag("--ids", &raw.ids, "Only the ids");
  auto* why = app.command("why", "How every date of a customer came about, rule by rule");
  declare_who(*why, raw);
  declare_records(app, raw);
  auto* edit = app.command("edit", "Open the book at a customer, in $VISUAL or $EDITOR");
  declare_who(*edit, raw);
  add_export(app, raw);
  auto* check = app.command("check", "All problems of the book; silent where there are none");
  check->option("--format", &raw.format, "text or json")->called("F");
  auto* init = app.command("init", "Make a commented book to start from");
  init->option("PATH", &raw.path, "Where; default: the place where the book is looked for");
  add_shell_commands(app, raw);
}

}  // namespace

Option* Option::called(const std::string& name) {
  value = name;
  return this;
}
Option* Option::again() {
  may_come_again = true;
  return this;
}
Option* Option::value_may_lack() {
  may_lack_value = true;
  return this;
}
Option* Option::list() {
  is_list = true;
  return this;
}
Option* Option::hide() {
  is_hidden = true;
  return this;
}

Option* Options::option(const std::string& names, Option::Target target, const std::string& text) {
  all.push_back({names, text, target});
  return &all.back();
}

Option* Options::flag(const std::string& names, Option::Target target, const std::string& text) {
  all.push_back({names, text, target, false});
  return &all.back();
}

Options* Options::command(const std::string& command, const std::string& meaning) {
  commands.push_back({command, meaning});
  return &commands.back();
}

void declare_who(Options& app, Raw& raw) {
  app.option("WHO", &raw.who,
             "An id, the beginning of one, or words of a name; several words in quotes");
}

Options declare_options(Raw& raw) {
  Options app{"care", "Who needs what from you today, and when"};
  app.option("--book", &raw.book,
             "The customer book: a file, a directory, or - for standard input. Default: "
             "$CARE_BOOK, else ~/.local/share/care/book.toml")
      ->called("PATH");
  app.option("--today", &raw.today, "Take this day for today")->called("DATE");
  app.option("--now", &raw.now, "Take this minute for now, as 2026-11-22T08:30")->called("MOMENT");
  app.option("--color", &raw.color, "auto, always or never")->called("WHEN");
  app.flag("--version", &raw.version, "Print the version");
  add_commands(app, raw);
  return app;
}

}  // namespace care
