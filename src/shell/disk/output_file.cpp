#include "shell/disk/output_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <filesystem>
#include <thread>

#include "shell/disk/book_file.hpp"
#include "shell/disk/draft.hpp"

namespace care {
namespace {

namespace fs = std::filesystem;

constexpr mode_t only_mine = 0600;
constexpr std::string_view taken = "is there already; care never overwrites a book";

constexpr std::string_view extension = ".ics";
/// Of the part of a name behind the prefix.
constexpr std::size_t name_letters = 16;

/// The kind of what stands at the path itself; any error but that nothing does is thrown.
fs::file_type type_of(const std::string& path) {
  std::error_code error;
  const fs::file_type type = fs::symlink_status(path, error).type();
  if (error && type != fs::file_type::not_found) fail(path, error.message());
  return type;
}

bool is_fifo(const std::string& path) {
  std::error_code error;
  return fs::is_fifo(path, error);
}

/// Whoever is to read a pipe may be starting just now; nobody waits for longer.
File open_in_place(const std::string& path) {
  using std::chrono::steady_clock;
  constexpr std::chrono::seconds patience{1};
  constexpr std::chrono::milliseconds pause{10};
  const auto end = steady_clock::now() + patience;
  while (true) {
    File file{::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK)};
    if (file.is_open()) return file;
    const int error = errno;
    if (error == EINTR) continue;
    const bool has_no_reader = error == ENXIO && is_fifo(path);
    if (has_no_reader && steady_clock::now() > end) fail(path, "is a pipe that nobody reads from");
    errno = error;
    if (!has_no_reader) fail(path, last_error());
    std::this_thread::sleep_for(pause);
  }
}

void write_in_place(const std::string& path, const std::function<void(const Write&)>& produce) {
  File device = open_in_place(path);
  // From now on it is waited for.
  if (::fcntl(device.get(), F_SETFL, 0) != 0) fail(path, last_error());
  produce([&](std::string_view piece) {
    if (!write_all(device.get(), piece)) fail(path, last_error());
  });
  if (!device.close()) fail(path, last_error());
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
  Draft draft{path, path};
  draft.add(text);
  draft.close();
  draft.replace_target();
}

/// Whether it is a regular file that begins so, and can be read; a link is somebody else's.
bool begins_with(const std::string& path, std::string_view beginning) {
  if (type_of(path) != fs::file_type::regular) return false;
  const File file = open_to_read(path);
  std::string text(beginning.size(), '\0');
  return file.is_open() &&
         ::read(file.get(), text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
         text == beginning;
}

/// The names of care's own regular files in the directory; a link is somebody else's.
std::set<std::string> own_files(const std::string& directory, std::string_view prefix) {
  std::set<std::string> own;
  std::error_code error;
  for (const std::string& name : names_in(directory, error)) {
    if (is_ours(name, prefix) &&
        type_of(directory_entry(directory, name)) == fs::file_type::regular) {
      own.insert(name);
    }
  }
  if (error) fail(directory, error.message());
  return own;
}

}  // namespace

void write_file(const OutputGuard& guard, const std::string& path,
                const std::function<void(const Write&)>& produce) {
  const std::string file = guard.file_at(path);
  std::error_code error;
  const auto status = fs::status(file, error);
  if (fs::is_directory(status)) fail(path, "is a directory; name a file in it");
  if (fs::exists(status) && !fs::is_regular_file(status)) return write_in_place(file, produce);
  clear_dead_drafts(directory_of(file));
  Draft draft{path, file};
  draft.allow(only_mine);
  produce([&](std::string_view piece) { draft.add(piece); });
  draft.close_on_disk();
  draft.replace_target();
  (void)sync_directory(directory_of(file));
}

void write_file(const OutputGuard& guard, const std::string& path, std::string_view text) {
  write_file(guard, path, [&](const Write& write) { write(text); });
}

void create_file(const std::string& path, std::string_view text) {
  if (exists(path)) fail(path, taken);
  const std::string directory = directory_of(path);
  std::error_code error;
  fs::create_directories(directory, error);
  if (error) fail(directory, error.message());
  clear_dead_drafts(directory);
  Draft draft{path, path};
  draft.allow(only_mine);
  draft.add(text);
  draft.close_on_disk();
  draft.become_target(taken);
  (void)sync_directory(directory);
}

void remove_file(const OutputGuard& guard, const std::string& path) {
  if (type_of(path) != fs::file_type::regular) return;
  guard.check(path);
  std::error_code error;
  if (!fs::remove(path, error) && error) fail(path, error.message());
}

void remove_marked(const OutputGuard& guard, const std::string& directory,
                   const std::set<std::string>& kept,
                   const std::function<std::string(const std::string& name)>& mark_of) {
  std::error_code error;
  for (const std::string& name : names_in(directory, error)) {
    const std::string path = directory_entry(directory, name);
    if (!kept.contains(name) && begins_with(path, mark_of(name))) remove_file(guard, path);
  }
  if (error) fail(directory, error.message());
}

void write_vdir(const OutputGuard& guard, const std::string& directory, std::string_view prefix,
                const std::vector<VdirFile>& files, bool removes) {
  OutputGuard::make_directory_at(directory, "--vdir wants one of its own");
  const BookLock lock{directory};
  std::set<std::string> old = own_files(directory, prefix);
  for (const VdirFile& file : files) {
    const std::string name = file.name + std::string{extension};
    const std::string path = directory_entry(directory, name);
    const bool is_there = old.erase(name) > 0;
    if (is_there && read_regular(path).view() == file.text) continue;
    if (is_there) guard.check(path);
    put(path, file.text);
  }
  if (!removes) old.clear();
  for (const std::string& name : old) remove_file(guard, directory_entry(directory, name));
  (void)sync_directory(directory);
}

}  // namespace care
