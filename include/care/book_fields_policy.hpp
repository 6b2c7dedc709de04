#pragma once

#include <care/book_field_kinds.hpp>

namespace care {

template <>
inline constexpr TableHead table_head<Book>{"book", "[book]", "book", "books",
                                            "the business and its book; one such table"};
template <>
inline constexpr auto fields<Book> = std::tuple{
    field("name", &Book::name, takes::Text{}, "what the business is called; pages are headed by it")
        .such_as("\"Petra Elevator Service\""),
    field("started", &Book::started, takes::Date{},
          "when this book began: nobody counts as late from before it")
        .such_as("2026-11-01")
        .of_rule("R4"),
    field("owner", &Book::owner, takes::LaterStaff{},
          "who looks after customers that have no owner of their own")
        .otherwise("nobody")
        .of_rule("R14"),
    field("value", &Book::value, takes::Texts{},
          "what you do for every customer every day; one of them is brought up in each talk")
        .such_as("[\"24/7 phone answered by a person\"]")
        .of_rule("R11"),
};

template <>
inline constexpr TableHead table_head<Policy>{
    "policy", "[policy]", "policy", "policies",
    "how soon and how often; one such table, and all of it optional"};
template <>
inline constexpr auto fields<Policy> = std::tuple{
    field("every", &Policy::every, takes::Cadence{},
          "how often to be in touch where neither the customer nor its tier says so; \"never\": on "
          "occasions only")
        .of_rule("R4"),
    field("tiers", &Policy::tiers, takes::Tiers{},
          "names for how often to be in touch, for a customer's `tier`, with the longest that may "
          "pass, where there is one; given here, they replace the default ones")
        .such_as("{ gold = { every = \"1w\", at_most = \"2w\" }, silver = \"1m\" }")
        .of_rule("R4"),
    field(
        "at_most", &Policy::at_most, takes::Length{Lengths::interval},
        "the longest that may pass without a contact, where `every` above is what holds: from then "
        "on the follow-up is too late, and no limit leaves it out")
        .such_as("\"6w\"")
        .of_rule("R4"),
    field("first_contact", &Policy::first_contact, takes::Length{Lengths::interval},
          "how soon to be in touch with someone never contacted")
        .of_rule("R4"),
    field("heads_up", &Policy::heads_up, takes::Length{Lengths::lead},
          "how long before a birthday, anniversary or event it is announced")
        .of_rule("R3"),
    field("belated", &Policy::belated, takes::Length{Lengths::lead},
          "how long a missed birthday, anniversary or yearly event stays on the agenda")
        .of_rule("R3"),
    field("leap_day", &Policy::leap_day, takes::Word<LeapDay>{},
          "where 29 February falls in common years")
        .of_rule("R3"),
    field("anniversaries", &Policy::anniversaries, takes::Word<Anniversaries>{},
          "which years since a customer's `since` are celebrated; \"round\": 1, 5, 10, 15 …")
        .of_rule("R3"),
    field("thank_within", &Policy::thank_within, takes::Length{Lengths::interval},
          "how soon to say thanks for a purchase or a referral")
        .of_rule("R8"),
    field("thank_window", &Policy::thank_window, takes::Length{Lengths::interval},
          "how long thanks still make sense")
        .of_rule("R8"),
    field("respond", &Policy::respond, takes::Length{Lengths::clock},
          "how soon a request gets its first answer, in working time")
        .of_rule("R7"),
    field("solve", &Policy::solve, takes::Length{Lengths::clock},
          "how soon a request is solved, in working time")
        .of_rule("R7"),
    field("emergency_respond", &Policy::emergency_respond, takes::Length{Lengths::clock},
          "how soon an urgent request gets its first answer, nights and weekends too")
        .of_rule("R7"),
    field("emergency_solve", &Policy::emergency_solve, takes::Length{Lengths::clock},
          "how soon an urgent request is solved, nights and weekends too")
        .of_rule("R7"),
    field("retry", &Policy::retry, takes::Length{Lengths::interval},
          "how long to wait after an attempt that reached nobody")
        .of_rule("R4"),
    field("escalate", &Policy::escalate, takes::Length{Lengths::patience},
          "how late a request or promise may be before it also stands on the agenda of the book's "
          "owner")
        .such_as("\"2wd\"")
        .otherwise("never")
        .of_rule("R14"),
    field("per_day", &Policy::per_day, takes::Count{},
          "how many plain follow-ups and thanks one person sees a day; 0: all")
        .of_rule("R12"),
    field("wow_every", &Policy::wow_every, takes::Length{Lengths::interval},
          "how often each customer should be surprised")
        .of_rule("R9"),
    field("workdays", &Policy::calendar, takes::Workdays{}, "the days of the week that are worked")
        .such_as("[\"tue\", \"wed\", \"thu\", \"fri\", \"sat\"]")
        .otherwise("[\"mon\", \"tue\", \"wed\", \"thu\", \"fri\"]")
        .of_rule("R1"),
    field("hours", &Policy::calendar, takes::Hours{},
          "opening hours of every workday, or of each in a table; then its keys are the workdays; "
          "\"22:00-06:00\" ends on the next day")
        .such_as("{ mon = [\"08:00-17:00\"], sat = [\"09:00-12:00\"] }")
        .otherwise("[\"09:00-12:30\", \"13:30-17:00\"]")
        .of_rule("R1"),
    field("days", &Policy::calendar, takes::Days{},
          "one day's own hours, whatever else is said of it: a half holiday, a worked Saturday; "
          "[]: closed")
        .such_as("{ 2026-12-24 = [\"09:00-12:00\"], 2026-12-19 = [\"10:00-14:00\"] }")
        .of_rule("R1"),
    field("holidays", &Policy::calendar, takes::Holidays{},
          "days off: one day, a day of each year, from and to, the nth weekday of a month, or days "
          "around Easter")
        .such_as("[2026-11-27, \"12-25\", { from = 2026-12-28, to = 2026-12-31 }, "
                 "\"4th thu nov\", \"easter-2\"]")
        .of_rule("R1"),
};

template <>
inline constexpr TableHead table_head<Staff>{"staff", "[[staff]]", "member of the staff",
                                             "members of the staff",
                                             "somebody who looks after customers"};
template <>
inline constexpr auto fields<Staff> = std::tuple{
    field("id", &Staff::id, takes::Text{}, "what `owner`, `by` and `backup` call them")
        .needed("\"nick\""),
    field("name", &Staff::name, takes::Text{}, "their name, as pages print it")
        .needed("\"Nick Petra\""),
    field("email", &Staff::email, takes::Text{}, "where their agenda can be mailed")
        .such_as("\"nick@example.com\""),
    field("per_day", &Staff::per_day, takes::Count{}, "their own limit of follow-ups a day")
        .otherwise("the policy's")
        .of_rule("R12"),
    field("away", &Staff::away, takes::Spans{},
          "days on which they are not here, both ends included")
        .such_as("[{ from = 2026-12-21, to = 2027-01-02 }]")
        .of_rule("R14"),
    field("backup", &Staff::backup, takes::LaterStaff{},
          "who has their customers while they are away")
        .such_as("\"ana\"")
        .of_rule("R14"),
};

}  // namespace care
