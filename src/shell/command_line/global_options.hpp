#pragma once

#include <string>

#include "shell/command_line/options.hpp"

namespace care {

/// The options of every command. Days are texts as they were typed: what `fri` is depends on the
/// day.
struct GlobalOptions {
  std::string book, today, now, color = "auto";
  bool version = false, help = false;

  void declare(Options& options);
  /// Throws UsageError.
  void check() const;
};

}  // namespace care
