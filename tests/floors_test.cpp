#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <regex>
#include <string>
#include <string_view>
#include <vector>

#include "project.hpp"

// The house that src/README.md shows, held against the sources. Distribution packages put all
// headers in one place, so no compiler and no linker would notice.

namespace {

namespace fs = std::filesystem;

struct Room {
  std::string_view name;
  int floor;
};

/// A room uses itself and what the rooms on lower floors offer in `include/care`; the headers in
/// `src` are each room's own.
constexpr Room rooms[] = {
    {"calendar", 0}, {"problems", 0}, {"together", 0}, {"text", 1},   {"book", 2},
    {"reading", 3},  {"plan", 3},     {"agenda", 4},   {"report", 5}, {"review", 5},
    {"record", 5},   {"import", 5},   {"render", 6},   {"shell", 7},
};
constexpr int shell_floor = 7;

struct OnlyIn {
  std::string_view header;
  std::string_view file;
};

/// What one file keeps from the rest, so that it can be replaced there.
constexpr OnlyIn kept[] = {
    {"toml++/", "src/reading/toml.cpp"},
    {"CLI/", "src/shell/command_line/parse.cpp"},
    {"utf8proc.h", "src/text/"},
    {"iconv.h", "src/import/charset.cpp"},
};

/// Clocks, files, streams, environment and chance come in through the shell alone. (`<cmath>`,
/// not `<cstdlib>`, has `abs`.)
constexpr std::string_view shell_headers[] = {
    "iostream", "fstream",  "sstream", "filesystem", "cstdlib",  "stdlib.h", "cstdio",
    "stdio.h",  "ctime",    "time.h",  "regex",      "locale",   "clocale",  "locale.h",
    "random",   "unistd.h", "fcntl.h", "sys/",       "fmt/os.h", "thread",   "fmt/chrono.h",
};

struct Banned {
  const char* pattern;
  const char* name;
};
constexpr Banned shell_words[] = {
    {R"(\bgetenv\b)", "getenv"},
    {R"(\b(system|steady|high_resolution|utc|file)_clock\b)", "a clock"},
    {R"(\b(localtime|gmtime|mktime|strftime|clock_gettime|gettimeofday)(_r)?\s*\()", "C time"},
    {R"((^|[^\w.>:])(std::)?time\s*\(\s*(0|NULL|nullptr|&))", "time()"},
    {R"(\b(zoned_time|current_zone|get_tzdb)\b)", "a time zone"},
    {R"(\bs?rand\s*\()", "rand"},
    {R"(\b(setlocale|std::locale)\b)", "a locale"},
    {R"(\bstd::(cin|cout|cerr|clog)\b)", "a standard stream"},
    {R"(\b(f|std::|::)?(printf|puts|fputs|fopen|fwrite)\s*\()", "C output"},
    {R"(\bthread_local\b)", "thread_local"},
    {R"(\bstatic\s+(?!const\b|constexpr\b|constinit\s+const\b)(inline\s+)?[\w:<>,&*\s]+[=;{])",
     "a mutable static"},
};

/// `#include`, however far the two stand apart.
bool is_include(std::string_view text) {
  if (!text.starts_with('#')) return false;
  const auto word = text.find_first_not_of(" \t", 1);
  return word != std::string_view::npos && text.substr(word).starts_with("include");
}

/// The text with comments, strings and character literals blanked out; lines stay where they are.
/// What stands in `<…>` or quotes behind #include is kept.
std::string code_of(std::string_view text) {
  std::string code(text);
  const auto blank = [&](std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < std::min(to, code.size()); ++i) {
      if (code[i] != '\n') code[i] = ' ';
    }
  };
  const auto after = [&](std::string_view end, std::size_t from) {
    const auto at = text.find(end, from);
    return at == std::string_view::npos ? text.size() : at + end.size();
  };
  std::size_t i = 0;
  while (i < text.size()) {
    const std::string_view rest = text.substr(i);
    std::size_t end = i + 1;
    if (is_include(rest)) {
      end = after("\n", i);
    } else if (rest.starts_with("//")) {
      end = after("\n", i);
      blank(i, end);
    } else if (rest.starts_with("/*")) {
      end = after("*/", i + 2);
      blank(i, end);
    } else if (rest.starts_with("R\"")) {
      const std::string name(rest.substr(2, rest.find('(') - 2));
      end = after(")" + name + "\"", i);
      blank(i, end);
    } else if (text[i] == '"' ||
               (text[i] == '\'' &&
                (i == 0 || std::isalnum(static_cast<unsigned char>(text[i - 1])) == 0))) {
      while (end < text.size() && text[end] != text[i]) end += text[end] == '\\' ? 2 : 1;
      ++end;
      blank(i, end);
    }
    i = end;
  }
  return code;
}

std::optional<Room> room_called(std::string_view name) {
  const auto* found = std::ranges::find(rooms, name, &Room::name);
  if (found == std::end(rooms)) return std::nullopt;
  return *found;
}

/// `include/care/plan.hpp`, `src/plan/mood.cpp`, `src/calendar.cpp` and `src/calendar_text.cpp`
/// stand in the rooms plan, plan, calendar and calendar. `cli.hpp` is the shell's door.
std::optional<Room> room_of(const fs::path& path) {
  std::vector<std::string> parts(path.begin(), path.end());
  parts.erase(parts.begin());
  if (parts.size() > 1 && parts.front() == "care") parts.erase(parts.begin());
  std::string name = fs::path(parts.front()).stem().string();
  if (name == "cli") name = "shell";
  if (const auto room = room_called(name)) return room;
  return room_called(name.substr(0, name.find('_')));
}

/// What the file at `path` (from the project's directory) does that its floor forbids, a line each.
std::string trespasses(const std::string& path, std::string_view text) {
  const std::optional<Room> room = room_of(path);
  if (!room) return path + ": stands in no room that tests/floors_test.cpp knows\n";
  const bool is_header = path.ends_with(".hpp");
  const std::string code = code_of(text);
  std::string found;
  const auto complain = [&](std::size_t offset, const std::string& what) {
    const auto line =
        1 + std::count(code.begin(), code.begin() + static_cast<std::ptrdiff_t>(offset), '\n');
    found += path + ':' + std::to_string(line) + ": " + what + '\n';
  };

  static const std::regex include(R"(#\s*include\s*[<"]([^>"]+)[>"])");
  for (std::sregex_iterator it(code.begin(), code.end(), include), end; it != end; ++it) {
    const auto at = static_cast<std::size_t>(it->position());
    const std::string header = (*it)[1];
    for (const OnlyIn& rule : kept) {
      if (header.starts_with(rule.header) && !path.starts_with(rule.file)) {
        complain(at, "only " + std::string(rule.file) + " includes " + header);
      }
    }
    if (is_header && header.starts_with("fmt/")) complain(at, "fmt stands in no header");
    if (room->floor < shell_floor) {
      for (const std::string_view banned : shell_headers) {
        const bool hit = banned.ends_with('/') ? header.starts_with(banned) : header == banned;
        if (hit) complain(at, "below the shell nothing includes " + header);
      }
    }
    if (!header.ends_with(".hpp") || header.starts_with("CLI/")) continue;
    const auto other = room_of(header.starts_with("care/") ? "include/" + header : "src/" + header);
    if (!other) {
      complain(at, header + " stands in no room");
    } else if (other->name != room->name && other->floor >= room->floor) {
      complain(at, std::string(room->name) + " includes " + std::string(other->name));
    } else if (other->name != room->name && !header.starts_with("care/")) {
      complain(at, header + " is private to " + std::string(other->name));
    }
  }

  if (room->floor == shell_floor) return found;
  for (const Banned& banned : shell_words) {
    const std::regex pattern(banned.pattern);
    for (std::sregex_iterator it(code.begin(), code.end(), pattern), end; it != end; ++it) {
      complain(static_cast<std::size_t>(it->position()),
               std::string("belongs in the shell: ") + banned.name);
    }
  }
  return found;
}

std::string read(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

}  // namespace

TEST_SUITE("floors") {
  TEST_CASE("no source looks up, and only the shell looks out") {
    const fs::path project = care::test::project_directory();
    int seen = 0;
    for (const char* top : {"include", "src"}) {
      for (const auto& entry : fs::recursive_directory_iterator(project / top)) {
        const auto extension = entry.path().extension();
        if (extension != ".hpp" && extension != ".cpp") continue;
        ++seen;
        const std::string path = fs::relative(entry.path(), project).generic_string();
        CHECK(trespasses(path, read(entry.path())) == "");
      }
    }
    CHECK(seen > 10);
  }

  TEST_CASE("what the floors allow") {
    struct Row {
      std::string path;
      std::string text;
    };
    const Row rows[] = {
        {"src/plan/mood.cpp", "#include \"plan/customer_day.hpp\"\n#include <care/book.hpp>\n"},
        {"src/calendar_text.cpp", "#include <care/calendar.hpp>\n#include <fmt/format.h>\n"},
        {"src/reading/toml.cpp", "#include <toml++/toml.h>\n#include \"reading/toml.hpp\"\n"},
        {"src/shell/command_line/parse.cpp", "#include <CLI/CLI.hpp>\n#include <cstdlib>\n"},
        {"src/shell/main.cpp", "#include <care/render.hpp>\nauto a = getenv(\"HOME\");\n"},
        {"include/care/agenda.hpp", "#include <care/plan.hpp>\n"},
        {"src/book.cpp", "// getenv( in a comment\nauto a = \"std::cout\";\n"},
        {"src/book.cpp", "/* static int a;\n*/ auto b = R\"x(static int c;)x\";\n"},
        {"src/book.cpp", "auto a = '\"'; auto b = 1'000; auto c = \"'\"; // time(0)\n"},
        {"src/book.cpp", "static const int a = 1; static constexpr int b{2};\n"},
        {"src/book.cpp",
         "static int f(int x);\nstatic_assert(true);\nint g = static_cast<int>(1);\n"},
        {"src/book.cpp", "std::optional<minutes> time; auto a = when.time(0); add_time(0);\n"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.text);
      CHECK(trespasses(row.path, row.text) == "");
    }
  }

  TEST_CASE("what they forbid") {
    struct Row {
      std::string path;
      std::string text;
      std::string complaint;
    };
    const Row rows[] = {
        {"src/calendar.cpp", "\n#include <care/book.hpp>\n", ":2: calendar includes book"},
        {"include/care/calendar.hpp", "#include <care/text.hpp>\n", ":1: calendar includes text"},
        {"src/reading/schema.cpp", "#include <care/plan.hpp>\n", ":1: reading includes plan"},
        {"src/plan/mood.cpp", "#include \"reading/toml.hpp\"\n", ":1: plan includes reading"},
        {"src/record.cpp", "#include <care/render.hpp>\n", ":1: record includes render"},
        {"src/agenda/cap.cpp", "# include <care/cli.hpp>\n", ":1: agenda includes shell"},
        {"src/agenda/cap.cpp", "#  include \"shell/run.hpp\"\n", ":1: agenda includes shell"},
        {"src/report/dates.cpp", "#include \"agenda/cap.hpp\"\n",
         ":1: agenda/cap.hpp is private to agenda"},
        {"src/attic.cpp", "", ": stands in no room that tests/floors_test.cpp knows"},
        {"src/book.cpp", "#include <care/attic.hpp>\n", ":1: care/attic.hpp stands in no room"},
        {"src/reading/schema.cpp", "#include <toml++/toml.h>\n",
         ":1: only src/reading/toml.cpp includes toml++/toml.h"},
        {"src/shell/run.cpp", "#include <CLI/App.hpp>\n",
         ":1: only src/shell/command_line/parse.cpp includes CLI/App.hpp"},
        {"include/care/cli.hpp", "#include <fmt/core.h>\n", ":1: fmt stands in no header"},
        {"src/plan/customer_day.hpp", "#include <fmt/core.h>\n", ":1: fmt stands in no header"},
        {"src/book.cpp", "#include <iostream>\n", ":1: below the shell nothing includes iostream"},
        {"src/book.cpp", "#include <sys/stat.h>\n",
         ":1: below the shell nothing includes sys/stat.h"},
        {"src/book.cpp", "int a;\nauto b = std::getenv(\"A\");\n",
         ":2: belongs in the shell: getenv"},
        {"src/book.cpp", "auto a = std::chrono::system_clock::now();\n",
         ":1: belongs in the shell: a clock"},
        {"src/book.cpp", "auto a = std::time(nullptr);\n", ":1: belongs in the shell: time()"},
        {"src/book.cpp", "localtime_r(&a, &b);\n", ":1: belongs in the shell: C time"},
        {"src/book.cpp", "int a = rand();\n", ":1: belongs in the shell: rand"},
        {"src/book.cpp", "std::cerr << 1;\n", ":1: belongs in the shell: a standard stream"},
        {"src/book.cpp", "std::locale a;\n", ":1: belongs in the shell: a locale"},
        {"src/book.cpp", "fprintf(f, a);\n", ":1: belongs in the shell: C output"},
        {"src/book.cpp", "static int calls = 0;\n", ":1: belongs in the shell: a mutable static"},
        {"src/book.cpp", "int f() {\n  static std::map<int, std::string> cache;\n}\n",
         ":2: belongs in the shell: a mutable static"},
        {"src/book.cpp", "thread_local int a;\n", ":1: belongs in the shell: thread_local"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.text);
      CHECK(trespasses(row.path, row.text) == row.path + row.complaint + "\n");
    }
  }
}
