#pragma once

#include <care/book_fields_plan.hpp>

namespace care {

template <>
inline constexpr TableHead table_head<Contact>{"contact", "[[customer.contact]]", "contact",
                                               "contacts", "a person at the customer above"};
template <>
inline constexpr auto fields<Contact> = std::tuple{
    field("name", &Contact::name, takes::Text{}, "their name").needed("\"Maria Alvarez\""),
    field("call_me", &Contact::call_me, takes::Text{}, "how to address them")
        .such_as("\"Maria\"")
        .otherwise("the name"),
    field("sounds_like", &Contact::sounds_like, takes::Text{}, "how the name is pronounced")
        .such_as("\"mah-REE-ah\""),
    field("role", &Contact::role, takes::Text{}, "what they do there")
        .such_as("\"building manager\""),
    field("phone", &Contact::phone, takes::OneOrMoreTexts{},
          "their number; of several, the first is the one to call")
        .such_as("\"+1 602 555 0101\""),
    field("email", &Contact::email, takes::OneOrMoreTexts{},
          "their address; of several, the first is the one to write to")
        .such_as("\"maria@example.com\""),
    field("birthday", &Contact::birthday, takes::YearlyDate{}, "their birthday").of_rule("R3"),
    field("likes", &Contact::likes, takes::Texts{}, "what pleases them").such_as("[\"orchids\"]"),
    field("notes", &Contact::notes, takes::Text{}, "anything else"),
    field("left", &Contact::left, takes::Date{},
          "the day they were gone (moved on, died): no more occasions from here on")
        .such_as("2025-06-30")
        .of_rule("R3"),
};

template <>
inline constexpr TableHead table_head<Event>{"event", "[[customer.event]]", "event", "events",
                                             "a special day of the customer above"};
template <>
inline constexpr auto fields<Event> = std::tuple{
    field("what", &Event::what, takes::Text{},
          "what it is called, on the agenda and in a touch's `greeted`")
        .needed("\"Opening day\"")
        .of_rule("R3"),
    field("date", &Event::date, takes::YearlyDate{}, "when it is, or first was")
        .needed("2010-06-12")
        .of_rule("R3"),
    field("yearly", &Event::yearly, takes::Truth{true}, "whether it returns each year; false: once")
        .of_rule("R3"),
    field("until", &Event::until, takes::Date{}, "no occurrence from this day on")
        .such_as("2030-01-01")
        .of_rule("R3"),
    field("heads_up", &Event::heads_up, takes::Length{Lengths::lead},
          "how long before it is announced")
        .otherwise("the policy's")
        .of_rule("R3"),
    field("belated", &Event::belated, takes::Length{Lengths::lead},
          "how long it stays on the agenda when missed")
        .otherwise("the policy's, or \"0d\" where the event is not yearly")
        .of_rule("R3"),
    field("prepare", &Event::prepare, takes::Length{Lengths::interval},
          "how long before to start on the card or gift")
        .otherwise("nothing is prepared")
        .of_rule("R3"),
    field("gift", &Event::gift, takes::Text{}, "what to prepare").such_as("\"a cake\""),
};

template <>
inline constexpr TableHead table_head<Customer>{"customer", "[[customer]]", "customer", "customers",
                                                "whom you look after"};
template <>
inline constexpr auto fields<Customer> = std::tuple{
    field("id", &Customer::id, takes::Text{},
          "what records call them: small letters, digits, `.`, `_` and `-`; unique")
        .needed("\"acme\""),
    field("name", &Customer::name, takes::Text{}, "their name").needed("\"Acme Tower\""),
    field("call_me", &Customer::call_me, takes::Text{}, "how to address them")
        .such_as("\"Maria\"")
        .otherwise("the first contact's `call_me` or name, else the name"),
    field("sounds_like", &Customer::sounds_like, takes::Text{}, "how the name is pronounced")
        .such_as("\"mah-REE-ah\""),
    field("company", &Customer::company, takes::Text{}, "where they work"),
    field("phone", &Customer::phone, takes::OneOrMoreTexts{},
          "the number to call; of several, the first")
        .such_as("\"+1 602 555 0101\""),
    field("email", &Customer::email, takes::OneOrMoreTexts{},
          "the address to write to; of several, the first")
        .such_as("\"maria@example.com\""),
    field("address", &Customer::address, takes::Text{}, "where to send a card"),
    field("tags", &Customer::tags, takes::Texts{}, "words to select customers by, with --tag")
        .such_as("[\"west\"]"),
    field("owner", &Customer::owner, takes::Staff{}, "who looks after them")
        .otherwise("the owner of the book, else nobody")
        .of_rule("R14"),
    field("tier", &Customer::tier, takes::Tier{}, "the policy's tier that says how often")
        .of_rule("R4"),
    field("every", &Customer::every, takes::Cadence{},
          "how often to be in touch; \"never\" needs `because`")
        .otherwise("the tier's, else the policy's")
        .of_rule("R4"),
    field("at_most", &Customer::at_most, takes::Length{Lengths::interval},
          "the longest that may pass without a contact")
        .such_as("\"3w\"")
        .otherwise("the tier's or the policy's, where that says how often")
        .of_rule("R4"),
    field("because", &Customer::because, takes::Text{}, "why nobody is in touch").of_rule("R10"),
    field("since", &Customer::since, takes::Date{}, "when they became a customer")
        .such_as("2021-03-01")
        .of_rule("R3"),
    field("added", &Customer::added, takes::Date{},
          "when they came into the book: nobody counts as late from before; `care add` writes it")
        .such_as("2026-11-23")
        .of_rule("R4"),
    field("birthday", &Customer::birthday, takes::YearlyDate{}, "their birthday").of_rule("R3"),
    field("leap_day", &Customer::leap_day, takes::Word<LeapDay>{},
          "where their 29 February falls in common years")
        .otherwise("the policy's")
        .of_rule("R3"),
    field("mood", &Customer::mood, takes::Word<Mood>{Mood::strained},
          "how they felt before any touch says otherwise")
        .of_rule("R5"),
    field("referred_by", &Customer::referred_by, takes::LaterCustomer{},
          "the id of the customer who sent them; that one is thanked")
        .such_as("\"zenith\"")
        .of_rule("R8"),
    field("status", &Customer::status, takes::Word<Status>{Status::do_not_contact},
          "\"former\": on no agenda; \"do-not-contact\": nothing that you start")
        .of_rule("R15"),
    field("value", &Customer::value, takes::Texts{},
          "what you do for them every day; brought up before the book's")
        .such_as("[\"No shutdown over 4 h in 2026\"]")
        .of_rule("R11"),
    field("likes", &Customer::likes, takes::Texts{}, "what pleases them")
        .such_as("[\"orchids\"]")
        .of_rule("R9"),
    field("notes", &Customer::notes, takes::Text{}, "anything else; care show prints it"),
    field("contact", &Customer::contacts, takes::Tables<Contact>{},
          "people there, each in a table of its own"),
    field("event", &Customer::events, takes::Tables<Event>{},
          "special days, each in a table of its own"),
    field("plan", &Customer::plans, takes::Tables<OwnPlan>{},
          "what is due with them again and again, each in a table of its own"),
    field("extra", &Customer::extra, takes::Extra{},
          "facts of your own under any keys, as [customer.extra]; care show prints them")
        .such_as("{ coffee = \"black\" }"),
};

}  // namespace care
