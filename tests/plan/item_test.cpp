#include "books.hpp"

using namespace care;
using namespace care::test;

namespace {

Item item_of(Kind kind, State when, std::uint32_t record = Item::own) {
  Item item;
  item.kind = kind;
  item.when = when;
  item.urgency = urgency_of(kind, when);
  item.due = {day("2026-11-23"), std::nullopt};
  item.record = record;
  return item;
}

}  // namespace

TEST_CASE("R10: of one customer and one day, items stand by class, place and kind") {
  const Item in_order[] = {
      item_of(Kind::emergency, State::today),    item_of(Kind::request, State::overdue),
      item_of(Kind::promise, State::overdue),    item_of(Kind::request, State::today),
      item_of(Kind::birthday, State::today),     item_of(Kind::birthday, State::today, 0),
      item_of(Kind::birthday, State::today, 1),  item_of(Kind::anniversary, State::today),
      item_of(Kind::prepare, State::overdue),    item_of(Kind::event, State::overdue),
      item_of(Kind::thanks, State::today),       item_of(Kind::no_plan, State::today),
      item_of(Kind::follow_up, State::today),    item_of(Kind::request, State::coming),
      item_of(Kind::anniversary, State::coming),
  };
  for (const Item& a : in_order) {
    for (const Item& b : in_order) CHECK(comes_before(a, b) == (&a < &b));
  }
}

TEST_CASE("R16: an item is the same on another day by customer, kind, record and occurrence") {
  const Item birthday = item_of(Kind::birthday, State::coming);
  Item later = item_of(Kind::birthday, State::overdue);
  CHECK(identity(birthday) == identity(later));
  later.occurrence = day("2027-11-23");
  CHECK(identity(birthday) != identity(later));
  CHECK(identity(birthday) != identity(item_of(Kind::birthday, State::coming, 0)));
  CHECK(identity(birthday) != identity(item_of(Kind::event, State::coming)));
  // What there is to thank for is the same, also where another day of it is learned.
  Item thanks = item_of(Kind::thanks, State::today);
  Item learned = thanks;
  learned.occurrence = day("2026-11-20");
  CHECK(identity(thanks) == identity(learned));
}
