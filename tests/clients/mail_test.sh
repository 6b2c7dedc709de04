#!/bin/bash
# Reads and delivers messages with programs that people use: mail_test.sh CARE EXAMPLES
set -euo pipefail

skip() {
  echo "skipped: $1"
  [[ -z ${CI:-} ]] && exit 77
  exit 1
}

python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null ||
  skip "python3 3.11 or later is not installed"
command -v msmtp >/dev/null || skip "msmtp is not installed"
command -v ifne >/dev/null || skip "ifne (moreutils) is not installed"
exec python3 "$(dirname "$0")/mail.py" "$@"
