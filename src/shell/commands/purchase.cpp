#include "shell/command_line/amounts.hpp"
#include "shell/commands/record.hpp"

namespace care {
namespace {

/// `care purchase WHO WHAT…`
struct Purchasing {
  static constexpr auto precision = Precision::day;
  std::string who, amount, currency;
  std::vector<std::string> words;
  RecordOptions record;

  void declare(Options& options) {
    options.summary("They bought something: thank them");
    options.who(who);
    options.argument("WHAT...", &words, "What they bought");
    options.value("--amount", "N", &amount, "For how much, as 99.50 or 1000 EUR").amount();
    options.value("--currency", "C", &currency, "In what money, as EUR");
    record.declare_on(options);
    record.declare(options);
    options.example("care purchase acme two door sensors --amount 250 --currency EUR");
    options.example("care purchase acme the spring order --on 20 Nov");
  }

  void check() const {
    check_words(words);
    (void)amount_typed();
  }

  static void check_words(const std::vector<std::string>& typed) {
    if (!typed.empty()) return;
    refuse("purchase wants what they bought: care purchase acme \"two door sensors\"");
  }

  /// With the currency that stands behind it, or in its own option.
  [[nodiscard]] Amount amount_typed() const {
    if (amount.empty()) {
      if (!currency.empty()) refuse("--currency goes with --amount");
      return {};
    }
    auto typed = parse_amount(amount);
    if (!typed) {
      refuse("--amount: \"{}\" is not an amount; write it like 1250 or 99.50", {shown(amount)});
    }
    if (!currency.empty() && !typed->currency.empty() && currency != typed->currency) {
      refuse("--amount is in {}, --currency in {}; one of them is enough",
             {shown(typed->currency), shown(currency)});
    }
    if (!currency.empty()) typed->currency = currency;
    return *typed;
  }

  [[nodiscard]] Purchase made(const RecordContext& context) const {
    auto purchase = context.begun<Purchase>();
    check_words(context.words);
    purchase.what = context.keep(joined(context.words));
    const Amount typed = amount_typed();
    purchase.amount = typed.value;
    purchase.currency = context.keep(typed.currency);
    return purchase;
  }
};

}  // namespace

CommandRow purchase_command() { return row<Writing<Purchasing>>("purchase"); }

}  // namespace care
