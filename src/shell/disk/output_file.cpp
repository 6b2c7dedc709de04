#include "shell/disk/output_file.hpp"

#include <fcntl.h>

#include <filesystem>
#include <set>
#include <system_error>

#include "shell/disk/book_file.hpp"
#include "shell/disk/draft.hpp"

namespace care {
namespace {

namespace fs = std::filesystem;

/// Not that of drafts of a locked directory, who would lose it to a lock.
constexpr std::string_view beginning = ".care-";
constexpr mode_t only_mine = 0600;
constexpr std::string_view taken = "is there already; care never overwrites a book";

constexpr std::string_view extension = ".ics";
/// Of the part of a name behind the prefix.
constexpr std::size_t name_letters = 16;

void make_private(const std::string& directory) {
  std::error_code error;
  fs::permissions(directory, fs::perms::owner_all, error);
  if (error) fail(directory, error.message());
}

bool is_ours(const std::string& name, std::string_view prefix) {
  if (!name.starts_with(prefix) || !name.ends_with(extension)) return false;
  if (name.size() != prefix.size() + name_letters + extension.size()) return false;
  const auto letters = std::string_view{name}.substr(prefix.size(), name_letters);
  return letters.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// In one step for whoever reads the directory. The disk is not asked to confirm each of thousands
/// of files: the next run looks at them all again.
void put(const std::string& path, std::string_view text) {
  Draft draft{path, path, locked_draft};
  draft.add(text);
  draft.close();
  draft.replace_target();
}

/// The names of care's own regular files in the directory; a link is somebody else's.
std::set<std::string> own_files(const std::string& directory, std::string_view prefix) {
  std::set<std::string> own;
  std::error_code error;
  for (const std::string& name : names_in(directory, error)) {
    std::error_code ignored;
    if (is_ours(name, prefix) &&
        fs::is_regular_file(fs::symlink_status(directory_entry(directory, name), ignored))) {
      own.insert(name);
    }
  }
  if (error) fail(directory, error.message());
  return own;
}

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

void write_vdir(const std::string& directory, std::string_view prefix,
                const std::vector<VdirFile>& files, bool removes) {
  const bool is_new = !exists(directory);
  make_directory(directory, "--vdir wants one of its own");
  if (is_new) make_private(directory);
  const BookLock lock{directory};
  std::set<std::string> old = own_files(directory, prefix);
  for (const VdirFile& file : files) {
    const std::string name = file.name + std::string{extension};
    const std::string path = directory_entry(directory, name);
    const bool is_there = old.erase(name) > 0;
    if (!is_there || read_regular(path) != file.text) put(path, file.text);
  }
  if (!removes) old.clear();
  for (const std::string& name : old) {
    const std::string path = directory_entry(directory, name);
    std::error_code error;
    fs::remove(path, error);
    if (error) fail(path, error.message());
  }
  (void)sync_directory(directory);
}

}  // namespace care
