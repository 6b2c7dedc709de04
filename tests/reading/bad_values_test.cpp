#include "reading/bad_books.hpp"
#include "reading/support.hpp"

#include <ostream>

#include <doctest/doctest.h>

using namespace care;
using namespace care::test;

namespace {

constexpr Bad bad_values[] = {
    {"a customer in single brackets", R"([customer]
id = "acme"
name = "Acme"
)",
     "wrong-type 1:1", "acme zen touches=1"},
    {"a policy in double brackets", R"([[policy]]
per_day = 3
)",
     "wrong-type 1:3", "zen touches=1"},
    {"a customer that is a text", R"(customer = "acme"
)",
     "wrong-type 1:12", "zen touches=1 unreadable=1"},
    {"customers that are texts", R"(customer = ["acme", { id = "b", name = "B" }]
)",
     "wrong-type 1:13", "b zen touches=1 unreadable=1"},
    {"a policy that is a text", R"(policy = "strict"
)",
     "wrong-type 1:10", "zen touches=1 unreadable=1"},
    {"an id with capitals", R"([[customer]]
id = "Acme Tower"
name = "Acme"
[[touch]]
customer = "Acme Tower"
on = 2026-11-01
)",
     "bad-value 2:6", "zen touches=1 unreadable=1"},
    {"an id that is a number", R"([[customer]]
id = 7
name = "Acme"
)",
     "wrong-type 2:6", "zen touches=1 unreadable=1"},
    {"a request with a bad asked", R"([[request]]
customer = "zen"
what = "a key"
asked = "yesterday"
)",
     "wrong-type 4:9", "zen touches=1 requests=1"},
    {"a date in quotes", R"([[customer]]
id = "acme"
name = "Acme"
since = "2021-03-01"
)",
     "wrong-type 4:9", "acme zen touches=1"},
    {"a moment where a date belongs", R"([[promise]]
customer = "zen"
what = "the report"
due = 2026-11-20
made = 2026-11-20T15:00
)",
     "bad-date 5:8", "zen touches=1 promises=1"},
    {"a date with a zone", R"([[touch]]
customer = "zen"
on = 2026-11-20T15:00:00Z
)",
     "bad-date 3:6", "zen touches=1"},
    {"a time without a day", R"([[touch]]
customer = "zen"
on = 15:00
)",
     "bad-date 3:6", "zen touches=1"},
    {"a number for a date", R"([[customer]]
id = "acme"
name = "Acme"
since = 2021
)",
     "wrong-type 4:9", "acme zen touches=1"},
    {"no day of the year", R"([[customer]]
id = "acme"
name = "Acme"
birthday = "02-30"
)",
     "bad-date 4:12", "acme zen touches=1"},
    {"an event once, without its year", R"([[customer]]
id = "acme"
name = "Acme"
[[customer.event]]
what = "Opening"
date = "06-12"
yearly = false
)",
     "bad-date 6:8", "acme zen touches=1"},
    {"no length of time", R"([[customer]]
id = "acme"
name = "Acme"
every = "soon"
)",
     "bad-duration 4:9", "acme zen touches=1"},
    {"a length without its unit", R"([[customer]]
id = "acme"
name = "Acme"
every = 14
)",
     "wrong-type 4:9", "acme zen touches=1"},
    {"hours where days belong", R"([policy]
every = "4h"
)",
     "bad-duration 2:9", "zen touches=1"},
    {"nothing where at least a day belongs", R"([policy]
retry = "0d"
)",
     "bad-duration 2:9", "zen touches=1"},
    {"no time to answer", R"([policy]
respond = "0h"
)",
     "bad-duration 2:11", "zen touches=1"},
    {"a heads-up of minutes", R"([policy]
heads_up = "30min"
)",
     "bad-duration 2:12", "zen touches=1"},
    {"never, where only a length of time will do", R"([policy]
first_contact = "never"
)",
     "bad-duration 2:17", "zen touches=1"},
    {"never without a reason", R"([[customer]]
id = "acme"
name = "Acme"
every = "never"
)",
     "", "acme zen touches=1"},
    {"a bad tier in the policy", R"([policy]
tiers = { A = "2w", B = "often" }
[[customer]]
id = "acme"
name = "Acme"
tier = "B"
)",
     "bad-duration 2:25", "acme zen touches=1"},
    {"tiers that are no table", R"([policy]
tiers = ["A", "B"]
)",
     "wrong-type 2:9", "zen touches=1"},
    {"a mood that is none", R"([[touch]]
customer = "zen"
on = 2026-11-01
mood = "angry"
)",
     "bad-value 4:8", "zen touches=2"},
    {"a mood that is a number", R"([[customer]]
id = "acme"
name = "Acme"
mood = 3
)",
     "wrong-type 4:8", "acme zen touches=1"},
    {"a status that is none", R"([[customer]]
id = "acme"
name = "Acme"
status = "inactive"
)",
     "bad-value 4:10", "acme zen touches=1"},
    {"a leap day that is none", R"([[customer]]
id = "acme"
name = "Acme"
leap_day = "03-02"
)",
     "bad-value 4:12", "acme zen touches=1"},
    {"a way that is none", R"([[touch]]
customer = "zen"
on = 2026-11-01
how = "pigeon"
)",
     "bad-value 4:7", "zen touches=2"},
    {"neither us nor them", R"([[touch]]
customer = "zen"
on = 2026-11-01
from = "me"
)",
     "bad-value 4:8", "zen touches=2"},
    {"reached as a text", R"([[touch]]
customer = "zen"
on = 2026-11-01
reached = "no"
)",
     "wrong-type 4:11", "zen touches=2"},
    {"urgent as a text", R"([[request]]
customer = "zen"
asked = 2026-11-01
what = "a key"
urgent = "no"
)",
     "wrong-type 5:10", "zen touches=1 requests=1"},
    {"an amount as a text", R"([[purchase]]
customer = "zen"
on = 2026-11-01
what = "sensors"
amount = "12.50"
)",
     "wrong-type 5:10", "zen purchases=1 touches=1"},
    {"an amount without end", R"([[purchase]]
customer = "zen"
on = 2026-11-01
what = "sensors"
amount = inf
)",
     "bad-value 5:10", "zen purchases=1 touches=1"},
    {"fewer than none a day", R"([policy]
per_day = -1
)",
     "bad-value 2:11", "zen touches=1"},
    {"half a customer a day", R"([[staff]]
id = "nick"
name = "Nick"
per_day = 2.5
)",
     "wrong-type 4:11", "zen staff=1 touches=1"},
    {"one tag without a list", R"([[customer]]
id = "acme"
name = "Acme"
tags = "west"
)",
     "wrong-type 4:8", "acme zen touches=1"},
    {"a number among the tags", R"([[customer]]
id = "acme"
name = "Acme"
tags = ["west", 3, "north"]
)",
     "wrong-type 4:17", "acme zen touches=1"},
    {"a text where a list of windows belongs", R"([policy]
hours = "09:00-17:00"
)",
     "wrong-type 2:9", "zen touches=1"},
    {"a window that ends when it begins", R"([policy]
hours = ["09:00-09:00"]
)",
     "bad-hours 2:10", "zen touches=1"},
    {"windows that overlap", R"([policy]
hours = ["09:00-12:00", "11:00-17:00"]
)",
     "bad-hours 2:9", "zen touches=1"},
    {"hours of a day that is none", R"([policy]
hours = { mon = ["09:00-12:00"], someday = ["09:00-12:00"] }
)",
     "bad-hours 2:34", "zen touches=1"},
    {"hours of a day twice", R"([policy]
hours = { mon = ["09:00-12:00"], monday = ["09:00-12:00"] }
)",
     "bad-hours 2:34", "zen touches=1"},
    {"no hours at all", R"([policy]
hours = []
)",
     "no-working-hours 2:9", "zen touches=1"},
    {"no days at all", R"([policy]
hours = {}
)",
     "no-working-day 2:9", "zen touches=1"},
    {"no workdays at all", R"([policy]
workdays = []
)",
     "no-working-day 2:12", "zen touches=1"},
    {"a workday that is none", R"([policy]
workdays = ["mon", "someday"]
)",
     "bad-value 2:20", "zen touches=1"},
    {"workdays that contradict the hours", R"([policy]
workdays = ["mon", "tue"]
hours = { mon = ["09:00-12:00"] }
)",
     "bad-hours 2:12", "zen touches=1"},
    {"a holiday that is none", R"([policy]
holidays = ["12-25", "6th thu nov", "easter"]
)",
     "bad-date 2:22", "zen touches=1"},
    {"a holiday in quotes", R"([policy]
holidays = ["2026-12-25"]
)",
     "bad-date 2:13", "zen touches=1"},
    {"holidays backwards", R"([policy]
holidays = [{ from = 2026-12-31, to = 2026-12-24 }]
)",
     "bad-date 2:13", "zen touches=1"},
    {"holidays that are one text", R"([policy]
holidays = "12-25"
)",
     "wrong-type 2:12", "zen touches=1"},
    {"holidays without end", R"([policy]
holidays = [{ from = 2026-01-01, to = 2028-01-01 }]
)",
     "no-working-day 2:12", "zen touches=1"},
    {"away backwards", R"([[staff]]
id = "nick"
name = "Nick"
away = [{ from = 2026-12-31, to = 2026-12-24 }]
)",
     "bad-date 4:9", "zen staff=1 touches=1"},
    {"away without a list", R"([[staff]]
id = "nick"
name = "Nick"
away = { from = 2026-12-24, to = 2026-12-31 }
)",
     "wrong-type 4:8", "zen staff=1 touches=1"},
    {"referred by itself", R"([[customer]]
id = "acme"
name = "Acme"
referred_by = "acme"
)",
     "bad-value 4:15", "acme zen touches=1"},
    {"an outcome that is none", R"([[request]]
customer = "zen"
asked = 2026-11-01
what = "a key"
closed = 2026-11-02
outcome = "dnoe"
)",
     "bad-value 6:11", "zen touches=1 requests=1"},
    {"extra that is no table", R"([[customer]]
id = "acme"
name = "Acme"
extra = "coffee"
)",
     "wrong-type 4:9", "acme zen touches=1"},
    {"a contact in single brackets", R"([[customer]]
id = "acme"
name = "Acme"
[customer.contact]
name = "Maria"
)",
     "wrong-type 4:1", "acme zen touches=1"},
    {"a contact that is a text", R"([[customer]]
id = "acme"
name = "Acme"
contact = "Maria"
)",
     "wrong-type 4:11", "acme zen touches=1"},
};

}  // namespace

TEST_CASE("values that a key does not take") { check_each(bad_values); }
