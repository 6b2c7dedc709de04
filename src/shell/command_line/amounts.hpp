#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace care {

/// A sum of money as it was typed.
struct Amount {
  std::optional<double> value;
  std::string currency;  ///< as a code of three letters; empty: none was typed
};

/// Reads `1250`, `99.50`, `1,000.50`, `1.000,50`, `412,000`, `1000 EUR`, `€ 99`: one separator with
/// three digits behind it stands between thousands. Nothing where it is not an amount above zero.
[[nodiscard]] std::optional<Amount> parse_amount(std::string_view text);

/// Whether the word is a currency: `EUR`, `$`.
[[nodiscard]] bool is_currency(std::string_view word);

}  // namespace care
