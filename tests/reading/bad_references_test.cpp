#include "reading/bad_books.hpp"
#include "reading/support.hpp"

#include <ostream>

#include <doctest/doctest.h>

using namespace care;
using namespace care::test;

namespace {

constexpr Bad bad_references[] = {
    {"the same id twice", R"([[customer]]
id = "acme"
name = "Acme"
[[customer]]
id = "acme"
name = "Acme Two"
[[touch]]
customer = "acme"
on = 2026-11-01
)",
     "duplicate-id 5:6", "acme zen touches=2 unreadable=1"},
    {"a staff id twice", R"([[staff]]
id = "nick"
name = "Nick"
[[staff]]
id = "nick"
name = "Nicola"
)",
     "duplicate-id 5:6", "zen staff=1 touches=1"},
    {"an unknown tier", R"([[customer]]
id = "acme"
name = "Acme"
tier = "a"
)",
     "no-such-tier 4:8", "acme zen touches=1"},
    {"an unknown owner of the book", R"([book]
owner = "nick"
)",
     "no-such-staff 2:9", "zen touches=1"},
    {"an unknown owner", R"([[customer]]
id = "acme"
name = "Acme"
owner = "nick"
)",
     "no-such-staff 4:9", "acme zen touches=1"},
    {"an unknown backup", R"([[staff]]
id = "nick"
name = "Nick"
backup = "ana"
)",
     "no-such-staff 4:10", "zen staff=1 touches=1"},
    {"an unknown by", R"([[touch]]
customer = "zen"
on = 2026-11-01
by = "nick"
)",
     "no-such-staff 4:6", "zen touches=2"},
    {"an unknown customer", R"([[touch]]
customer = "zem"
on = 2026-11-01
)",
     "no-such-customer 2:12", "zen touches=1"},
    {"an open request of an unknown customer", R"([[request]]
customer = "zem"
asked = 2026-11-01
what = "a key"
)",
     "no-such-customer 2:12", "zen touches=1 unreadable=1"},
    {"a closed request of an unknown customer", R"([[request]]
customer = "zem"
asked = 2026-11-01
what = "a key"
closed = 2026-11-02
outcome = "done"
)",
     "no-such-customer 2:12", "zen touches=1"},
    {"an open promise of an unknown customer", R"([[promise]]
customer = "zem"
due = 2026-11-01
what = "the report"
)",
     "no-such-customer 2:12", "zen touches=1 unreadable=1"},
    {"a kept promise of an unknown customer", R"([[promise]]
customer = "zem"
due = 2026-11-01
what = "the report"
kept = 2026-11-01
)",
     "no-such-customer 2:12", "zen touches=1"},
    {"an unknown contact", R"([[touch]]
customer = "zen"
on = 2026-11-01
contact = "Maria"
)",
     "no-such-contact 4:11", "zen touches=2"},
    {"an unknown request", R"([[touch]]
customer = "zen"
on = 2026-11-01
request = "zen-2026-11-01"
outcome = "done"
)",
     "no-such-request 4:11", "zen touches=2"},
    {"an unknown promise", R"([[touch]]
customer = "zen"
on = 2026-11-01
promise = "zen-2026-11-01"
)",
     "no-such-promise 4:11", "zen touches=2"},
    {"an unknown event", R"([[ready]]
customer = "zen"
on = 2026-11-01
what = "Opening"
)",
     "no-such-event 4:8", "zen touches=1 readies=1"},
    {"referred by nobody known", R"([[customer]]
id = "acme"
name = "Acme"
referred_by = "zem"
)",
     "no-such-customer 4:15", "acme zen touches=1"},
    {"two requests of one implied id", R"([[request]]
customer = "zen"
asked = 2026-11-01
what = "a key"
[[request]]
customer = "zen"
asked = 2026-11-01T09:00
what = "a lock"
[[touch]]
customer = "zen"
on = 2026-11-02
request = "zen-2026-11-01"
outcome = "done"
)",
     "ambiguous-id 12:11", "zen touches=2 requests=2"},
    {"two requests of one id", R"([[request]]
customer = "zen"
asked = 2026-11-01
what = "a key"
id = "x"
[[request]]
customer = "zen"
asked = 2026-11-02
what = "a lock"
id = "x"
)",
     "duplicate-id 10:6", "zen touches=1 requests=2"},
    {"a request of another customer", R"([[customer]]
id = "acme"
name = "Acme"
[[request]]
customer = "acme"
asked = 2026-11-01
what = "a key"
[[touch]]
customer = "zen"
on = 2026-11-02
request = "acme-2026-11-01"
outcome = "done"
)",
     "no-such-request 11:11", "acme zen touches=2 requests=1"},
    {"promises in a circle", R"([[promise]]
customer = "zen"
due = 2026-11-01
what = "a"
id = "a"
replaces = "b"
[[promise]]
customer = "zen"
due = 2026-11-01
what = "b"
id = "b"
replaces = "a"
)",
     "replaces-in-a-circle 6:12, replaces-in-a-circle 12:12", "zen touches=1 promises=2"},
    {"a promise that replaces itself", R"([[promise]]
customer = "zen"
due = 2026-11-01
what = "a"
replaces = "zen-2026-11-01"
)",
     "replaces-in-a-circle 5:12", "zen touches=1 promises=1"},
    {"a request that is declined", R"([[request]]
customer = "zen"
asked = 2026-11-01
what = "a key"
closed = 2026-11-02
outcome = "declined"
)",
     "alternative-needed 6:11", "zen touches=1 requests=1"},
    {"an alternative without an offer", R"([[request]]
customer = "zen"
asked = 2026-11-01
what = "a key"
closed = 2026-11-02
outcome = "alternative"
)",
     "alternative-needed 6:11", "zen touches=1 requests=1"},
    {"a request closed without an outcome", R"([[request]]
customer = "zen"
asked = 2026-11-01
what = "a key"
closed = 2026-11-02
)",
     "outcome-needed 5:10", "zen touches=1 requests=1"},
    {"an outcome of no request", R"([[touch]]
customer = "zen"
on = 2026-11-01
outcome = "done"
)",
     "request-needed 4:11", "zen touches=2"},
    {"an answer to no request", R"([[touch]]
customer = "zen"
on = 2026-11-01
answer = "accepted"
)",
     "request-needed 4:10", "zen touches=2"},
    {"an offer that is none", R"([[request]]
customer = "zen"
asked = 2026-11-01
what = "a key"
closed = 2026-11-02
outcome = "done"
offered = "a lock"
)",
     "outcome-needed 7:11", "zen touches=1 requests=1"},
};

}  // namespace

TEST_CASE("ids and references that do not fit, and how requests end") {
  check_each(bad_references);
}
