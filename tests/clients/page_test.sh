#!/bin/bash
# Looks at the HTML page with a browser: page_test.sh CARE EXAMPLES [DIRECTORY for the pictures]
set -euo pipefail

# shellcheck source=tests/skip.sh
. "$(dirname "$0")/../skip.sh"

needs_python
needs chromium pdftotext:poppler-utils
exec "$python" "$(dirname "$0")/page.py" "$@"
