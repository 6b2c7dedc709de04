#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <care/render.hpp>
#include "render/words/items.hpp"

namespace care {

inline constexpr std::size_t column_gap = 2;  ///< between texts that stand side by side

/// A text and how loud it is.
struct Inked {
  std::string text;
  Ink ink = Ink::plain;
};

/// Puts neutralised text into columns, with colour where it is wanted; widths are in columns.
class Layout {
 public:
  /// The column of ids fits the widest of them, up to a limit.
  explicit Layout(const Style& style, std::size_t widest_id = 0);

  [[nodiscard]] std::size_t width() const { return width_; }
  /// Where the text beside an id starts; small on a narrow terminal.
  [[nodiscard]] std::size_t indent() const { return indent_; }

  /// Makes room for a page of so many entries.
  void expect(std::size_t entries) { out_.reserve(entries * usual_entry); }
  void blank_line();
  void line(std::string_view text, Ink ink = Ink::plain);
  /// Wrapped under itself, `indent` columns from the margin.
  void paragraph(std::size_t indent, std::string_view text, Ink ink = Ink::plain);
  /// Texts one behind the other, with a blank between them, wrapped like a paragraph.
  void flow(std::size_t indent, const std::vector<Inked>& texts);
  /// Texts side by side on one line; the caller knows that there is room.
  void side_by_side(const std::vector<Inked>& texts);
  /// `left` at the margin, `right` at the right edge; on a line of its own where both do not fit.
  void spread(std::string_view left, Ink left_ink, std::string_view right);
  /// The head of an entry: a mark, the id, who it is, and `right` at the edge.
  void head(bool marked, std::string_view id, std::string_view who, std::string_view right);
  /// A label in its column and the text beside it, wrapped at words under itself.
  void item(std::string_view label, Ink ink, std::string_view text);
  /// A lower-case label with a lesser column: `heard`, `thank`. Nothing where the text is empty.
  void remark(std::string_view label, std::string_view text);
  /// A rule, what follows from it, and where that stands in the book.
  void reason(std::string_view rule, std::string_view text, std::string_view position);
  /// Text alone, wrapped under the entry's column.
  void text(std::string_view text, Ink ink = Ink::plain);
  void text(std::string_view text, std::string_view right);

  [[nodiscard]] std::string take() { return std::move(out_); }

 private:
  static constexpr std::size_t usual_entry = 400;  // bytes

  void append(std::string_view text, Ink ink);
  /// The lines of a text that starts at column `start`, with `right` at the edge of the first
  /// line that has room for it; the caller has written up to `start`.
  void lines_at(std::size_t start, const std::vector<std::string>& parts, Ink ink,
                std::string_view right, Ink right_ink);
  void labelled(std::string_view label, std::size_t column, Ink ink, std::string_view text);
  void end_line();

  bool color_;
  std::size_t width_;
  std::size_t indent_;
  std::string out_;
};

/// Below a page: that something may be missing on it; nothing where the book has no problems.
[[nodiscard]] std::string missing_text(std::span<const Problem> problems, const Style& style);

}  // namespace care
