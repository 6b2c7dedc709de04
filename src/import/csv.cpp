#include "import/csv.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

#include <care/text.hpp>

#include "import/letters.hpp"

namespace care {
namespace {

/// The delimiter that stands most often in the first line, outside of quotes; where that has none,
/// a title may stand above the headings.
char most_frequent(std::string_view text) {
  constexpr std::string_view delimiters = ",;\t|";
  constexpr int most_lines = 20;
  constexpr std::size_t fewest = 2;
  std::array<std::size_t, delimiters.size()> counts{};
  const auto most = [&] { return std::ranges::max_element(counts); };
  bool is_quoted = false;
  int lines = 0;
  for (const char c : text) {
    if (c == '"') is_quoted = !is_quoted;
    if ((c == '\n' || c == '\r') && !is_quoted) {
      if (*most() >= (lines == 0 ? 1 : fewest) || ++lines == most_lines) break;
      counts = {};
    }
    const auto at = delimiters.find(c);
    if (at != std::string_view::npos && !is_quoted) ++counts.at(at);
  }
  return delimiters[static_cast<std::size_t>(most() - counts.begin())];
}

class TableReader {
 public:
  explicit TableReader(std::string_view text) : text_{text} {
    const std::string_view first = text_.substr(0, text_.find_first_of("\r\n"));
    std::string_view said = stripped(first);
    if (said.starts_with('"') && said.ends_with('"') && said.size() > 1) {
      said = said.substr(1, said.size() - 2);
    }
    if (said.size() <= 5 && said.size() >= 4 && equal_ignoring_case(said.substr(0, 4), "sep=")) {
      // `sep=` and a tab: trimmed away above.
      delimiter_ = said.size() == 5 ? said[4] : '\t';
      at_ = first.size();
      end_line();
    } else {
      while (at_ < text_.size() && (text_[at_] == '\n' || text_[at_] == '\r')) end_line();
      delimiter_ = most_frequent(text_.substr(at_));
    }
  }

  [[nodiscard]] CsvTable read() {
    bool is_apart = false;
    while (at_ < text_.size()) {
      CsvRow row{line_, {}, is_apart};
      read_row(row);
      is_apart = std::ranges::all_of(
          row.cells, [](const std::string& cell) { return stripped(cell).empty(); });
      if (!is_apart) table_.rows.push_back(std::move(row));
    }
    return std::move(table_);
  }

 private:
  [[nodiscard]] bool is_at_line_end() const {
    return at_ == text_.size() || text_[at_] == '\n' || text_[at_] == '\r';
  }

  void end_line() {
    if (at_ == text_.size()) return;
    at_ += text_.substr(at_, 2) == "\r\n" ? 2U : 1U;
    ++line_;
  }

  void read_row(CsvRow& row) {
    while (true) {
      row.cells.push_back(read_cell());
      if (is_at_line_end()) break;
      ++at_;
    }
    end_line();
  }

  std::string read_cell() {
    std::size_t start = at_;
    while (start < text_.size() && text_[start] == ' ') ++start;
    std::string cell;
    if (start < text_.size() && text_[start] == '"') {
      const std::size_t end = end_of_quotes(start);
      if (end != std::string_view::npos) {
        const std::string_view within = text_.substr(start + 1, end - start - 1);
        cell = unquoted(within);
        line_ += static_cast<std::uint32_t>(std::ranges::count(within, '\n'));
        at_ = end + 1;
      }
    }
    const std::size_t begin = at_;
    while (!is_at_line_end() && text_[at_] != delimiter_) ++at_;
    cell += text_.substr(begin, at_ - begin);
    return cell;
  }

  /// Where the closing quote stands. One that never comes would swallow everybody below, so from
  /// there on quotes end with their line, and where they do not they count as letters.
  std::size_t end_of_quotes(std::size_t start) {
    for (std::size_t i = start + 1; i < text_.size(); ++i) {
      if (text_[i] == '\n' && table_.open_quote != 0) return std::string_view::npos;
      if (text_[i] != '"') continue;
      if (i + 1 < text_.size() && text_[i + 1] == '"') {
        ++i;
      } else {
        return i;
      }
    }
    if (table_.open_quote == 0) table_.open_quote = line_;
    return std::string_view::npos;
  }

  static std::string unquoted(std::string_view text) {
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
      if (text[i] == '"' && i + 1 < text.size() && text[i + 1] == '"') ++i;
      if (text[i] != '\r') {
        out += text[i];
      } else if (i + 1 == text.size() || (text[i + 1] != '\n' && text[i + 1] != '\r')) {
        out += '\n';
      }
    }
    return out;
  }

  std::string_view text_;
  CsvTable table_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  char delimiter_ = ',';
};

}  // namespace

CsvTable read_table(std::string_view text) { return TableReader{text}.read(); }

}  // namespace care
