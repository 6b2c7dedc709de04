// Any command lines over any book, one after the other, in any world: every answer is what its
// format promises, nobody is left out, and the book only ever grows by what was to be written.

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "fuzz/formats.hpp"
#include "fuzz/fuzz.hpp"
#include "fuzz/grammar.hpp"
#include "fuzz/place.hpp"
#include "fuzz/script.hpp"
#include "fuzz/session.hpp"
#include "json.hpp"

using namespace care::test;

namespace {

using Words = std::vector<std::string>;

constexpr int done = 0;
constexpr int something_due = 1;
constexpr int wrong_usage = 2;
constexpr int problems_found = 3;
constexpr int not_written = 4;

bool has(const Words& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

const std::vector<Shape>& all_shapes() {
  static const std::vector<Shape> all = [] {
    const Script script;
    const Session session{script};
    auto found = shapes([&](const Words& words) { return session.play(words).out; });
    constexpr std::size_t least = 20;
    demand(found.size() >= least, "care --help lists the commands");
    return found;
  }();
  return all;
}

// --- What is said -------------------------------------------------------------------------------

/// Which of these stands there, where it is one alone.
std::string_view only_one(const Words& words, const std::vector<std::string_view>& wanted) {
  std::string_view found;
  for (const std::string_view word : wanted) {
    for (int i = 0; i < std::ranges::count(words, word); ++i) {
      if (!found.empty()) return {};
      found = word;
    }
  }
  return found;
}

bool asks_for_help(const Words& words) {
  return std::ranges::any_of(words, [](const std::string& word) {
    return word.starts_with("-h") || word == "help" || word == "--help" || word == "--version";
  });
}

/// The format of what these words print, as far as that can be told from them without care's own
/// parser: empty where it cannot.
std::string_view format_of(const Words& words) {
  constexpr std::string_view with_value = "--format=";
  if (asks_for_help(words)) return "text";
  if (has(words, "--") || has(words, "__complete")) return {};
  if (has(words, "export")) {
    if (has(words, "--vdir")) return {};
    return only_one(words, {"calendar", "contacts", "csv", "json", "dates"});
  }
  std::string_view format = "text";
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool is_next = words[i] == "--format" && i + 1 < words.size();
    const bool is_within = words[i].starts_with(with_value);
    if (!is_next && !is_within) continue;
    if (format != "text") return {};
    format = is_next ? std::string_view{words[i + 1]}
                     : std::string_view{words[i]}.substr(with_value.size());
  }
  if (format == "email" && has(words, "message")) return "letter";
  return format;
}

void check_said(const Session& session, const Words& words, const Outcome& outcome) {
  if (outcome.out.empty()) return;
  demand(!care::find_invalid_utf8(outcome.out), "standard output is UTF-8", outcome.out);
  // A question ends its line with the answer, which a terminal shows.
  const bool was_asked = outcome.out.ends_with("? ") || outcome.out.ends_with(": ");
  demand(outcome.out.ends_with('\n') || (was_asked && !outcome.err.empty()),
         "the last line has an end", outcome.out);
  const std::string_view format = format_of(words);
  if (format == "text" && session.may_colour(words)) {
    demand_coloured(outcome.out);
  } else if (!format.empty()) {
    demand_format(format, outcome.out);
  }
}

// --- What is written ----------------------------------------------------------------------------

/// Whether these are words of a command that may write into the book: `go` plays those that do.
bool may_write(const Words& words) {
  if (has(words, "go")) return true;
  return std::ranges::any_of(all_shapes(), [&](const Shape& shape) {
    return shape.is_writing() && has(words, shape.name);
  });
}

bool names_output(const Words& words) {
  return std::ranges::any_of(words, [](const std::string& word) {
    return word.starts_with("-o") || word.starts_with("--output") ||
           word.starts_with("--each-owner") || word.starts_with("--vdir");
  });
}

/// The files of the book that are not as they were; a new one is as if it had been empty.
std::vector<std::string> changed_files(const Files& before, const Files& after,
                                       const Script& script) {
  std::vector<std::string> changed;
  for (const auto& [name, text] : before) {
    const auto now = after.find(name);
    demand(now != after.end() || !script.book.contains(name), "no file of the book is lost", name);
    if (now != after.end() && now->second != text && script.book.contains(name)) {
      changed.push_back(name);
    }
  }
  return changed;
}

/// One file may have grown by a record, or become shorter by one that is taken back.
void check_change(const Files& before, const Files& after, const Script& script, const Words& words,
                  const Outcome& outcome) {
  const std::vector<std::string> changed = changed_files(before, after, script);
  if (changed.empty()) return;
  demand(changed.size() == 1, "one file is written at a time", changed.front());
  const std::string& old_text = before.at(changed.front());
  const std::string& new_text = after.at(changed.front());
  demand(may_write(words), "only what writes changes the book", new_text);
  demand(outcome.code != wrong_usage, "wrong usage leaves the book alone", new_text);
  demand(outcome.code != not_written || script.is_full, "what fails leaves the book alone",
         new_text);
  demand(has(words, "--") || !has(words, "--dry-run"), "a dry run leaves the book alone", new_text);
  demand(new_text.starts_with(old_text) || (has(words, "undo") && old_text.starts_with(new_text)),
         "every byte of the book stands where it stood", new_text);
}

/// What was written can be taken back to the byte, record by record, unless it was waited for.
void check_undo(const Session& session, const Place& place, const Files& before,
                const Files& after) {
  const std::string& wanted = before.at("book.toml");
  std::string text = after.at("book.toml");
  while (text.size() > wanted.size()) {
    const Outcome undone = session.play({"undo"});
    if (undone.err.find("another record refers to it") != std::string::npos) break;
    const std::string left = place.files().at("book.toml");
    demand(left.size() < text.size(), "the last record is taken back", undone.err + left);
    text = left;
  }
  demand(text.size() > wanted.size() || text == wanted, "undo gives the bytes back", text);
  place.put(after);
}

/// Plays a command where these files are; returns those that are there behind it.
Files check_command(const Session& session, const Place& place, const Script& script,
                    const Words& words, const Files& before) {
  const Outcome outcome = session.play(words);
  check_said(session, words, outcome);
  Files after = place.files();
  for (const auto& [name, text] : after) {
    demand(name.find(".care-") == std::string::npos, "no draft is left behind", name);
  }
  const bool is_plain = session.is_plain(words);
  if (!is_plain && names_output(words)) return after;
  check_change(before, after, script, words, outcome);
  const auto own = before.find("book.toml");
  if (is_plain && own != before.end() && after.at("book.toml").size() > own->second.size()) {
    check_undo(session, place, before, after);
  }
  return after;
}

// --- Who is named -------------------------------------------------------------------------------

Json json_of(const Outcome& outcome) {
  std::string_view rest{outcome.out};
  auto json = take_json(rest);
  demand(json && rest.empty(), "JSON is one value", outcome.out);
  return std::move(*json);
}

std::size_t count_items(const Json& page) {
  std::size_t count = 0;
  for (const Json& entry : page.list("entries")) count += entry.list("items").size();
  return count;
}

bool is_due(const Json& item) {
  constexpr double coming = 8;
  return item.text("when") != "coming" && item.number("class") < coming;
}

/// Everybody has a line in the list, and whoever needs something today is on the page or counted.
void check_nobody_left_out(const Json& page, const Json& list, const std::string& shown) {
  std::set<std::string_view> known;
  std::set<std::string_view> named;
  for (const Json& row : list.list("customers")) {
    const Json* item = row.member("item");
    // Of those that could not be read, several may go by one id, or by that of a customer.
    if (item != nullptr && item->text("kind") == "unreadable") continue;
    demand(known.insert(row.text("id")).second, "a customer has one line", shown);
  }
  for (const Json& entry : page.list("entries")) {
    const bool is_unreadable = entry.list("items").front().text("kind") == "unreadable";
    if (is_unreadable) continue;
    demand(known.contains(entry.text("id")), "the page names who is in the list", shown);
    demand(named.insert(entry.text("id")).second, "a customer has one entry", shown);
  }
  double hidden = 0;
  for (const std::string_view why : {"snoozed", "waiting", "capped", "do_not_contact"}) {
    const Json* counts = page.member("hidden");
    demand(counts != nullptr, "a page says what it hides", shown);
    hidden += counts->number(why);
  }
  double missing = 0;
  for (const Json& row : list.list("customers")) {
    const Json* item = row.member("item");
    const bool is_wanted = item != nullptr && is_due(*item) && row.text("status") == "active" &&
                           row.text("next") == page.text("from");
    if (is_wanted && !named.contains(row.text("id"))) ++missing;
  }
  demand(missing <= hidden, "whoever is missing is counted", shown);
}

/// What three commands say of one book agrees. False where the book is not worth more time.
bool check_pages(const Session& session) {
  constexpr std::size_t most_items = 300;
  const Outcome today = session.play({"today", "--all", "--format", "json"});
  if (today.code != done && today.code != problems_found) return today.out.empty();
  const Json page = json_of(today);
  if (count_items(page) > most_items) return false;
  const Outcome list = session.play({"list", "--all", "--format", "json"});
  check_nobody_left_out(page, json_of(list), today.out + list.out);

  const Outcome check = session.play({"check", "--format", "json"});
  demand(check.code == today.code && check.code == list.code, "all agree on problems",
         today.err + list.err + check.out);
  const Json problems = json_of(check);
  const bool is_sound = std::ranges::all_of(problems.list("problems"), [](const Json& problem) {
    return problem.text("severity") == "note";
  });
  demand(is_sound == (check.code == done), "the exit code says whether the book is sound",
         check.out);

  const Outcome again = session.play({"today", "--all", "--format", "json", "--exit-code"});
  const bool due = std::ranges::any_of(page.list("entries"), [](const Json& entry) {
    return std::ranges::any_of(entry.list("items"), is_due);
  });
  demand(again.out == today.out, "the same book says the same twice", again.out);
  demand(again.code == (is_sound ? due ? something_due : done : problems_found),
         "the exit code says whether something is due", again.out);
  return true;
}

/// What there is to import: the paths are those of the grammar.
Files with_address_books(Files files) {
  files.emplace(
      "cards.vcf",
      "BEGIN:VCARD\nVERSION:3.0\nFN:Joe Tran\nTEL:+1 602 555 0188\nBDAY:--1128\nEND:VCARD\n"
      "BEGIN:VCARD\nFN:Ana\nORG:Acme\nEMAIL:a@b.example\nBDAY:1980-06-31\nEND:VCARD\n");
  files.emplace("people.csv",
                "Name;Phone;Birthday;Last contact;Owner;# cars\n"
                "Ana;602 555 0100;3/4/1970;2026-11-20;ana;2\nBo;;15.03.1970;;;\n;;;;;\n");
  return files;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const Place place;
  const Script script = parse_script(as_text(data, size), all_shapes());
  const Session session{script};
  place.put(with_address_books(script.book));
  constexpr std::size_t one_in = 8;  // four more commands are a lot
  if (size % one_in == 0 && !script.is_full && !check_pages(session)) return -1;
  Files files = place.files();
  for (const Words& words : script.commands) {
    files = check_command(session, place, script, words, files);
  }
  return 0;
}
