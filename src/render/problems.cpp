#include <care/render.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include "render/json.hpp"

namespace care {

std::string problem_line(const Book& book, const Problem& problem) {
  return fmt::format("{}: {}: {} [{}]\n  write instead: {}\n", to_string(book, problem.at),
                     word(problem.severity), problem.what, problem.code, problem.instead);
}

std::string problems_text(const Book& book, const std::vector<Problem>& problems) {
  std::string out;
  for (const Problem& problem : problems) out += problem_line(book, problem);
  return out;
}

std::string problems_json(const Book& book, const std::vector<Problem>& problems) {
  std::string out = "{\"schema\":1,\"problems\":[";
  write_problems(book, problems, out);
  return out + "]}\n";
}

}  // namespace care
