#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace care::test {

/// All files by their path, and what they hold.
using Files = std::map<std::string, std::string>;

/// An empty working directory, removed at the end of the program.
class Place {
 public:
  Place();
  ~Place();
  Place(const Place&) = delete;
  Place& operator=(const Place&) = delete;
  Place(Place&&) = delete;
  Place& operator=(Place&&) = delete;

  /// Removes what is there and writes `files` instead.
  void put(const Files& files) const;
  /// Every regular file, those that begin with a dot too.
  [[nodiscard]] Files files() const;
  [[nodiscard]] std::string path() const { return directory_.string(); }

 private:
  std::filesystem::path directory_;
};

}  // namespace care::test
