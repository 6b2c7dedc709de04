#pragma once

#include <care/book_field_kinds.hpp>

namespace care {

template <>
inline constexpr TableHead table_head<PlanStep>{"step", "[[plan.steps]]", "step", "steps",
                                                "one step of the plan above"};
template <>
inline constexpr auto fields<PlanStep> = std::tuple{
    field("after", &PlanStep::after, takes::Length{Lengths::interval},
          "how long after the start, or after the step before was done")
        .needed("\"2wd\"")
        .of_rule("R17"),
    field("what", &PlanStep::what, takes::Text{}, "what to do")
        .needed("\"Call: is everything as promised?\"")
        .of_rule("R17"),
    field("how", &PlanStep::how, takes::Word<Channel>{}, "by which channel").such_as("\"letter\""),
};

template <>
inline constexpr TableHead table_head<Plan>{"plan", "[[plan]]", "plan", "plans",
                                            "a planned follow-up for every customer whom it fits"};
template <>
inline constexpr auto fields<Plan> = std::tuple{
    field("name", &Plan::name, takes::Text{},
          "what touches and pages call it; unique; needed without `customer`, as are `starts` and "
          "`steps`")
        .such_as("\"welcome\"")
        .of_rule("R17"),
    field("starts", &Plan::starts, takes::Word<PlanStart>{},
          "what begins it: their `since`, a purchase, the end of an emergency, or a strained touch")
        .such_as("\"new\"")
        .of_rule("R17"),
    field("tiers", &Plan::tiers, takes::Texts{}, "only customers of these tiers")
        .such_as("[\"A\", \"B\"]")
        .of_rule("R17"),
    field("tags", &Plan::tags, takes::Texts{}, "only customers with one of these tags")
        .such_as("[\"west\"]")
        .of_rule("R17"),
    field("ends_on_reply", &Plan::ends_on_reply, takes::Truth{false},
          "true: a contact from them ends it")
        .of_rule("R17"),
    field("steps", &Plan::steps, takes::Tables<PlanStep>{}, "what to do, one after the other")
        .such_as("[{ after = \"2wd\", what = \"Call: is everything as promised?\" }]")
        .of_rule("R17"),
    field("customer", &Plan::whose, takes::Text{},
          "a customer's id, for a plan of their own that is written later: then `what`, `from` and "
          "the other keys of [[customer.plan]]")
        .such_as("\"acme\"")
        .of_rule("R17"),
    field("what", &Plan::what, takes::Text{}, "with `customer`: what to do")
        .such_as("\"grease the door rollers\"")
        .of_rule("R17"),
    field("from", &Plan::from, takes::Date{},
          "nothing begins it before this day; with `customer`: the first time")
        .needed("2026-11-01")
        .of_rule("R17"),
    field("every", &Plan::every, takes::Length{Lengths::calendar},
          "with `customer`: how often from then on")
        .otherwise("once")
        .of_rule("R17"),
    field("until", &Plan::until, takes::Date{}, "with `customer`: nothing of it from this day on")
        .such_as("2030-01-01")
        .of_rule("R17"),
    field("how", &Plan::how, takes::Word<Channel>{}, "with `customer`: by which channel")
        .such_as("\"visit\""),
    field("on", &Plan::on, takes::When{}, "with `customer`: when it was agreed on")
        .such_as("2026-11-20"),
    field("by", &Plan::by, takes::Text{}, "with `customer`: who of the staff did")
        .such_as("\"nick\""),
};

template <>
inline constexpr TableHead table_head<OwnPlan>{"plan", "[[customer.plan]]", "plan", "plans",
                                               "what is due with the customer above alone"};
template <>
inline constexpr auto fields<OwnPlan> = std::tuple{
    field("what", &OwnPlan::what, takes::Text{},
          "what to do; touches name it, so no other plan is called so")
        .needed("\"grease the door rollers\"")
        .of_rule("R17"),
    field("from", &OwnPlan::from, takes::Date{}, "the first time")
        .needed("2026-03-02")
        .of_rule("R17"),
    field("every", &OwnPlan::every, takes::Length{Lengths::calendar}, "how often from then on")
        .otherwise("once")
        .of_rule("R17"),
    field("until", &OwnPlan::until, takes::Date{}, "nothing of it from this day on")
        .such_as("2030-01-01")
        .of_rule("R17"),
    field("how", &OwnPlan::how, takes::Word<Channel>{}, "by which channel").such_as("\"visit\""),
};

template <>
inline constexpr TableHead table_head<Message>{"message", "[[message]]", "message", "messages",
                                               "words to send, with names in them"};
template <>
inline constexpr auto fields<Message> = std::tuple{
    field("name", &Message::name, takes::Text{}, "what `care message` calls it; unique")
        .needed("\"birthday\"")
        .of_rule("R18"),
    field("for", &Message::purposes, takes::OneOrMoreTexts{},
          "what it is for: a kind of item, or plan: and a plan's name; a list for several")
        .such_as("\"birthday\"")
        .otherwise("it is sent only by its name")
        .of_rule("R18"),
    field("subject", &Message::subject, takes::Text{}, "the subject; fields as in the text")
        .such_as("\"All the best, {call_me}!\"")
        .of_rule("R18"),
    field("text", &Message::text, takes::Text{},
          "the words: {call_me} {name} {company} {person} {what} {years} {due} {thank_for} {value} "
          "{heard} {me} {book} are filled in; {{ and }} are braces")
        .needed("\"Dear {call_me}, …\"")
        .of_rule("R18"),
};

}  // namespace care
