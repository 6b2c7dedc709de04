#include <care/render_formats.hpp>
#include "render/json.hpp"
#include "render/words/people.hpp"

namespace care {
namespace {

void write_tally(Tally tally, JsonObject& object) {
  object.number("good", tally.good);
  object.number("total", tally.total);
}

double rate(Tally tally) { return static_cast<double>(tally.good) / tally.total; }

void write_measure(const Review& review, const MeasureRow& row, JsonObject& object) {
  const Measured& measured = review.measures[static_cast<std::size_t>(row.measure)];
  object.text("name", row.name);
  object.text("factor", word(row.factor));
  write_tally(measured.now, object);
  {
    JsonObject previous{object.open("previous")};
    write_tally(measured.before, previous);
  }
  JsonObject owners{object.open("owners")};
  for (StaffIndex i = 0; i < measured.owners.size(); ++i) {
    if (measured.owners[i].total == 0) continue;
    JsonObject owner{owners.open_named(review.book->staff[i].id)};
    write_tally(measured.owners[i], owner);
  }
}

void write_states(const std::array<int, loyalty_count>& states, std::string_view name,
                  JsonObject& object) {
  JsonObject inner{object.open(name)};
  for (std::size_t i = 0; i < loyalty_count; ++i) {
    inner.number(word(static_cast<Loyalty>(i)), states[i]);
  }
}

/// Whom a row of a list is about.
void write_customer(const Review& review, CustomerIndex who, const std::optional<StaffIndex>& owner,
                    JsonObject& object) {
  const Customer& customer = as_of(*review.book, who, review.period.to);
  object.text("id", customer.id);
  object.text("name", customer.name);
  object.text("owner", staff_id(*review.book, owner));
}

void write_lists(const Review& review, JsonObject& object) {
  const auto write_unheard = [&](const Unheard& one, JsonObject& inner) {
    write_customer(review, one.customer, one.owner, inner);
    if (one.heard) inner.text("heard", iso(*one.heard));
  };
  object.objects("strained", review.strained, "\n", write_unheard);
  object.objects("silent", review.silent, "\n", write_unheard);
  object.objects("satisfied", review.satisfied, "\n", write_unheard);
  object.objects("forgotten", review.forgotten, "\n", [&](const Forgotten& one, JsonObject& inner) {
    write_customer(review, one.customer, one.owner, inner);
    inner.text("due", iso(one.due));
    inner.number("days_late", one.days_late);
  });
}

void write_loyalty(const Review& review, JsonObject& object) {
  write_states(review.loyalty, "now", object);
  write_states(review.loyalty_before, "before", object);
  object.objects("moved", review.moved, "\n", [&](const Move& move, JsonObject& inner) {
    inner.text("id", review.book->customers[move.customer].id);
    inner.text("from", word(move.from));
    inner.text("to", word(move.to));
  });
}

void write_attention(const Attention& attention, JsonObject& object) {
  if (attention.strained) object.decimal("strained", *attention.strained);
  if (attention.others) object.decimal("others", *attention.others);
  if (attention.ratio) object.decimal("ratio", *attention.ratio);
}

void write_load(Load load, JsonObject& object) {
  object.decimal("asked", load.asked);
  object.decimal("done", load.done);
}

void write_loads(const Review& review, JsonObject& object) {
  write_load(review.load, object);
  JsonObject owners{object.open("owners")};
  for (const StaffIndex i : review.owners) {
    const Load load = review.owner_loads[i];
    if (load.asked == 0 && load.done == 0) continue;
    JsonObject owner{owners.open_named(review.book->staff[i].id)};
    write_load(load, owner);
  }
}

void write_endings(const EndingCounts& endings, JsonObject& object) {
  object.number("done", endings.done);
  object.number("alternative", endings.alternative);
  object.number("withdrawn", endings.withdrawn);
  object.number("refused", endings.refused);
}

void write_deficiency(const Review& review, const Deficiency& found, JsonObject& object) {
  object.text("owner", staff_id(*review.book, found.owner));
  object.text("measure", measures()[static_cast<std::size_t>(found.measure)].name);
  object.decimal("rate", rate(found.theirs));
  object.decimal(found.owner ? "others" : "before", rate(found.others));
}

void write_period(Period period, JsonObject& object) {
  object.text("from", iso(period.from));
  object.text("to", iso(period.to));
}

/// A member that is an object.
template <class Write>
void write_inner(std::string_view name, JsonObject& object, const Write& write) {
  JsonObject inner{object.open(name)};
  write(inner);
}

}  // namespace

std::string review_json(const ReviewPage& page, const Style& /*style*/) {
  const Review& review = page.review;
  std::string out;
  {
    JsonObject object{out};
    object.number("schema", 1);
    object.text("book", review.book->name);
    object.text("now", iso(review.now));
    write_period(review.period, object);
    write_inner("previous", object, [&](JsonObject& o) { write_period(review.previous, o); });
    object.objects("measures", measures(), "\n", [&](const MeasureRow& row, JsonObject& inner) {
      write_measure(review, row, inner);
    });
    write_inner("loyalty", object, [&](JsonObject& o) { write_loyalty(review, o); });
    write_inner("lists", object, [&](JsonObject& o) { write_lists(review, o); });
    write_inner("attention", object, [&](JsonObject& o) { write_attention(review.attention, o); });
    write_inner("load", object, [&](JsonObject& o) { write_loads(review, o); });
    write_inner("endings", object, [&](JsonObject& o) { write_endings(review.endings, o); });
    object.objects("deficiencies", review.deficiencies, "\n",
                   [&](const Deficiency& found, JsonObject& inner) {
                     write_deficiency(review, found, inner);
                   });
    if (review.weakest) {
      object.text("weakest", measures()[static_cast<std::size_t>(*review.weakest)].name);
    }
    write_problems(*review.book, page.problems, object);
  }
  return out + '\n';
}

}  // namespace care
