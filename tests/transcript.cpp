#include "transcript.hpp"

#include <stdlib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "transcript_lines.hpp"

namespace care::test {
namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

constexpr std::string_view no_newline = "\\ no newline at the end";

std::string joined(const Lines& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + '\n';
  return text;
}

std::string read(const fs::path& file) {
  std::ifstream stream(file, std::ios::binary);
  if (!stream) throw std::runtime_error("cannot read " + file.string());
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

void write(const fs::path& file, std::string_view text) {
  if (file.has_parent_path()) fs::create_directories(file.parent_path());
  std::ofstream stream(file, std::ios::binary);
  stream << text << std::flush;
  if (!stream) throw std::runtime_error("cannot write " + file.string());
}

/// U+2400 and on for what no editor shows; the signs themselves cannot be shown then.
std::string visible(std::string_view line) {
  std::string text;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const auto byte = static_cast<unsigned char>(line[i]);
    if (line.substr(i).starts_with("\xe2\x90") && i + 2 < line.size() &&
        static_cast<unsigned char>(line[i + 2]) <= 0xa1) {
      throw std::runtime_error("a transcript cannot show U+2400 to U+2421 themselves");
    }
    if (byte == '\t' || (byte >= ' ' && byte != 0x7f)) {
      text += line[i];
    } else {
      text += "\xe2\x90";
      text += static_cast<char>(byte == 0x7f ? 0xa1 : 0x80 + byte);
    }
  }
  return text;
}

/// One stream's lines, each behind `prefix`.
Lines shown_stream(std::string_view text, std::string_view prefix) {
  Lines lines = split_lines(text);
  const auto filled = [](const std::string& line) { return !line.empty(); };
  const auto first = std::find_if(lines.begin(), lines.end(), filled) - lines.begin();
  const auto last = lines.rend() - std::find_if(lines.rbegin(), lines.rend(), filled);
  for (std::ptrdiff_t i = 0; i < std::ssize(lines); ++i) {
    std::string& line = lines[static_cast<std::size_t>(i)];
    line = visible(line);
    if (!prefix.empty()) {
      line = std::string(prefix) + (line.empty() ? "" : " ") + line;
    } else if (marker(line) != '\0' || line.starts_with('\\') ||
               (line.empty() && (i < first || i >= last))) {
      line.insert(0, "\\");
    }
  }
  if (!text.empty() && !text.ends_with('\n')) {
    lines.push_back(std::string(prefix) + (prefix.empty() ? "" : " ") + std::string(no_newline));
  }
  return lines;
}

/// A fresh working directory, left and removed at the end.
class Workplace {
 public:
  Workplace() : before_(fs::current_path()) {
    std::string name = (fs::temp_directory_path() / "care-test-XXXXXX").string();
    if (mkdtemp(name.data()) == nullptr) throw std::runtime_error("no temporary directory");
    directory_ = name;
    fs::current_path(directory_);
  }
  Workplace(const Workplace&) = delete;
  Workplace& operator=(const Workplace&) = delete;
  Workplace(Workplace&&) = delete;
  Workplace& operator=(Workplace&&) = delete;
  ~Workplace() {
    std::error_code ignored;
    fs::current_path(before_, ignored);
    fs::remove_all(directory_, ignored);
  }

 private:
  fs::path before_;
  fs::path directory_;
};

unsigned number(const std::string& text) {
  unsigned value = 0;
  const char* end = text.data() + text.size();
  if (std::from_chars(text.data(), end, value).ptr != end) {
    throw std::runtime_error("no number: " + text);
  }
  return value;
}

void apply(const Setting& setting, Scene& scene, const fs::path& project) {
  switch (setting.kind) {
    case Setting::Kind::now: scene.now = setting.name; break;
    case Setting::Kind::environment: scene.environment[setting.name] = setting.text; break;
    case Setting::Kind::terminal: {
      const auto end = std::min(setting.name.find('x'), setting.name.size());
      scene.columns = number(setting.name.substr(0, end));
      scene.rows = end == setting.name.size() ? 0 : number(setting.name.substr(end + 1));
      break;
    }
    case Setting::Kind::write: write(setting.name, setting.text); break;
    case Setting::Kind::input: scene.input = setting.text; break;
    case Setting::Kind::answers:
      scene.input = setting.text;
      scene.answers = true;
      break;
    case Setting::Kind::copy:
      if (fs::path(setting.name).has_parent_path()) {
        fs::create_directories(fs::path(setting.name).parent_path());
      }
      fs::copy(project / setting.name, setting.name,
               fs::copy_options::recursive | fs::copy_options::overwrite_existing);
      break;
  }
}

Played perform(const Command& command, Scene& scene, Run run) {
  if (command.words.empty()) throw std::runtime_error("no command");
  std::vector<std::string> words(command.words.begin() + 1, command.words.end());
  const std::string& program = command.words.front();
  if (program == "cat" && words.size() == 1) return {read(words[0]), "", 0};
  if (fs::path(program).filename() != "care") {
    throw std::runtime_error("a transcript runs care, or cat with one file");
  }
  Played played = run(words, scene);
  scene.input.clear();
  scene.answers = false;
  return played;
}

std::string excerpt(const Lines& lines, std::size_t at) {
  std::string text;
  const std::size_t from = at < 2 ? 0 : at - 2;
  for (std::size_t i = from; i < std::min(at + 3, lines.size()); ++i) {
    text += (i == at ? "  > " : "    ") + lines[i] + '\n';
  }
  if (at >= lines.size()) text += "  > (nothing more)\n";
  return text;
}

}  // namespace

std::vector<std::string> shown(const Played& played) {
  Lines lines = shown_stream(played.out, "");
  std::ranges::copy(shown_stream(played.err, "!"), std::back_inserter(lines));
  if (played.code != 0) lines.push_back("? " + std::to_string(played.code));
  return lines;
}

/// A reader of the README wants the terminal as it looks: no signs for the runner, so that a line
/// of standard error is known by its `care: ` alone.
Lines as_on_a_page(Lines lines) {
  for (std::string& line : lines) {
    if (line.starts_with("\\! ")) {
      line.erase(0, 1);
    } else if (line.starts_with("! ")) {
      line.erase(0, 2);
    }
  }
  return lines;
}

std::string first_difference(const std::vector<std::string>& expected,
                             const std::vector<std::string>& got) {
  const auto [a, b] = std::ranges::mismatch(expected, got);
  if (a == expected.end() && b == got.end()) return {};
  const auto at = static_cast<std::size_t>(a - expected.begin());
  return "expected:\n" + excerpt(expected, at) + "  got:\n" + excerpt(got, at);
}

std::vector<std::string> play_text(std::string_view text, Wrapping wrapping,
                                   const std::filesystem::path& project, Run run,
                                   std::string& updated) {
  const Transcript transcript = parse_transcript(text, wrapping);
  const Workplace workplace;
  if (wrapping == Wrapping::markdown) {
    fs::copy(project / "examples", "examples", fs::copy_options::recursive);
  }
  Scene scene;
  std::vector<std::string> complaints;
  Lines rewritten;
  std::size_t taken = 0;
  const auto take_to = [&](std::size_t line) {
    while (taken < line) rewritten.push_back(transcript.lines[taken++]);
  };
  for (const Step& step : transcript.steps) {
    try {
      if (const auto* setting = std::get_if<Setting>(&step.what)) {
        apply(*setting, scene, project);
        continue;
      }
      const auto& command = std::get<Command>(step.what);
      Lines got = shown(perform(command, scene, run));
      if (wrapping == Wrapping::markdown) got = as_on_a_page(std::move(got));
      take_to(step.line);
      std::ranges::copy(got, std::back_inserter(rewritten));
      taken = step.end;
      const std::string difference = first_difference(command.expected, got);
      if (!difference.empty()) {
        complaints.push_back(std::to_string(step.line) + ": " + transcript.lines[step.line - 1] +
                             "\n  " + difference);
      }
    } catch (const std::exception& error) {
      complaints.push_back(std::to_string(step.line) + ": " + error.what());
    }
  }
  take_to(transcript.lines.size());
  updated = joined(rewritten);
  return complaints;
}

std::vector<std::string> play_file(const std::filesystem::path& file,
                                   const std::filesystem::path& project) {
  const Wrapping wrapping = file.extension() == ".md" ? Wrapping::markdown : Wrapping::none;
  const std::string text = read(file);
  std::string updated;
  std::vector<std::string> complaints = play_text(text, wrapping, project, play, updated);
  const char* update = std::getenv("CARE_UPDATE");
  if (update != nullptr && *update == '1' && updated != text) {
    write(file, updated);
    complaints = play_text(read(file), wrapping, project, play, updated);
  }
  for (std::string& complaint : complaints) complaint.insert(0, file.string() + ':');
  return complaints;
}

}  // namespace care::test
