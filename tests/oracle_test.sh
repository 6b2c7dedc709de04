#!/bin/bash
# Sets care and the oracle side by side: oracle_test.sh CARE FIRST..LAST
set -euo pipefail

if ! python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
  echo "skipped: python3 3.11 or later is not installed"
  [[ -z ${CI:-} ]] && exit 77
  exit 1
fi
oracle=$(dirname "$0")/oracle
"$oracle/oracle.py" --self-test
"$oracle/review.py" --self-test
python3 "$oracle/compare.py" --care "$1" --seeds "$2"
# A book with two years behind it takes as long as five others.
first=${2%..*} final=${2#*..}
exec python3 "$oracle/compare_review.py" --care "$1" --seeds "$first..$((first + (final - first) / 10))"
