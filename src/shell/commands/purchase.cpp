#include <fmt/format.h>

#include <charconv>

#include "shell/command_line/command.hpp"
#include "shell/command_line/usage.hpp"
#include "shell/commands/record.hpp"

namespace care {
namespace {

std::optional<double> parse_amount(std::string_view text) {
  if (text.empty()) return std::nullopt;
  double amount = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), amount, std::chars_format::fixed);
  if (error != std::errc{} || end != text.data() + text.size() || !(amount > 0)) {
    throw UsageError{
        fmt::format("--amount: \"{}\" is not an amount; write it like 1250 or 99.50", shown(text))};
  }
  return amount;
}

/// `care purchase WHO WHAT…`
struct Purchasing {
  std::string who, amount, currency;
  std::vector<std::string> what;
  RecordOptions record;

  void declare(Options& options) {
    options.summary("They bought something: thank them");
    options.who(who);
    options.argument("WHAT", "WHAT...", &what, "What they bought");
    options.value("--amount", "N", &amount, "For how much, as 99.50");
    options.value("--currency", "C", &currency, "In what money, as EUR");
    record.declare_on(options);
    record.declare(options);
    options.example("care purchase acme two door sensors --amount 250 --currency EUR");
    options.example("care purchase acme the spring order --on 20 Nov");
  }

  [[nodiscard]] ExitCode run(const Session& session) const {
    if (what.empty()) {
      throw UsageError{"purchase wants what they bought: care purchase acme \"two door sensors\""};
    }
    const auto paid = parse_amount(amount);
    if (!paid && !currency.empty()) throw UsageError{"--currency goes with --amount"};
    return write_record(session, record, who, Precision::day, [&](const RecordContext& context) {
      Purchase purchase{};
      purchase.customer = context.who;
      purchase.on = context.on;
      purchase.what = context.keep(joined(what));
      purchase.amount = paid;
      purchase.currency = context.keep(currency);
      purchase.by = context.by;
      return purchase;
    });
  }
};

}  // namespace

CommandRow purchase_command() { return row<Purchasing>("purchase"); }

}  // namespace care
