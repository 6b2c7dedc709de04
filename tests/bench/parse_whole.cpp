// The bare parser that `care` is measured against: reads a book into memory and parses it whole.
//
//     parse_whole BOOK
//
// prints how many top-level tables it found. toml++ is set up as in src/reading/toml.cpp.

#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>

#undef TOML_HEADER_ONLY
#undef TOML_SHARED_LIB
#undef TOML_EXCEPTIONS
#undef TOML_ENABLE_UNRELEASED_FEATURES
#define TOML_HEADER_ONLY 1
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_UNRELEASED_FEATURES 1
#define TOML_ENABLE_FORMATTERS 0
#include <toml++/toml.h>

namespace {

/// Gives an empty text for a file that cannot be read.
std::string contents(const char* path) {
  std::ifstream file{path, std::ios::binary | std::ios::ate};
  if (!file) return {};
  std::string text(static_cast<std::size_t>(file.tellg()), '\0');
  file.seekg(0);
  file.read(text.data(), static_cast<std::streamsize>(text.size()));
  return text;
}

std::size_t count_tables(const toml::table& book) {
  std::size_t count = 0;
  for (const auto& [key, value] : book) count += value.is_array() ? value.as_array()->size() : 1;
  return count;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return EXIT_FAILURE;
  const std::string text = contents(argv[1]);
  const toml::parse_result book = toml::parse(text);
  if (text.empty() || !book) return EXIT_FAILURE;
  std::printf("%zu\n", count_tables(book.table()));
  std::fflush(stdout);
  std::_Exit(EXIT_SUCCESS);  // taking the tree apart is no part of the parse
}
