#include "books.hpp"

// Books with many of what people get wrong.

namespace care::test {
namespace {

Files records(std::size_t n, std::string_view text) {
  return book_of({.records = repeated(n, text)});
}

Files inside(std::string_view before, const std::string& repeated, std::string_view after = "") {
  return book_of({.records = std::string{before} + repeated + std::string{after}});
}

constexpr Maker makers[] = {
    {"records of unknown customers",
     [](std::size_t n) {
       return records(n,
                      "\n[[customer]]\nid = 'mill-{}'\nname = 'Mill'\n\n[[touch]]\n"
                      "customer = 'miller-{}'\non = 2026-11-01\n");
     }},
    {"records of one unknown customer",
     [](std::size_t n) {
       return records(n,
                      "\n[[customer]]\nid = 'mill-{}'\nname = 'Mill'\n\n[[touch]]\n"
                      "customer = 'miller'\non = 2026-11-01\n");
     }},
    {"requests of unknown customers",
     [](std::size_t n) {
       return records(n, "\n[[request]]\ncustomer = 'miller-{}'\nasked = 2026-11-01\nwhat = 'x'\n");
     }},
    {"unknown contacts",
     [](std::size_t n) {
       return book_of({.people = repeated(n, "\n[[customer.contact]]\nname = 'Ann {}'\n"),
                       .records = repeated(n,
                                           "\n[[touch]]\ncustomer = 'c0'\non = 2026-11-01\n"
                                           "contact = 'Anna {}'\n")});
     }},
    {"unknown events",
     [](std::size_t n) {
       return book_of(
           {.people = repeated(n, "\n[[customer.event]]\nwhat = 'day {}'\ndate = '11-24'\n"),
            .records = repeated(n,
                                "\n[[touch]]\ncustomer = 'c0'\non = 2026-11-01\n"
                                "greeted = 'days {}'\n\n[[ready]]\ncustomer = 'c0'\n"
                                "on = 2026-11-01\nwhat = 'days {}'\n")});
     }},
    {"unknown tiers",
     [](std::size_t n) {
       return book_of(
           {.policy = "\n[policy]\ntiers = { A = '2w'" + repeated(n, ", T{} = '1m'") +
                      " }\n\n[[staff]]\nid = 'nick'\nname = 'Nick'\nemail = 'x@example.com'\n",
            .records = repeated(n,
                                "\n[[customer]]\nid = 'm{}'\nname = 'Mill'\n"
                                "tier = 'Tx{}'\n")});
     }},
    {"unknown staff",
     [](std::size_t n) {
       return records(
           n,
           "\n[[staff]]\nid = 's{}'\nname = 'Sam'\nemail = 'x@example.com'\nbackup = 'sam{}'\n"
           "\n[[customer]]\nid = 'm{}'\nname = 'Mill'\nowner = 'sx{}'\n");
     }},
    {"unknown referrers",
     [](std::size_t n) {
       return records(n, "\n[[customer]]\nid = 'm{}'\nname = 'Mill'\nreferred_by = 'mx{}'\n");
     }},
    {"unknown requests",
     [](std::size_t n) {
       return records(n,
                      "\n[[request]]\ncustomer = 'c0'\nid = 'a{}'\nwhat = 'x'\n"
                      "asked = 2026-11-01\n\n[[touch]]\ncustomer = 'c0'\non = 2026-11-01\n"
                      "request = 'ax{}'\n");
     }},
    {"unknown promises",
     [](std::size_t n) {
       return records(n,
                      "\n[[promise]]\ncustomer = 'c0'\nid = 'a{}'\nwhat = 'x'\n"
                      "due = 2026-12-01\nreplaces = 'ay{}'\n\n[[touch]]\ncustomer = 'c0'\n"
                      "on = 2026-11-01\npromise = 'ax{}'\n");
     }},
    {"requests of somebody else",
     [](std::size_t n) {
       return records(n,
                      "\n[[customer]]\nid = 'm{}'\nname = 'Mill'\n\n[[touch]]\n"
                      "customer = 'm{}'\non = 2026-11-01\nrequest = 'r0'\n");
     }},
    {"references to a shared id",
     [](std::size_t n) {
       return records(n,
                      "\n[[request]]\ncustomer = 'c0'\nwhat = 'x'\nasked = 2026-11-01\n"
                      "\n[[touch]]\ncustomer = 'c0'\non = 2026-11-01\n"
                      "request = 'c0-2026-11-01'\n");
     }},
    {"promises in a circle",
     [](std::size_t n) {
       return records(n,
                      "\n[[promise]]\ncustomer = 'c0'\nid = 'a{}'\nwhat = 'x'\n"
                      "due = 2026-12-01\nreplaces = 'a{-}'\n\n[[promise]]\ncustomer = 'c0'\n"
                      "id = 'b{}'\nwhat = 'x'\ndue = 2026-12-01\nreplaces = 'b{}'\n");
     }},
    {"doubled customers",
     [](std::size_t n) { return records(n, "\n[[customer]]\nid = 'm'\nname = 'Mill'\n"); }},
    {"doubled requests",
     [](std::size_t n) {
       return records(n,
                      "\n[[request]]\ncustomer = 'c0'\nid = 'a'\nwhat = 'x'\n"
                      "asked = 2026-11-01\n");
     }},
    {"doubled keys",
     [](std::size_t n) {
       return inside("\n[[customer]]\nid = 'm'\n", repeated(n, "name = 'Mill'\n"));
     }},
    {"doubled policies", [](std::size_t n) { return records(n, "\n[policy]\nevery = '1m'\n"); }},
    {"unknown keys of one",
     [](std::size_t n) {
       return inside("\n[[customer]]\nid = 'm'\nname = 'Mill'\n", repeated(4 * n, "nam{} = 1\n"));
     }},
    {"unknown keys",
     [](std::size_t n) {
       return records(n, "\n[[customer]]\nid = 'm{}'\nname = 'Mill'\nnmae = 1\nnotse = 'x'\n");
     }},
    {"unknown tables",
     [](std::size_t n) {
       return records(n, "\n[[customers]]\nid = 'm{}'\n\n[tuoch]\non = 2026-11-01\n");
     }},
    {"unknown sub-tables",
     [](std::size_t n) {
       return book_of({.people = repeated(n, "\n[[customer.contcat]]\nname = 'Ann'\n")});
     }},
    {"wrong values",
     [](std::size_t n) {
       return records(n,
                      "\n[[customer]]\nid = 'm{}'\nname = 7\nevery = 'soon'\nbirthday = 'x'\n"
                      "mood = 'contnet'\nstatus = 'formr'\nsince = '2026'\ntags = 7\n");
     }},
    {"customers without a name",
     [](std::size_t n) { return records(n, "\n[[customer]]\nid = 'm{}'\n"); }},
    {"customers without an id",
     [](std::size_t n) { return records(n, "\n[[customer]]\nname = 'Mill {}'\n"); }},
    {"records without a day",
     [](std::size_t n) {
       return records(n,
                      "\n[[touch]]\ncustomer = 'c0'\n\n[[request]]\ncustomer = 'c0'\n"
                      "what = 'x'\n\n[[promise]]\ncustomer = 'c0'\nwhat = 'x'\n");
     }},
    {"records of the future",
     [](std::size_t n) {
       return records(n,
                      "\n[[touch]]\ncustomer = 'c0'\non = 2027-11-01\n\n[[request]]\n"
                      "customer = 'c0'\nwhat = 'x'\nasked = 2027-11-01\n");
     }},
    {"lost customers",
     [](std::size_t n) {
       return records(n,
                      "\n[[customer]]\nid = 'm{}'\nname = Mill\n\n[[touch]]\n"
                      "customer = 'm{}'\non = 2026-11-01\n");
     }},
    {"lost records",
     [](std::size_t n) {
       return records(n,
                      "\n[[touch]]\ncustomer = 'c0'\non = 2026-02-30\n\n[[request]]\n"
                      "customer = 'c0'\nid = 'a{}\nwhat = 'x'\nasked = 2026-11-01\n");
     }},
    {"lost contacts",
     [](std::size_t n) {
       return book_of({.people = repeated(n, "\n[[customer.contact]]\nname = Ann\n")});
     }},
    {"conflict markers",
     [](std::size_t n) {
       return records(n,
                      "<<<<<<< ours\n[[customer]]\nid = 'm{}'\nname = 'Mill'\n=======\n"
                      "[[customer]]\nid = 'm{}'\nname = 'Mull'\n>>>>>>> theirs\n");
     }},
    {"unclosed strings",
     [](std::size_t n) {
       return records(n, "\n[[customer]]\nid = 'm{}'\nnotes = \"\"\"\nfar \"out\n");
     }},
    {"unclosed lists",
     [](std::size_t n) { return records(n, "\n[[customer]]\nid = 'm{}'\ntags = [ 'x',\n"); }},
    {"unclosed headers", [](std::size_t n) { return records(n, "\n[[customer\nid = 'm{}'\n"); }},
    {"lines of nonsense", [](std::size_t n) { return records(n, "call Ann, she said 'x' {}\n"); }},
    {"nonsense in one table",
     [](std::size_t n) {
       return inside("\n[[customer]]\nid = 'm'\nname = 'Mill'\n", repeated(n, "call Ann {}\n"));
     }},
    {"open brackets",
     [](std::size_t n) {
       return inside("\n[[customer]]\nid = 'm'\nname = 'Mill'\ntags = ", times(n, "["),
                     "\n[[customer]]\nid = 'k'\n");
     }},
    {"nested lists",
     [](std::size_t n) {
       return inside("\n[[customer]]\nid = 'm'\nname = 'Mill'\ntags = [", times(n, "[[[[[[]]]]]],"),
                     "]\n");
     }},
    {"dotted keys",
     [](std::size_t n) {
       return inside("\n[[customer]]\nid = 'm'\nname = 'Mill'\nextra", times(n, ".a"), " = 1\n");
     }},
    {"dotted headers",
     [](std::size_t n) { return inside("\n[customer", times(n, ".a"), "]\nid = 'm'\n"); }},
    {"bytes that are not UTF-8",
     [](std::size_t n) { return records(n, "\n[[customer]]\nid = 'm{}'\nname = 'Mill \xff'\n"); }},
    {"bad lines", [](std::size_t n) { return inside("\n", times(n, "\xff\x01\n")); }},
};

}  // namespace

std::span<const Maker> makers_of_slips() { return makers; }

}  // namespace care::test
