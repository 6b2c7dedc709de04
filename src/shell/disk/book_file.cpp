#include "shell/disk/book_file.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <unistd.h>

#include <bit>
#include <cerrno>
#include <chrono>
#include <cstdint>
#include <exception>
#include <filesystem>
#include <system_error>
#include <thread>

#include "shell/disk/begun_draft.hpp"
#include "shell/disk/book_sources.hpp"
#include "shell/disk/draft.hpp"
#include "shell/disk/mapped_files.hpp"

namespace care {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view nothing_written = "; nothing was written";
constexpr std::string_view saved_meanwhile = "somebody saved it meanwhile; try again";

[[noreturn]] void refuse(const std::string& path, std::string_view why) {
  fail(path, fmt::format("{}{}", why, nothing_written));
}

/// The file that a path leads to, also where it is not there yet.
std::string real_path(const std::string& path, bool may_be_new) {
  std::error_code error;
  const bool is_there = fs::exists(fs::symlink_status(path, error));
  const bool is_new = !is_there && may_be_new;
  const fs::path real = fs::canonical(is_new ? directory_of(path) : path, error);
  if (error) refuse(path, error.message());
  return is_new ? (real / fs::path{path}.filename()).string() : real.string();
}

constexpr int as_directory = O_RDONLY | O_DIRECTORY | O_CLOEXEC;

/// Opens the directory of a book, which may be that itself, and says its path.
int open_directory(const std::string& book, std::string& directory) {
  directory = book;
  const int opened = ::open(directory.c_str(), as_directory);
  if (opened >= 0 || errno != ENOTDIR) return opened;
  directory = directory_of(real_path(book, false));
  return ::open(directory.c_str(), as_directory);
}

using std::chrono::steady_clock;

void lock_directory(const File& directory, const std::string& book, steady_clock::time_point end) {
  constexpr std::chrono::milliseconds pause{10};
  while (::flock(directory.get(), LOCK_EX | LOCK_NB) != 0) {
    if (errno == EINTR) continue;
    if (errno != EWOULDBLOCK) {
      refuse(book, fmt::format("its directory cannot be locked: {}", last_error()));
    }
    if (steady_clock::now() > end) {
      refuse(book, "another care has been writing here for 5 s; try again");
    }
    std::this_thread::sleep_for(pause);
  }
}

/// Like the one of them that is open to the fewest, and allowing nobody but its owner more than
/// each of them does.
Likeness likeness_of(const std::vector<std::string>& paths) {
  Likeness likeness{{}, every_permission};
  int fewest = 0;
  for (const std::string& path : paths) {
    struct stat status {};
    if (::stat(path.c_str(), &status) != 0) refuse(path, last_error());
    const int open_to = std::popcount(std::uint32_t{status.st_mode & every_permission});
    if (likeness.path.empty() || open_to < fewest) {
      likeness.path = path;
      fewest = open_to;
    }
    likeness.mode &= status.st_mode;
  }
  likeness.mode |= S_IRUSR | S_IWUSR;
  return likeness;
}

}  // namespace

BookLock::BookLock(const std::string& book) {
  constexpr std::chrono::seconds patience{5};
  std::string directory;
  File named{open_directory(book, directory)};
  if (!named.is_open()) refuse(book, last_error());
  add(directory, std::move(named));
  if (directory == book) add_linked(book);
  const auto end = steady_clock::now() + patience;
  for (const auto& [inode, locked] : directories_) lock_directory(locked.file, book, end);
  for (const auto& [inode, locked] : directories_) clear_dead_drafts(locked.path);
}

void BookLock::add(std::string path, File file) {
  struct stat status {};
  if (::fstat(file.get(), &status) != 0) refuse(path, last_error());
  directories_.try_emplace(Inode{status.st_dev, status.st_ino},
                           Directory{std::move(path), std::move(file)});
}

/// One that cannot be opened is not written to, either: see `BookFile`.
void BookLock::add_linked(const std::string& book) {
  std::error_code ignored;
  for (const std::string& name : book_files(book, ignored)) {
    const fs::path entry = directory_entry(book, name);
    if (!fs::is_symlink(entry, ignored)) continue;
    const fs::path real = fs::canonical(entry, ignored);
    if (ignored) continue;
    File file{::open(real.parent_path().c_str(), as_directory)};
    if (file.is_open()) add(real.parent_path().string(), std::move(file));
  }
}

bool BookLock::holds(const struct stat& directory) const {
  return directories_.contains(Inode{directory.st_dev, directory.st_ino});
}

BookFile::BookFile(std::string path, const BookLock& lock, const std::vector<std::string>& like)
    : path_{std::move(path)},
      target_{real_path(path_, !like.empty())},
      is_new_{!like.empty() && ::access(target_.c_str(), F_OK) != 0 && errno == ENOENT},
      likeness_{is_new_ ? likeness_of(like) : Likeness{target_, {}}},
      like_{open_to_read(likeness_.path)} {
  if (!like_.is_open() || ::fstat(like_.get(), &status_) != 0) {
    refuse(is_new_ ? likeness_.path : path_, last_error());
  }
  struct stat directory {};
  if (::stat(directory_of(target_).c_str(), &directory) != 0) refuse(path_, last_error());
  if (!lock.holds(directory)) {
    refuse(path_, "the directory that it stands in cannot be locked, or it has moved meanwhile");
  }
  if (is_new_) return;
  if (!S_ISREG(status_.st_mode)) refuse(path_, "not a regular file");
  if (status_.st_nlink == 0) refuse(path_, saved_meanwhile);
  if (status_.st_nlink > 1) {
    refuse(path_, "it has several names (hard links), of which replacing would change one alone");
  }
  auto mapped = map_file(like_, status_, Mapped::as_read);
  text_ = mapped ? std::move(*mapped) : read_all(like_, path_, status_);
}

BookFile::~BookFile() = default;
BookFile::BookFile(BookFile&&) noexcept = default;

void BookFile::begin_to_add() {
  constexpr std::size_t worth_a_thread = std::size_t{1} << 22;
  if (is_new_ || text_.view().size() < worth_a_thread) return;
  try {
    check_writable();
    begun_ = std::make_unique<BegunDraft>(new_draft(), text_);
  } catch (const std::exception&) {
    // What stands in the way is said where it is to be written.
    begun_.reset();
  }
}

FileText BookFile::take_text() {
  if (!begun_ && text_.pages() != nullptr) text_.pages()->fetch();
  return std::move(text_);
}

void BookFile::check_unchanged() const {
  struct stat now {};
  if (::lstat(target_.c_str(), &now) != 0) refuse(path_, last_error());
  if (!is_same_state(now, status_) || now.st_nlink != status_.st_nlink)
    refuse(path_, saved_meanwhile);
}

void BookFile::replace(std::string_view text, std::string_view addition) const {
  replace(text, [&](const Draft& draft) { draft.add(addition); });
}

/// A file that is read-only could be replaced all the same: its directory decides that.
void BookFile::check_writable() const {
  const std::string directory = directory_of(target_);
  if (::access(is_new_ ? directory.c_str() : target_.c_str(), W_OK) != 0) {
    refuse(path_, last_error());
  }
}

std::unique_ptr<Draft> BookFile::new_draft() const {
  auto draft = std::make_unique<Draft>(path_, target_, nothing_written);
  if (is_new_) {
    draft->allow_like(like_, likeness_.mode);
  } else {
    draft->belong_like(like_);
  }
  return draft;
}

void BookFile::replace(std::string_view text, const std::function<void(const Draft&)>& add) const {
  check_writable();
  std::unique_ptr<Draft> draft;
  if (begun_ && begun_->is_of(text)) {
    draft = begun_->finished();
    if (!draft) check_unchanged();  // mostly it was cut short
  }
  if (!draft) {
    draft = new_draft();
    draft->add(text);
  }
  add(*draft);
  draft->close_on_disk();
  if (is_new_) {
    draft->become_target("somebody made it meanwhile; try again");
  } else {
    check_unchanged();
    draft->replace_target();
  }
  if (!sync_directory(directory_of(target_))) {
    fail(path_, fmt::format("it was written, but the disk did not confirm that: {}", last_error()));
  }
}

}  // namespace care
