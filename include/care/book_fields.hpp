#pragma once

#include <care/book_fields_customer.hpp>
#include <care/book_fields_policy.hpp>

namespace care {

/// Keys that several records have.
namespace common {

template <class Record>
inline constexpr auto customer =
    field("customer", &Record::customer, takes::Customer{}, "the customer's id").needed("\"acme\"");
template <class Record>
inline constexpr auto on =
    field("on", &Record::on, takes::When{}, "the day or moment").needed("2026-11-20");
template <class Record>
inline constexpr auto by =
    field("by", &Record::by, takes::By{}, "who of the staff").such_as("\"nick\"");

}  // namespace common

template <>
inline constexpr TableHead table_head<Purchase>{"purchase", "[[purchase]]", "purchase", "purchases",
                                                "something that a customer bought"};
template <>
inline constexpr auto fields<Purchase> = std::tuple{
    common::customer<Purchase>,
    common::on<Purchase>,
    field("what", &Purchase::what, takes::Text{}, "what they bought")
        .needed("\"two door sensors\"")
        .of_rule("R8"),
    field("amount", &Purchase::amount, takes::Number{}, "for how much").such_as("1250.00"),
    field("currency", &Purchase::currency, takes::Text{}, "of the amount").such_as("\"USD\""),
    common::by<Purchase>,
};

template <>
inline constexpr TableHead table_head<Touch>{"touch", "[[touch]]", "touch", "touches",
                                             "a contact with a customer, or an attempt at one"};
template <>
inline constexpr auto fields<Touch> = std::tuple{
    common::customer<Touch>,
    field("contact", &Touch::contact, takes::Contact{},
          "with whom: the name of one of the customer's contacts")
        .such_as("\"Maria Alvarez\""),
    common::on<Touch>,
    common::by<Touch>,
    field("how", &Touch::how, takes::Word<Channel>{}, "by which channel").such_as("\"call\""),
    field("reached", &Touch::reached, takes::Truth{false},
          "false for an attempt: voicemail, no answer")
        .of_rule("R4"),
    field("from", &Touch::from_them, takes::Side{}, "\"them\" where they contacted you")
        .otherwise("\"us\"")
        .of_rule("R4"),
    field("said", &Touch::said, takes::Text{}, "what you said"),
    field("heard", &Touch::heard, takes::Text{}, "what they said, in their words").of_rule("R11"),
    field("thanked", &Touch::thanked, takes::Text{}, "what you thanked them for")
        .such_as("\"the spring order\"")
        .of_rule("R8"),
    field("greeted", &Touch::greeted, takes::OneOrMoreTexts{},
          "the occasion: birthday, anniversary, or an event's `what`; a list for several")
        .such_as("\"birthday\"")
        .of_rule("R3"),
    field("wow", &Touch::wow, takes::Text{}, "how you surprised them")
        .such_as("\"hand-written card\"")
        .of_rule("R9"),
    field("mood", &Touch::mood, takes::Word<Mood>{Mood::strained}, "how they felt")
        .such_as("\"content\"")
        .of_rule("R5"),
    field("request", &Touch::request, takes::Request{}, "the id of the request that this is about")
        .such_as("\"acme-2026-11-20\"")
        .of_rule("R7"),
    field("outcome", &Touch::outcome, takes::Word<Outcome>{},
          "how the request ended, or \"alternative\" with `offered`")
        .such_as("\"done\"")
        .of_rule("R7"),
    field("offered", &Touch::offered, takes::Text{}, "the alternative").of_rule("R7"),
    field("answer", &Touch::answer, takes::Word<Answer>{},
          "the customer's word on the last offer, now or in a later touch")
        .such_as("\"accepted\"")
        .of_rule("R7"),
    field("waiting", &Touch::waiting, takes::Text{},
          "with `request`, of ours: what the customer has to give us before we can go on")
        .such_as("\"their drawing\"")
        .of_rule("R7"),
    field("promise", &Touch::promise, takes::Promise{}, "the id of the promise that this keeps")
        .such_as("\"acme-2026-11-24\"")
        .of_rule("R6"),
    field(
        "plan", &Touch::plans, takes::OneOrMoreTexts{},
        "the plan whose step this does: its name, or the `what` of the customer's own; a list for "
        "several")
        .such_as("\"welcome\"")
        .of_rule("R17"),
};

template <>
inline constexpr TableHead table_head<Request>{"request", "[[request]]", "request", "requests",
                                               "something special that a customer asked for"};
template <>
inline constexpr auto fields<Request> = std::tuple{
    common::customer<Request>,
    field("what", &Request::what, takes::Text{}, "what they asked for")
        .needed("\"second key for the roof\""),
    field("asked", &Request::asked, takes::When{}, "the day or moment they asked")
        .needed("2026-11-20")
        .of_rule("R7"),
    field("id", &Request::id, takes::Text{}, "what touches call it")
        .such_as("\"acme-2026-11-20\"")
        .otherwise("the customer's id and the day asked"),
    common::by<Request>,
    field("urgent", &Request::urgent, takes::Truth{true}, "true for an emergency").of_rule("R7"),
    field("due", &Request::due, takes::When{}, "when it has to be solved")
        .otherwise("asked, and the policy's `solve` later")
        .of_rule("R7"),
    field("closed", &Request::closed, takes::Date{},
          "the day it ended, with `outcome`; care writes a touch instead")
        .of_rule("R7"),
    field("outcome", &Request::outcome, takes::Word<Outcome>{}, "how it ended")
        .such_as("\"done\"")
        .of_rule("R7"),
    field("offered", &Request::offered, takes::Text{}, "the alternative, with that outcome")
        .of_rule("R7"),
};

template <>
inline constexpr TableHead table_head<Promise>{"promise", "[[promise]]", "promise", "promises",
                                               "something that you promised a customer"};
template <>
inline constexpr auto fields<Promise> = std::tuple{
    common::customer<Promise>,
    field("what", &Promise::what, takes::Text{}, "what you promised")
        .needed("\"the report by mail\""),
    field("due", &Promise::due, takes::When{}, "the day or moment it has to be kept")
        .needed("2026-11-24")
        .of_rule("R6"),
    field("made", &Promise::made, takes::Date{}, "the day you promised it"),
    field("id", &Promise::id, takes::Text{}, "what touches call it")
        .such_as("\"acme-2026-11-24\"")
        .otherwise("the customer's id and the day it is due"),
    common::by<Promise>,
    field("kept", &Promise::kept, takes::Date{}, "the day it was kept; care writes a touch instead")
        .of_rule("R6"),
    field("replaces", &Promise::replaces, takes::LaterPromise{},
          "the id of an earlier promise that this one takes the place of")
        .such_as("\"acme-2026-11-20\"")
        .of_rule("R6"),
};

template <>
inline constexpr TableHead table_head<Snooze>{"snooze", "[[snooze]]", "snooze", "snoozes",
                                              "not now: puts off follow-up and thanks"};
template <>
inline constexpr auto fields<Snooze> = std::tuple{
    common::customer<Snooze>,
    common::on<Snooze>,
    field("until", &Snooze::until, takes::Date{}, "the day they are back on the agenda")
        .needed("2026-12-01")
        .of_rule("R13"),
    field("because", &Snooze::because, takes::Text{}, "why; it is shown until then")
        .needed("\"on holiday until then\"")
        .of_rule("R13"),
    common::by<Snooze>,
    field("all", &Snooze::all, takes::Truth{false}, "true: occasions and things to prepare too")
        .of_rule("R13"),
};

template <>
inline constexpr TableHead table_head<Ready>{"ready", "[[ready]]", "ready mark", "ready marks",
                                             "the card or gift for an event is prepared"};
template <>
inline constexpr auto fields<Ready> = std::tuple{
    common::customer<Ready>,
    field("what", &Ready::what, takes::Event{}, "the `what` of the event")
        .needed("\"Opening day\"")
        .of_rule("R3"),
    common::on<Ready>,
    common::by<Ready>,
};

namespace common {

template <class Record>
inline constexpr auto learned_on = field("on", &Record::on, takes::When{},
                                         "the day on which it was learned")
                                       .such_as("2026-11-23")
                                       .otherwise("nobody knows; it counts all the same");

}  // namespace common

template <>
inline constexpr TableHead table_head<LearnedContact>{
    "contact", "[[contact]]", "contact", "contacts",
    "a person at a customer, learned later; counts as if it stood in [[customer.contact]]"};
template <>
inline constexpr auto fields<LearnedContact> =
    std::tuple_cat(std::tuple{common::customer<LearnedContact>, common::learned_on<LearnedContact>,
                              common::by<LearnedContact>},
                   fields<Contact>);

template <>
inline constexpr TableHead table_head<LearnedEvent>{
    "event", "[[event]]", "event", "events",
    "a special day, learned later; counts as if it stood in [[customer.event]]"};
template <>
inline constexpr auto fields<LearnedEvent> =
    std::tuple_cat(std::tuple{common::customer<LearnedEvent>, common::learned_on<LearnedEvent>,
                              common::by<LearnedEvent>},
                   fields<Event>);

/// The row of another table, as a fact has it.
template <class Source, std::size_t place, class Member>
constexpr auto as_in(Member Fact::*member) {
  auto row = std::get<place>(fields<Source>);
  return Field<Fact, Member, decltype(row.takes)>{row.name,    member, row.takes, row.about,
                                                  row.example, {},     row.rule,  false};
}
template <class Source>
consteval std::size_t place_of(const char* name) {
  return FieldPlace<Source>{name}.place;
}

template <>
inline constexpr TableHead table_head<Fact>{
    "fact", "[[fact]]", "fact", "facts",
    "what is true from a day on, of a customer or, with `contact`, of one of their contacts"};
template <>
inline constexpr auto fields<Fact> = std::tuple{
    common::customer<Fact>,
    field("contact", &Fact::contact, takes::Contact{},
          "of whom: the name of one of the customer's contacts")
        .such_as("\"Maria Alvarez\"")
        .otherwise("the customer"),
    field("on", &Fact::on, takes::When{}, "the day from which on it holds; it may lie ahead")
        .such_as("2027-01-01")
        .otherwise("it holds from the beginning"),
    common::by<Fact>,
    as_in<Customer, place_of<Customer>("name")>(&Fact::name),
    as_in<Customer, place_of<Customer>("call_me")>(&Fact::call_me),
    as_in<Customer, place_of<Customer>("sounds_like")>(&Fact::sounds_like),
    as_in<Contact, place_of<Contact>("role")>(&Fact::role),
    as_in<Customer, place_of<Customer>("company")>(&Fact::company),
    as_in<Customer, place_of<Customer>("phone")>(&Fact::phone),
    as_in<Customer, place_of<Customer>("email")>(&Fact::email),
    as_in<Customer, place_of<Customer>("address")>(&Fact::address),
    field("tags", &Fact::tags, takes::WholeList{}, "all of their tags; [] for none")
        .such_as("[\"west\"]"),
    as_in<Customer, place_of<Customer>("owner")>(&Fact::owner),
    as_in<Customer, place_of<Customer>("tier")>(&Fact::tier),
    as_in<Customer, place_of<Customer>("every")>(&Fact::every),
    as_in<Customer, place_of<Customer>("at_most")>(&Fact::at_most),
    field("because", &Fact::because, takes::Text{},
          "why nobody is in touch, or why they are customers no more")
        .of_rule("R10"),
    as_in<Customer, place_of<Customer>("since")>(&Fact::since),
    as_in<Customer, place_of<Customer>("birthday")>(&Fact::birthday),
    as_in<Customer, place_of<Customer>("leap_day")>(&Fact::leap_day),
    field("mood", &Fact::mood, takes::Word<Mood>{Mood::strained},
          "how they feel, before any touch of that day says otherwise")
        .of_rule("R5"),
    as_in<Customer, place_of<Customer>("status")>(&Fact::status),
    field("died", &Fact::died, takes::Date{}, "beside status = \"former\": the day they died")
        .such_as("2026-11-20"),
    as_in<Contact, place_of<Contact>("left")>(&Fact::left),
    field("likes", &Fact::likes, takes::Texts{}, "what else pleases them: added to what is there")
        .such_as("[\"orchids\"]")
        .of_rule("R9"),
    field("notes", &Fact::notes, takes::Text{}, "anything else: added to what is there"),
};

template <class... Record>
Kinds<Book, Policy, Staff, Plan, Message, Customer, Record...> tables_of(Kinds<Record...> records);
/// What each top-level table of a book holds.
using BookTables = decltype(tables_of(RecordKinds{}));

}  // namespace care
