#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shell/arguments.hpp"

namespace care {

/// What the words of a command line say, before it is known whether it makes sense.
struct Raw {
  std::string book, today, now, color = "auto", format = "text", output, owner, who, tier, path,
                                days, what, vdir, vcard, shell;
  std::vector<std::string> tags, only;
  bool all = false, brief = false, if_any = false, exit_code = false, strained = false, ids = false,
       version = false, notes = false;

  std::vector<std::string> from_words, to_words;  ///< days of a range, addresses of a message
  MailWords mail;

  // Commands that write
  std::string first_word;         ///< behind WHO
  std::vector<std::string> text;  ///< all of them
  std::string on, by, asked, due, replaces, amount, currency;
  bool dry_run = false, urgent = false, withdrawn = false, accepted = false, refused = false;
  std::vector<std::string> channels, greeted;
  std::string contact, heard, wow, mood;
  bool missed = false, from_them = false, greets = false;
  Implied thanks, request, promise;
  NewCustomer customer;
};

/// The name of a command; every command has one.
[[nodiscard]] std::string_view name_of(Command command);
[[nodiscard]] std::optional<Command> find_command(std::string_view name);
/// All of them, and `help`.
[[nodiscard]] std::vector<std::string_view> command_names();

/// What `--format` takes with this command.
[[nodiscard]] std::vector<std::string_view> format_names(Command command);
/// The kinds of items that `--only` takes.
[[nodiscard]] std::vector<std::string_view> kind_names();

/// Commands that append to the book or take back what they appended.
[[nodiscard]] bool writes(Command command);

/// What a command that writes is to write. Throws UsageError.
void read_record(Command command, const Raw& raw, Arguments& arguments);

/// What it means, as far as that can be said without the book. Throws UsageError.
[[nodiscard]] Arguments interpret(Command command, const Raw& raw);

}  // namespace care
