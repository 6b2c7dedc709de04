#!/bin/bash
# Hands care's calendars to programs that people use: ics_test.sh CARE
set -euo pipefail

skip() {
  echo "skipped: $1"
  [[ -z ${CI:-} ]] && exit 77
  exit 1
}

# Debian's own Python has the modules, whatever other one stands first in PATH.
python=/usr/bin/python3
for module in icalendar vobject dateutil; do
  "$python" -c "import $module" 2>/dev/null || skip "python3-$module is not installed"
done
for program in khal calcurse vdirsyncer radicale curl; do
  command -v "$program" >/dev/null || skip "$program is not installed"
done
exec "$python" "$(dirname "$0")/ics.py" "$@"
