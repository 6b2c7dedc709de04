#!/bin/bash
# Looks at the HTML page with a browser: page_test.sh CARE EXAMPLES [DIRECTORY for the pictures]
set -euo pipefail

skip() {
  echo "skipped: $1"
  [[ -z ${CI:-} ]] && exit 77
  exit 1
}

python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null ||
  skip "python3 3.11 or later is not installed"
command -v chromium >/dev/null || skip "chromium is not installed"
command -v pdftotext >/dev/null || skip "pdftotext (poppler-utils) is not installed"
exec python3 "$(dirname "$0")/page.py" "$@"
