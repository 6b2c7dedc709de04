#!/bin/bash
# Disturbs care while it writes: crash_test.sh CARE [OPTION...]; the options are those of crash.py
set -euo pipefail

# shellcheck source=tests/skip.sh
. "$(dirname "$0")/skip.sh"

needs_python
needs strace
strace -o /dev/null true 2>/dev/null || skip "strace may not trace here"
exec "$python" "$(dirname "$0")/crash/crash.py" --care "$@"
