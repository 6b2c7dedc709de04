#include "shell/disk/vdir.hpp"

#include <filesystem>
#include <set>
#include <system_error>

#include "shell/disk/book_file.hpp"
#include "shell/disk/draft.hpp"
#include "shell/disk/file_error.hpp"
#include "shell/disk/files.hpp"

namespace care {
namespace {

namespace fs = std::filesystem;

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
  std::set<std::string> names;
  std::error_code error;
  for (fs::directory_iterator entry{directory, error}, end; !error && entry != end;
       entry.increment(error)) {
    std::string name = entry->path().filename().string();
    std::error_code ignored;
    if (is_ours(name, prefix) && fs::is_regular_file(entry->symlink_status(ignored))) {
      names.insert(std::move(name));
    }
  }
  if (error) fail(directory, error.message());
  return names;
}

}  // namespace

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
