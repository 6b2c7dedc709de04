#pragma once

#include <care/render_formats.hpp>

#include "shell/disk/output_file.hpp"
#include "shell/session.hpp"

namespace care {

/// `-o FILE`, and `--force`: where the result goes.
struct OutputOption {
  std::string file;
  bool force = false;

  void declare(Options& options);
  /// Whether it does not go to standard output.
  [[nodiscard]] bool is_file() const { return !file.empty() && file != "-"; }
  void deliver(const Session& session, std::string_view text) const;
  /// The same for a text too large to hold: what `produce` writes.
  void deliver(const Session& session, const std::function<void(const Write&)>& produce) const;
};

/// `--format F`: how it is written.
struct FormatOption {
  std::string typed = "text";
  bool bom = false;
  std::vector<std::string_view> known{};  ///< what may be typed

  /// Of the formats that fit; `explained` adds what a page in each of them is.
  void declare(Options& options, bool (*fits)(const Format&), bool explained = false);
  /// Throws UsageError.
  [[nodiscard]] const Format& format() const;
};

/// A report of rows: how it is written, and where it goes.
struct TableOption {
  FormatOption format;
  OutputOption output;

  void declare(Options& options);
  /// Throws UsageError.
  void check() const { (void)format.format(); }
  /// With the problems of the book.
  [[nodiscard]] ExitCode write(const Session& session, const Loaded& loaded, Table table) const;
};

}  // namespace care
