#!/bin/bash
# Disturbs care while it writes: crash_test.sh CARE [OPTION...]; the options are those of crash.py
set -euo pipefail

skip() {
  echo "skipped: $1"
  [[ -z ${CI:-} ]] && exit 77
  exit 1
}

python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null ||
  skip "python3 3.11 or later is not installed"
command -v strace >/dev/null || skip "strace is not installed"
strace -o /dev/null true 2>/dev/null || skip "strace may not trace here"
exec python3 "$(dirname "$0")/crash/crash.py" --care "$@"
