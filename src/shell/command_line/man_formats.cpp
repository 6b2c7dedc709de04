#include "shell/command_line/man.hpp"

#include <array>

#include "shell/command_line/roff.hpp"

namespace care {
namespace {

constexpr std::array<Meaning, 10> formats{{
    {"text", "The page as it is printed, safe on any terminal."},
    {"markdown", "The same for a wiki or a chat."},
    {"json",
     "Names and meanings do not change within a schema number; facts that are absent are left out. "
     "See JSON."},
    {"jsonl", "One entry of json a line."},
    {"csv",
     "One item a line, as RFC 4180 says. A ' stands before texts that a spreadsheet would take "
     "for a formula, which includes telephone numbers that begin with +; numbers stand as they "
     "are. Text that it would take for a number, date or truth and show otherwise stands in "
     "quotes: have it take quoted fields as text."},
    {"html",
     "One page that stands alone: no script, nothing loaded, light or dark as the reader's machine "
     "is set, right on a telephone and on A4 or Letter paper. Phone numbers and mail addresses are "
     "links, a [[message]] that is there for an entry is one that writes it, and below stands how "
     "much the coming four weeks ask for."},
    {"email",
     "A message for sendmail -t. It goes to the address in [[staff]] of --owner, CARE_STAFF or the "
     "book's owner, or to each --to; from the address of the book's owner, or --from. Its "
     "Message-ID is the same as long as the page says the same, so that a mail program shows a "
     "second one as a copy, and never drops one with news. "
     "--each-owner DIR writes DIR/ID.eml for each of the staff who is here, or with care review "
     "who "
     "has customers. Each begins with the line X-Care-Each-Owner; the file of somebody who gets "
     "none, or who is no longer in the book, is removed, so that no old page is sent again."},
    {"ics",
     "The pages as iCalendar: what is due stands on its page's day, also what is late. See EXPORTS "
     "for a calendar to subscribe to."},
    {"remind",
     "Every birthday, anniversary and event, to return each year by remind itself, 29 February as "
     "the book's leap_day has it, with as many days of warning as heads_up; and what else stands "
     "on the page, on the day on which to do it. Which greetings are done, care alone knows: make "
     "it anew each morning."},
    {"org",
     "A heading for each day and customer, and a TODO for each thing: SCHEDULED on the day on "
     "which to do it, with its DEADLINE unless it is a follow-up or of a plan. Emergencies and "
     "what is late "
     "have the priority A, what is coming and plain follow-ups C."},
}};

constexpr std::array<Meaning, 6> json{{
    {"page", "schema, book, now, from, to, entries[], hidden{}, problems[]"},
    {"entry",
     "day (of ranges), id, name, call_me, company, phone, email, contact, owner, for (whom the "
     "owner "
     "stands in for), escalated_to (who has it on their page too, since it is so late), strained, "
     "last, thank_for, value, hints[], items[]"},
    {"last", "on, how, heard"},
    {"item",
     "kind, class (1 to 8; 0 could not be read), when (overdue, today, coming), due, act, "
     "days_late, ratio (of follow-ups), what, person, years, id, plan, step, steps (of plans of "
     "the "
     "book), rule"},
    {"hidden",
     "snoozed, waiting, capped, do_not_contact, other_owners (customers, each counted once)"},
    {"problem", "severity, code, file, line, column, what, instead"},
}};

constexpr std::string_view customer_head =
    "care show --format json is one object: schema, book, now, all that an entry has, and";
constexpr std::array<Meaning, 6> customer{{
    {"customer",
     "status, because, died, sounds_like, phones[], emails[], address, tier, every (by the "
     "customer, tier or policy), tags[], likes[], notes, since, birthday, referred_by (an id), "
     "contacts[], extra[], next (the day on which they are on the agenda), plans[], ahead[] "
     "(occasions of the coming year, as items), history[], older (how many records history leaves "
     "out; with --all none), learned[]"},
    {"contact",
     "name, call_me, sounds_like, role, phone[], email[], likes[], birthday, notes, left"},
    {"extra", "key, value"},
    {"plan",
     "plan (the name), step, steps (of plans of the book), what, how, every, state (done, due, "
     "not_yet, ended by their reply, over), day (on which it was done or is due), last (of a plan "
     "of their own: when it was last done)"},
    {"history", "on, kind (the table; and every key of that)"},
    {"learned", "on, (every key of [[fact]],) file, line"},
}};

constexpr std::string_view tables_head =
    "care open, journal, dates and find write rows of these columns in csv and jsonl; in json "
    "they are the list open, records, dates or found, beside schema, book, now and problems. "
    "What could not be read stands first in care open and care list, of the kind unreadable.";
constexpr std::array<Meaning, 5> tables{{
    {"open",
     "due, kind, customer, name, owner, id, what, since, when, days_late, waits_for (their part), "
     "aim (of a request, what it waits for: answer, solution, word_on_offer, other_offer where "
     "theirs is refused, their_part), offered (the alternative)"},
    {"journal", "table, file, line (and each key of each table of records)"},
    {"dates", "day, kind, customer, name, person, what, years, greeted (the day), do_not_contact"},
    {"find", "on, customer, table, key, text, file, line"},
    {"list",
     "id, name, call_me, status, owner, tier, mood, last, next, kind, days_late, what (in csv; in "
     "json the last three are an item)"},
}};

constexpr std::array<Meaning, 9> review{{
    {"review",
     "schema, book, now, from, to, previous (from and to), measures[], loyalty{}, lists{}, "
     "attention{}, load{}, endings{}, deficiencies[], weakest (the name of a measure), problems[]"},
    {"measure",
     "name, factor (real, friendly, wow or follow-up), good, total, previous (good and total), "
     "owners (by id, those with cases: good and total)"},
    {"loyalty",
     "now, before (both: how many are strained, loyal, new, silent, returning, recommending, "
     "satisfied), moved[] (each with the id, and from and to which state; also former and "
     "do-not-contact)"},
    {"lists",
     "strained[], silent[], satisfied[] (each: id, name, owner, and the day on which they were "
     "last heard), forgotten[] (each: id, name, owner, due, days_late)"},
    {"one of them", "id, name, owner, heard, due, days_late"},
    {"attention", "strained, others (contacts each in 30 days), ratio"},
    {"load", "asked, done (contacts in 30 days), owners (by id: asked and done)"},
    {"endings", "done, alternative, withdrawn, refused (open, and their latest offer is)"},
    {"deficiency",
     "owner, measure, rate, others (the rate of all others), before (instead of it where there is "
     "no other owner: the rate in the previous period)"},
}};

constexpr std::string_view review_csv =
    "In CSV, one row a measure, and behind it one for each owner with cases: from, to, name, "
    "factor, owner (empty: all), good, total, rate, previous_good, previous_total. Rates and means "
    "have four decimals; what cannot be reckoned is left out.";

constexpr std::array<Meaning, 13> columns{{
    {"id, name, call_me, company, phone, email, address",
     "As in the book; call_me as on the agenda. Several phones or mails have ; between them, and "
     "one with a semicolon in it stands in quotes, as a tag does."},
    {"status", "active, former or do-not-contact."},
    {"owner", "The staff id of who looks after them."},
    {"tier, tags",
     "Tags have ; between them; one with a comma, semicolon or line end in it, or a quote "
     "as its first letter, stands in quotes, its own doubled. In JSON they are a list."},
    {"every", "How often to be in touch, by the customer, tier or policy: 2w, 1m, never."},
    {"since, birthday", "2021-03-01; a birthday without its year is 03-01."},
    {"referred_by", "The id of the customer who sent them."},
    {"mood", "delighted, content or strained."},
    {"touches", "How many reached them."},
    {"last_on, last_how, last_heard",
     "The day of the latest that did, how it was, what they said."},
    {"next_on, next_kind",
     "The day on which the next thing is on the agenda, and its kind as in JSON."},
    {"next_what, next_due", "What it is about, and by when."},
    {"days_late", "How late it is today."},
}};

constexpr std::array<std::string_view, 4> calendar{
    "export calendar writes iCalendar (RFC 5545): birthdays, anniversaries and events as rules "
    "where they return, from 2000 on, in no year in which care would not show them, and with an "
    "alarm at nine in the morning, heads_up before; promises and open requests on the day to act, "
    "and once more as tasks with the moment by which they are due; the next follow-up of "
    "everybody; whom to thank; the open step of each plan, and what is due again and again as a "
    "rule; and what to prepare for events of the coming year. Somebody born on "
    "29 February is there on the 28th in common years, or on 1 March where leap_day says so.",
    "What is late stays on its day: the same book gives the same bytes, each item keeps its UID, "
    "and importing it again changes nothing. Only what has no day of its own moves along with "
    "today: a first contact where the book says neither since nor started, and a request of which "
    "nobody knows when it was asked.",
    "Customers with neither follow-up nor reason are not there, nor are former ones; those not to "
    "contact have their dates, without an alarm, and what they asked for. --owner ID writes only "
    "what is theirs and nobody's, and everybody's emergencies; CARE_STAFF does not count here.",
    "With --vdir DIR, files are written only where something has changed. Those of what is gone "
    "are removed, but only care's own of this book, and only while the book has no errors. Each "
    "book and each owner wants a directory of their own.",
};

constexpr std::string_view contacts =
    "export contacts writes a vCard 4.0 (RFC 6350) for each customer and each of their contacts, "
    "or with --vcard 3 one of 3.0 (RFC 2426), where a birthday without its year is 1604-02-29 with "
    "the parameter X-APPLE-OMIT-YEAR. Each card keeps its UID, by which an address book knows it "
    "again, as long as the names of the book and contact and the customer's id stay. The whole "
    "name stands in the first part of N: which of its words is the family's is not guessed. Notes "
    "are there with --notes alone.";

}  // namespace

std::string format_sections() {
  std::string out = ".Sh FORMATS\n" + roff_list("", formats) + ".Sh JSON\n" + roff_list("", json);
  out += ".Sh CUSTOMERS\n" + roff_paragraph(customer_head) + roff_list("", customer);
  out += ".Sh TABLES\n" + roff_paragraph(tables_head) + roff_list("", tables);
  out += ".Sh REVIEWS\n" + roff_list("", review) + roff_paragraph(review_csv);
  out += ".Sh EXPORTS\n";
  for (const std::string_view paragraph : calendar) out += roff_paragraph(paragraph) + ".Pp\n";
  out += roff_paragraph(contacts) + ".Pp\n";
  out += roff_paragraph(
      "export csv and json write one row or object a customer. The columns keep their names, "
      "meaning and order; new ones come behind them.");
  return out + roff_list("", columns);
}

}  // namespace care
