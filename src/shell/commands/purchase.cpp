#include <charconv>

#include "shell/commands/record.hpp"

namespace care {
namespace {

std::optional<double> parse_amount(std::string_view text) {
  if (text.empty()) return std::nullopt;
  double amount = 0;
  const auto [end, error] =
      std::from_chars(text.data(), text.data() + text.size(), amount, std::chars_format::fixed);
  if (error != std::errc{} || end != text.data() + text.size() || !(amount > 0)) {
    refuse("--amount: \"{}\" is not an amount; write it like 1250 or 99.50", {shown(text)});
  }
  return amount;
}

/// `care purchase WHO WHAT…`
struct Purchasing {
  static constexpr auto precision = Precision::day;
  std::string who, amount, currency;
  std::vector<std::string> what;
  RecordOptions record;

  void declare(Options& options) {
    options.summary("They bought something: thank them");
    options.who(who);
    options.argument("WHAT...", &what, "What they bought");
    options.value("--amount", "N", &amount, "For how much, as 99.50");
    options.value("--currency", "C", &currency, "In what money, as EUR");
    record.declare_on(options);
    record.declare(options);
    options.example("care purchase acme two door sensors --amount 250 --currency EUR");
    options.example("care purchase acme the spring order --on 20 Nov");
  }

  void check() const {
    if (what.empty()) {
      refuse("purchase wants what they bought: care purchase acme \"two door sensors\"");
    }
    if (!parse_amount(amount) && !currency.empty()) refuse("--currency goes with --amount");
  }

  [[nodiscard]] Purchase made(const RecordContext& context) const {
    auto purchase = context.begun<Purchase>();
    purchase.what = context.keep(joined(what));
    purchase.amount = parse_amount(amount);
    purchase.currency = context.keep(currency);
    return purchase;
  }
};

}  // namespace

CommandRow purchase_command() { return row<Writing<Purchasing>>("purchase"); }

}  // namespace care
