#include "shell/disk/output_file.hpp"

#include <fcntl.h>

#include <filesystem>
#include <system_error>

#include "shell/disk/draft.hpp"
#include "shell/disk/file_error.hpp"
#include "shell/disk/files.hpp"

namespace care {
namespace {

namespace fs = std::filesystem;

/// Not that of drafts of a locked directory, who would lose it to a lock.
constexpr std::string_view beginning = ".care-";
constexpr mode_t only_mine = 0600;
constexpr std::string_view taken = "is there already; care never overwrites a book";

}  // namespace

void write_file(const std::string& path, const std::function<void(const Write&)>& produce) {
  std::error_code error;
  const auto status = fs::status(path, error);
  if (fs::is_directory(status)) fail(path, "is a directory; name a file in it");
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    File device{::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY)};
    if (!device.is_open()) fail(path, last_error());
    produce([&](std::string_view piece) {
      if (!write_all(device.get(), piece)) fail(path, last_error());
    });
    if (!device.close()) fail(path, last_error());
    return;
  }
  // A link stays a link: what it points to is replaced.
  const fs::path target = fs::exists(status) ? fs::canonical(path, error) : fs::path{path};
  Draft draft{path, target.string(), beginning};
  draft.allow(only_mine);
  produce([&](std::string_view piece) { draft.add(piece); });
  draft.close_on_disk();
  draft.replace_target();
  (void)sync_directory(directory_of(target.string()));
}

void write_file(const std::string& path, std::string_view text) {
  write_file(path, [&](const Write& write) { write(text); });
}

void create_file(const std::string& path, std::string_view text) {
  if (exists(path)) fail(path, taken);
  std::error_code error;
  fs::create_directories(directory_of(path), error);
  if (error) fail(directory_of(path), error.message());
  Draft draft{path, path, beginning};
  draft.allow(only_mine);
  draft.add(text);
  draft.close_on_disk();
  draft.become_target(taken);
  (void)sync_directory(directory_of(path));
}

}  // namespace care
