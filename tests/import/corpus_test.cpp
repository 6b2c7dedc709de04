#include "import/support.hpp"
#include "project.hpp"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

using namespace care;
using namespace care::test;

namespace {

namespace fs = std::filesystem;

/// The book that every file of the corpus is imported into.
constexpr std::string_view book = R"([book]
name = "Corpus"
[[staff]]
id = "dana"
name = "Dana Reyes"
email = "dana@example.com"
[[staff]]
id = "luis"
name = "Luis Ortega"
[[customer]]
id = "odile"
name = "Odile Martin"
phone = "+33 1 44 55 66 77"
email = "odile.martin@example.fr"
birthday = "02-14"
)";

std::string bytes_of(const fs::path& path) {
  std::ifstream in{path, std::ios::binary};
  return {std::istreambuf_iterator<char>{in}, {}};
}

/// `NAME.options`: one option a line, as `care import` has them.
ImportOptions options_beside(const fs::path& path) {
  ImportOptions options = import_options();
  std::istringstream lines{bytes_of(fs::path{path}.replace_extension(".options"))};
  for (std::string line; std::getline(lines, line);) {
    if (line == "--group-by company") options.by_company = true;
    if (line == "--date-order dmy") options.date_order = DateOrder::day_month_year;
    if (line == "--date-order mdy") options.date_order = DateOrder::month_day_year;
    if (line == "--since 2020-01-01") options.since = make_date(2020, 1, 1);
    if (line == "--tag imported") options.tags = {"imported"};
    if (line.starts_with("--map ")) {
      const std::string choice = line.substr(6);
      const auto equals = choice.find('=');
      options.columns.push_back({choice.substr(0, equals), choice.substr(equals + 1)});
    }
  }
  return options;
}

std::vector<fs::path> corpus() {
  std::vector<fs::path> files;
  for (const auto& entry :
       fs::directory_iterator{care::test::project_directory() / "tests/import/corpus"}) {
    const std::string kind = entry.path().extension().string();
    if (kind == ".vcf" || kind == ".csv" || kind == ".txt") files.push_back(entry.path());
  }
  std::ranges::sort(files);
  return files;
}

Imported imported(const fs::path& path) {
  return import_into(book, {path.filename().string(), bytes_of(path)}, options_beside(path));
}

TEST_SUITE_BEGIN("import");

TEST_CASE("each file of the corpus gives the customers beside it") {
  CHECK(corpus().size() >= 60);
  for (const fs::path& path : corpus()) {
    INFO(path.filename().string());
    const Imported all = imported(path);
    const std::string found = all.report + "\n----\n" + all.text;
    const fs::path beside = fs::path{path}.replace_extension(".expected");
    if (std::getenv("CARE_UPDATE") != nullptr) {
      std::ofstream{beside, std::ios::binary} << found;
    }
    CHECK(found == bytes_of(beside));
  }
}

TEST_CASE("what the corpus gives reads without a problem, and nobody is added twice") {
  for (const fs::path& path : corpus()) {
    INFO(path.filename().string());
    const Imported once = imported(path);
    const std::string with = std::string{book} + "\n" + once.text;
    const Reading after = read_text(with);
    CHECK(told(after) == "");
    CHECK(after.book.customers.size() == 1 + once.import.customers.size());
    const Import twice =
        import_people(after.book, {{"again", bytes_of(path)}}, options_beside(path));
    CHECK(twice.counts.added == 0);
    CHECK(twice.counts.read == once.import.counts.read);
    CHECK(twice.counts.not_read == once.import.counts.not_read);
    // News are of what is no command's to take over: the second of two rows of one person.
    CHECK(twice.counts.with_news <= once.import.counts.with_news);
  }
}

TEST_SUITE_END();

}  // namespace
