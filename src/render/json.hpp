#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <care/plan.hpp>

namespace care {

/// Writes one JSON object, member by member; closed when it goes out of scope. Members without a
/// value are left out.
class JsonObject {
 public:
  explicit JsonObject(std::string& out);
  ~JsonObject();
  JsonObject(const JsonObject&) = delete;
  JsonObject& operator=(const JsonObject&) = delete;

  void text(std::string_view name, std::string_view value);
  void number(std::string_view name, std::int64_t value);
  void real(std::string_view name, double value);
  void flag(std::string_view name, bool value);
  void texts(std::string_view name, const std::vector<std::string>& values);
  /// A member whose value the caller writes.
  [[nodiscard]] std::string& open(std::string_view name);
  /// The same for an array, which the caller closes.
  std::string& open_list(std::string_view name);

 private:
  void key(std::string_view key);

  std::string& out_;
  bool first_ = true;
};

void write_item(const Item& item, std::string& out);
/// Problems with commas between them, for within an array.
void write_problems(const Book& book, const std::vector<Problem>& problems, std::string& out);

}  // namespace care
