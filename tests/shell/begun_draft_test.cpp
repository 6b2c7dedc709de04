#include <ostream>

#include <doctest/doctest.h>

#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "shell/disk/begun_draft.hpp"
#include "shell/disk/book_file.hpp"

namespace care {
namespace {

namespace fs = std::filesystem;

/// A book of 5 MB that has been at rest for a while, in a folder of its own.
class LargeBook {
 public:
  LargeBook() {
    std::string name = fs::temp_directory_path() / "care-test-XXXXXX";
    REQUIRE(mkdtemp(name.data()) != nullptr);
    folder_ = name;
    while (text_.size() < 5'000'000)
      text_ += "# This is line " + std::to_string(text_.size()) + "\n";
    save(text_);
  }
  ~LargeBook() { fs::remove_all(folder_); }
  LargeBook(const LargeBook&) = delete;
  LargeBook& operator=(const LargeBook&) = delete;

  void save(const std::string& text) const {
    std::ofstream{path()} << text;
    fs::last_write_time(path(), fs::file_time_type::clock::now() - std::chrono::hours{1});
  }
  [[nodiscard]] std::string path() const { return folder_ / "book.toml"; }
  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] std::string on_disk() const {
    std::ifstream in{path()};
    return {std::istreambuf_iterator<char>{in}, {}};
  }
  [[nodiscard]] std::ptrdiff_t files() const {
    return std::distance(fs::directory_iterator{folder_}, fs::directory_iterator{});
  }

 private:
  fs::path folder_;
  std::string text_;
};

TEST_CASE("what a large book begins with is written while it is read") {
  const LargeBook book;
  REQUIRE(::chmod(book.path().c_str(), 0640) == 0);
  {
    const BookLock lock{book.path()};
    BookFile file{book.path(), lock};
    file.begin_to_add();
    CHECK(book.files() == 2);
    const FileText text = file.take_text();
    file.replace(text.view(), "# one line more\n");
    CHECK(book.files() == 1);
  }
  CHECK(book.on_disk() == book.text() + "# one line more\n");
  CHECK(static_cast<int>(fs::status(book.path()).permissions()) == 0640);
}

/// The first half of a file that somebody cuts short.
class HalfRead : public Pages {
 public:
  explicit HalfRead(std::string text) : text_{std::move(text)} {}
  void fetch() const override {}
  [[nodiscard]] std::size_t copy(std::size_t from, std::span<char> to) const override {
    return std::string_view{text_}.substr(0, text_.size() / 2).copy(to.data(), to.size(), from);
  }
  [[nodiscard]] std::string_view text() const { return text_; }

 private:
  std::string text_;
};

TEST_CASE("of what was cut short meanwhile nothing is written") {
  const LargeBook book;
  const auto half = std::make_shared<const HalfRead>(book.text());
  const FileText text{std::shared_ptr<const Pages>{half}, half->text()};
  BegunDraft begun{std::make_unique<Draft>(book.path(), book.path()), text};
  CHECK(begun.is_of(half->text()));
  CHECK(begun.finished() == nullptr);
}

TEST_CASE("where nothing is added after all, or something else, nothing of it is left") {
  const LargeBook book;
  {
    const BookLock lock{book.path()};
    BookFile file{book.path(), lock};
    file.begin_to_add();
  }
  CHECK(book.files() == 1);
  CHECK(book.on_disk() == book.text());
  {
    const BookLock lock{book.path()};
    BookFile file{book.path(), lock};
    file.begin_to_add();
    const FileText text = file.take_text();
    file.replace(text.view().substr(0, 1000));
  }
  CHECK(book.files() == 1);
  CHECK(book.on_disk() == book.text().substr(0, 1000));
}

TEST_CASE("a book that was saved meanwhile stays as it was saved") {
  const LargeBook book;
  const BookLock lock{book.path()};
  BookFile file{book.path(), lock};
  file.begin_to_add();
  const FileText text = file.take_text();
  book.save("[book]\n");
  CHECK_THROWS_AS(file.replace(text.view(), "# more\n"), FileError);
  CHECK(book.on_disk() == "[book]\n");
}

/// Nothing larger than 1 MB can be written while this lives, as on a disk that is full.
class SmallDisk {
 public:
  SmallDisk() : old_{std::signal(SIGXFSZ, SIG_IGN)} {
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &before_) == 0);
    rlimit small = before_;
    small.rlim_cur = 1'000'000;
    REQUIRE(::setrlimit(RLIMIT_FSIZE, &small) == 0);
  }
  ~SmallDisk() {
    ::setrlimit(RLIMIT_FSIZE, &before_);
    std::signal(SIGXFSZ, old_);
  }
  SmallDisk(const SmallDisk&) = delete;
  SmallDisk& operator=(const SmallDisk&) = delete;

 private:
  rlimit before_{};
  void (*old_)(int);
};

TEST_CASE("what could not be begun is said where it is written") {
  const LargeBook book;
  std::string said;
  {
    const BookLock lock{book.path()};
    const SmallDisk small;
    BookFile file{book.path(), lock};
    file.begin_to_add();
    const FileText text = file.take_text();
    try {
      file.replace(text.view(), "# more\n");
    } catch (const FileError& error) {
      said = error.what();
    }
  }
  CHECK(said == book.path() + ": File too large; nothing was written");
  CHECK(book.files() == 1);
  CHECK(book.on_disk() == book.text());
}

}  // namespace
}  // namespace care
