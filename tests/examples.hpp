#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string_view>
#include <utility>
#include <vector>

#include <care/reading.hpp>

#include "project.hpp"

namespace care::test {

inline Source read_source(const std::filesystem::path& path) {
  std::ifstream in{path, std::ios::binary};
  return {path.filename().string(), std::string{std::istreambuf_iterator<char>{in}, {}}};
}

/// A book of `examples/`: one file, or all files of a folder in the order of their names.
inline Reading example(std::string_view name) {
  const std::filesystem::path path = project_directory() / "examples" / std::filesystem::path{name};
  std::vector<std::filesystem::path> files;
  if (std::filesystem::is_directory(path)) {
    for (const auto& entry : std::filesystem::directory_iterator{path}) {
      if (entry.path().extension() == ".toml") files.push_back(entry.path());
    }
    std::ranges::sort(files);
  } else {
    files.push_back(path);
  }
  std::vector<Source> sources;
  for (const std::filesystem::path& file : files) sources.push_back(read_source(file));
  return read_book(std::move(sources));
}

}  // namespace care::test
