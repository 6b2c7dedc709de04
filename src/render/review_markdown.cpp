#include <care/render.hpp>
#include "render/escape.hpp"
#include "render/words/phrases.hpp"
#include "render/words/review.hpp"

#include <fmt/format.h>

namespace care {
namespace {

void write_states(const ReviewWords& words, std::string& out) {
  if (words.states.empty()) return;
  out += "\n## LOYAL OR MERELY SATISFIED\n\n";
  for (const StateWords& state : words.states) {
    if (state.now == 0 && state.before == 0) continue;
    out += fmt::format("- {} **{}**", markdown_text(state.name), state.now);
    if (state.now != state.before) out += fmt::format(" \\(was {}\\)", state.before);
    out += '\n';
  }
  if (!words.moves.empty()) out += '\n';
  for (const Sentence& move : words.moves) {
    out += fmt::format("- {}\n", markdown_text(capitalised(move.text)));
  }
}

void write_factors(const std::vector<FactorWords>& factors, std::string& out) {
  if (factors.empty()) return;
  out += "\n## THE FOUR FACTORS\n\n| | | of | % | points |\n|---|---|---:|---:|---:|\n";
  for (const FactorWords& factor : factors) {
    std::string title = fmt::format("**{}**", markdown_text(factor.title));
    for (const MeasureWords& measure : factor.measures) {
      out += fmt::format("| {} | {} | {} | {} | {} |\n", title, markdown_text(measure.name),
                         counts_words(measure.now), percent(measure.now),
                         markdown_text(measure.change));
      title.clear();
    }
  }
}

void write_owners(const OwnersWords& owners, std::string& out) {
  if (owners.rows.empty()) return;
  out += "\n## BY OWNER\n\n|";
  for (const std::string_view column : owners.columns) {
    out += fmt::format(" | {}", markdown_text(column));
  }
  out += " |\n|---";
  for (std::size_t i = 0; i < owners.columns.size(); ++i) out += "|---:";
  out += "|\n";
  for (const auto& row : owners.rows) {
    out += fmt::format("| {}", markdown_text(row.name));
    for (const std::string& cell : row.cells) out += fmt::format(" | {}", cell);
    out += " |\n";
  }
}

void write_people(const PeopleWords& list, std::string& out) {
  out += fmt::format("\n## {}\n\n{}\n\n", list.title, markdown_text(capitalised(list.advice)));
  for (const PersonWords& person : list.people) {
    out += fmt::format("- **{}** {}: {}", markdown_text(person.id), markdown_text(person.who),
                       markdown_text(person.heard));
    if (!person.owner.empty()) out += fmt::format(" \\({}\\)", markdown_text(person.owner));
    out += '\n';
  }
  if (!list.rest.empty()) out += fmt::format("- … {}\n", markdown_text(list.rest));
}

}  // namespace

std::string review_markdown(const ReviewPage& page, const Style& /*style*/) {
  const ReviewWords words = words_of(page);
  std::string out = fmt::format("# {}\n", markdown_text(words.title));
  if (!words.whose.empty()) out += fmt::format("\n{}\n", markdown_text(words.whose));
  out += fmt::format("\n{}\n", markdown_text(words.summary));
  write_states(words, out);
  write_factors(words.factors, out);
  if (!words.sentences.empty()) out += '\n';
  for (const Sentence& sentence : words.sentences) {
    out += fmt::format("- {}\n", markdown_text(sentence.text));
  }
  write_owners(words.owners, out);
  for (const PeopleWords& list : words.lists) write_people(list, out);
  if (!words.next.empty()) out += fmt::format("\n{}\n", markdown_text(words.next));
  return out;
}

}  // namespace care
