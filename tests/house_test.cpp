#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "project.hpp"

// What src/README.md says of files: that a reader finds a thing under its name, and can take in a
// file at one sitting.

namespace {

namespace fs = std::filesystem;

struct SourceFile {
  std::size_t lines = 0;
  std::vector<std::string> headers;  ///< of the project, as paths
};
using SourceFiles = std::map<std::string, SourceFile>;

/// Headers whose functions stand elsewhere, or that have none.
constexpr std::string_view without_source[] = {
    "src/import/vcard.hpp",        // vcard_heads, vcard_lines and vcard_texts
    "src/reading/checks.hpp",      // people_checks, plan_checks and record_checks
    "src/reading/draft_walk.hpp",  // templates
    "src/reading/drafts.hpp",      // values
    "src/reading/key_signs.hpp",   // made while compiling
    "src/reading/mentions.hpp",    // templates
    "src/reading/names.hpp",       // made while compiling
    "src/reading/node.hpp",        // values
    "src/reading/reader.hpp",      // values
    "src/reading/settling.hpp",    // templates
    "src/reading/short_key.hpp",   // numbers that are to be made inline
    "src/reading/word_keys.hpp",   // a template
    "src/render/html/review_style.hpp",
    "src/render/html/style_sheet.hpp",  // texts
    "src/report/recorded.hpp",          // templates
    "src/review/cases.hpp",             // a source for each group of measures
    "src/review/groups.hpp",            // deficiencies, load and loyalty
    "src/shell/commands/writing.hpp",   // import and learning_options
    "src/text/plain_ascii.hpp",         // a loop that is to be inline
};

SourceFile read(const fs::path& path) {
  static const std::regex include(R"(^\s*#\s*include\s*[<"]([^>"]+\.hpp)[>"])");
  std::ifstream stream(path);
  SourceFile file;
  for (std::string line; std::getline(stream, line); ++file.lines) {
    std::smatch found;
    if (!std::regex_search(line, found, include)) continue;
    const std::string header = found[1];
    if (header.starts_with("CLI/")) continue;
    file.headers.push_back((header.starts_with("care/") ? "include/" : "src/") + header);
  }
  return file;
}

SourceFiles read_all() {
  const fs::path project = care::test::project_directory();
  SourceFiles files;
  for (const char* top : {"include", "src"}) {
    for (const auto& entry : fs::recursive_directory_iterator(project / top)) {
      const auto extension = entry.path().extension();
      if (extension != ".hpp" && extension != ".cpp") continue;
      files[fs::relative(entry.path(), project).generic_string()] = read(entry.path());
    }
  }
  return files;
}

/// The same of stems: a header and its source are one.
SourceFiles by_stem(const SourceFiles& files) {
  const auto stem = [](const std::string& path) { return path.substr(0, path.rfind('.')); };
  SourceFiles stems;
  for (const auto& [path, file] : files) {
    SourceFile& both = stems[stem(path)];
    for (const std::string& header : file.headers)
      if (stem(header) != stem(path)) both.headers.push_back(stem(header));
  }
  return stems;
}

/// The headers from one that leads back to itself, or nothing.
std::string circle(const SourceFiles& files, const std::string& path, std::set<std::string>& sound,
                   std::vector<std::string>& way) {
  if (sound.contains(path)) return {};
  const auto before = std::ranges::find(way, path);
  if (before != way.end()) {
    std::string all;
    for (auto one = before; one != way.end(); ++one) all += *one + ' ';
    return all + path;
  }
  way.push_back(path);
  const auto file = files.find(path);
  if (file == files.end()) return path + " is not there";
  for (const std::string& header : file->second.headers) {
    if (auto found = circle(files, header, sound, way); !found.empty()) return found;
  }
  way.pop_back();
  sound.insert(path);
  return {};
}

}  // namespace

TEST_SUITE("floors") {
  TEST_CASE("no file, and no header with its source, includes itself, however far round") {
    for (const SourceFiles& files : {read_all(), by_stem(read_all())}) {
      std::set<std::string> sound;
      for (const auto& [path, file] : files) {
        std::vector<std::string> way;
        CHECK(circle(files, path, sound, way) == "");
      }
      CHECK(sound.size() == files.size());
    }
  }

  TEST_CASE("a circle would be found") {
    const SourceFiles files{
        {"a", {1, {"b"}}}, {"b", {1, {"c"}}}, {"c", {1, {"b"}}}, {"d", {1, {"e"}}}};
    std::set<std::string> sound;
    std::vector<std::string> way;
    CHECK(circle(files, "a", sound, way) == "b c b");
    way.clear();
    CHECK(circle(files, "d", sound, way) == "e is not there");
    // Neither header includes the other; what they declare cannot be had one without the other.
    const SourceFiles stems = by_stem({{"a.cpp", {1, {"a.hpp", "b.hpp"}}},
                                       {"a.hpp", {}},
                                       {"b.cpp", {1, {"a.hpp"}}},
                                       {"b.hpp", {}}});
    sound.clear();
    way.clear();
    CHECK(circle(stems, "a", sound, way) == "a b a");
  }

  TEST_CASE("a header of a room has its source beside it") {
    const SourceFiles files = read_all();
    std::vector<std::string> alone;
    for (const auto& [path, file] : files) {
      if (!path.starts_with("src/") || !path.ends_with(".hpp")) continue;
      const std::string source = path.substr(0, path.size() - 3) + "cpp";
      if (!files.contains(source)) alone.push_back(path);
    }
    CHECK(alone == std::vector<std::string>(std::begin(without_source), std::end(without_source)));
  }

  TEST_CASE("each header is included by somebody else") {
    const SourceFiles files = read_all();
    std::set<std::string> included;
    for (const auto& [path, file] : files) {
      const std::string own = path.substr(0, path.size() - 3) + "hpp";
      for (const std::string& header : file.headers)
        if (header != own) included.insert(header);
    }
    for (const auto& one : files) {
      const std::string& path = one.first;
      CAPTURE(path);
      if (path.ends_with(".hpp")) CHECK(included.contains(path));
    }
  }

  TEST_CASE("no file is long, and none of the shell needs many others") {
    constexpr std::size_t most_lines = 300;
    constexpr std::size_t most_headers = 15;
    for (const auto& one : read_all()) {
      const auto& [path, file] = one;
      CAPTURE(one.first);
      CHECK(file.lines <= most_lines);
      if (path.starts_with("src/shell/")) CHECK(file.headers.size() <= most_headers);
    }
  }
}
