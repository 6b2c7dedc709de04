#!/bin/bash
# Reads and delivers messages with programs that people use: mail_test.sh CARE EXAMPLES
set -euo pipefail

# shellcheck source=tests/skip.sh
. "$(dirname "$0")/../skip.sh"

needs_python
needs msmtp ifne:moreutils
exec "$python" "$(dirname "$0")/mail.py" "$@"
