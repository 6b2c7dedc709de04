#include "books.hpp"

// Books that are sound, with many of each kind of record.

namespace care::test {
namespace {

std::string customers(std::size_t n, std::string_view keys = "") {
  return repeated(n, "\n[[customer]]\nid = \"m{}\"\nname = \"Mill {}\"\n" + std::string{keys});
}

Files of_c0(std::size_t n, std::string_view records) {
  return book_of({.records = repeated(n, records)});
}

Files of_each(std::size_t n, std::string_view records) {
  return book_of({.records = customers(n) + repeated(n, records)});
}

Files people(std::size_t n, std::string_view tables, std::string_view records = "") {
  return book_of({.people = repeated(n, tables), .records = repeated(n, records)});
}

constexpr Maker makers[] = {
    {"customers",
     [](std::size_t n) {
       return book_of({.records = customers(n, "birthday = 1980-{day}\nsince = 2020-{day}\n")});
     }},
    {"customers due today",
     [](std::size_t n) {
       return book_of({.records = customers(n,
                                            "birthday = 1980-11-23\nemail = 'm{}@example.com'\n"
                                            "phone = ['+1 602 {}', '+1 603 {}']\n")});
     }},
    {"customers of one name",
     [](std::size_t n) {
       return book_of({.records = repeated(n, "\n[[customer]]\nid = 'm{}'\nname = 'Harbor'\n")});
     }},
    {"former customers",
     [](std::size_t n) { return book_of({.records = customers(n, "status = 'former'\n")}); }},
    {"customers not to contact",
     [](std::size_t n) {
       return book_of({.records = customers(n, "status = 'do-not-contact'\nbirthday = '11-24'\n")});
     }},
    {"customers that are strained",
     [](std::size_t n) { return book_of({.records = customers(n, "mood = 'strained'\n")}); }},
    {"contacts",
     [](std::size_t n) {
       return people(n, "\n[[customer.contact]]\nname = 'Ann {}'\nbirthday = '{month}'\n");
     }},
    {"contacts with their birthday",
     [](std::size_t n) {
       return people(n, "\n[[customer.contact]]\nname = 'Ann {}'\nbirthday = '11-23'\n",
                     "\n[[touch]]\ncustomer = 'c0'\non = 2026-11-22\ncontact = 'Ann {}'\n"
                     "greeted = 'birthday'\n");
     }},
    {"contacts of one name",
     [](std::size_t n) {
       return people(n, "\n[[customer.contact]]\nname = 'Ann'\nbirthday = '11-24'\n");
     }},
    {"contacts who left",
     [](std::size_t n) {
       return people(n,
                     "\n[[customer.contact]]\nname = 'Ann {}'\nbirthday = '11-24'\n"
                     "left = 2026-01-01\n");
     }},
    {"events",
     [](std::size_t n) {
       return people(n,
                     "\n[[customer.event]]\nwhat = 'day {}'\ndate = '{month}'\nprepare = '3wd'\n");
     }},
    {"events of one day",
     [](std::size_t n) {
       return people(n, "\n[[customer.event]]\nwhat = 'day {}'\ndate = '11-24'\nprepare = '3wd'\n");
     }},
    {"events of one name",
     [](std::size_t n) {
       return people(n, "\n[[customer.event]]\nwhat = 'day'\ndate = '11-24'\nprepare = '3wd'\n");
     }},
    {"events of once",
     [](std::size_t n) {
       return people(n,
                     "\n[[customer.event]]\nwhat = 'day {}'\ndate = 2026-{month}\nyearly = false\n"
                     "belated = '1y'\nheads_up = '1y'\n");
     }},
    {"events that were prepared",
     [](std::size_t n) {
       return people(n, "\n[[customer.event]]\nwhat = 'day {}'\ndate = '11-24'\nprepare = '3wd'\n",
                     "\n[[ready]]\ncustomer = 'c0'\nwhat = 'day {}'\non = 2026-11-20\n");
     }},
    {"events that were greeted",
     [](std::size_t n) {
       return people(n, "\n[[customer.event]]\nwhat = 'day {}'\ndate = '11-24'\nprepare = '3wd'\n",
                     "\n[[touch]]\ncustomer = 'c0'\ngreeted = 'day {}'\non = 2026-11-20\n");
     }},
    {"readies of one event",
     [](std::size_t n) {
       return of_c0(n, "\n[[ready]]\ncustomer = 'c0'\nwhat = 'opening'\non = 2025-{day}\n");
     }},
    {"touches",
     [](std::size_t n) {
       return of_c0(n,
                    "\n[[touch]]\ncustomer = 'c0'\non = 2025-{day}\nhow = 'call'\n"
                    "said = 'talked'\nheard = 'good {}'\nmood = 'content'\nby = 'nick'\n");
     }},
    {"touches of one day",
     [](std::size_t n) {
       return of_c0(n,
                    "\n[[touch]]\ncustomer = 'c0'\non = 2026-11-23T08:00\nsaid = 'talked'\n"
                    "thanked = 'it'\nwow = 'a card'\n");
     }},
    {"touches of many",
     [](std::size_t n) {
       return of_each(n, "\n[[touch]]\ncustomer = 'm{}'\non = 2026-{day}\nsaid = 'talked'\n");
     }},
    {"attempts",
     [](std::size_t n) {
       return of_c0(n, "\n[[touch]]\ncustomer = 'c0'\non = 2026-11-20\nreached = false\n");
     }},
    {"thanks due",
     [](std::size_t n) {
       return of_each(n, "\n[[purchase]]\ncustomer = 'm{}'\non = 2026-11-20\nwhat = 'a door'\n");
     }},
    {"purchases",
     [](std::size_t n) {
       return of_c0(n,
                    "\n[[purchase]]\ncustomer = 'c0'\non = 2026-11-20\nwhat = 'door {}'\n"
                    "amount = 10.5\ncurrency = 'EUR'\n");
     }},
    {"referrals",
     [](std::size_t n) {
       return book_of({.records = customers(n, "referred_by = 'c0'\nsince = 2026-11-20\n")});
     }},
    {"referrals in a row",
     [](std::size_t n) {
       return book_of({.records = customers(n, "referred_by = 'm{-}'\nsince = 2026-11-20\n")});
     }},
    {"requests",
     [](std::size_t n) {
       return of_c0(n,
                    "\n[[request]]\ncustomer = 'c0'\nid = 'a{}'\nwhat = 'a door'\n"
                    "asked = 2026-11-20\n");
     }},
    {"requests without an id",
     [](std::size_t n) {
       return of_c0(n, "\n[[request]]\ncustomer = 'c0'\nwhat = 'a door'\nasked = 2026-11-20\n");
     }},
    {"requests that were answered",
     [](std::size_t n) {
       return of_c0(n,
                    "\n[[request]]\ncustomer = 'c0'\nid = 'a{}'\nwhat = 'a door'\n"
                    "asked = 2026-11-20\n\n[[touch]]\ncustomer = 'c0'\nrequest = 'a{}'\n"
                    "outcome = 'done'\non = 2026-11-21\n");
     }},
    {"offers of one request",
     [](std::size_t n) {
       return of_c0(n,
                    "\n[[touch]]\ncustomer = 'c0'\nrequest = 'r0'\noutcome = 'alternative'\n"
                    "offered = 'a gate'\nanswer = 'refused'\non = 2026-11-21\n");
     }},
    {"emergencies",
     [](std::size_t n) {
       return of_each(n,
                      "\n[[request]]\ncustomer = 'm{}'\nwhat = 'stuck'\nurgent = true\n"
                      "asked = 2026-11-23T08:00\n");
     }},
    {"promises",
     [](std::size_t n) {
       return of_c0(n,
                    "\n[[promise]]\ncustomer = 'c0'\nid = 'a{}'\nwhat = 'a door'\n"
                    "due = 2026-11-20\n");
     }},
    {"promises without an id",
     [](std::size_t n) {
       return of_c0(n, "\n[[promise]]\ncustomer = 'c0'\nwhat = 'a door'\ndue = 2026-11-20\n");
     }},
    {"promises that were kept",
     [](std::size_t n) {
       return of_c0(n,
                    "\n[[promise]]\ncustomer = 'c0'\nid = 'a{}'\nwhat = 'a door'\n"
                    "due = 2026-11-20\n\n[[touch]]\ncustomer = 'c0'\npromise = 'a{}'\n"
                    "on = 2026-11-19\n");
     }},
    {"promises that replace one another",
     [](std::size_t n) {
       return of_c0(n,
                    "\n[[promise]]\ncustomer = 'c0'\nid = 'a{}'\nwhat = 'a door'\n"
                    "due = 2026-11-20\nreplaces = 'a{-}'\n");
     }},
    {"promises that replace one",
     [](std::size_t n) {
       return of_c0(n,
                    "\n[[promise]]\ncustomer = 'c0'\nid = 'a{}'\nwhat = 'a door'\n"
                    "due = 2026-11-20\nreplaces = 'p0'\n");
     }},
    {"plans",
     [](std::size_t n) {
       return of_c0(n,
                    "\n[[plan]]\nname = 'plan {}'\nstarts = 'purchase'\nfrom = 2020-01-01\n"
                    "steps = [{ after = '1wd', what = 'call {}' }]\n\n"
                    "[[touch]]\ncustomer = 'c0'\non = 2026-11-20\nplan = 'plan {}'\n");
     }},
    {"courses of one plan",
     [](std::size_t n) {
       return of_c0(n,
                    "\n[[purchase]]\ncustomer = 'c0'\non = 2025-{day}\nwhat = 'a door'\n\n"
                    "[[touch]]\ncustomer = 'c0'\non = 2025-{day}\nplan = 'after'\n");
     }},
    {"plans of their own",
     [](std::size_t n) {
       return people(n,
                     "\n[[customer.plan]]\nwhat = 'service {}'\nfrom = 2026-{month}\n"
                     "every = '6m'\n",
                     "\n[[touch]]\ncustomer = 'c0'\non = 2026-11-20\nplan = 'service {}'\n");
     }},
    {"messages",
     [](std::size_t n) {
       return of_c0(n,
                    "\n[[message]]\nname = 'letter {}'\nfor = 'follow_up'\n"
                    "text = 'Dear {call_me}, {heard}'\n");
     }},
    {"snoozes",
     [](std::size_t n) {
       return of_c0(n,
                    "\n[[snooze]]\ncustomer = 'c0'\non = 2026-11-20\nuntil = 2026-12-01\n"
                    "because = 'away'\n");
     }},
    {"snoozes of many",
     [](std::size_t n) {
       return of_each(n,
                      "\n[[snooze]]\ncustomer = 'm{}'\non = 2026-11-20\nuntil = 2026-12-01\n"
                      "because = 'away'\n");
     }},
    {"facts",
     [](std::size_t n) {
       return of_c0(n,
                    "\n[[fact]]\ncustomer = 'c0'\non = 2026-11-20\nphone = '{}'\n"
                    "likes = ['tea']\nnotes = 'a note'\n");
     }},
    {"facts on many days",
     [](std::size_t n) {
       return of_c0(n,
                    "\n[[fact]]\ncustomer = 'c0'\non = 2025-{day}\nphone = '{}'\n"
                    "likes = ['tea {}']\nnotes = 'note {}'\n");
     }},
    {"facts on many days of one with many events",
     [](std::size_t n) {
       return people(n, "\n[[customer.event]]\nwhat = 'gala {}'\ndate = '06-12'\n",
                     "\n[[fact]]\ncustomer = 'c0'\non = 2025-{day}\nphone = '{}'\n");
     }},
    {"facts about many contacts on many days",
     [](std::size_t n) {
       return people(n, "\n[[customer.contact]]\nname = 'Bo {}'\n",
                     "\n[[fact]]\ncustomer = 'c0'\ncontact = 'Bo {}'\non = 2025-{day}\n"
                     "phone = '{}'\n");
     }},
    {"facts of many",
     [](std::size_t n) {
       return of_each(n,
                      "\n[[fact]]\ncustomer = 'm{}'\non = 2026-11-20\nphone = '1'\n"
                      "mood = 'content'\n");
     }},
    {"contacts and events that were learned",
     [](std::size_t n) {
       return of_c0(n,
                    "\n[[contact]]\ncustomer = 'c0'\nname = 'Bo {}'\n\n[[event]]\n"
                    "customer = 'c0'\nwhat = 'gala {}'\ndate = '06-12'\n");
     }},
    {"files",
     [](std::size_t n) {
       Files files = book_of({});
       for (std::size_t number = 0; number < n; ++number) {
         const std::string name = std::to_string(number);
         files.emplace_back("f" + name + ".toml",
                            "[[customer]]\nid = 'm" + name + "'\nname = 'Mill " + name + "'\n");
       }
       return files;
     }},
};

}  // namespace

std::span<const Maker> makers_of_records() { return makers; }

}  // namespace care::test
