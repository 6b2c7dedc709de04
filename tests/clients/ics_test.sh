#!/bin/bash
# Hands care's calendars to programs that people use: ics_test.sh CARE
set -euo pipefail

# shellcheck source=tests/skip.sh
. "$(dirname "$0")/../skip.sh"

needs_modules icalendar vobject dateutil
needs khal calcurse vdirsyncer radicale curl
exec "$python" "$(dirname "$0")/ics.py" "$@"
