#include <care/calendar_typed.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>

#include "shell/completion.hpp"
#include "shell/export.hpp"
#include "shell/files.hpp"
#include "shell/man.hpp"
#include "shell/pages.hpp"
#include "shell/session.hpp"
#include "shell/starter.hpp"
#include "shell/store.hpp"
#include "shell/usage.hpp"
#include "shell/writing.hpp"

namespace care {
namespace {

// --- One function for each command ------------------------------------------------------------

Agenda agenda_wanted(const Arguments& arguments, const Loaded& loaded, const Selection& selection) {
  const Book& book = loaded.reading.book;
  const Date today = day_of(loaded.now);
  constexpr int days_of_week = 7;
  if (arguments.command == Command::today) {
    return agenda_of_today(book, loaded.now, selection);
  }
  const auto typed = [&](std::string_view option, const std::string& text, Date otherwise) {
    return text.empty() ? otherwise : day_typed(loaded.now, book, option, text, Lean::future);
  };
  const Date from = typed("--from", arguments.from, today);
  const int count = arguments.command == Command::week ? days_of_week : arguments.days.value_or(1);
  const Date to = typed("--to", arguments.to, today + std::chrono::days{count - 1});
  constexpr std::chrono::days farthest{3660};
  if (from < today) {
    throw UsageError{fmt::format("--from {} is before today, {}; what is past stands under today",
                                 iso(from), iso(today))};
  }
  if (to < from) {
    throw UsageError{fmt::format("--to {} is before --from {}", iso(to), iso(from))};
  }
  if (to > today + farthest) throw UsageError{"--to is more than ten years ahead"};
  return agenda_of_range(book, loaded.now, from, to, selection);
}

int run_agenda(const Arguments& arguments, World& world) {
  if (arguments.output && *arguments.output != "-" &&
      belongs_to_book(*arguments.output, book_path(arguments, world))) {
    throw FileError{fmt::format("{}: is part of the book; write the agenda elsewhere",
                                neutralised(*arguments.output))};
  }
  const Loaded loaded = load(arguments, world);
  const Book& book = loaded.reading.book;
  check_tags(book, arguments.tags);
  Selection selection{{}, arguments.tags, arguments.only};
  if (!arguments.mail.each_owner.empty()) {
    tell_problems(loaded, world);
    const bool due = write_to_each_owner(
        arguments, world, loaded, selection,
        [&](const Selection& theirs) { return agenda_wanted(arguments, loaded, theirs); });
    if (exit_code_of(loaded) != done) return problems_found;
    return due && arguments.exit_code ? something_due : done;
  }
  selection.owner = owner_wanted(arguments, world, book);
  const Agenda agenda = agenda_wanted(arguments, loaded, selection);
  tell_problems(loaded, world);
  // A message that could not be sent is told on quiet days, too.
  if (arguments.format->message != nullptr) (void)envelope_wanted(arguments, book, agenda.owner);
  const bool due = anything_due(agenda);
  if (due || !arguments.if_any) {
    deliver(arguments, world,
            page_wanted(arguments, style_of(arguments, world), loaded, selection, agenda));
  }
  if (exit_code_of(loaded) != done) return problems_found;
  return due && arguments.exit_code ? something_due : done;
}

int run_show(const Arguments& arguments, World& world) {
  const Loaded loaded = load(arguments, world);
  const CustomerIndex who = who_wanted(loaded.reading.book, arguments.who);
  const CallSheet sheet = call_sheet(loaded.reading.book, who, loaded.now);
  tell_problems(loaded, world);
  deliver(arguments, world, render(sheet, style_of(arguments, world)));
  return exit_code_of(loaded);
}

int run_why(const Arguments& arguments, World& world) {
  const Loaded loaded = load(arguments, world);
  const CustomerIndex who = who_wanted(loaded.reading.book, arguments.who);
  tell_problems(loaded, world);
  deliver(arguments, world,
          render(derive(loaded.reading.book, who, loaded.now), style_of(arguments, world)));
  return exit_code_of(loaded);
}

int run_list(const Arguments& arguments, World& world) {
  const Loaded loaded = load(arguments, world);
  const Book& book = loaded.reading.book;
  check_tags(book, arguments.tags);
  ListSelection selection{owner_wanted(arguments, world, book), arguments.tags, arguments.tier,
                          arguments.strained, arguments.all};
  std::vector<std::string_view> tiers;
  for (const Tier& tier : book.policy.tiers) tiers.push_back(tier.name);
  if (!arguments.tier.empty() && std::ranges::find(tiers, arguments.tier) == tiers.end()) {
    throw UsageError{fmt::format("--tier: the policy has no tier \"{}\"; there are {}",
                                 shown(arguments.tier),
                                 neutralised(fmt::format("{}", fmt::join(tiers, ", "))))};
  }
  const Listing listing = list_customers(book, loaded.now, selection);
  tell_problems(loaded, world);
  if (arguments.ids) {
    std::string ids;
    for (const ListRow& row : listing.rows) {
      ids += fmt::format("{}\n", neutralised(book.customers[row.customer].id));
    }
    deliver(arguments, world, ids);
  } else {
    deliver(arguments, world, arguments.format->listing(listing, style_of(arguments, world)));
  }
  return exit_code_of(loaded);
}

int run_check(const Arguments& arguments, World& world) {
  Loaded loaded = load(arguments, world);
  auto& problems = loaded.reading.problems;
  std::ranges::move(loaded.notes, std::back_inserter(problems));
  std::ranges::stable_sort(problems, {}, &Problem::at);
  deliver(arguments, world, arguments.format->problems(loaded.reading.book, problems));
  return exit_code_of(loaded);
}

int run_init(const Arguments& arguments, World& world) {
  std::string path = arguments.path ? *arguments.path : book_path(arguments, world);
  if (path == "-") throw UsageError{"init wants a path; standard input cannot be written"};
  if (is_directory(path)) path += path.ends_with('/') ? "book.toml" : "/book.toml";
  const Date today = day_of(now_of(arguments, world, Book{}));
  create_file(path, starter_book(today));
  deliver(arguments, world,
          fmt::format("{}: your book to start from. Look: care {}today\n", neutralised(path),
                      arguments.path ? fmt::format("--book {} ", neutralised(path)) : ""));
  return done;
}

int run_completion(const Arguments& arguments, World& world) {
  deliver(arguments, world, std::string{completion_script(arguments.shell)});
  return done;
}

int run_man(const Arguments& arguments, World& world) {
  deliver(arguments, world, manual(command_tree()));
  return done;
}

int dispatch(const Arguments& arguments, World& world) {
  switch (arguments.command) {
    case Command::today:
    case Command::week:
    case Command::agenda: return run_agenda(arguments, world);
    case Command::show: return run_show(arguments, world);
    case Command::list: return run_list(arguments, world);
    case Command::why: return run_why(arguments, world);
    case Command::check: return run_check(arguments, world);
    case Command::init: return run_init(arguments, world);
    case Command::export_plan: return run_export(arguments, world);
    case Command::undo: return run_undo(arguments, world);
    case Command::edit: return run_edit(arguments, world);
    case Command::completion: return run_completion(arguments, world);
    case Command::man: return run_man(arguments, world);
    default: break;
  }
  return run_record(arguments, world);
}

int answer(const Reply& reply, World& world) {
  if (!reply.error.empty()) world.write_error(reply.error);
  if (reply.out.empty() || world.write_out(reply.out)) return reply.exit_code;
  throw FileError{fmt::format("standard output: {}", last_error())};
}

}  // namespace

int run(const std::vector<std::string>& arguments, World& world) {
  try {
    if (!arguments.empty() && arguments.front() == complete_word) {
      return run_complete({arguments.begin() + 1, arguments.end()}, world);
    }
    const auto parsed = parse_arguments(arguments);
    if (const Reply* reply = std::get_if<Reply>(&parsed)) return answer(*reply, world);
    return dispatch(std::get<Arguments>(parsed), world);
  } catch (const UsageError& error) {
    world.write_error(fmt::format("care: {}\n", error.what()));
    return wrong_usage;
  } catch (const FileError& error) {
    world.write_error(fmt::format("care: {}\n", error.what()));
    return not_read_or_written;
  }
}

}  // namespace care
