#!/bin/bash
# Sets care and the oracle side by side: oracle_test.sh CARE FIRST..LAST
set -euo pipefail

# shellcheck source=tests/skip.sh
. "$(dirname "$0")/skip.sh"

needs_python
oracle=$(dirname "$0")/oracle
"$python" "$oracle/oracle.py" --self-test
"$python" "$oracle/review.py" --self-test
"$python" "$oracle/compare.py" --care "$1" --seeds "$2"
# A book with two years behind it takes as long as five others.
first=${2%..*} final=${2#*..}
exec "$python" "$oracle/compare_review.py" --care "$1" --seeds "$first..$((first + (final - first) / 10))"
