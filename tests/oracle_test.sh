#!/bin/bash
# Sets care and the oracle side by side: oracle_test.sh CARE FIRST..LAST
set -euo pipefail

if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  echo "skipped: python3 3.11 or later is not installed"
  [[ -z ${CI:-} ]] && exit 77
  exit 1
fi
exec python3 "$(dirname "$0")/oracle/compare.py" --care "$1" --seeds "$2"
