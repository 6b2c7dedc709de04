#pragma once

#include <functional>
#include <string>
#include <vector>

#include "shell/commands/mail.hpp"
#include "shell/commands/output.hpp"

namespace care {

/// The agenda of the command's days, of what is selected.
using AgendaOf = std::function<Agenda(const Loaded&, const Selection&)>;

/// What `today`, `week` and `agenda` have in common: whose entries, which, and where they go.
struct AgendaOptions {
  std::string owner;
  bool all = false;
  std::vector<std::string> tags, only;
  FormatOption format;
  bool brief = false, if_any = false, exit_code = false;
  OutputOption output;
  MailOptions mail;

  /// All but those of a message.
  void declare(Options& options);
  /// Makes the page, or a message to each of the staff. Throws UsageError, FileError.
  [[nodiscard]] ExitCode run(const Session& session, const AgendaOf& agenda_of) const;

 private:
  void check() const;
  [[nodiscard]] std::vector<Kind> kinds() const;
  [[nodiscard]] std::optional<StaffIndex> owner_wanted(const Session& session,
                                                       const Book& book) const;
  [[nodiscard]] ExitCode exit_code_of(const Loaded& loaded, bool due) const;
  [[nodiscard]] std::string page(const Session& session, const Loaded& loaded,
                                 const Selection& selection, const Agenda& agenda) const;
};

}  // namespace care
