#include "reading/bad_books.hpp"
#include "reading/support.hpp"

#include <ostream>

#include <doctest/doctest.h>

using namespace care;
using namespace care::test;

namespace {

constexpr Bad bad_tables[] = {
    {"an unknown table", R"([[recipe]]
id = "soup"
)",
     "unknown-table 1:3", "zen touches=1"},
    {"a table of which there is nearly one", R"([[custmer]]
id = "acme"
name = "Acme"
[[touch]]
customer = "acme"
on = 2026-11-01
)",
     "unknown-table 1:3", "zen touches=1 unreadable=1"},
    {"a table in the plural", R"([[touches]]
customer = "zen"
on = 2026-11-01
)",
     "unknown-table 1:3", "zen touches=1 unreadable=1"},
    {"a contact at the top", R"([[contact]]
name = "Maria"
)",
     "missing-key 1:1", "zen touches=1"},
    {"a key before the first table", R"(owner = "nick"
)",
     "unknown-key 1:1", "zen touches=1"},
    {"two policies", R"([policy]
per_day = 3
[policy]
per_day = 4
)",
     "duplicate-table 3:1", "zen touches=1"},
    {"a policy that keys with dots have begun", R"(policy.every = "2w"
[policy]
per_day = 4
)",
     "duplicate-table 2:1", "zen touches=1"},
    {"a list that is not closed before a line of git's", R"([[customer]]
id = "acme"
name = "Acme"
tags = ["west"
>>>>>>> dana
)",
     "syntax 4:8, conflict-marker 5:1", "zen touches=1 unreadable=1"},
    {"a list that goes on behind a line of git's", R"([[customer]]
id = "acme"
name = "Acme"
tags = ["west",
>>>>>>> dana
"north"]
)",
     "conflict-marker 5:1", "acme zen touches=1"},
    {"two tables [book]", R"([book]
name = "A"
[book]
name = "B"
)",
     "duplicate-table 3:1", "zen touches=1"},
    {"an unknown key of [book]", R"([book]
nmae = "A"
)",
     "unknown-key 2:1", "zen touches=1"},
    {"an unknown key of the policy", R"([policy]
evry = "30d"
)",
     "unknown-key 2:1", "zen touches=1"},
    {"an unknown key of the staff", R"([[staff]]
id = "nick"
name = "Nick"
mail = "nick@example.com"
)",
     "unknown-key 4:1", "zen staff=1 touches=1"},
    {"an unknown key of a customer", R"([[customer]]
id = "acme"
name = "Acme"
phnoe = "1"
)",
     "unknown-key 4:1", "acme zen touches=1"},
    {"an unknown key of a contact", R"([[customer]]
id = "acme"
name = "Acme"
[[customer.contact]]
name = "Maria"
age = 7
)",
     "unknown-key 6:1", "acme zen touches=1"},
    {"an unknown key of an event", R"([[customer]]
id = "acme"
name = "Acme"
[[customer.event]]
what = "Opening"
date = "06-12"
year = true
)",
     "unknown-key 7:1", "acme zen touches=1"},
    {"an unknown key of a touch", R"([[touch]]
customer = "zen"
on = 2026-11-01
herd = "x"
)",
     "unknown-key 4:1", "zen touches=2"},
    {"a customer without an id", R"([[customer]]
name = "Acme"
)",
     "missing-key 1:1", "zen touches=1 unreadable=1"},
    {"a customer with an empty id", R"([[customer]]
id = ""
name = "Acme"
)",
     "missing-key 2:1", "zen touches=1 unreadable=1"},
    {"a customer without a name", R"([[customer]]
id = "acme"
)",
     "missing-key 1:1", "acme zen touches=1"},
    {"a member of the staff without a name", R"([[staff]]
id = "nick"
)",
     "missing-key 1:1", "zen staff=1 touches=1"},
    {"a touch without a customer", R"([[touch]]
on = 2026-11-01
)",
     "missing-key 1:1", "zen touches=1"},
    {"a touch without a day", R"([[touch]]
customer = "zen"
)",
     "missing-key 1:1", "zen touches=1"},
    {"a purchase without what", R"([[purchase]]
customer = "zen"
on = 2026-11-01
what = ""
)",
     "missing-key 4:1", "zen touches=1"},
    {"a request without what", R"([[request]]
customer = "zen"
asked = 2026-11-01
)",
     "missing-key 1:1", "zen touches=1 unreadable=1"},
    {"a closed request without what", R"([[request]]
customer = "zen"
asked = 2026-11-01
closed = 2026-11-02
outcome = "done"
)",
     "missing-key 1:1", "zen touches=1"},
    {"a request without asked", R"([[request]]
customer = "zen"
what = "a key"
)",
     "missing-key 1:1", "zen touches=1 requests=1"},
    {"a promise without due", R"([[promise]]
customer = "zen"
what = "the report"
)",
     "missing-key 1:1", "zen touches=1 promises=1"},
    {"a snooze without a reason", R"([[snooze]]
customer = "zen"
on = 2026-11-01
until = 2026-12-01
)",
     "missing-key 1:1", "zen touches=1"},
    {"a snooze without its end", R"([[snooze]]
customer = "zen"
on = 2026-11-01
because = "away"
)",
     "missing-key 1:1", "zen touches=1"},
    {"a ready mark without what", R"([[ready]]
customer = "zen"
on = 2026-11-01
)",
     "missing-key 1:1", "zen touches=1"},
    {"a contact without a name", R"([[customer]]
id = "acme"
name = "Acme"
[[customer.contact]]
birthday = "02-03"
)",
     "missing-key 4:1", "acme zen touches=1"},
    {"an event without a date", R"([[customer]]
id = "acme"
name = "Acme"
[[customer.event]]
what = "Opening"
)",
     "missing-key 4:1", "acme zen touches=1"},
    {"holidays with one end", R"([policy]
holidays = [{ from = 2026-12-31 }]
)",
     "missing-key 2:13", "zen touches=1"},
    {"an outcome without the day", R"([[request]]
customer = "zen"
asked = 2026-11-01
what = "a key"
outcome = "done"
)",
     "missing-key 5:11", "zen touches=1 requests=1"},
};

}  // namespace

TEST_CASE("tables and keys that are unknown, missing or one too many") { check_each(bad_tables); }
