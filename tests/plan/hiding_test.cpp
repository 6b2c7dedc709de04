#include "books.hpp"

using namespace care;
using namespace care::test;

namespace {

constexpr std::string_view no_contact = "status = 'do-not-contact'";

}  // namespace

TEST_CASE("R15: a do-not-contact customer has no follow-ups, no thanks and nothing to prepare") {
  const std::string text = acme("every = '30d'", no_contact, "birthday = '11-23'") +
                           table("[[customer.event]]", "what = 'gala'", "date = '12-01'",
                                 "heads_up = '0d'", "prepare = '6wd'") +
                           touch("2026-10-23") + purchase("2026-11-20") + promise("2026-11-23") +
                           request("2026-11-23T08:00");
  CHECK(planned(text, "2026-11-23") ==
        "3 request key today, due Mon 23 Nov 14:00 | "
        "3 promise report today, due Mon 23 Nov | "
        "4 prepare gala today, due Mon 23 Nov [do not contact] | "
        "6 thanks spring order today, due Tue 24 Nov [do not contact] | "
        "7 follow_up today, due Sun 22 Nov, act Mon 23 Nov [do not contact] | "
        "8 birthday acme today, due Mon 23 Nov");
}

TEST_CASE("R15: their occasions are of class 8, and gone after the day") {
  const auto born = [](std::string_view birthday) {
    return acme(no_follow_up, no_contact, "birthday = '" + std::string{birthday} + "'");
  };
  check_shown({
      {"coming", born("11-25"), "2026-11-23", "8 birthday acme coming, due Wed 25 Nov"},
      {"on the day", born("11-23"), "2026-11-23", "8 birthday acme today, due Mon 23 Nov"},
      {"after the day", born("11-22"), "2026-11-23", ""},
      {"an anniversary", acme(no_follow_up, no_contact, "since = 2021-11-23"), "2026-11-23",
       "8 anniversary (5) today, due Mon 23 Nov"},
      {"an event",
       acme(no_follow_up, no_contact) +
           table("[[customer.event]]", "what = 'gala'", "date = '11-23'"),
       "2026-11-23", "8 event gala today, due Mon 23 Nov"},
  });
}

TEST_CASE("R15: their emergencies stand, since they asked; after-care does not") {
  const std::string urgent = acme(no_follow_up, no_contact);
  check_planned({
      {"an emergency", urgent + request("2026-11-23T08:45", "urgent = true"), "2026-11-23",
       "1 emergency key today, due Mon 23 Nov 09:15"},
      {"after-care",
       urgent +
           request("2026-11-18T10:00", "urgent = true", "closed = 2026-11-18", "outcome = 'done'"),
       "2026-11-20", "5 follow_up today, due Fri 20 Nov [do not contact]"},
  });
  const Reading undecided = read_text(acme("every = 'never'", no_contact));
  CHECK(planned(undecided.book, at("2026-11-23")) ==
        "7 no_plan today, due Mon 23 Nov [do not contact]");
}

TEST_CASE("R15: what is not to be contacted is neither snoozed nor waiting") {
  const std::string text = acme(no_contact) + touch("2026-10-23");
  constexpr const char* left_out =
      "7 follow_up today, due Sun 22 Nov, act Mon 23 Nov [do not contact]";
  CHECK(planned(text + snooze("2026-11-20", "2026-12-01"), "2026-11-23") == left_out);
  CHECK(planned(text + attempt("2026-11-23"), "2026-11-23") == left_out);
}

TEST_CASE("R15: snoozed comes before waiting") {
  CHECK(planned(acme() + touch("2026-10-23") + attempt("2026-11-23") +
                    snooze("2026-11-20", "2026-12-01"),
                "2026-11-23") == "7 follow_up today, due Sun 22 Nov, act Mon 23 Nov [snoozed]");
}

TEST_CASE("R15: former customers are no part of any agenda") {
  check_planned({
      {"nothing of their own",
       acme("status = 'former'", "birthday = '11-23'") + touch("2026-10-23") +
           purchase("2026-11-20"),
       "2026-11-23", ""},
      {"what is open stays known",
       acme("status = 'former'") + promise("2026-11-23") + request("2026-11-23T08:00"),
       "2026-11-23",
       "3 request key today, due Mon 23 Nov 14:00 [former] | "
       "3 promise report today, due Mon 23 Nov [former]"},
  });
}
