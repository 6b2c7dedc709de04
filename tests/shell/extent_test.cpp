#include <doctest/doctest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "shell/commands/record.hpp"
#include "shell/session.hpp"

namespace care {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view quiet =
    "[[customer]]\nid = \"ann\"\nname = \"Ann\"\n"
    "[[customer]]\nid = \"ben\"\nname = \"Ben Hill\"\n"
    "[[customer]]\nid = \"cleo\"\nname = \"Cleo Hill\"\n"
    "[[touch]]\ncustomer = \"ann\"\non = 2026-11-20\n"
    "[[touch]]\ncustomer = \"ben\"\non = 2026-11-20\n"
    "[[touch]]\ncustomer = \"cleo\"\non = 2026-11-20\n";

/// A book in a folder of its own, and a session with it.
class OneBook {
 public:
  explicit OneBook(std::string_view text) {
    std::string name = fs::temp_directory_path() / "care-test-XXXXXX";
    REQUIRE(mkdtemp(name.data()) != nullptr);
    folder_ = name;
    std::ofstream{path()} << text;
    world_.now = [] { return parse_iso("2026-11-23T09:00")->moment(); };
    world_.environment = [](std::string_view) { return std::optional<std::string>{}; };
  }
  ~OneBook() { fs::remove_all(folder_); }
  OneBook(const OneBook&) = delete;
  OneBook& operator=(const OneBook&) = delete;

  /// How many customers are read for it.
  std::size_t customers(Extent extent) {
    const Session session = this->session();
    return session.load(extent).book().customers.size();
  }
  /// Whether all of it is, where something is to be written.
  bool is_held_whole(Extent extent) {
    RecordOptions options;
    options.dry_run = true;
    return hold(session(), options, Change::addition, extent).is_whole;
  }

 private:
  [[nodiscard]] std::string path() const { return folder_ / "book.toml"; }
  [[nodiscard]] Session session() {
    GlobalOptions global;
    global.book = path();
    return {world_, global};
  }

  fs::path folder_;
  World world_;
};

}  // namespace

TEST_SUITE_BEGIN("shell");

TEST_CASE("of a quiet book no more is read than is asked for") {
  OneBook book{quiet};
  CHECK(book.customers({}) == 3);
  CHECK(book.customers({.pages = 1}) == 0);
  CHECK(book.customers({.who = "ben"}) == 1);
  CHECK(book.customers({.who = "hill"}) == 2);
  CHECK(!book.is_held_whole({.who = "ben"}));
  CHECK(book.is_held_whole({}));
}

TEST_CASE("all of it is read where that is needed to tell") {
  OneBook book{quiet};
  CHECK(book.customers({.pages = 11}) == 3);
  CHECK(book.customers({.who = "somebody"}) == 3);
  CHECK(book.customers({.who = "--"}) == 3);
  CHECK(book.is_held_whole({.who = "somebody"}));
  OneBook unsound{std::string{quiet} + "mod = \"content\"\n"};
  CHECK(unsound.customers({.who = "ben"}) == 3);
  CHECK(unsound.is_held_whole({.who = "ben"}));
}

TEST_CASE("what changes nothing that others say is known by its kind") {
  CHECK(!changes_others<Touch>);
  CHECK(!changes_others<Purchase>);
  CHECK(!changes_others<Snooze>);
  CHECK(!changes_others<Ready>);
  CHECK(changes_others<Customer>);
  CHECK(changes_others<Request>);
  CHECK(changes_others<Promise>);
  CHECK(changes_others<Fact>);
  CHECK(changes_others<LearnedContact>);
  CHECK(changes_others<LearnedEvent>);
}

TEST_SUITE_END();

}  // namespace care
