#include <care/render.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include "render/formats.hpp"
#include "render/json.hpp"

namespace care {

std::string problem_line(const Book& book, const Problem& problem) {
  return fmt::format("{}: {}: {} [{}]\n  write instead: {}\n", to_string(book, problem.at),
                     word(problem.severity), problem.what, problem.code, problem.instead);
}

std::string render_problems(const Book& book, const std::vector<Problem>& problems, Format format) {
  std::string out;
  if (format == Format::json) {
    out = "{\"schema\":1,\"problems\":[";
    write_problems(book, problems, out);
    return out + "]}\n";
  }
  for (const Problem& problem : problems) out += problem_line(book, problem);
  return out;
}

std::string render(const AgendaPage& page, Format format, const Style& style) {
  switch (format) {
    case Format::text: return render_text(page, style);
    case Format::markdown: return render_markdown(page);
    case Format::json: return render_json(page);
    case Format::jsonl: return render_json_lines(page);
    case Format::html: return render_html(page, style);
    case Format::ics: return render_ics(page);
    case Format::remind: return render_remind(page);
    case Format::org: return render_org(page);
    case Format::csv:
    case Format::email: break;
  }
  return render_csv(page);
}

}  // namespace care
