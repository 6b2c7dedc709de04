#include "fuzz/place.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <system_error>

#include "fuzz/fuzz.hpp"

namespace care::test {

namespace fs = std::filesystem;

Place::Place() {
  std::string name = (fs::temp_directory_path() / "care-fuzz-XXXXXX").string();
  demand(mkdtemp(name.data()) != nullptr, "there is a temporary directory", name);
  directory_ = name;
  fs::current_path(directory_);
}

Place::~Place() {
  std::error_code ignored;
  fs::current_path(directory_.parent_path(), ignored);
  fs::remove_all(directory_, ignored);
}

void Place::put(const Files& files) const {
  for (const fs::directory_entry& entry : fs::directory_iterator{directory_}) {
    fs::remove_all(entry.path());
  }
  for (const auto& [name, text] : files) {
    const fs::path path = directory_ / name;
    fs::create_directories(path.parent_path());
    std::ofstream{path, std::ios::binary} << text;
  }
}

Files Place::files() const {
  Files found;
  const std::size_t above = directory_.native().size() + 1;
  for (const fs::directory_entry& entry : fs::recursive_directory_iterator{directory_}) {
    if (!entry.is_regular_file()) continue;
    std::ifstream in{entry.path(), std::ios::binary};
    found[entry.path().native().substr(above)] = {std::istreambuf_iterator<char>{in}, {}};
  }
  return found;
}

}  // namespace care::test
