#include <care/render.hpp>
#include <care/text.hpp>

#include <fmt/format.h>

#include "render/layout.hpp"
#include "render/words/days.hpp"
#include "render/words/people.hpp"

namespace care {

std::string render(const Derivation& derivation, const Style& style) {
  Layout layout{style};
  const Book& book = *derivation.book;
  const Customer& customer = book.customers[derivation.customer];
  layout.spread(
      fmt::format("{}  {}", neutralised(customer.id), who_words(customer, day_of(derivation.now))),
      Ink::bold,
      fmt::format("{}, {}", short_day(day_of(derivation.now), day_of(derivation.now)),
                  clock(derivation.now)));
  layout.spread("", Ink::plain, to_string(book, customer.at));
  for (const Step& step : derivation.steps) {
    layout.reason(step.rule, neutralised(step.text),
                  step.at.line == 0 ? "" : to_string(book, {step.at.file, step.at.line, 0}));
  }
  return layout.take();
}

}  // namespace care
