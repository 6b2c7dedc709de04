#pragma once

#include <span>
#include <string_view>

#include "shell/session.hpp"

namespace care {

enum class ExportOf { calendar, contacts, customers };

/// Something that `care export` gives.
struct Export {
  std::string_view what;
  ExportOf of;
  /// Delivers it.
  void (*deliver)(const Arguments& arguments, const Loaded& loaded, World& world);
};
[[nodiscard]] std::span<const Export> exports();

/// `care export WHAT`; throws UsageError and FileError.
[[nodiscard]] int run_export(const Arguments& arguments, World& world);

}  // namespace care
