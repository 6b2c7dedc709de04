#include "books.hpp"

// Books that are sound, with many of what a customer, the staff or the policy is made of.

namespace care::test {
namespace {

std::string list_of(std::size_t n, std::string_view value) {
  return "[" + repeated(n, value) + "]\n";
}

Files with_policy(const std::string& keys, const std::string& records = "") {
  return book_of({.policy = "\n[policy]\n" + keys +
                            "\n[[staff]]\nid = 'nick'\nname = 'Nick'\nemail = 'nick@example.com'\n",
                  .records = records});
}

const std::string tiers_ab = "tiers = { A = '2w' }\n";

constexpr Maker makers[] = {
    {"tags of one",
     [](std::size_t n) { return book_of({.customer = "tags = " + list_of(4 * n, "'t{}', ")}); }},
    {"tags",
     [](std::size_t n) {
       return book_of(
           {.records = repeated(n, "\n[[customer]]\nid = 'm{}'\nname = 'Mill'\ntags = ['t{}']\n")});
     }},
    {"likes",
     [](std::size_t n) {
       return book_of({.customer = "likes = " + list_of(4 * n, "'tea {}', ")});
     }},
    {"telephones",
     [](std::size_t n) {
       return book_of({.customer = "email = " + list_of(4 * n, "'m{}@example.com', ")});
     }},
    {"values",
     [](std::size_t n) {
       return book_of({.book = "value = " + list_of(4 * n, "'fast {}', "),
                       .customer = "value = " + list_of(4 * n, "'near {}', ")});
     }},
    {"extra keys",
     [](std::size_t n) {
       return book_of({.people = "\n[customer.extra]\n" + repeated(4 * n, "key{} = {}\n")});
     }},
    {"extra tables",
     [](std::size_t n) {
       return book_of({.people = repeated(n, "\n[customer.extra.key{}]\nx = 1\ny.z = '2'\n")});
     }},
    {"extra lists",
     [](std::size_t n) {
       return book_of({.people = "\n[customer.extra]\nx = " + list_of(n, "{}, ")});
     }},
    {"tiers",
     [](std::size_t n) {
       return with_policy("tiers = { A = '2w'" + repeated(n, ", T{} = '1m'") + " }\n",
                          repeated(n, "\n[[customer]]\nid = 'm{}'\nname = 'Mill'\ntier = 'T{}'\n"));
     }},
    {"holidays",
     [](std::size_t n) {
       return with_policy(tiers_ab + "holidays = " + list_of(n, "'{day}', ") +
                          "workdays = ['mon']\n");
     }},
    {"holidays of one date",
     [](std::size_t n) {
       return with_policy(tiers_ab + "holidays = [" + repeated(n, "{date}, ") +
                          "{ from = 2026-12-24, to = 2027-01-10 }, '4th thu nov', 'easter-2']\n");
     }},
    {"holidays as spans",
     [](std::size_t n) {
       return with_policy(tiers_ab +
                          "holidays = " + list_of(n, "{ from = {date}, to = {date} }, "));
     }},
    {"days with their own hours",
     [](std::size_t n) {
       return with_policy(tiers_ab + "[policy.days]\n" + repeated(n, "{date} = ['09:00-12:00']\n"));
     }},
    {"staff",
     [](std::size_t n) {
       return book_of({.records = repeated(n,
                                           "\n[[staff]]\nid = 's{}'\nname = 'Sam'\n"
                                           "email = 's{}@example.com'\n\n[[customer]]\nid = 'm{}'\n"
                                           "name = 'Mill'\nowner = 's{}'\n")});
     }},
    {"staff who stand in for one another",
     [](std::size_t n) {
       return book_of(
           {.records = repeated(
                n,
                "\n[[staff]]\nid = 's{}'\nname = 'Sam'\nemail = 'x@example.com'\nbackup = 's{-}'\n"
                "away = [{ from = 2026-11-01, to = 2026-12-31 }]\n"
                "\n[[customer]]\nid = 'm{}'\nname = 'Mill'\nowner = 's{}'\n")});
     }},
    {"spans away",
     [](std::size_t n) {
       return book_of(
           {.policy = "\n[policy]\n" + tiers_ab +
                      "\n[[staff]]\nid = 'nick'\nname = 'Nick'\nemail = 'x@example.com'\naway = " +
                      list_of(n, "{ from = {date}, to = {date} }, "),
            .records = repeated(n, "\n[[customer]]\nid = 'm{}'\nname = 'Mill'\n")});
     }},
};

}  // namespace

std::span<const Maker> makers_of_policies() { return makers; }

}  // namespace care::test
