#include "commands.hpp"

namespace care::test {
namespace {

constexpr Line all_lines[] = {
    {"today"},
    {"today --brief"},
    {"today --no-limit"},
    {"today --format markdown"},
    {"today --format json"},
    {"today --format jsonl"},
    {"today --format csv"},
    {"today --format html"},
    {"today --format email"},
    {"today --format ics"},
    {"today --format remind"},
    {"today --format org"},
    {"today --format email --each-owner mail"},
    {"today --owner nick --tag t1"},
    {"week"},
    {"week --format html"},
    {"week --format ics"},
    {"agenda --days 40"},
    {"list"},
    {"list --all --format json"},
    {"list --format csv"},
    {"list --ids"},
    {"show c0"},
    {"show Mill"},
    {"show nobody-at-all"},
    {"why c0"},
    {"check"},
    {"check --format json"},
    {"export calendar"},
    {"export calendar --vdir calendar"},
    {"export calendar --vdir calendar", "export calendar --vdir calendar"},
    {"export contacts"},
    {"export contacts --vcard 3 --notes --all"},
    {"export csv"},
    {"export json"},
    {"log c0 talked about doors --call --thanks --greeted birthday", "", true},
    {"log c0 'she said so' --request r0 --promise p0 --dry-run"},
    {"request c0 price of a gate", "", true},
    {"done c0 ordered --request r0", "", true},
    {"offer c0 a gate --request r0", "", true},
    {"promise c0 the contract --due fri --replaces p0", "", true},
    {"purchase c0 two doors --amount 250 --currency EUR", "", true},
    {"ready c0 opening", "", true},
    {"snooze c0 2w away until then", "", true},
    {"add Søren Holm --birthday '29 Feb' --referred-by c0 --yes", "", true},
    {"add Mill", "", true},
    {"undo", "purchase c0 two doors", true},
    {"edit c0"},
    {"__complete show ''"},
    {"__complete today --owner ''"},
    {"__complete today --tag ''"},
    {"__complete list --tier ''"},
    {"__complete log c0 --contact ''"},
    {"__complete log c0 --request ''"},
    {"__complete log c0 --promise ''"},
    {"__complete ready c0 ''"},
};

}  // namespace

std::span<const Line> lines() { return all_lines; }

}  // namespace care::test
