#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <care/render.hpp>
#include <care/render_exports.hpp>
#include <care/render_formats.hpp>

namespace care {

enum class Command {
  today,
  week,
  agenda,
  show,
  list,
  why,
  check,
  init,
  export_plan,
  log,
  request,
  done,
  offer,
  promise,
  purchase,
  ready,
  snooze,
  add,
  undo,
  edit,
  completion,
  man
};
enum class ColorWish { automatic, always, never };

/// An option whose value may be left out: then what is meant follows from the book.
struct Implied {
  bool is_given = false;
  std::string value;  ///< empty where it was left out
};

/// What a contact with a customer was like, in the words of whoever had it.
struct TouchWords {
  std::optional<Channel> how;
  std::string contact, heard, wow;
  bool missed = false, from_them = false;
  std::optional<Mood> mood;
  Implied thanks;
  bool greets = false;
  std::vector<std::string> greeted;  ///< empty: what the agenda shows
};

/// Who `care add` adds; dates and durations as they were typed.
struct NewCustomer {
  std::string id, call_me, company, phone, email, birthday, since, every, because, tier,
      referred_by;
  std::vector<std::string> contacts;
  bool although_alike = false;
};

/// What a message is to say besides its page, as it was typed.
struct MailWords {
  std::vector<std::string> to;
  std::string from, subject;
  std::string each_owner;  ///< the directory for a message to each of the staff
};

/// A command line that can be carried out, as far as that can be said without the book. Days are
/// texts as they were typed: what `fri` is depends on the day.
struct Arguments {
  Command command = Command::today;
  std::optional<std::string> book;
  std::string today, now;
  ColorWish color = ColorWish::automatic;
  const Format* format = formats().data();
  std::optional<std::string> output;
  std::optional<std::string> owner;
  bool all = false;  ///< today: of all owners; show: whole history; list: former ones too
  std::vector<std::string> tags;
  std::vector<Kind> only;
  bool brief = false;
  bool if_any = false;
  bool exit_code = false;
  std::optional<int> days;
  MailWords mail;
  std::string from, to;
  std::string who;
  std::string tier;
  bool strained = false;
  bool ids = false;
  std::optional<std::string> path;
  std::string what;                   ///< export: a name of `exports`
  std::optional<std::string> vdir;    ///< export: a directory for one file an item
  std::optional<VcardVersion> vcard;  ///< export: of contacts
  bool notes = false;                 ///< export: contacts with their notes
  std::string shell;                  ///< completion: bash, zsh or fish

  // Commands that write
  std::vector<std::string> words;  ///< behind WHO: TEXT, WHAT, NAME, or UNTIL BECAUSE
  std::string text;                ///< the same, with blanks between them
  std::string on, asked, due;
  std::optional<std::string> by;
  bool dry_run = false;
  TouchWords touch;
  bool only_who = false;  ///< log: nothing else was said, so that one may ask
  Implied request, promise;
  bool urgent = false, withdrawn = false;
  std::optional<Answer> answer;
  std::string replaces, currency;
  std::optional<double> amount;
  NewCustomer customer;
};

/// What to print instead of carrying anything out: help, the version, or a usage error.
struct Reply {
  int exit_code;
  std::string out, error;
};

/// Touches nothing outside: no file, environment or stream.
[[nodiscard]] std::variant<Arguments, Reply> parse_arguments(const std::vector<std::string>& words);

}  // namespace care
