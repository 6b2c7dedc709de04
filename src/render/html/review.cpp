#include "render/html/review.hpp"
#include <care/render.hpp>
#include <care/text.hpp>
#include <care/text_units.hpp>
#include "render/html/markup.hpp"
#include "render/html/palette.hpp"
#include "render/html/review_plots.hpp"
#include "render/html/review_style.hpp"
#include "render/words/periods.hpp"
#include "render/words/phrases.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace care {
namespace {

std::string heading(std::string_view title) {
  return fmt::format("<section>\n<h2>{}</h2>\n", html_text(title));
}

constexpr std::string_view plain_table = R"(width="100%" cellpadding="3" cellspacing="0")";

void write_sentences(const std::vector<Sentence>& sentences, std::string& out) {
  if (sentences.empty()) return;
  out += "<ul>\n";
  for (const Sentence& sentence : sentences) {
    out += fmt::format("<li class=\"said{}\">{}</li>\n", class_of(sentence.ink),
                       html_span(with_whole_units(capitalised(sentence.text))));
  }
  out += "</ul>\n";
}

void write_loyalty(const ReviewWords& words, std::string& out) {
  if (words.states.empty()) return;
  out += heading("LOYAL OR MERELY SATISFIED");
  out += fmt::format("<table class=\"states\" {}>\n", plain_table);
  for (const bool before : {false, true}) {
    const std::string_view when = before ? "before" : words.now;
    out += fmt::format(
        "<tr><th scope=\"row\" align=\"left\" nowrap width=\"80\">{} {}</th><td>{}</td></tr>\n",
        when, total_of(words.states, before), states_svg(words.states, before, when));
  }
  out += "</table>\n<p class=\"legend\">";
  for (const StateWords& state : words.states) {
    if (state.now == 0 && state.before == 0) continue;
    out += fmt::format("<span>{}{} <b>{}</b>", swatch(word(state.state)), html_text(state.name),
                       state.now);
    if (state.now != state.before)
      out += fmt::format(" <span class=\"was\">(was {})</span>", state.before);
    out += "</span> ";
  }
  out += "</p>\n";
  write_sentences(words.moves, out);
  out += "</section>\n";
}

std::string measure_row(const MeasureWords& measure) {
  return fmt::format(
      "<tr><th scope=\"row\" align=\"left\"{}>{}</th><td class=\"plot\" width=\"34%\">{}</td>"
      "<td class=\"n\" nowrap align=\"right\">{}</td><td class=\"n\" nowrap "
      "align=\"right\">{}&nbsp;%</td>"
      "<td class=\"n{}\" nowrap align=\"right\">{}</td></tr>\n",
      measure.is_weakest ? " class=\"weak\"" : "", html_text(measure.name), measure_svg(measure),
      counts_words(measure.now), percent(measure.now), class_of(measure.ink),
      html_text(measure.change));
}

void write_factors(const Review& review, const ReviewWords& words, std::string& out) {
  if (words.factors.empty()) return;
  out += heading("THE FOUR FACTORS");
  out += fmt::format(
      "<table class=\"measures\" {}>\n<thead><tr><th></th><th align=\"left\">{}{}</th>"
      "<th class=\"n\" nowrap align=\"right\">good of all</th><th class=\"n\" nowrap "
      "align=\"right\">rate</th>"
      "<th class=\"n\" nowrap align=\"right\">points</th></tr></thead>\n",
      plain_table, fmt::format("{}{} ", swatch("now"), words.now),
      fmt::format("<span class=\"gap\">{}{}</span>", swatch("before"),
                  before_words(review.period, review.previous)));
  for (const FactorWords& factor : words.factors) {
    out += fmt::format(
        "<tbody>\n<tr><th class=\"factor\" colspan=\"5\" scope=\"rowgroup\" align=\"left\">{}</th>"
        "</tr>\n",
        html_text(factor.title));
    for (const MeasureWords& measure : factor.measures) out += measure_row(measure);
    out += "</tbody>\n";
  }
  out += "</table>\n</section>\n";
}

void write_owners(const OwnersWords& owners, std::string& out) {
  if (owners.rows.empty()) return;
  out += heading("BY OWNER");
  out += fmt::format("<div class=\"scroll\"><table {}>\n<thead><tr><th></th>", plain_table);
  for (const std::string_view column : owners.columns) {
    out += fmt::format("<th class=\"n\" nowrap align=\"right\" scope=\"col\">{}</th>",
                       html_text(column));
  }
  out += "</tr></thead>\n";
  for (const auto& row : owners.rows) {
    out += fmt::format("<tr><th scope=\"row\" align=\"left\">{}</th>", html_span(row.name));
    for (const std::string& cell : row.cells) {
      out += fmt::format("<td class=\"n\" nowrap align=\"right\">{}</td>", cell);
    }
    out += "</tr>\n";
  }
  out += "</table></div>\n</section>\n";
}

void write_weeks(const Review& review, std::string& out) {
  const std::string figure = weeks_figure(review);
  if (figure.empty()) return;
  out += heading("CONTACTS A WEEK") + figure + "</section>\n";
}

void write_load(const std::vector<LoadWords>& loads, std::string& out) {
  if (loads.empty()) return;
  out += heading("CONTACTS IN 30 DAYS");
  out += fmt::format(
      "<table class=\"measures load\" {}>\n<thead><tr><th></th><th align=\"left\">{}had <span "
      "class=\"gap\">{}your rhythm asks for</span></th><th></th></tr></thead>\n",
      plain_table, swatch("now"), swatch("before"));
  double most = 0;
  for (const LoadWords& load : loads) most = std::max({most, load.load.asked, load.load.done});
  for (const LoadWords& load : loads) {
    const bool is_all = load.id == "load-all";
    out += fmt::format(
        "<tr{}><th scope=\"row\" align=\"left\">{}</th><td class=\"plot\" width=\"34%\">{}</td>"
        "<td class=\"n\" nowrap align=\"right\">{} of {}</td></tr>\n",
        is_all ? " class=\"all\"" : "", html_span(load.name), load_svg(load, most),
        amount_words(load.load.done), amount_words(load.load.asked));
  }
  out += fmt::format(
      "</table>\n<p class=\"advice\">The full width is {} in 30 days.</p>\n</section>\n",
      contacts_words(most));
}

void write_people(const PeopleWords& list, std::string& out) {
  out += heading(list.title);
  out += fmt::format("<p class=\"advice\">{}</p>\n<table class=\"people\" {}>\n",
                     html_text(capitalised(list.advice)), plain_table);
  for (const PersonWords& person : list.people) {
    out += fmt::format(
        "<tr><td class=\"id\" nowrap>{}</td><td class=\"who\">{}</td><td class=\"n\" nowrap "
        "align=\"right\">{}{}"
        "</td></tr>\n",
        html_text(person.id), html_span(person.who), html_text(person.heard),
        person.owner.empty() ? "" : fmt::format(", {}", html_span(person.owner)));
  }
  out += "</table>\n";
  if (!list.rest.empty())
    out += fmt::format("<p class=\"advice\">… {}</p>\n", html_text(list.rest));
  out += "</section>\n";
}

}  // namespace

std::string review_body(const Review& review, const ReviewWords& words) {
  std::string out = fmt::format("<header>\n<h1>{}</h1>\n", html_words(words.title));
  if (!words.whose.empty()) {
    out += fmt::format("<p class=\"whose\">{}</p>\n", html_span(words.whose));
  }
  out += fmt::format("<p class=\"summary\">{}</p>\n</header>\n<main>\n", html_words(words.summary));
  write_loyalty(words, out);
  write_factors(review, words, out);
  if (!words.sentences.empty()) {
    out += words.factors.empty() ? "<section>\n" : heading("IN WORDS");
    write_sentences(words.sentences, out);
    out += "</section>\n";
  }
  write_owners(words.owners, out);
  write_weeks(review, out);
  write_load(words.loads, out);
  for (const PeopleWords& list : words.lists) write_people(list, out);
  out += "</main>\n";
  if (!words.next.empty()) {
    out += fmt::format("<footer>\n<p>{}</p>\n</footer>\n", html_text(words.next));
  }
  return out;
}

std::string style_of_review() { return std::string{review_style} + paint_style(); }

std::string review_html(const ReviewPage& page, const Style& /*style*/) {
  const ReviewWords words = words_of(page);
  return page_start(html_text(words.title), style_of_review()) + "<body>\n" +
         review_body(page.review, words) + "</body>\n</html>\n";
}

}  // namespace care
