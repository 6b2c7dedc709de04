#include "shell/command_line/command.hpp"

#include <array>

namespace care {

// Each stands in the file of its name; today and week stand with agenda.
CommandRow today_command(), week_command(), agenda_command(), show_command(), list_command(),
    why_command(), review_command(), journal_command(), open_command(), dates_command(),
    find_command(), log_command(), request_command(), done_command(), offer_command(),
    promise_command(), purchase_command(), ready_command(), snooze_command(), message_command(),
    go_command(), add_command(), import_command(), set_command(), former_command(),
    no_contact_command(), undo_command(), edit_command(), export_command(), check_command(),
    init_command(), completion_command(), man_command();

std::span<const CommandRow> command_table() {
  static const std::array table{
      today_command(),    week_command(),       agenda_command(), show_command(),
      list_command(),     why_command(),        review_command(), journal_command(),
      open_command(),     dates_command(),      find_command(),   log_command(),
      request_command(),  done_command(),       offer_command(),  promise_command(),
      purchase_command(), ready_command(),      snooze_command(), message_command(),
      go_command(),       add_command(),        import_command(), set_command(),
      former_command(),   no_contact_command(), undo_command(),   edit_command(),
      export_command(),   check_command(),      init_command(),   completion_command(),
      man_command()};
  return table;
}

}  // namespace care
