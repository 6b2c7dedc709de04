#pragma once

#include "shell/commands/record.hpp"

namespace care {

/// A request or promise of a customer.
struct OpenRecord {
  std::uint32_t index = 0;  ///< into the book's
  Text id, what;
  bool is_open = true;
  bool has_offer = false;  ///< something was offered; the customer's word may change that
  Text offered{};          ///< what waits for their word
};

/// All of the customer's that have happened, in the order of the book.
[[nodiscard]] std::vector<OpenRecord> requests_of(const Book& book, CustomerIndex who, Moment now);
[[nodiscard]] std::vector<OpenRecord> promises_of(const Book& book, CustomerIndex who, Moment now);
[[nodiscard]] std::vector<OpenRecord> still_open(std::vector<OpenRecord> records);

/// The one that the text names by its id, the beginning of one, or words of it; without a text the
/// only one that is open. What has ended is taken where nothing open fits, and remarked. UsageError
/// where that is none (it says `instead` what else may have been meant), or several.
[[nodiscard]] std::uint32_t one_meant(const RecordContext& context, std::string_view option,
                                      std::string_view text, const std::vector<OpenRecord>& records,
                                      std::string_view instead = {});

/// Remarks that the same is open already.
void remark_same(const RecordContext& context, std::string_view noun, Text what,
                 const std::vector<OpenRecord>& records);

/// A line for each: `--request acme-2026-11-20  price for new doors`.
[[nodiscard]] std::string choices(std::string_view option, const std::vector<OpenRecord>& records);

/// A promise to be kept by the day that was typed. Throws UsageError.
[[nodiscard]] Promise promised(const RecordContext& context, std::string_view what,
                               std::string_view due);

}  // namespace care
