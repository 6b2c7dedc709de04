#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace care {

/// Text of the book; its bytes belong to `Book::texts` and live as long as the book. Empty =
/// absent.
using Text = std::string_view;

/// Where the bytes of a text come from that are not in memory until somebody looks at them, page by
/// page.
class Pages {
 public:
  virtual ~Pages() = default;
  /// All of them will be looked at: they may come at once.
  virtual void fetch() const = 0;
  /// Copies those from there on without having them come; how many, which is 0 where it failed.
  [[nodiscard]] virtual std::size_t copy(std::size_t from, std::span<char> to) const = 0;
  /// How many are best copied at a time.
  [[nodiscard]] virtual std::size_t window() const { return std::size_t{1} << 18; }
};

/// The bytes of a file, shared by all that refer to them: text that was read, or a mapping.
class FileText {
 public:
  FileText() = default;
  FileText(std::string text);  // NOLINT(google-explicit-constructor)
  FileText(const char* text);  // NOLINT(google-explicit-constructor)
  /// Bytes that stay where they are, unchanged, as long as `owner` lives.
  FileText(std::shared_ptr<const void> owner, std::string_view bytes)
      : owner_{std::move(owner)}, bytes_{bytes} {}
  /// The same, of pages.
  FileText(std::shared_ptr<const Pages> pages, std::string_view bytes)
      : pages_{pages.get()}, owner_{std::move(pages)}, bytes_{bytes} {}

  [[nodiscard]] std::string_view view() const { return bytes_; }
  operator std::string_view() const { return bytes_; }  // NOLINT(google-explicit-constructor)
  /// Null where all bytes are in memory.
  [[nodiscard]] const Pages* pages() const { return pages_; }

 private:
  const Pages* pages_ = nullptr;
  std::shared_ptr<const void> owner_;
  std::string_view bytes_;
};

/// Keeps the texts that the book refers to: its files, and a copy of each text that does not stand
/// in them as it reads, packed.
class TextStore {
 public:
  [[nodiscard]] Text keep(std::string_view text);
  /// Keeps a whole file, without copying it.
  void adopt(FileText file) { files_.push_back(std::move(file)); }
  /// Whether the bytes are ones that it keeps; no bytes always are.
  [[nodiscard]] bool holds(Text text) const;

 private:
  struct Chunk {
    std::unique_ptr<char[]> bytes;
    std::size_t size;
  };
  std::vector<FileText> files_;
  std::vector<Chunk> chunks_;
  std::size_t used_ = 0;
};

}  // namespace care
