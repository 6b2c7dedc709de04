#include <care/text.hpp>

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <utility>

#include "shell/commands/asking.hpp"
#include "shell/commands/starter_book.hpp"
#include "shell/commands/writing.hpp"
#include "shell/disk/book_sources.hpp"
#include "shell/disk/files.hpp"
#include "shell/disk/output_file.hpp"
#include "shell/session.hpp"

namespace care {
namespace {

/// In a directory that is a book, the examples would become a part of it.
void refuse_second(const Session& session, const std::string& file, bool is_for_directory) {
  const std::string directory = directory_of(file);
  if (!is_directory(directory)) return;
  std::vector<std::string> books = session.named_books();
  if (is_for_directory) books.push_back(directory);
  const bool is_book = std::ranges::any_of(books, [&](const std::string& book) {
    std::error_code error;
    return std::filesystem::equivalent(book, directory, error);
  });
  if (!is_book || book_files(directory).empty()) return;
  fail(directory, "is a book already, which the examples would become a part of");
}

/// `care init [PATH]`
struct Starting {
  std::string path;

  void declare(Options& options) {
    options.summary("Make a commented book to start from; on a terminal it asks");
    options.argument("[PATH]", &path, "Where; default: the place where the book is looked for",
                     {Wanted::file});
    options.example("care init");
    options.example("care init shop.toml && care --book shop.toml today");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    std::string file = path.empty() ? session.book_path() : path;
    if (file == "-") refuse("init wants a path; standard input cannot be written");
    const bool is_for_directory = file.ends_with('/') || is_directory(file);
    if (is_for_directory) file = directory_entry(file, "book.toml");
    refuse_second(session, file, is_for_directory);
    std::string contacts;
    const auto answers = asked(session, file, contacts);
    if (!answers) return ExitCode::done;
    create_file(file, starter_book(day_of(session.now(Book{})), *answers));
    session.note_written("the book is there");
    session.print(fmt::format("{}: your book to start from. Look: care {}today\n",
                              neutralised(file),
                              path.empty() ? "" : fmt::format("--book {} ", neutralised(file))));
    if (contacts.empty()) return ExitCode::done;
    session.print("\n");
    Session within = session;
    within.global.book = file;
    return import_file(within, contacts);
  }

 private:
  /// On a terminal, what is to stand there; nothing where the answers ended before the last
  /// question.
  static std::optional<FirstAnswers> asked(const Session& session, const std::string& file,
                                           std::string& contacts) {
    FirstAnswers answers;
    const World& world = session.world;
    if (!world.in_is_terminal || !world.out_is_terminal || exists(file)) return answers;
    Questions questions{session};
    questions.print(fmt::format("A new book, {}. Enter skips a question.\n", neutralised(file)));
    const std::string name = questions.answer("What is your business called? [My Shop]");
    if (!name.empty()) answers.name = name;
    ask_hours(questions, answers);
    FirstCustomer first{questions.answer("Who is your first customer?"), {}};
    if (!first.name.empty()) {
      first.phone = questions.answer("Their phone number?");
      answers.first = std::move(first);
    }
    contacts = contacts_typed(questions);
    answers.will_import = !contacts.empty();
    if (!questions.ended()) return answers;
    questions.print("Nothing was written.\n");
    return std::nullopt;
  }

  static void ask_hours(Questions& questions, FirstAnswers& answers) {
    std::string question = "When do you answer, Monday to Friday? [9-12:30, 13:30-17]";
    while (true) {
      const std::string typed = questions.answer(question);
      if (typed.empty()) return;
      if (auto hours = hours_typed(typed)) {
        answers.hours = *std::move(hours);
        return;
      }
      question =
          fmt::format("\"{}\" are not hours; write them like 9-12:30, 13:30-17:", shown(typed));
    }
  }

  static std::string contacts_typed(Questions& questions) {
    std::string question = "Import your contacts from a file (contacts.vcf, people.csv)?";
    while (true) {
      const std::string typed = questions.answer(question);
      if (typed.empty() || equal_ignoring_case(typed, "n") || equal_ignoring_case(typed, "no")) {
        return {};
      }
      try {
        (void)read_regular(typed);
        return typed;
      } catch (const FileError& error) {
        question = fmt::format("{}; which file?", error.what());
      }
    }
  }
};

}  // namespace

CommandRow init_command() { return row<Starting>("init"); }

}  // namespace care
