#include <care/agenda.hpp>
#include <care/render_formats.hpp>
#include <care/report.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "shell/commands/asking.hpp"
#include "shell/commands/kinds.hpp"
#include "shell/commands/lookup.hpp"
#include "shell/session.hpp"

namespace care {
namespace {

enum class Key { log, missed, snooze, write, next, back, all, quit };
struct KeyRow {
  Key key;
  std::string_view letter, words;
};
constexpr std::array<KeyRow, 8> key_rows{{{Key::log, "l", "log"},
                                          {Key::missed, "m", "missed"},
                                          {Key::snooze, "s", "snooze"},
                                          {Key::write, "w", "write"},
                                          {Key::next, "n", "next"},
                                          {Key::back, "b", "back"},
                                          {Key::all, "a", "all"},
                                          {Key::quit, "q", "quit"}}};

/// One customer of the morning, and what became of it.
struct Stop {
  std::string id;
  std::string_view done;  ///< `logged`; empty while nothing was done
};

/// The dialogue: one entry of today's page after the other.
class Morning {
 public:
  Morning(const Session& session, std::vector<Stop> stops, std::string by)
      : session_{session}, stops_{std::move(stops)}, by_{std::move(by)} {}

  void hold() {
    bool shows = true;
    while (!is_over_ && at_ < stops_.size()) {
      if (shows) show(Part::fitting);
      shows = true;
      const auto key = ask_key();
      if (!key || *key == Key::quit) break;
      shows = act(*key);
    }
    say_end();
  }

 private:
  void print(const std::string& text) const { fresh().print(text); }

  /// The book changes with each answer, so each step reads it anew.
  [[nodiscard]] Session fresh() const { return {session_.world, session_.global}; }

  std::optional<std::string> answer(const std::string& question) {
    print(on_lines(session_.world, question) + " ");
    auto line = session_.world.read_line();
    if (line) return line;
    print("\n");
    is_over_ = true;
    return std::nullopt;
  }

  enum class Part { fitting, whole };

  void show(Part part) {
    const Session session = fresh();
    const Loaded loaded = session.load();
    const Book& book = loaded.book();
    const CallSheet sheet = call_sheet(book, customer_named(book, stops_[at_].id), loaded.now);
    std::string head = fmt::format("\n{} of {}", at_ + 1, stops_.size());
    if (!stops_[at_].done.empty()) head += fmt::format(", {}", stops_[at_].done);
    const std::string text = find_format("text")->sheet(sheet, session.style());
    constexpr std::size_t head_rows = 2;
    const std::size_t others = head_rows + wrapped(question(), session_.world.columns).size();
    session.print(head + "\n" +
                  (part == Part::whole ? text : on_one_screen(session_.world, text, others)));
  }

  [[nodiscard]] static std::string question() {
    std::string known;
    for (const KeyRow& row : key_rows) {
      known += fmt::format("{}{} {}", known.empty() ? "" : ", ", row.letter, row.words);
    }
    return known + ":";
  }

  std::optional<Key> ask_key() {
    const std::string known = question();
    std::string asked = known;
    while (true) {
      const auto typed = answer(asked);
      if (!typed) return std::nullopt;
      std::string word = folded(*typed);
      std::erase_if(word, [](char c) { return c == ' ' || c == '\t' || c == '\r'; });
      for (const KeyRow& row : key_rows) {
        if (!word.empty() && (word == row.letter || word == row.words)) return row.key;
      }
      asked =
          word.empty() ? known : fmt::format("\"{}\" is none of these:\n{}", shown(word), known);
    }
  }

  /// Whether a call sheet is to be shown afterwards.
  bool act(Key key) {
    switch (key) {
      case Key::log: return did(run_command({"log", stops_[at_].id}, true), "logged");
      case Key::missed: return missed();
      case Key::snooze: return snooze();
      case Key::write: (void)run_command({"message", stops_[at_].id}, false); return false;
      case Key::next: ++at_; return true;
      case Key::back:
        if (at_ == 0) print("This is the first.\n");
        at_ -= at_ == 0 ? 0 : 1;
        return true;
      case Key::all: show(Part::whole); return false;
      case Key::quit: break;
    }
    return false;
  }

  bool missed() {
    std::string question = "How - call (Enter), email, letter, text, visit, video or other?";
    while (true) {
      const auto typed = answer(question);
      if (!typed) return false;
      const std::string how = folded(*typed);
      std::vector<std::string> words{"log", stops_[at_].id, "--missed"};
      if (how.empty()) {
        words.emplace_back("--call");
      } else if (const auto channel = meaning_of<Channel>(how)) {
        if (*channel != Channel::other) words.push_back("--" + how);
      } else {
        question = fmt::format("\"{}\" is not one of these; call, email, letter, text, visit?",
                               shown(how));
        continue;
      }
      return did(run_command(std::move(words), true), "not reached");
    }
  }

  bool snooze() {
    const auto until = answer("Until when, as 2w, fri or 28 Nov?");
    if (!until || until->empty()) return false;
    const auto because = answer("Because?");
    if (!because || because->empty()) return false;
    return did(run_command({"snooze", stops_[at_].id, *until, *because}, true), "put off");
  }

  /// What was written is done; anything else is asked again.
  bool did(bool is_written, std::string_view what) {
    if (!is_written) return false;
    stops_[at_].done = what;
    ++at_;
    return true;
  }

  /// Runs a command as if it had been typed; false where nothing was written.
  bool run_command(std::vector<std::string> words, bool writes) {
    const GlobalOptions& global = session_.global;
    std::vector<std::string> all;
    const auto add = [&](std::string_view option, const std::string& value) {
      if (value.empty()) return;
      all.emplace_back(option);
      all.push_back(value);
    };
    add("--book", global.book);
    add("--today", global.today);
    add("--now", global.now);
    add("--color", global.color);
    all.insert(all.end(), words.begin(), words.end());
    add("--by", by_);
    World& world = session_.world;
    world.written = {};
    const WholeLines errors{world};
    const ExitCode code = run(all, world);
    const bool is_written = !world.written.empty();
    world.written = {};
    return writes ? is_written : code == ExitCode::done;
  }

  void say_end() const {
    std::string done;
    std::string left;
    std::size_t count = 0;
    for (const Stop& stop : stops_) {
      std::string& list = stop.done.empty() ? left : done;
      list += fmt::format("{}{}", list.empty() ? "" : ", ", shown(stop.id));
      if (!stop.done.empty()) list += fmt::format(" ({})", stop.done);
      count += stop.done.empty() ? 0 : 1;
    }
    const std::string said =
        fmt::format("{} of {} done{}{}.{}", count, stops_.size(), done.empty() ? "" : ": ", done,
                    left.empty() ? "" : fmt::format(" Left: {}.", left));
    std::string lines;
    for (const std::string& line : wrapped(said, session_.world.columns)) lines += line + "\n";
    print("\n" + lines);
  }

  const Session& session_;
  std::vector<Stop> stops_;
  std::string by_;
  std::size_t at_ = 0;
  bool is_over_ = false;
};

/// `care go`: the morning in one sitting
struct Sitting {
  std::string owner;
  std::vector<std::string> only;

  void declare(Options& options) {
    options.summary("The morning in one sitting: one entry of today's page after the other");
    options.value("--owner", "ID", &owner,
                  "Only the entries of this staff member, who also writes, and of nobody; "
                  "emergencies always show. Default: $CARE_STAFF",
                  {Wanted::staff});
    options
        .value("--only", "KIND...", &only,
               "Only items of these kinds: " + joined(kind_names(), " "),
               {Wanted::words, kind_names()})
        .list();
    options.example("care go");
    options.example("care go --owner dana --only follow_up thanks");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    const World& world = session.world;
    if (!world.in_is_terminal || !world.out_is_terminal) {
      refuse("go asks and listens, so it wants a terminal; elsewhere: care today, care log WHO");
    }
    const Session first{session.world, session.global};
    const Loaded loaded = first.load();
    const Book& book = loaded.book();
    Selection selection;
    selection.only = kinds_typed(only);
    selection.owner = owner_wanted(session, book);
    {
      const WholeLines errors{session.world};
      first.report_problems(loaded);
    }
    const Agenda agenda = agenda_of_today(book, loaded.now, selection);
    std::vector<Stop> stops;
    for (const Entry& entry : agenda.entries) {
      if (entry.customer && is_due(entry.items.front())) {
        stops.push_back({std::string{book.customers[*entry.customer].id}, {}});
      }
    }
    if (stops.empty()) {
      const auto lost = std::ranges::count_if(
          agenda.entries, [](const Entry& entry) { return entry.unreadable != nullptr; });
      first.print(lost == 0 ? "Nothing is due today.\n"
                            : fmt::format("Nothing else is due today, but {} could not be read: "
                                          "care check\n",
                                          lost == 1 ? "1 entry" : fmt::format("{} entries", lost)));
      return loaded.exit_code();
    }
    const ExitCode code = loaded.exit_code();
    Morning{session, std::move(stops), owner}.hold();
    return code;
  }

 private:
  [[nodiscard]] std::optional<StaffIndex> owner_wanted(const Session& session,
                                                       const Book& book) const {
    if (!owner.empty() || book.staff.empty()) return owner_named(book, owner);
    return owner_named(book, session.environment("CARE_STAFF").value_or(""));
  }
};

}  // namespace

CommandRow go_command() { return row<Sitting>("go"); }

}  // namespace care
